import { describe, expect, it } from 'vitest';
import { percentile } from './measure';
import { makeText, seeded, vocabulary } from './prose';
import { workloads } from './workloads';

describe('percentile', () => {
  it('is the number that the share lies below', () => {
    const numbers = Array.from({ length: 100 }, (_, index) => 99 - index);
    expect([percentile(numbers, 0.5), percentile(numbers, 0.95), percentile(numbers, 1)]).toEqual([
      50, 95, 99,
    ]);
  });
});

describe('made prose', () => {
  it('is the same for the same seed', () => {
    expect(makeText(seeded(7), 200)).toBe(makeText(seeded(7), 200));
    expect(makeText(seeded(7), 200)).not.toBe(makeText(seeded(8), 200));
  });

  it('has frequencies that fall as those of a language do', () => {
    const words = makeText(seeded(1), 50_000).toLowerCase().match(/\w+/g) ?? [];
    const count = (rank: number) => words.filter((word) => word === vocabulary[rank]).length;
    expect(new Set(vocabulary).size).toBe(vocabulary.length);
    expect(count(0)).toBeGreaterThan(3 * count(9));
    expect(count(9)).toBeGreaterThan(3 * count(99));
  });
});

describe('the workloads', () => {
  it('have names of a known area, each once', () => {
    const names = workloads.map(({ name }) => name);
    for (const name of names)
      expect(name).toMatch(
        /^(start|reader|editor|anchor|compare|event|network|timeline|map|search|import|export)\/[a-z0-9-]+$/,
      );
    expect(new Set(names).size).toBe(names.length);
  });
});
