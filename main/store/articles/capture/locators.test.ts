import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { dumpRows } from '../../core/dump-notebook';
import { rangeOf, type TemporaryNotebook, temporaryNotebook } from '../../core/temporary-notebook';
import { execute } from '../../worker/session';

let notebook: TemporaryNotebook;
let articleId: string;
const text = '😀 The first page ends here.\n\nThe second page has words.\n\nThe fourth page ends it.';
const plain = text.replace(/\n\n/g, '\n');
const second = rangeOf(plain, 'The second').start;
const fourth = rangeOf(plain, 'The fourth').start;
const locators = [
  { kind: 'page', label: 'i', start: 0 },
  { kind: 'page', label: 'ii', start: second },
  { kind: 'page', label: '1', start: fourth },
  { kind: 'page', label: '2', start: fourth },
  { kind: 'chapter', label: 'Introduction', start: 0 },
] as const;

beforeEach(() => {
  notebook = temporaryNotebook();
  articleId = notebook.capture(text, { locators }).articleId;
});
afterEach(() => notebook.remove());

const current = () =>
  notebook.ask('getRevision', { id: notebook.ask('getArticle', { id: articleId }).currentRevisionId });
const pages = () => current().locators.filter(({ kind }) => kind === 'page');

/** Each page's label and first words. */
const begins = () =>
  pages().map(
    ({ label, start }) =>
      `${label}: ${Array.from(current().text)
        .slice(start, start + 9)
        .join('')}`,
  );

function save(change: (content: string) => string) {
  const { id, content } = current();
  const edit = { content: change(content), reason: 'Corrected', anchors: [] };
  return notebook.run('saveRevision', { articleId, baseRevisionId: id, ...edit });
}

function annotate(words: string, coder = '') {
  const on = { articleId, revisionId: current().id, parts: [rangeOf(current().text, words)] };
  const said = { on, entities: [{ kind: 'actor' as const, actorKind: 'person' as const, name: 'Somebody' }] };
  return execute(notebook.session, 'annotate', said, coder).value;
}

const mentions = (entityId: string) => notebook.ask('listMentions', { entityId, offset: 0, limit: 10 }).rows;

describe('pages and chapters', () => {
  it('are kept in the order of the source, those without words too', () => {
    expect(current().locators).toEqual([locators[4], ...locators.slice(0, 4)]);
    expect(notebook.ask('checkNotebook', {}).findings).toEqual([]);
  });

  it('go on to the next revision with the words after them', () => {
    save((content) => content.replace('😀 The first', 'Before it 😀 comes the very first'));
    expect(begins()).toEqual(['i: Before it', 'ii: The secon', '1: The fourt', '2: The fourt']);
    save((content) => content.replace('The second page has words.', 'Other sentences.'));
    expect(begins()).toEqual(['i: Before it', 'ii: Other sen', '1: The fourt', '2: The fourt']);
    save(() => '<p>Nothing of it.</p>');
    expect(pages().map(({ label }) => label)).toEqual(['i', 'ii', '1', '2']);
    expect(notebook.ask('checkNotebook', {}).findings).toEqual([]);
  });

  it('stay when details are corrected, and are undone and restored with the article', () => {
    const before = begins();
    notebook.run('updateArticle', { id: articleId, set: { title: 'Another' } });
    expect(begins()).toEqual(before);
    save((content) => content.replace('The first', 'First'));
    notebook.run('undo', {});
    expect(begins()).toEqual(before);
    const rows = dumpRows(notebook.db, ['trash']);
    notebook.run('trashArticles', { ids: [articleId] });
    expect(dumpRows(notebook.db).filter((row) => row.startsWith('locator '))).toEqual([]);
    const [thrown] = notebook.ask('listTrash', {});
    notebook.run('restoreTrash', { ids: [thrown?.id ?? ''] });
    expect(dumpRows(notebook.db, ['trash'])).toEqual(rows);
  });

  it('name the place of a passage wherever it is listed, with who made it', () => {
    const { entityIds } = annotate('second page', ' Ann Lee ');
    annotate('fourth page');
    const [entityId = ''] = entityIds;
    expect(mentions(entityId)).toMatchObject([{ page: 'ii', chapter: 'Introduction', coder: 'Ann Lee' }]);
    save((content) => content.replace('The second page has words.', ''));
    expect(mentions(entityId)).toMatchObject([{ state: 'orphan', page: '', chapter: '', coder: 'Ann Lee' }]);
  });
});
