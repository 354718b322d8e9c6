/** Making and changing events and who took part in them. */
import type { CommandArgs } from '../../../shared/contract';
import type { EntityKind } from '../../../shared/model/entity';
import { newId } from '../../../shared/model/id';
import { CasebookError } from '../../../shared/model/result';
import { foldForMatch } from '../../../shared/text/fold';
import { countOf, insert, pluck, type ReadableDB, run, update, type WritableDB } from '../core/sql';
import { moveToTrash } from '../notes/trash';
import { cleanName } from './change-entity';
import { dateColumns } from './stored-date';

const eventGone = () => new CasebookError('not-found', 'This event is not there any more.');

function mustBeKind(db: ReadableDB, id: string | null | undefined, kind: EntityKind): void {
  if (id == null) return;
  const found = pluck<string>(db, 'SELECT kind FROM entity WHERE id = ?', [id])[0];
  if (found === undefined) throw new CasebookError('not-found', `This ${kind} is not there any more.`);
  if (found !== kind)
    throw new CasebookError('bad-arguments', `This is of kind ${found}; it has to be of kind ${kind}.`);
}

function mustExist(
  db: ReadableDB,
  table: 'event' | 'event_type' | 'annotation',
  id: string | null | undefined,
): void {
  if (id == null || countOf(db, `SELECT count(*) FROM ${table} WHERE id = ?`, [id]) > 0) return;
  throw new CasebookError('not-found', `This ${table.replace('_', ' ')} is not there any more.`);
}

/** Makes an event. Throws `bad-arguments` on a blank title, a date that is not EDTF, or a place that is none. */
export function createEvent(db: WritableDB, args: CommandArgs<'createEvent'>): { readonly id: string } {
  const title = cleanName(args.title);
  mustExist(db, 'event_type', args.typeId);
  mustBeKind(db, args.placeId, 'place');
  const id = newId();
  const now = new Date().toISOString();
  insert(db, 'event', {
    id,
    title,
    folded: foldForMatch(title),
    type_id: args.typeId,
    ...dateColumns(args.date),
    place_id: args.placeId,
    created_at: now,
    modified_at: now,
  });
  return { id };
}

/** Changes the given fields; null takes type, date or place away. */
export function updateEvent(db: WritableDB, args: CommandArgs<'updateEvent'>): null {
  mustExist(db, 'event', args.id);
  mustExist(db, 'event_type', args.typeId);
  mustBeKind(db, args.placeId, 'place');
  const title = args.title === undefined ? undefined : cleanName(args.title);
  update(db, 'event', args.id, {
    title,
    folded: title === undefined ? undefined : foldForMatch(title),
    type_id: args.typeId,
    description: args.description,
    ...(args.date === undefined ? {} : dateColumns(args.date)),
    place_id: args.placeId,
    modified_at: new Date().toISOString(),
  });
  return null;
}

/** Says that an actor took part in an event; a role that it has on the same words already is left as it is. */
export function addParticipation(
  db: WritableDB,
  args: CommandArgs<'addParticipation'>,
): { readonly id: string } {
  const role = cleanName(args.role);
  mustExist(db, 'event', args.eventId);
  mustExist(db, 'annotation', args.annotationId);
  mustBeKind(db, args.actorId, 'actor');
  const key = [args.eventId, args.actorId, role, args.annotationId];
  // By the event alone: an event has few participations, a role or "no words" has nearly all there are.
  const same =
    'SELECT id FROM participation WHERE event_id = ? AND +actor_id = ? AND +role = ? AND +annotation_id IS ?';
  const present = pluck<string>(db, same, key)[0];
  if (present !== undefined) return { id: present };
  const id = newId();
  const row = { id, event_id: args.eventId, actor_id: args.actorId, role, annotation_id: args.annotationId };
  insert(db, 'participation', row);
  return { id };
}

/** Changes a participation's role or the words it rests on. */
export function updateParticipation(db: WritableDB, args: CommandArgs<'updateParticipation'>): null {
  mustExist(db, 'annotation', args.annotationId);
  const role = args.role === undefined ? undefined : cleanName(args.role);
  if (update(db, 'participation', args.id, { role, annotation_id: args.annotationId })) return null;
  throw new CasebookError('not-found', 'This participation is not there any more.');
}

/** Takes an actor out of an event. */
export function removeParticipation(db: WritableDB, { id }: CommandArgs<'removeParticipation'>): null {
  if (run(db, 'DELETE FROM participation WHERE id = ?', [id]) > 0) return null;
  throw new CasebookError('not-found', 'This participation is not there any more.');
}

/** Moves events to the trash with their participations; the annotations that were evidence stay. */
export function trashEvents(db: WritableDB, { ids }: CommandArgs<'trashEvents'>): null {
  for (const id of ids) {
    const label = pluck<string>(db, 'SELECT title FROM event WHERE id = ?', [id])[0];
    if (label === undefined) throw eventGone();
    moveToTrash(db, { kind: 'event', itemId: id, label }, () => {
      run(db, 'DELETE FROM event WHERE id = ?', [id]);
    });
  }
  return null;
}
