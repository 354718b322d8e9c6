/**
 * What counts as part of a thing, as SQL, for every filter alike: the places inside a place, the types below a type, the
 * tags below a tag, to any depth, each with what was merged into it. A ring ends where it began.
 */

/** Walks from one row, as it stands after merging, to those whose parent it is; answers the stored ids of all of them. */
const standingWithin = (table: 'entity' | 'tag', param: string, child: string): string => `
  WITH RECURSIVE inside (id) AS (
    SELECT coalesce(root_id, id) FROM ${table} WHERE id = ${param}
    UNION SELECT child.id FROM inside CROSS JOIN ${table} AS parent ON coalesce(parent.root_id, parent.id) = +inside.id
      CROSS JOIN ${table} AS child ON child.parent_id = parent.id WHERE child.root_id IS NULL ${child})
  SELECT stored.id FROM inside CROSS JOIN ${table} AS stored ON coalesce(stored.root_id, stored.id) = +inside.id`;

/** Selects the stored ids of an entity and, where it is a place, of all that lie in it. `param`: of its id, as `@placeId` or `?`. */
export const entitiesWithin = (param: string): string =>
  standingWithin('entity', param, `AND child.kind = 'place'`);

/** Selects the stored ids of a tag and all tags below it. */
export const tagsWithin = (param: string): string => standingWithin('tag', param, '');

/** Selects the ids of an event type and all types below it. */
export const typesWithin = (param: string): string => `
  WITH RECURSIVE below (id) AS (
    SELECT id FROM event_type WHERE id = ${param}
    UNION SELECT child.id FROM below CROSS JOIN event_type AS child ON child.parent_id = below.id)
  SELECT id FROM below`;

/** Selects the ids of events that any account says were at a place or inside it. */
export const eventsSaidIn = (param: string): string => `
  SELECT event_id FROM account
  WHERE fact = 'place' AND mode <> 'denies' AND entity_id IN (${entitiesWithin(param)})`;

/**
 * Selects as `id` the passages about entities: that name one, or on which its part in an event rests, or what it says.
 * `meant` selects their stored ids.
 */
export const passagesAbout = (meant: string): string => `
  WITH meant (id) AS MATERIALIZED (${meant})
  SELECT m.annotation_id AS id FROM meant CROSS JOIN stored_mention AS m ON m.entity_id = meant.id
  UNION SELECT x.annotation_id FROM meant CROSS JOIN account AS a ON a.entity_id = meant.id
    CROSS JOIN account_evidence AS x ON x.account_id = a.id AND x.kind = 'evidence'
  UNION SELECT x.annotation_id FROM meant CROSS JOIN account_claimant AS k ON k.actor_id = meant.id
    CROSS JOIN account_evidence AS x ON x.account_id = k.account_id AND x.kind = 'evidence'`;
