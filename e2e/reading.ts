/** How a person reads and marks an article: finds words on the page, drags over them, looks what is marked. */
import { existsSync, readdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { Locator, Page } from '@playwright/test';
import { expect } from './fixtures';

/** The article that the project's issues speak of; it lies beside the repository, not in it. */
export function seedArticle(): string | null {
  const folder = resolve(__dirname, '../../shared/seed');
  const name = existsSync(folder) ? readdirSync(folder).find((one) => one.endsWith('.txt')) : undefined;
  return name ? join(folder, name) : null;
}

/**
 * By its attributes, as other places that are looked at all the time: a role and a name are computed for everything on the
 * page at each look.
 */
export const articleText = (page: Page): Locator =>
  page.locator('[role="region"][aria-label="Text of the article"]');

/** What a frame or two bring is looked for at once; milliseconds. */
export const soon: number[] = [10, 30, 60, 100, 200];

interface Line {
  readonly left: number;
  readonly right: number;
  readonly y: number;
}

interface Lines {
  readonly first: Line;
  readonly last: Line;
}

/** First and last line of some words on the page, brought into view; across marks and paragraphs. */
async function linesOf(page: Page, words: string, within = words): Promise<Lines> {
  const found: Lines[] = [];
  const look = async () => found.push(...(await linesNow(page, words, within)));
  // Words are drawn anew with the marks of what came into view: those that were just measured may be gone.
  await expect.poll(look, { intervals: soon }).toBeGreaterThan(0);
  const [lines] = found;
  if (!lines) throw new Error(`not drawn: ${words}`);
  return lines;
}

/** None while the words are being drawn anew. */
function linesNow(page: Page, words: string, within: string): Promise<Lines[]> {
  return articleText(page).evaluate(
    async (root, [wanted, around]) => {
      const nodes: { readonly node: Text; readonly start: number }[] = [];
      let text = '';
      for (const leaf of root.querySelectorAll('[data-leaf]')) {
        if (text) text += ' ';
        const walker = document.createTreeWalker(leaf, NodeFilter.SHOW_TEXT);
        for (let node = walker.nextNode(); node; node = walker.nextNode()) {
          if (!(node instanceof Text)) continue;
          nodes.push({ node, start: text.length });
          text += node.data;
        }
      }
      const at = text.indexOf(wanted, text.indexOf(around));
      if (at < 0 || !text.includes(around)) throw new Error(`not on the page: ${around}`);
      const pointOf = (offset: number) => {
        const found = nodes.findLast(({ start }) => start <= offset);
        if (!found) throw new Error('no words on the page');
        return { node: found.node, offset: Math.min(offset - found.start, found.node.length) };
      };
      const range = document.createRange();
      const from = pointOf(at);
      const to = pointOf(at + wanted.length - 1);
      range.setStart(from.node, from.offset);
      range.setEnd(to.node, to.offset + 1);
      from.node.parentElement?.scrollIntoView({ block: 'center' });
      await new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));
      const rects = [...range.getClientRects()].filter(({ width }) => width > 1);
      const [first, last] = [rects[0], rects.at(-1)];
      const line = ({ left, right, top, height }: DOMRect) => ({ left, right, y: top + height / 2 });
      return first && last ? [{ first: line(first), last: line(last) }] : [];
    },
    [words, within] as const,
  );
}

/** The words that are selected on the page. */
export const selectedText = (page: Page): Promise<string> =>
  page.evaluate(() => String(document.getSelection()));

/** Drags the mouse over words, by way of their middle: the first there are, or those in a longer stretch. */
export async function dragOver(page: Page, words: string, within = words): Promise<void> {
  const { first, last } = await linesOf(page, words, within);
  await page.mouse.move(first.left + 0.5, first.y);
  await page.mouse.down();
  await page.mouse.move((first.left + last.right) / 2, (first.y + last.y) / 2);
  await page.mouse.move(last.right - 0.5, last.y);
  await page.mouse.up();
  const selected = async () => (await selectedText(page)).replace(/\s+/g, ' ').trim();
  await expect.poll(selected, { intervals: soon }).toBe(words);
}

/** A click in the middle of words. */
export async function clickOn(page: Page, words: string): Promise<void> {
  const { first } = await linesOf(page, words);
  await page.mouse.click((first.left + first.right) / 2, first.y);
}

/** The words of every mark, each annotation's pieces joined, in reading order. */
export function markedWords(page: Page): Promise<string[]> {
  return articleText(page).evaluate((root) => {
    const words = new Map<string, string>();
    for (const mark of root.querySelectorAll<HTMLElement>('mark')) {
      for (const id of (mark.dataset['annotations'] ?? '').split(' ')) {
        words.set(id, (words.get(id) ?? '') + mark.textContent);
      }
    }
    return [...words.values()];
  });
}

/** Opens an article of the library by its title. */
export async function openArticle(page: Page, title: string | RegExp): Promise<void> {
  await page.getByRole('grid', { name: 'Articles' }).getByRole('row', { name: title }).dblclick();
  await expect(articleText(page)).toBeVisible();
}

/** The cards beside the text. */
export const passageCards = (page: Page): Locator => page.locator('ul[aria-label="Passages in view"] > li');
