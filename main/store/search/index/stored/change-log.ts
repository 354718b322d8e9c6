/**
 * Which parts of the index a writer of this process has changed, so that what readers of the same file keep in memory is
 * read again only where it changed. There is one writer a notebook; where it is another process there is no log.
 */
import type { ColumnName } from '../fact-types';

interface Change {
  readonly values: ReadonlySet<number>;
  /** The rows that bear other values than before; null: more than are listed. */
  readonly rows: ReadonlySet<number> | null;
  /** The pieces of columns, by number. */
  readonly chunks: ReadonlyMap<ColumnName, ReadonlySet<number>>;
}

interface Log {
  /** Number of the first change that is still known. */
  first: number;
  readonly changes: Change[];
}

const logs = new Map<string, Log>();
const mostChanges = 200;
/** Positions are never used again, so that those of a log that has ended are not taken for those of the next. */
let nextPosition = 1;

/** From here on every change of the index of the file is told to {@link logChange}. */
export function beginLog(path: string): void {
  logs.set(path, { first: nextPosition++, changes: [] });
}

/** The writer has closed. */
export function endLog(path: string): void {
  logs.delete(path);
}

/** The index is made anew: nothing that was read of it holds any more. */
export function restartLog(path: string): void {
  if (logs.has(path)) beginLog(path);
}

/** Says what a transaction changes in the index; it does no harm if the transaction fails. */
export function logChange(path: string, change: Change): void {
  const log = logs.get(path);
  if (!log) return;
  log.changes.push(change);
  nextPosition = Math.max(nextPosition, log.first + log.changes.length + 1);
  if (log.changes.length > mostChanges) {
    log.changes.shift();
    log.first++;
  }
}

/** The position of the log now; 0 where there is none. */
export function logPosition(path: string): number {
  const log = logs.get(path);
  return log ? log.first + log.changes.length : 0;
}

/** What has changed since a position of the log, and the position now; null where that is not known. */
export function changesSince(path: string, position: number): (Change & { readonly upTo: number }) | null {
  const log = logs.get(path);
  if (!log || position < log.first) return null;
  const values = new Set<number>();
  const chunks = new Map<ColumnName, Set<number>>();
  let rows: Set<number> | null = new Set();
  for (const change of log.changes.slice(position - log.first)) {
    for (const id of change.values) values.add(id);
    if (!change.rows) rows = null;
    for (const row of change.rows ?? []) rows?.add(row);
    for (const [name, changed] of change.chunks)
      chunks.set(name, new Set([...(chunks.get(name) ?? []), ...changed]));
  }
  return { values, rows, chunks, upTo: log.first + log.changes.length };
}
