import type { EntitySummary } from '../../../shared/model/entity';
import { all, type ReadableDB } from '../core/sql';

type SummaryRow = Omit<EntitySummary, 'aliases'> & { readonly aliases: string };

/**
 * How many annotations mention the `entity` of the query around it, in SQL. The `+` takes the column's affinity away: the
 * views look names up by an index on an expression, which SQLite passes over for a column that has one.
 */
export const mentionCount =
  '(SELECT count(DISTINCT annotation_id) FROM mention WHERE entity_id = +entity.id)';

const summaryColumns = `entity.id, entity.kind, entity.actor_kind AS "actorKind", entity.name,
  (SELECT json_group_array(name) FROM (SELECT DISTINCT name FROM known_name WHERE entity_id = +entity.id)) AS aliases,
  ${mentionCount} AS "mentionCount",
  (SELECT count(*) FROM (SELECT event_id FROM participation WHERE actor_id = +entity.id
    UNION SELECT event_id FROM event_place WHERE place_id = entity.id)) AS "eventCount"`;

/** Summaries of entities, in the order of the ids. */
export function entitySummaries(db: ReadableDB, ids: readonly string[]): EntitySummary[] {
  const rows = all<SummaryRow>(
    db,
    `SELECT ${summaryColumns} FROM json_each(?) AS wanted CROSS JOIN entity ON entity.id = wanted.value ORDER BY wanted.key`,
    [JSON.stringify(ids)],
  );
  return rows.map((row) => ({ ...row, aliases: JSON.parse(row.aliases) as string[] }));
}
