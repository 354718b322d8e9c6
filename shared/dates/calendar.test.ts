import { describe, expect, it } from 'vitest';
import { dateOfDay, dayNumber } from './calendar';

describe('dayNumber', () => {
  it('counts days, also of years before 1 BC', () => {
    expect(['1970-01-01', '1970-02-01', '0000-01-01', '-0001-12-31'].map(dayNumber)).toEqual([
      0, 31, -719528, -719529,
    ]);
  });

  it('is taken back by dateOfDay', () => {
    for (const date of ['2024-02-29', '0044-03-15', '-0044-03-15', '9999-12-31'])
      expect(dateOfDay(dayNumber(date))).toBe(date);
  });
});
