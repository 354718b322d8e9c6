import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { describeEdtf } from './describe-edtf';
import { isEdtf, parseEdtf } from './edtf';

describe('parseEdtf', () => {
  it.each([
    ['2025', '2025-01-01', '2025-12-31'],
    ['2025-07', '2025-07-01', '2025-07-31'],
    [' 2025-07-03 ', '2025-07-03', '2025-07-03'],
    ['2025-07-03~', '2025-07-03', '2025-07-03'],
    ['202X', '2020-01-01', '2029-12-31'],
    ['2024-02-XX', '2024-02-01', '2024-02-29'],
    ['XXXX-07-03', null, null],
    ['2025-22', '2025-06-01', '2025-08-31'],
    ['../2024', null, '2024-12-31'],
    ['2025-07/..', '2025-07-01', null],
    ['2025-07-03/2025-08', '2025-07-03', '2025-08-31'],
    ['/2024', null, '2024-12-31'],
    ['[2025-07-03,2025-07-05]', '2025-07-03', '2025-07-05'],
    ['[..2023]', null, '2023-12-31'],
    ['1950S2', '1900-01-01', '1999-12-31'],
    ['-0044', '-0044-01-01', '-0044-12-31'],
    ['Y17000', '9999-12-31', '9999-12-31'],
    ['2025-07-03T12:00:00Z', '2025-07-03', '2025-07-03'],
  ])('bounds %s', (edtf, earliest, latest) => {
    expect(parseEdtf(edtf)).toEqual({ edtf: edtf.trim(), earliest, latest });
  });

  it.each([
    '',
    '..',
    'yesterday',
    '2025-13',
    '2025-02-30',
    '2025-2X',
    '03.07.2025',
    '2025-07-05/2025-07-01',
    '2025-7',
  ])('refuses %j', (input) => {
    expect(isEdtf(input)).toBe(false);
  });

  it('never throws, and never orders its bounds wrongly', () => {
    const pieces = fc.constantFrom(
      '2025',
      '-',
      '07',
      '03',
      'X',
      '/',
      '..',
      '~',
      '?',
      '[',
      ']',
      ',',
      'Y',
      'S',
      'T',
      '1',
      '0',
    );
    fc.assert(
      fc.property(fc.array(pieces, { maxLength: 9 }), (parts) => {
        const parsed = parseEdtf(parts.join(''));
        if (parsed?.earliest && parsed.latest && !parsed.earliest.startsWith('-'))
          expect(parsed.earliest <= parsed.latest).toBe(true);
        expect(typeof describeEdtf(parts.join(''))).toBe('string');
      }),
      { numRuns: 2000 },
    );
  });

  it('knows masked years of the first century', () => {
    expect(parseEdtf('0X10')).toMatchObject({ earliest: '0010-01-01', latest: '0910-12-31' });
    expect(parseEdtf('00X5')).toMatchObject({ earliest: '0005-01-01', latest: '0095-12-31' });
    expect(parseEdtf('19X5')).toMatchObject({ earliest: '1905-01-01', latest: '1995-12-31' });
  });
});
