import { describe, expect, it } from 'vitest';
import { pageLocators, pageStart } from './pages';

const places = (...starts: number[]): ReadonlyMap<string, number> =>
  new Map(starts.map((start, at) => [pageStart(at + 2), start]));

describe('the pages of a document', () => {
  it('are told where its own count agrees', () => {
    expect(pageLocators(3, '3', places(10, 20))).toEqual([
      { kind: 'page', label: '1', start: 0 },
      { kind: 'page', label: '2', start: 10 },
      { kind: 'page', label: '3', start: 20 },
    ]);
    expect(pageLocators(3, '4', places(10, 20))).toEqual([]);
    expect(pageLocators(3, '', places(10, 20))).toEqual([]);
    expect(pageLocators(1, '1', places())).toEqual([]);
  });

  it('have places of their own: a page without words has none', () => {
    expect(pageLocators(4, '4', places(0, 20, 20)).map(({ label, start }) => [label, start])).toEqual([
      ['2', 0],
      ['4', 20],
    ]);
  });

  it('are not told where one is missing or out of order', () => {
    expect(pageLocators(3, '3', places(10))).toEqual([]);
    expect(pageLocators(3, '3', places(20, 10))).toEqual([]);
  });
});
