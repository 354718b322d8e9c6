import { expect, it } from 'vitest';
import type { Annotation, Part } from '../../../../shared/model/annotation';
import { codePoints } from '../../../../shared/text/offsets';
import { hitNear, hitsInText } from './hits-in-text';

const range = (start: number, end: number) => ({ start: codePoints(start), end: codePoints(end) });
const passage = (...parts: readonly (readonly [number, number])[]) =>
  ({
    parts: parts.map(([start, end]) => ({ ...range(start, end), state: 'exact' }) as Part),
  }) as unknown as Annotation;

it('takes the words, and passages that none of them is in, in reading order', () => {
  const words = [range(10, 15), range(40, 45)];
  const passages = [passage([8, 20]), passage([30, 36], [38, 50]), passage([60, 70]), passage([22, 25])];
  expect(hitsInText(words, passages)).toEqual([range(10, 15), range(22, 25), range(40, 45), range(60, 70)]);
});

it('gives one place for passages that overlap, the longest of those that begin together', () => {
  expect(hitsInText([], [passage([5, 9]), passage([5, 12]), passage([8, 30])])).toEqual([range(5, 12)]);
});

it('goes on from where one landed, and around', () => {
  const hits = [range(10, 15), range(40, 45)];
  expect(hitNear(hits, range(12, 13))).toBe(0);
  expect(hitNear(hits, range(20, 21))).toBe(1);
  expect(hitNear(hits, range(50, 51))).toBe(0);
  expect(hitNear([], range(0, 1))).toBe(-1);
});
