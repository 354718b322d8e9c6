/**
 * What rows bear, by row: the other way round from `held-rows`, made of the stored records of units. Whoever counts all values
 * of what was found goes through the few values of each row found, not through the rows of every value.
 */
import type { RowSet } from '../../rows/row-set';

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

/** For values numbered up to `highest`; rows up to `rows` have room, and more of them are made room for. */
export function emptyLists(highest: number, rows: number): BorneLists {
  const pool = highest < 0xffff ? new Uint16Array(4096) : new Uint32Array(4096);
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

interface Cursor {
  readonly bytes: Uint8Array;
  at: number;
}

function take(cursor: Cursor): number {
  let value = 0;
  for (let unit = 1; ; unit *= 128) {
    const byte = cursor.bytes[cursor.at++] ?? 0;
    value += (byte & 127) * unit;
    if (byte < 128) return value;
  }
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
  /** By value: 1, it is in a group. */
  readonly isIn: Uint8Array;
  /** By value: its groups. */
  readonly of: ReadonlyMap<number, readonly number[]>;
}

/** How many rows of a set bear each value. */
export interface ValueCounts {
  /** By value. */
  readonly counts: Uint32Array;
  /** By group: how often a row bears one more of its values. */
  readonly repeated: Uint32Array;
  /** By group: 1, parts share values of it with their unit, which are not looked through for repetitions. */
  readonly isShared: Uint8Array;
}

/** Counts those of one row by groups; the last row of each group is remembered. */
function noteGroups(groups: readonly number[], row: number, last: Int32Array, repeated: Uint32Array): void {
  for (const group of groups) {
    if (last[group] === row) repeated[group] = (repeated[group] ?? 0) + 1;
    else last[group] = row;
  }
}

/** Counts every value of the rows of a set. `weights`: zeros by row, which it leaves so. */
export function countLists(
  { at, sharedAt, pool }: BorneLists,
  rows: RowSet,
  { articleOf, eventOf, weights }: { articleOf: Int32Array; eventOf: Int32Array; weights: Uint32Array },
  groups: ValueGroups,
): ValueCounts {
  const { isIn, of } = groups;
  const counts = new Uint32Array(isIn.length);
  const repeated = new Uint32Array(groups.count);
  const isShared = new Uint8Array(groups.count);
  const last = new Int32Array(groups.count).fill(-1);
  const units: number[] = [];
  rows.forEach((row) => {
    let place = at[row] ?? 0;
    for (let value = pool[place] ?? 0; value !== 0; value = pool[++place] ?? 0) {
      counts[value] = (counts[value] ?? 0) + 1;
      if (isIn[value] === 1) noteGroups(of.get(value) ?? [], row, last, repeated);
    }
    const unit = articleOf[row] || eventOf[row] || row;
    if (weights[unit] === 0) units.push(unit);
    weights[unit] = (weights[unit] ?? 0) + 1;
  });
  for (const unit of units) {
    let place = sharedAt[unit] ?? 0;
    for (let value = pool[place] ?? 0; value !== 0; value = pool[++place] ?? 0) {
      counts[value] = (counts[value] ?? 0) + (weights[unit] ?? 0);
      if (isIn[value] === 1) for (const group of of.get(value) ?? []) isShared[group] = 1;
    }
    weights[unit] = 0;
  }
  return { counts, repeated, isShared };
}
