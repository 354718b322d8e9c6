import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dateOfDay, dayNumber } from '../calendar';
import { isEdtf, parseEdtf } from '../edtf';
import { dateFromWords } from './date-from-words';
import { findDates } from './find-dates';
import { expressions } from './testing/expressions';

const table = Object.entries(expressions).flatMap(([language, rows]) =>
  rows.map(([words, reference, edtf]) => ({ language, words, reference, edtf })),
);

describe('dateFromWords', () => {
  it.each(table)('$language: “$words” on $reference is $edtf', ({ language, words, reference, edtf }) => {
    expect(dateFromWords(words, reference, { language })?.edtf ?? null).toBe(edtf);
  });

  it('knows at least 150 expressions, in every language that chrono-node has', () => {
    expect(table.length).toBeGreaterThanOrEqual(150);
    expect(new Set(table.map(({ edtf }) => edtf === null || isEdtf(edtf)))).toEqual(new Set([true]));
  });

  it('guesses the language of most words', () => {
    const guessed = table.filter(
      ({ words, reference, edtf }) => (dateFromWords(words, reference)?.edtf ?? null) === edtf,
    );
    expect(guessed.length / table.length).toBeGreaterThan(0.9);
  });

  it('says whether another day of publication would make it another date', () => {
    const counts = (words: string) => dateFromWords(words, '2025-07-04')?.countsFromReference;
    expect(['July 3rd', 'yesterday', 'last month', 'since Monday'].map(counts)).toEqual([
      true,
      true,
      true,
      true,
    ]);
    expect(['3 July 2025', '2014', 'since 2014', 'the 1990s'].map(counts)).toEqual([
      false,
      false,
      false,
      false,
    ]);
  });

  it('reads what is to come ahead of the day', () => {
    const ahead = (words: string) => dateFromWords(words, '2025-07-04', { tense: 'future' })?.edtf;
    expect(ahead('on Monday')).toBe('2025-07-07');
    expect(ahead('on 20 July')).toBe('2025-07-20');
    expect(ahead('in March')).toBe('2026-03');
    expect(ahead('from Monday to Wednesday')).toBe('2025-07-07/2025-07-09');
  });

  it('is no surer than the day it counts from', () => {
    const anyMonth = fc
      .integer({ min: 0, max: 11 })
      .map((month) => `2025-${String(month + 1).padStart(2, '0')}`);
    fc.assert(
      fc.property(fc.constantFrom(...table), anyMonth, fc.nat(27), ({ words, language }, month, day) => {
        const onDay = dateFromWords(words, `${month}-${String(day + 1).padStart(2, '0')}`, { language });
        const inMonth = dateFromWords(words, month, { language });
        expect(inMonth === null).toBe(onDay === null);
        const [sure, unsure] = [parseEdtf(onDay?.edtf ?? ''), parseEdtf(inMonth?.edtf ?? '')];
        if (unsure?.earliest && sure) expect(sure.earliest && sure.earliest >= unsure.earliest).toBe(true);
        if (unsure?.latest && sure) expect(sure.latest && sure.latest <= unsure.latest).toBe(true);
      }),
      { numRuns: 300 },
    );
  });

  it('moves with the day: what is counted in days is as far from it on any day', () => {
    const [from, to] = [dayNumber('2020-01-01'), dayNumber('2030-01-01')];
    fc.assert(
      fc.property(fc.integer({ min: from, max: to }), fc.integer({ min: 1, max: 60 }), (day, away) => {
        const at = (words: string) => dateFromWords(words, dateOfDay(day))?.edtf;
        expect(at(`${away} days ago`)).toBe(dateOfDay(day - away));
        expect(at('yesterday')).toBe(dateOfDay(day - 1));
        const friday = dayNumber(at('on Friday') ?? '');
        expect(day - friday).toBeGreaterThanOrEqual(0);
        expect(day - friday).toBeLessThan(7);
      }),
      { numRuns: 100 },
    );
  });

  it('gives EDTF or nothing for any words', () => {
    const word = fc.constantFrom(
      ...'last July 3rd 2025 before from to week on Friday between and about ago two days 31 February / 0000'.split(
        ' ',
      ),
      ...'night early 1990s century 19th XX or next - ( ) . 12:30 . in the 44 BC липня vor 年'.split(' '),
    );
    fc.assert(
      fc.property(
        fc.array(word, { maxLength: 7 }),
        fc.constantFrom(null, '2025-07-04', '2025', '2024-02', '2025-07?', '199X'),
        (words, published) => {
          const date = dateFromWords(words.join(' '), published);
          if (date) expect(isEdtf(date.edtf)).toBe(true);
        },
      ),
      { numRuns: 250 },
    );
  });
});

describe('findDates', () => {
  const found = (text: string, reference: string | null = '2025-07-04', language?: string) =>
    findDates(text, reference, { language }).map(({ words, edtf }) => [words, edtf]);

  it('finds every date of a sentence in its order, with the very words', () => {
    const text =
      'Overnight, 550 drones struck Kyiv; on July 3rd there had been 52, and in April of last year 2000 soldiers.';
    expect(found(text)).toEqual([
      ['Overnight', '2025-07-03/2025-07-04'],
      ['July 3rd', '2025-07-03'],
      ['April of last year', '2024-04'],
    ]);
  });

  it('gives places that hold the words, also after letters outside the basic plane', () => {
    const text = '🕊️ 𝒜 truce held since 20 June. Two weeks later, talks.';
    const [first, ...more] = findDates(text, null);
    expect(first && text.slice(first.start, first.end)).toBe('since 20 June');
    expect(first?.edtf).toBe('XXXX-06-20/..');
    expect(more).toEqual([]);
  });

  it('takes words that mean other things too for what they are', () => {
    expect(found('They may march on; the second man sat down in the sun. Now I am 61.')).toEqual([]);
    expect(found('In May, March and Sun met (1954).')).toEqual([
      ['May', '2025-05'],
      ['1954', '1954'],
    ]);
  });

  it('reads other languages, guessed from the text', () => {
    expect(found('Удар стався у ніч на 4 липня 2025 року.', null)).toEqual([
      ['у ніч на 4 липня 2025 року', '2025-07-03/2025-07-04'],
    ]);
    expect(found('Der Angriff begann am vergangenen Freitag und dauerte bis Montag.', '2025-07-10')).toEqual([
      ['vergangenen Freitag', '2025-07-04'],
      ['bis Montag', '../2025-07-07'],
    ]);
    expect(found('ロシアは先月、攻撃を行った。', '2025-07-04')).toEqual([['先月', '2025-06']]);
  });
});
