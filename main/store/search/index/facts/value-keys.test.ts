import { describe, expect, it } from 'vitest';
import { labelKey, languageKey, timeValues } from './value-keys';

const keys = (earliest: string | null, latest: string | null) =>
  timeValues(earliest, latest).map(({ field, key }) => `${field} ${key}`);

describe('timeValues', () => {
  it('gives every year and month that a date touches', () => {
    expect(keys('2025-07-04', '2025-07-04')).toEqual(['year 2025', 'month 2025-07']);
    expect(keys('2024-12-30', '2025-01-02')).toEqual([
      'year 2024',
      'year 2025',
      'month 2024-12',
      'month 2025-01',
    ]);
    expect(keys('-0001-12-30', '0000-01-02')).toEqual([
      'year -0001',
      'year 0000',
      'month -0001-12',
      'month 0000-01',
    ]);
  });

  it('marks dates that are in no month', () => {
    expect(keys('2020-01-01', '2023-12-31')).toEqual([
      'year 2020',
      'year 2021',
      'year 2022',
      'year 2023',
      'year wide',
    ]);
    expect(keys('1900-01-01', '1999-12-31')).toEqual(['year wide']);
    expect(keys('2025-01-01', null)).toEqual(['year wide']);
    expect(keys(null, null)).toEqual([]);
  });
});

it('compares labels folded, languages by their first part', () => {
  expect(labelKey('The “Guardian”')).toBe(labelKey('the Guardian'));
  expect(labelKey('!!')).toBe('!!');
  expect(languageKey('en-GB')).toBe('en');
});
