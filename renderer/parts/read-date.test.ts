import { describe, expect, it } from 'vitest';
import { readDate, readDateWithin } from './read-date';

describe('readDate', () => {
  it('keeps EDTF as it is and reads words from the day they count from', () => {
    expect(readDate(' 2025-07~ ', null)).toEqual({ edtf: '2025-07~', words: '' });
    const whole = { edtf: '2025-07-03', words: '3 July 2025', countsFromReference: false };
    expect(readDate('3 July 2025', null)).toEqual(whole);
    const counted = { edtf: '2025-07-03', words: 'yesterday', countsFromReference: true };
    expect(readDate('yesterday', '2025-07-04')).toEqual(counted);
    expect(readDate('yesterday', null)).toEqual({ ...counted, edtf: 'XXXX-XX-XX' });
    expect(readDate('nonsense', '2025-07-04')).toBeNull();
  });
});

describe('readDateWithin', () => {
  it('finds the date in a sentence, with its words', () => {
    const sentence =
      'On July 4th, the Ukrainian capital endured an all-night assault involving a combined 550 drones.';
    expect(readDateWithin(sentence, '2025-07-05')).toMatchObject({ edtf: '2025-07-04', words: 'July 4th' });
    expect(readDateWithin(sentence, null)).toMatchObject({ edtf: 'XXXX-07-04', words: 'July 4th' });
  });

  it('reads Cyrillic and stays silent where no date is spoken of', () => {
    expect(readDateWithin('Удар стався 4 липня 2025 року вночі.', null)?.edtf).toBe('2025-07-04');
    expect(readDateWithin('President Zelenskyy condemned the attack.', '2025-07-05')).toBeNull();
  });
});
