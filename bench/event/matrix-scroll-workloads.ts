/** A matrix of 400 actors by 330 tags in the window, scrolled by the wheel; beside the same cells as static HTML put there anew. */
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { percentile } from '../measure';
import { atRest, withWindow } from '../window/running-app';
import type { Measured, Workload } from '../workload';
import { makePassagesNotebook } from './passages-notebook';

const steps = 60;

async function openMatrix(page: Page): Promise<void> {
  await atRest(page);
  await page.getByRole('navigation', { name: 'Notebook' }).getByRole('button', { name: 'Matrix' }).click();
  await page.getByRole('grid', { name: 'Actors by tags' }).waitFor({ timeout: 60_000 });
  await page.getByRole('button', { name: /How many/ }).click();
  await page.getByRole('option', { name: 'Top 500' }).click();
  await page.getByRole('status').filter({ hasText: '330 columns' }).waitFor({ timeout: 60_000 });
}

/** Scrolls down, then to the right, a step a frame; answers each step's time to its paint. */
function scrollMatrix(page: Page): Promise<readonly number[]> {
  return page.evaluate(async (count) => {
    const grid = document.querySelector('[role="grid"]');
    if (!grid) throw new Error('there is no matrix');
    grid.scrollTo(0, 0);
    const times: number[] = [];
    for (let step = 0; step < count; step++) {
      const start = performance.now();
      grid.scrollBy(step < count / 2 ? { top: 120 } : { left: 120 });
      times.push((await window.benchClock.afterPaint()) - start);
    }
    return times;
  }, steps);
}

function putCells(page: Page): Promise<readonly number[]> {
  return page.evaluate(async (count) => {
    const grid = document.querySelector('[role="grid"]');
    if (!grid) throw new Error('there is no matrix');
    const words = grid.innerHTML;
    const box = grid.getBoundingClientRect();
    const sheet = document.createElement('div');
    sheet.style.cssText = `position:fixed;left:${box.left}px;top:${box.top}px;width:${box.width}px;height:${box.height}px;overflow:auto;background:white;z-index:1000`;
    document.body.append(sheet);
    const times: number[] = [];
    for (let step = 0; step < count; step++) {
      const start = performance.now();
      sheet.innerHTML = words;
      sheet.scrollTo(grid.scrollLeft, grid.scrollTop);
      times.push((await window.benchClock.afterPaint()) - start);
    }
    sheet.remove();
    return times;
  }, steps / 2);
}

async function compare(page: Page): Promise<Measured> {
  await openMatrix(page);
  await scrollMatrix(page);
  const [values, limits]: [number[], number[]] = [[], []];
  // By turns: a load that comes and goes touches both.
  for (let turn = 0; turn < 3; turn++) {
    values.push(...(await scrollMatrix(page)));
    limits.push(...(await putCells(page)).slice(3));
  }
  const told = (name: string, times: readonly number[]) =>
    `${name}: p50 ${percentile(times, 0.5).toFixed(1)} ms, p95 ${percentile(times, 0.95).toFixed(1)} ms`;
  const details = [told('here', values), told('the cells anew', limits)];
  return { value: percentile(values, 0.5), limit: percentile(limits, 0.5), details };
}

async function measure(): Promise<Measured> {
  const { session, folder } = makePassagesNotebook();
  session.close();
  try {
    return await withWindow(join(folder, 'passages.casebook'), compare);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

export const matrixScrollWorkloads: readonly Workload[] = [
  { name: 'event/matrix-scroll', unit: 'ms', goal: 1.5, run: measure },
];
