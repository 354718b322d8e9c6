import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { QueryArgs } from '../../../shared/contract';
import type { ArticleMetadata } from '../../../shared/model/article';
import { rangeOf, type TemporaryNotebook, temporaryNotebook } from '../core/temporary-notebook';

let notebook: TemporaryNotebook;
beforeEach(() => {
  notebook = temporaryNotebook();
});
afterEach(() => notebook.remove());

const withCode = (code: string) => expect.objectContaining({ code });
const everything: QueryArgs<'listArticles'> = {
  filter: '',
  tagId: null,
  show: 'all',
  sort: 'title',
  descending: false,
  offset: 0,
  limit: 50,
};
const list = (given: Partial<typeof everything> = {}) =>
  notebook.ask('listArticles', { ...everything, ...given });
const titles = (given: Partial<typeof everything> = {}) => list(given).rows.map(({ title }) => title);

const metadata = (given: Partial<ArticleMetadata>): ArticleMetadata => ({
  title: '',
  authors: [],
  publisher: '',
  url: '',
  language: '',
  published: null,
  fields: {},
  ...given,
});
const onDay = (edtf: string) => ({ edtf, words: '', earliest: null, latest: null });

describe('the library', () => {
  beforeEach(() => {
    notebook.capture('Перші слова про порт.', {
      metadata: metadata({
        title: 'Єдність порту',
        authors: ['Олена Ткач'],
        publisher: 'Ґрунт',
        url: 'https://grunt.example/port',
      }),
    });
    notebook.capture('Second words, and some more words.', {
      metadata: metadata({
        title: 'Élan of the harbour',
        publisher: 'Gazette',
        published: onDay('2025-07-03'),
      }),
    });
    notebook.capture('Third words about a strike at the harbour. Long enough.', {
      metadata: metadata({ title: 'anchor dropped', authors: ['O’Neil'], published: onDay('2025-06') }),
    });
  });

  it('finds by any words of title, authors, publisher and URL, whatever the case and the accents', () => {
    expect(titles({ filter: 'єдність ткач' })).toEqual(['Єдність порту']);
    expect(titles({ filter: 'ПОРТУ' })).toEqual(['Єдність порту']);
    expect(titles({ filter: 'elan' })).toEqual(['Élan of the harbour']);
    expect(titles({ filter: "O'NEIL" })).toEqual(['anchor dropped']);
    expect(titles({ filter: 'grunt.example' })).toEqual(['Єдність порту']);
    expect(titles({ filter: 'elan ткач' })).toEqual([]);
    expect(titles({ filter: '  %_ ' })).toHaveLength(3);
  });

  it('sorts by every column, the unknown last both ways', () => {
    expect(titles()).toEqual(['anchor dropped', 'Élan of the harbour', 'Єдність порту']);
    expect(titles({ descending: true })).toEqual(['Єдність порту', 'Élan of the harbour', 'anchor dropped']);
    expect(titles({ sort: 'published' })).toEqual(['anchor dropped', 'Élan of the harbour', 'Єдність порту']);
    expect(titles({ sort: 'published', descending: true })).toEqual([
      'Élan of the harbour',
      'anchor dropped',
      'Єдність порту',
    ]);
    expect(titles({ sort: 'publisher' }).at(-1)).toBe('anchor dropped');
    expect(titles({ sort: 'wordCount' })).toEqual(['Єдність порту', 'Élan of the harbour', 'anchor dropped']);
    expect(list({ sort: 'wordCount' }).rows.map(({ wordCount }) => wordCount)).toEqual([4, 6, 10]);
    for (const sort of ['capturedAt', 'readAt', 'passageCount'] as const)
      expect(titles({ sort })).toHaveLength(3);
  });

  it('pages without gaps or repeats, and knows how many there are', () => {
    const pages = [0, 1, 2, 3].map((offset) => list({ sort: 'readAt', offset, limit: 1 }));
    expect(new Set(pages.flatMap(({ rows }) => rows.map(({ id }) => id))).size).toBe(3);
    expect(pages.map(({ total }) => total)).toEqual([3, 3, 3, 3]);
    expect(pages[3]?.rows).toEqual([]);
  });

  it('shows the unread, the undated, those with orphans, those of a tag or one below it', () => {
    const [first, second] = list().rows.map(({ id }) => id);
    notebook.run('setRead', { ids: [first ?? ''], read: true });
    expect(titles({ show: 'unread' })).toEqual(['Élan of the harbour', 'Єдність порту']);
    notebook.run('setRead', { ids: [first ?? ''], read: false });
    expect(titles({ show: 'unread' })).toHaveLength(3);
    expect(titles({ show: 'undated' })).toEqual(['Єдність порту']);
    const parent = notebook.run('createTag', { name: 'place', parentId: null }).id;
    notebook.run('createTag', { name: 'port', parentId: parent });
    notebook.run('tagArticles', { articleIds: [second ?? ''], tag: { name: 'PORT' } });
    expect(titles({ tagId: parent })).toEqual(['Élan of the harbour']);
    expect(list({ tagId: parent, filter: 'anchor' }).total).toBe(0);
    expect(list({ filter: 'elan' }).rows[0]?.tags.map(({ name }) => name)).toEqual(['port']);
  });

  it('counts passages and orphans of the current revision', () => {
    const { id } = list({ filter: 'anchor' }).rows[0] ?? { id: '' };
    const { currentRevisionId } = notebook.ask('getArticle', { id });
    const { text } = notebook.ask('getRevision', { id: currentRevisionId });
    for (const words of ['strike', 'Long enough']) {
      notebook.run('annotate', {
        on: { articleId: id, revisionId: currentRevisionId, parts: [rangeOf(text, words)] },
        tags: [{ name: 'seen' }],
      });
    }
    const content = '<p>Third words about a strike at the harbour.</p>';
    notebook.run('saveRevision', {
      articleId: id,
      baseRevisionId: currentRevisionId,
      content,
      reason: '',
      anchors: [],
    });
    expect(list({ filter: 'anchor' }).rows[0]).toMatchObject({
      passageCount: 2,
      orphanCount: 1,
      changedCount: 0,
      wordCount: 8,
    });
    expect(titles({ show: 'review' })).toEqual(['anchor dropped']);
    expect(notebook.ask('getNotebook', {}).reviewCount).toBe(1);
    const tag = notebook.ask('listTags', {})[0];
    expect(tag).toMatchObject({ name: 'seen', useCount: 2 });
    expect(titles({ tagId: tag?.id ?? '' })).toEqual(['anchor dropped']);
  });
});

describe('an article', () => {
  it('of the researcher’s own begins empty and is edited by saving', () => {
    const { id } = notebook.run('createArticle', { title: 'Mine' });
    const article = notebook.ask('getArticle', { id });
    expect(article).toMatchObject({ kind: 'own', original: null, title: 'Mine', published: null });
    const saved = notebook.run('saveRevision', {
      articleId: id,
      baseRevisionId: article.currentRevisionId,
      content: '<p>Words</p>',
      reason: '',
      anchors: [],
    });
    expect(notebook.ask('getRevision', { id: saved.revisionId })).toMatchObject({ number: 2, text: 'Words' });
  });

  it('takes new metadata, and leaves what is not given', () => {
    const { articleId: id } = notebook.capture('Words.', {
      metadata: metadata({ title: 'Old', publisher: 'Gazette' }),
    });
    notebook.run('updateArticle', {
      id,
      set: { published: { edtf: '2025-07', words: 'this summer' }, fields: { archive: 'B 12' } },
    });
    expect(notebook.ask('getArticle', { id })).toMatchObject({
      title: 'Old',
      publisher: 'Gazette',
      published: { edtf: '2025-07', words: 'this summer', earliest: '2025-07-01', latest: '2025-07-31' },
      fields: { archive: 'B 12' },
    });
    notebook.run('updateArticle', { id, set: { published: null, title: 'New' } });
    expect(notebook.ask('getArticle', { id }).published).toBeNull();
    expect(titles({ filter: 'new gazette' })).toEqual(['New']);
    expect(() =>
      notebook.run('updateArticle', { id, set: { published: { edtf: 'soon', words: '' } } }),
    ).toThrow(withCode('bad-arguments'));
    expect(() => notebook.run('updateArticle', { id: 'none', set: {} })).toThrow(withCode('not-found'));
  });

  it('goes to the trash with all that hangs on it, and comes back whole', () => {
    const on = notebook.capture('Some words to keep.');
    const { annotationId } = notebook.run('annotate', {
      on: { ...on, parts: [{ start: 5, end: 10 }] },
      comment: 'c',
    });
    notebook.run('saveDraft', {
      ownerId: on.articleId,
      content: '<p>x</p>',
      baseRevisionId: on.revisionId,
      anchors: [],
    });
    const before = notebook.ask('getAnnotation', { id: annotationId });
    notebook.run('trashArticles', { ids: [on.articleId] });
    expect(list().total).toBe(0);
    expect(notebook.ask('listDrafts', {})).toEqual([]);
    expect(() => notebook.ask('getArticle', { id: on.articleId })).toThrow(withCode('not-found'));
    notebook.run('restoreTrash', { ids: notebook.ask('listTrash', {}).map(({ id }) => id) });
    expect(notebook.ask('getAnnotation', { id: annotationId })).toEqual(before);
    expect(notebook.ask('listDrafts', {})).toMatchObject([{ ownerId: on.articleId }]);
  });
});

describe('drafts', () => {
  it('survive, one an owner, and end when they are saved or discarded', () => {
    const { articleId, revisionId } = notebook.capture('Some words.');
    const anchors = [{ annotationId: 'a', part: 0, range: null }];
    notebook.run('saveDraft', {
      ownerId: articleId,
      content: '<p>1</p>',
      baseRevisionId: revisionId,
      anchors: [],
    });
    notebook.run('saveDraft', {
      ownerId: articleId,
      content: '<p>2</p>',
      baseRevisionId: revisionId,
      anchors,
    });
    expect(notebook.ask('getDraft', { ownerId: articleId })).toMatchObject({
      content: '<p>2</p>',
      baseRevisionId: revisionId,
      anchors,
    });
    expect(notebook.ask('listDrafts', {})).toMatchObject([{ ownerId: articleId, title: 'Some words.' }]);
    notebook.run('discardDraft', { ownerId: articleId });
    expect(notebook.ask('getDraft', { ownerId: articleId })).toBeNull();
    expect(() =>
      notebook.run('saveDraft', { ownerId: 'gone', content: '', baseRevisionId: '', anchors: [] }),
    ).toThrow(withCode('not-found'));
    expect(notebook.ask('getNotebook', {}).undo).toBeNull();
  });
});

describe('corrected details', () => {
  const text = 'Kyiv endured an assault. Officials said so.';
  let on: { articleId: string; revisionId: string };
  beforeEach(() => {
    on = notebook.capture(text, { metadata: metadata({ title: 'Kiev', fields: { a: '1', b: '2' } }) });
    notebook.run('annotate', { on: { ...on, parts: [rangeOf(text, 'Officials')] } });
    notebook.run('setExclusion', { articleId: on.articleId, range: { start: 0, end: 4 }, state: 'excluded' });
  });
  const article = () => notebook.ask('getArticle', { id: on.articleId });
  const correct = (set: Partial<ArticleMetadata>) =>
    notebook.run('updateArticle', { id: on.articleId, set: set as never });

  it('are a revision with the same words, passages and page chrome; the earlier keeps what was known then', () => {
    correct({ title: 'Kyiv', authors: ['Ada'] });
    const { revisions, currentRevisionId, exclusions } = article();
    expect(revisions.map(({ kind, reason }) => [kind, reason])).toEqual([
      ['captured', 'Imported'],
      ['details', 'Corrected the details: title, authors'],
    ]);
    expect(revisions[0]?.sha256).toBe(revisions[1]?.sha256);
    expect(exclusions).toMatchObject([{ start: 0, end: 4, state: 'excluded' }]);
    const listed = (revisionId: string) =>
      notebook.ask('listAnnotations', { articleId: on.articleId, revisionId }).map(({ parts }) => parts);
    expect(listed(currentRevisionId)).toEqual(listed(on.revisionId));
    expect(notebook.ask('getRevision', { id: on.revisionId }).metadata.title).toBe('Kiev');
    expect(notebook.ask('getRevision', { id: currentRevisionId }).metadata.title).toBe('Kyiv');
    expect(notebook.ask('checkNotebook', {}).findings).toEqual([]);
    notebook.run('undo', {});
    expect(article()).toMatchObject({ title: 'Kiev', currentRevisionId: on.revisionId });
  });

  it('that are what they were make no revision', () => {
    correct({ title: 'Kiev', fields: { b: '2', a: '1' } });
    expect(article().revisions).toHaveLength(1);
  });

  it('do not stand in the way of work begun before them', () => {
    const content = '<p>Kyiv endured an assault. They said so.</p>';
    const draft = { ownerId: on.articleId, content, baseRevisionId: on.revisionId, anchors: [] };
    const base = () => notebook.ask('getDraft', { ownerId: on.articleId })?.baseRevisionId;
    notebook.run('saveDraft', draft);
    correct({ title: 'Kyiv' });
    expect(base()).toBe(article().currentRevisionId);
    notebook.run('saveDraft', draft);
    expect(base()).toBe(article().currentRevisionId);
    notebook.run('undo', {});
    expect(base()).toBe(on.revisionId);
    notebook.run('redo', {});
    notebook.run('annotate', { on: { ...on, parts: [rangeOf(text, 'Kyiv')] } });
    const save = () =>
      notebook.run('saveRevision', {
        articleId: on.articleId,
        baseRevisionId: on.revisionId,
        content,
        reason: '',
        anchors: [],
      });
    expect(save()).toMatchObject({ changed: 1 });
    expect(save).toThrow(withCode('conflict'));
    expect(article().revisions.map(({ kind }) => kind)).toEqual(['captured', 'details', 'corrected']);
    expect(notebook.ask('checkNotebook', {}).findings).toEqual([]);
  });
});
