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

/** Opens an article from the library; answers the milliseconds until its first screen stands with its passages. */
export function openArticle(page: Page, title: string): Promise<number> {
  return page.evaluate(async (wanted) => {
    const rows = [...document.querySelectorAll('[role=row]')];
    const row = rows.find((one) => one.textContent.includes(wanted));
    if (!row) throw new Error(`not in the library: ${wanted}`);
    const isReadable = () => document.querySelector('.reading-text mark') !== null;
    const painted = window.benchClock.paintedWhen(isReadable);
    const start = performance.now();
    row.dispatchEvent(new MouseEvent('dblclick', { bubbles: true }));
    return (await painted) - start;
  }, title);
}

/** Goes back to the library. */
export async function openLibrary(page: Page): Promise<void> {
  const navigation = page.getByRole('navigation', { name: 'Notebook' });
  await navigation.getByRole('button', { name: 'Library' }).click();
  await page.getByRole('gridcell').first().waitFor();
}
