import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createRandom, editAtRandom, modelOf, textOf } from '../anchoring/testing/edit-model';
import { prose } from '../anchoring/testing/prose';
import type { Block } from '../document/blocks';
import { parseContent } from '../document/content-html';
import { plainText } from '../document/plain-text';
import { textToBlocks } from '../document/text-to-blocks';
import { sliceByCodePoints } from '../text/offsets';
import { type ComparedRow, compareContents } from './compare-contents';
import { unitsOf } from './units';

const compared = (old: string, now: string) => compareContents(parseContent(old), parseContent(now));
/** Per row: its kind, and the numbers of the paragraphs on either side. */
const shown = (rows: readonly ComparedRow[]) =>
  rows.map(({ kind, old, new: now }) => `${kind} ${old.join('+')}|${now.join('+')}`);

/** The newer text, made of the older one and the rows. */
function applied(
  rows: readonly ComparedRow[],
  oldBlocks: readonly Block[],
  newBlocks: readonly Block[],
): string {
  const [old, now] = [plainText(oldBlocks), plainText(newBlocks)];
  const unitWords = (blocks: readonly Block[], text: string, indexes: readonly number[]) => {
    const units = unitsOf(blocks);
    return indexes.map((index) => sliceByCodePoints(text, units[index]?.start ?? 0, units[index]?.end ?? 0));
  };
  const words = rows
    .filter((row) => row.new.length > 0)
    .map((row) => {
      if (row.kind === 'added') return unitWords(newBlocks, now, row.new).join('\n');
      if (row.pieces.length === 0) return unitWords(oldBlocks, old, row.old).join('\n');
      return row.pieces
        .map(({ kind, old: from, new: to }) =>
          kind === 'same'
            ? sliceByCodePoints(old, from.start, from.end)
            : sliceByCodePoints(now, to.start, to.end),
        )
        .join('');
    });
  return words.join('\n');
}

const one = 'The harbour council met on Monday to decide who may use the northern pier.';
const two = 'The police said that they were looking for three men who were seen near the pier.';
const three = 'A week later the council met again, and decided that the pier would be shared.';

describe('two contents side by side', () => {
  it('sets the same paragraphs beside each other, and finds what came and what went', () => {
    const rows = compared(`<p>${one}</p><p>${two}</p>`, `<p>${one}</p><p>Nobody was hurt.</p><p>${two}</p>`);
    expect(shown(rows)).toEqual(['same 0|0', 'added |1', 'same 1|2']);
  });

  it('pairs a paragraph with its next version', () => {
    const rows = compared(
      `<p>${one}</p><p>${two}</p><p>${three}</p>`,
      `<p>${one}</p><p>Quite new words stand here.</p><p>${two.replace('three', 'four')}</p>`,
    );
    expect(shown(rows)).toEqual(['same 0|0', 'added |1', 'changed 1|2', 'removed 2|']);
    const change = rows[2]?.pieces.find(({ kind }) => kind === 'changed');
    const text = `${one}\n${two}`;
    expect(sliceByCodePoints(text, change?.old.start ?? 0, change?.old.end ?? 0)).toBe('three');
  });

  it('recognises a paragraph that moved', () => {
    const rows = compared(
      `<p>${one}</p><p>${two}</p><p>${three}</p>`,
      `<p>${two}</p><p>${three}</p><p>${one}</p>`,
    );
    expect(shown(rows)).toEqual(['removed 0|', 'same 1|0', 'same 2|1', 'added |2']);
    expect(rows.map(({ partner }) => partner)).toEqual([3, null, null, 0]);
  });

  it('keeps together what was split or joined', () => {
    const rows = compared(`<p>${one} ${two}</p><p>${three}</p>`, `<p>${one}</p><p>${two}</p><p>${three}</p>`);
    expect(shown(rows)).toEqual(['typesetting 0|0+1', 'same 1|2']);
    const back = compared(`<p>${one}</p><p>${two}</p><p>${three}</p>`, `<p>${one} ${two}</p><p>${three}</p>`);
    expect(shown(back)).toEqual(['typesetting 0+1|0', 'same 2|1']);
  });

  it('tells formatting and typesetting from words', () => {
    const rows = compared(
      `<p>${one}</p><p>“Yes,” said the mayor of the town.</p>`,
      `<p>${one.replace('Monday', '<strong>Monday</strong>')}</p><p>"Yes," said the mayor of the town.</p>`,
    );
    expect(shown(rows)).toEqual(['formatting 0|0', 'typesetting 1|1']);
  });

  it('sets rows of a table and items of a list side by side', () => {
    const table = (dead: string) =>
      `<table><tr><th><p>Place</p></th><th><p>Dead</p></th></tr><tr><td><p>Ostrel</p></td><td><p>${dead}</p></td></tr></table>`;
    const list = (item: string) => `<ul><li>first thing</li><li>${item}</li></ul>`;
    expect(shown(compared(table('23') + list('second thing'), table('26') + list('second thought')))).toEqual(
      ['same 0|0', 'changed 1|1', 'same 2|2', 'changed 3|3'],
    );
  });

  it('turns the old text into the new, and every paragraph is in one row', () => {
    fc.assert(
      fc.property(
        fc.nat(),
        fc.integer({ min: 0, max: 12 }),
        fc.constantFrom(...Object.values(prose)),
        (seed, count, old) => {
          const now = textOf(editAtRandom(modelOf(old), count, createRandom(seed)));
          const [oldBlocks, newBlocks] = [textToBlocks(old), textToBlocks(now)];
          const rows = compareContents(oldBlocks, newBlocks);
          expect(applied(rows, oldBlocks, newBlocks)).toBe(plainText(newBlocks));
          expect(rows.flatMap((row) => row.old)).toEqual(unitsOf(oldBlocks).map((_, index) => index));
          expect(rows.flatMap((row) => row.new)).toEqual(unitsOf(newBlocks).map((_, index) => index));
          if (count === 0) expect(rows.every(({ kind }) => kind === 'same')).toBe(true);
        },
      ),
      { numRuns: 100 },
    );
  });
});

describe('long texts', () => {
  const random = createRandom(11);
  const words = (prose['english'] ?? '').split(/\s+/);
  const paragraph = () => Array.from({ length: 60 + random.below(60) }, () => random.pick(words)).join(' ');
  const paragraphs = Array.from({ length: 220 }, paragraph);
  const rowsAgainst = (now: readonly string[]) =>
    compareContents(textToBlocks(paragraphs.join('\n\n')), textToBlocks(now.join('\n\n')));

  it('pair every paragraph with its next version where all of them changed', () => {
    const rows = rowsAgainst(paragraphs.map((text) => text.replace(/\S+$/, 'ending')));
    expect(shown(rows)).toEqual(paragraphs.map((_, index) => `changed ${index}|${index}`));
  });

  it('are compared in a coarser way where nothing is common', () => {
    const rows = rowsAgainst(Array.from({ length: 220 }, paragraph));
    expect(rows.flatMap((row) => row.new)).toEqual(paragraphs.map((_, index) => index));
  });
});
