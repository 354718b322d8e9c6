import fc from 'fast-check';
import { expect, it } from 'vitest';
import { readRowList, writeRowList } from './row-list';

it('reads what it wrote', () => {
  fc.assert(
    fc.property(fc.uniqueArray(fc.nat(3_000_000)), (rows) => {
      const ascending = rows.sort((a, b) => a - b);
      expect(readRowList(writeRowList(ascending))).toEqual(ascending);
    }),
  );
});
