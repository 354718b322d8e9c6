/** Tags, event types and places as trees, for counting: a count of one counts in those below it, as `core/within` filters. */
import { all, type ReadableDB } from '../../core/sql';

interface Row {
  readonly id: string;
  readonly rootId: string | null;
  readonly parentId: string | null;
}

/** `own`: each id as it stands after merging, by stored id. `parent`: of those that stand, where they have one. */
export interface Hierarchy {
  readonly own: ReadonlyMap<string, string>;
  readonly parent: ReadonlyMap<string, string>;
}

const sources = {
  place: `SELECT id, root_id AS rootId, parent_id AS parentId FROM entity WHERE kind = 'place'`,
  tag: 'SELECT id, root_id AS rootId, parent_id AS parentId FROM tag',
  event_type: 'SELECT id, NULL AS rootId, parent_id AS parentId FROM event_type',
} as const;

/** Reads a whole tree. */
export function readHierarchy(db: ReadableDB, table: keyof typeof sources): Hierarchy {
  const rows = all<Row>(db, sources[table]);
  const own = new Map(rows.map(({ id, rootId }) => [id, rootId ?? id]));
  const parent = new Map(
    rows.flatMap(({ id, rootId, parentId }) => {
      const above = rootId === null && parentId !== null ? own.get(parentId) : undefined;
      return above === undefined || above === id ? [] : [[id, above] as const];
    }),
  );
  return { own, parent };
}

/** What a stored id counts for: itself as it stands, and all that are above it, nearest first. */
export function selfAndAbove({ own, parent }: Hierarchy, id: string): readonly string[] {
  const path: string[] = [];
  for (let at = own.get(id); at !== undefined && !path.includes(at); at = parent.get(at)) path.push(at);
  return path;
}
