/** The notebook's own list of event types, and the roles that actors have in events. */
import type { CommandArgs, QueryArgs } from '../../../shared/contract';
import { defaultRoles, type EventType } from '../../../shared/model/event';
import { newId } from '../../../shared/model/id';
import { CasebookError } from '../../../shared/model/result';
import { foldForMatch } from '../../../shared/text/fold';
import { all, countOf, insert, pluck, type ReadableDB, run, update, type WritableDB } from '../core/sql';
import { moveToTrash } from '../notes/trash';
import { cleanName } from './change-entity';

/** The event types in the researcher's order. */
export function listEventTypes(db: ReadableDB, _args: QueryArgs<'listEventTypes'>): EventType[] {
  return all<EventType>(db, 'SELECT id, name FROM event_type ORDER BY position, id');
}

/** Roles in use, most used first, then the offered ones that are not. */
export function listRoles(db: ReadableDB, _args: QueryArgs<'listRoles'>): string[] {
  const used = pluck<string>(db, 'SELECT role FROM participation GROUP BY role ORDER BY count(*) DESC, role');
  return [...new Set([...used, ...defaultRoles])];
}

function mustBeNew(db: ReadableDB, name: string, exceptId: string): void {
  const others = all<EventType>(db, 'SELECT id, name FROM event_type WHERE id <> ?', [exceptId]);
  if (!others.some((other) => foldForMatch(other.name) === foldForMatch(name))) return;
  throw new CasebookError('conflict', `There is an event type “${name}” already.`);
}

/** Adds a type at the end of the list. Throws `conflict` when there is one of this name. */
export function createEventType(
  db: WritableDB,
  args: CommandArgs<'createEventType'>,
): { readonly id: string } {
  const name = cleanName(args.name);
  mustBeNew(db, name, '');
  const id = newId();
  const position = countOf(db, 'SELECT coalesce(max(position) + 1, 0) FROM event_type');
  insert(db, 'event_type', { id, name, position });
  return { id };
}

/** Renames a type. Throws `conflict` when there is another one of this name. */
export function updateEventType(db: WritableDB, args: CommandArgs<'updateEventType'>): null {
  const name = cleanName(args.name);
  mustBeNew(db, name, args.id);
  if (!update(db, 'event_type', args.id, { name })) {
    throw new CasebookError('not-found', 'This event type is not there any more.');
  }
  return null;
}

/** Moves a type to the trash; events of it stay, without a type. */
export function trashEventType(db: WritableDB, { id }: CommandArgs<'trashEventType'>): null {
  const label = pluck<string>(db, 'SELECT name FROM event_type WHERE id = ?', [id])[0] ?? '';
  moveToTrash(db, { kind: 'event type', itemId: id, label }, () => {
    run(db, 'DELETE FROM event_type WHERE id = ?', [id]);
  });
  return null;
}
