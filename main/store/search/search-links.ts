/** Which searchable row is linked to which: the notebook's link tables as lists of row numbers. */
import { type ReadableDB, rawDatabase } from '../core/sql';

type Lists = ReadonlyMap<number, readonly number[]>;

/** Links by row number; what has none is not in the map. */
export interface Links {
  readonly articleOf: Int32Array;
  readonly passagesOf: Lists;
  /** Entity → passages that mention it. */
  readonly ofEntity: Lists;
  /** Entity → events it takes part in or that happened there. */
  readonly eventsOfEntity: Lists;
  /** Event → passages that are evidence for it, and back. */
  readonly evidenceOf: Lists;
  readonly eventsOfPassage: Lists;
  /** Anything → notes that cite it. */
  readonly notesOn: Lists;
}

/** Pairs of ids as row numbers; a pair whose ends are not both searchable is left out. */
function* pairsOf(
  db: ReadableDB,
  rowOf: ReadonlyMap<string, number>,
  sql: string,
): Generator<[number, number]> {
  const pairs = rawDatabase(db).prepare<[], [string, string]>(sql).raw().all();
  for (const [from, to] of pairs) {
    const first = rowOf.get(from);
    const second = rowOf.get(to);
    if (first !== undefined && second !== undefined) yield [first, second];
  }
}

function listsOf(pairs: Iterable<readonly [number, number]>): Map<number, number[]> {
  const lists = new Map<number, number[]>();
  for (const [from, to] of pairs) {
    const list = lists.get(from);
    if (list) list.push(to);
    else lists.set(from, [to]);
  }
  return lists;
}

const backwards = (pairs: readonly (readonly [number, number])[]): [number, number][] =>
  pairs.map(([from, to]) => [to, from]);

/** Reads every link of a notebook. `size`: one more than the highest row number. */
export function readLinks(db: ReadableDB, rowOf: ReadonlyMap<string, number>, size: number): Links {
  const read = (sql: string) => [...pairsOf(db, rowOf, sql)];
  const passages = read('SELECT id, article_id FROM annotation');
  const evidence = read('SELECT event_id, annotation_id FROM evidence');
  const articleOf = new Int32Array(size);
  for (const [passage, article] of passages) articleOf[passage] = article;
  return {
    articleOf,
    passagesOf: listsOf(backwards(passages)),
    ofEntity: listsOf(read('SELECT entity_id, annotation_id FROM mention')),
    eventsOfEntity: listsOf(
      read(`SELECT actor_id, event_id FROM participation
            UNION SELECT place_id, id FROM event WHERE place_id IS NOT NULL`),
    ),
    evidenceOf: listsOf(evidence),
    eventsOfPassage: listsOf(backwards(evidence)),
    notesOn: listsOf(read('SELECT target_id, note_id FROM citation')),
  };
}

/**
 * What passes a filter, from the rows that bear its value: these and the notes that cite one of them (`own`), and apart
 * the articles that have it only through a passage, with the entity itself (`derived`).
 */
export function collectHolders(
  links: Links,
  bearers: readonly number[],
  entity = 0,
): { own: number[]; derived: number[] } {
  const own = new Set(bearers);
  own.delete(0);
  const derived = new Set<number>(entity > 0 ? [entity] : []);
  for (const row of [...own, ...derived]) {
    for (const note of links.notesOn.get(row) ?? []) own.add(note);
    const article = links.articleOf[row] ?? 0;
    if (article > 0) derived.add(article);
  }
  return { own: [...own].sort((a, b) => a - b), derived: [...derived].filter((row) => !own.has(row)) };
}
