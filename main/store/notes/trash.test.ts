import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { dumpRows } from '../core/dump-notebook';
import { pluck } from '../core/sql';
import { rangeOf, type TemporaryNotebook, temporaryNotebook } from '../core/temporary-notebook';

const text = 'The ferry Halcyon was shot at.\n\nSeven were killed, said the mayor of Ostrel.';

let book: TemporaryNotebook;
let articleId: string;
let revisionId: string;

beforeEach(() => {
  book = temporaryNotebook();
  ({ articleId, revisionId } = book.capture(text));
});
afterEach(() => book.remove());

/** The text as the notebook has it: paragraphs a line apart. */
const stored = text.replace('\n\n', '\n');

function mention(words: string, entityId: string): string {
  const on = { articleId, revisionId, parts: [rangeOf(stored, words)] };
  return book.run('annotate', { on, entities: [{ id: entityId }] }).annotationId;
}

const actor = (name: string) => book.run('createEntity', { kind: 'actor', actorKind: '', name }).id;
const trashed = () => book.ask('listTrash', {});
const restore = (...ids: string[]) => book.run('restoreTrash', { ids });
const mentions = (entityId: string) => book.ask('listMentions', { entityId, offset: 0, limit: 50 }).rows;
const code = (name: string) => expect.objectContaining({ code: name });

describe('restoreTrash', () => {
  it('brings everything back as it was, and undo and redo take it along', () => {
    const mayor = actor('Mayor');
    mention('the mayor', mayor);
    const event = book.run('createEvent', { title: 'Shooting', typeId: null, date: null, placeId: null }).id;
    book.run('addParticipation', { eventId: event, actorId: mayor, role: 'speaker', annotationId: null });
    const before = dumpRows(book.session.reader);
    book.run('trashEntities', { ids: [mayor] });
    const [item] = trashed();
    expect(trashed()).toEqual([expect.objectContaining({ kind: 'entity', label: 'Mayor' })]);
    const deleted = dumpRows(book.session.reader);
    restore(item?.id ?? '');
    expect(dumpRows(book.session.reader)).toEqual(before);
    book.run('undo', {});
    expect(dumpRows(book.session.reader)).toEqual(deleted);
    book.run('undo', {});
    expect(dumpRows(book.session.reader)).toEqual(before);
    book.run('redo', {});
    expect(dumpRows(book.session.reader)).toEqual(deleted);
  });

  it('lets a mention wait for its annotation, whichever comes back first', () => {
    for (const order of ['entity first', 'annotation first']) {
      const mayor = actor('Mayor');
      const annotation = mention('the mayor', mayor);
      book.run('trashEntities', { ids: [mayor] });
      book.run('trashAnnotations', { ids: [annotation] });
      const [second, first] = trashed().map(({ id }) => id);
      const ids = order === 'entity first' ? [first, second] : [second, first];
      for (const id of ids) restore(id ?? '');
      expect(mentions(mayor).map(({ annotationId }) => annotationId)).toEqual([annotation]);
      expect(trashed()).toEqual([]);
      book.run('trashAnnotations', { ids: [annotation] });
      book.run('emptyTrash', { ids: trashed().map(({ id }) => id) });
    }
  });

  it('refuses a passage without its article, and takes both in any order given', () => {
    const mayor = actor('Mayor');
    const annotation = mention('the mayor', mayor);
    book.run('trashAnnotations', { ids: [annotation] });
    book.run('trashArticles', { ids: [articleId] });
    const [article, passage] = trashed().map(({ id }) => id);
    expect(() => restore(passage ?? '')).toThrow(code('conflict'));
    expect(trashed()).toHaveLength(2);
    restore(passage ?? '', article ?? '');
    expect(mentions(mayor)).toHaveLength(1);
  });

  it('does not overwrite what was decided since', () => {
    const place = (name: string) => book.run('createEntity', { kind: 'place', actorKind: '', name }).id;
    const [first, second] = [place('Ostrel'), place('Gullhead')];
    const event = book.run('createEvent', { title: 'Talks', typeId: null, date: null, placeId: first }).id;
    const placeOf = () => book.ask('getEvent', { id: event }).placeName;
    book.run('trashEntities', { ids: [first] });
    expect(placeOf()).toBe('');
    book.run('updateEvent', { id: event, placeId: second });
    restore(trashed()[0]?.id ?? '');
    // Both stand there now, and neither is taken for the other.
    const places = book.ask('listAccounts', { eventId: event }).map(({ value }) => value);
    expect(places).toMatchObject([{ name: 'Ostrel' }, { name: 'Gullhead' }]);
    expect(book.ask('getEvent', { id: event })).toMatchObject({ placeName: '', conflictCount: 1 });
  });

  it('gives a tag its parent back when the parent comes back later', () => {
    const parent = book.run('createTag', { name: 'Casualties', parentId: null }).id;
    const child = book.run('createTag', { name: 'Dead', parentId: parent }).id;
    const parentOf = () => book.ask('listTags', {}).find(({ id }) => id === child)?.parentId;
    book.run('trashTag', { id: child });
    book.run('trashTag', { id: parent });
    const [parentItem, childItem] = trashed().map(({ id }) => id);
    restore(childItem ?? '');
    expect(parentOf()).toBeNull();
    restore(parentItem ?? '');
    expect(parentOf()).toBe(parent);
  });

  it('says so when a name is taken now', () => {
    const { id } = book.run('createEventType', { name: 'Flood' });
    book.run('trashEventType', { id });
    book.run('createEventType', { name: 'Flood' });
    const [item] = trashed();
    expect(() => restore(item?.id ?? '')).toThrow(code('conflict'));
    expect(() => restore(item?.id ?? '')).toThrow(/“Flood” cannot come back/);
    expect(trashed()).toHaveLength(1);
    expect(() => restore('no such item')).toThrow(code('not-found'));
  });

  it('finds the words of a passage again in revisions made without it', () => {
    const [kept, lost] = [actor('Mayor'), actor('Halcyon')];
    const ids = [mention('the mayor', kept), mention('The ferry Halcyon', lost)];
    book.run('trashAnnotations', { ids });
    const save = (baseRevisionId: string, content: string) => {
      const args = { articleId, baseRevisionId, content, reason: 'Corrected', anchors: [] };
      return book.run('saveRevision', args).revisionId;
    };
    const second = save(revisionId, '<p>New words.</p><p>Seven were killed, said the mayor of Ostrel.</p>');
    save(second, '<p>Two.</p><p>New words.</p><p>Seven were killed, said the mayor of Ostrel.</p>');
    restore(...trashed().map(({ id }) => id));
    expect(mentions(kept)).toMatchObject([{ state: 'exact', quote: { exact: 'the mayor' }, start: 40 }]);
    expect(mentions(lost)).toMatchObject([{ state: 'orphan', quote: { exact: 'The ferry Halcyon' } }]);
    expect(book.ask('checkNotebook', {}).findings).toEqual([]);
  });
});

describe('emptyTrash', () => {
  const hashes = () => pluck<string>(book.session.reader, 'SELECT sha256 FROM original_bytes');

  it('keeps bytes while an article or the trash needs them, and no longer', () => {
    const other = book.capture('Another article.').articleId;
    book.run('trashArticles', { ids: [articleId] });
    book.run('emptyTrash', { ids: [] });
    expect(hashes()).toHaveLength(2);
    restore(trashed()[0]?.id ?? '');
    book.run('trashArticles', { ids: [articleId] });
    book.run('emptyTrash', { ids: trashed().map(({ id }) => id) });
    expect(hashes()).toHaveLength(1);
    expect(trashed()).toEqual([]);
    expect(book.ask('getArticle', { id: other }).original).not.toBeNull();
  });
});
