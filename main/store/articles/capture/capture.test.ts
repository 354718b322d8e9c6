import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { runCommand } from '../../core/run-command';
import {
  documentOf,
  rangeOf,
  type TemporaryNotebook,
  temporaryNotebook,
} from '../../core/temporary-notebook';
import { isSameArticle } from './earlier-capture';
import { importArticle } from './import-article';
import { pageAddress } from './page-address';

const text = [
  'The ferry Halcyon came under fire at the Kessa crossing on Monday morning, the mayor of Ostrel said.',
  'At least 23 people were injured, among them two dockworkers on their way home from the late shift.',
  'The River Guard, which has held the far bank since January, denies that it fired first.',
].join('\n\n');
const plain = text.replace(/\n\n/g, '\n');

describe('pageAddress', () => {
  it('is the same for one page however it was reached', () => {
    const spellings = [
      'https://www.example.org/news/ferry/',
      'http://example.org/news/ferry?utm_source=mail&utm_campaign=x#top',
      'https://example.org/news/ferry/index.html',
    ];
    expect(new Set(spellings.map(pageAddress))).toEqual(new Set(['example.org/news/ferry']));
    expect(pageAddress('https://example.org/news?id=2&b=1')).toBe('example.org/news?b=1&id=2');
    expect(pageAddress('https://example.org/news?id=3')).not.toBe(
      pageAddress('https://example.org/news?id=2'),
    );
    expect(pageAddress('file:///tmp/ferry.html')).toBe('');
    expect(pageAddress('no address')).toBe('');
  });
});

describe('isSameArticle', () => {
  it('knows two states of a text from two texts', () => {
    expect(isSameArticle(plain, plain.replace('23', '26').replace('dockworkers', 'sailors'))).toBe(true);
    expect(isSameArticle(plain, `${plain}\nUpdate: an inquiry was opened in the evening.`)).toBe(true);
    expect(isSameArticle(plain, 'The council of Ostrel has passed its budget for the coming year.')).toBe(
      false,
    );
    expect(isSameArticle('', '')).toBe(false);
  });
});

describe('a newer capture', () => {
  let notebook: TemporaryNotebook;
  beforeEach(() => {
    notebook = temporaryNotebook();
  });
  afterEach(() => notebook.remove());

  const take = (text: string, metadata: object) =>
    runCommand(notebook.db, (db) => {
      const document = documentOf(text);
      return importArticle(db, { ...document, metadata: { ...document.metadata, ...metadata } });
    }).value;
  const page = { url: 'https://example.org/news/ferry', title: 'Ferry under fire' };
  const article = (id: string) => notebook.ask('getArticle', { id });

  it('becomes the next revision of the article of the same page, with passages followed', () => {
    const first = take(text, page);
    const { currentRevisionId } = article(first.articleId);
    const mark = (words: string) =>
      notebook.run('annotate', {
        on: { articleId: first.articleId, revisionId: currentRevisionId, parts: [rangeOf(plain, words)] },
      }).annotationId;
    const kept = mark('the mayor of Ostrel');
    const changed = mark('At least 23 people were injured');
    const newer = text.replace('23', '26');
    const taken = take(newer, { ...page, url: `${page.url}?utm_source=x`, title: 'Ferry: 26 hurt' });
    expect(taken).toEqual({ articleId: first.articleId, outcome: 'recaptured', orphaned: 0, changed: 1 });
    const { revisions, title, original } = article(first.articleId);
    expect(revisions.map(({ kind, reason }) => [kind, reason])).toEqual([
      ['captured', 'Imported'],
      ['recaptured', 'Newer capture'],
    ]);
    expect(revisions[1]?.originalId).toBe(original?.id);
    expect(title).toBe('Ferry: 26 hurt');
    const state = (id: string) => notebook.ask('getAnnotation', { id }).parts[0]?.state;
    expect([state(kept), state(changed)]).toEqual(['exact', 'changed']);
    expect(notebook.ask('checkNotebook', {}).findings).toEqual([]);
    expect(take(text, page).outcome).toBe('known');
  });

  it('leaves details alone that the researcher has set', () => {
    const { articleId } = take(text, page);
    notebook.run('updateArticle', { id: articleId, set: { title: 'My title' } });
    take(text.replace('23', '26'), { ...page, title: 'Other title', publisher: 'The Gazette' });
    expect(article(articleId)).toMatchObject({ title: 'My title', publisher: 'The Gazette' });
  });

  it('is an article of its own when the page now has other words, or the words are of another page', () => {
    const { articleId } = take(text, page);
    const other = 'The council of Ostrel has passed its budget for the coming year after a long debate.';
    expect(take(other, page).outcome).toBe('imported');
    const elsewhere = take(text.replace('23', '26'), { url: 'https://example.com/copy' });
    expect(elsewhere).toMatchObject({ outcome: 'imported' });
    expect(article(articleId).revisions).toHaveLength(1);
  });
});
