/** The notebook's own list of event types: a hierarchy with descriptions, in the researcher's order. */
import type { CommandArgs, QueryArgs } from '../../../shared/contract';
import type { EventType } from '../../../shared/model/event';
import { newId } from '../../../shared/model/id';
import { CasebookError } from '../../../shared/model/result';
import { foldForMatch } from '../../../shared/text/fold';
import { all, countOf, get, insert, pluck, type ReadableDB, run, update, type WritableDB } from '../core/sql';
import { cleanName } from '../entities/change-entity';
import { moveToTrash } from '../notes/trash';

/** The event types in the researcher's order, each after the one it belongs to. */
export function listEventTypes(db: ReadableDB, _args: QueryArgs<'listEventTypes'>): EventType[] {
  return all<EventType>(
    db,
    `WITH RECURSIVE tree (id, place) AS (
       SELECT id, printf('%06d %s', position, id) FROM event_type WHERE parent_id IS NULL
       UNION ALL SELECT t.id, tree.place || printf(' %06d %s', t.position, t.id) FROM tree JOIN event_type t ON t.parent_id = tree.id)
     SELECT t.id, t.name, t.parent_id AS "parentId", t.description,
       (SELECT count(DISTINCT event_id) FROM account WHERE type_id = t.id) AS "useCount"
     FROM tree JOIN event_type t USING (id) ORDER BY tree.place`,
  );
}

function mustBeNew(db: ReadableDB, name: string, exceptId: string): void {
  const others = all<{ name: string }>(db, 'SELECT name FROM event_type WHERE id <> ?', [exceptId]);
  if (!others.some((other) => foldForMatch(other.name) === foldForMatch(name))) return;
  throw new CasebookError('conflict', `There is an event type “${name}” already.`);
}

const gone = () => new CasebookError('not-found', 'This event type is not there any more.');

/** Throws `bad-arguments` for a parent that is the type itself or stands below it, `not-found` for one that is gone. */
function mustBeAbove(db: ReadableDB, id: string, parentId: string): void {
  if (countOf(db, 'SELECT count(*) FROM event_type WHERE id = ?', [parentId]) === 0) throw gone();
  const above = `WITH RECURSIVE above (id) AS (SELECT ? UNION SELECT t.parent_id FROM above JOIN event_type t ON t.id = above.id)
    SELECT count(*) FROM above WHERE id = ?`;
  if (countOf(db, above, [parentId, id]) > 0)
    throw new CasebookError('bad-arguments', 'A type cannot stand below itself.');
}

/** Adds a type at the end of the list. Throws `conflict` when there is one of this name, `not-found` for the parent. */
export function createEventType(
  db: WritableDB,
  args: CommandArgs<'createEventType'>,
): { readonly id: string } {
  const name = cleanName(args.name);
  mustBeNew(db, name, '');
  const id = newId();
  if (args.parentId) mustBeAbove(db, id, args.parentId);
  const position = countOf(db, 'SELECT coalesce(max(position) + 1, 0) FROM event_type');
  const description = args.description ?? '';
  insert(db, 'event_type', { id, name, position, parent_id: args.parentId ?? null, description });
  return { id };
}

/** Changes a type. Throws `conflict` when there is another one of this name, `bad-arguments` for a parent below it. */
export function updateEventType(db: WritableDB, args: CommandArgs<'updateEventType'>): null {
  const name = args.name === undefined ? undefined : cleanName(args.name);
  if (name !== undefined) mustBeNew(db, name, args.id);
  if (args.parentId) mustBeAbove(db, args.id, args.parentId);
  const set = { name, parent_id: args.parentId, description: args.description };
  if (!update(db, 'event_type', args.id, set)) throw gone();
  return null;
}

/** Puts a type before or after its neighbour below the same parent; at the end nothing happens. Throws `not-found`. */
export function moveEventType(db: WritableDB, { id, by }: CommandArgs<'moveEventType'>): null {
  const type = get<{ parent_id: string | null }>(db, 'SELECT parent_id FROM event_type WHERE id = ?', [id]);
  if (!type) throw gone();
  const siblings = 'SELECT id FROM event_type WHERE parent_id IS ? ORDER BY position, id';
  moveAmong(db, 'event_type', pluck<string>(db, siblings, [type.parent_id]), id, by);
  return null;
}

/** Writes the positions of rows anew with one of them a place earlier (-1) or later (1). */
export function moveAmong(
  db: WritableDB,
  table: 'event_type' | 'role',
  ids: readonly string[],
  id: string,
  by: -1 | 1,
): void {
  const from = ids.indexOf(id);
  const to = from + by;
  if (to < 0 || to >= ids.length) return;
  const order = [...ids];
  order.splice(from, 1);
  order.splice(to, 0, id);
  order.forEach((one, position) =>
    run(db, `UPDATE ${table} SET position = ? WHERE id = ? AND position <> ?`, [position, one, position]),
  );
}

/** Moves a type to the trash with the entries that say it; types below it move up, events of it stay. */
export function trashEventType(db: WritableDB, { id }: CommandArgs<'trashEventType'>): null {
  const type = get<{ name: string; parent_id: string | null }>(
    db,
    'SELECT name, parent_id FROM event_type WHERE id = ?',
    [id],
  );
  moveToTrash(db, { kind: 'event type', itemId: id, label: type?.name ?? '' }, () => {
    run(db, 'UPDATE event_type SET parent_id = ? WHERE parent_id = ?', [type?.parent_id ?? null, id]);
    run(db, 'DELETE FROM event_type WHERE id = ?', [id]);
  });
  return null;
}
