import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { sliceJson } from './slice-json';

let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'casebook-slices-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** The object put together again from its slices, read so many bytes at a time; it has no lists. */
function joined(json: string, pieceBytes: number): unknown {
  const path = join(folder, 'a.json');
  writeFileSync(path, json);
  return Object.fromEntries([...sliceJson(path, pieceBytes)].map(({ name, value }) => [name, value]));
}

it('is what JSON.parse reads, wherever a piece of the file ends', () => {
  const nasty = fc.string({ unit: fc.constantFrom('"', '\\', '{', ']', ',', 'a', 'é', '👩', '\n') });
  const value = fc.letrec((tie) => ({
    any: fc.oneof({ maxDepth: 3 }, nasty, fc.integer(), fc.constant(null), fc.dictionary(nasty, tie('any'))),
  })).any;
  fc.assert(
    fc.property(
      fc.dictionary(fc.constantFrom('one', 'two', 'a"b'), value),
      fc.nat(2),
      fc.integer({ min: 1, max: 9 }),
      (given, indent, pieceBytes) => {
        const json = JSON.stringify(given, null, indent);
        expect(joined(json, pieceBytes)).toEqual(JSON.parse(json));
      },
    ),
    { numRuns: 60 },
  );
});

it('gives the items of a list one by one, and says how far it is', () => {
  const path = join(folder, 'b.json');
  writeFileSync(path, '{"list": [{"a": ["]"]}, "\\\\", 3], "rest": {"x": "}"}}');
  const slices = [...sliceJson(path, 8)];
  expect(slices.map(({ name, index, value }) => [name, index, value])).toEqual([
    ['list', 0, { a: [']'] }],
    ['list', 1, '\\'],
    ['list', 2, 3],
    ['rest', null, { x: '}' }],
  ]);
  const shares = slices.map(({ share }) => share);
  expect(shares).toEqual([...shares].sort((a, b) => a - b));
  expect(shares[0]).toBeLessThan(0.6);
});
