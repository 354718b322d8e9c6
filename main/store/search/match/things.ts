/**
 * The things that a filter can name: entities, tags, events, types, roles, publishers … each with its names as they are
 * compared, and the values of the index that stand for it (its members, and what lies below it). Read from the rows when
 * first asked for.
 */
import type { NameField } from '../../../../shared/query/query';
import { wildcardTest } from '../../../../shared/query/wildcards';
import { foldForMatch } from '../../../../shared/text/fold';
import { all } from '../../core/sql';
import { type FactField } from '../index/fact-types';
import { valuesOf } from '../index/read-facts';
import { remembered, type SearchState } from './search-state';

/** Something that a filter can name. */
export interface Thing {
  /** Id of an entity, tag, event or type; the folded label of a publisher or author; a role. */
  readonly id: string;
  readonly label: string;
  /** Names as they are compared; the label's is first. */
  readonly names: readonly string[];
  /** Keys of the values that stand for it: members, parts, things below. */
  readonly keys: readonly string[];
}

/** Names as they are compared; a name of signs alone is compared as it is. */
export function comparableName(name: string): string {
  return foldForMatch(name) || name.trim().toLowerCase();
}

interface EntityRow {
  readonly id: string;
  readonly name: string;
  readonly root: string | null;
  readonly parent: string | null;
}

const asMany = <Key, Value>(lists: Map<Key, Value[]>, key: Key, value: Value): void => {
  const list = lists.get(key);
  if (list) list.push(value);
  else lists.set(key, [value]);
};

/** Ids of a thing, of what was merged into it, and of all below it with what was merged into that. */
function keysBelow(
  id: string,
  below: ReadonlyMap<string, readonly string[]>,
  members: ReadonlyMap<string, readonly string[]>,
): string[] {
  const found = new Set([id]);
  // What is added on the way is walked as well; a ring ends where it began.
  for (const one of found) for (const child of below.get(one) ?? []) found.add(child);
  return [...found].flatMap((one) => [one, ...(members.get(one) ?? [])]);
}

function thingsOfRows(
  rows: readonly EntityRow[],
  hasParts: boolean,
  namesOf: (id: string) => readonly string[],
): Thing[] {
  const rootOf = new Map(rows.map(({ id, root }) => [id, root ?? id]));
  const members = new Map<string, string[]>();
  const below = new Map<string, string[]>();
  for (const { id, root, parent } of rows) {
    if (root !== null) asMany(members, root, id);
    else if (hasParts && parent !== null) asMany(below, rootOf.get(parent) ?? parent, id);
  }
  return rows
    .filter(({ root }) => root === null)
    .map(({ id, name }) => ({
      id,
      label: name,
      names: [comparableName(name), ...namesOf(id)],
      keys: keysBelow(id, below, members),
    }));
}

function entityThings({ db }: SearchState, kind: 'actor' | 'place'): Thing[] {
  const rows = all<EntityRow>(
    db,
    `SELECT id, name, root_id AS root, parent_id AS parent FROM entity WHERE kind = ? ORDER BY id`,
    [kind],
  );
  const aliases = new Map<string, string[]>();
  for (const { id, name } of all<{ id: string; name: string }>(
    db,
    'SELECT entity_id AS id, name FROM known_name',
  ))
    asMany(aliases, id, comparableName(name));
  return thingsOfRows(rows, kind === 'place', (id) => aliases.get(id) ?? []);
}

function tagThings({ db }: SearchState): Thing[] {
  const rows = all<EntityRow>(
    db,
    'SELECT id, name, root_id AS root, parent_id AS parent FROM tag ORDER BY id',
  );
  return thingsOfRows(rows, true, () => []);
}

function typeThings({ db }: SearchState): Thing[] {
  const rows = all<EntityRow>(
    db,
    'SELECT id, name, NULL AS root, parent_id AS parent FROM event_type ORDER BY id',
  );
  return thingsOfRows(rows, true, () => []);
}

function eventThings({ db }: SearchState): Thing[] {
  const rows = all<{ id: string; title: string; folded: string }>(
    db,
    'SELECT id, title, folded FROM event ORDER BY id',
  );
  return rows.map(({ id, title, folded }) => ({
    id,
    label: title,
    names: [folded || title.trim().toLowerCase()],
    keys: [id],
  }));
}

/** Values that are words themselves: those whose words are the same when compared are one thing. */
function roleThings({ db }: SearchState): Thing[] {
  const things = new Map<string, Thing & { readonly keys: string[] }>();
  for (const { key } of valuesOf(db, 'role')) {
    const name = comparableName(key);
    const same = things.get(name);
    if (same) same.keys.push(key);
    else things.set(name, { id: key, label: key, names: [name], keys: [key] });
  }
  return [...things.values()];
}

/** Labels are kept under their name as it is compared: there may be as many authors as articles. */
function labelledThings({ db }: SearchState, field: 'publisher' | 'by'): Thing[] {
  return valuesOf(db, field).map(({ key, label }) => ({ id: key, label, names: [key], keys: [key] }));
}

/** Whoever claims: actors by name, the narrator, sources without a name. */
function claimantThings(state: SearchState): Thing[] {
  const special = ['narrator', 'unnamed'].map((id) => ({ id, label: id, names: [id], keys: [id] }));
  return [...special, ...thingsOf(state, 'actor')];
}

const readThings: Readonly<Record<NameField, (state: SearchState) => readonly Thing[]>> = {
  actor: (state) => entityThings(state, 'actor'),
  place: (state) => entityThings(state, 'place'),
  tag: tagThings,
  type: typeThings,
  event: eventThings,
  publisher: (state) => labelledThings(state, 'publisher'),
  by: (state) => labelledThings(state, 'by'),
  role: roleThings,
  claimant: claimantThings,
};

/** Everything that can be named in a field; shared, not to be changed. */
export function thingsOf(state: SearchState, field: NameField): readonly Thing[] {
  return remembered(state, `things ${field}`, () => readThings[field](state));
}

function byName(state: SearchState, field: NameField): ReadonlyMap<string, readonly Thing[]> {
  return remembered(state, `named ${field}`, () => {
    const named = new Map<string, Thing[]>();
    for (const thing of thingsOf(state, field))
      for (const name of new Set(thing.names)) asMany(named, name, thing);
    return named;
  });
}

/** Those of exactly this name or alias. */
export function thingsCalled(state: SearchState, field: NameField, name: string): readonly Thing[] {
  return thingsCompared(state, field, comparableName(name));
}

/** Those of a name or alias as it is compared. */
export function thingsCompared(state: SearchState, field: NameField, name: string): readonly Thing[] {
  return byName(state, field).get(name) ?? [];
}

/**
 * The things that a name means: those of exactly this name or alias; for one with `*` or `?` those with words like it;
 * else those with a word that starts so.
 */
export function thingsNamed(state: SearchState, field: NameField, value: string): readonly Thing[] {
  const exact = thingsCalled(state, field, value);
  if (exact.length > 0) return exact;
  const wanted = comparableName(value);
  const isMeant =
    wildcardTest(value) ?? ((name: string) => name.startsWith(wanted) || name.includes(` ${wanted}`));
  return thingsOf(state, field).filter(({ names }) => names.some(isMeant));
}

/** The field of the index whose values stand for the things of a field of the language. */
export const factOf: Readonly<Record<NameField, FactField>> = {
  actor: 'entity',
  place: 'entity',
  tag: 'tag',
  type: 'type',
  event: 'event',
  publisher: 'publisher',
  by: 'by',
  role: 'role',
  claimant: 'claimant',
};

/** Ids of values of the index by their keys; keys that no row ever bore are left out. */
export function valueIdsOf(state: SearchState, field: FactField, keys: readonly string[]): number[] {
  const ids = remembered(
    state,
    `ids ${field}`,
    () => new Map(valuesOf(state.db, field).map(({ id, key }) => [key, id])),
  );
  return keys.flatMap((key) => ids.get(key) ?? []);
}
