/**
 * A window that dies at any moment: what was kept of the edit, as the program keeps it, opens as the same text with every
 * passage that had words on the same ones, again and again.
 */
import { describe, expect, it } from 'vitest';
import { serialiseContent } from '../../../shared/document/content-html';
import { plainText } from '../../../shared/document/plain-text';
import type { Annotation } from '../../../shared/model/annotation';
import type { RevisionText } from '../../../shared/model/article';
import { sliceByCodePoints } from '../../../shared/text/offsets';
import { numbersFor, runAll } from '../testing/all-scripts';
import { CharacterModel } from '../testing/character-model';
import { Dice } from '../testing/dice';
import type { Stage, Step } from '../testing/edit-script';
import { mixedArticle } from '../testing/mixed-article';
import { randomRanges, randomSteps } from '../testing/random-script';
import { ScriptEditor } from '../testing/script-editor';
import { takeStep, type WorkedText } from '../testing/worked-text';
import { anchorsNow, beginCorrection, type Correction, contentOf } from './correction';

const text = plainText(mixedArticle);
const revision = {
  id: 'r1',
  articleId: 'x',
  content: serialiseContent(mixedArticle),
  text,
} as unknown as RevisionText;

const numbers = { ...numbersFor(1, process.env), count: 150 };

function annotated(dice: Dice): readonly Annotation[] {
  return randomRanges(dice).map(({ start, end }, index) => {
    const quote = { exact: sliceByCodePoints(text, start, end), prefix: '', suffix: '' };
    const parts = [{ start, end, quote, state: 'exact' }];
    return { id: `a${index}`, articleId: 'x', revisionId: 'r1', parts } as unknown as Annotation;
  });
}

interface Kept {
  readonly annotations: readonly Annotation[];
  readonly steps: readonly Step[];
  /** After so many steps the draft is kept. */
  readonly every: number;
}

function makeKept(seed: number): Kept {
  const dice = new Dice(seed);
  const steps = randomSteps(dice, dice.below(8) === 0 ? 'long' : 'short');
  return { annotations: annotated(dice), steps, every: dice.between(1, 5) };
}

/** One for all windows, which each begin with nothing but what was kept. */
const editor = new ScriptEditor([], []);

function open({ blocks, passages, followed }: Correction): WorkedText {
  editor.begin(editor.load(blocks, passages));
  return { editor, followed, model: new CharacterModel(editor.owned().bare, editor.sets) };
}

function run({ annotations, steps, every }: Kept): void {
  const first = beginCorrection(revision, annotations, null);
  const { followed } = first;
  let now = open(first);
  let clipboard: Stage['clipboard'] = { clip: null, nodes: [] };
  steps.forEach((step, index) => {
    takeStep(now, step, clipboard);
    if (index % every > 0) return;
    const before = now.editor.content();
    const anchors = anchorsNow(followed, before);
    const draft = { ownerId: 'x', baseRevisionId: 'r1', savedAt: '', content: contentOf(before), anchors };
    const resumed = beginCorrection(revision, annotations, draft);
    now = open(resumed);
    clipboard = { clip: null, nodes: [] };
    const after = now.editor.content();
    expect(contentOf(after)).toBe(draft.content);
    expect(anchorsNow(followed, after)).toEqual(anchors);
  });
}

describe(`a draft, seed ${numbers.seed}`, () => {
  it('opens as it was kept', () => {
    runAll(numbers, makeKept, run);
  }, 600_000);
});
