/** How long a page is busy: until it is quiet after something was shown, and at a stretch while it is scrolled. */
import type { Page } from '@playwright/test';

interface Busy {
  readonly start: number;
  readonly end: number;
}

declare global {
  interface Window {
    /** Tasks of 50 ms and more, as the browser reports them. */
    benchLongTasks: Busy[];
  }
}

export async function watchLongTasks(page: Page): Promise<void> {
  await page.evaluate(() => {
    window.benchLongTasks = [];
    new PerformanceObserver((list) => {
      for (const { startTime, duration } of list.getEntries())
        window.benchLongTasks.push({ start: startTime, end: startTime + duration });
    }).observe({ type: 'longtask' });
  });
}

/** Waits until a page has had no long task for a while; answers when the last one ended, 0 when there was none. */
export function untilQuiet(page: Page): Promise<number> {
  return page.evaluate(async () => {
    const quietMs = 600;
    const asked = performance.now();
    const lastEnd = () => window.benchLongTasks.at(-1)?.end ?? 0;
    while (performance.now() - Math.max(asked, lastEnd()) < quietMs)
      await new Promise((done) => setTimeout(done, 50));
    return lastEnd();
  });
}

/** Shorter tasks are not reported: the longest one took at most this. */
const reportedFromMs = 50;

/** Milliseconds of the longest task of a scroll through a text, and of its frames. */
export interface Scrolled {
  readonly longestTask: number;
  readonly frames: readonly number[];
}

/** Scrolls to the end, most of a screen in each frame. */
export async function scrollThrough(page: Page, selector: string): Promise<Scrolled> {
  const { frames, start } = await page.evaluate(async (wanted) => {
    const scroller = document.querySelector(wanted);
    if (!scroller) throw new Error(`nothing to scroll: ${wanted}`);
    const began = performance.now();
    const times: number[] = [];
    let before = await new Promise<number>(requestAnimationFrame);
    while (scroller.scrollTop + scroller.clientHeight < scroller.scrollHeight - 1) {
      scroller.scrollTop += scroller.clientHeight * 0.8;
      const now = await new Promise<number>(requestAnimationFrame);
      times.push(now - before);
      before = now;
    }
    return { frames: times, start: began };
  }, selector);
  await untilQuiet(page);
  const tasks = await page.evaluate(
    (since) => window.benchLongTasks.filter((task) => task.end > since).map((task) => task.end - task.start),
    start,
  );
  return { longestTask: Math.max(...tasks, reportedFromMs), frames };
}
