import fc from 'fast-check';
import { expect, it } from 'vitest';
import { RowSet } from './row-set';

const size = 300;
const rows = fc.uniqueArray(fc.nat(size - 1), { maxLength: 200 });
const setOf = (list: readonly number[]) => new RowSet(size).addAll(list);
const sorted = (list: Iterable<number>) => [...list].sort((a, b) => a - b);

it('is a set of numbers', () => {
  fc.assert(
    fc.property(rows, rows, fc.nat(size), fc.nat(50), (a, b, before, limit) => {
      const both = a.filter((row) => b.includes(row));
      expect(setOf(a).and(setOf(b)).toArray()).toEqual(sorted(both));
      expect(setOf(a).or(setOf(b)).toArray()).toEqual(sorted(new Set([...a, ...b])));
      expect(setOf(a).andNot(setOf(b)).toArray()).toEqual(sorted(a.filter((row) => !b.includes(row))));
      expect(setOf(a).countWith(setOf(b))).toBe(both.length);
      expect(setOf(a).count()).toBe(a.length);
      expect(setOf(a).isEmpty()).toBe(a.length === 0);
      const span = { from: Math.min(before, limit), to: Math.max(before, limit) };
      const inSpan = sorted(a).filter((row) => row >= span.from && row < span.to);
      expect(setOf(a).keepSpan(span).toArray()).toEqual(inSpan);
      expect(sorted(a).map(setOf(a).numbering())).toEqual(sorted(a).map((_, number) => number));
      const below = sorted(a).reverse();
      expect(setOf(a).highest(limit, before)).toEqual(below.filter((row) => row < before).slice(0, limit));
    }),
  );
});

it('leaves rows out that are beyond its size, and copies', () => {
  const set = setOf([0, 31, 32, size - 1, size, size + 40, -1]);
  expect(set.toArray()).toEqual([0, 31, 32, size - 1]);
  const copy = set.clone();
  copy.remove(31);
  expect([set.has(31), copy.has(31), copy.has(size), copy.has(-1)]).toEqual([true, false, false, false]);
});

it('stops when asked to', () => {
  const seen: number[] = [];
  setOf([5, 70, 90]).forEach((row) => seen.push(row) < 2);
  expect(seen).toEqual([5, 70]);
});
