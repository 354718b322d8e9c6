/** Random edits, in the editor and in a plain model of characters with names: both must end with the same text, each of its characters in the same passages. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Block } from '../../../shared/document/blocks';
import { plainText } from '../../../shared/document/plain-text';
import { codePoints } from '../../../shared/text/offsets';
import { CharacterModel } from '../testing/character-model';
import { ScriptEditor } from '../testing/script-editor';
import type { PassageKey } from './passages-state';

const prose = `Seven people were killed when the ferry Halcyon came under fire at the crossing, the mayor said.
The River Guard denies that it fired first.
“There is only one force on the eastern bank,” she told reporters, and named nobody.`;

const blocks: readonly Block[] = prose
  .split('\n')
  .map((text) => ({ kind: 'paragraph', inlines: [{ kind: 'text', text, marks: [] }] }));

interface Range {
  readonly key: PassageKey;
  readonly start: number;
  readonly end: number;
}

/** Places are shares of the text's length, which is another after each step. */
type Taken = { readonly kind: 'undo' | 'redo' };
type Step =
  | {
      readonly kind: 'type' | 'delete' | 'format' | 'copy' | 'cut';
      readonly from: number;
      readonly to: number;
      readonly text: string;
    }
  | { readonly kind: 'insert' | 'split' | 'paste'; readonly from: number; readonly text: string }
  | Taken;

const share = fc.double({ min: 0, max: 1, noNaN: true });
const words = fc.constantFrom('x', ' and', 'twelve ', 'Колона', '—', 'q r');
const near = fc.tuple(share, fc.double({ min: 0, max: 0.25, noNaN: true }));
const ranged = fc
  .tuple(fc.constantFrom('type', 'delete', 'format', 'copy', 'cut'), near, words)
  .map(([kind, [from, more], text]): Step => ({ kind, from, to: Math.min(1, from + more), text }));
const placed = fc
  .tuple(fc.constantFrom('insert', 'insert', 'split', 'paste', 'paste'), share, words)
  .map(([kind, from, text]): Step => ({ kind, from, text }));
const taken = fc.constantFrom<Step>({ kind: 'undo' }, { kind: 'undo' }, { kind: 'redo' });
const steps = fc.array(fc.oneof(ranged, placed, placed, taken), { minLength: 1, maxLength: 14 });

const anyRanges = fc
  .array(fc.tuple(fc.nat(prose.length - 1), fc.integer({ min: 1, max: 60 })), { minLength: 1, maxLength: 6 })
  .map((pairs) =>
    pairs.map(
      ([start, length], index): Range => ({
        key: `a${index}#0`,
        start,
        end: Math.min(prose.length, start + length),
      }),
    ),
  );

type Do = (editor: ScriptEditor, model: CharacterModel, at: number, to: number, text: string) => void;

const deeds: Readonly<Record<Exclude<Step['kind'], 'undo' | 'redo'>, Do>> = {
  insert: (editor, model, at, _, text) => {
    editor.select(at).type(text);
    model.type(at, at, text);
  },
  type: (editor, model, at, to, text) => {
    editor.select(at, to).type(text);
    model.type(at, to, text);
  },
  delete: (editor, model, at, to) => {
    if (at === to) return;
    editor.select(at, to).delete();
    model.delete(at, to);
  },
  split: (editor, model, at) => {
    editor.select(at).split();
    model.split(at);
  },
  format: (editor, _, at, to) => {
    if (at < to) editor.select(at, to).format('bold');
  },
  copy: (editor, model, at, to) => {
    if (at === to) return;
    editor.select(at, to).copy();
    model.copy(at, to);
  },
  cut: (editor, model, at, to) => {
    if (at === to) return;
    editor.select(at, to).cut();
    model.copy(at, to);
    model.delete(at, to);
  },
  paste: (editor, model, at) => {
    editor.select(at).paste();
    model.paste(at);
  },
};

const isTaken = (step: Step): step is Taken => step.kind === 'undo' || step.kind === 'redo';

const sorted = (keys: Iterable<PassageKey>) => [...keys].sort().join(' ');

/** The model's history has no formats: a step that only formats is left out of the scripts that undo. */
function run(ranges: readonly Range[], script: readonly Step[]): void {
  const editor = new ScriptEditor(
    blocks,
    ranges.map(({ key, start, end }) => ({ key, start: codePoints(start), end: codePoints(end) })),
  );
  const model = new CharacterModel(
    prose,
    (at) => new Set(ranges.filter(({ start, end }) => at >= start && at < end).map(({ key }) => key)),
  );
  const undoes = script.some(({ kind }) => kind === 'undo' || kind === 'redo');
  for (const step of script) {
    if (isTaken(step)) {
      editor[step.kind]();
      model[step.kind]();
    } else if (step.kind !== 'format' || !undoes) {
      const at = Math.floor(step.from * model.now.length);
      const to = 'to' in step ? Math.floor(step.to * model.now.length) : at;
      deeds[step.kind](editor, model, at, to, step.text);
    }
    compare(editor, model);
  }
}

function compare(editor: ScriptEditor, model: CharacterModel): void {
  const there = editor.characters();
  expect(there.map(({ text }) => text).join('')).toBe(model.now.map(({ text }) => text).join(''));
  expect(there.map(({ passages }) => sorted(passages))).toEqual(
    model.now.map(({ passages }) => sorted(passages)),
  );
}

describe('words', () => {
  it('keep their passages through any edits', () => {
    fc.assert(fc.property(anyRanges, steps, run), { numRuns: 400 });
  });

  it('give the ranges that are saved', () => {
    fc.assert(
      fc.property(anyRanges, steps, (ranges, script) => {
        const editor = new ScriptEditor(
          blocks,
          ranges.map(({ key, start, end }) => ({ key, start: codePoints(start), end: codePoints(end) })),
        );
        for (const step of script)
          if (step.kind === 'insert') editor.select(Math.floor(step.from * prose.length)).type(step.text);
        const { blocks: edited, passages } = editor.content();
        const text = [...plainText(edited)];
        const characters = editor.characters();
        for (const [key, { start, end }] of passages) {
          const own = characters.flatMap((one, at) => (one.passages.includes(key) ? [at] : []));
          expect(text.slice(start, end).join('')).toBe(
            characters
              .slice(own[0], (own.at(-1) ?? 0) + 1)
              .map((one) => one.text)
              .join(''),
          );
        }
      }),
      { numRuns: 100 },
    );
  });
});
