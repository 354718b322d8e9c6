import { all, get, type ReadableDB } from '../../core/sql';

/** Changes with every commit, also of other connections. */
const versionSql = 'SELECT data_version AS version, total_changes() AS own FROM pragma_data_version()';

const persons = `SELECT id, folded FROM entity WHERE kind = 'actor' AND actor_kind IN ('', 'person') AND instr(folded, ' ') > 0`;

interface Kept {
  readonly version: string;
  readonly ids: ReadonlyMap<string, readonly string[]>;
}

/** Between two changes of a notebook many words are looked up. */
const kept = new WeakMap<ReadableDB, Kept>();

function readIds(db: ReadableDB): ReadonlyMap<string, readonly string[]> {
  const ids = new Map<string, string[]>();
  for (const { id, folded } of all<{ id: string; folded: string }>(db, persons)) {
    const word = folded.slice(folded.lastIndexOf(' ') + 1);
    const known = ids.get(word);
    if (known) known.push(id);
    else ids.set(word, [id]);
  }
  return ids;
}

/** The actors that may be persons, by the last word of a name of several words, as names are compared; ids as they are stored, also merged ones. */
export function lastWordsOf(db: ReadableDB): ReadonlyMap<string, readonly string[]> {
  const row = get<{ version: number; own: number }>(db, versionSql);
  const version = `${row?.version} ${row?.own}`;
  const before = kept.get(db);
  if (before?.version === version) return before.ids;
  const ids = readIds(db);
  kept.set(db, { version, ids });
  return ids;
}
