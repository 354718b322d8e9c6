/**
 * An edit by random steps in a real notebook: its draft is kept, its revision saved, and the process killed after either.
 * What the file then opens with has every passage where the model of the characters has it, in a state that is true of
 * its words. The kill is a copy of the files as they are on the disk, opened as any notebook.
 */
import { copyFileSync, existsSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { importArticle } from '../../main/store/articles/capture/import-article';
import { runCommand } from '../../main/store/core/run-command';
import { rawDatabase } from '../../main/store/core/sql';
import {
  documentOf,
  type TemporaryNotebook,
  temporaryNotebook,
} from '../../main/store/core/temporary-notebook';
import { answer, execute, openSession, type Session, writerOf } from '../../main/store/worker/session';
import { anchorsNow, beginCorrection, contentOf } from '../../renderer/editor/correction/correction';
import { type PassageKey, passageKey } from '../../renderer/editor/passages/passages-state';
import { numbersFor, runAll } from '../../renderer/editor/testing/all-scripts';
import { CharacterModel } from '../../renderer/editor/testing/character-model';
import { Dice } from '../../renderer/editor/testing/dice';
import type { Stage, Step } from '../../renderer/editor/testing/edit-script';
import type { ExpectedPlace } from '../../renderer/editor/testing/expected-places';
import { mixedArticle } from '../../renderer/editor/testing/mixed-article';
import { randomRanges, randomSteps } from '../../renderer/editor/testing/random-script';
import { ScriptEditor } from '../../renderer/editor/testing/script-editor';
import { compareContent, takeStep, type WorkedText } from '../../renderer/editor/testing/worked-text';
import { foldQuote } from '../../shared/anchoring/comparison/comparison-text';
import { sameWords } from '../../shared/anchoring/comparison/quote-match';
import { serialiseContent } from '../../shared/document/content-html';
import type { Annotation, Part } from '../../shared/model/annotation';
import type { TextRange } from '../../shared/text/offset-types';
import { sliceByCodePoints } from '../../shared/text/offsets';

const numbers = { ...numbersFor(1, process.env), count: 200 };

interface Keeping {
  readonly how: 'draft' | 'save';
  readonly isKilled: boolean;
}

interface KeptEdit {
  readonly passages: readonly TextRange[];
  readonly steps: readonly Step[];
  /** What is done after so many steps. */
  readonly every: number;
  readonly keepings: readonly Keeping[];
}

function makeEdit(seed: number): KeptEdit {
  const dice = new Dice(seed);
  const steps = randomSteps(dice, dice.below(8) === 0 ? 'long' : 'short');
  const keepings = dice.list(8, () => ({
    how: dice.pick(['draft', 'save'] as const),
    isKilled: dice.below(3) === 0,
  }));
  return { passages: randomRanges(dice), steps, every: dice.between(2, 8), keepings };
}

/** The parts of annotations: of one, of two where two lie apart, and so on. */
function grouped(ranges: readonly TextRange[]): readonly (readonly TextRange[])[] {
  return ranges.flatMap((range, index) => {
    const next = ranges[index + 1];
    const last = ranges[index - 1];
    const isApart = (one: TextRange, other: TextRange) => one.end < other.start || other.end < one.start;
    if (index % 2 === 0)
      return next && isApart(range, next) ? [[range, next].sort((a, b) => a.start - b.start)] : [[range]];
    return last && isApart(range, last) ? [] : [[range]];
  });
}

/** One notebook for all edits: an article each. */
class Killed {
  private files = 0;
  private path: string;
  session: Session;

  constructor(private readonly first: TemporaryNotebook) {
    this.path = first.path;
    this.session = first.session;
    this.hurry();
  }

  /** What a killed process has written is there, on the disk or on its way: a copy needs no waiting for it. */
  private hurry(): void {
    rawDatabase(writerOf(this.session)).pragma('synchronous = OFF');
  }

  /** What the files on the disk are now is all that is left. */
  kill(): void {
    const left = join(this.first.folder, `left-${this.files++}.casebook`);
    for (const end of ['', '-wal'])
      if (existsSync(this.path + end)) copyFileSync(this.path + end, left + end);
    this.session.close();
    rmSync(this.path);
    this.path = left;
    this.session = openSession(left);
    this.hurry();
  }

  close(): void {
    this.session.close();
    this.first.remove();
  }
}

let notebook: Killed;
beforeAll(() => {
  notebook = new Killed(temporaryNotebook());
});
afterAll(() => notebook.close());

let articles = 0;

/** One edit of one article, on the disk and in the editor. */
class Edit {
  private worked: WorkedText;
  private clipboard: Stage['clipboard'] = { clip: null, nodes: [] };
  private readonly articleId: string;

  constructor(ranges: readonly TextRange[]) {
    // Other words at the end, or it would be the same article again.
    const last = { kind: 'text', text: String(articles++), marks: [] } as const;
    const blocks = [...mixedArticle, { kind: 'paragraph', inlines: [last] } as const];
    const captured = documentOf(last.text, { content: serialiseContent(blocks) });
    const { session } = notebook;
    this.articleId = runCommand(writerOf(session), (db) => importArticle(db, captured)).value.articleId;
    const { articleId } = this;
    const revisionId = this.article().currentRevisionId;
    for (const parts of grouped(ranges))
      execute(session, 'annotate', { on: { articleId, revisionId, parts: [...parts] } });
    this.worked = this.open();
  }

  private article() {
    return answer(notebook.session, 'getArticle', { id: this.articleId });
  }

  private annotations(revisionId: string): readonly Annotation[] {
    return answer(notebook.session, 'listAnnotations', { articleId: this.articleId, revisionId });
  }

  /** As the window begins a correction. */
  private open(): WorkedText {
    const { currentRevisionId: id } = this.article();
    const revision = answer(notebook.session, 'getRevision', { id });
    const draft = answer(notebook.session, 'getDraft', { ownerId: this.articleId });
    const { blocks, passages, followed } = beginCorrection(revision, this.annotations(id), draft);
    this.clipboard = { clip: null, nodes: [] };
    editor.begin(editor.load(blocks, passages));
    return { editor, followed, model: new CharacterModel(editor.owned().bare, editor.sets) };
  }

  step(step: Step): void {
    takeStep(this.worked, step, this.clipboard);
  }

  /** What is kept, as the window keeps it, is there after a kill. */
  keep({ how, isKilled }: Keeping): void {
    const { articleId } = this;
    const { content, expected } = compareContent(this.worked);
    const baseRevisionId = this.article().currentRevisionId;
    const words = { content: contentOf(content), anchors: anchorsNow(this.worked.followed, content) };
    const before = answer(notebook.session, 'getRevision', { id: baseRevisionId });
    if (words.content === before.content) return;
    const known = this.annotations(baseRevisionId);
    if (how === 'draft')
      execute(notebook.session, 'saveDraft', { ownerId: this.articleId, baseRevisionId, ...words });
    else execute(notebook.session, 'saveRevision', { articleId, baseRevisionId, reason: '', ...words });
    if (isKilled) notebook.kill();
    if (how === 'save') this.compareSaved(known, expected);
    this.worked = this.open();
    const again = editor.content();
    const anchors = how === 'draft' ? anchorsNow(this.worked.followed, again) : words.anchors;
    const there = JSON.stringify({ content: contentOf(again), anchors });
    if (there !== JSON.stringify(words)) throw new Error(`${there} was ${JSON.stringify(words)}`);
  }

  /** Every passage stands where the model of the characters has it, and its state is true. */
  private compareSaved(
    before: readonly Annotation[],
    expected: ReadonlyMap<PassageKey, ExpectedPlace>,
  ): void {
    const { currentRevisionId: id } = this.article();
    const { text: saved } = answer(notebook.session, 'getRevision', { id });
    const now = new Map(this.annotations(id).map((annotation) => [annotation.id, annotation]));
    for (const { id: annotationId, parts } of before)
      parts.forEach((old, index) => {
        const part = now.get(annotationId)?.parts[index];
        const places = expected.get(passageKey(annotationId, index)) ?? [];
        const fault = part ? faultOf(saved, old, part, places) : 'gone';
        if (fault) throw new Error(`${fault}: ${JSON.stringify({ old, part, places, saved })}`);
      });
  }
}

/** One for all windows, which each begin with nothing but what was kept. */
const editor = new ScriptEditor([], []);

/** What is untrue of a passage after the edit; null: nothing. */
function faultOf(text: string, before: Part, part: Part, places: ExpectedPlace): string | null {
  const words = foldQuote(part.quote.exact);
  const isQuote = ({ start, end }: TextRange) =>
    sameWords(foldQuote(sliceByCodePoints(text, start, end)), words);
  // Invisible characters at its ends are neither here nor there.
  const isNothing = (one: number, other: number) =>
    foldQuote(sliceByCodePoints(text, Math.min(one, other), Math.max(one, other))).trim() === '';
  const own = places.find(({ start, end }) => isNothing(start, part.start) && isNothing(end, part.end));
  if (part.quote.exact !== before.quote.exact) return 'another quote';
  switch (part.state) {
    case 'exact':
      if (!own && before.state !== 'orphan') return 'elsewhere';
      return isQuote(part) ? null : 'not exact';
    case 'moved':
      return isQuote(part) ? null : 'other words';
    case 'changed':
      if (!own) return 'elsewhere';
      return isQuote(part) ? 'not changed' : null;
    default:
      return places.some(isQuote) ? 'not lost' : null;
  }
}

function run({ passages, steps, every, keepings }: KeptEdit): void {
  const edit = new Edit(passages);
  steps.forEach((step, index) => {
    edit.step(step);
    const next = keepings[Math.floor(index / every) % keepings.length];
    if (next && (index + 1) % every === 0) edit.keep(next);
  });
  edit.keep({ how: 'save', isKilled: false });
}

describe(`edits that are kept, seed ${numbers.seed}`, () => {
  it('are all there after a kill, with every passage on its words', () => {
    runAll(numbers, makeEdit, run);
    notebook.kill();
    expect(answer(notebook.session, 'checkNotebook', {}).findings).toEqual([]);
  }, 120_000);
});
