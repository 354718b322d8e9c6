import { describe, expect, it } from 'vitest';
import { codePoints, sliceByCodePoints } from '../../../shared/text/offsets';
import { sentenceAround } from './sentence-around';

const text =
  '😀 Title here\nOn July 4th, Kyiv was hit. Officials reported damage. Nobody came.\nNext paragraph';

function around(words: string): string {
  const start = Array.from(text.slice(0, text.indexOf(words))).length;
  const range = { start: codePoints(start), end: codePoints(start + Array.from(words).length) };
  const found = sentenceAround(text, range);
  return sliceByCodePoints(text, found.start, found.end);
}

describe('sentenceAround', () => {
  it('finds the sentence of some words', () => {
    expect(around('Kyiv')).toBe('On July 4th, Kyiv was hit.');
    expect(around('Officials reported')).toBe('Officials reported damage.');
  });

  it('takes all sentences that a stretch is in, but stays in the paragraph', () => {
    expect(around('hit. Officials')).toBe('On July 4th, Kyiv was hit. Officials reported damage.');
    expect(around('came')).toBe('Nobody came.');
    expect(around('Next')).toBe('Next paragraph');
  });
});
