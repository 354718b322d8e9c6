import { describe, expect, it } from 'vitest';
import { describeDates, readDates } from './read-dates';

describe('readDates', () => {
  it('reads EDTF, words and ranges of either', () => {
    expect(readDates('2025-07')).toBe('2025-07');
    expect(readDates('3 July 2025')).toBe('2025-07-03');
    expect(readDates('2025-01..2025-06')).toBe('2025-01..2025-06');
    expect(readDates('June 2025 to July 2025')).toBe('2025-06..2025-07');
    expect(readDates('2025..')).toBe('2025..');
    expect(readDates('.. July 2025')).toBe('..2025-07');
    expect(readDates('  ')).toBe('');
  });

  it('takes no words for a date that are none', () => {
    expect(readDates('soon')).toBeNull();
    expect(readDates('..')).toBeNull();
    expect(readDates('2025 to soon')).toBeNull();
  });
});

describe('describeDates', () => {
  it('says both sides, or the one there is', () => {
    expect(describeDates('2025-07')).toBe('July 2025');
    expect(describeDates('2025-06..2025-07')).toBe('from June 2025 to July 2025');
    expect(describeDates('2025..')).toBe('from 2025');
    expect(describeDates('..2025-07')).toBe('to July 2025');
  });
});
