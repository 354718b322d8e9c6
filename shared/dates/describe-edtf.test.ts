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
    ['2025-07-01/2025-07-04', '1 July 2025 to 4 July 2025'],
    ['2025-07-01/..', 'from 1 July 2025 on'],
    ['../2024', 'until 2024'],
    ['[2025-07-03,2025-07-04]', '3 July 2025 or 4 July 2025'],
    ['{2025-07-03,2025-07-05}', '3 July 2025 and 5 July 2025'],
    ['-0044', '45 BCE'],
    ['not a date', 'not a date'],
  ])('%s is %s', (edtf, words) => {
    expect(describeEdtf(edtf)).toBe(words);
  });
});
