import { describe, expect, it } from 'vitest';
import { sliceByCodePoints } from '../text/offsets';
import { similarPlaces } from './similar-places';

const text = [
  'At least 23 people were hurt when the ferry came under fire, the mayor said.',
  'The clinic counted 26 injured, three of them children. 😀',
  'At least 23 people were killed upstream, another source claims.',
].join('\n');
const quote = (exact: string, prefix = '', suffix = '') => ({ exact, prefix, suffix });
const wordsAt = (exact: string, prefix?: string, suffix?: string) =>
  similarPlaces(text, quote(exact, prefix, suffix)).map(({ start, end }) =>
    sliceByCodePoints(text, start, end),
  );

describe('similarPlaces', () => {
  it('offers every place that has the words, those in their context first', () => {
    expect(wordsAt('At least 23 people were')).toEqual([
      'At least 23 people were',
      'At least 23 people were',
    ]);
    const [first] = similarPlaces(text, quote('At least 23 people were', '', ' killed upstream'));
    expect(first?.start).toBe([...text].join('').lastIndexOf('At least') - 1); // a pair of code units before it
  });

  it('offers similar words on whole words', () => {
    expect(wordsAt('The hospital counted 23 injured')).toEqual(['The clinic counted 26 injured']);
  });

  it('offers nothing where nothing is like it, and only the same for a short quote', () => {
    expect(wordsAt('an entirely different sentence about fisheries')).toEqual([]);
    expect(wordsAt('27')).toEqual([]);
    expect(wordsAt('26')).toEqual(['26']);
    expect(wordsAt('')).toEqual([]);
  });

  it('says how like the words are', () => {
    const [same] = similarPlaces(text, quote('the mayor said'));
    const [other] = similarPlaces(text, quote('the major said'));
    expect(same?.likeness).toBe(1);
    expect(other?.likeness).toBeLessThan(1);
    expect(other?.likeness).toBeGreaterThan(0.8);
  });
});
