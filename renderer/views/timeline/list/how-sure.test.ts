import { describe, expect, it } from 'vitest';
import { parseEdtf } from '../../../../shared/dates/edtf';
import { isToCome, surenessOf, yearOf } from './how-sure';

function date(edtf: string) {
  const { earliest = null, latest = null } = parseEdtf(edtf) ?? {};
  return { edtf, words: '', earliest, latest };
}

describe('surenessOf', () => {
  it('tells a day from a stretch and both from what is doubted', () => {
    const sure = (edtf: string) => surenessOf(date(edtf));
    expect(sure('2024-03-03')).toBe('day');
    expect(['2024-03', '2024', '2024-03-03/2024-03-04', '2024-21'].map(sure)).toEqual(
      Array(4).fill('stretch'),
    );
    expect(['2024-03-03?', '2024~', '199X', '../2024-03', '[2024,2025]', '2024-03-03%'].map(sure)).toEqual(
      Array(6).fill('doubtful'),
    );
    expect(sure('XXXX-07-03')).toBe('undated');
    expect(surenessOf(null)).toBe('undated');
  });
});

describe('isToCome', () => {
  it('is true of what begins after today', () => {
    expect(isToCome(date('2026-03'), '2026-02-28')).toBe(true);
    expect(isToCome(date('2026-03'), '2026-03-01')).toBe(false);
    expect(isToCome(date('-0044-03-15'), '2026-03-01')).toBe(false);
    expect(isToCome(date('../2030'), '2026-03-01')).toBe(false);
    expect(isToCome(null, '2026-03-01')).toBe(false);
  });
});

describe('yearOf', () => {
  it('is that of the beginning, or of the end', () => {
    expect(yearOf(date('2024-12/2025-01'))).toBe('2024');
    expect(yearOf(date('../2025-01'))).toBe('2025');
    expect(yearOf(date('-0044-03-15'))).toBe('-0044');
    expect(yearOf(null)).toBeNull();
  });
});
