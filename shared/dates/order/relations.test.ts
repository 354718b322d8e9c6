import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type AllenRelation,
  allenRelations,
  certainlyBefore,
  certainRelation,
  converse,
  type Extent,
  extentOf,
  possibleRelations,
} from './relations';

type Interval = readonly [start: number, end: number];

const exact = ([start, end]: Interval): Extent => ({
  startEarliest: start,
  startLatest: start,
  endEarliest: end,
  endLatest: end,
});

/** By the definitions, without the code under test. */
function relationOf([s1, e1]: Interval, [s2, e2]: Interval): AllenRelation {
  if (e1 + 1 < s2) return 'before';
  if (e1 + 1 === s2) return 'meets';
  if (e2 + 1 < s1) return 'after';
  if (e2 + 1 === s1) return 'met by';
  if (s1 === s2) return e1 === e2 ? 'equals' : e1 < e2 ? 'starts' : 'started by';
  if (e1 === e2) return s1 < s2 ? 'finished by' : 'finishes';
  if (s1 < s2) return e1 < e2 ? 'overlaps' : 'contains';
  return e1 < e2 ? 'during' : 'overlapped by';
}

const intervals: readonly Interval[] = Array.from({ length: 8 }, (_, start) =>
  Array.from({ length: 8 - start }, (_unused, length): Interval => [start, start + length]),
).flat();

const allowed = (extent: Extent): readonly Interval[] =>
  intervals.filter(
    ([start, end]) =>
      start >= (extent.startEarliest ?? 0) &&
      start <= (extent.startLatest ?? 7) &&
      end >= (extent.endEarliest ?? 0) &&
      end <= (extent.endLatest ?? 7),
  );

const day = fc.integer({ min: 0, max: 7 });
const range = fc.tuple(day, day).map(([a, b]) => [Math.min(a, b), Math.max(a, b)] as const);
const bounded: fc.Arbitrary<Extent> = fc.tuple(range, range).map(([start, end]) => ({
  startEarliest: start[0],
  startLatest: start[1],
  endEarliest: end[0],
  endLatest: end[1],
}));

/** Which relations of a to c follow from those of a to b and of b to c, by trying all intervals there are. */
const composed = new Map<string, Set<AllenRelation>>();
for (const a of intervals)
  for (const b of intervals)
    for (const c of intervals) {
      const key = `${relationOf(a, b)}|${relationOf(b, c)}`;
      composed.set(key, (composed.get(key) ?? new Set<AllenRelation>()).add(relationOf(a, c)));
    }

describe('possibleRelations', () => {
  it('is the one relation of intervals that are known to the day', () => {
    for (const a of intervals)
      for (const b of intervals) expect(possibleRelations(exact(a), exact(b))).toEqual([relationOf(a, b)]);
  });

  it('is exactly what the intervals allow that the bounds allow', () => {
    fc.assert(
      fc.property(bounded, bounded, (a, b) => {
        const pairs = allowed(a).flatMap((one) => allowed(b).map((other) => relationOf(one, other)));
        expect(new Set(possibleRelations(a, b))).toEqual(new Set(pairs));
      }),
      { numRuns: 200 },
    );
  });

  it('is the converse the other way round', () => {
    fc.assert(
      fc.property(bounded, bounded, (a, b) => {
        const there = possibleRelations(a, b).map(converse);
        expect(new Set(there)).toEqual(new Set(possibleRelations(b, a)));
      }),
      { numRuns: 200 },
    );
    expect(allenRelations.map(converse).map(converse)).toEqual(allenRelations);
  });

  it('composes: no relation is possible that those over a third event rule out', () => {
    // Allen's table of compositions has 409 entries in its 169 cells.
    expect([...composed.values()].reduce((sum, cell) => sum + cell.size, 0)).toBe(409);
    fc.assert(
      fc.property(bounded, bounded, bounded, (a, b, c) => {
        fc.pre(allowed(a).length > 0 && allowed(b).length > 0 && allowed(c).length > 0);
        const through = possibleRelations(a, b).flatMap((one) =>
          possibleRelations(b, c).flatMap((other) => [...(composed.get(`${one}|${other}`) ?? [])]),
        );
        expect(possibleRelations(a, c).every((relation) => through.includes(relation))).toBe(true);
      }),
      { numRuns: 200 },
    );
  });

  it('leaves everything open between dates that bound nothing', () => {
    const nothing = extentOf('XXXX-07-03');
    expect(possibleRelations(nothing, extentOf('2025'))).toEqual(allenRelations);
    expect(possibleRelations(nothing, nothing)).toEqual(allenRelations);
  });
});

describe('dates', () => {
  const relation = (a: string, b: string) => certainRelation(extentOf(a), extentOf(b));
  const before = (a: string, b: string) => certainlyBefore(extentOf(a), extentOf(b));

  it.each([
    ['2025-07-03', '2025-07-04', 'meets'],
    ['2025-07-03', '2025-07-05', 'before'],
    ['2025-07-03', '2025-07-03', 'equals'],
    ['2025-06', '2025-08', 'before'],
    ['2025-07-03', '2025-07', null],
    ['2025-07', '2025-07', null],
    ['2025-06', '2025-07', null],
    ['2025-07-03~', '2025-09', null],
    ['XXXX-07-03', '2025-07-05', null],
  ])('%s to %s is certainly %s', (a, b, expected) => {
    expect(relation(a, b)).toBe(expected);
  });

  it('is certain about before only where nothing can overlap', () => {
    expect(before('2025-06', '2025-07')).toBe(true);
    expect(before('../2024', '2025')).toBe(true);
    expect(before('-0044', '0014')).toBe(true);
    expect(before('2025-07', '2025-07-31')).toBe(false);
    expect(before('2024/..', '2025')).toBe(false);
    expect(before('2025-06?', '2025-07')).toBe(false);
  });
});
