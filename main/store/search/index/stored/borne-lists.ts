/**
 * What rows bear, by row: the other way round from `held-rows`, made of the stored records of units. Whoever counts all values
 * of what was found goes through the few values of each row found, not through the rows of every value.
 */
import type { RowSet } from '../../rows/row-set';
import { type Cursor, take } from './facts-record';

/** The values of rows: lists in one pool, each ended by 0, which is no value. */
export interface BorneLists {
  /** By row: where the list of what it bears by itself begins in the pool; 0: it bears nothing. */
  at: Uint32Array;
  /** By row of a unit: where the list begins of what the unit and all its parts bear. */
  sharedAt: Uint32Array;
  pool: Uint16Array | Uint32Array;
  /** How much of the pool is used. */
  used: number;
}

/** For values numbered up to `highest`; there is room for rows up to `rows` and for `length` values, and more is made as needed. */
export function emptyLists(highest: number, rows: number, length: number): BorneLists {
  const pool = highest < 0xffff ? new Uint16Array(length) : new Uint32Array(length);
  return { at: new Uint32Array(rows), sharedAt: new Uint32Array(rows), pool, used: 1 };
}

/** Whether values with numbers up to `highest` can be listed. */
export const canHold = ({ pool }: BorneLists, highest: number): boolean =>
  pool.BYTES_PER_ELEMENT === 4 || highest < 0xffff;

function grown<List extends Uint16Array | Uint32Array>(list: List, length: number): List {
  const larger = (list instanceof Uint16Array ? new Uint16Array(length) : new Uint32Array(length)) as List;
  larger.set(list);
  return larger;
}

/** Makes room for rows up to one. */
function makeRoom(lists: BorneLists, row: number): void {
  if (row < lists.at.length) return;
  const length = row + 10_000;
  lists.at = grown(lists.at, length);
  lists.sharedAt = grown(lists.sharedAt, length);
}

/** Copies a list of ascending numbers into the pool; answers where it begins, 0 for one without any. */
function putList(lists: BorneLists, cursor: Cursor): number {
  const count = take(cursor);
  if (count === 0) return 0;
  const { pool, used } = lists;
  let value = 0;
  for (let index = 0; index < count; index++) {
    value += take(cursor);
    pool[used + index] = value;
  }
  pool[used + count] = 0;
  lists.used += count + 1;
  return used;
}

/** Lists what the rows of a unit bear, from its stored record (see `facts-record`); again after it has changed. */
export function putUnit(lists: BorneLists, row: number, record: Uint8Array): void {
  // A list has no more numbers than its record has bytes, and an end for each of at least two bytes.
  const most = lists.used + 2 * record.length + 2;
  if (most > lists.pool.length) lists.pool = grown(lists.pool, Math.ceil(most * 1.25));
  makeRoom(lists, row);
  const cursor = { bytes: record, at: 0 };
  lists.at[row] = putList(lists, cursor);
  lists.sharedAt[row] = putList(lists, cursor);
  for (let part = 0; cursor.at < record.length; ) {
    part += take(cursor);
    makeRoom(lists, part);
    lists.at[part] = putList(lists, cursor);
  }
}

/** A row that bears nothing more. */
export function removeRow({ at, sharedAt }: BorneLists, row: number): void {
  if (row < at.length) at[row] = sharedAt[row] = 0;
}

/** Calls `visit` with each value that a row bears by itself, not what it shares with all of its unit. */
export function visitOwnValues({ at, pool }: BorneLists, row: number, visit: (value: number) => void): void {
  let place = at[row] ?? 0;
  for (let value = pool[place] ?? 0; value !== 0; value = pool[++place] ?? 0) visit(value);
}

/** Values that stand for one thing: a row that bears several of them is one row with the thing. */
export interface ValueGroups {
  readonly count: number;
  /** By value: one more than the number of its group; 0: it has none, -1: see `groupsOf`. */
  readonly groupOf: Int32Array;
  /** The groups of values that have more than one. */
  readonly groupsOf: ReadonlyMap<number, readonly number[]>;
}

/** Where no value has a group; for values numbered up to `highest`. */
export const noGroups = (highest: number): ValueGroups => ({
  count: 0,
  groupOf: new Int32Array(highest + 1),
  groupsOf: new Map(),
});

/** How many rows of a set bear each value. */
export interface ValueCounts {
  /** By value. */
  readonly counts: Uint32Array;
  /** By group: how often a row bears one more of its values. */
  readonly repeated: Uint32Array;
  /** By group: 1, parts share values of it with their unit, which are not looked through for repetitions. */
  readonly isShared: Uint8Array;
}

/** What is known of rows for counting. */
export interface RowUnits {
  readonly articleOf: Int32Array;
  readonly eventOf: Int32Array;
  /** Zeros by row; left so. */
  readonly weights: Uint32Array;
}

/** Notes that a row bears a value with groups; `last`: the row that each group was met in last. */
function noteGroups(
  { groupOf, groupsOf }: ValueGroups,
  value: number,
  row: number,
  last: Int32Array,
  repeated: Uint32Array,
): void {
  const note = (group: number): void => {
    if (last[group] === row) repeated[group] = (repeated[group] ?? 0) + 1;
    else last[group] = row;
  };
  const group = groupOf[value] ?? 0;
  if (group > 0) note(group - 1);
  else groupsOf.get(value)?.forEach(note);
}

/** What is being counted. */
interface Count {
  readonly lists: BorneLists;
  readonly groups: ValueGroups;
  readonly counted: ValueCounts;
}

/** Counts for some rows of a unit what they share. */
function countShared({ lists, groups, counted }: Count, unit: number, weight: number): void {
  const { counts, isShared } = counted;
  const { groupOf, groupsOf } = groups;
  const { pool } = lists;
  let place = lists.sharedAt[unit] ?? 0;
  for (let value = pool[place] ?? 0; value !== 0; value = pool[++place] ?? 0) {
    counts[value] = (counts[value] ?? 0) + weight;
    const group = groupOf[value] ?? 0;
    if (group > 0) isShared[group - 1] = 1;
    else if (group < 0) for (const one of groupsOf.get(value) ?? []) isShared[one] = 1;
  }
}

/** Counts each of some rows; answers the units that parts among them belong to, with how many of each as weights. */
function countRows(count: Count, rows: RowSet, { articleOf, eventOf, weights }: RowUnits): number[] {
  const { lists, groups, counted } = count;
  const { at, pool } = lists;
  const { counts, repeated } = counted;
  const { groupOf } = groups;
  const last = new Int32Array(groups.count).fill(-1);
  const units: number[] = [];
  const { words } = rows;
  for (let index = 0; index < words.length; index++) {
    for (let left = words[index] ?? 0; left !== 0; left &= left - 1) {
      const row = (index << 5) + 31 - Math.clz32(left & -left);
      let place = at[row] ?? 0;
      for (let value = pool[place] ?? 0; value !== 0; value = pool[++place] ?? 0) {
        counts[value] = (counts[value] ?? 0) + 1;
        if (groupOf[value] !== 0) noteGroups(groups, value, row, last, repeated);
      }
      const unit = articleOf[row] || eventOf[row] || 0;
      if (unit === 0) countShared(count, row, 1);
      else {
        if (weights[unit] === 0) units.push(unit);
        weights[unit] = (weights[unit] ?? 0) + 1;
      }
    }
  }
  return units;
}

/** Counts every value of the rows of a set. */
export function countLists(
  lists: BorneLists,
  rows: RowSet,
  rowUnits: RowUnits,
  groups: ValueGroups,
): ValueCounts {
  const counted = {
    counts: new Uint32Array(groups.groupOf.length),
    repeated: new Uint32Array(groups.count),
    isShared: new Uint8Array(groups.count),
  };
  const count = { lists, groups, counted };
  const { weights } = rowUnits;
  for (const unit of countRows(count, rows, rowUnits)) {
    countShared(count, unit, weights[unit] ?? 0);
    weights[unit] = 0;
  }
  return counted;
}
