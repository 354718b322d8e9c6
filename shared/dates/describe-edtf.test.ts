import { describe, expect, it } from 'vitest';
import { describeEdtf } from './describe-edtf';

describe('describeEdtf', () => {
  it.each([
    ['2025', '2025'],
    ['2025-07', 'July 2025'],
    ['2025-07-03', '3 July 2025'],
    ['2025-07-03~', 'about 3 July 2025'],
    ['2025-07?', 'July 2025, uncertain'],
    ['XXXX-07-03', '3 July'],
    ['2025-07-XX', 'some day in July 2025'],
    ['199X', '1990s'],
    ['2025-22', 'summer 2025'],
    ['2025-07-01/2025-07-04', '1 to 4 July 2025'],
    ['2025-02-27/2025-03-01', '27 February to 1 March 2025'],
    ['2025-07/2025-09', 'July to September 2025'],
    ['2024-12-30/2025-01-02', '30 December 2024 to 2 January 2025'],
    ['2025-07-01~/2025-07-04', 'about 1 July 2025 to 4 July 2025'],
    ['2025-21/2025-22', 'spring 2025 to summer 2025'],
    ['2024/2025', '2024 to 2025'],
    ['2025-07-01/..', 'from 1 July 2025 on'],
    ['../2024', 'until 2024'],
    ['[2025-07-03,2025-07-04]', '3 July 2025 or 4 July 2025'],
    ['{2025-07-03,2025-07-05}', '3 July 2025 and 5 July 2025'],
    ['-0044', '45 BCE'],
    ['2025%', 'about 2025, uncertain'],
    ['XXXX-04', 'April'],
    ['2025-XX', 'some month in 2025'],
    ['2025-XX-XX', 'some day in 2025'],
    ['19XX', '1900 to 1999'],
    ['2024-33', 'the first quarter of 2024'],
    ['2024/..', 'from 2024 on'],
    ['[..2023]', '2023 or before'],
    ['[2025-07-04..]', '4 July 2025 or after'],
    ['-0043', '44 BCE'],
    ['Y17000', 'the year 17000'],
    ['1950S2', 'about 1950'],
    ['2025-07-03T12:30:00Z', '3 July 2025, 12:30'],
    ['not a date', 'not a date'],
  ])('%s is %s', (edtf, words) => {
    expect(describeEdtf(edtf)).toBe(words);
  });
});
