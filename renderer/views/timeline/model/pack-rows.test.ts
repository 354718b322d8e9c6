import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { packRows } from './pack-rows';

const stretches = fc
  .array(fc.tuple(fc.integer({ min: 0, max: 200 }), fc.integer({ min: 0, max: 60 })), { maxLength: 80 })
  .map((pairs) =>
    pairs.map(([left, width]) => ({ left, right: left + width })).sort((a, b) => a.left - b.left),
  );

describe('packRows', () => {
  it('never lets two of a row overlap, and takes no more rows than lie over one point', () => {
    fc.assert(
      fc.property(stretches, (given) => {
        const rows = packRows(given);
        given.forEach((one, index) =>
          given.slice(0, index).forEach((other, before) => {
            if (rows[before] === rows[index]) expect(other.right).toBeLessThanOrEqual(one.left);
          }),
        );
        const depthAt = (point: number) =>
          given.filter(({ left, right }) => left <= point && right > point).length;
        const deepest = Math.max(1, ...given.map(({ left }) => depthAt(left)));
        // Stretches of no length stand on a point without covering it.
        const lengthy = given.every(({ left, right }) => right > left);
        if (lengthy && given.length > 0) expect(Math.max(...rows) + 1).toBe(deepest);
      }),
      { numRuns: 500 },
    );
  });

  it('takes the uppermost free row', () => {
    const at = (left: number, right: number) => ({ left, right });
    expect(packRows([at(0, 10), at(5, 8), at(8, 9), at(10, 12), at(11, 12)])).toEqual([0, 1, 1, 0, 1]);
    expect(packRows([])).toEqual([]);
  });

  it('packs 300,000 that all overlap: their square would outlast the test', () => {
    const rows = packRows(Array.from({ length: 300_000 }, () => ({ left: 0, right: 1 })));
    expect(rows.reduce((most, row) => Math.max(most, row))).toBe(299_999);
  });
});
