import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { serialiseContent } from '../../../shared/document/content-html';
import { textToBlocks } from '../../../shared/document/text-to-blocks';
import { rangeOf, type TemporaryNotebook, temporaryNotebook } from '../core/temporary-notebook';

const text = 'Kharkiv and Sumy regions. German and Dutch intelligence agencies said so. 23 were injured.';
let notebook: TemporaryNotebook;
let on: { articleId: string; revisionId: string };
let annotationId: string;
beforeEach(() => {
  notebook = temporaryNotebook();
  on = notebook.capture(text);
  annotationId = notebook.run('annotate', { on: { ...on, parts: [at('regions')] } }).annotationId;
});
afterEach(() => notebook.remove());

const at = (words: string) => rangeOf(text, words);
const partsIn = (revisionId: string) =>
  notebook.ask('listAnnotations', { articleId: on.articleId, revisionId })[0]?.parts ?? [];
const setParts = (words: readonly string[], revisionId = on.revisionId) =>
  notebook.run('setParts', { annotationId, revisionId, parts: words.map(at) });
const quotes = (revisionId = on.revisionId) => partsIn(revisionId).map(({ quote }) => quote.exact);
const former = () => partsIn(on.revisionId).map((part) => part.formerQuotes.map(({ quote }) => quote.exact));
const whole = () => expect(notebook.ask('checkNotebook', {}).findings).toEqual([]);

function edit(from: string, to: string): string {
  const { revisionId } = notebook.run('saveRevision', {
    articleId: on.articleId,
    baseRevisionId: notebook.ask('getArticle', { id: on.articleId }).currentRevisionId,
    content: serialiseContent(textToBlocks(text.replace(from, to))),
    reason: '',
    anchors: [],
  });
  return revisionId;
}

describe('the parts of a passage', () => {
  it('are added after the others without a trace on these', () => {
    setParts(['regions', 'agencies']);
    expect([quotes(), former()]).toEqual([
      ['regions', 'agencies'],
      [[], []],
    ]);
    whole();
  });

  it('may be added before, and taken away again: what was replaced is kept', () => {
    setParts(['Kharkiv', 'regions']);
    expect([quotes(), former()]).toEqual([
      ['Kharkiv', 'regions'],
      [[], []],
    ]);
    setParts(['Kharkiv']);
    expect([quotes(), former()]).toEqual([['Kharkiv'], [[]]]);
    setParts(['Kharkiv and Sumy', 'German']);
    expect([quotes(), former()]).toEqual([
      ['Kharkiv and Sumy', 'German'],
      [['Kharkiv'], []],
    ]);
    whole();
  });

  it('stay in earlier revisions as they were made there, however often they are changed later', () => {
    setParts(['regions', 'agencies']);
    const later = edit('23 were', '26 were');
    setParts(['Kharkiv', 'regions'], later);
    setParts(['German'], later);
    expect(quotes()).toEqual(['regions', 'agencies']);
    expect(quotes(later)).toEqual(['German']);
    expect(partsIn(on.revisionId).every(({ state }) => state === 'exact')).toBe(true);
    whole();
    for (let step = 0; step < 4; step++) notebook.run('undo', {});
    expect(quotes()).toEqual(['regions']);
    whole();
    for (let step = 0; step < 4; step++) notebook.run('redo', {});
    expect([quotes(), quotes(later)]).toEqual([['regions', 'agencies'], ['German']]);
    whole();
  });
});

describe('a confirmation', () => {
  it('keeps the quote it replaces, as often as it is given', () => {
    setParts(['23 were injured']);
    const values = ['26 were', '27 were', '28 were'];
    const revisions = values.map((value) => {
      const revisionId = edit('23 were', value);
      expect(partsIn(revisionId)[0]?.state).toBe('changed');
      notebook.run('confirmAnchor', { annotationId });
      return revisionId;
    });
    const words = [on.revisionId, ...revisions].map((id) => quotes(id)[0]);
    expect(words).toEqual(['23', '26', '27', '28'].map((count) => `${count} were injured`));
    const last = partsIn(revisions[2] ?? '')[0]?.formerQuotes ?? [];
    expect(last.map(({ quote, reason }) => [quote.exact, reason])).toEqual([
      ['regions', 'new-ends'],
      ['23 were injured', 'confirmed'],
      ['26 were injured', 'confirmed'],
      ['27 were injured', 'confirmed'],
    ]);
    whole();
  });
});

describe('some annotations of an article', () => {
  it('are read as they are in the list of all', () => {
    const more = ['Sumy', 'German'].map(
      (words) => notebook.run('annotate', { on: { ...on, parts: [at(words)] } }).annotationId,
    );
    setParts(['Kharkiv']);
    const all = notebook.ask('listAnnotations', on);
    const ids = [annotationId, more[1] ?? '', 'gone'];
    expect(notebook.ask('getAnnotations', { ...on, ids })).toEqual(all.filter(({ id }) => ids.includes(id)));
    expect(notebook.ask('getAnnotations', { ...on, articleId: 'another', ids })).toEqual([]);
  });
});
