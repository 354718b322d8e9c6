/** A clock inside of a page: when something was painted, and how long after a key. Times are `performance.now()` of the page. */
import type { Page } from '@playwright/test';

export interface PageClock {
  /** Resolves after the next frame has been painted. */
  readonly afterPaint: () => Promise<number>;
  /** Resolves after the frame has been painted in which this has become true. */
  readonly paintedWhen: (isThere: () => boolean) => Promise<number>;
  /** Milliseconds from each key press to the paint after it. */
  readonly keyTimes: number[];
  /** What is being watched for, for a later look. */
  watched: Promise<number>;
  /** Kept, so that it lives as long as the page. */
  readonly port: MessagePort;
}

declare global {
  interface Window {
    benchClock: PageClock;
  }
}

/** Puts the clock into a page as `benchClock`. */
export async function installClock(page: Page): Promise<void> {
  await page.evaluate(() => {
    // One channel for good: a new one for each frame is sometimes collected with its message still under way.
    const { port1, port2 } = new MessageChannel();
    const waiting: ((time: number) => void)[] = [];
    port1.addEventListener('message', () => waiting.shift()?.(performance.now()));
    port1.start();
    const afterPaint = () =>
      new Promise<number>((done) => {
        requestAnimationFrame(() => {
          waiting.push(done);
          port2.postMessage(null);
        });
      });
    const paintedWhen = (isThere: () => boolean) =>
      new Promise<number>((done) => {
        if (isThere()) return done(afterPaint());
        const watcher = new MutationObserver(() => {
          if (!isThere()) return;
          watcher.disconnect();
          done(afterPaint());
        });
        watcher.observe(document, { childList: true, subtree: true, attributes: true });
      });
    const keyTimes: number[] = [];
    const pressed = async ({ timeStamp }: KeyboardEvent) => {
      keyTimes.push((await afterPaint()) - timeStamp);
    };
    addEventListener('keydown', (event) => void pressed(event), { capture: true });
    window.benchClock = { afterPaint, paintedWhen, keyTimes, watched: Promise.resolve(0), port: port1 };
  });
}

/** Types letters at a typist's pace; answers the time from each key to its paint. */
export async function typeAndTime(page: Page, text: string): Promise<readonly number[]> {
  await page.evaluate(() => window.benchClock.keyTimes.splice(0));
  for (const letter of text) {
    await page.keyboard.press(letter === ' ' ? 'Space' : letter);
    await page.waitForTimeout(110);
  }
  return page.evaluate(() => window.benchClock.keyTimes.splice(0));
}
