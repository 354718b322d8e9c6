import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createRandom, editAtRandom, modelOf, textOf } from '../anchoring/testing/edit-model';
import { prose } from '../anchoring/testing/prose';
import { compareWords } from './compare-words';
import type { WordPiece } from './pieces';

/** `[gone→came]` for other words, `{old→new}` for other typesetting. */
const shown = (pieces: readonly WordPiece[]): string =>
  pieces
    .map(({ kind, old, new: now }) => {
      if (kind === 'same') return old;
      return kind === 'changed' ? `[${old}→${now}]` : `{${old}→${now}}`;
    })
    .join('');
const compared = (old: string, now: string) => shown(compareWords(old, now));

describe('the difference of two texts by words', () => {
  it.each([
    ['at least 23 people injured', 'at least 26 people injured', 'at least [23→26] people injured'],
    ['over 50,000 troops', 'over 60,000 troops', 'over [50,000→60,000] troops'],
    ['on 2025-07-03 at 20:51', 'on 2025-07-04 at 20:51', 'on [2025-07-03→2025-07-04] at 20:51'],
    ['the council’s decision', "the council's decision", "the {council’s→council's} decision"],
    ['“Yes,” he said — twice', '"Yes," he said - twice', '{“→"}Yes,{”→"} he said {—→-} twice'],
    ['two  spaces', 'two spaces', 'two{  → }spaces'],
    ['one line\nand one', 'one line and one', 'one line{\n→ }and one'],
    ['co\u00adoperate now', 'cooperate now', '{co\u00adoperate→cooperate} now'],
    ['cafe\u0301', 'caf\u00e9', '{cafe\u0301→caf\u00e9}'],
    ['foot ball', 'football', '[foot ball→football]'],
    ['Nobody has said', 'No one has said', '[Nobody→No one] has said'],
    ['A red fox ran', 'A grey wolf ran', 'A [red fox→grey wolf] ran'],
    ['两条船受损', '三条船受损', '[两→三]条船受损'],
    ['Міська голова сказала', 'Міська голова сказала вчора', 'Міська голова сказала[→ вчора]'],
  ])('%s | %s', (old, now, expected) => {
    expect(compared(old, now)).toBe(expected);
  });

  it('gives none for equal texts', () => {
    expect(compareWords('', '')).toEqual([]);
    for (const text of Object.values(prose))
      expect(compareWords(text, text)).toEqual([{ kind: 'same', old: text, new: text }]);
  });

  it('turns the old text into the new, whatever was edited', () => {
    const names = Object.keys(prose);
    fc.assert(
      fc.property(
        fc.nat(),
        fc.integer({ min: 1, max: 12 }),
        fc.constantFrom(...names),
        (seed, count, name) => {
          const old = prose[name] ?? '';
          const now = textOf(editAtRandom(modelOf(old), count, createRandom(seed)));
          const pieces = compareWords(old, now);
          expect(pieces.map((piece) => piece.old).join('')).toBe(old);
          expect(pieces.map((piece) => piece.new).join('')).toBe(now);
          for (const piece of pieces) expect(piece.kind === 'same').toBe(piece.old === piece.new);
        },
      ),
      { numRuns: 150 },
    );
  });

  it('takes a coarser difference where too much differs', () => {
    const random = createRandom(5);
    const jumble = () => Array.from({ length: 20_000 }, () => `w${random.below(900)}`).join(' ');
    const [old, now] = [jumble(), jumble()];
    const pieces = compareWords(old, now);
    expect(pieces.map((piece) => piece.new).join('')).toBe(now);
    expect(pieces.length).toBeLessThan(100);
  });
});
