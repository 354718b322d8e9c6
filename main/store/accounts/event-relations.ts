/** How events stand to each other: causes, parts, contradictions, order in time; each on its evidence. */
import type { CommandArgs, QueryArgs } from '../../../shared/contract';
import { newId } from '../../../shared/model/id';
import type { EventRelation } from '../../../shared/model/relation';
import { CasebookError } from '../../../shared/model/result';
import { all, countOf, insert, pluck, type ReadableDB, run, update, type WritableDB } from '../core/sql';
import { passageRefs } from '../entities/passage-refs';
import { type DateColumns, dateOf } from '../events/stored-date';

interface RelationRow extends DateColumns, Omit<EventRelation, 'otherDate' | 'evidence'> {}

const relationsOf = `SELECT r.id, r.type, r.from_id AS "fromId", r.to_id AS "toId", other.id AS "otherId", other.title AS "otherTitle",
    other.date_edtf, other.date_words, other.date_earliest, other.date_latest, r.comment
  FROM event_relation r JOIN event other ON other.id = iif(r.from_id = @eventId, r.to_id, r.from_id)
  WHERE r.from_id = @eventId OR r.to_id = @eventId ORDER BY r.id`;

/** Relations of an event with others, both ways, in the order they were made. */
export function listEventRelations(
  db: ReadableDB,
  { eventId }: QueryArgs<'listEventRelations'>,
): EventRelation[] {
  const evidence = 'SELECT annotation_id FROM event_relation_evidence WHERE relation_id = ?';
  return all<RelationRow>(db, relationsOf, { eventId }).map(
    ({ date_edtf, date_words, date_earliest, date_latest, ...relation }) => ({
      ...relation,
      otherDate: dateOf({ date_edtf, date_words, date_earliest, date_latest }),
      evidence: passageRefs(db, evidence, [relation.id], { offset: 0, limit: 1000 }),
    }),
  );
}

function setEvidence(db: WritableDB, relationId: string, ids: readonly string[]): void {
  run(db, 'DELETE FROM event_relation_evidence WHERE relation_id = ?', [relationId]);
  for (const annotationId of new Set(ids)) {
    if (countOf(db, 'SELECT count(*) FROM annotation WHERE id = ?', [annotationId]) === 0)
      throw new CasebookError('not-found', 'This passage is not there any more.');
    insert(db, 'event_relation_evidence', { relation_id: relationId, annotation_id: annotationId });
  }
}

function mustBeTwoEvents(db: ReadableDB, fromId: string, toId: string): void {
  if (fromId === toId) throw new CasebookError('bad-arguments', 'An event cannot stand to itself like this.');
  if (countOf(db, 'SELECT count(*) FROM event WHERE id IN (?, ?)', [fromId, toId]) < 2)
    throw new CasebookError('not-found', 'This event is not there any more.');
}

/** Relates two events; one that is there already is changed. Throws `bad-arguments`, `not-found`. */
export function addEventRelation(
  db: WritableDB,
  args: CommandArgs<'addEventRelation'>,
): { readonly id: string } {
  const { fromId, toId, type, comment, evidence } = args;
  mustBeTwoEvents(db, fromId, toId);
  const same = 'SELECT id FROM event_relation WHERE from_id = ? AND to_id = ? AND type = ?';
  const [present] = pluck<string>(db, same, [fromId, toId, type]);
  const id = present ?? newId();
  if (present === undefined)
    insert(db, 'event_relation', { id, from_id: fromId, to_id: toId, type, comment: comment ?? '' });
  updateEventRelation(db, { id, comment, evidence });
  return { id };
}

/** Changes a relation's comment or the passages it rests on. Throws `not-found`. */
export function updateEventRelation(db: WritableDB, args: CommandArgs<'updateEventRelation'>): null {
  if (!update(db, 'event_relation', args.id, { comment: args.comment }))
    throw new CasebookError('not-found', 'This relation is not there any more.');
  if (args.evidence) setEvidence(db, args.id, args.evidence);
  return null;
}

/** Takes a relation away. Throws `not-found`. */
export function removeEventRelation(db: WritableDB, { id }: CommandArgs<'removeEventRelation'>): null {
  if (run(db, 'DELETE FROM event_relation WHERE id = ?', [id]) > 0) return null;
  throw new CasebookError('not-found', 'This relation is not there any more.');
}
