/** An article is annotated without the mouse: the word cursor, a key for each thing to say, stepping, ends, undo. */
import { join, resolve } from 'node:path';
import type { Page } from '@playwright/test';
import { expect, test } from '../fixtures';
import { chooseTheme, expectNoBarriers, importByMenu, makeNotebook } from '../notebook-steps';
import { articleText, markedWords, passageCards, seedArticle, selectedText } from '../reading';
import {
  expectMarked,
  type Open,
  repeatStep,
  type Said,
  saidOfSample,
  saidOfSeed,
  say,
  stepsOf,
} from './annotating';

interface Steps {
  /** Words between the cursor and the first of the words; negative: they lie before it. */
  readonly toFirst: number;
  readonly toLast: number;
}

/** How often the arrow keys are pressed to select words, counted as the reader counts words. */
function stepsTo(page: Page, words: string): Promise<Steps> {
  return articleText(page).evaluate((root, wanted) => {
    const leaves = [...root.querySelectorAll('[data-leaf]')];
    const wordsIn = (copy: Node) => {
      const box = document.createElement('div');
      box.append(copy);
      for (const lineEnd of box.querySelectorAll('br')) lineEnd.replaceWith(' ');
      return box.textContent ?? '';
    };
    const textOf = (leaf: Element) => wordsIn(leaf.cloneNode(true));
    const text = leaves.map(textOf).join(' ');
    const segmenter = new Intl.Segmenter(undefined, { granularity: 'word' });
    const count = (stretch: string) =>
      [...segmenter.segment(stretch)].filter(({ isWordLike }) => isWordLike).length;
    const at = text.indexOf(wanted);
    if (at < 0) throw new Error(`not on the page: ${wanted}`);
    const selection = document.getSelection();
    const range = selection?.rangeCount ? selection.getRangeAt(0) : null;
    let before = -1;
    if (range && root.contains(range.startContainer)) {
      const leaf = (range.startContainer.parentElement ?? root).closest('[data-leaf]');
      const upTo = document.createRange();
      upTo.selectNodeContents(leaf ?? root);
      upTo.setEnd(range.startContainer, range.startOffset);
      const earlier = leaves.slice(0, leaf ? leaves.indexOf(leaf) : 0).map(textOf);
      before = count(`${earlier.join(' ')} ${wordsIn(upTo.cloneContents())}`);
    }
    return { toFirst: count(text.slice(0, at)) - before, toLast: count(wanted) - 1 };
  }, words);
}

async function pressTimes(page: Page, key: string, times: number): Promise<void> {
  for (let step = 0; step < times; step++) await page.keyboard.press(key);
}

/** Selects words by the arrow keys alone, from where the cursor is. */
async function selectByKeys(page: Page, words: string): Promise<void> {
  await expect(articleText(page)).toBeFocused();
  // From several selected words the cursor goes beyond them: first to one word.
  await page.keyboard.press((await selectedText(page)) ? 'ArrowLeft' : 'Control+Home');
  const { toFirst, toLast } = await stepsTo(page, words);
  await pressTimes(page, toFirst > 0 ? 'ArrowRight' : 'ArrowLeft', Math.abs(toFirst));
  await pressTimes(page, 'Shift+ArrowRight', toLast);
  await expect.poll(async () => (await selectedText(page)).replace(/\s+/g, ' ')).toBe(words);
}

const openByKey =
  (page: Page): Open =>
  async (_, key) => {
    await page.keyboard.press(key);
  };

async function annotateAll(page: Page, said: readonly Said[]): Promise<void> {
  for (const one of said) {
    await selectByKeys(page, one.words);
    await say(page, one, openByKey(page));
  }
}

/** Opens the first article of the library by the keyboard. */
async function openFirst(page: Page): Promise<void> {
  await page.getByRole('grid', { name: 'Articles' }).focus();
  await page.keyboard.press('Enter');
  await expect(articleText(page)).toBeFocused();
}

const focusedCards = (page: Page) => passageCards(page).getByRole('button', { pressed: true });

test('the seed article by keyboard: passages, steps, ends, delete, undo and redo', async ({
  application,
  folder,
}) => {
  test.setTimeout(240_000);
  const seed = seedArticle();
  test.skip(seed === null, 'the seed article lies beside the repository, and is not there');
  const { window } = application;
  await makeNotebook(application, join(folder, 'keys.casebook'));
  await importByMenu(application, [seed ?? '']);
  await openFirst(window);

  // The headline wraps: its second line is below its first, not beside it.
  await window.keyboard.press('ArrowDown');
  await window.keyboard.press('ArrowDown');
  await expect.poll(() => selectedText(window)).not.toBe('Escalation');
  await annotateAll(window, saidOfSeed);
  const words = saidOfSeed.map((one) => one.words);
  await expectMarked(window, words);
  await expectNoBarriers(window);
  await chooseTheme(application, 'dark');
  await expectNoBarriers(window);

  // Escape lets go of the words, then of the passage; steps go from passage to passage, in both directions.
  await window.keyboard.press('Control+Home');
  await window.keyboard.press('Escape');
  await window.keyboard.press('Escape');
  await expect(focusedCards(window)).toHaveCount(0);
  await window.keyboard.press('j');
  await expect(focusedCards(window)).toHaveText(/^World leaders/);
  await window.keyboard.press('Alt+ArrowDown');
  await expect(focusedCards(window)).toHaveText(/^US President/);
  await window.keyboard.press('k');
  await expect(focusedCards(window)).toHaveText(/^World leaders/);

  // The ends: one word more at the end, one word less at the start.
  await window.keyboard.press('m');
  await window.keyboard.press('ArrowRight');
  await window.keyboard.press('Shift+ArrowRight');
  await window.keyboard.press('Enter');
  const changed = 'leaders, including US President Donald Trump, French President Emmanuel Macron, and';
  await expect.poll(() => markedWords(window)).toContain(changed);

  await window.keyboard.press('j');
  await window.keyboard.press('Delete');
  const after = [
    changed,
    ...words.filter((one) => one !== 'US President Donald Trump' && !one.startsWith('World')),
  ];
  await expectMarked(window, after);

  const steps = stepsOf(saidOfSeed) + 2;
  await repeatStep(window, 'Control+Z', 'Undid', steps);
  await expectMarked(window, []);
  await repeatStep(window, 'Control+Shift+Z', 'Did again', steps);
  await expectMarked(window, after);
});

test('the sample by keyboard: an alias finds its entity, a picker is left and found again', async ({
  application,
  folder,
}) => {
  test.setTimeout(120_000);
  const { window } = application;
  await makeNotebook(application, join(folder, 'sample.casebook'));
  await importByMenu(application, [resolve(__dirname, '../../samples/articles/anchor-and-rope.txt')]);
  await openFirst(window);
  await annotateAll(window, saidOfSample);

  // A key with the picker open: no barriers, and Escape leaves everything as it was.
  await selectByKeys(window, 'Old Tam');
  await window.keyboard.press('a');
  await expect(window.getByRole('combobox')).toHaveValue('Old Tam');
  await expectNoBarriers(window);
  await window.keyboard.press('Escape');
  await expect(articleText(window)).toBeFocused();
  expect(await selectedText(window)).toBe('Old Tam');

  // Enter goes from the words to their card, Escape back to the words.
  await selectByKeys(window, 'the mayor, Mira Tolvane');
  await window.keyboard.press('Enter');
  await expect(passageCards(window).getByRole('button', { name: /^the mayor/ })).toBeFocused();
  await window.keyboard.press('Escape');
  await expect(articleText(window)).toBeFocused();

  // Right and left keep to words; Control+A takes the whole text.
  await window.keyboard.press('Control+A');
  expect(await selectedText(window)).toContain('How the harbour closed');
});
