import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { plainText } from '../../../shared/document/plain-text';
import { sliceByCodePoints } from '../../../shared/text/offsets';
import { type CountedSelection, placeSelections } from './offset-readings';
import { lineBlocks, readSourceText, sourceText } from './source-text';

/** Lines with what counts differently: astral characters, combining marks, right-to-left words, blanks. */
const word = fc.constantFrom(
  'Вода',
  'é\u0301',
  '😀',
  'שלום',
  'مرحبا',
  '👩‍👩‍👧',
  'the',
  'bridge',
  '𝔘𝔫',
  '市长',
  'naïve',
);
const line = fc.array(word, { minLength: 1, maxLength: 12 }).map((words) => words.join(' '));
const lines = fc.array(line, { minLength: 1, maxLength: 12 });

const dialects = fc.record({
  unit: fc.constantFrom('code points', 'UTF-16', 'bytes'),
  ends: fc.constantFrom('\n', '\r\n'),
  crCounts: fc.boolean(),
  mark: fc.constantFrom('', '\uFEFF'),
  markCounts: fc.boolean(),
});

/** Length of a text as a program of that dialect counts it. */
function counted(text: string, unit: string): number {
  if (unit === 'UTF-16') return text.length;
  return unit === 'bytes' ? Buffer.byteLength(text) : [...text].length;
}

const unit = fc.constantFrom(
  '\r',
  '\n',
  '\r\n',
  '\uFEFF',
  '\0',
  '\u000b',
  '\t',
  'a',
  '😀',
  '\ud83d',
  'e\u0301',
  'ש',
);
const anyText = fc.array(unit, { maxLength: 16 }).map((units) => units.join(''));

describe('readSourceText', () => {
  it('keeps the text line by line, whatever its line ends and mark', () => {
    fc.assert(
      fc.property(lines, fc.constantFrom('\n', '\r\n', '\r'), fc.boolean(), (all, end, marked) => {
        const read = readSourceText(Buffer.from((marked ? '\uFEFF' : '') + all.join(end)));
        expect(read.text).toBe(all.join('\n'));
        expect(plainText(lineBlocks(read.text))).toBe(read.text);
        expect(read.positions.at(-1)).toBe([...read.text].length);
      }),
    );
  });

  it('knows where every character of the file is in the text', () => {
    fc.assert(
      fc.property(anyText, (raw) => {
        const { raw: whole, text, positions } = sourceText(raw);
        expect(plainText(lineBlocks(text))).toBe(text);
        for (let at = 0; at <= whole.length; at++) {
          if (/^[\uDC00-\uDFFF]/.test(whole.slice(at, at + 1))) continue;
          expect(sliceByCodePoints(text, 0, positions[at] ?? -1)).toBe(
            sourceText(whole.slice(0, at)).text.replace(/\n$/, (end) =>
              whole[at - 1] === '\r' && whole[at] === '\n' ? '' : end,
            ),
          );
        }
      }),
    );
  });
});

describe('placeSelections', () => {
  it('finds the words of the selections, however the file counts', () => {
    fc.assert(
      fc.property(
        lines,
        dialects,
        fc.array(fc.nat(), { minLength: 2, maxLength: 6 }),
        (all, dialect, picks) => {
          const { unit, ends, crCounts, mark, markCounts } = dialect;
          const file = all.join(crCounts ? ends : '\n');
          const before = markCounts ? mark : '';
          const words = [...new Set(picks.map((pick) => all[pick % all.length] ?? ''))];
          const selections = words.map((said): CountedSelection => {
            const at = file.indexOf(said);
            const start = counted(before + file.slice(0, at), unit);
            return { start, end: start + counted(said, unit), words: said };
          });
          const source = sourceText(mark + all.join(ends));
          const { placed } = placeSelections(source, selections);
          for (const [index, place] of placed.entries()) {
            expect(place?.isSure).toBe(true);
            expect(sliceByCodePoints(source.text, place?.start ?? 0, place?.end ?? 0)).toBe(words[index]);
          }
        },
      ),
    );
  });

  const text = 'One 😀 line.\r\nThe second line is longer.\r\nA third 😀 one ends here.';

  it('decides without words by the borders of words', () => {
    const source = sourceText(text);
    const utf16 = ['second', 'longer', 'third', 'ends here'].map((words) => {
      const start = text.indexOf(words);
      return { start, end: start + words.length, words: '' };
    });
    const { placed, dialect } = placeSelections(source, utf16);
    expect(dialect).toBe('UTF-16 units');
    expect(placed.map((place) => sliceByCodePoints(source.text, place?.start ?? 0, place?.end ?? 0))).toEqual(
      ['second', 'longer', 'third', 'ends here'],
    );
    expect(placed.every((place) => place?.isSure)).toBe(true);
  });

  it('says that it is not sure where nothing tells the readings apart', () => {
    const source = sourceText('😀abcdefghijklmnopqrstuvwxyz');
    expect(placeSelections(source, [{ start: 4, end: 9, words: '' }]).placed).toEqual([
      { start: 4, end: 9, isSure: false },
    ]);
    expect(placeSelections(sourceText('abcdefghijkl'), [{ start: 4, end: 9, words: '' }]).placed).toEqual([
      { start: 4, end: 9, isSure: true },
    ]);
  });

  it('follows words that stand elsewhere, without being sure, and gives up what is not in the text', () => {
    const source = sourceText('A line before it. The mayor closed the bridge on Monday.');
    const said = 'mayor closed the bridge';
    const { placed } = placeSelections(source, [
      { start: 3, end: 26, words: said },
      { start: 900, end: 910, words: '' },
    ]);
    expect(placed[0]).toMatchObject({ isSure: false });
    expect(sliceByCodePoints(source.text, placed[0]?.start ?? 0, placed[0]?.end ?? 0)).toBe(said);
    expect(placed[1]).toBeNull();
  });

  it('takes words of another edition of the text for a sign that the positions may be wrong', () => {
    const source = sourceText('The mayor closed the bridge on Monday.');
    const [place] = placeSelections(source, [
      { start: 4, end: 9, words: 'Bridges are closed by the mayor' },
    ]).placed;
    expect(place).toEqual({ start: 4, end: 9, isSure: false });
  });
});
