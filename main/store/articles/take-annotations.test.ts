import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { EditedAnchor } from '../../../shared/contract/articles';
import { serialiseContent } from '../../../shared/document/content-html';
import { textToBlocks } from '../../../shared/document/text-to-blocks';
import { rangeOf, type TemporaryNotebook, temporaryNotebook, wordsAt } from '../core/temporary-notebook';

const cut = 'Two dockworkers were among the dead. ';
const first = `Seven people were killed on Monday. ${cut}Nobody has said who fired.`;
const second = 'The mayor of Ostrel gave her own account of the night.';

let notebook: TemporaryNotebook;
let from: { articleId: string; revisionId: string };
let into: typeof from;
let annotationId: string;
beforeEach(() => {
  notebook = temporaryNotebook();
  from = notebook.capture(first);
  into = notebook.capture(second);
  annotationId = notebook.run('annotate', {
    on: { ...from, parts: [rangeOf(first, 'Two dockworkers')] },
    comment: 'Names?',
    tags: [{ name: 'Deaths' }],
  }).annotationId;
});
afterEach(() => notebook.remove());

const contentOf = (text: string) => serialiseContent(textToBlocks(text));
const isAt = (text: string, words: string | null, part = 0): EditedAnchor[] => [
  { annotationId, part, range: words === null ? null : rangeOf(text, words) },
];
const save = ({ articleId, revisionId }: typeof from, text: string, anchors: EditedAnchor[]) =>
  notebook.run('saveRevision', {
    articleId,
    baseRevisionId: revisionId,
    content: contentOf(text),
    reason: 'Corrected',
    anchors,
  });
const keepDraft = ({ articleId, revisionId }: typeof from, text: string, anchors: EditedAnchor[]) =>
  notebook.run('saveDraft', {
    ownerId: articleId,
    content: contentOf(text),
    baseRevisionId: revisionId,
    anchors,
  });

const without = first.replace(cut, '');
const withIt = `${cut}${second}`;
const saveCut = () => save(from, without, isAt(without, null));
const savePasted = () => save(into, withIt, isAt(withIt, 'Two dockworkers'));

/** Where the annotation is, how it stands, and on which words. */
function standing() {
  const { articleId, revisionId, parts, comment, tags } = notebook.ask('getAnnotation', { id: annotationId });
  const [part] = parts;
  const { text } = notebook.ask('getRevision', { id: revisionId });
  expect({ comment, tags: tags.map(({ name }) => name) }).toEqual({ comment: 'Names?', tags: ['Deaths'] });
  expect(notebook.ask('checkNotebook', {}).findings).toEqual([]);
  return {
    in: articleId === into.articleId ? 'second' : 'first',
    state: part?.state,
    words: part && part.state !== 'orphan' ? wordsAt(text, part) : '',
  };
}
const moved = { in: 'second', state: 'exact', words: 'Two dockworkers' };
const stayed = { in: 'first', state: 'exact', words: 'Two dockworkers' };

describe('words cut from one article and pasted into another', () => {
  it('take their annotation along, the text that lost them saved first', () => {
    expect(saveCut()).toMatchObject({ orphaned: 1 });
    expect(standing()).toMatchObject({ in: 'first', state: 'orphan' });
    savePasted();
    expect(standing()).toEqual(moved);
    expect(notebook.ask('getNotebook', {}).reviewCount).toBe(0);
  });

  it('take it along while the text that lost them is a draft, which is saved or discarded afterwards', () => {
    keepDraft(from, without, isAt(without, null));
    savePasted();
    expect(standing()).toEqual(moved);
    expect(saveCut()).toMatchObject({ orphaned: 0 });
    expect(standing()).toEqual(moved);
    notebook.run('undo', {});
    notebook.run('discardDraft', { ownerId: from.articleId });
    expect(standing()).toEqual(moved);
  });

  it('leave it where it is when they were only copied, or the cut was given up', () => {
    savePasted();
    expect(standing()).toEqual(stayed);
  });

  it('leave it where some of its words are', () => {
    const half = first.replace('Two ', '');
    keepDraft(from, half, isAt(half, 'dockworkers'));
    savePasted();
    expect(standing()).toEqual(stayed);
  });

  it('leave it, an orphan, when other words stand in their place', () => {
    saveCut();
    save(into, withIt, isAt(withIt, 'account'));
    expect(standing()).toMatchObject({ in: 'first', state: 'orphan' });
  });

  it('are taken back and done again as one step', () => {
    saveCut();
    savePasted();
    expect(notebook.run('undo', {})).toBe('saveRevision');
    expect(standing()).toMatchObject({ in: 'first', state: 'orphan' });
    expect(notebook.run('redo', {})).toBe('saveRevision');
    expect(standing()).toEqual(moved);
    notebook.run('undo', {});
    notebook.run('undo', {});
    expect(standing()).toEqual(stayed);
  });

  it('bring it back the same way', () => {
    saveCut();
    savePasted();
    from = { ...from, revisionId: notebook.ask('getArticle', { id: from.articleId }).currentRevisionId };
    into = { ...into, revisionId: notebook.ask('getArticle', { id: into.articleId }).currentRevisionId };
    save(into, second, isAt(second, null));
    save(from, first, isAt(first, 'Two dockworkers'));
    expect(standing()).toEqual(stayed);
  });

  it('are passed over when the annotation is not there any more', () => {
    saveCut();
    notebook.run('trashAnnotations', { ids: [annotationId] });
    savePasted();
    expect(notebook.ask('checkNotebook', {}).findings).toEqual([]);
  });
});
