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
} from '../../../shared/model/entity';
import { CasebookError } from '../../../shared/model/result';
import { foldForMatch } from '../../../shared/text/fold';
import { all, countOf, get, pluck, type ReadableDB } from '../core/sql';
import { entitySummaries, mentionCount } from './entity-summaries';
import { passageRefs } from './passage-refs';

export { findEntities } from './find-entities';

const nameHas = `(instr(folded, @filter) > 0
  OR EXISTS (SELECT 1 FROM entity_name WHERE entity_id = entity.id AND instr(entity_name.folded, @filter) > 0))`;

/** Entities by name or by how often they are mentioned; the filter is words in a name or alias. */
export function listEntities(db: ReadableDB, args: QueryArgs<'listEntities'>): Page<EntitySummary> {
  const filter = foldForMatch(args.filter);
  const conditions = [args.kind ? 'kind = @kind' : '', filter ? nameHas : ''].filter(Boolean);
  const where = conditions.length > 0 ? `WHERE ${conditions.join(' AND ')}` : '';
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

/** One entity with its names, description and identifiers. Throws `not-found`. */
export function getEntity(db: ReadableDB, { id }: QueryArgs<'getEntity'>): EntityDetail {
  const select = 'SELECT id, kind, actor_kind AS "actorKind", name, description FROM entity WHERE id = ?';
  const row = get<Omit<EntityDetail, 'aliases' | 'identifiers'>>(db, select, [id]);
  if (!row) throw new CasebookError('not-found', 'This entity is not there any more.');
  const aliases = all<EntityName>(db, 'SELECT id, name FROM entity_name WHERE entity_id = ? ORDER BY id', [
    id,
  ]);
  const identifiers = all<Identifier>(
    db,
    'SELECT scheme, value FROM identifier WHERE entity_id = ? ORDER BY scheme, value',
    [id],
  );
  return { ...row, aliases, identifiers };
}

/** The passages that mention an entity, by their article's date, then place in the text. */
export function listMentions(
  db: ReadableDB,
  { entityId, ...page }: QueryArgs<'listMentions'>,
): Page<PassageRef> {
  const total = countOf(db, 'SELECT count(*) FROM mention WHERE entity_id = ?', [entityId]);
  const ids = 'SELECT annotation_id FROM mention WHERE entity_id = ?';
  return { rows: passageRefs(db, ids, [entityId], page), total };
}

/** Other entities mentioned in the articles that mention this one, those with most articles in common first. */
export function listCoMentions(
  db: ReadableDB,
  { entityId, limit }: QueryArgs<'listCoMentions'>,
): CoMention[] {
  return all<CoMention>(
    db,
    `WITH shared AS MATERIALIZED (
       SELECT DISTINCT annotation.article_id FROM mention CROSS JOIN annotation ON annotation.id = mention.annotation_id
       WHERE mention.entity_id = @id),
     other AS MATERIALIZED (
       SELECT mention.entity_id, count(DISTINCT annotation.article_id) AS articles
       FROM shared CROSS JOIN annotation USING (article_id) CROSS JOIN mention ON mention.annotation_id = annotation.id
       WHERE mention.entity_id <> @id GROUP BY mention.entity_id)
     SELECT entity.id AS "entityId", entity.kind, entity.name, other.articles AS "articleCount"
     FROM other CROSS JOIN entity ON entity.id = other.entity_id
     ORDER BY other.articles DESC, entity.folded LIMIT @limit`,
    { id: entityId, limit },
  );
}
