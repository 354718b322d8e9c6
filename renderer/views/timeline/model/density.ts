import { extentOf, type MarkShape } from './mark-shape';
import type { TimeWindow } from './time-window';

/**
 * How many events lie in each of `count` equal parts of an extent. One that may lie anywhere in a stretch counts a little in all
 * of it, and once altogether.
 */
export function densityOf(
  shapes: readonly (MarkShape | null)[],
  extent: TimeWindow,
  count: number,
): readonly number[] {
  const changes = new Float64Array(count + 1);
  const partOf = (day: number) =>
    Math.min(count - 1, Math.max(0, Math.floor(((day - extent.from) / (extent.to - extent.from)) * count)));
  for (const shape of shapes) {
    if (!shape) continue;
    const { from, to } = extentOf(shape);
    const [first, last] = [partOf(from), partOf(to - 1)];
    const share = 1 / (last - first + 1);
    changes[first] = (changes[first] ?? 0) + share;
    changes[last + 1] = (changes[last + 1] ?? 0) - share;
  }
  let running = 0;
  return Array.from({ length: count }, (_, index) => {
    running += changes[index] ?? 0;
    return Math.max(0, running);
  });
}
