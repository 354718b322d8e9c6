/** What a tie of two entities rests on: the passages that name them together, the events they share, what is stated of them. */
import type { QueryArgs } from '../../../../shared/contract';
import type { Page } from '../../../../shared/contract/articles';
import type { TieEvent, TieRelation } from '../../../../shared/contract/views/network';
import type { PassageRef } from '../../../../shared/model/annotation';
import { all, pluck, type ReadableDB } from '../../core/sql';
import { passageRefs } from '../../entities/passage-refs';
import { partsSql, relationsSql } from './count-ties';
import { namingsOf } from './named-units';
import { type Months, monthParams, withinMonths } from './within-months';

interface Pair extends Months {
  readonly aId: string;
  readonly bId: string;
}

/** The passages of either in the units that name both. */
function namingPassages(
  db: ReadableDB,
  { aId, bId, near, from, to }: QueryArgs<'listTiePassages'>,
): string[] {
  const found = namingsOf(db, [aId, bId], near, { from, to });
  const unitsOf = (id: string) =>
    new Set(found.flatMap(({ entityId, unit }) => (entityId === id ? [unit] : [])));
  const [ofA, ofB] = [unitsOf(aId), unitsOf(bId)];
  const together = found.filter(({ unit }) => ofA.has(unit) && ofB.has(unit));
  return [...new Set(together.map(({ annotationId }) => annotationId))];
}

const pairParams = ({ aId, bId, ...months }: Pair) => ({ aId, bId, ...monthParams(months) });

/** The ids of the events that both have a part in. */
const sharedEvents = (months: Months): string => `SELECT event.id FROM event
  WHERE event.id IN (SELECT event_id FROM (${partsSql}) WHERE entity_id = @aId)
    AND event.id IN (SELECT event_id FROM (${partsSql}) WHERE entity_id = @bId) AND ${withinMonths('event.date', months)}`;

const sharedRelations = (months: Months): string => `SELECT * FROM (${relationsSql}) AS relation
  WHERE ((source_id = @aId AND target_id = @bId) OR (source_id = @bId AND target_id = @aId))
    AND ${withinMonths('relation.date', months)}`;

function passageIds(db: ReadableDB, args: QueryArgs<'listTiePassages'>): string[] {
  const { aId, bId, tie, from, to } = args;
  const months = { from, to };
  if (tie === 'mention') return namingPassages(db, args);
  const sql =
    tie === 'event'
      ? `SELECT DISTINCT annotation_id FROM evidence WHERE event_id IN (${sharedEvents(months)})`
      : `SELECT DISTINCT annotation_id FROM entity_relation_evidence WHERE relation_id IN (SELECT id FROM (${sharedRelations(months)}))`;
  return pluck<string>(db, sql, pairParams({ aId, bId, ...months }));
}

/** The passages behind a tie, by their article's date, then place in the text. */
export function listTiePassages(db: ReadableDB, args: QueryArgs<'listTiePassages'>): Page<PassageRef> {
  const ids = passageIds(db, args);
  const wanted = 'SELECT value AS annotation_id FROM json_each(?)';
  return { rows: passageRefs(db, wanted, [JSON.stringify(ids)], args), total: ids.length };
}

interface EventRow extends Omit<TieEvent, 'aRoles' | 'bRoles'> {
  readonly aRoles: string;
  readonly bRoles: string;
}

const rolesIn = (param: string): string =>
  `(SELECT json_group_array(DISTINCT role) FROM (${partsSql}) AS part WHERE part.event_id = event.id AND part.entity_id = ${param})`;

/** The events that two entities share, in order of time, undated last. */
export function listTieEvents(db: ReadableDB, { limit, ...pair }: QueryArgs<'listTieEvents'>): TieEvent[] {
  const rows = all<EventRow>(
    db,
    `SELECT event.id, event.title, event.date_edtf AS date, ${rolesIn('@aId')} AS "aRoles", ${rolesIn('@bId')} AS "bRoles"
     FROM event WHERE event.id IN (${sharedEvents(pair)})
     ORDER BY coalesce(date_earliest, date_latest, '~'), coalesce(date_latest, '~'), date_earliest IS NULL, event.id LIMIT @limit`,
    { ...pairParams(pair), limit },
  );
  return rows.map(({ aRoles, bRoles, ...event }) => ({
    ...event,
    aRoles: JSON.parse(aRoles) as string[],
    bRoles: JSON.parse(bRoles) as string[],
  }));
}

/** What is stated of two entities, either way, in order of time. */
export function listTieRelations(
  db: ReadableDB,
  { limit, ...pair }: QueryArgs<'listTieRelations'>,
): TieRelation[] {
  return all<TieRelation>(
    db,
    `SELECT id, source_id AS "fromId", target_id AS "toId", type, title, date_edtf AS date, comment,
       (SELECT count(*) FROM entity_relation_evidence WHERE relation_id = relation.id) AS "evidenceCount"
     FROM (${sharedRelations(pair)}) AS relation
     ORDER BY coalesce(date_earliest, date_latest, '~'), id LIMIT @limit`,
    { ...pairParams(pair), limit },
  );
}
