import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { drawnExtent, layOut, rowMiddle, spotAt, steppedScale } from './lay-out';
import { type MarkShape, shapeOf } from './mark-shape';
import { itemAt, spotOf, walk } from './walk';

const stretch = (earliest: number, latest: number) => shapeOf({ date: '', earliest, latest, inferred: true });

const shapesOf = fc
  .array(fc.tuple(fc.integer({ min: 0, max: 500 }), fc.integer({ min: 0, max: 30 })), { maxLength: 60 })
  .map((pairs) => pairs.map(([from, days]) => stretch(from, from + days)));

const twoLanes = (shapes: readonly (MarkShape | null)[]) => [
  { id: 'a', name: 'A', events: shapes.flatMap((_, index) => (index % 3 > 0 ? [index] : [])) },
  { id: 'b', name: 'B', events: shapes.flatMap((_, index) => (index % 3 === 0 ? [index] : [])) },
];

describe('layOut', () => {
  it('lets no two events of a row overlap, at any scale its rows hold for', () => {
    fc.assert(
      fc.property(shapesOf, fc.double({ min: 0.01, max: 60, noNaN: true }), (shapes, pxPerDay) => {
        const { lanes } = layOut(twoLanes(shapes), steppedScale(pxPerDay), shapes);
        for (const row of lanes.flatMap(({ rows }) => rows)) {
          row.slice(1).forEach((item, index) => {
            const before = row[index];
            if (!before) throw new Error('a hole in a row');
            expect(drawnExtent(before, pxPerDay).right).toBeLessThan(drawnExtent(item, pxPerDay).left);
          });
        }
      }),
    );
  });

  it('finds every event again at its place', () => {
    fc.assert(
      fc.property(shapesOf, fc.double({ min: 0.5, max: 8, noNaN: true }), (shapes, pxPerDay) => {
        const layout = layOut(twoLanes(shapes), steppedScale(pxPerDay), shapes);
        layout.lanes.forEach((lane, at) =>
          lane.items.forEach((item, index) => {
            const middle = (item.from + item.to) / 2;
            const spot = spotAt(layout, middle, rowMiddle(lane, lane.rowOf[index] ?? 0), pxPerDay);
            expect(spot).toEqual({ lane: at, item: index });
          }),
        );
      }),
    );
  });

  it('makes room for titles while few stand above each other', () => {
    const shapes = [stretch(0, 0), stretch(20, 20), stretch(40, 40)];
    const lanes = [{ id: 'a', name: 'A', events: [0, 1, 2] }];
    expect(layOut(lanes, 4, shapes).lanes[0]?.rowOf).toEqual([0, 1, 2]);
    expect(layOut(lanes, 16, shapes).lanes[0]?.rowOf).toEqual([0, 0, 0]);
  });
});

describe('walk', () => {
  const shapes = [stretch(0, 0), stretch(10, 12), stretch(11, 11), stretch(30, 30), null];
  const lanes = [
    { id: 'a', name: 'A', events: [1, 0, 4] },
    { id: 'b', name: 'B', events: [] },
    { id: 'c', name: 'C', events: [2, 3] },
  ];
  const layout = layOut(lanes, 1, shapes);
  const eventAfter = (event: number, step: Parameters<typeof walk>[2]) => {
    const spot = walk(layout, spotOf(layout, event), step);
    return spot && itemAt(layout, spot)?.event;
  };

  it('goes along a lane, and to the nearest event of the next one that has any', () => {
    expect(eventAfter(0, 'next')).toBe(1);
    expect(eventAfter(1, 'next')).toBe(1);
    expect(eventAfter(1, 'previous')).toBe(0);
    expect(eventAfter(1, 'down')).toBe(2);
    expect(eventAfter(3, 'up')).toBe(1);
    expect(eventAfter(2, 'down')).toBe(2);
    expect(eventAfter(1, 'very last')).toBe(3);
    expect(eventAfter(3, 'very first')).toBe(0);
    expect(eventAfter(2, 'last')).toBe(3);
  });

  it('begins at the first event', () => {
    expect(walk(layout, null, 'next')).toEqual({ lane: 0, item: 0 });
    expect(walk(layOut([], 1, []), null, 'next')).toBeNull();
  });
});
