import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { serialiseContent } from '../../../shared/document/content-html';
import { textToBlocks } from '../../../shared/document/text-to-blocks';
import { rangeOf, type TemporaryNotebook, temporaryNotebook, wordsAt } from '../core/temporary-notebook';

const text = [
  'Officials reported significant damage to residential buildings, with at least 23 people injured in the night.',
  'The River Guard denies that it fired first, and the mayor of Ostrel has named nobody until today.',
].join('\n\n');
const plain = text.replace(/\n\n/g, '\n');

let notebook: TemporaryNotebook;
let articleId: string;
let first: string;
beforeEach(() => {
  notebook = temporaryNotebook();
  ({ articleId, revisionId: first } = notebook.capture(text));
});
afterEach(() => notebook.remove());

const mark = (...words: string[]) =>
  notebook.run('annotate', {
    on: { articleId, revisionId: first, parts: words.map((one) => rangeOf(plain, one)) },
  }).annotationId;
const save = (edited: string) =>
  notebook.run('saveRevision', {
    articleId,
    baseRevisionId: notebook.ask('getArticle', { id: articleId }).currentRevisionId,
    content: serialiseContent(textToBlocks(edited)),
    reason: 'Corrected',
    anchors: [],
  }).revisionId;
const list = () => notebook.ask('listReview', { offset: 0, limit: 10 });
const review = (annotationId: string) => notebook.ask('getReview', { annotationId });
const states = (id: string) => notebook.ask('getAnnotation', { id }).parts.map(({ state }) => state);

describe('passages that wait for a decision', () => {
  it('are those on other words or on none, with the words then and now', () => {
    const changed = mark('with at least 23 people injured');
    const gone = mark('the mayor of Ostrel has named nobody');
    mark('residential buildings');
    expect(list()).toEqual({ rows: [], total: 0 });
    save(
      text
        .replace('23 people injured', '26 people injured')
        .replace(', and the mayor of Ostrel has named nobody until today', ''),
    );
    expect(list().rows.map(({ annotationId, state, words }) => [annotationId, state, words])).toEqual([
      [changed, 'changed', 'with at least 23 people injured'],
      [gone, 'orphan', 'the mayor of Ostrel has named nobody'],
    ]);
    const [part] = review(changed).parts;
    expect(part?.once).toMatchObject({
      revisionId: first,
      number: 1,
      words: 'with at least 23 people injured',
    });
    expect(part?.now?.words).toBe('with at least 26 people injured');
    expect(part?.candidates).toEqual([]);
    expect(review(gone).parts[0]).toMatchObject({ state: 'orphan', now: null, candidates: [] });
  });

  it('are settled by confirming, detaching or re-attaching, each undone in one step', () => {
    const changed = mark('with at least 23 people injured');
    save(text.replace('23 people injured', '26 people injured'));
    notebook.run('confirmAnchor', { annotationId: changed });
    expect(list().total).toBe(0);
    notebook.run('undo', {});
    notebook.run('detachAnchor', { annotationId: changed });
    expect(states(changed)).toEqual(['orphan']);
    const { annotation, parts } = review(changed);
    expect(annotation.parts[0]?.quote.exact).toBe('with at least 23 people injured');
    const [offer] = parts[0]?.candidates ?? [];
    expect(offer?.excerpt.words).toBe('with at least 26 people injured');
    const { start, end } = offer ?? { start: 0, end: 0 };
    notebook.run('attachPart', {
      annotationId: changed,
      revisionId: annotation.revisionId,
      part: 0,
      range: { start, end },
    });
    const attached = notebook.ask('getAnnotation', { id: changed }).parts[0];
    expect(attached).toMatchObject({ state: 'exact', quote: { exact: 'with at least 26 people injured' } });
    expect(attached?.formerQuotes.map(({ quote }) => quote.exact)).toEqual([
      'with at least 23 people injured',
    ]);
    notebook.run('undo', {});
    expect(states(changed)).toEqual(['orphan']);
  });

  it('keep their other parts when one is re-attached', () => {
    const id = mark('residential buildings', 'named nobody');
    const revisionId = save(text.replace('residential buildings', 'houses'));
    expect(states(id)).toEqual(['orphan', 'exact']);
    const edited = plain.replace('residential buildings', 'houses');
    const attach = (words: string) =>
      notebook.run('attachPart', { annotationId: id, revisionId, part: 0, range: rangeOf(edited, words) });
    expect(() => attach('has named')).toThrow(expect.objectContaining({ code: 'bad-arguments' }));
    attach('houses');
    const { parts } = notebook.ask('getAnnotation', { id });
    expect(parts.map((part) => wordsAt(edited, part))).toEqual(['houses', 'named nobody']);
    expect(states(id)).toEqual(['exact', 'exact']);
  });
});
