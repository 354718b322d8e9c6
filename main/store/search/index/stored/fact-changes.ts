/**
 * Collects what a transaction changes in the rows of values and in the columns, and writes each stored piece once. What is
 * put in wins over what is taken out, in whichever order they come: a row may go from one unit to another.
 */
import { pluck, rawDatabase, run, type WritableDB } from '../../../core/sql';
import { type ColumnName, emptyCell, rowsPerChunk } from '../fact-types';
import { logChange } from './change-log';
import { changeRows } from './containers';

type Chunks<Value> = Map<number, Map<number, Value>>;

/** Changes that are not written yet. */
export interface FactChanges {
  /** By value and chunk: the low half of a row, and whether it is put in. */
  readonly rows: Map<number, Chunks<boolean>>;
  /** By column and chunk: the place in the chunk, and the new cell; null: emptied. */
  readonly cells: Map<ColumnName, Chunks<number | null>>;
}

export const noChanges = (): FactChanges => ({ rows: new Map(), cells: new Map() });

function chunkOf<Key, Value>(all: Map<Key, Chunks<Value>>, key: Key, chunk: number): Map<number, Value> {
  let chunks = all.get(key);
  if (!chunks) all.set(key, (chunks = new Map()));
  let cells = chunks.get(chunk);
  if (!cells) chunks.set(chunk, (cells = new Map()));
  return cells;
}

/** A row bears a value from now on. */
export function putRow({ rows }: FactChanges, value: number, row: number): void {
  chunkOf(rows, value, row >>> 16).set(row & 0xffff, true);
}

/** A row bears a value no more, unless it is put in as well. */
export function takeRow({ rows }: FactChanges, value: number, row: number): void {
  const chunk = chunkOf(rows, value, row >>> 16);
  if (!chunk.has(row & 0xffff)) chunk.set(row & 0xffff, false);
}

/** Sets the cell of a row in a column. */
export function putCell({ cells }: FactChanges, name: ColumnName, row: number, cell: number): void {
  chunkOf(cells, name, Math.floor(row / rowsPerChunk)).set(row % rowsPerChunk, cell);
}

/** Empties the cell of a row in a column, unless it is set as well. */
export function emptyCellOf({ cells }: FactChanges, name: ColumnName, row: number): void {
  const chunk = chunkOf(cells, name, Math.floor(row / rowsPerChunk));
  if (!chunk.has(row % rowsPerChunk)) chunk.set(row % rowsPerChunk, null);
}

function writeRows(
  db: WritableDB,
  value: number,
  chunk: number,
  changes: ReadonlyMap<number, boolean>,
): void {
  const key = [value, chunk];
  const before = pluck<Uint8Array>(
    db,
    'SELECT rows FROM search_rows WHERE value_id = ? AND chunk = ?',
    key,
  )[0];
  const after = changeRows(before, changes);
  if (!after) run(db, 'DELETE FROM search_rows WHERE value_id = ? AND chunk = ?', key);
  else if (before)
    run(db, 'UPDATE search_rows SET rows = ? WHERE value_id = ? AND chunk = ?', [after, ...key]);
  else run(db, 'INSERT INTO search_rows (value_id, chunk, rows) VALUES (?, ?, ?)', [...key, after]);
}

const isWide = (name: ColumnName): boolean => name === 'article' || name === 'event';

function changedCells(
  name: ColumnName,
  before: Uint8Array | undefined,
  changes: ReadonlyMap<number, number | null>,
): Int32Array | Uint16Array {
  const empty = emptyCell(name);
  const copy = before && new Uint8Array(before).buffer;
  const length = rowsPerChunk;
  const blank = () => (isWide(name) ? new Int32Array(length) : new Uint16Array(length).fill(empty));
  const stored = copy && (isWide(name) ? new Int32Array(copy) : new Uint16Array(copy));
  const cells = blank();
  if (stored) cells.set(stored);
  for (const [at, cell] of changes) cells[at] = cell ?? empty;
  return cells;
}

/** The cells up to the last that holds anything. */
function trimmed(name: ColumnName, cells: Int32Array | Uint16Array): Buffer {
  const empty = emptyCell(name);
  let length = cells.length;
  while (length > 0 && cells[length - 1] === empty) length--;
  return Buffer.from(cells.buffer, 0, length * cells.BYTES_PER_ELEMENT);
}

function writeCells(
  db: WritableDB,
  name: ColumnName,
  chunk: number,
  changes: ReadonlyMap<number, number | null>,
): void {
  const key = [name, chunk];
  const before = pluck<Uint8Array>(
    db,
    'SELECT cells FROM search_column WHERE name = ? AND chunk = ?',
    key,
  )[0];
  const after = trimmed(name, changedCells(name, before, changes));
  if (after.length === 0) run(db, 'DELETE FROM search_column WHERE name = ? AND chunk = ?', key);
  else if (before)
    run(db, 'UPDATE search_column SET cells = ? WHERE name = ? AND chunk = ?', [after, ...key]);
  else run(db, 'INSERT INTO search_column (name, chunk, cells) VALUES (?, ?, ?)', [...key, after]);
}

/** Changes of more rows than these are not listed row by row. */
const mostListed = 50_000;

/** The rows that bear other values than before; null: very many. */
function changedRows({ rows }: FactChanges): Set<number> | null {
  const changed = new Set<number>();
  for (const chunks of rows.values())
    for (const [chunk, lows] of chunks) {
      for (const low of lows.keys()) changed.add(chunk * 0x10000 + low);
      if (changed.size > mostListed) return null;
    }
  return changed;
}

/** Writes the changes; the collection can be used again after it. */
export function writeChanges(db: WritableDB, changes: FactChanges): void {
  const { rows, cells } = changes;
  if (rows.size === 0 && cells.size === 0) return;
  for (const [value, chunks] of rows)
    for (const [chunk, changed] of chunks) writeRows(db, value, chunk, changed);
  for (const [name, chunks] of cells)
    for (const [chunk, changed] of chunks) writeCells(db, name, chunk, changed);
  const changed = [...cells].map(([name, chunks]) => [name, new Set(chunks.keys())] as const);
  logChange(rawDatabase(db).name, {
    values: new Set(rows.keys()),
    rows: changedRows(changes),
    chunks: new Map(changed),
  });
  rows.clear();
  cells.clear();
}
