import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type LayoutEdge, type LayoutTask, layOut, type Point, roundsFor, startPoints } from './layout';

/** Circles of eight, each tied to the next circle once. */
function circles(nodeCount: number): {
  readonly ids: readonly string[];
  readonly edges: readonly LayoutEdge[];
} {
  const ids = Array.from({ length: nodeCount }, (_, index) => `0197a${index.toString(16).padStart(4, '0')}`);
  const edges = ids.flatMap((_, index) => {
    const circle = index - (index % 8);
    const next = circle + ((index + 1) % 8);
    const targets = [next, circle + ((index + 3) % 8), index % 8 === 0 ? index + 8 : -1];
    return targets
      .filter((target) => target >= 0 && target < nodeCount && target !== index)
      .map((target) => ({ source: index, target, weight: 1 + (index % 3) }));
  });
  return { ids, edges };
}

function laidOut(
  ids: readonly string[],
  edges: readonly LayoutEdge[],
  known: ReadonlyMap<string, Point> = new Map(),
  pinned: readonly number[] = [],
): readonly Point[] {
  const task: LayoutTask = {
    ids,
    edges,
    start: startPoints(ids, edges, known),
    pinned,
    rounds: roundsFor(ids, known),
  };
  return [...layOut(task)].at(-1) ?? task.start;
}

const placesOf = (ids: readonly string[], points: readonly Point[]): Map<string, Point> =>
  new Map(ids.flatMap((id, index) => (points[index] ? [[id, points[index]] as const] : [])));

const distance = (a: Point | undefined, b: Point | undefined): number =>
  a && b ? Math.hypot(a.x - b.x, a.y - b.y) : Number.NaN;

const median = (numbers: readonly number[]): number =>
  [...numbers].sort((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? Number.NaN;

function widthOf(points: readonly Point[]): number {
  const xs = points.map(({ x }) => x);
  return Math.max(...xs) - Math.min(...xs);
}

describe('the layout', () => {
  it('is the same each time for the same network', () => {
    const { ids, edges } = circles(48);
    const points = laidOut(ids, edges);
    expect(laidOut(ids, edges)).toEqual(points);
    expect(points.every(({ x, y }) => Number.isFinite(x) && Number.isFinite(y))).toBe(true);
  });

  it('puts what is tied nearer than what is not', () => {
    const { ids, edges } = circles(48);
    const points = laidOut(ids, edges);
    const tied = edges.map(({ source, target }) => distance(points[source], points[target]));
    const all = ids.flatMap((_, a) =>
      ids.slice(a + 1).map((__, b) => distance(points[a], points[a + 1 + b])),
    );
    expect(median(tied)).toBeLessThan(median(all) / 2);
  });

  it('leaves everything where it was when nothing has come in', () => {
    const { ids, edges } = circles(48);
    const points = laidOut(ids, edges);
    expect(laidOut(ids, edges.slice(5), placesOf(ids, points))).toEqual(points);
    expect(laidOut(ids.slice(0, 8), [], placesOf(ids, points))).toEqual(points.slice(0, 8));
  });

  it('moves little when a few come in, and puts them beside those they are tied to', () => {
    const { ids, edges } = circles(48);
    const before = laidOut(ids, edges);
    const more = circles(50);
    const after = laidOut(more.ids, more.edges, placesOf(ids, before));
    const moved = ids.map((_, index) => distance(before[index], after[index]));
    expect(median(moved)).toBeLessThan(widthOf(before) * 0.1);
    expect(distance(after[49], after[48])).toBeLessThan(widthOf(after) / 3);
  });

  it('leaves what was put somewhere where it was put', () => {
    const { ids, edges } = circles(16);
    const start = startPoints(ids, edges, new Map());
    const points = [...layOut({ ids, edges, start, pinned: [3], rounds: 80 })].at(-1) ?? [];
    expect(distance(points[3], start[3])).toBeLessThan(0.001);
    expect(distance(points[4], start[4])).toBeGreaterThan(1);
  });

  it('begins at places of its own for every id', () => {
    fc.assert(
      fc.property(fc.uniqueArray(fc.uuid({ version: 7 }), { minLength: 2, maxLength: 50 }), (ids) => {
        const points = startPoints(ids, [], new Map());
        expect(new Set(points.map(({ x, y }) => `${x} ${y}`)).size).toBe(ids.length);
        expect(startPoints([...ids].reverse(), [], new Map()).reverse()).toEqual(points);
      }),
      { numRuns: 50 },
    );
  });
});
