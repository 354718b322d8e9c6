/** Reads the rows of an export by their ids. What belongs to which export is decided in `gather-export.ts`. */
import type { EntityKind, Identifier } from '../../../shared/model/entity';
import { all, type ReadableDB } from '../../store/core/sql';
import type {
  ExportArticle,
  ExportEntity,
  ExportEntityLink,
  ExportEvent,
  ExportLink,
  ExportNote,
} from './export-data';

/** Rows grouped by the `owner` that each is of. */
function grouped<Row extends { readonly owner: string }>(
  rows: readonly Row[],
): (owner: string) => readonly Row[] {
  const groups = new Map<string, Row[]>();
  for (const row of rows) {
    const group = groups.get(row.owner);
    if (group) group.push(row);
    else groups.set(row.owner, [row]);
  }
  return (owner) => groups.get(owner) ?? [];
}

/** Rows of a query over the given ids; the query reads them from `json_each(?) j`. */
function ofIds<Row>(db: ReadableDB, ids: readonly string[], sql: string): Row[] {
  return all<Row>(db, sql, [JSON.stringify(ids)]);
}

type ArticleRow = Omit<ExportArticle, 'authors' | 'tags'> & { readonly authors: string };
interface NameRow {
  readonly owner: string;
  readonly name: string;
}

/** Articles by title. */
export function readArticles(db: ReadableDB, ids: readonly string[]): ExportArticle[] {
  const rows = ofIds<ArticleRow>(
    db,
    ids,
    `SELECT a.id, a.title, a.authors, a.publisher, a.url, a.language, a.published_edtf AS published,
       a.captured_at AS capturedAt, a.revision_id AS revisionId, r.sha256
     FROM json_each(?) j CROSS JOIN article a ON a.id = j.value JOIN revision r ON r.id = a.revision_id
     ORDER BY a.title, a.id`,
  );
  const tags = grouped(
    ofIds<NameRow>(
      db,
      ids,
      `SELECT DISTINCT x.article_id AS owner, t.name FROM json_each(?) j CROSS JOIN article_tag x ON x.article_id = j.value
       JOIN tag t ON t.id = x.tag_id ORDER BY t.name`,
    ),
  );
  return rows.map((row) => ({
    ...row,
    authors: JSON.parse(row.authors) as string[],
    tags: tags(row.id).map(({ name }) => name),
  }));
}

/** What passages are linked to, by annotation id. */
export interface PassageLinks {
  readonly tags: (id: string) => readonly string[];
  readonly entities: (id: string) => readonly ExportEntityLink[];
  readonly events: (id: string) => readonly ExportLink[];
}

export function readPassageLinks(db: ReadableDB, ids: readonly string[]): PassageLinks {
  const tags = grouped(
    ofIds<NameRow>(
      db,
      ids,
      `SELECT DISTINCT x.annotation_id AS owner, t.name FROM json_each(?) j
       CROSS JOIN annotation_tag x ON x.annotation_id = j.value JOIN tag t ON t.id = x.tag_id ORDER BY t.name`,
    ),
  );
  const entities = grouped(
    ofIds<{ owner: string; id: string; kind: EntityKind; name: string }>(
      db,
      ids,
      `SELECT DISTINCT m.annotation_id AS owner, e.id, e.kind, e.name FROM json_each(?) j
       CROSS JOIN mention m ON m.annotation_id = j.value JOIN entity e ON e.id = m.entity_id ORDER BY e.name, e.id`,
    ),
  );
  const events = grouped(
    ofIds<{ owner: string; id: string; name: string }>(
      db,
      ids,
      `SELECT x.annotation_id AS owner, e.id, e.title AS name FROM json_each(?) j
       CROSS JOIN evidence x ON x.annotation_id = j.value JOIN event e ON e.id = x.event_id ORDER BY e.title, e.id`,
    ),
  );
  return {
    tags: (id) => tags(id).map(({ name }) => name),
    entities: (id) => entities(id).map(({ owner: _, ...link }) => link),
    events: (id) => events(id).map(({ owner: _, ...link }) => link),
  };
}

/** Entities by kind, then name. */
export function readEntities(db: ReadableDB, ids: readonly string[]): ExportEntity[] {
  const rows = ofIds<Omit<ExportEntity, 'aliases' | 'identifiers'>>(
    db,
    ids,
    `SELECT e.id, e.kind, e.actor_kind AS actorKind, e.name, e.description
     FROM json_each(?) j CROSS JOIN entity e ON e.id = j.value ORDER BY e.kind, e.name, e.id`,
  );
  const aliases = grouped(
    ofIds<NameRow>(
      db,
      ids,
      `SELECT n.entity_id AS owner, n.name FROM json_each(?) j CROSS JOIN known_name n ON n.entity_id = j.value ORDER BY n.id`,
    ),
  );
  const identifiers = grouped(
    ofIds<Identifier & { owner: string }>(
      db,
      ids,
      `SELECT DISTINCT i.entity_id AS owner, i.scheme, i.value FROM json_each(?) j
       CROSS JOIN known_identifier i ON i.entity_id = j.value ORDER BY i.scheme, i.value`,
    ),
  );
  return rows.map((row) => ({
    ...row,
    aliases: aliases(row.id).map(({ name }) => name),
    identifiers: identifiers(row.id).map(({ scheme, value }) => ({ scheme, value })),
  }));
}

type EventRow = Omit<ExportEvent, 'place' | 'participants' | 'evidence'> & {
  readonly placeId: string | null;
  readonly placeName: string | null;
};

/** Events by date, undated last. */
export function readEvents(db: ReadableDB, ids: readonly string[]): ExportEvent[] {
  const rows = ofIds<EventRow>(
    db,
    ids,
    `SELECT e.id, e.title, coalesce(t.name, '') AS type, e.description, e.date_edtf AS date, e.date_words AS dateWords,
       e.date_earliest AS earliest, e.date_latest AS latest, p.id AS placeId, p.name AS placeName
     FROM json_each(?) j CROSS JOIN event e ON e.id = j.value
     LEFT JOIN event_type t ON t.id = e.type_id LEFT JOIN entity p ON p.id = e.place_id
     ORDER BY e.date_earliest IS NULL, e.date_earliest, e.date_latest, e.id`,
  );
  const participants = grouped(
    ofIds<{ owner: string; id: string; name: string; role: string }>(
      db,
      ids,
      `SELECT p.event_id AS owner, a.id, a.name, p.role FROM json_each(?) j
       CROSS JOIN participation p ON p.event_id = j.value JOIN entity a ON a.id = p.actor_id ORDER BY p.id`,
    ),
  );
  const evidence = grouped(
    ofIds<{ owner: string; id: string }>(
      db,
      ids,
      `SELECT x.event_id AS owner, x.annotation_id AS id FROM json_each(?) j
       CROSS JOIN evidence x ON x.event_id = j.value ORDER BY x.annotation_id`,
    ),
  );
  return rows.map(({ placeId, placeName, ...row }) => ({
    ...row,
    place: placeId === null ? null : { id: placeId, name: placeName ?? '' },
    participants: participants(row.id).map(({ owner: _, ...participant }) => participant),
    evidence: evidence(row.id).map(({ id }) => id),
  }));
}

/** Notes by title. */
export function readNotes(db: ReadableDB, ids: readonly string[]): ExportNote[] {
  return ofIds(
    db,
    ids,
    `SELECT n.id, n.title, n.content, n.created_at AS createdAt, n.modified_at AS modifiedAt
     FROM json_each(?) j CROSS JOIN note n ON n.id = j.value ORDER BY n.title, n.id`,
  );
}
