/**
 * A notebook's file from elsewhere, opened as a copy and looked at before a row of it is read: it must be a plain file, a
 * notebook of this or an earlier format, with the tables of one and nothing in it that would run. Rows are checked by who reads them.
 */
import { closeSync, copyFileSync, existsSync, lstatSync, openSync, readSync } from 'node:fs';
import { join } from 'node:path';
import { CasebookError } from '../../../../../shared/model/result';
import { toCasebookError } from '../../../core/errors';
import { applicationId, newestVersion } from '../../../core/file/migrate';
import { openDatabase } from '../../../core/file/open-database';
import { type ForeignDatabase, foreignColumns, openForeign } from '../../../core/file/open-foreign';
import { countOf, type ReadableDB, rawDatabase } from '../../../core/sql';
import { recordKinds } from '../record-kinds';
import type { Part } from '../record-types';

const refused = (message: string, cause?: unknown) => new CasebookError('import-refused', message, { cause });

/** Throws `file-missing`, or `import-refused` for a link, a folder and whatever else is no plain file. */
export function mustBePlainFile(path: string): void {
  const found = lstatSync(path, { throwIfNoEntry: false });
  if (!found) throw new CasebookError('file-missing', `There is no file ${path}.`);
  if (found.isSymbolicLink()) throw refused('This is a link to another file. Choose the file itself.');
  if (!found.isFile()) throw refused('This is no file that can be read.');
}

const signature = 'SQLite format 3';

/** Whether a file begins as SQLite's do. */
export function isDatabase(path: string): boolean {
  const file = openSync(path, 'r');
  try {
    const head = Buffer.alloc(signature.length);
    readSync(file, head, 0, signature.length, 0);
    return head.toString('latin1') === signature;
  } finally {
    closeSync(file);
  }
}

function versionOf(db: ReadableDB): number {
  const raw = rawDatabase(db);
  if (Number(raw.pragma('application_id', { simple: true })) !== applicationId)
    throw new CasebookError('notebook-foreign', 'The file is a database of another program.');
  const version = Number(raw.pragma('user_version', { simple: true }));
  if (version > newestVersion)
    throw new CasebookError(
      'notebook-newer',
      `This notebook has format ${version}; this program knows formats up to ${newestVersion}.`,
    );
  return version;
}

/** The file of a notebook holds no trigger: one that is there is somebody else's, and bringing the copy up to date would run it. */
function checkTriggers(db: ReadableDB): void {
  if (countOf(db, `SELECT count(*) FROM sqlite_schema WHERE type = 'trigger'`) > 0)
    throw refused('The file holds triggers, which a notebook has none of: somebody changed it.');
}

function checkTables(db: ReadableDB): void {
  const check = ({ table, fields, parent }: Pick<Part, 'table' | 'fields' | 'parent'>) => {
    const there = new Set(foreignColumns(db, table));
    const missing = [...fields.map(({ column }) => column), parent].find((column) => !there.has(column));
    if (missing !== undefined) throw refused(`The notebook’s table ${table} has no ${missing}.`);
  };
  const walk = (part: Part): void => {
    check(part);
    part.parts?.forEach(walk);
  };
  check({ table: 'notebook', fields: [], parent: 'title' });
  for (const { table, fields, key, parts } of recordKinds) {
    check({ table, fields, parent: key });
    parts.forEach(walk);
  }
}

/** A copy in the newest format; what goes wrong on the way is the file's fault. */
function copyInNewestFormat(path: string, folder: string): string {
  const copy = join(folder, 'earlier.casebook');
  for (const end of ['', '-wal']) if (existsSync(path + end)) copyFileSync(path + end, copy + end);
  try {
    openDatabase(copy).close();
    return copy;
  } catch (cause) {
    if (toCasebookError(cause).code === 'disk-full') throw cause;
    throw refused('This notebook of an earlier format cannot be brought up to date: it is damaged.', cause);
  }
}

/** `work`, with the file closed when it fails. */
function orClose<Value>(opened: ForeignDatabase, work: () => Value): Value {
  try {
    return work();
  } catch (error) {
    opened.close();
    throw error;
  }
}

/**
 * Opens a notebook's file for reading, at one moment; `folder`: for a copy, where it has to be brought up to date. Throws
 * `import-refused`, `notebook-newer`, `notebook-foreign`. The caller closes it.
 */
export function openForeignNotebook(path: string, folder: string): ForeignDatabase {
  const opened = openForeign({ path });
  const version = orClose(opened, () => {
    checkTriggers(opened.db);
    return versionOf(opened.db);
  });
  if (version !== newestVersion) opened.close();
  const newest = version === newestVersion ? opened : openForeign({ path: copyInNewestFormat(path, folder) });
  return orClose(newest, () => {
    checkTables(newest.db);
    rawDatabase(newest.db).exec('BEGIN');
    return newest;
  });
}
