/**
 * Opens a SQLite file that another program or another person made, for reading only. What lies at its place is never
 * touched: a copy is opened, in a folder of its own. It knows no format; whoever reads it names the tables it needs.
 */
import { copyFileSync, existsSync, mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { CasebookError } from '../../../../shared/model/result';
import { asReadable, pluck, type ReadableDB, rawDatabase } from '../sql';
import { resolveBinding } from './binding';

/** A file on disk (its write-ahead log is read with it), or the bytes of one. */
export type ForeignSource = { readonly path: string } | { readonly bytes: Uint8Array };

export interface ForeignDatabase {
  readonly db: ReadableDB;
  /** Closes it and deletes the copy. */
  readonly close: () => void;
}

/** Bytes of a file of another program: a project of a thousand interviews has 100 MB. */
const greatestByteLength = 1024 * 1024 * 1024;

const refuse = (message: string, cause?: unknown): CasebookError =>
  new CasebookError('import-refused', message, { cause });

function checkLength(source: ForeignSource): void {
  const length = 'path' in source ? statSync(source.path).size : source.bytes.byteLength;
  if (length > greatestByteLength)
    throw refuse(
      `The database is too large: ${Math.ceil(length / 1024 / 1024)} MB, and at most 1024 MB can be read.`,
    );
}

function copyTo(copy: string, source: ForeignSource): void {
  if ('bytes' in source) return writeFileSync(copy, source.bytes);
  copyFileSync(source.path, copy);
  if (existsSync(`${source.path}-wal`)) copyFileSync(`${source.path}-wal`, `${copy}-wal`);
}

/** Nothing that the file brings may run: views and triggers trust nobody, checks are not evaluated, nothing is written. */
function openCopy(copy: string): Database.Database {
  const raw = new Database(copy, { nativeBinding: resolveBinding(), fileMustExist: true, timeout: 2000 });
  try {
    raw.pragma('trusted_schema = OFF');
    raw.pragma('ignore_check_constraints = ON');
    raw.pragma('cell_size_check = ON');
    raw.pragma('mmap_size = 0');
    raw.pragma('temp_store = MEMORY');
    raw.pragma('query_only = ON');
    if (raw.pragma('quick_check(1)', { simple: true }) !== 'ok') throw refuse('The database is damaged.');
    return raw;
  } catch (error) {
    raw.close();
    throw error;
  }
}

/** Throws `import-refused` for what is too large, damaged, encrypted or no SQLite file. The caller closes it. */
export function openForeign(source: ForeignSource): ForeignDatabase {
  checkLength(source);
  const folder = mkdtempSync(join(tmpdir(), 'casebook-foreign-'));
  const remove = (): void => rmSync(folder, { recursive: true, force: true });
  try {
    const copy = join(folder, 'copy.sqlite');
    copyTo(copy, source);
    const raw = openCopy(copy);
    return { db: asReadable(raw), close: () => closeAndRemove(raw, remove) };
  } catch (error) {
    remove();
    if (error instanceof CasebookError) throw error;
    throw refuse('The database cannot be read: it is damaged, encrypted or not a SQLite file.', error);
  }
}

function closeAndRemove(raw: Database.Database, remove: () => void): void {
  raw.close();
  remove();
}

/**
 * The columns of an ordinary table, none where there is no such table. Views, virtual tables and computed columns are
 * not named: reading them would run what somebody else wrote.
 */
export function foreignColumns(db: ReadableDB, table: string): readonly string[] {
  const isTable = pluck<number>(
    db,
    `SELECT 1 FROM sqlite_schema WHERE type = 'table' AND name = ? AND sql NOT LIKE 'create virtual%'`,
    [table],
  );
  if (isTable.length === 0) return [];
  const rows = rawDatabase(db).pragma(`table_xinfo("${table.replaceAll('"', '""')}")`);
  return (rows as { name: string; hidden: number }[])
    .filter(({ hidden }) => hidden === 0)
    .map(({ name }) => name);
}
