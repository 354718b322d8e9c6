import { stringify } from 'csv-stringify/sync';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { csvText } from './csv';

const awkward = fc.string({
  unit: fc.constantFrom('a', ',', '"', '\r', '\n', '=', '+', '-', '\t', ' ', '@', '＝', '＋', 'ї', '😀'),
});

describe('csvText', () => {
  it('writes what another writer of the same rules writes', () => {
    const table = fc.array(fc.tuple(awkward, awkward), { maxLength: 5 });
    fc.assert(
      fc.property(table, (rows) => {
        const columns = ['first', 'second, "last"'];
        const other = stringify([columns, ...rows], {
          bom: true,
          escape_formulas: true,
          quoted_match: /[\r\n]/,
          record_delimiter: '\r\n',
        });
        expect(csvText({ columns, rows })).toBe(other);
      }),
    );
  });

  it('keeps numbers computable and words harmless', () => {
    expect(csvText({ columns: ['at'], rows: [[-3.5], ['-3.5'], ['=HYPERLINK("x")']] })).toBe(
      `\ufeffat\r\n-3.5\r\n'-3.5\r\n"'=HYPERLINK(""x"")"\r\n`,
    );
  });
});
