import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isEdtf } from './edtf';
import { eventDateFromWords } from './event-date-from-words';

const edtf = (words: string, published: string | null) => eventDateFromWords(words, published)?.edtf ?? null;

describe('eventDateFromWords', () => {
  // 4 July 2025 was a Friday.
  it.each([
    ['On July 3rd', '2025-07-03'],
    ['July 4th', '2025-07-04'],
    ['last month', '2025-06'],
    ['in April', '2025-04'],
    ['in November', '2024-11'],
    ['December 24', '2024-12-24'],
    ['On Friday', '2025-07-04'],
    ['on Tuesday evening', '2025-07-01'],
    ['Saturday', '2025-06-28'],
    ['last Friday', '2025-06-27'],
    ['yesterday', '2025-07-03'],
    ['last night', '2025-07-03'],
    ['this week', '2025-06-30/2025-07-06'],
    ['last week', '2025-06-23/2025-06-29'],
    ['two weeks ago', '2025-06-20~'],
    ['last year', '2024'],
    ['in 2023', '2023'],
    ['the 1990s', '199X'],
    ['summer 2024', '2024-22'],
    ['March 2014', '2014-03'],
    ['24 February 2022', '2022-02-24'],
    ['in the early morning of 24 February 2022', '2022-02-24'],
    ['about 3 July 2025', '2025-07-03~'],
    ['before 2024', '[..2023]'],
    ['after 3 July 2025', '[2025-07-04..]'],
    ['since 2014', '2014/..'],
    ['from 3 to 5 July 2025', '2025-07-03/2025-07-05'],
    ['between July 3 and July 5', '2025-07-03/2025-07-05'],
    ['July 3–5', '2025-07-03/2025-07-05'],
    ['early July', '2025-07'],
    ['3/7/2025', '[2025-03-07,2025-07-03]'],
    ['03.07.2025', '2025-07-03'],
    ['23/7/2025', '2025-07-23'],
    ['2025-07-03', '2025-07-03'],
    ['at about 2 o’clock on 4 May', '2025-05-04'],
    ['3 липня 2025 року', '2025-07-03'],
    ['4 травня', '2025-05-04'],
    ['минулого місяця', '2025-06'],
    ['в апреле', '2025-04'],
  ])('reads “%s” in an article of 4 July 2025', (words, expected) => {
    expect(edtf(words, '2025-07-04')).toBe(expected);
  });

  it.each([
    ['On July 3rd', 'XXXX-07-03'],
    ['in April', 'XXXX-04'],
    ['March 2014', '2014-03'],
    ['last month', null],
    ['on Friday', null],
    ['yesterday', null],
    ['two years ago', null],
    ['in 2023', '2023'],
  ])('reads “%s” in an article of unknown date', (words, expected) => {
    expect(edtf(words, null)).toBe(expected);
  });

  it.each([
    ['last month', '2025-07', '2025-06'],
    ['yesterday', '2025-07', null],
    ['July 3rd', '2025-07', '2025-07-03'],
    ['last year', '2025', '2024'],
    ['last month', '2025', null],
    ['July 3rd', '2025', '2025-07-03?'],
  ])('claims no more of “%s” than a publication in %s allows', (words, published, expected) => {
    expect(edtf(words, published)).toBe(expected);
  });

  it.each([
    'night',
    'at night',
    'at 7 pm',
    'three days',
    'a week later',
    'the following day',
    'recent days',
    'Luhansk',
    '',
  ])('takes “%s” for no date', (words) => {
    expect(edtf(words, '2025-07-04')).toBeNull();
  });

  it('keeps the words and derives the bounds', () => {
    expect(eventDateFromWords('On July 3rd', '2025-07-04')).toEqual({
      edtf: '2025-07-03',
      words: 'On July 3rd',
      earliest: '2025-07-03',
      latest: '2025-07-03',
    });
  });

  it('gives EDTF or nothing for any words', () => {
    const word = fc.constantFrom(
      'last',
      'July',
      '3rd',
      '2025',
      'before',
      'from',
      'to',
      'week',
      'on',
      'Friday',
      'between',
      'and',
      'about',
      'ago',
      'two',
      'days',
      '31',
      'February',
      '/',
      '0000',
    );
    fc.assert(
      fc.property(
        fc.array(word, { maxLength: 7 }),
        fc.constantFrom(null, '2025-07-04', '2025', '2024-02'),
        (words, published) => {
          const date = eventDateFromWords(words.join(' '), published);
          if (date) expect(isEdtf(date.edtf)).toBe(true);
        },
      ),
      { numRuns: 1000 },
    );
  });
});
