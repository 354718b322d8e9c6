/** Lays a network out in a thread of its own, and tells now and then how far it has come. */
import { type LayoutTask, layOut, type Point } from './layout';

/** Places as they are after a step; `isLast`: they stay so. */
export interface LayoutStep {
  readonly points: readonly Point[];
  readonly isLast: boolean;
}

/** Steps are told this far apart at the least: each is a frame to draw. */
const pauseMs = 60;

addEventListener('message', ({ data }: MessageEvent<LayoutTask>) => {
  let points: readonly Point[] = data.start;
  let told = performance.now();
  for (points of layOut(data)) {
    if (performance.now() - told < pauseMs) continue;
    told = performance.now();
    postMessage({ points, isLast: false } satisfies LayoutStep);
  }
  postMessage({ points, isLast: true } satisfies LayoutStep);
});
