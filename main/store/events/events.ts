/** Reading events: in order of time, one with all that is known of it, and its evidence. */
import type { QueryArgs } from '../../../shared/contract';
import type { Page } from '../../../shared/contract/articles';
import type { PassageRef } from '../../../shared/model/annotation';
import type { EventDetail, EventSummary, Participation } from '../../../shared/model/event';
import { CasebookError } from '../../../shared/model/result';
import { foldForMatch } from '../../../shared/text/fold';
import { all, countOf, get, pluck, type ReadableDB } from '../core/sql';
import { eventsSaidIn, typesWithin } from '../core/within';
import { passageRefs } from '../entities/passage-refs';
import { type DateColumns, dateOf } from './stored-date';

interface SummaryRow extends DateColumns, Omit<EventSummary, 'date' | 'participants'> {
  readonly participants: string;
}

/** Each role of an actor once, however many say so. */
const participants = `(SELECT json_group_array(json_object('actorId', actor.id, 'name', actor.name, 'role', p.role) ORDER BY p.first)
  FROM (SELECT actor_id, role, min(id) AS first FROM participation WHERE event_id = event.id GROUP BY actor_id, role) AS p
    CROSS JOIN entity AS actor ON actor.id = p.actor_id)`;

const dateAndPlace = `event.date_edtf, event.date_words, event.date_earliest, event.date_latest,
  event.happened, event.conflict_count AS "conflictCount", event.place_id AS "placeId", coalesce(place.name, '') AS "placeName", coalesce(event_type.name, '') AS "typeName"`;

const placeAndType =
  'LEFT JOIN entity AS place ON place.id = event.place_id LEFT JOIN event_type ON event_type.id = event.type_id';

/** Summaries of events, in the order of the ids. */
export function eventSummaries(db: ReadableDB, ids: readonly string[]): EventSummary[] {
  const rows = all<SummaryRow>(
    db,
    `SELECT event.id, event.title, ${dateAndPlace}, ${participants} AS participants,
       (SELECT count(*) FROM evidence WHERE event_id = event.id) AS "evidenceCount"
     FROM json_each(?) AS wanted CROSS JOIN event ON event.id = wanted.value ${placeAndType} ORDER BY wanted.key`,
    [JSON.stringify(ids)],
  );
  return rows.map(toSummary);
}

function toSummary(row: SummaryRow): EventSummary {
  const { id, title, typeName, placeId, placeName, happened, conflictCount, evidenceCount } = row;
  const named = JSON.parse(row.participants) as EventSummary['participants'];
  return {
    id,
    title,
    typeName,
    date: dateOf(row),
    placeId,
    placeName,
    happened,
    conflictCount,
    participants: named,
    evidenceCount,
  };
}

type Filters = Pick<QueryArgs<'listEvents'>, 'filter' | 'actorId' | 'placeId' | 'typeId'>;

/** Events with words in their title or in a name of their place or of who takes part. */
const namedSo = `(instr(folded, @words) > 0 OR id IN (
  SELECT a.event_id FROM account AS a CROSS JOIN entity AS e ON e.id = a.entity_id
  WHERE a.fact IN ('place', 'participant') AND a.mode <> 'denies' AND coalesce(e.root_id, e.id) IN (
    SELECT id FROM entity WHERE instr(folded, @words) > 0
    UNION ALL SELECT entity_id FROM known_name WHERE instr(folded, @words) > 0)))`;

/** The conditions of a list, each with the parameter it needs. */
function conditionsOf({
  filter,
  actorId,
  placeId,
  typeId,
}: Filters): (readonly [sql: string, name: string, value: string])[] {
  const words = foldForMatch(filter);
  const conditions: (readonly [string, string, string | null])[] = [
    [namedSo, 'words', words || null],
    ['id IN (SELECT event_id FROM participation WHERE actor_id = @actorId)', 'actorId', actorId],
    [`id IN (${eventsSaidIn('@placeId')})`, 'placeId', placeId],
    [`type_id IN (${typesWithin('@typeId')})`, 'typeId', typeId],
  ];
  return conditions.flatMap(([sql, name, value]) => (value === null ? [] : [[sql, name, value] as const]));
}

/**
 * As the index `event_by_time` has it, and `shared/dates/order/compare-by-time.ts`: of dates that begin alike the surer comes
 * first; undated events and those of an unknown year come last, `~` being after all digits.
 */
export const byTime = `coalesce(date_earliest, date_latest, '~'), coalesce(date_latest, '~'), date_earliest IS NULL, id`;

/** A day's year where it is before the year 0, else 0: such years sort backwards as text. */
const yearBefore = (day: string): string => `min(CAST(${day} AS INTEGER), 0)`;

/** The same order, by no index, also among years before the year 0 (1 BC). */
export const byTimeOfAnyYear = `${yearBefore("coalesce(event.date_earliest, event.date_latest, '~')")},
  coalesce(event.date_earliest, event.date_latest, '~'), ${yearBefore("coalesce(event.date_latest, '~')")},
  coalesce(event.date_latest, '~'), event.date_earliest IS NULL, event.id`;

const hasYearsBefore = (db: ReadableDB): boolean =>
  countOf(db, `SELECT EXISTS (SELECT 1 FROM event WHERE coalesce(date_earliest, date_latest, '~') < '0')`) >
  0;

/** Events in order of time, undated last; the filter is words in the title, or in a name of the place or of who takes part. */
export function listEvents(
  db: ReadableDB,
  { offset, limit, ...filters }: QueryArgs<'listEvents'>,
): Page<EventSummary> {
  const conditions = conditionsOf(filters);
  const where = conditions.length > 0 ? `WHERE ${conditions.map(([sql]) => sql).join(' AND ')}` : '';
  const params = Object.fromEntries(conditions.map(([, name, value]) => [name, value]));
  const order = hasYearsBefore(db) ? byTimeOfAnyYear : byTime;
  const select = `SELECT id FROM event ${where} ORDER BY ${order} LIMIT @limit OFFSET @offset`;
  const ids = pluck<string>(db, select, { ...params, limit, offset });
  return { rows: eventSummaries(db, ids), total: countOf(db, `SELECT count(*) FROM event ${where}`, params) };
}

/** Words of a query that are looked for; more than anyone types. */
const maxWords = 8;

/** Events with words in their title that begin with each of the text's; titles that begin so first, then the latest made. */
export function findEvents(db: ReadableDB, { text, limit }: QueryArgs<'findEvents'>): EventSummary[] {
  const folded = foldForMatch(text);
  const words = folded.split(' ').filter(Boolean).slice(0, maxWords);
  const conditions = words.map((_, index) => `instr(' ' || folded, @word${index}) > 0`);
  const where =
    conditions.length > 0 ? `WHERE rowid IN (SELECT rowid FROM event WHERE ${conditions.join(' AND ')})` : '';
  const params = Object.fromEntries(words.map((word, index) => [`word${index}`, ` ${word}`]));
  const select = `SELECT id FROM event ${where} ORDER BY instr(folded, @text) = 1 DESC, id DESC LIMIT @limit`;
  return eventSummaries(db, pluck<string>(db, select, { ...params, text: folded, limit }));
}

interface DetailRow extends DateColumns, Omit<EventDetail, 'date' | 'participations'> {}

/** One event with its participations. Throws `not-found`. */
export function getEvent(db: ReadableDB, { id: eventId }: QueryArgs<'getEvent'>): EventDetail {
  const row = get<DetailRow>(
    db,
    `SELECT event.id, event.title, event.type_id AS "typeId", event.description, ${dateAndPlace}
     FROM event ${placeAndType} WHERE event.id = ?`,
    [eventId],
  );
  if (!row) throw new CasebookError('not-found', 'This event is not there any more.');
  const participations = all<Participation>(
    db,
    `SELECT p.id, p.actor_id AS "actorId", actor.name AS "actorName", p.role, p.annotation_id AS "annotationId"
     FROM participation AS p JOIN entity AS actor ON actor.id = p.actor_id WHERE p.event_id = ? ORDER BY p.id`,
    [eventId],
  );
  const { id, title, typeId, typeName, description, placeId, placeName, happened, conflictCount } = row;
  return {
    id,
    title,
    typeId,
    typeName,
    description,
    date: dateOf(row),
    placeId,
    placeName,
    happened,
    conflictCount,
    participations,
  };
}

/** The passages that are evidence for an event, by their article's date, then place in the text. */
export function listEvidence(
  db: ReadableDB,
  { eventId, ...page }: QueryArgs<'listEvidence'>,
): Page<PassageRef> {
  const total = countOf(db, 'SELECT count(*) FROM evidence WHERE event_id = ?', [eventId]);
  const ids = 'SELECT annotation_id FROM evidence WHERE event_id = ?';
  return { rows: passageRefs(db, ids, [eventId], page), total };
}
