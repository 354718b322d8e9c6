/** Making and changing entities and their names. Merging two is in `merge-entities.ts`. */
import type { CommandArgs } from '../../../shared/contract';
import type { Identifier } from '../../../shared/model/entity';
import { newId } from '../../../shared/model/id';
import { CasebookError } from '../../../shared/model/result';
import { foldForMatch } from '../../../shared/text/fold';
import {
  all,
  countOf,
  get,
  insert,
  pluck,
  type ReadableDB,
  run,
  type SqlValue,
  update,
  type WritableDB,
} from '../core/sql';
import { moveToTrash } from '../notes/trash';

/** A name without white space around it or line breaks inside. Throws `bad-arguments` when nothing is left. */
export function cleanName(name: string): string {
  const clean = name.replace(/\s+/gu, ' ').trim();
  if (clean === '') throw new CasebookError('bad-arguments', 'A name is needed.');
  return clean;
}

const notFound = () => new CasebookError('not-found', 'This entity is not there any more.');

/** Makes an entity; another one of the same name may exist. Throws `bad-arguments` on a blank name, and as {@link updateEntity}. */
export function createEntity(
  db: WritableDB,
  args: CommandArgs<'createEntity'>,
  id: string = newId(),
): { readonly id: string } {
  const name = cleanName(args.name);
  const now = new Date().toISOString();
  insert(db, 'entity', {
    id,
    kind: args.kind,
    actor_kind: args.kind === 'actor' ? args.actorKind : '',
    name,
    folded: foldForMatch(name),
    created_at: now,
    modified_at: now,
  });
  if (args.where) updateEntity(db, { id, ...args.where });
  return { id };
}

/** Only actors act and only places are where something happens. */
function mustFitEvents(db: ReadableDB, id: string, kind: string): void {
  const acts = countOf(db, 'SELECT count(*) FROM participation WHERE actor_id = ?', [id]) > 0;
  const hosts = countOf(db, `SELECT count(*) FROM account WHERE entity_id = ? AND fact = 'place'`, [id]) > 0;
  if (acts && kind !== 'actor')
    throw new CasebookError('conflict', 'It takes part in events: it stays an actor.');
  if (hosts && kind !== 'place')
    throw new CasebookError('conflict', 'It is the place of events: it stays a place.');
}

const identifierKey = ({ scheme, value }: Identifier) => JSON.stringify([scheme, value]);

function setIdentifiers(db: WritableDB, entityId: string, identifiers: readonly Identifier[]): void {
  const clean = identifiers.map(({ scheme, value }) => ({
    scheme: scheme.trim().toLowerCase(),
    value: value.trim(),
  }));
  const wanted = new Map(
    clean.filter(({ scheme, value }) => scheme && value).map((one) => [identifierKey(one), one]),
  );
  const select = 'SELECT scheme, value, member_id AS memberId FROM known_identifier WHERE entity_id = ?';
  const present = all<Identifier & { readonly memberId: string }>(db, select, [entityId]);
  const kept = new Set(wanted.keys());
  for (const one of present) {
    wanted.delete(identifierKey(one));
    if (kept.has(identifierKey(one))) continue;
    run(db, 'DELETE FROM identifier WHERE entity_id = ? AND scheme = ? AND value = ?', [
      one.memberId,
      one.scheme,
      one.value,
    ]);
  }
  for (const { scheme, value } of wanted.values())
    insert(db, 'identifier', { entity_id: entityId, scheme, value });
}

/** An alias that has become the name itself is no alias any more. */
function rename(
  db: WritableDB,
  id: string,
  given: string,
): { readonly name: string; readonly folded: string } {
  const name = cleanName(given);
  run(db, 'DELETE FROM entity_name WHERE entity_id = ? AND name = ?', [id, name]);
  return { name, folded: foldForMatch(name) };
}

/** Throws `bad-arguments` when the parent lies in the entity itself, is of another kind, or is not there. */
function mustBeAbove(db: ReadableDB, id: string, parentId: string): void {
  const kinds = pluck<string>(db, 'SELECT DISTINCT kind FROM entity WHERE id IN (?, ?)', [id, parentId]);
  const above = `WITH RECURSIVE above (id) AS (SELECT coalesce(root_id, id) FROM entity WHERE id = ?
      UNION SELECT coalesce(p.root_id, p.id) FROM above JOIN entity e ON e.id = above.id JOIN entity p ON p.id = e.parent_id)
    SELECT count(*) FROM above WHERE id = ?`;
  if (countOf(db, 'SELECT count(*) FROM entity WHERE id = ?', [parentId]) === 0) throw notFound();
  if (kinds.length > 1) throw new CasebookError('bad-arguments', 'Both have to be of the same kind.');
  if (countOf(db, above, [parentId, id]) > 0)
    throw new CasebookError('bad-arguments', 'It cannot lie in itself, or in what lies in it.');
}

/** The columns that say where it lies. */
function placeColumns(
  db: ReadableDB,
  { id, parentId, precision, point }: CommandArgs<'updateEntity'>,
): Record<string, SqlValue | undefined> {
  if (parentId) mustBeAbove(db, id, parentId);
  const where = { parent_id: parentId, precision };
  if (point === undefined) return where;
  return {
    ...where,
    latitude: point?.latitude ?? null,
    longitude: point?.longitude ?? null,
    radius_km: point?.radiusKm ?? null,
    geo_source: point?.source.trim() ?? '',
  };
}

/** Changes the given fields. Throws `conflict` when events stand in the way of another kind. */
export function updateEntity(db: WritableDB, args: CommandArgs<'updateEntity'>): null {
  const { id, kind, actorKind, description, identifiers, moreNames = [] } = args;
  const now = get<{ kind: string }>(db, 'SELECT kind FROM entity WHERE id = ?', [id]);
  if (!now) throw notFound();
  if (kind && kind !== now.kind) mustFitEvents(db, id, kind);
  const names = args.name === undefined ? {} : rename(db, id, args.name);
  update(db, 'entity', id, {
    kind,
    actor_kind: (kind ?? now.kind) === 'actor' ? actorKind : '',
    description,
    ...names,
    ...placeColumns(db, args),
    modified_at: new Date().toISOString(),
  });
  if (identifiers) setIdentifiers(db, id, identifiers);
  for (const further of moreNames) addAlias(db, { entityId: id, ...further });
  return null;
}

/** Whether this is the entity's own name, in whatever case or accents. */
function isOwnName(db: ReadableDB, entityId: string, name: string): boolean {
  const folded = foldForMatch(name);
  const own = pluck<string>(db, 'SELECT name FROM entity WHERE id = ?', [entityId])[0];
  if (own === undefined) throw notFound();
  return own === name || (folded !== '' && foldForMatch(own) === folded);
}

/**
 * Gives an entity a further name. A name that it has already, in whatever case or accents, is left as it is: answers
 * that alias's id, or '' when it is the entity's own name.
 */
export function addAlias(
  db: WritableDB,
  { entityId, name: given, kind = 'alias' }: CommandArgs<'addAlias'>,
): { readonly id: string } {
  const name = cleanName(given);
  if (isOwnName(db, entityId, name)) return { id: '' };
  const folded = foldForMatch(name);
  const select = `SELECT id FROM known_name WHERE entity_id = ? AND (name = ? OR (folded = ? AND folded <> ''))`;
  const same = pluck<string>(db, select, [entityId, name, folded])[0];
  if (same !== undefined) return { id: same };
  const id = newId();
  insert(db, 'entity_name', { id, entity_id: entityId, name, folded, kind });
  return { id };
}

const nameGone = () => new CasebookError('not-found', 'This name is not there any more.');

/** Changes how a further name is spelt, or what sort of name it is. Throws `not-found`. */
export function updateAlias(db: WritableDB, args: CommandArgs<'updateAlias'>): null {
  const name = args.name === undefined ? undefined : cleanName(args.name);
  const folded = name === undefined ? undefined : foldForMatch(name);
  if (!update(db, 'entity_name', args.id, { name, folded, kind: args.kind })) throw nameGone();
  return null;
}

/** Takes a further name away. Throws `not-found`; `conflict` for the own name of one that was merged in. */
export function removeAlias(db: WritableDB, { id }: CommandArgs<'removeAlias'>): null {
  if (run(db, 'DELETE FROM entity_name WHERE id = ?', [id]) > 0) return null;
  if (countOf(db, 'SELECT count(*) FROM entity WHERE id = ?', [id]) === 0) throw nameGone();
  const message = 'This is the name of an entity that was merged in: split that one off to be rid of it.';
  throw new CasebookError('conflict', message);
}

/** Moves entities to the trash with their mentions and participations; the annotations and events stay. */
export function trashEntities(db: WritableDB, { ids }: CommandArgs<'trashEntities'>): null {
  for (const id of ids) {
    const label = pluck<string>(db, 'SELECT name FROM entity WHERE id = ?', [id])[0] ?? '';
    moveToTrash(db, { kind: 'entity', itemId: id, label }, () => {
      run(db, 'DELETE FROM entity WHERE id = ?', [id]);
    });
  }
  return null;
}
