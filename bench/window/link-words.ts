/** From the key that settles a link to the words marked on screen, beside a key that wraps words of a static page. */
import type { Page } from '@playwright/test';
import { knownActor } from './reading-notebook';

const links = 13;

/** Selects unmarked words in view, other ones each time. */
async function selectWords(page: Page, selector: string): Promise<void> {
  await page.evaluate((wanted) => {
    const root = document.querySelector(wanted);
    if (!root) throw new Error('there is no text');
    const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      if (!(node instanceof Text) || node.parentElement?.closest('mark, button')) continue;
      const words = /\b\w{3,} \w{3,}\b/.exec(node.data);
      const rect = node.parentElement?.getBoundingClientRect();
      if (!words || !rect || rect.top < 100 || rect.top > innerHeight - 150) continue;
      document.getSelection()?.setBaseAndExtent(node, words.index, node, words.index + words[0].length);
      return;
    }
    throw new Error('no unmarked words in view');
  }, selector);
}

/** Watches for a mark that is not there yet; must be there before Enter is pressed. */
async function watchForMark(page: Page): Promise<void> {
  await page.evaluate(() => {
    const marks = () => document.querySelectorAll('.reading-text mark').length;
    const before = marks();
    let pressed = 0;
    const press = ({ key, timeStamp }: KeyboardEvent) => {
      if (key === 'Enter') pressed = timeStamp;
    };
    addEventListener('keydown', press, { capture: true });
    const painted = window.benchClock.paintedWhen(() => pressed > 0 && marks() > before);
    window.benchClock.watched = painted.then((time) => {
      removeEventListener('keydown', press, { capture: true });
      return time - pressed;
    });
  });
}

/** Presses Enter; answers the milliseconds until the mark that it makes has been painted. */
async function enterAndTime(page: Page): Promise<number> {
  await watchForMark(page);
  await page.keyboard.press('Enter');
  return page.evaluate(() => window.benchClock.watched);
}

/** Links words to an actor that is there, again and again, by the keys a person presses. */
export async function measureLinks(page: Page): Promise<readonly number[]> {
  const times: number[] = [];
  const text = page.getByRole('region', { name: 'Text of the article' });
  for (let link = 0; link < links; link++) {
    await text.focus();
    await selectWords(page, '.reading-text');
    await page.waitForTimeout(250);
    await page.keyboard.press('a');
    await page.getByRole('combobox').first().fill(knownActor);
    await page.getByRole('option', { name: knownActor }).first().waitFor();
    await page.waitForTimeout(150);
    times.push(await enterAndTime(page));
    await page.waitForTimeout(300);
  }
  return times;
}

/** The same words wrapped in a mark on a static page at the press of Enter. */
export async function measureStaticMarks(page: Page): Promise<readonly number[]> {
  const times: number[] = [];
  await page.evaluate(() => {
    // The application's own text would take the key.
    if (document.activeElement instanceof HTMLElement) document.activeElement.blur();
    const wrap = ({ key }: KeyboardEvent) => {
      const selection = document.getSelection();
      if (key === 'Enter' && selection?.rangeCount)
        selection.getRangeAt(0).surroundContents(document.createElement('mark'));
    };
    addEventListener('keydown', wrap);
  });
  for (let link = 0; link < links; link++) {
    await selectWords(page, '#bench-static');
    times.push(await enterAndTime(page));
  }
  return times;
}
