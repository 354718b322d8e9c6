/**
 * Reads what the index keeps of every searchable row: the rows that bear a value, and the columns of numbers. Read when
 * first asked for and kept until it has changed; nothing is read at opening. `dataVersion` is to be called at the
 * beginning of each query: it brings what is kept up to date.
 */
import { all, get, pluck, type ReadableDB, rawDatabase } from '../../core/sql';
import type { RowSet } from '../rows/row-set';
import { type ColumnName, type ColumnOf, emptyCell, type FactField, rowsPerChunk } from './fact-types';
import { changesSince, logPosition } from './stored/change-log';
import { decodeStarts, type SentenceStarts } from './stored/facts-record';
import {
  addHeld,
  countHeld,
  type HeldRows,
  holdRows,
  noHeldRows,
  type StoredPiece,
  sizeOfHeld,
  visitHeld,
} from './stored/held-rows';

/** One value that rows can bear. */
export interface FactValue {
  readonly id: number;
  /** Id of an entity, tag, event or type; a word such as a mode; the folded label of a publisher, author or language. */
  readonly key: string;
  /** How a publisher, author or language was written where it was first met; '' for all else. */
  readonly label: string;
}

/** What is kept of one connection's notebook. */
interface Kept {
  version: string;
  /** How far the log of changes was followed. */
  logged: number;
  bytes: number;
  readonly rows: Map<number, HeldRows>;
  /** Up to which id the values were read. */
  newest: number;
  readonly values: Map<FactField, readonly FactValue[]>;
  readonly columns: Map<ColumnName, ColumnOf[ColumnName]>;
  /** The rows that have changed since they were taken; null: any may have. */
  changed: Set<number> | null;
}

const kept = new WeakMap<object, Kept>();

/** Containers take no more than this in memory; beyond it they are all read anew when asked for. */
const mostBytes = 24_000_000;

const versionNow = (db: ReadableDB): string => {
  const row = get<{ version: number; own: number }>(
    db,
    'SELECT data_version AS version, total_changes() AS own FROM pragma_data_version()',
  );
  return `${row?.version} ${row?.own}`;
};

/** Values are added, never changed: those that were read are all there are while this is the same. */
const newestValue = (db: ReadableDB): number =>
  pluck<number | null>(db, 'SELECT max(id) FROM search_value')[0] ?? 0;

function forgetRows(now: Kept): void {
  now.rows.clear();
  now.bytes = 0;
}

/** More changed rows than these are not listed. */
const mostChanged = 100_000;

function joined(one: Set<number> | null, other: ReadonlySet<number> | null): Set<number> | null {
  if (!one || !other) return null;
  for (const row of other) one.add(row);
  return one.size > mostChanged ? null : one;
}

/** Forgets what the log says has changed; all of it where no log was kept (another process writes). */
function catchUp(db: ReadableDB, now: Kept, version: string): void {
  const changes = changesSince(rawDatabase(db).name, now.logged);
  const newest = newestValue(db);
  now.version = version;
  if (!changes || newest !== now.newest) now.values.clear();
  now.newest = newest;
  if (changes) {
    for (const id of changes.values) now.rows.delete(id);
    for (const [name, chunks] of changes.chunks) rereadChunks(db, now, name, chunks);
    now.changed = joined(now.changed, changes.rows);
    now.logged = changes.upTo;
  } else {
    forgetRows(now);
    now.changed = null;
    now.columns.clear();
    now.logged = logPosition(rawDatabase(db).name);
  }
}

function keptOf(db: ReadableDB): Kept {
  const before = kept.get(db);
  if (before) return before;
  const logged = logPosition(rawDatabase(db).name);
  const now: Kept = {
    version: versionNow(db),
    logged,
    bytes: 0,
    rows: new Map(),
    newest: newestValue(db),
    values: new Map(),
    columns: new Map(),
    changed: null,
  };
  kept.set(db, now);
  return now;
}

/** Changes with every commit. Brings what is kept here up to date; to be called once at the beginning of each query. */
export function dataVersion(db: ReadableDB): string {
  const now = keptOf(db);
  const version = versionNow(db);
  if (version !== now.version) catchUp(db, now, version);
  return version;
}

/** The rows that bear other values than when this was asked last; null: any may. */
export function takeChangedRows(db: ReadableDB): ReadonlySet<number> | null {
  const now = keptOf(db);
  const { changed } = now;
  now.changed = new Set();
  return changed;
}

/** The highest number of a value. */
export const newestValueOf = (db: ReadableDB): number => keptOf(db).newest;

/** Every value that rows bear or have borne in a field; the list is shared and must not be changed. */
export function valuesOf(db: ReadableDB, field: FactField): readonly FactValue[] {
  const { values } = keptOf(db);
  const known = values.get(field);
  if (known) return known;
  const read = all<FactValue>(db, 'SELECT id, key, label FROM search_value WHERE field = ? ORDER BY key', [
    field,
  ]);
  values.set(field, read);
  return read;
}

/** The id of a value, or null where no row has ever borne it. */
export function valueId(db: ReadableDB, field: FactField, key: string): number | null {
  return (
    pluck<number>(db, 'SELECT id FROM search_value WHERE field = ? AND key = ?', [field, key])[0] ?? null
  );
}

/** The stored pieces of the rows that bear a value. */
export const containersSql =
  'SELECT value_id AS id, chunk, rows FROM search_rows WHERE value_id = ? ORDER BY chunk';

function hold(now: Kept, id: number, rows: HeldRows): void {
  if (now.bytes > mostBytes) forgetRows(now);
  now.rows.set(id, rows);
  now.bytes += sizeOfHeld(rows);
}

function rowsOf(db: ReadableDB, id: number): HeldRows {
  const now = keptOf(db);
  let rows = now.rows.get(id);
  if (!rows) {
    rows = holdRows(all<StoredPiece>(db, containersSql, [id])).get(id) ?? noHeldRows;
    hold(now, id, rows);
  }
  return rows;
}

/** Puts the rows that bear any of some values into a set. */
export function addRowsOf(db: ReadableDB, valueIds: readonly number[], into: RowSet): void {
  for (const id of valueIds) addHeld(rowsOf(db, id), into);
}

/** How many rows of a set bear a value. */
export function countRowsOf(db: ReadableDB, id: number, within: RowSet): number {
  return countHeld(rowsOf(db, id), within);
}

/** The highest row number there is, or 0. A `RowSet` for all rows has the size of one more. */
export function highestRow(db: ReadableDB): number {
  return pluck<number | null>(db, 'SELECT max(rowid) FROM search_item')[0] ?? 0;
}

/** All pieces of a column that hold anything; and one of them. */
export const cellsSql = 'SELECT chunk, cells FROM search_column WHERE name = ? ORDER BY chunk';
export const oneChunkSql = 'SELECT cells FROM search_column WHERE name = ? AND chunk = ?';

const isWide = (name: ColumnName): boolean => name === 'article' || name === 'event';

function putCells(column: ColumnOf[ColumnName], name: ColumnName, chunk: number, cells: Uint8Array): void {
  const copy = new Uint8Array(cells).buffer;
  column.set(isWide(name) ? new Int32Array(copy) : new Uint16Array(copy), chunk * rowsPerChunk);
}

/** With room for the rows that are made next, so that the column need not be made anew for each. */
function readColumn(db: ReadableDB, name: ColumnName): ColumnOf[ColumnName] {
  const length = (Math.floor(highestRow(db) / rowsPerChunk) + 9) * rowsPerChunk;
  const column = isWide(name) ? new Int32Array(length) : new Uint16Array(length).fill(emptyCell(name));
  for (const { chunk, cells } of all<{ chunk: number; cells: Uint8Array }>(db, cellsSql, [name]))
    putCells(column, name, chunk, cells);
  return column;
}

/** Reads again the pieces of a column that have changed. */
function rereadChunks(
  db: ReadableDB,
  { columns }: Kept,
  name: ColumnName,
  chunks: ReadonlySet<number>,
): void {
  const column = columns.get(name);
  if (!column) return;
  for (const chunk of chunks) {
    const from = chunk * rowsPerChunk;
    // Not enough room: it is read anew when it is asked for.
    if (from + rowsPerChunk > column.length) return void columns.delete(name);
    column.fill(emptyCell(name), from, from + rowsPerChunk);
    for (const cells of pluck<Uint8Array>(db, oneChunkSql, [name, chunk]))
      putCells(column, name, chunk, cells);
  }
}

/**
 * A column of numbers by row, shared and not to be changed; see `ColumnOf`. It is longer than there are rows: what lies beyond
 * has the empty cell. `dataVersion` brings it up to date in place.
 */
export function column<Name extends ColumnName>(db: ReadableDB, name: Name): ColumnOf[Name] {
  const { columns } = keptOf(db);
  let read = columns.get(name);
  if (!read) columns.set(name, (read = readColumn(db, name)));
  return read as ColumnOf[Name];
}

/** Where the sentences and paragraphs of an article's current text begin, by the number of the word; null for another row. */
export function sentenceStarts(db: ReadableDB, articleRow: number): SentenceStarts | null {
  const bytes = pluck<Uint8Array | null>(db, 'SELECT starts FROM search_fact WHERE row = ?', [articleRow])[0];
  return bytes ? decodeStarts(bytes) : null;
}

/** The stored pieces of all values of a field; small ones as digits, since a buffer for each costs five times as much. */
export const fieldSql = `SELECT r.value_id AS id, r.chunk, iif(length(r.rows) <= 200, hex(r.rows), r.rows) AS rows FROM search_value v
  CROSS JOIN search_rows r ON r.value_id = v.id WHERE v.field = ? ORDER BY v.key, r.chunk`;

/** Reads the rows of every value of a field in one go, for whoever counts them all. */
export function readField(db: ReadableDB, field: FactField): void {
  const now = keptOf(db);
  const missing = valuesOf(db, field).filter(({ id }) => !now.rows.has(id));
  if (missing.length < 20) return;
  const read = holdRows(all<StoredPiece>(db, fieldSql, [field]));
  for (const { id } of missing) hold(now, id, read.get(id) ?? noHeldRows);
}

/** Calls `visit` with each row of a set that bears a value, lowest first. */
export function visitRowsOf(db: ReadableDB, id: number, within: RowSet, visit: (row: number) => void): void {
  visitHeld(rowsOf(db, id), within, visit);
}
