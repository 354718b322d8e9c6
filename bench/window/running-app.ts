/** The application as it is built, in the real Electron, on a copy of a notebook and with a profile of its own. */
import { copyFileSync, mkdtempSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { launchApplication } from '../../e2e/application';
import { installClock } from './page-clock';

/** What takes longer never comes: better said than waited for. */
const patienceMs = 600_000;

function losePatience(signal: AbortSignal): Promise<never> {
  return new Promise((_, fail) => {
    const timer = setTimeout(() => fail(new Error('The window did not get there.')), patienceMs);
    signal.addEventListener('abort', () => clearTimeout(timer));
  });
}

/** Starts it, runs the work in its window, and ends it; nothing stays behind. */
export async function withWindow<Value>(
  notebook: string,
  work: (page: Page) => Promise<Value>,
): Promise<Value> {
  const folder = mkdtempSync(join(tmpdir(), 'casebook-bench-'));
  const copy = join(folder, 'bench.casebook');
  copyFileSync(notebook, copy);
  const { app, window: page } = await launchApplication({ profile: join(folder, 'profile'), args: [copy] });
  const done = new AbortController();
  try {
    await page.getByRole('gridcell').first().waitFor({ timeout: 60_000 });
    await installClock(page);
    return await Promise.race([work(page), losePatience(done.signal)]);
  } finally {
    done.abort();
    await app.close();
    await rm(folder, { recursive: true, force: true, maxRetries: 10, retryDelay: 200 });
  }
}

/** The window has come to rest: by then it has loaded the code of the screens that take longest. */
export const atRest = (page: Page): Promise<void> => page.waitForTimeout(6000);

/** From the first to the second click of a quick double click. */
const betweenClicksMs = 120;

/**
 * Opens an article from the library by a double click of the mouse; answers the milliseconds from its second click (the
 * time stamp of the browser's event) until the first screen stands with its passages.
 */
export async function openArticle(page: Page, title: string): Promise<number> {
  const row = page.getByRole('row').filter({ has: page.getByText(title, { exact: true }) });
  await row.scrollIntoViewIfNeeded();
  await page.evaluate(() => {
    const { paintedWhen } = window.benchClock;
    const isReadable = () => document.querySelector('.reading-text mark') !== null;
    window.benchClock.watched = new Promise((done) => {
      const opened = ({ timeStamp }: MouseEvent) =>
        done(paintedWhen(isReadable).then((time) => time - timeStamp));
      addEventListener('dblclick', opened, { capture: true, once: true });
    });
  });
  await row.hover();
  for (const clickCount of [1, 2]) {
    if (clickCount === 2) await page.waitForTimeout(betweenClicksMs);
    await page.mouse.down({ clickCount });
    await page.mouse.up({ clickCount });
  }
  return page.evaluate(() => window.benchClock.watched);
}

/** Goes back to the library. */
export async function openLibrary(page: Page): Promise<void> {
  const navigation = page.getByRole('navigation', { name: 'Notebook' });
  await navigation.getByRole('button', { name: 'Library' }).click();
  await page.getByRole('gridcell').first().waitFor();
}
