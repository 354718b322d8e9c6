import { describe, expect, it } from 'vitest';
import { countsFromPublication, readDate } from './read-date';

describe('readDate', () => {
  it('keeps EDTF as it is and reads words from the day they count from', () => {
    expect(readDate(' 2025-07~ ', null)).toEqual({ edtf: '2025-07~', words: '' });
    expect(readDate('3 July 2025', null)).toEqual({ edtf: '2025-07-03', words: '3 July 2025' });
    expect(readDate('yesterday', '2025-07-04')).toEqual({ edtf: '2025-07-03', words: 'yesterday' });
    expect(readDate('yesterday', null)).toEqual({ edtf: 'XXXX-XX-XX', words: 'yesterday' });
    expect(['yesterday', 'July 3', '3 July 2025', ''].map(countsFromPublication)).toEqual([
      true,
      true,
      false,
      false,
    ]);
    expect(readDate('nonsense', '2025-07-04')).toBeNull();
  });
});
