/** What a dossier is about, in SQL: an entity with all that was merged into it, and what lies inside a place. `@id` is its root. */

/** Stored ids that stand for the entity. */
export const members = 'SELECT id FROM entity WHERE coalesce(root_id, id) = @id';

/** Stored ids that stand for the entity or for what lies in it, however deep; a ring of places ends. */
export const membersInside = `SELECT id FROM (WITH RECURSIVE inside (id) AS (
    ${members}
    UNION SELECT m.id FROM inside CROSS JOIN entity AS part ON part.parent_id = inside.id AND part.root_id IS NULL
      CROSS JOIN entity AS m ON coalesce(m.root_id, m.id) = +part.id)
  SELECT id FROM inside)`;
