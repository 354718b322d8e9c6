/**
 * A window that dies at any moment: what was kept of the edit, as the program keeps it, opens as the same text with every
 * passage that had words on the same ones, again and again.
 */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { serialiseContent } from '../../../shared/document/content-html';
import { plainText } from '../../../shared/document/plain-text';
import type { Annotation } from '../../../shared/model/annotation';
import type { RevisionText } from '../../../shared/model/article';
import { codePoints, sliceByCodePoints, snapToGraphemes } from '../../../shared/text/offsets';
import { CharacterModel } from '../testing/character-model';
import { anyScript, perform, type Step } from '../testing/edit-script';
import { mixedArticle } from '../testing/mixed-article';
import { ScriptEditor } from '../testing/script-editor';
import { anchorsNow, beginCorrection, type Correction, contentOf } from './correction';

const seed = Number(process.env.CASEBOOK_SEED ?? 20_261_122);
const text = plainText(mixedArticle);
const length = [...text].length;
const revision = {
  id: 'r1',
  articleId: 'x',
  content: serialiseContent(mixedArticle),
  text,
} as unknown as RevisionText;

const anyAnnotations = fc
  .array(fc.tuple(fc.nat(length - 1), fc.integer({ min: 1, max: 40 })), { maxLength: 6 })
  .map((pairs) =>
    pairs.map(([from, more], index) => {
      const { start, end } = snapToGraphemes(text, from, Math.min(length, from + more));
      const quote = { exact: sliceByCodePoints(text, start, end), prefix: '', suffix: '' };
      const parts = [{ start: codePoints(start), end: codePoints(end), quote, state: 'exact' }];
      return { id: `a${index}`, articleId: 'x', revisionId: 'r1', parts } as unknown as Annotation;
    }),
  );

interface Open {
  readonly editor: ScriptEditor;
  readonly model: CharacterModel;
}

function open({ blocks, passages }: Correction): Open {
  const editor = new ScriptEditor(blocks, passages);
  return { editor, model: new CharacterModel(editor.owned(), editor.sets) };
}

function run(annotations: readonly Annotation[], script: readonly Step[], every: number): void {
  const { followed, ...first } = beginCorrection(revision, annotations, null);
  let now = open({ ...first, followed });
  const clipboard = { clip: null, nodes: [] };
  script.forEach((step, index) => {
    perform({ ...now, text: now.editor.owned().text, clipboard, settle: () => {} }, step);
    if (index % every > 0) return;
    const before = now.editor.content();
    const anchors = anchorsNow(followed, before);
    const draft = { ownerId: 'x', baseRevisionId: 'r1', savedAt: '', content: contentOf(before), anchors };
    const resumed = beginCorrection(revision, annotations, draft);
    now = open(resumed);
    const after = now.editor.content();
    expect(contentOf(after)).toBe(draft.content);
    expect(anchorsNow(followed, after)).toEqual(anchors);
  });
}

describe(`a draft, seed ${seed}`, () => {
  it('opens as it was kept', () => {
    fc.assert(fc.property(anyAnnotations, anyScript, fc.integer({ min: 1, max: 5 }), run), {
      numRuns: 150,
      seed,
    });
  }, 600_000);
});
