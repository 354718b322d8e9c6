/** Reads entities by their ids, each with what was merged into it, and their relations. */
import type { Identifier } from '../../../shared/model/entity';
import { all, pluck, type ReadableDB } from '../../store/core/sql';
import { type DateColumns, dateOf } from '../../store/events/stored-date';
import type { ExportEntity, ExportEntityRelation, ExportName } from './export-data';
import { grouped, namesOf, ofIds } from './rows-of-ids';

type EntityRow = Pick<
  ExportEntity,
  'id' | 'kind' | 'actorKind' | 'name' | 'description' | 'precision' | 'createdAt' | 'modifiedAt'
> & {
  readonly parentId: string | null;
  readonly parentName: string | null;
  readonly latitude: number | null;
  readonly longitude: number | null;
  readonly radiusKm: number | null;
  readonly geoSource: string;
};

const entities = `SELECT e.id, e.kind, e.actor_kind AS actorKind, e.name, e.description, e.precision, e.latitude, e.longitude,
    e.radius_km AS radiusKm, e.geo_source AS geoSource, p.id AS parentId, p.name AS parentName,
    e.created_at AS createdAt, e.modified_at AS modifiedAt
  FROM json_each(?) j CROSS JOIN entity e ON e.id = j.value
  LEFT JOIN entity stored ON stored.id = e.parent_id LEFT JOIN entity p ON p.id = coalesce(stored.root_id, stored.id)
  ORDER BY e.kind, e.name, e.id`;
const names = `SELECT n.entity_id AS owner, n.name, n.kind FROM json_each(?) j
  CROSS JOIN known_name n ON n.entity_id = j.value ORDER BY n.id`;
const identifiers = `SELECT DISTINCT i.entity_id AS owner, i.scheme, i.value FROM json_each(?) j
  CROSS JOIN known_identifier i ON i.entity_id = j.value ORDER BY i.scheme, i.value`;
const merged = `SELECT e.root_id AS owner, e.id, e.name, e.description FROM json_each(?) j
  CROSS JOIN entity e ON e.root_id = j.value ORDER BY e.id`;

function pointOf({ latitude, longitude, radiusKm, geoSource }: EntityRow): ExportEntity['point'] {
  return latitude === null || longitude === null
    ? null
    : { latitude, longitude, radiusKm, source: geoSource };
}

function toEntity(
  row: EntityRow,
  around: Pick<ExportEntity, 'names' | 'identifiers' | 'merged'>,
): ExportEntity {
  const { parentId, parentName, latitude: _, longitude: __, radiusKm: ___, geoSource: ____, ...own } = row;
  return {
    ...own,
    ...around,
    aliases: around.names.map(({ name }) => name),
    parent: parentId === null ? null : { id: parentId, name: parentName ?? '' },
    point: pointOf(row),
  };
}

/** Entities by kind, then name. */
export function readEntities(db: ReadableDB, ids: readonly string[]): ExportEntity[] {
  const namesOfEach = grouped(ofIds<ExportName & { owner: string }>(db, ids, names));
  const identifiersOf = grouped(ofIds<Identifier & { owner: string }>(db, ids, identifiers));
  const mergedOf = grouped(
    ofIds<{ owner: string; id: string; name: string; description: string }>(db, ids, merged),
  );
  return ofIds<EntityRow>(db, ids, entities).map((row) =>
    toEntity(row, {
      names: namesOfEach(row.id).map(({ name, kind }) => ({ name, kind })),
      identifiers: identifiersOf(row.id).map(({ scheme, value }) => ({ scheme, value })),
      merged: mergedOf(row.id).map(({ id, name, description }) => ({ id, name, description })),
    }),
  );
}

/** Entities with what they lie in or belong to, all the way up. */
export function withParents(db: ReadableDB, ids: readonly string[]): string[] {
  return pluck(
    db,
    `WITH RECURSIVE above (id) AS (SELECT value FROM json_each(?)
       UNION SELECT coalesce(p.root_id, p.id) FROM above JOIN entity e ON e.id = above.id JOIN entity p ON p.id = e.parent_id)
     SELECT id FROM above`,
    [JSON.stringify(ids)],
  );
}

interface RelationRow extends DateColumns {
  readonly id: string;
  readonly type: string;
  readonly title: string;
  readonly comment: string;
  readonly fromId: string;
  readonly fromName: string;
  readonly fromKind: ExportEntity['kind'];
  readonly toId: string;
  readonly toName: string;
  readonly toKind: ExportEntity['kind'];
}

const relations = `SELECT r.id, r.type, r.title, r.comment, r.date_edtf, r.date_words, r.date_earliest, r.date_latest,
    f.id AS fromId, f.name AS fromName, f.kind AS fromKind, t.id AS toId, t.name AS toName, t.kind AS toKind
  FROM entity_relation r
  JOIN entity sf ON sf.id = r.from_id JOIN entity f ON f.id = coalesce(sf.root_id, sf.id)
  JOIN entity st ON st.id = r.to_id JOIN entity t ON t.id = coalesce(st.root_id, st.id)
  WHERE f.id IN (SELECT value FROM json_each(@ids)) OR t.id IN (SELECT value FROM json_each(@ids)) ORDER BY r.id`;
const relationEvidence = `SELECT x.relation_id AS owner, x.annotation_id AS name FROM json_each(?) j
  CROSS JOIN entity_relation_evidence x ON x.relation_id = j.value ORDER BY x.annotation_id`;

/** Relations with at least one end among the given entities. */
export function readEntityRelations(db: ReadableDB, ids: readonly string[]): ExportEntityRelation[] {
  const rows = all<RelationRow>(db, relations, { ids: JSON.stringify(ids) });
  const evidenceOf = namesOf(
    db,
    rows.map(({ id }) => id),
    relationEvidence,
  );
  return rows.map((row) => ({
    id: row.id,
    type: row.type,
    title: row.title,
    comment: row.comment,
    from: { id: row.fromId, name: row.fromName, kind: row.fromKind },
    to: { id: row.toId, name: row.toName, kind: row.toKind },
    date: dateOf(row),
    evidence: evidenceOf(row.id),
  }));
}
