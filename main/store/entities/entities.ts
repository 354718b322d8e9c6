/** Reading entities: lists, dossiers, and who is mentioned with whom. Finding them as one types is in `find-entities.ts`. */
import type { QueryArgs } from '../../../shared/contract';
import type { Page } from '../../../shared/contract/articles';
import type { PassageRef } from '../../../shared/model/annotation';
import type {
  CoMention,
  EntityDetail,
  EntityName,
  EntitySummary,
  Identifier,
  MergedEntity,
} from '../../../shared/model/entity';
import { CasebookError } from '../../../shared/model/result';
import { foldForMatch } from '../../../shared/text/fold';
import { all, countOf, get, pluck, type ReadableDB } from '../core/sql';
import { entitySummaries, mentionCount } from './entity-summaries';
import { passageRefs } from './passage-refs';

export { findEntities } from './find-entities';

const nameHas = `(instr(folded, @filter) > 0
  OR EXISTS (SELECT 1 FROM known_name n WHERE n.entity_id = +entity.id AND instr(n.folded, @filter) > 0))`;

/** Entities by name or by how often they are mentioned; the filter is words in a name or alias. */
export function listEntities(db: ReadableDB, args: QueryArgs<'listEntities'>): Page<EntitySummary> {
  const filter = foldForMatch(args.filter);
  const conditions = ['root_id IS NULL', args.kind ? 'kind = @kind' : '', filter ? nameHas : ''].filter(
    Boolean,
  );
  const where = `WHERE ${conditions.join(' AND ')}`;
  const params = { ...(args.kind ? { kind: args.kind } : {}), ...(filter ? { filter } : {}) };
  const direction = args.descending ? 'DESC' : 'ASC';
  const order = args.sort === 'name' ? `folded ${direction}, rowid` : `${mentionCount} ${direction}, folded`;
  const page = { ...params, limit: args.limit, offset: args.offset };
  const ids = pluck<string>(
    db,
    `SELECT id FROM entity ${where} ORDER BY ${order} LIMIT @limit OFFSET @offset`,
    page,
  );
  const total = countOf(db, `SELECT count(*) FROM entity ${where}`, params);
  return { rows: entitySummaries(db, ids), total };
}

/** The id of what an entity stands for: its own, or that of the one it was merged into. */
export function rootId(db: ReadableDB, id: string): string {
  return pluck<string>(db, 'SELECT coalesce(root_id, id) FROM entity WHERE id = ?', [id])[0] ?? id;
}

type EntityRow = Omit<EntityDetail, 'aliases' | 'identifiers' | 'merged' | 'point'> & {
  readonly latitude: number | null;
  readonly longitude: number | null;
  readonly radiusKm: number | null;
  readonly source: string;
};

const entityColumns = `entity.id, entity.kind, entity.actor_kind AS "actorKind", entity.name, entity.description,
  parent.id AS "parentId", coalesce(parent.name, '') AS "parentName", entity.precision,
  entity.latitude, entity.longitude, entity.radius_km AS "radiusKm", entity.geo_source AS source`;
const withParent = `LEFT JOIN entity AS stored ON stored.id = entity.parent_id
  LEFT JOIN entity AS parent ON parent.id = coalesce(stored.root_id, stored.id)`;

function mergedInto(db: ReadableDB, id: string): MergedEntity[] {
  const select = `SELECT id, name, description, (SELECT count(*) FROM stored_mention WHERE entity_id = entity.id) AS "mentionCount"
    FROM entity WHERE merged_into = ? ORDER BY folded, id`;
  return all<MergedEntity>(db, select, [id]);
}

/** One entity with its names, description and identifiers, its own and those of what was merged into it. Throws `not-found`. */
export function getEntity(db: ReadableDB, args: QueryArgs<'getEntity'>): EntityDetail {
  const id = rootId(db, args.id);
  const row = get<EntityRow>(db, `SELECT ${entityColumns} FROM entity ${withParent} WHERE entity.id = ?`, [
    id,
  ]);
  if (!row) throw new CasebookError('not-found', 'This entity is not there any more.');
  const names = `SELECT id, name, kind, iif(member_id = entity_id, NULL, member_id) AS "memberId"
    FROM known_name WHERE entity_id = ? ORDER BY member_id <> entity_id, id`;
  const { latitude, longitude, radiusKm, source, ...entity } = row;
  return {
    ...entity,
    point: latitude === null || longitude === null ? null : { latitude, longitude, radiusKm, source },
    aliases: all<EntityName>(db, names, [id]),
    identifiers: all<Identifier>(
      db,
      'SELECT DISTINCT scheme, value FROM known_identifier WHERE entity_id = ? ORDER BY scheme, value',
      [id],
    ),
    merged: mergedInto(db, id),
  };
}

/** The passages that mention an entity, by their article's date, then place in the text. */
export function listMentions(
  db: ReadableDB,
  { entityId, ...page }: QueryArgs<'listMentions'>,
): Page<PassageRef> {
  const id = rootId(db, entityId);
  const total = countOf(db, 'SELECT count(DISTINCT annotation_id) FROM mention WHERE entity_id = ?', [id]);
  const ids = 'SELECT DISTINCT annotation_id FROM mention WHERE entity_id = ?';
  return { rows: passageRefs(db, ids, [id], page), total };
}

/** In which events an entity takes part, or which are said to be there. */
const ownEvents = `SELECT event_id FROM participation WHERE actor_id = @id
  UNION SELECT event_id FROM event_place WHERE place_id = @id`;

/** Other entities mentioned in the articles that mention this one or taking part in its events, those with most in common first. */
export function listCoMentions(
  db: ReadableDB,
  { entityId, offset, limit }: QueryArgs<'listCoMentions'>,
): Page<CoMention> {
  const found = all<CoMention & { readonly total: number }>(
    db,
    `WITH shared AS MATERIALIZED (
       SELECT DISTINCT annotation.article_id FROM mention CROSS JOIN annotation ON annotation.id = mention.annotation_id
       WHERE mention.entity_id = @id),
     named AS MATERIALIZED (
       SELECT mention.entity_id, count(DISTINCT annotation.article_id) AS articles, 0 AS events
       FROM shared CROSS JOIN annotation USING (article_id) CROSS JOIN mention ON mention.annotation_id = annotation.id
       WHERE mention.entity_id <> @id GROUP BY mention.entity_id),
     own AS MATERIALIZED (${ownEvents}),
     acting AS MATERIALIZED (
       SELECT p.actor_id, 0, count(DISTINCT p.event_id) FROM own CROSS JOIN participation AS p ON p.event_id = own.event_id
       WHERE p.actor_id <> @id GROUP BY p.actor_id),
     other AS MATERIALIZED (
       SELECT entity_id, sum(articles) AS articles, sum(events) AS events
       FROM (SELECT * FROM named UNION ALL SELECT * FROM acting) GROUP BY entity_id)
     SELECT entity.id AS "entityId", entity.kind, entity.name, other.articles AS "articleCount", other.events AS "eventCount",
       count(*) OVER () AS total
     FROM other CROSS JOIN entity ON entity.id = other.entity_id
     ORDER BY other.articles + other.events DESC, other.articles DESC, entity.folded, entity.id
     LIMIT @limit OFFSET @offset`,
    { id: rootId(db, entityId), offset, limit },
  );
  return { rows: found.map(({ total: _, ...row }) => row), total: found[0]?.total ?? 0 };
}
