import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { gather } from './gather';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

test('the first is passed on at once, the rest together after the pause', () => {
  const passed: string[][] = [];
  const take = gather<string>(100, (items) => passed.push([...items]));
  take(['a']);
  expect(passed).toEqual([['a']]);
  take(['b']);
  take(['c', 'b']);
  expect(passed).toHaveLength(1);
  vi.advanceTimersByTime(100);
  expect(passed).toEqual([['a'], ['b', 'c']]);
});

test('after a quiet pause the next is passed on at once again', () => {
  const passed: string[][] = [];
  const take = gather<string>(100, (items) => passed.push([...items]));
  take(['a']);
  vi.advanceTimersByTime(100);
  take(['b']);
  expect(passed).toEqual([['a'], ['b']]);
});

test('nothing is lost in a long stream', () => {
  const passed = new Set<number>();
  const take = gather<number>(100, (items) => items.forEach((item) => passed.add(item)));
  for (let item = 0; item < 1_000; item++) {
    take([item]);
    vi.advanceTimersByTime(7);
  }
  vi.advanceTimersByTime(100);
  expect(passed.size).toBe(1_000);
});
