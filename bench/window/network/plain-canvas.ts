/** The shapes of a network without the application: lines, discs and names on a bare canvas in the same window. */
import type { Page } from '@playwright/test';

export interface PlainShapes {
  readonly nodeCount: number;
  readonly tieCount: number;
}

declare global {
  interface Window {
    /** Draws the plain shapes, shifted by some pixels. */
    benchPlain: (shift: number) => void;
  }
}

/** Names that have room on such a picture. */
const namesShown = 120;

/** Puts the canvas over the application's and draws; answers the milliseconds to its paint. */
export function drawPlain(page: Page, { nodeCount, tieCount }: PlainShapes): Promise<number> {
  return page.evaluate(
    async ({ nodes, ties, names }) => {
      const own =
        document.querySelector('canvas')?.getBoundingClientRect() ?? new DOMRect(176, 125, 803, 675);
      const canvas = document.createElement('canvas');
      canvas.id = 'bench-plain';
      canvas.width = own.width * devicePixelRatio;
      canvas.height = own.height * devicePixelRatio;
      canvas.style.cssText = `position:fixed;left:${own.x}px;top:${own.y}px;width:${own.width}px;height:${own.height}px;background:white;z-index:1000`;
      const context = canvas.getContext('2d');
      if (!context) throw new Error('there is no canvas');
      let seed = 7;
      const random = () => (seed = (seed * 16807) % 2147483647) / 2147483647;
      const spread = (size: number) => size * (0.5 + (random() + random() - 1) * 0.45);
      const points = Array.from({ length: nodes }, () => ({ x: spread(own.width), y: spread(own.height) }));
      const at = (index: number) => points[index % nodes] ?? { x: 0, y: 0 };
      // As in the picture: most ties join what is near.
      points.sort((a, b) => Math.floor(a.x / 90) - Math.floor(b.x / 90) || a.y - b.y);
      const lines = Array.from({ length: ties }, (_, index) => {
        const from = index % nodes;
        const to = random() < 0.85 ? from + 1 + Math.floor(random() * 25) : Math.floor(random() * nodes);
        return [at(from), at(to)] as const;
      });
      window.benchPlain = (shift) => {
        context.setTransform(devicePixelRatio, 0, 0, devicePixelRatio, 0, 0);
        context.clearRect(0, 0, own.width, own.height);
        context.globalAlpha = 0.3;
        context.lineWidth = 1;
        context.strokeStyle = '#666666';
        context.beginPath();
        for (const [from, to] of lines) {
          context.moveTo(from.x + shift, from.y);
          context.lineTo(to.x + shift, to.y);
        }
        context.stroke();
        context.globalAlpha = 1;
        context.fillStyle = '#1b5c78';
        for (const { x, y } of points) {
          context.beginPath();
          context.arc(x + shift, y, 5, 0, 2 * Math.PI);
          context.fill();
        }
        context.font = '11px "Inter Variable", sans-serif';
        context.textAlign = 'center';
        for (let name = 0; name < names; name++)
          context.fillText('Some Names', at(name * 8).x + shift, at(name * 8).y);
      };
      document.body.append(canvas);
      await window.benchClock.afterPaint();
      const start = performance.now();
      window.benchPlain(0);
      return (await window.benchClock.afterPaint()) - start;
    },
    { nodes: nodeCount, ties: tieCount, names: namesShown },
  );
}

/** Milliseconds of each frame in which the plain shapes are drawn anew. */
export function plainFrames(page: Page, count: number): Promise<readonly number[]> {
  return page.evaluate(async (wanted) => {
    const times: number[] = [];
    for (let frame = 0; frame < wanted; frame++) {
      const start = performance.now();
      requestAnimationFrame(() => window.benchPlain(frame % 50));
      times.push((await window.benchClock.afterPaint()) - start);
    }
    return times;
  }, count);
}

export async function hidePlain(page: Page): Promise<void> {
  await page.evaluate(() => document.querySelector('#bench-plain')?.remove());
}
