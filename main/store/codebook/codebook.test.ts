import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { readyCodebooks } from '../../../shared/codebook/ready-codebooks';
import { type TemporaryNotebook, temporaryNotebook } from '../core/temporary-notebook';

let book: TemporaryNotebook;
beforeEach(() => {
  book = temporaryNotebook();
});
afterEach(() => book.remove());

const code = (name: string) => expect.objectContaining({ code: name });
const types = () => book.ask('listEventTypes', {});
const roles = () => book.ask('listRoleList', {}).map(({ name }) => name);
const typeNamed = (name: string) => types().find((type) => type.name === name)?.id ?? '';

describe('event types', () => {
  it('stand below each other, in an order that can be changed', () => {
    const attack = typeNamed('Attack');
    const strike = book.run('createEventType', { name: 'Strike', parentId: attack }).id;
    const raid = book.run('createEventType', { name: 'Raid', parentId: attack }).id;
    expect(
      types()
        .slice(0, 4)
        .map(({ name }) => name),
    ).toEqual(['Attack', 'Strike', 'Raid', 'Battle']);
    book.run('moveEventType', { id: raid, by: -1 });
    book.run('moveEventType', { id: raid, by: -1 });
    expect(
      types()
        .slice(0, 3)
        .map(({ name }) => name),
    ).toEqual(['Attack', 'Raid', 'Strike']);
    book.run('moveEventType', { id: attack, by: 1 });
    expect(types()[0]?.name).toBe('Battle');
    expect(() => book.run('updateEventType', { id: attack, parentId: strike })).toThrow(
      code('bad-arguments'),
    );
    book.run('trashEventType', { id: attack });
    expect(types().find(({ id }) => id === strike)?.parentId).toBeNull();
    book.run('undo', {});
    expect(types().find(({ id }) => id === strike)?.parentId).toBe(attack);
  });

  it('agree where one is a kind of the other', () => {
    const strike = book.run('createEventType', { name: 'Strike', parentId: typeNamed('Attack') }).id;
    const id = book.run('createEvent', {
      title: 'X',
      typeId: typeNamed('Attack'),
      date: null,
      placeId: null,
    }).id;
    const value = { kind: 'type' as const, typeId: strike };
    book.run('addAccount', {
      eventId: id,
      fact: 'type',
      value,
      claimant: { kind: 'narrator' },
      evidence: [],
    });
    expect(book.ask('getEvent', { id })).toMatchObject({ typeName: 'Strike', conflictCount: 0 });
    book.run('updateEventType', { id: strike, parentId: null });
    expect(book.ask('getEvent', { id })).toMatchObject({ typeName: '', conflictCount: 1 });
  });
});

describe('roles', () => {
  it('are renamed with those who have them, and outlive their list', () => {
    const actorId = book.run('createEntity', { kind: 'actor', actorKind: '', name: 'A' }).id;
    const id = book.run('createEvent', { title: 'X', typeId: null, date: null, placeId: null }).id;
    book.run('addParticipation', { eventId: id, actorId, role: 'target', annotationId: null });
    const role = book.ask('listRoleList', {}).find(({ name }) => name === 'target');
    expect(role?.useCount).toBe(1);
    book.run('updateRole', { id: role?.id ?? '', name: 'attacked' });
    expect(book.ask('getEvent', { id }).participations).toMatchObject([{ role: 'attacked' }]);
    expect(book.ask('listRoles', {})[0]).toBe('attacked');
    expect(() => book.run('createRole', { name: 'ATTACKED' })).toThrow(code('conflict'));
    book.run('removeRole', { id: role?.id ?? '' });
    expect(roles()).not.toContain('attacked');
    expect(book.ask('listRoles', {})[0]).toBe('attacked');
  });
});

describe('ready lists', () => {
  it.each(readyCodebooks.map((list) => [list.name, list] as const))(
    '%s replaces what nothing uses',
    (_, list) => {
      const { elsewhere } = book.run('useReadyCodebook', { codebook: list.id, replace: true });
      expect(elsewhere).toEqual([]);
      const expected = list.types.flatMap(({ name, types: below = [] }) => [
        name,
        ...below.map((one) => one.name),
      ]);
      expect(types().map(({ name }) => name)).toEqual(expected);
      expect(roles()).toEqual(expect.arrayContaining([...list.roles]));
      book.run('useReadyCodebook', { codebook: list.id, replace: false });
      expect(types()).toHaveLength(expected.length);
      while (book.run('undo', {}) !== null);
      expect(types()[0]?.name).toBe('Attack');
    },
  );

  it('leave what is in use where it stands, and say so', () => {
    const id = book.run('createEvent', {
      title: 'X',
      typeId: typeNamed('Attack'),
      date: null,
      placeId: null,
    }).id;
    const { elsewhere } = book.run('useReadyCodebook', { codebook: 'acled', replace: true });
    expect(elsewhere).toEqual(['Attack']);
    expect(book.ask('getEvent', { id }).typeName).toBe('Attack');
    expect(types().find(({ name }) => name === 'Attack')?.parentId).toBeNull();
    expect(
      types()
        .filter(({ parentId }) => parentId === null)
        .map(({ name }) => name),
    ).toContain('Battles');
  });

  it('of ACLED has six event types and 25 kinds of them', () => {
    const [acled] = readyCodebooks.filter(({ id }) => id === 'acled');
    expect(acled?.types).toHaveLength(6);
    expect(acled?.types.flatMap(({ types: below = [] }) => below)).toHaveLength(25);
  });
});

describe('tags', () => {
  it('are one after merging and two after splitting, with what bears them', () => {
    const on = book.capture('One two three.');
    const tag = (name: string, start: number) =>
      book.run('annotate', { on: { ...on, parts: [{ start, end: start + 3 }] }, tags: [{ name }] })
        .tagIds[0] ?? '';
    const [a, b] = [tag('Claims', 0), tag('Assertions', 4)];
    book.run('mergeTags', { keepId: a, mergeId: b });
    expect(book.ask('listTags', {})).toMatchObject([
      { name: 'Claims', useCount: 2, merged: [{ name: 'Assertions' }] },
    ]);
    expect(tag('assertions', 8)).toBe(a);
    book.run('splitTag', { id: b });
    expect(book.ask('listTags', {}).map(({ name, useCount }) => `${name} ${useCount}`)).toEqual([
      'Assertions 1',
      'Claims 2',
    ]);
    book.run('updateTag', { id: a, parentId: b });
    expect(() => book.run('mergeTags', { keepId: a, mergeId: b })).toThrow(code('conflict'));
  });
});
