/** What a reader waits for: a long article to open, a letter to appear while correcting, a link to be painted. */
import type { Page } from '@playwright/test';
import { percentile } from '../measure';
import type { Measured, Workload } from '../workload';
import { comparedWorkloads } from './compared-workloads';
import { measureLinks, measureStaticMarks } from './link-words';
import { typeAndTime } from './page-clock';
import { contentOf, middleArticle, readingNotebook } from './reading-notebook';
import { openArticle, withWindow } from './running-app';
import { caretInMiddle, hideStatic, showStatic, staticHtml } from './static-text';

const typed = 'the quick brown fox jumps over the lazy dog and the cat so on ';

/** Typed before what is counted: the first letters compile what types them. */
const warmUp = 'first the words ';

/** All but the first, which warms up. */
const counted = (numbers: readonly number[]): readonly number[] => numbers.slice(1);

async function openCorrection(page: Page): Promise<string> {
  await openArticle(page, middleArticle.title);
  await page.keyboard.press('Control+Shift+KeyE');
  await page.locator('.editor-text p').first().waitFor();
  return '.editor-text';
}

function measureType(): Promise<Measured> {
  return withWindow(readingNotebook(), async (page) => {
    const { text } = contentOf(middleArticle);
    await showStatic(page, staticHtml(text, []), true);
    await caretInMiddle(page, '#bench-static');
    await typeAndTime(page, warmUp);
    const limits = await typeAndTime(page, typed);
    await hideStatic(page);
    await caretInMiddle(page, await openCorrection(page));
    await typeAndTime(page, warmUp);
    const values = await typeAndTime(page, typed);
    return { value: percentile(values, 0.95), limit: percentile(limits, 0.95) };
  });
}

function measureLink(): Promise<Measured> {
  return withWindow(readingNotebook(), async (page) => {
    await openArticle(page, middleArticle.title);
    const values = await measureLinks(page);
    const { text, ranges } = contentOf(middleArticle);
    await showStatic(page, staticHtml(text, ranges));
    const limits = await measureStaticMarks(page);
    return { value: percentile(counted(values), 0.5), limit: percentile(counted(limits), 0.5) };
  });
}

export const readerWorkloads: readonly Workload[] = [
  ...comparedWorkloads,
  { name: 'reader/type', unit: 'ms', goal: 2, run: measureType },
  { name: 'reader/link', unit: 'ms', goal: 5, run: measureLink },
];
