import { describe, expect, it } from 'vitest';
import { readDate, readDateWithin } from './read-date';

describe('readDate', () => {
  it('keeps EDTF as it is and reads words from the day they count from', () => {
    expect(readDate(' 2025-07~ ', null)).toEqual({ edtf: '2025-07~', words: '' });
    expect(readDate('3 July 2025', null)).toEqual({ edtf: '2025-07-03', words: '3 July 2025' });
    expect(readDate('yesterday', '2025-07-04')).toEqual({ edtf: '2025-07-03', words: 'yesterday' });
    expect(readDate('yesterday', null)).toBeNull();
    expect(readDate('nonsense', '2025-07-04')).toBeNull();
  });
});

describe('readDateWithin', () => {
  it('finds the date in a sentence, with its words', () => {
    const sentence =
      'On July 4th, the Ukrainian capital endured an all-night assault involving a combined 550 drones.';
    expect(readDateWithin(sentence, '2025-07-05')).toEqual({ edtf: '2025-07-04', words: 'July 4th' });
    expect(readDateWithin(sentence, null)).toEqual({ edtf: 'XXXX-07-04', words: 'July 4th' });
  });

  it('reads Cyrillic and stays silent where no date is spoken of', () => {
    expect(readDateWithin('Удар стався 4 липня 2025 року вночі.', null)?.edtf).toBe('2025-07-04');
    expect(readDateWithin('President Zelenskyy condemned the attack.', '2025-07-05')).toBeNull();
  });
});
