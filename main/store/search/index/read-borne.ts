/**
 * Keeps in memory what each row bears, to count the values of what was found. It is read from the records of units: ahead, in
 * short steps, by whoever has time; else those that a count needs, and all of them where it needs many. `dataVersion` of
 * `read-facts` is to be called first: it tells what has changed.
 */
import { all, type ReadableDB } from '../../core/sql';
import type { RowSet } from '../rows/row-set';
import { column, highestRow, newestValueOf, takeChangedRows } from './read-facts';
import {
  type BorneLists,
  canHold,
  countLists,
  emptyLists,
  putUnit,
  removeRow,
  type ValueCounts,
  type ValueGroups,
} from './stored/borne-lists';

interface Kept {
  lists: BorneLists;
  /** The records of units up to this row were read; null: all of them. */
  upTo: number | null;
  /** Units beyond it that were read by themselves. */
  readonly single: Set<number>;
  /** Units whose record has changed since it was read. */
  readonly stale: Set<number>;
  /** About how many numbers stand in the lists that no list has any more. */
  wasted: number;
  /** Zeros by row, for counting. */
  weights: Uint32Array;
}

const kept = new WeakMap<object, Kept>();

/** About so many values a row are made room for; what is not needed takes no memory. */
const valuesExpected = 8;

function keepAnew(db: ReadableDB): Kept {
  const rows = highestRow(db) + 10_000;
  const now: Kept = {
    lists: emptyLists(newestValueOf(db), rows, rows * valuesExpected),
    upTo: 0,
    single: new Set(),
    stale: new Set(),
    wasted: 0,
    weights: new Uint32Array(rows),
  };
  kept.set(db, now);
  return now;
}

function unitOf(db: ReadableDB, row: number): number {
  return column(db, 'article')[row] || column(db, 'event')[row] || row;
}

/** More changed rows than these are not followed one by one. */
const mostFollowed = 50_000;
/** Lists with more waste than this are made anew. */
const mostWasted = 4_000_000;

/** What is kept, without what has changed since it was read. */
function keptOf(db: ReadableDB): Kept {
  const before = kept.get(db);
  const changed = takeChangedRows(db);
  const isFollowed = changed !== null && changed.size <= mostFollowed;
  if (!before || !isFollowed || !canHold(before.lists, newestValueOf(db))) return keepAnew(db);
  for (const row of changed) removeRow(before.lists, row);
  for (const row of changed) before.stale.add(unitOf(db, row)).add(row);
  return before.stale.size > mostFollowed || before.wasted > mostWasted ? keepAnew(db) : before;
}

/** Records of units in order; and those of some, out of a JSON list of rows. */
export const nextRecordsSql = 'SELECT row, facts FROM search_fact WHERE row > ? ORDER BY row LIMIT ?';
export const someRecordsSql = `SELECT f.row, f.facts FROM json_each(?) j CROSS JOIN search_fact f ON f.row = j.value`;

interface StoredRecord {
  readonly row: number;
  readonly facts: Uint8Array;
}

/** Reads some units by themselves. */
function readSome(db: ReadableDB, now: Kept, units: ReadonlySet<number>): void {
  if (units.size === 0) return;
  for (const { row, facts } of all<StoredRecord>(db, someRecordsSql, [JSON.stringify([...units])])) {
    putUnit(now.lists, row, facts);
    now.wasted += facts.length;
  }
  if (now.upTo !== null) for (const unit of units) now.single.add(unit);
}

/** Units that are read in a step: a few milliseconds. */
const unitsAtOnce = 1000;

function readNext(db: ReadableDB, now: Kept): void {
  if (now.upTo === null) return;
  const records = all<StoredRecord>(db, nextRecordsSql, [now.upTo, unitsAtOnce]);
  for (const { row, facts } of records) putUnit(now.lists, row, facts);
  now.upTo = records.length < unitsAtOnce ? null : (records.at(-1)?.row ?? null);
  if (now.upTo === null) now.single.clear();
}

/** Takes a step of reading ahead; false when there is nothing left to read. */
export function readBorneAhead(db: ReadableDB): boolean {
  const now = keptOf(db);
  readNext(db, now);
  return now.upTo !== null;
}

/** Of more units than these that were not read, all are. */
const mostSingle = 1500;

/** Units of some rows that were not read; null where they are too many. */
function unreadOf(db: ReadableDB, { upTo, single }: Kept, rows: RowSet): ReadonlySet<number> | null {
  const unread = new Set<number>();
  if (upTo === null) return unread;
  const [articleOf, eventOf] = [column(db, 'article'), column(db, 'event')];
  rows.forEach((row) => {
    const unit = articleOf[row] || eventOf[row] || row;
    if (unit > upTo && !single.has(unit)) unread.add(unit);
    return unread.size <= mostSingle;
  });
  return unread.size > mostSingle ? null : unread;
}

function readFor(db: ReadableDB, now: Kept, rows: RowSet): void {
  readSome(db, now, now.stale);
  now.stale.clear();
  const unread = unreadOf(db, now, rows);
  if (unread) readSome(db, now, unread);
  else while (now.upTo !== null) readNext(db, now);
}

/** The lists with what the rows of a set bear; not to be changed, and to be asked for again after a change. */
export function listsFor(db: ReadableDB, rows: RowSet): BorneLists {
  const now = keptOf(db);
  readFor(db, now, rows);
  return now.lists;
}

/** How many rows of a set bear each value. */
export function countBorne(db: ReadableDB, rows: RowSet, groups: ValueGroups): ValueCounts {
  const lists = listsFor(db, rows);
  const now = keptOf(db);
  if (now.weights.length < rows.size) now.weights = new Uint32Array(rows.size + 10_000);
  const { weights } = now;
  return countLists(
    lists,
    rows,
    { articleOf: column(db, 'article'), eventOf: column(db, 'event'), weights },
    groups,
  );
}
