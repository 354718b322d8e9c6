/** What entities are to each other: members, offices, allies; over a time, on words. A merged one's are read as its root's. */
import type { CommandArgs, QueryArgs } from '../../../shared/contract';
import { newId } from '../../../shared/model/id';
import type { EntityRelation } from '../../../shared/model/relation';
import { CasebookError } from '../../../shared/model/result';
import { all, countOf, insert, pluck, type ReadableDB, run, update, type WritableDB } from '../core/sql';
import { type DateColumns, dateColumns, dateOf } from '../events/stored-date';
import { cleanName } from './change-entity';
import { rootId } from './entities';
import { passageRefs } from './passage-refs';

interface RelationRow extends DateColumns, Omit<EntityRelation, 'date' | 'evidence'> {}

const relationsOf = `SELECT r.id, r.type, r.title, f.id AS "fromId", t.id AS "toId", other.id AS "otherId",
    other.name AS "otherName", other.kind AS "otherKind", r.date_edtf, r.date_words, r.date_earliest, r.date_latest, r.comment
  FROM entity AS member
  JOIN entity_relation r ON r.from_id = member.id OR r.to_id = member.id
  JOIN entity AS stored_from ON stored_from.id = r.from_id JOIN entity AS f ON f.id = coalesce(stored_from.root_id, r.from_id)
  JOIN entity AS stored_to ON stored_to.id = r.to_id JOIN entity AS t ON t.id = coalesce(stored_to.root_id, r.to_id)
  JOIN entity AS other ON other.id = iif(f.id = @id, t.id, f.id)
  WHERE coalesce(member.root_id, member.id) = @id GROUP BY r.id ORDER BY r.date_earliest IS NULL, r.date_earliest, r.id`;

/** Relations of an entity with others, both ways, by the time they began; undated last. */
export function listEntityRelations(
  db: ReadableDB,
  { entityId }: QueryArgs<'listEntityRelations'>,
): EntityRelation[] {
  const evidence = 'SELECT annotation_id FROM entity_relation_evidence WHERE relation_id = ?';
  return all<RelationRow>(db, relationsOf, { id: rootId(db, entityId) }).map(
    ({ date_edtf, date_words, date_earliest, date_latest, ...relation }) => ({
      ...relation,
      date: dateOf({ date_edtf, date_words, date_earliest, date_latest }),
      evidence: passageRefs(db, evidence, [relation.id], { offset: 0, limit: 1000 }),
    }),
  );
}

/** Types of relations that are in use, most used first. */
export function listRelationTypes(db: ReadableDB): string[] {
  return pluck(db, 'SELECT type FROM entity_relation GROUP BY type ORDER BY count(*) DESC, type');
}

function setEvidence(db: WritableDB, relationId: string, ids: readonly string[]): void {
  run(db, 'DELETE FROM entity_relation_evidence WHERE relation_id = ?', [relationId]);
  for (const annotationId of new Set(ids)) {
    if (countOf(db, 'SELECT count(*) FROM annotation WHERE id = ?', [annotationId]) === 0)
      throw new CasebookError('not-found', 'This passage is not there any more.');
    insert(db, 'entity_relation_evidence', { relation_id: relationId, annotation_id: annotationId });
  }
}

/** Says what one entity is to another. Throws `bad-arguments` for one and itself, or a date that is none; `not-found`. */
export function addEntityRelation(
  db: WritableDB,
  args: CommandArgs<'addEntityRelation'>,
): { readonly id: string } {
  const { fromId, toId } = args;
  if (rootId(db, fromId) === rootId(db, toId))
    throw new CasebookError('bad-arguments', 'An entity has no relation with itself.');
  if (countOf(db, 'SELECT count(*) FROM entity WHERE id IN (?, ?)', [fromId, toId]) < 2)
    throw new CasebookError('not-found', 'This entity is not there any more.');
  const id = newId();
  insert(db, 'entity_relation', {
    id,
    from_id: fromId,
    to_id: toId,
    type: cleanName(args.type),
    title: args.title?.trim() ?? '',
    ...dateColumns(args.date ?? null),
    comment: args.comment ?? '',
  });
  setEvidence(db, id, args.evidence ?? []);
  return { id };
}

/** Changes what is given of a relation; a null date takes it away. Throws as {@link addEntityRelation}. */
export function updateEntityRelation(db: WritableDB, args: CommandArgs<'updateEntityRelation'>): null {
  const found = update(db, 'entity_relation', args.id, {
    type: args.type === undefined ? undefined : cleanName(args.type),
    title: args.title?.trim(),
    ...(args.date === undefined ? {} : dateColumns(args.date)),
    comment: args.comment,
  });
  if (!found) throw new CasebookError('not-found', 'This relation is not there any more.');
  if (args.evidence) setEvidence(db, args.id, args.evidence);
  return null;
}

/** Turns a relation round: its ends change places, all else stays. Throws `not-found`. */
export function turnEntityRelation(db: WritableDB, { id }: CommandArgs<'turnEntityRelation'>): null {
  const turned = 'UPDATE entity_relation SET from_id = to_id, to_id = from_id WHERE id = ?';
  if (run(db, turned, [id]) > 0) return null;
  throw new CasebookError('not-found', 'This relation is not there any more.');
}

/** Takes a relation away. Throws `not-found`. */
export function removeEntityRelation(db: WritableDB, { id }: CommandArgs<'removeEntityRelation'>): null {
  if (run(db, 'DELETE FROM entity_relation WHERE id = ?', [id]) > 0) return null;
  throw new CasebookError('not-found', 'This relation is not there any more.');
}
