/**
 * What a corrector waits for in texts of three lengths: “Correct the text” to stand ready, and a letter to appear, beside
 * the same editor without passages and a plain contenteditable with the same marks.
 */
import type { Page } from '@playwright/test';
import { percentile } from '../measure';
import type { Measured, Workload } from '../workload';
import { type EditedSize, editedSizes, editingNotebook } from './editing-notebook';
import { typeAndTime } from './page-clock';
import { contentOf, type MadeArticle } from './reading-notebook';
import { openLibrary, withWindow } from './running-app';
import { caretInMiddle, hideStatic, showStatic, staticHtml } from './static-text';

const typed = 'the quick brown fox jumps over the lazy dog and the cat so on ';
/** The first letters compile what types them. */
const warmUp = 'first the words ';
const rounds = 3;

const openKey = 'Control+Shift+KeyE';

/** Opens an article that may have no passages, and waits until it is quiet. */
async function read(page: Page, { title }: MadeArticle): Promise<void> {
  await page.getByRole('row', { name: title }).dblclick();
  await page.locator('.reading-text p').first().waitFor();
  await page.waitForTimeout(1_500);
}

/** From the key to the text painted, ready to be typed in. */
async function correct(page: Page): Promise<number> {
  await page.evaluate(() => {
    let pressed = 0;
    const press = ({ code, timeStamp }: KeyboardEvent) => {
      if (code === 'KeyE') pressed = timeStamp;
    };
    addEventListener('keydown', press, { capture: true });
    const isReady = () => document.querySelector('.editor-text[contenteditable=true] > p') !== null;
    window.benchClock.watched = window.benchClock.paintedWhen(isReady).then((time) => {
      removeEventListener('keydown', press, { capture: true });
      return time - pressed;
    });
  });
  await page.keyboard.press(openKey);
  const time = await page.evaluate(() => window.benchClock.watched);
  await page.waitForTimeout(500);
  return time;
}

async function leave(page: Page): Promise<void> {
  await page.getByRole('button', { name: /^(?:Discard…|Close)$/ }).click();
  // Asked only where something was typed.
  await page.waitForTimeout(500);
  const confirm = page.getByRole('button', { name: 'Discard', exact: true });
  if (await confirm.isVisible()) await confirm.click();
  await page.locator('.editor-text').waitFor({ state: 'detached' });
  await openLibrary(page);
}

function measureOpen({ article }: EditedSize): Promise<Measured> {
  return withWindow(editingNotebook(), async (page) => {
    const { text, ranges } = contentOf(article);
    const html = staticHtml(text, ranges);
    const values: number[] = [];
    const limits: number[] = [];
    for (let round = 0; round < rounds; round++) {
      limits.push(await showStatic(page, html));
      await hideStatic(page);
      await read(page, article);
      values.push(await correct(page));
      await leave(page);
    }
    return { value: percentile(values, 0.5), limit: percentile(limits, 0.5) };
  });
}

async function typeInMiddle(page: Page, selector: string): Promise<readonly number[]> {
  await caretInMiddle(page, selector);
  await typeAndTime(page, warmUp);
  return typeAndTime(page, typed);
}

async function typeInEditor(page: Page, article: MadeArticle): Promise<readonly number[]> {
  await read(page, article);
  await correct(page);
  const times = await typeInMiddle(page, '.editor-text');
  await leave(page);
  return times;
}

async function typeInPlain(page: Page, article: MadeArticle): Promise<readonly number[]> {
  const { text, ranges } = contentOf(article);
  await showStatic(page, staticHtml(text, ranges), true);
  const times = await typeInMiddle(page, '#bench-static');
  await hideStatic(page);
  return times;
}

const halves = (times: readonly number[]): string =>
  `${percentile(times, 0.5).toFixed(1)}/${percentile(times, 0.95).toFixed(1)}`;

function measureType({ article, bare }: EditedSize): Promise<Measured> {
  return withWindow(editingNotebook(), async (page) => {
    const plain = await typeInPlain(page, article);
    const limits = await typeInEditor(page, bare);
    const values = await typeInEditor(page, article);
    const details = [
      `p50/p95 ms: with passages ${halves(values)}, without ${halves(limits)}, plain ${halves(plain)}`,
    ];
    const peers = [{ name: 'plain contenteditable', value: percentile(plain, 0.95) }];
    return { value: percentile(values, 0.95), limit: percentile(limits, 0.95), peers, details };
  });
}

const { '10k': small, '10k-dense': dense, '50k': middle, '100k': large } = editedSizes;

export const editorWorkloads: readonly Workload[] = [
  ...[small, middle, large].map((size) => ({
    name: `editor/open-${size.name}`,
    unit: 'ms',
    goal: 2,
    run: () => measureOpen(size),
  })),
  ...[small, dense, middle, large].map((size) => ({
    name: `editor/type-${size.name}`,
    unit: 'ms',
    goal: 1.3,
    run: () => measureType(size),
  })),
];
