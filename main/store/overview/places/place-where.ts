/** Where a place lies: what it is in, and what is in it. */
import type { QueryArgs } from '../../../../shared/contract';
import type { PlaceName, PlaceWhere } from '../../../../shared/contract/views/map';
import { CasebookError } from '../../../../shared/model/result';
import { all, get, type ReadableDB } from '../../core/sql';

/** What a place lies in, the widest first. Merged ones stand as what they were merged into; a ring of them ends. */
export function pathOf(db: ReadableDB, id: string): PlaceName[] {
  return all<PlaceName>(
    db,
    `WITH RECURSIVE above (id, parent_id, steps) AS (
       SELECT id, parent_id, 0 FROM entity WHERE id = ?
       UNION SELECT stands.id, stands.parent_id, steps + 1 FROM above
         JOIN entity AS parent ON parent.id = above.parent_id
         JOIN entity AS stands ON stands.id = coalesce(parent.root_id, parent.id) WHERE steps < 50)
     SELECT entity.id, entity.name FROM above JOIN entity ON entity.id = above.id
     WHERE steps > 0 ORDER BY steps DESC`,
    [id],
  );
}

const parts = `SELECT part.id, part.name FROM entity AS part JOIN entity AS parent ON parent.id = part.parent_id
  WHERE coalesce(parent.root_id, parent.id) = ? AND part.root_id IS NULL ORDER BY part.folded, part.id`;

/** What a place lies in and what lies in it. Throws `not-found`. */
export function getPlaceWhere(db: ReadableDB, { id }: QueryArgs<'getPlaceWhere'>): PlaceWhere {
  if (!get(db, 'SELECT 1 FROM entity WHERE id = ?', [id]))
    throw new CasebookError('not-found', 'This place is not there any more.');
  return { path: pathOf(db, id), parts: all<PlaceName>(db, parts, [id]) };
}
