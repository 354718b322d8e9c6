/**
 * What one state of a notebook has been asked already: sets of rows by kind and by full-text expression. Kept until
 * something is written; nothing is read before it is asked for.
 */
import { type HitKind, hitKinds } from '../../../../shared/contract/search';
import { pluck, type ReadableDB, rawDatabase } from '../../core/sql';
import { addRowsOf, dataVersion, highestRow, valueId } from '../index/read-facts';
import { RowSet, type RowSpan } from '../rows/row-set';

/** Throws `cancelled` when a newer search has overtaken this one. */
export type CheckOvertaken = () => void;

export interface SearchState {
  readonly db: ReadableDB;
  readonly version: string;
  /** One more than the highest row number. */
  readonly size: number;
  readonly kinds: Map<HitKind, RowSet>;
  /** Sets of few rows as lists of them. */
  readonly matched: Map<string, RowSet | Uint32Array>;
  /** Anything else that was worked out, by what it is. */
  readonly known: Map<string, unknown>;
}

const states = new WeakMap<object, SearchState>();

/** The state that the notebook is in now. */
export function searchState(db: ReadableDB): SearchState {
  const version = dataVersion(db);
  const before = states.get(db);
  if (before?.version === version) return before;
  const state = {
    db,
    version,
    size: highestRow(db) + 1,
    kinds: new Map(),
    matched: new Map(),
    known: new Map(),
  };
  states.set(db, state);
  return state;
}

/** What was worked out in this state under a key, or works it out now. */
export function remembered<Value>(state: SearchState, key: string, work: () => Value): Value {
  if (!state.known.has(key)) state.known.set(key, work());
  return state.known.get(key) as Value;
}

/** A set with nothing in it. */
export const noRows = ({ size }: SearchState): RowSet => new RowSet(size);

/** The rows that bear any of some values; the caller's own. */
export function rowsBearing(state: SearchState, valueIds: readonly number[]): RowSet {
  const rows = noRows(state);
  addRowsOf(state.db, valueIds, rows);
  return rows;
}

/** The rows of a kind; shared, not to be changed. */
export function rowsOfKind(state: SearchState, kind: HitKind): RowSet {
  let rows = state.kinds.get(kind);
  if (!rows) {
    const id = valueId(state.db, 'kind', kind);
    rows = rowsBearing(state, id === null ? [] : [id]);
    state.kinds.set(kind, rows);
  }
  return rows;
}

/** The rows of some kinds; the caller's own. */
export function rowsOfKinds(state: SearchState, kinds: readonly HitKind[]): RowSet {
  const rows = noRows(state);
  for (const kind of kinds) rows.or(rowsOfKind(state, kind));
  return rows;
}

/** Every row; the caller's own. */
export const everyRow = (state: SearchState): RowSet => rowsOfKinds(state, hitKinds);

/** Sets of rows that words match take no more than this in memory. */
const mostMatchedBytes = 16_000_000;
/** About what one of them takes beside its rows. */
const bytesOfEntry = 200;

/** Whether the rows of a full-text expression are kept. */
export const isKept = (state: SearchState, expression: string): boolean => state.matched.has(expression);

/** Row numbers as the bytes of a JSON list: a third quicker out of the driver, where they are many, than a number each. */
export const matchSql =
  'SELECT CAST(json_group_array(rowid) AS BLOB) FROM search_index WHERE search_index MATCH ?';
/** Of the rows from one to another. The driver binds numbers as real ones, by which FTS5 does not know where to begin. */
export const matchSpanSql = `${matchSql} AND rowid BETWEEN CAST(? AS INTEGER) AND CAST(? AS INTEGER)`;

const [zero, nine] = [48, 57];

/** Puts the numbers of a JSON list of whole numbers into a set. */
function addListed(list: Uint8Array, into: RowSet): RowSet {
  let row = 0;
  for (let at = 1; at < list.length; at++) {
    const byte = list[at] ?? 0;
    if (byte >= zero && byte <= nine) row = row * 10 + byte - zero;
    else {
      into.add(row);
      row = 0;
    }
  }
  // The brackets of an empty list add 0, which is no row.
  into.remove(0);
  return into;
}

function rowsListed(state: SearchState, sql: string, values: (string | number)[]): RowSet {
  const [listed] = pluck<Uint8Array>(state.db, sql, values);
  const rows = noRows(state);
  return listed ? addListed(listed, rows) : rows;
}

/** Keeps the rows of an expression as what takes less memory, and forgets those that were not asked for longest. */
function keepMatched({ matched }: SearchState, expression: string, rows: RowSet): void {
  const listed = rows.count() < rows.words.length ? Uint32Array.from(rows.toArray()) : rows.clone();
  const sizeOf = (kept: RowSet | Uint32Array) =>
    bytesOfEntry + (kept instanceof RowSet ? kept.words : kept).byteLength;
  matched.set(expression, listed);
  let bytes = 0;
  for (const kept of matched.values()) bytes += sizeOf(kept);
  for (const [oldest, kept] of matched) {
    if (bytes <= mostMatchedBytes || oldest === expression) break;
    matched.delete(oldest);
    bytes -= sizeOf(kept);
  }
}

/**
 * The rows that a full-text expression matches; the caller's own. With a span those in it, and perhaps others: only what is found in
 * every row is kept.
 */
export function rowsMatching(state: SearchState, expression: string, span: RowSpan | null): RowSet {
  const known = state.matched.get(expression);
  if (known) {
    state.matched.delete(expression);
    state.matched.set(expression, known);
    return known instanceof RowSet ? known.clone() : noRows(state).addAll(known);
  }
  if (span) return rowsListed(state, matchSpanSql, [expression, span.from, span.to - 1]);
  const rows = rowsListed(state, matchSql, [expression]);
  keepMatched(state, expression, rows);
  return rows;
}

/** The id of what a row stands for. */
export const idSql = 'SELECT item_id FROM search_item WHERE rowid = ?';
/** The row of a thing. */
export const rowSql = 'SELECT rowid FROM search_item WHERE kind = ? AND item_id = ?';

/** Ids of rows, in the order of the rows given. */
export function idsOfRows(state: SearchState, rows: readonly number[]): string[] {
  const statement = remembered(state, 'id of a row', () =>
    rawDatabase(state.db).prepare<[number], string>(idSql).pluck(),
  );
  return rows.map((row) => statement.get(row) ?? '');
}

/** Rows of things of a kind by their ids; ids without a row are left out. */
export function rowsOfIds(state: SearchState, kind: HitKind, ids: readonly string[]): number[] {
  const statement = remembered(state, 'row of an id', () =>
    rawDatabase(state.db).prepare<[HitKind, string], number>(rowSql).pluck(),
  );
  return ids.flatMap((id) => statement.get(kind, id) ?? []);
}
