import { afterEach, beforeEach, expect, it } from 'vitest';
import { type TemporaryNotebook, temporaryNotebook } from '../core/temporary-notebook';

let notebook: TemporaryNotebook;
beforeEach(() => {
  notebook = temporaryNotebook();
});
afterEach(() => notebook.remove());

const withCode = (code: string) => expect.objectContaining({ code });
const create = (name: string, parentId: string | null = null) =>
  notebook.run('createTag', { name, parentId }).id;
const tags = () =>
  Object.fromEntries(notebook.ask('listTags', {}).map(({ name, parentId }) => [name, parentId]));

it('has one tag of a name, whatever the case', () => {
  const id = create(' Claims ');
  expect(() => create('CLAIMS')).toThrow(withCode('conflict'));
  expect(() => create('  ')).toThrow(withCode('bad-arguments'));
  notebook.run('updateTag', { id, name: 'CLAIMS' });
  expect(Object.keys(tags())).toEqual(['CLAIMS']);
  const other = create('???');
  expect(() => notebook.run('updateTag', { id: other, name: 'claims' })).toThrow(withCode('conflict'));
});

it('keeps the hierarchy free of circles, and moves children up when their parent goes', () => {
  const top = create('top');
  const middle = create('middle', top);
  const low = create('low', middle);
  expect(() => notebook.run('updateTag', { id: top, parentId: low })).toThrow(withCode('bad-arguments'));
  expect(() => notebook.run('updateTag', { id: top, parentId: top })).toThrow(withCode('bad-arguments'));
  expect(() => notebook.run('updateTag', { id: top, parentId: 'gone' })).toThrow(withCode('not-found'));
  notebook.run('trashTag', { id: middle });
  expect(tags()).toEqual({ top: null, low: top });
  notebook.run('undo', {});
  expect(tags()).toEqual({ top: null, middle: top, low: middle });
  notebook.run('trashTag', { id: middle });
  notebook.run('restoreTrash', { ids: notebook.ask('listTrash', {}).map(({ id }) => id) });
  expect(tags()).toEqual({ top: null, middle: top, low: middle });
});

it('is put on articles once and taken off again', () => {
  const { articleId } = notebook.capture('Words.');
  notebook.run('tagArticles', { articleIds: [articleId], tag: { name: 'port' } });
  notebook.run('tagArticles', { articleIds: [articleId], tag: { name: 'Port' } });
  const [tag] = notebook.ask('getArticle', { id: articleId }).tags;
  expect(notebook.ask('listTags', {})).toMatchObject([{ name: 'port', useCount: 1 }]);
  notebook.run('untagArticles', { articleIds: [articleId], tagId: tag?.id ?? '' });
  expect(notebook.ask('getArticle', { id: articleId }).tags).toEqual([]);
  expect(() => notebook.run('tagArticles', { articleIds: ['gone'], tag: { name: 'new' } })).toThrow(
    withCode('not-found'),
  );
  expect(Object.keys(tags())).toEqual(['port']);
});
