import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { EntityKind } from '../../../shared/model/entity';
import { createDatabase, type OpenDatabase } from '../core/file/open-database';
import { runCommand } from '../core/run-command';
import type { WritableDB } from '../core/sql';
import { addAlias, createEntity, removeAlias, trashEntities, updateEntity } from './change-entity';
import { findEntities, getEntity, listEntities } from './entities';
import { plansOf } from './query-plans';

let folder: string;
let opened: OpenDatabase;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'entities-'));
  opened = createDatabase(join(folder, 'test.casebook'), 'Test');
});
afterEach(() => {
  opened.close();
  rmSync(folder, { recursive: true });
});

function command<Args, Value>(work: (db: WritableDB, args: Args) => Value, args: Args): Value {
  if (!opened.writer) throw new Error('read-only');
  return runCommand(opened.writer, (db) => work(db, args)).value;
}

const make = (name: string, kind: EntityKind = 'actor') =>
  command(createEntity, { kind, actorKind: '', name }).id;
const find = (text: string, kinds: readonly EntityKind[] = [], limit = 10) =>
  findEntities(opened.reader, { text, kinds: [...kinds], limit }).map(({ name }) => name);

describe('names of entities', () => {
  it('are trimmed and must not be blank', () => {
    const id = make('  Harbour \n Council ');
    expect(getEntity(opened.reader, { id }).name).toBe('Harbour Council');
    expect(() => make('\u00a0 \t')).toThrow(expect.objectContaining({ code: 'bad-arguments' }));
    expect(() => command(updateEntity, { id, name: ' ' })).toThrow(
      expect.objectContaining({ code: 'bad-arguments' }),
    );
  });

  it('of places may come with where they are', () => {
    const point = { latitude: 46.47, longitude: 30.73, radiusKm: null, source: 'GeoNames, CC BY 4.0' };
    const where = { point, precision: 'settlement' } as const;
    const { id } = command(createEntity, { kind: 'place', actorKind: '', name: 'Odesa', where });
    expect(getEntity(opened.reader, { id })).toMatchObject(where);
  });

  it('are had once each, whatever the case', () => {
    const id = make('Harbour Council');
    const { id: first } = command(addAlias, { entityId: id, name: 'Rada portu' });
    expect(command(addAlias, { entityId: id, name: 'rada PORTU' }).id).toBe(first);
    expect(command(addAlias, { entityId: id, name: 'Harbour council' }).id).toBe('');
    expect(getEntity(opened.reader, { id }).aliases).toMatchObject([{ id: first, name: 'Rada portu' }]);
    command(removeAlias, { id: first });
    expect(getEntity(opened.reader, { id }).aliases).toEqual([]);
    expect(() => command(removeAlias, { id: first })).toThrow(expect.objectContaining({ code: 'not-found' }));
  });

  it('that become the own name are no aliases any more', () => {
    const id = make('Old');
    command(addAlias, { entityId: id, name: 'New' });
    command(updateEntity, { id, name: 'New' });
    expect(getEntity(opened.reader, { id })).toMatchObject({ name: 'New', aliases: [] });
  });
});

describe('updateEntity', () => {
  it('keeps identifiers once each and replaces those not given', () => {
    const id = make('A');
    command(updateEntity, {
      id,
      identifiers: [
        { scheme: 'Wikidata', value: ' Q1 ' },
        { scheme: 'wikidata', value: 'Q1' },
      ],
    });
    expect(getEntity(opened.reader, { id }).identifiers).toEqual([{ scheme: 'wikidata', value: 'Q1' }]);
    command(updateEntity, { id, identifiers: [{ scheme: 'viaf', value: '7' }] });
    expect(getEntity(opened.reader, { id }).identifiers).toEqual([{ scheme: 'viaf', value: '7' }]);
  });

  it('gives only actors a kind of actor', () => {
    const id = make('A');
    command(updateEntity, { id, actorKind: 'state' });
    expect(getEntity(opened.reader, { id }).actorKind).toBe('state');
    command(updateEntity, { id, kind: 'object' });
    expect(getEntity(opened.reader, { id })).toMatchObject({ kind: 'object', actorKind: '' });
  });
});

describe('findEntities', () => {
  it('gives whole names, then starts of names, then starts of words', () => {
    for (const name of ['New Orlan', 'Orlan Harbour', 'Orlan', 'Morlan']) make(name);
    command(addAlias, { entityId: make('Port authority'), name: 'ÓRLAN' });
    expect(find('orlan')).toEqual(['Orlan', 'Port authority', 'Orlan Harbour', 'New Orlan']);
    expect(find('orl')).toEqual(['Orlan', 'Orlan Harbour', 'Port authority', 'New Orlan']);
    expect(find('orl', [], 2)).toHaveLength(2);
    expect(find('harb orl')).toEqual(['Orlan Harbour']);
    expect(find('lan')).toEqual([]);
  });

  it('looks in the kinds asked for', () => {
    make('Vessa', 'place');
    make('Vessa Guard', 'actor');
    expect(find('vessa', ['place'])).toEqual(['Vessa']);
    expect(find('vessa', ['actor', 'object'])).toEqual(['Vessa Guard']);
  });

  it('knows scripts of all sorts', () => {
    make('Рада порту Ґрані');
    make('北京市');
    expect(find('порту')).toEqual(['Рада порту Ґрані']);
    expect(find('грані')).toEqual(['Рада порту Ґрані']);
    expect(find('京')).toEqual(['北京市']);
  });

  it('takes any words, and gives the most mentioned for none', () => {
    make('A');
    for (const text of ['"', '%_*', "'; DROP TABLE entity", '\\', '()', 'NOT'])
      expect(find(text)).toEqual(find(text));
    expect(find('')).toEqual(['A']);
  });
});

describe('with 3,000 entities', () => {
  it('finds and lists in milliseconds, by the indexes', () => {
    if (!opened.writer) throw new Error('read-only');
    runCommand(opened.writer, (db) => {
      for (let index = 0; index < 3_000; index++) {
        const { id } = createEntity(db, {
          kind: 'actor',
          actorKind: '',
          name: `Person ${index} of Village ${index % 300}`,
        });
        if (index % 2 === 0) addAlias(db, { entityId: id, name: `Alias ${index}` });
      }
    });
    const plans = plansOf(opened.reader, () => find('person 77', ['actor', 'place'], 500)).flat();
    expect(plans.filter((step) => step.includes('(folded>? AND folded<?)'))).toHaveLength(2);
    const scans = plans.filter((step) => /^SCAN (entity|entity_name)/.test(step));
    expect(scans.every((step) => step.includes('COVERING INDEX'))).toBe(true);
    for (let index = 0; index < 20; index++) expect(find(`village ${index}`)).toHaveLength(10);
    const page = listEntities(opened.reader, {
      kind: 'actor',
      filter: '',
      sort: 'name',
      descending: false,
      offset: 2_900,
      limit: 50,
    });
    expect(page).toMatchObject({ total: 3_000, rows: { length: 50 } });
  });
});

describe('trashEntities', () => {
  it('refuses what is not there', () => {
    const id = make('A');
    command(trashEntities, { ids: [id] });
    expect(() => getEntity(opened.reader, { id })).toThrow(expect.objectContaining({ code: 'not-found' }));
    expect(() => command(trashEntities, { ids: [id] })).toThrow(
      expect.objectContaining({ code: 'not-found' }),
    );
  });
});
