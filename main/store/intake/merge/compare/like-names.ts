/** Things that are new here and are called as something that is here: both are kept, and the user is told. */
import type { MaybeSame } from '../../../../../shared/contract/program/merge';
import { all, type ReadableDB } from '../../../core/sql';

interface Named {
  readonly id: string;
  readonly name: string;
  readonly key: string;
}

/** By kind: ids with a name, and what two of one name have alike. */
const names: Readonly<Record<string, string>> = {
  entities: `SELECT id, name, kind || ' ' || folded AS key FROM entity WHERE root_id IS NULL
    UNION SELECT e.id, e.name, e.kind || ' ' || n.folded FROM entity_name n JOIN entity e ON e.id = n.entity_id WHERE e.root_id IS NULL
    ORDER BY id`,
  events: 'SELECT id, title AS name, folded AS key FROM event ORDER BY id',
  articles: `SELECT id, title AS name, url AS key FROM article WHERE url <> '' ORDER BY id`,
  notes: 'SELECT id, title AS name, title AS key FROM note ORDER BY id',
};

/** Pairs of one name, a record of theirs at most once. `isNew`: whether theirs is none of ours. */
export function likeNames(
  ourDb: ReadableDB,
  theirDb: ReadableDB,
  isNew: (kind: string, id: string) => boolean,
): MaybeSame[] {
  return Object.entries(names).flatMap(([kind, select]) => {
    const known = new Map(all<Named>(ourDb, select).map((named) => [named.key, named]));
    const said = new Set<string>();
    return all<Named>(theirDb, select).flatMap(({ id, name, key }) => {
      const our = known.get(key);
      if (!our || said.has(id) || !isNew(kind, id)) return [];
      said.add(id);
      return [{ kind, theirs: name, ours: our.name, ourId: our.id }];
    });
  });
}
