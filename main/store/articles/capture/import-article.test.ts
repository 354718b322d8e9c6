import { createHash } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { dumpRows } from '../../core/dump-notebook';
import { runCommand } from '../../core/run-command';
import { pluck } from '../../core/sql';
import {
  documentOf,
  rangeOf,
  type TemporaryNotebook,
  temporaryNotebook,
} from '../../core/temporary-notebook';
import { perform } from '../../worker/session';
import { importArticle, readOriginal, replaceFromOriginal } from './import-article';

let notebook: TemporaryNotebook;
beforeEach(() => {
  notebook = temporaryNotebook();
});
afterEach(() => notebook.remove());

type Document = ReturnType<typeof documentOf>;
const bring = (document: Document) => runCommand(notebook.db, (db) => importArticle(db, document)).value;
const again = (articleId: string, document: Document) =>
  runCommand(notebook.db, (db) => replaceFromOriginal(db, { articleId, document })).value;

describe('import', () => {
  it('keeps the bytes, their hash, where they came from and when', () => {
    const document = documentOf('Слова, як вони були.');
    const { articleId, outcome } = bring(document);
    expect(outcome).toBe('imported');
    const { bytes, info } = readOriginal(notebook.session.reader, articleId);
    expect(Buffer.from(bytes)).toEqual(Buffer.from(document.bytes));
    expect(info).toMatchObject(document.original);
    expect(createHash('sha256').update(bytes).digest('hex')).toBe(info.sha256);
    expect(notebook.ask('getArticle', { id: articleId })).toMatchObject({
      kind: 'captured',
      original: info,
      capturedAt: info.capturedAt,
    });
  });

  it('says so when the bytes or the words are there already', () => {
    const document = documentOf('The same words.');
    const { articleId } = bring(document);
    expect(bring(document)).toEqual({ articleId, outcome: 'known' });
    const other = documentOf('The same words.\r\n');
    expect(other.original.sha256).not.toBe(document.original.sha256);
    expect(bring(other)).toEqual({ articleId, outcome: 'known' });
    expect(notebook.ask('getNotebook', {}).articleCount).toBe(1);
  });

  it('does not take two files without words for the same', () => {
    bring(documentOf(' '));
    expect(bring(documentOf('\n')).outcome).toBe('imported');
  });

  it('takes again what was thrown away, with its bytes kept once', () => {
    const document = documentOf('Words.');
    const first = bring(document).articleId;
    notebook.run('trashArticles', { ids: [first] });
    expect(bring(document).outcome).toBe('imported');
    expect(pluck(notebook.db, 'SELECT count(*) FROM original_bytes')).toEqual([1]);
    notebook.run('restoreTrash', { ids: pluck(notebook.db, 'SELECT id FROM trash') });
    expect(notebook.ask('checkNotebook', {}).findings).toEqual([]);
  });

  it('refuses content that is not canonical', () => {
    expect(() => bring({ ...documentOf('Words.'), content: '<div>Words.</div>' })).toThrow(
      expect.objectContaining({ code: 'bad-arguments' }),
    );
    expect(notebook.ask('getNotebook', {}).articleCount).toBe(0);
  });
});

describe('reading the original in another encoding', () => {
  const spoiled = documentOf('Kyiv, Ðàíîê: the port was hit at dawn.\n\nPost a Comment');
  const right = (): Document => {
    const document = documentOf('Kyiv, Ранок: the port was hit at dawn.\n\nPost a Comment');
    const start = document.text.indexOf('Post');
    const exclusions = [{ start, end: start + 14, reason: 'comment box' }] as never;
    return {
      ...document,
      exclusions,
      original: { ...spoiled.original, encoding: 'windows-1251', encodingOrigin: 'declared' },
    };
  };

  it('makes a new revision that says so, with passages on their words and page chrome found anew', () => {
    const { articleId } = bring(spoiled);
    const revisionId = notebook.ask('getArticle', { id: articleId }).currentRevisionId;
    const parts = [rangeOf(spoiled.text, 'the port was hit')];
    const { annotationId } = notebook.run('annotate', { on: { articleId, revisionId, parts } });
    again(articleId, right());
    const article = notebook.ask('getArticle', { id: articleId });
    expect(article.revisions.map(({ reason }) => reason)).toEqual(['Imported', 'Read again as windows-1251']);
    expect(article.original).toMatchObject({ encoding: 'windows-1251', encodingOrigin: 'chosen' });
    expect(article.title).toBe('Kyiv, Ранок: the por');
    expect(article.exclusions).toMatchObject([{ state: 'suggested', reason: 'comment box' }]);
    expect(notebook.ask('getAnnotation', { id: annotationId }).parts[0]).toMatchObject({
      state: 'exact',
      ...rangeOf(right().text, 'the port was hit'),
    });
    expect(notebook.ask('checkNotebook', {}).findings).toEqual([]);
  });

  it('is one step that can be taken back and done again', () => {
    const { articleId } = bring(spoiled);
    const before = dumpRows(notebook.db);
    perform(notebook.session, 'changeEncoding', (db) =>
      replaceFromOriginal(db, { articleId, document: right() }),
    );
    const after = dumpRows(notebook.db);
    expect(notebook.run('undo', {})).toBe('changeEncoding');
    expect(dumpRows(notebook.db)).toEqual(before);
    notebook.run('redo', {});
    expect(dumpRows(notebook.db)).toEqual(after);
  });

  it('leaves what the researcher wrote', () => {
    const { articleId } = bring(spoiled);
    const start = spoiled.text.indexOf('Post');
    notebook.run('updateArticle', { id: articleId, set: { title: 'Mine' } });
    notebook.run('setExclusion', { articleId, range: { start, end: start + 14 }, state: 'kept' });
    again(articleId, right());
    expect(notebook.ask('getArticle', { id: articleId })).toMatchObject({
      title: 'Mine',
      exclusions: [{ state: 'kept' }],
    });
  });

  it('makes no revision when the words are the same', () => {
    const { articleId } = bring(spoiled);
    again(articleId, { ...spoiled, original: { ...spoiled.original, encoding: 'iso-8859-1' } });
    expect(notebook.ask('getArticle', { id: articleId })).toMatchObject({
      revisions: [{ number: 1 }],
      original: { encodingOrigin: 'chosen' },
    });
  });

  it('needs an original', () => {
    const { id } = notebook.run('createArticle', { title: 'Mine' });
    expect(() => again(id, spoiled)).toThrow(expect.objectContaining({ code: 'not-found' }));
  });
});
