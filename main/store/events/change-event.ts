/**
 * Making and changing events and who took part in them. Date, place, type and participants are accounts; here are the
 * short ways to them, for what is entered without saying who says so.
 */
import type { CommandArgs } from '../../../shared/contract';
import { newId } from '../../../shared/model/id';
import { CasebookError } from '../../../shared/model/result';
import { foldForMatch } from '../../../shared/text/fold';
import { addAccount, removeAccount, updateAccount } from '../accounts/change-account';
import { setOwnEntry } from '../accounts/own-entry';
import { countOf, insert, pluck, type ReadableDB, run, update, type WritableDB } from '../core/sql';
import { cleanName } from '../entities/change-entity';
import { moveToTrash } from '../notes/trash';

const eventGone = () => new CasebookError('not-found', 'This event is not there any more.');

function mustExist(db: ReadableDB, id: string): void {
  if (countOf(db, 'SELECT count(*) FROM event WHERE id = ?', [id]) === 0) throw eventGone();
}

type FormFacts = Pick<CommandArgs<'updateEvent'>, 'date' | 'placeId' | 'typeId'>;

/** What the event's form says of when, where and what sort: entries that the event's columns follow from. */
function setFormFacts(db: WritableDB, id: string, { date, placeId, typeId }: FormFacts): void {
  if (date !== undefined) setOwnEntry(db, id, 'date', date && { kind: 'date', date });
  if (placeId !== undefined)
    setOwnEntry(db, id, 'place', placeId === null ? null : { kind: 'place', placeId, precision: '' });
  if (typeId !== undefined) setOwnEntry(db, id, 'type', typeId === null ? null : { kind: 'type', typeId });
}

/** Makes an event. Throws `bad-arguments` on a blank title, a date that is not EDTF, or a place that is none. */
export function createEvent(
  db: WritableDB,
  args: CommandArgs<'createEvent'>,
  id: string = newId(),
): { readonly id: string } {
  const title = cleanName(args.title);
  const now = new Date().toISOString();
  insert(db, 'event', { id, title, folded: foldForMatch(title), created_at: now, modified_at: now });
  setFormFacts(db, id, args);
  return { id };
}

/** Changes the given fields; null takes the entry for type, date or place away. What sources say of these stays. */
export function updateEvent(db: WritableDB, args: CommandArgs<'updateEvent'>): null {
  mustExist(db, args.id);
  const title = args.title === undefined ? undefined : cleanName(args.title);
  update(db, 'event', args.id, {
    title,
    folded: title === undefined ? undefined : foldForMatch(title),
    description: args.description,
    modified_at: new Date().toISOString(),
  });
  setFormFacts(db, args.id, args);
  return null;
}

/** Says that an actor took part in an event; a role that it has on the same words already is left as it is. */
export function addParticipation(
  db: WritableDB,
  { eventId, actorId, role, annotationId }: CommandArgs<'addParticipation'>,
): { readonly id: string } {
  const key = cleanName(role);
  // The plus keeps SQLite from going through all accounts of the role instead of those of the event.
  // By the event alone: an event has few participations, a role or an actor may have nearly all there are.
  const same =
    'SELECT id FROM participation WHERE event_id = ? AND +actor_id = ? AND +role = ? AND annotation_id IS ?';
  const present = pluck<string>(db, same, [eventId, actorId, key, annotationId])[0];
  if (present !== undefined) return { id: present };
  return addAccount(db, {
    eventId,
    fact: 'participant',
    key,
    value: { kind: 'entity', entityId: actorId },
    claimant: { kind: annotationId === null ? 'none' : 'narrator' },
    evidence: annotationId === null ? [] : [annotationId],
  });
}

/** Changes a participation's role or the words it rests on. */
export function updateParticipation(
  db: WritableDB,
  { id, role, annotationId }: CommandArgs<'updateParticipation'>,
): null {
  if (annotationId == null) {
    return updateAccount(db, { id, key: role, evidence: annotationId === null ? [] : undefined });
  }
  return updateAccount(db, { id, key: role, evidence: [annotationId] });
}

/** Takes an actor out of an event. */
export function removeParticipation(db: WritableDB, { id }: CommandArgs<'removeParticipation'>): null {
  return removeAccount(db, { id });
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
