/** How a person edits: opens the text for correction, puts the caret among words, selects, looks what is marked. */
import type { Locator, Page } from '@playwright/test';
import { expect } from '../fixtures';
import { articleText } from '../reading';

export const editedText = (page: Page): Locator => page.getByRole('textbox', { name: /^Text of the/ });

/** From reading to correcting, by the key. */
export async function correct(page: Page): Promise<void> {
  await expect(articleText(page)).toBeVisible();
  await page.keyboard.press('Control+Shift+E');
  await expect(editedText(page)).toBeFocused();
}

/** Selects words that stand in one paragraph; `length` 0 puts the caret `from` characters into them. */
async function select(page: Page, words: string, from: number, length: number): Promise<void> {
  await editedText(page).evaluate(
    (root, [wanted, start, count]) => {
      const block = [...root.querySelectorAll('p, h1, h2, li, td, th')].findLast((one) =>
        one.textContent.includes(wanted),
      );
      if (!block) throw new Error(`not in the text: ${wanted}`);
      const pointAt = (offset: number): [Text, number] => {
        const walker = document.createTreeWalker(block, NodeFilter.SHOW_TEXT);
        let left = offset;
        let last: Text | null = null;
        for (let node = walker.nextNode(); node; node = walker.nextNode()) {
          if (!(node instanceof Text)) continue;
          if (left <= node.length) return [node, left];
          left -= node.length;
          last = node;
        }
        if (!last) throw new Error('no words');
        return [last, last.length];
      };
      const at = block.textContent.indexOf(wanted) + start;
      document.getSelection()?.setBaseAndExtent(...pointAt(at), ...pointAt(at + count));
    },
    [words, from, length] as const,
  );
  // The editor hears of the selection with the next frame.
  await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
}

export const selectWords = (page: Page, words: string): Promise<void> => select(page, words, 0, words.length);
export const caretBefore = (page: Page, words: string): Promise<void> => select(page, words, 0, 0);
export const caretAfter = (page: Page, words: string): Promise<void> => select(page, words, words.length, 0);

/** The stretches that are shown as passages. */
export const shownPassages = (page: Page): Promise<string[]> =>
  editedText(page).locator('.passage').allInnerTexts();

/** Pastes HTML at the caret, as it comes from another program. */
export async function pasteHtml(page: Page, html: string): Promise<void> {
  await editedText(page).evaluate((root, words) => {
    const clipboardData = new DataTransfer();
    clipboardData.setData('text/html', words);
    clipboardData.setData('text/plain', 'plain words');
    root.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }));
  }, html);
}
