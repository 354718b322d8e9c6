/** The network of 1,000 names and 5,000 ties: its first picture, and its frames while it is zoomed and a node is dragged. */
import type { Page } from '@playwright/test';
import { percentile } from '../../measure';
import type { Measured, Workload } from '../../workload';
import { withWindow } from '../running-app';
import { networkNotebook, nodeCount, tieCount } from './network-notebook';
import { drawPlain, hidePlain, plainFrames } from './plain-canvas';

const frames = 80;
/** The first frames compile what draws them. */
const warmUp = 20;

/** Goes to the screen; answers the milliseconds to its first picture. */
async function openNetwork(page: Page): Promise<number> {
  await page.evaluate(() => {
    const { paintedWhen } = window.benchClock;
    window.benchClock.watched = new Promise((done) => {
      const pressed = ({ timeStamp }: PointerEvent) =>
        done(paintedWhen(() => document.querySelector('canvas') !== null).then((time) => time - timeStamp));
      addEventListener('pointerup', pressed, { capture: true, once: true });
    });
  });
  await page.getByRole('navigation', { name: 'Notebook' }).getByRole('button', { name: 'Network' }).click();
  return page.evaluate(() => window.benchClock.watched);
}

async function waitUntilArranged(page: Page): Promise<void> {
  const words = `${nodeCount.toLocaleString('en')} names, ${tieCount.toLocaleString('en')} ties`;
  await page.getByRole('status').filter({ hasText: words }).waitFor({ timeout: 120_000 });
}

async function backToLibrary(page: Page): Promise<void> {
  await page.getByRole('navigation', { name: 'Notebook' }).getByRole('button', { name: 'Library' }).click();
  await page.getByRole('gridcell').first().waitFor();
}

const openings = 5;

function measureOpen(): Promise<Measured> {
  return withWindow(networkNotebook(), async (page) => {
    await openNetwork(page);
    await waitUntilArranged(page);
    const values: number[] = [];
    const limits: number[] = [];
    for (let opening = 0; opening < openings; opening++) {
      await backToLibrary(page);
      values.push(await openNetwork(page));
      limits.push(await drawPlain(page, { nodeCount, tieCount }));
      await hidePlain(page);
    }
    return { value: percentile(values, 0.5), limit: percentile(limits, 0.5) };
  });
}

/** Milliseconds of work and paint of each frame in which a hand has moved: it zooms, then drags a node about. */
function moveAndTime(page: Page, count: number): Promise<readonly number[]> {
  return page.evaluate(async (wanted) => {
    const canvas = document.querySelector('canvas');
    if (!canvas) throw new Error('there is no picture');
    const box = canvas.getBoundingClientRect();
    const middle = { clientX: box.x + box.width / 2, clientY: box.y + box.height / 2 };
    const times: number[] = [];
    const turn = async (move: () => void) => {
      const start = performance.now();
      move();
      times.push((await window.benchClock.afterPaint()) - start);
    };
    for (let frame = 0; frame < wanted / 2; frame++) {
      const deltaY = frame % 40 < 20 ? -30 : 30;
      await turn(() =>
        canvas.dispatchEvent(new WheelEvent('wheel', { ...middle, deltaY, cancelable: true })),
      );
    }
    const pointer = (kind: string, shift: number) =>
      canvas.dispatchEvent(
        new PointerEvent(kind, {
          pointerId: 1,
          button: 0,
          clientX: middle.clientX + shift,
          clientY: middle.clientY,
        }),
      );
    canvas.setPointerCapture = () => {};
    pointer('pointerdown', 0);
    for (let frame = 0; frame < wanted / 2; frame++)
      await turn(() => pointer('pointermove', 4 + (frame % 50)));
    pointer('pointerup', 4);
    return times;
  }, count);
}

function measureFrames(): Promise<Measured> {
  return withWindow(networkNotebook(), async (page) => {
    await openNetwork(page);
    await waitUntilArranged(page);
    await moveAndTime(page, warmUp);
    const values: number[] = [];
    const limits: number[] = [];
    // By turns: a load that comes and goes touches both.
    for (let turn = 0; turn < 3; turn++) {
      values.push(...(await moveAndTime(page, frames)));
      await drawPlain(page, { nodeCount, tieCount });
      limits.push(...(await plainFrames(page, frames)).slice(5));
      await hidePlain(page);
    }
    const told = (name: string, times: readonly number[]) =>
      `${name}: p50 ${percentile(times, 0.5).toFixed(1)} ms, p95 ${percentile(times, 0.95).toFixed(1)} ms`;
    return {
      value: percentile(values, 0.5),
      limit: percentile(limits, 0.5),
      details: [told('here', values), told('plain canvas', limits)],
    };
  });
}

export const networkWorkloads: readonly Workload[] = [
  { name: 'network/open-1k', unit: 'ms', goal: 8, run: measureOpen },
  { name: 'network/frame-1k', unit: 'ms', goal: 1.5, run: measureFrames },
];
