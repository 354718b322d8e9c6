import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type TemporaryNotebook, temporaryNotebook } from '../core/temporary-notebook';

let book: TemporaryNotebook;

beforeEach(() => {
  book = temporaryNotebook();
});
afterEach(() => book.remove());

const cite = (kind: string, id: string, label = 'it') =>
  `<cite data-kind="${kind}" data-id="${id}">${label}</cite>`;
const list = (filter = '') => book.ask('listNotes', { filter, offset: 0, limit: 10 });
const titles = (filter: string) => list(filter).rows.map(({ title }) => title);

describe('saveNote', () => {
  it('keeps the citations equal to those in its words', () => {
    const { id } = book.run('createNote', { title: ' How many died? ' });
    expect(book.ask('getNote', { id })).toMatchObject({ title: 'How many died?', content: '<p></p>' });
    const actor = book.run('createEntity', { kind: 'actor', actorKind: '', name: 'Mayor' }).id;
    const citing = () => book.ask('listCitingNotes', { kind: 'entity', id: actor });
    expect(citing()).toEqual([]);
    const content = `<ul><li>One<ul><li>${cite('entity', actor)}</li></ul></li></ul><table><tr><td><p>${cite('event', 'gone')} ${cite('entity', actor)}</p></td></tr></table>`;
    book.run('saveNote', { id, title: 'Died', content });
    expect(citing()).toMatchObject([{ id, title: 'Died', citationCount: 2, opening: 'One\nit\nit it' }]);
    expect(book.ask('getNote', { id }).content).toBe(content);
    book.run('saveNote', { id, title: 'Died', content: '<p>Nothing</p>' });
    expect(citing()).toEqual([]);
    book.run('undo', {});
    expect(citing()).toHaveLength(1);
  });

  it('refuses what is not canonical, and leaves the note as it was', () => {
    const { id } = book.run('createNote', { title: 'A', content: '<p>words</p>' });
    const before = book.ask('getNote', { id });
    for (const content of ['<p>words', '<script>alert(1)</script>', 'words', '<p onclick="x()">words</p>']) {
      expect(() => book.run('saveNote', { id, title: 'B', content })).toThrow(
        expect.objectContaining({ code: 'bad-arguments' }),
      );
    }
    expect(book.ask('getNote', { id })).toEqual(before);
  });

  it('ends the draft', () => {
    const { id } = book.run('createNote', { title: 'A' });
    book.run('saveDraft', { ownerId: id, content: '<p>typing</p>', baseRevisionId: '', anchors: [] });
    expect(book.ask('getDraft', { ownerId: id })).not.toBeNull();
    book.run('saveNote', { id, title: 'A', content: '<p>typed</p>' });
    expect(book.ask('getDraft', { ownerId: id })).toBeNull();
  });
});

describe('listNotes', () => {
  it('gives the newest first, and filters by starts of words in any script', () => {
    book.run('createNote', { title: 'Harbour', content: '<p>The Łódź question</p>' });
    book.run('createNote', { title: 'Кесса', content: '<p>Переправа і гавань</p>' });
    expect(list()).toMatchObject({ total: 2, rows: [{ title: 'Кесса' }, { title: 'Harbour' }] });
    expect(titles('lodz quest')).toEqual(['Harbour']);
    expect(titles('ПЕРЕПР')).toEqual(['Кесса']);
    expect(titles('"NOT (')).toEqual([]);
    expect(titles('…')).toHaveLength(2);
  });
});

describe('trashNotes', () => {
  it('takes the draft along and brings it back', () => {
    const { id } = book.run('createNote', { title: 'A' });
    book.run('saveDraft', { ownerId: id, content: '<p>typing</p>', baseRevisionId: '', anchors: [] });
    book.run('trashNotes', { ids: [id] });
    expect(list().total).toBe(0);
    expect(book.ask('getDraft', { ownerId: id })).toBeNull();
    book.run('restoreTrash', { ids: book.ask('listTrash', {}).map((item) => item.id) });
    expect(list().total).toBe(1);
    expect(book.ask('getDraft', { ownerId: id })?.content).toBe('<p>typing</p>');
    expect(() => book.ask('getNote', { id: 'none' })).toThrow(expect.objectContaining({ code: 'not-found' }));
  });
});
