import { all, type ReadableDB } from '../../core/sql';
import { type GivenName, type KnownNames, knownNames } from './known-names';

interface NameRow {
  readonly entityId: string;
  readonly name: string;
  readonly actorKind: string;
}

/** Names that stand for others too (weak aliases, metonyms) are no other names to search by. */
export const namesSql = `SELECT e.id AS entityId, e.name, e.actor_kind AS actorKind FROM entity AS e WHERE e.root_id IS NULL
  UNION ALL SELECT e.id, n.name, e.actor_kind FROM known_name AS n JOIN entity AS e ON e.id = n.entity_id
  WHERE n.kind NOT IN ('weak alias', 'metonym')`;

interface Read {
  readonly rows: string;
  readonly names: KnownNames;
}

/** Most changes touch no name: then what was made of them before is given again. */
const read = new WeakMap<object, Read>();

/** Every name of actors, places and objects, ready to be compared with. */
export function readKnownNames(db: ReadableDB): KnownNames {
  const given = all<NameRow>(db, namesSql);
  const rows = given.map(({ entityId, name, actorKind }) => `${entityId}\t${actorKind}\t${name}`).join('\n');
  const before = read.get(db);
  if (before?.rows === rows) return before.names;
  const names = knownNames(
    given.map(
      ({ entityId, name, actorKind }): GivenName => ({ entityId, name, isPerson: actorKind === 'person' }),
    ),
  );
  read.set(db, { rows, names });
  return names;
}
