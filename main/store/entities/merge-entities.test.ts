import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { rangeOf, type TemporaryNotebook, temporaryNotebook } from '../core/temporary-notebook';

const text = 'Mira Tolvane spoke. The mayor left. Seven were killed at the crossing.';

let book: TemporaryNotebook;
beforeEach(() => {
  book = temporaryNotebook();
});
afterEach(() => book.remove());

const actor = (name: string) => book.run('createEntity', { kind: 'actor', actorKind: '', name }).id;
const place = (name: string) => book.run('createEntity', { kind: 'place', actorKind: '', name }).id;
const event = (placeId: string | null) =>
  book.run('createEvent', { title: 'Talks', typeId: null, date: null, placeId }).id;
const code = (name: string) => expect.objectContaining({ code: name });
const mentionsOf = (entityId: string) =>
  book.ask('listMentions', { entityId, offset: 0, limit: 50 }).rows.map((row) => row.annotationId);

function mention(entityId: string, words: string): string {
  const on = { ...book.capture(`${text} ${words}`), parts: [rangeOf(text, words)] };
  return book.run('annotate', { on, entities: [{ id: entityId }] }).annotationId;
}

describe('mergeEntities', () => {
  it('refuses what cannot be one', () => {
    const [one, other] = [actor('Ostrel'), place('Ostrel')];
    expect(() => book.run('mergeEntities', { keepId: one, mergeId: other })).toThrow(code('conflict'));
    expect(() => book.run('mergeEntities', { keepId: one, mergeId: one })).toThrow(code('bad-arguments'));
    expect(() => book.run('mergeEntities', { keepId: one, mergeId: 'none' })).toThrow(code('not-found'));
    const inside = place('Old town');
    book.run('updateEntity', { id: inside, parentId: other });
    expect(() => book.run('mergeEntities', { keepId: inside, mergeId: other })).toThrow(code('conflict'));
  });

  it('reads the names, identifiers and citations of both as of one', () => {
    const [keep, merge] = [actor('Mira Tolvane'), actor('The mayor')];
    book.run('addAlias', { entityId: merge, name: 'Мэр', kind: 'other script' });
    book.run('updateEntity', { id: merge, identifiers: [{ scheme: 'wikidata', value: 'Q1' }] });
    const content = `<p><cite data-kind="entity" data-id="${merge}">the mayor</cite></p>`;
    const { id } = book.run('createNote', { title: 'A', content });
    book.run('mergeEntities', { keepId: keep, mergeId: merge });
    const entity = book.ask('getEntity', { id: merge });
    expect(entity).toMatchObject({
      id: keep,
      name: 'Mira Tolvane',
      merged: [{ id: merge, name: 'The mayor' }],
    });
    expect(entity.aliases.map(({ name, kind }) => [name, kind])).toEqual([
      ['The mayor', 'alias'],
      ['Мэр', 'other script'],
    ]);
    expect(entity.identifiers).toEqual([{ scheme: 'wikidata', value: 'Q1' }]);
    expect(book.ask('getNote', { id }).content).toBe(content);
    expect(book.ask('listCitingNotes', { kind: 'entity', id: keep })).toHaveLength(1);
    expect(book.ask('findEntities', { text: 'мэр', kinds: [], limit: 5 }).map((one) => one.id)).toEqual([
      keep,
    ]);
    const { hits } = book.ask('search', { query: 'mayor', offset: 0, limit: 9 });
    expect(hits.filter((hit) => hit.kind === 'entity').map((hit) => hit.id)).toEqual([keep]);
  });

  it('takes along what waits in the trash', () => {
    const [keep, merge] = [actor('A'), actor('B')];
    const annotationId = mention(merge, 'The mayor');
    book.run('trashAnnotations', { ids: [annotationId] });
    book.run('mergeEntities', { keepId: keep, mergeId: merge });
    book.run('restoreTrash', { ids: book.ask('listTrash', {}).map(({ id }) => id) });
    expect(mentionsOf(keep)).toEqual([annotationId]);
  });

  it('settles a contested place that turns out to be one place', () => {
    const [keep, merge] = [place('Kyiv'), place('Kiev')];
    const id = event(keep);
    const value = { kind: 'place' as const, placeId: merge, precision: '' as const };
    book.run('addAccount', {
      eventId: id,
      fact: 'place',
      value,
      claimant: { kind: 'narrator' },
      evidence: [],
    });
    expect(book.ask('getEvent', { id })).toMatchObject({ placeId: null, conflictCount: 1 });
    book.run('mergeEntities', { keepId: keep, mergeId: merge });
    expect(book.ask('getEvent', { id })).toMatchObject({ placeId: keep, conflictCount: 0 });
    book.run('splitEntity', { id: merge });
    expect(book.ask('getEvent', { id })).toMatchObject({ placeId: null, conflictCount: 1 });
  });
});

describe('splitEntity', () => {
  it('gives each back what is its own, also what was linked since', () => {
    const [keep, merge, third] = [actor('A'), actor('B'), actor('C')];
    const [first, second] = [mention(keep, 'Mira Tolvane'), mention(merge, 'The mayor')];
    book.run('mergeEntities', { keepId: merge, mergeId: third });
    book.run('mergeEntities', { keepId: keep, mergeId: merge });
    const later = mention(keep, 'Seven');
    expect(new Set(mentionsOf(third))).toEqual(new Set([first, second, later]));
    book.run('splitEntity', { id: merge });
    expect(new Set(mentionsOf(keep))).toEqual(new Set([first, later]));
    expect(mentionsOf(merge)).toEqual([second]);
    expect(book.ask('getEntity', { id: third }).id).toBe(merge);
    expect(() => book.run('splitEntity', { id: keep })).toThrow(code('bad-arguments'));
  });

  it('leaves a place out of a parent that lies in it by now', () => {
    const [a, b, p] = [place('A'), place('B'), place('P')];
    book.run('updateEntity', { id: a, parentId: p });
    book.run('mergeEntities', { keepId: b, mergeId: a });
    const child = place('Child');
    book.run('updateEntity', { id: child, parentId: a });
    book.run('updateEntity', { id: p, parentId: child });
    book.run('splitEntity', { id: a });
    expect(book.ask('getEntity', { id: a }).parentId).toBeNull();
    expect(book.ask('getEntity', { id: p }).parentId).toBe(child);
  });
});
