import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { utf16Units } from '../../../shared/text/offsets';
import type { Stretch } from './stretch';
import { type PaintedExclusion, type PaintedPassage, paintKey, sweepSegments } from './sweep-segments';

const stretch = (start: number, end: number): Stretch => ({ start: utf16Units(start), end: utf16Units(end) });

function passage(id: string, ...parts: readonly Stretch[]): PaintedPassage {
  return { id, parts, colour: null, underlines: [], changed: false };
}

const everywhere = stretch(0, 1_000_000);
const sweepAll = (passages: readonly PaintedPassage[], exclusions?: readonly PaintedExclusion[]) =>
  sweepSegments(passages, exclusions)(everywhere);

const brief = (segments: ReturnType<typeof sweepAll>) =>
  segments.map(({ start, end, passages }) => `${start}-${end} ${passages.map(({ id }) => id).join('')}`);

const anyStretch = fc.tuple(fc.nat(60), fc.nat(20)).map(([start, length]) => stretch(start, start + length));
const anyPassages = fc
  .array(fc.array(anyStretch, { minLength: 1, maxLength: 3 }), { maxLength: 8 })
  .map((all) => all.map((parts, index) => passage(String(index), ...parts)));

const covers = (one: PaintedPassage, at: number) =>
  one.parts.some(({ start, end }) => start <= at && at < end);

describe('sweepSegments', () => {
  it('cuts overlapping and nested passages into flat segments, the outermost first', () => {
    const segments = sweepAll([
      passage('b', stretch(5, 15)),
      passage('a', stretch(0, 20)),
      passage('c', stretch(10, 25)),
    ]);
    expect(brief(segments)).toEqual(['0-5 a', '5-10 ab', '10-15 abc', '15-20 ac', '20-25 c']);
  });

  it('lets neighbours touch without sharing words, and leaves gaps out', () => {
    const segments = sweepAll([passage('a', stretch(0, 3), stretch(8, 9)), passage('b', stretch(3, 5))]);
    expect(brief(segments)).toEqual(['0-3 a', '3-5 b', '8-9 a']);
  });

  it('marks greyed words apart from passages', () => {
    const exclusion = { ...stretch(2, 6), id: 'x', label: 'not evidence' };
    const segments = sweepAll([passage('a', stretch(0, 4))], [exclusion]);
    expect(segments.map((one) => [one.start, one.end, one.passages.length, one.exclusion?.id])).toEqual([
      [0, 2, 1, undefined],
      [2, 4, 1, 'x'],
      [4, 6, 0, 'x'],
    ]);
  });

  it('gives every character exactly the passages that lie on it', () => {
    fc.assert(
      fc.property(anyPassages, (passages) => {
        const segments = sweepAll(passages);
        for (let at = 0; at < 90; at++) {
          const here = segments.filter(({ start, end }) => start <= at && at < end);
          expect(here.length).toBeLessThanOrEqual(1);
          const ids = (here[0]?.passages ?? []).map(({ id }) => id).sort();
          expect(ids).toEqual(
            passages
              .filter((one) => covers(one, at))
              .map(({ id }) => id)
              .sort(),
          );
        }
      }),
    );
  });

  it('handles thousands of passages at once', () => {
    const many = Array.from({ length: 5000 }, (_, index) =>
      passage(String(index), stretch(index * 50, index * 50 + 70)),
    );
    expect(sweepAll(many)).toHaveLength(9999);
  });
});

describe('the segments of a stretch', () => {
  it('finds and cuts what lies in a stretch, as a filter over all would', () => {
    fc.assert(
      fc.property(anyPassages, anyStretch, (passages, within) => {
        const segments = sweepAll(passages);
        const expected = segments
          .filter(({ start, end }) => start < within.end && end > within.start)
          .map(({ start, end }) => [Math.max(start, within.start), Math.min(end, within.end)])
          .filter(([start = 0, end = 0]) => start < end);
        expect(sweepSegments(passages)(within).map(({ start, end }) => [start, end])).toEqual(expected);
      }),
    );
  });
});

describe('paintKey', () => {
  it('differs where the paint differs', () => {
    const plain = sweepAll([passage('a', stretch(0, 4))]);
    const coloured = sweepAll([{ ...passage('a', stretch(0, 4)), colour: 'blue' }]);
    expect(paintKey(plain)).toBe(paintKey(sweepAll([passage('a', stretch(0, 4))])));
    expect(paintKey(plain)).not.toBe(paintKey(coloured));
  });
});
