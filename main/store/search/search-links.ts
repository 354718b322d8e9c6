/** Which searchable row is linked to which: the notebook's link tables as lists of row numbers. */
import { type ReadableDB, rawDatabase } from '../core/sql';

/** Lists of rows by row; what has none is not there. */
type Lists = readonly (readonly number[] | undefined)[];

const none: readonly number[] = [];

/** Links by row number. */
export interface Links {
  /** Passage → its article; 0 for anything else. */
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
  /** Scratch for `collectHolders`: which rows its present call has met. */
  readonly met: { readonly by: Int32Array; call: number };
}

type Pair = readonly [from: number, to: number];

/** Pairs of ids as row numbers; a pair whose ends are not both searchable is left out. */
function readPairs(db: ReadableDB, rowOf: ReadonlyMap<string, number>, sql: string): Pair[] {
  const pairs: Pair[] = [];
  for (const [from, to] of rawDatabase(db).prepare<[], [string, string]>(sql).raw().all()) {
    const first = rowOf.get(from);
    const second = rowOf.get(to);
    if (first !== undefined && second !== undefined) pairs.push([first, second]);
  }
  return pairs;
}

function addTo(lists: (number[] | undefined)[], from: number, to: number): void {
  const list = lists[from];
  if (list) list.push(to);
  else lists[from] = [to];
}

function listsOf(pairs: readonly Pair[], size: number): Lists {
  const lists = new Array<number[] | undefined>(size);
  for (const [from, to] of pairs) addTo(lists, from, to);
  return lists;
}

function listsBackwards(pairs: readonly Pair[], size: number): Lists {
  const lists = new Array<number[] | undefined>(size);
  for (const [from, to] of pairs) addTo(lists, to, from);
  return lists;
}

/** Reads every link of a notebook. `size`: one more than the highest row number. */
export function readLinks(db: ReadableDB, rowOf: ReadonlyMap<string, number>, size: number): Links {
  const read = (sql: string) => readPairs(db, rowOf, sql);
  const passages = read('SELECT id, article_id FROM annotation');
  const evidence = read('SELECT event_id, annotation_id FROM evidence');
  const eventsOfEntity = read(`SELECT actor_id, event_id FROM participation
    UNION SELECT place_id, event_id FROM event_place`);
  const articleOf = new Int32Array(size);
  for (const [passage, article] of passages) articleOf[passage] = article;
  return {
    articleOf,
    passagesOf: listsBackwards(passages, size),
    ofEntity: listsOf(read('SELECT DISTINCT entity_id, annotation_id FROM mention'), size),
    eventsOfEntity: listsOf(eventsOfEntity, size),
    evidenceOf: listsOf(evidence, size),
    eventsOfPassage: listsBackwards(evidence, size),
    notesOn: listsOf(
      read(`SELECT DISTINCT coalesce(e.root_id, c.target_id), c.note_id
      FROM citation c LEFT JOIN entity e ON e.id = c.target_id`),
      size,
    ),
    met: { by: new Int32Array(size), call: 0 },
  };
}

/** The rows linked to some rows, with repeats. */
export function linkedTo(lists: Lists, rows: readonly number[]): number[] {
  const linked: number[] = [];
  for (const row of rows) for (const other of lists[row] ?? none) linked.push(other);
  return linked;
}

export interface Holders {
  readonly own: number[];
  readonly derived: number[];
}

/**
 * What passes a filter, from the rows that bear its value: these and the notes that cite one of them (`own`), and apart
 * the articles that have it only through a passage, with the entity itself (`derived`). No row is there twice.
 */
export function collectHolders(links: Links, bearers: readonly number[], entity = 0): Holders {
  const { met } = links;
  met.call++;
  const add = (rows: number[], row: number): void => {
    if (row <= 0 || met.by[row] === met.call) return;
    met.by[row] = met.call;
    rows.push(row);
  };
  const own: number[] = [];
  for (const row of bearers) add(own, row);
  for (const row of linkedTo(links.notesOn, entity > 0 ? [...own, entity] : own)) add(own, row);
  const derived: number[] = [];
  add(derived, entity);
  for (const row of own) add(derived, links.articleOf[row] ?? 0);
  return { own, derived };
}
