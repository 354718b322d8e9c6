import { expect, it } from 'vitest';
import { barAt, countIn, datesOf, isIn, rangeAfterKey, rangeWords } from './bar-range';

const bars = [
  { value: '2024-03', count: 3 },
  { value: '2024-04', count: 0 },
  { value: '2024-05', count: 7 },
];

it('asks for one bar, or for all from the first to the last, however they were chosen', () => {
  expect(datesOf(bars, { from: 1, to: 1 })).toBe('2024-04');
  expect(datesOf(bars, { from: 2, to: 0 })).toBe('2024-03..2024-05');
  expect(datesOf([], { from: 0, to: 0 })).toBeNull();
  expect(countIn(bars, { from: 2, to: 0 })).toBe(10);
  expect([0, 1, 2].map((at) => isIn({ from: 2, to: 1 }, at))).toEqual([false, true, true]);
  expect(rangeWords(bars, { from: 2, to: 0 })).toBe('March 2024 to May 2024');
});

it('finds the bar under the pointer, also beyond the ends', () => {
  expect([-0.2, 0, 0.34, 0.99, 1, 3].map((part) => barAt(part, 3))).toEqual([0, 0, 1, 2, 2, 2]);
});

it('moves by keys, and grows with Shift from where it began', () => {
  expect(rangeAfterKey('ArrowRight', false, { from: 0, to: 0 }, 3)).toEqual({ from: 1, to: 1 });
  expect(rangeAfterKey('ArrowRight', true, { from: 1, to: 1 }, 3)).toEqual({ from: 1, to: 2 });
  expect(rangeAfterKey('Home', true, { from: 2, to: 2 }, 3)).toEqual({ from: 2, to: 0 });
  expect(rangeAfterKey('ArrowLeft', false, { from: 0, to: 0 }, 3)).toEqual({ from: 0, to: 0 });
  expect(rangeAfterKey('a', false, { from: 0, to: 0 }, 3)).toBeNull();
});
