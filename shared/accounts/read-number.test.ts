import fc from 'fast-check';
import { expect, test } from 'vitest';
import { comparisons } from '../model/account';
import { numberWords } from './account-words';
import { readNumber } from './read-number';

test.each([
  ['23', '=', 23, null],
  ['at least 23', '≥', 23, null],
  ['≥23', '≥', 23, null],
  ['>= 23', '≥', 23, null],
  ['23+', '≥', 23, null],
  ['no fewer than 1,500', '≥', 1500, null],
  ['up to 40', '≤', 40, null],
  ['more than 550', '>', 550, null],
  ['fewer than 3', '<', 3, null],
  ['about 2.5 million', '≈', 2_500_000, null],
  ['~ 500', '≈', 500, null],
  ['20–25', '=', 20, 25],
  ['between 20 and 25', '=', 20, 25],
  ['about 20 to 25', '≈', 20, 25],
  ['2 to 3 thousand', '=', 2000, 3000],
  ['1 500', '=', 1500, null],
  ['0', '=', 0, null],
])('%s is read', (text, comparison, low, high) => {
  expect(readNumber(text)).toEqual({ kind: 'number', comparison, low, high });
});

test.each(['', 'many', 'dozens', '25–20', '1,5', '12 34', 'at least', '23 people', '>= 5+', '-5'])(
  '“%s” is no number',
  (text) => {
    expect(readNumber(text)).toBeNull();
  },
);

test('what is said of a number is read as that number', () => {
  const value = fc.record({
    comparison: fc.constantFrom(...comparisons),
    low: fc.nat(10_000_000),
    more: fc.option(fc.integer({ min: 1, max: 100_000 })),
  });
  fc.assert(
    fc.property(value, ({ comparison, low, more }) => {
      const number = { kind: 'number' as const, comparison, low, high: more === null ? null : low + more };
      expect(readNumber(numberWords(number))).toEqual(number);
    }),
  );
});
