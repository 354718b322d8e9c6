/**
 * Random edits, in the editor and in a plain model of its characters: after every step both have the same characters, each
 * in the same passages. A failing run is repeated by the seed that it prints: CASEBOOK_SEED=… CASEBOOK_SCRIPTS=….
 */
import fc from 'fast-check';
import { describe, it } from 'vitest';
import { plainText } from '../../../shared/document/plain-text';
import { codePoints, snapToGraphemes } from '../../../shared/text/offsets';
import type { KeyedRange } from '../content/content-to-editor';
import { CharacterModel, withoutEnds } from '../testing/character-model';
import { anyScript, perform, type Stage, type Step } from '../testing/edit-script';
import { KeySets } from '../testing/key-sets';
import { mixedArticle } from '../testing/mixed-article';
import { ScriptEditor } from '../testing/script-editor';

const seed = Number(process.env.CASEBOOK_SEED ?? 20_261_122);
/** All of them take minutes: where changes are judged, not at every run. */
const scripts = Number(process.env.CASEBOOK_SCRIPTS ?? (process.env.CI ? 10_000 : 1_000));

const text = plainText(mixedArticle);
const length = [...text].length;

const rangesOf = (name: string) =>
  fc
    .array(
      fc.tuple(fc.nat(length - 1), fc.oneof(fc.integer({ min: 1, max: 8 }), fc.integer({ min: 1, max: 60 }))),
      {
        maxLength: 6,
      },
    )
    .map((pairs) =>
      pairs.map(([from, more], index): KeyedRange => {
        const { start, end } = snapToGraphemes(text, from, Math.min(length, from + more));
        return { key: `${name}${index}#0`, start: codePoints(start), end: codePoints(end) };
      }),
    );

class Desk {
  readonly stages: { editor: ScriptEditor; model: CharacterModel }[] = [];
  private at = 0;
  private readonly clipboard: Stage['clipboard'] = { clip: null, nodes: [] };

  constructor(private readonly ranges: readonly (readonly KeyedRange[])[]) {
    this.open(0);
  }

  private open(at: number): void {
    const sets = this.stages[0]?.editor.sets ?? new KeySets();
    const editor = new ScriptEditor(mixedArticle, this.ranges[at] ?? [], sets);
    this.stages[at] = { editor, model: new CharacterModel(editor.owned(), sets) };
  }

  private get stage() {
    const stage = this.stages[this.at];
    if (!stage) throw new Error('no editor');
    return stage;
  }

  private switch(): void {
    this.at = 1 - this.at;
    if (!this.stages[this.at]) this.open(this.at);
  }

  run(step: Step): void {
    if (step.kind === 'switch') return this.switch();
    const { editor, model } = this.stage;
    const [undos, redos] = editor.depth;
    if (step.kind === 'undo') {
      if (undos === 0) return;
      editor.undo();
      model.undo();
    } else if (step.kind === 'redo') {
      if (redos === 0) return;
      editor.redo();
      model.redo();
    } else this.edit(step);
    this.compare();
  }

  private edit(step: Step): void {
    const { editor, model } = this.stage;
    let before = model.now;
    let [undos] = editor.depth;
    const settle = () => {
      const { text } = editor.owned();
      model.keepGraphemes(text);
      const [now] = editor.depth;
      if (now > undos) model.remember(before);
      [before, undos] = [model.now, now];
    };
    perform({ editor, model, text: editor.owned().text, clipboard: this.clipboard, settle }, step);
    settle();
  }

  private compare(): void {
    const { editor, model } = this.stage;
    const there = withoutEnds(editor.owned());
    if (there.text === model.now.text && there.owners === model.now.owners) return;
    const shown = ({ text: all, owners }: typeof there) =>
      [...owners].map((sign, at) => `${all[at]}${editor.sets.keysOf(sign).join()}`).join(' ');
    throw new Error(`expected ${shown(model.now)}\nbut there is ${shown(there)}`);
  }
}

function run(ranges: readonly (readonly KeyedRange[])[], script: readonly Step[]): void {
  const desk = new Desk(ranges);
  for (const step of script) desk.run(step);
}

describe(`words, seed ${seed}`, () => {
  it('keep their passages through any edits', () => {
    fc.assert(fc.property(fc.tuple(rangesOf('a'), rangesOf('b')), anyScript, run), {
      numRuns: scripts,
      seed,
    });
  }, 600_000);
});
