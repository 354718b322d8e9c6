import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { EditedAnchor } from '../../../shared/contract/articles';
import { serialiseContent } from '../../../shared/document/content-html';
import { textToBlocks } from '../../../shared/document/text-to-blocks';
import { rangeOf, type TemporaryNotebook, temporaryNotebook, wordsAt } from '../core/temporary-notebook';

const text = [
  'On July 3rd, President Trump reportedly held a late-night telephone conversation with Russian President Vladimir Putin.',
  'Reports indicate a significant amassing of over 50,000 Russian troops near Sumy in eastern Ukraine. 😀',
  'Ukrainian officials reported significant damage to residential buildings, with at least 23 people injured.',
].join('\n\n');
const plain = text.replace(/\n\n/g, '\n');

let notebook: TemporaryNotebook;
let articleId: string;
let baseRevisionId: string;
beforeEach(() => {
  notebook = temporaryNotebook();
  ({ articleId, revisionId: baseRevisionId } = notebook.capture(text));
});
afterEach(() => notebook.remove());

const withCode = (code: string) => expect.objectContaining({ code });
const mark = (words: string) =>
  notebook.run('annotate', { on: { articleId, revisionId: baseRevisionId, parts: [rangeOf(plain, words)] } })
    .annotationId;
const save = (edited: string, anchors: EditedAnchor[] = [], base = baseRevisionId) =>
  notebook.run('saveRevision', {
    articleId,
    baseRevisionId: base,
    content: serialiseContent(textToBlocks(edited)),
    reason: 'Corrected',
    anchors,
  });
const partOf = (id: string) => notebook.ask('getAnnotation', { id }).parts[0];
const wordsOf = (id: string) => {
  const { revisionId } = notebook.ask('getAnnotation', { id });
  return wordsAt(notebook.ask('getRevision', { id: revisionId }).text, partOf(id) ?? { start: 0, end: 0 });
};

describe('saving a corrected text', () => {
  it('makes the next revision and leaves the earlier one as it was', () => {
    const before = notebook.ask('getRevision', { id: baseRevisionId });
    const { revisionId } = save(text.replace('50,000', '60,000'));
    expect(notebook.ask('getRevision', { id: baseRevisionId })).toEqual(before);
    const { revisions, currentRevisionId } = notebook.ask('getArticle', { id: articleId });
    expect(revisions.map(({ number, reason }) => [number, reason])).toEqual([
      [1, 'Imported'],
      [2, 'Corrected'],
    ]);
    expect(currentRevisionId).toBe(revisionId);
    expect(revisions[1]?.sha256).not.toBe(revisions[0]?.sha256);
  });

  it('takes passages along with their words, and shows those that changed or are gone', () => {
    const stays = mark('residential buildings');
    const changed = mark('over 50,000 Russian troops near Sumy');
    const gone = mark('late-night telephone conversation');
    const done = save(
      text
        .replace(
          'On July 3rd, President Trump reportedly held a late-night telephone conversation with',
          'A speech about',
        )
        .replace('over 50,000 Russian', 'about 50,000 Russian'),
    );
    expect(done).toMatchObject({ orphaned: 1, changed: 1 });
    expect([wordsOf(stays), partOf(stays)?.state]).toEqual(['residential buildings', 'exact']);
    expect(partOf(changed)?.state).toBe('changed');
    expect(partOf(gone)).toMatchObject({
      state: 'orphan',
      quote: { exact: 'late-night telephone conversation' },
    });
    expect(notebook.ask('getNotebook', {}).reviewCount).toBe(2);
    const listed = notebook.ask('listAnnotations', { articleId, revisionId: done.revisionId });
    expect(listed.map(({ id }) => id)).toEqual([changed, stays, gone]);
    const earlier = notebook.ask('listAnnotations', { articleId, revisionId: baseRevisionId });
    expect(earlier.flatMap(({ parts }) => parts.map(({ state }) => state))).toEqual([
      'exact',
      'exact',
      'exact',
    ]);
    expect(notebook.ask('checkNotebook', {}).findings).toEqual([]);
  });

  it.each([
    ['nobody followed it', undefined],
    ['the editor saw it go', null],
    ['the editor holds it to be the new number', '26'],
  ])('shows a number typed over another as changed: %s', (_, range) => {
    const count = mark('23');
    const edited = text.replace('23 people', '26 people');
    const known = typeof range === 'string' ? rangeOf(edited.replace(/\n\n/g, '\n'), range) : range;
    const done = save(edited, known === undefined ? [] : [{ annotationId: count, part: 0, range: known }]);
    expect(done).toMatchObject({ orphaned: 0, changed: 1 });
    expect([wordsOf(count), partOf(count)?.state, partOf(count)?.quote.exact]).toEqual([
      '26',
      'changed',
      '23',
    ]);
  });

  it('believes the editor where a passage is, but not that other words are the same', () => {
    const moved = mark('at least 23 people injured');
    const lost = mark('residential buildings');
    const wrong = mark('near Sumy');
    const edited = `It said: at least 23 people injured.\n\n${text}`;
    const editedPlain = edited.replace(/\n\n/g, '\n');
    save(edited, [
      { annotationId: moved, part: 0, range: rangeOf(editedPlain, 'at least 23 people injured') },
      { annotationId: lost, part: 0, range: rangeOf(editedPlain, 'It said') },
      { annotationId: wrong, part: 0, range: { start: 0, end: 1_000_000 } },
    ]);
    expect(partOf(moved)).toMatchObject({
      state: 'exact',
      ...rangeOf(editedPlain, 'at least 23 people injured'),
    });
    expect(['orphan', 'moved']).toContain(partOf(lost)?.state);
    expect(partOf(wrong)?.state).not.toBe('exact');
    expect(notebook.ask('checkNotebook', {}).findings).toEqual([]);
  });

  it('lets an orphan be attached again, and changed words be confirmed', () => {
    const gone = mark('late-night telephone conversation');
    const changed = mark('over 50,000 Russian troops near Sumy');
    const { revisionId } = save(
      text.replace(/^On July.*Putin\.\n\n/, '').replace('over 50,000 Russian', 'about 50,000 Russian'),
    );
    expect(partOf(gone)?.state).toBe('orphan');
    const now = notebook.ask('getRevision', { id: revisionId }).text;
    const range = rangeOf(now, 'eastern Ukraine');
    notebook.run('attachPart', { annotationId: gone, revisionId, part: 0, range });
    notebook.run('confirmAnchor', { annotationId: changed });
    expect(partOf(gone)).toMatchObject({ state: 'exact', quote: { exact: 'eastern Ukraine' } });
    expect(partOf(changed)).toMatchObject({ state: 'exact', quote: { exact: wordsOf(changed) } });
    expect(notebook.ask('getNotebook', {}).reviewCount).toBe(0);
    // What they were made on is kept, and in the earlier revision they stand as they did then.
    expect(partOf(changed)?.formerQuotes).toMatchObject([
      {
        quote: { exact: 'over 50,000 Russian troops near Sumy' },
        revisionId: baseRevisionId,
        reason: 'confirmed',
        ...rangeOf(plain, 'over 50,000 Russian troops near Sumy'),
      },
    ]);
    expect(partOf(gone)?.formerQuotes).toMatchObject([
      { quote: { exact: 'late-night telephone conversation' }, reason: 're-attached' },
    ]);
    const earlier = notebook.ask('listAnnotations', { articleId, revisionId: baseRevisionId });
    const standing = earlier.flatMap(({ id, parts }) =>
      parts.map(({ state, quote, formerQuotes }) => [id, state, quote.exact, formerQuotes]),
    );
    expect(standing).toEqual([
      [gone, 'exact', 'late-night telephone conversation', []],
      [changed, 'exact', 'over 50,000 Russian troops near Sumy', []],
    ]);
    expect(notebook.ask('checkNotebook', {}).findings).toEqual([]);
    expect(() =>
      notebook.run('setParts', {
        annotationId: gone,
        revisionId: baseRevisionId,
        parts: [{ start: 0, end: 2 }],
      }),
    ).toThrow(withCode('conflict'));
  });

  it('ends the draft, and makes no revision of what was there already', () => {
    notebook.run('saveDraft', { ownerId: articleId, content: '<p>x</p>', baseRevisionId, anchors: [] });
    expect(save(text)).toEqual({ revisionId: baseRevisionId, orphaned: 0, changed: 0 });
    expect(notebook.ask('getDraft', { ownerId: articleId })).toBeNull();
    expect(notebook.ask('getArticle', { id: articleId }).revisions).toHaveLength(1);
  });

  it('refuses an edit that began from an earlier revision, and content that is not canonical; the draft stays', () => {
    save(text.replace('50,000', '60,000'));
    notebook.run('saveDraft', { ownerId: articleId, content: '<p>x</p>', baseRevisionId, anchors: [] });
    expect(() => save(text)).toThrow(withCode('conflict'));
    const base = notebook.ask('getArticle', { id: articleId }).currentRevisionId;
    const content = '<p onclick="x">words</p>';
    expect(() =>
      notebook.run('saveRevision', { articleId, baseRevisionId: base, content, reason: '', anchors: [] }),
    ).toThrow(withCode('bad-arguments'));
    expect(notebook.ask('getDraft', { ownerId: articleId })).not.toBeNull();
  });

  it('is taken back as a whole, anchors and draft included', () => {
    const id = mark('residential buildings');
    notebook.run('saveDraft', { ownerId: articleId, content: '<p>x</p>', baseRevisionId, anchors: [] });
    save(text.replace('residential buildings', 'houses'));
    expect(partOf(id)?.state).not.toBe('exact');
    expect(notebook.run('undo', {})).toBe('saveRevision');
    expect(partOf(id)).toMatchObject({ state: 'exact', ...rangeOf(plain, 'residential buildings') });
    expect(notebook.ask('getDraft', { ownerId: articleId })?.content).toBe('<p>x</p>');
    expect(notebook.run('redo', {})).toBe('saveRevision');
    expect(notebook.ask('getArticle', { id: articleId }).revisions).toHaveLength(2);
  });

  it('never leaves a passage on words that are not its own, whatever is edited and whatever the editor says', () => {
    const words = plain.split(/\s+/).filter((word) => word.length > 3);
    const edit = fc.record({
      at: fc.nat(plain.length),
      drop: fc.nat(40),
      put: fc.constantFrom('', ' new words ', '\n\n', 'Ще слова. ', '😀'),
    });
    const claim = fc.option(fc.record({ start: fc.nat(plain.length), length: fc.nat(60) }), { freq: 2 });
    const property = fc.property(
      fc.array(edit, { maxLength: 6 }),
      fc.array(claim, { maxLength: 4 }),
      (edits, claims) => {
        // Another notebook each time: the check goes through all that is in it.
        notebook.remove();
        notebook = temporaryNotebook();
        const fresh = notebook.capture(text);
        articleId = fresh.articleId;
        baseRevisionId = fresh.revisionId;
        const ids = claims.map((_, index) => mark(words[(index * 7) % words.length] ?? ''));
        const edited = edits.reduce(
          (now, { at, drop, put }) => now.slice(0, at) + put + now.slice(at + drop),
          text,
        );
        const anchors = claims.flatMap((one, part) =>
          one
            ? [
                {
                  annotationId: ids[part] ?? '',
                  part: 0,
                  range: { start: one.start, end: one.start + one.length },
                },
              ]
            : [],
        );
        save(edited, anchors);
        expect(notebook.ask('checkNotebook', {}).findings).toEqual([]);
      },
    );
    fc.assert(property, { numRuns: 40 });
  });
});
