import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { RowSet } from '../../rows/row-set';
import { addContainer, changeRows, countInContainer, listRows, readContainer, writeRows } from './containers';
import { decodeFacts, decodeStarts, encodeFacts, encodeStarts } from './facts-record';
import { addHeld, countHeld, holdRows, noHeldRows, visitHeld } from './held-rows';

const ascending = (numbers: readonly number[]) => [...new Set(numbers)].sort((a, b) => a - b);
const low = fc.nat(0xffff);
/** Few rows here and there, or thousands in a row: both forms of a container. */
const rows = fc.oneof(
  fc.array(low, { maxLength: 50 }).map(ascending),
  fc
    .tuple(fc.nat(50_000), fc.integer({ min: 3900, max: 6000 }))
    .map(([from, length]) => Array.from({ length }, (_, index) => from + index)),
);

describe('containers', () => {
  it('hold the rows that were put in and not those that were taken out', () => {
    fc.assert(
      fc.property(rows, fc.array(fc.tuple(rows, fc.boolean()), { maxLength: 4 }), (first, steps) => {
        const wanted = new Set(first);
        let blob = writeRows(first);
        for (const [changed, isIn] of steps) {
          const next = changeRows(blob ?? undefined, new Map(changed.map((row) => [row, isIn])));
          for (const row of changed) {
            if (isIn) wanted.add(row);
            else wanted.delete(row);
          }
          blob = next;
        }
        expect(blob === null ? [] : listRows(blob)).toEqual(ascending([...wanted]));
        // The form is that of rows written at once: a rebuilt index has the same bytes.
        expect(blob).toEqual(writeRows(ascending([...wanted])));
      }),
      { numRuns: 25 },
    );
  });

  it('are added to and counted in sets of rows, also beyond the end of a set', () => {
    fc.assert(
      fc.property(rows, rows, fc.constantFrom(70_000, 131_072, 100), (held, asked, size) => {
        const blob = writeRows(held);
        if (!blob) return;
        const container = readContainer(1, blob);
        const set = new RowSet(size);
        addContainer(container, set);
        const there = held.map((row) => row + 0x10000).filter((row) => row < size);
        expect(set.toArray().filter((row) => row < size)).toEqual(there);
        const within = new RowSet(size).addAll(asked.map((row) => row + 0x10000));
        expect(countInContainer(container, within)).toBe(there.filter((row) => within.has(row)).length);
      }),
      { numRuns: 25 },
    );
  });
});

it('holds rows listed and dense, counts, adds and visits them in order', () => {
  const value = fc.tuple(rows, rows);
  const below = 3 * 0x10000;
  fc.assert(
    fc.property(fc.array(value, { minLength: 1, maxLength: 3 }), rows, (values, asked) => {
      const wanted = values.map((chunks) =>
        chunks.flatMap((lows, chunk) => lows.map((each) => each + chunk * 0x10000)),
      );
      const pieces = values.flatMap((chunks, id) =>
        chunks.flatMap((lows, chunk) => {
          const blob = writeRows(lows);
          if (!blob) return [];
          return [{ id, chunk, rows: blob.length <= 200 ? blob.toString('hex').toUpperCase() : blob }];
        }),
      );
      const held = holdRows(pieces);
      const within = new RowSet(below).addAll(asked).addAll(asked.map((row) => row + 0x10000));
      wanted.forEach((all, id) => {
        const one = held.get(id) ?? noHeldRows;
        const set = new RowSet(below);
        addHeld(one, set);
        expect(set.toArray()).toEqual(all);
        const found = all.filter((row) => within.has(row));
        expect(countHeld(one, within)).toBe(found.length);
        const visited: number[] = [];
        visitHeld(one, within, (row) => void visited.push(row));
        expect(visited).toEqual(found);
      });
    }),
    { numRuns: 25 },
  );
});

describe('records', () => {
  const values = fc.array(fc.nat(3_000_000), { maxLength: 12 }).map(ascending);

  it('come back as they were', () => {
    const parts = fc.array(fc.tuple(fc.nat(4_000_000), values), { maxLength: 8 });
    fc.assert(
      fc.property(values, values, parts, (own, shared, listed) => {
        const facts = { own, shared, parts: new Map(listed) };
        expect(decodeFacts(encodeFacts(facts))).toEqual({
          own,
          shared,
          parts: new Map([...facts.parts].sort(([a], [b]) => a - b)),
        });
      }),
    );
  });

  it('of sentences too, empty ones among them', () => {
    const starts = [
      { word: 0, opens: true },
      { word: 7, opens: false },
      { word: 7, opens: true },
      { word: 300, opens: true },
    ];
    expect(decodeStarts(encodeStarts(starts))).toEqual({
      sentences: [0, 7, 7, 300],
      paragraphs: [0, 7, 300],
    });
  });
});
