import { describe, expect, it } from 'vitest';
import { dayNumber } from '../../../../shared/dates/calendar';
import { ticksOf } from './time-ticks';

const labels = (from: string, to: string, width = 460) =>
  ticksOf({ from: dayNumber(from), to: dayNumber(to) }, width).map(({ label }) => label);

describe('ticksOf', () => {
  it('stands at round times and says the year where it is new', () => {
    expect(labels('2019-06-01', '2025-02-01')).toEqual(['2020', '2021', '2022', '2023', '2024', '2025']);
    expect(labels('2023-11-15', '2024-03-15')).toEqual(['December 2023', '2024', 'February', 'March']);
    expect(labels('2024-03-02', '2024-03-06', 920)).toEqual([
      '2 March 2024',
      '3 March',
      '4 March',
      '5 March',
    ]);
  });

  it('never parts a day, and knows the years before Christ', () => {
    expect(labels('2024-03-02', '2024-03-06', 4000)).toHaveLength(4);
    expect(labels('-0099-01-01', '0100-12-31')).toEqual(['51 BCE', '1 BCE', '50', '100']);
  });
});
