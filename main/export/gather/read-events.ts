/** Reads events by their ids, with their participants, evidence and accounts, and the relations among them. */
import { all, type ReadableDB } from '../../store/core/sql';
import type { ExportEvent, ExportEventRelation } from './export-data';
import { readAccounts } from './read-accounts';
import { grouped, namesOf, ofIds } from './rows-of-ids';

type EventRow = Omit<ExportEvent, 'place' | 'participants' | 'evidence' | 'accounts'> & {
  readonly placeId: string | null;
  readonly placeName: string | null;
};

const events = `SELECT e.id, e.title, coalesce(t.name, '') AS type, e.type_id AS typeId, e.description, e.date_edtf AS date,
    e.date_words AS dateWords, e.date_earliest AS earliest, e.date_latest AS latest, e.happened,
    e.conflict_count AS conflictCount, p.id AS placeId, p.name AS placeName,
    e.created_at AS createdAt, e.modified_at AS modifiedAt
  FROM json_each(?) j CROSS JOIN event e ON e.id = j.value LEFT JOIN event_type t ON t.id = e.type_id
  LEFT JOIN entity stored ON stored.id = e.place_id LEFT JOIN entity p ON p.id = coalesce(stored.root_id, stored.id)
  ORDER BY e.date_earliest IS NULL, e.date_earliest, e.date_latest, e.id`;
const participants = `SELECT p.event_id AS owner, a.id, a.name, p.role FROM json_each(?) j
  CROSS JOIN participation p ON p.event_id = j.value JOIN entity a ON a.id = p.actor_id ORDER BY p.id`;
const evidence = `SELECT x.event_id AS owner, x.annotation_id AS name FROM json_each(?) j
  CROSS JOIN evidence x ON x.event_id = j.value ORDER BY x.annotation_id`;

interface Participant {
  readonly id: string;
  readonly name: string;
  readonly role: string;
}

/** Several accounts may say the same of somebody: they take part once in a role. */
function distinct(participants: readonly Participant[]): Participant[] {
  const first = new Map<string, Participant>();
  for (const { id, name, role } of participants) {
    const key = `${id} ${role}`;
    if (!first.has(key)) first.set(key, { id, name, role });
  }
  return [...first.values()];
}

/** Events by date, undated last. */
export function readEvents(db: ReadableDB, ids: readonly string[]): ExportEvent[] {
  const participantsOf = grouped(ofIds<Participant & { readonly owner: string }>(db, ids, participants));
  const evidenceOf = namesOf(db, ids, evidence);
  const accountsOf = grouped(readAccounts(db, ids).map((account) => ({ owner: account.eventId, account })));
  return ofIds<EventRow>(db, ids, events).map(({ placeId, placeName, ...row }) => ({
    ...row,
    place: placeId === null ? null : { id: placeId, name: placeName ?? '' },
    participants: distinct(participantsOf(row.id)),
    evidence: evidenceOf(row.id),
    accounts: accountsOf(row.id).map(({ account }) => account),
  }));
}

interface RelationRow {
  readonly id: string;
  readonly type: ExportEventRelation['type'];
  readonly comment: string;
  readonly fromId: string;
  readonly fromTitle: string;
  readonly toId: string;
  readonly toTitle: string;
}

const relations = `SELECT r.id, r.type, r.comment, f.id AS fromId, f.title AS fromTitle, t.id AS toId, t.title AS toTitle
  FROM event_relation r JOIN event f ON f.id = r.from_id JOIN event t ON t.id = r.to_id
  WHERE f.id IN (SELECT value FROM json_each(@ids)) AND t.id IN (SELECT value FROM json_each(@ids)) ORDER BY r.id`;
const relationEvidence = `SELECT x.relation_id AS owner, x.annotation_id AS name FROM json_each(?) j
  CROSS JOIN event_relation_evidence x ON x.relation_id = j.value ORDER BY x.annotation_id`;

/** Relations with both ends among the given events. */
export function readEventRelations(db: ReadableDB, ids: readonly string[]): ExportEventRelation[] {
  const rows = all<RelationRow>(db, relations, { ids: JSON.stringify(ids) });
  const evidenceOf = namesOf(
    db,
    rows.map(({ id }) => id),
    relationEvidence,
  );
  return rows.map(({ id, type, comment, fromId, fromTitle, toId, toTitle }) => ({
    id,
    type,
    comment,
    from: { id: fromId, name: fromTitle },
    to: { id: toId, name: toTitle },
    evidence: evidenceOf(id),
  }));
}
