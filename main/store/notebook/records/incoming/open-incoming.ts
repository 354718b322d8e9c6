/**
 * Opens a notebook from elsewhere – a `.casebook` file of this or an earlier format, or a notebook's JSON – as a notebook of
 * its own in a temporary folder, every record of it checked: nothing that a file brings runs, and the file itself is never
 * touched. Also makes a new notebook of a JSON file.
 */
import { closeSync, copyFileSync, existsSync, mkdtempSync, openSync, readSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { CasebookError } from '../../../../../shared/model/result';
import { applicationId, newestVersion } from '../../../core/file/migrate';
import { createDatabase, openDatabase } from '../../../core/file/open-database';
import { foreignColumns, openForeign } from '../../../core/file/open-foreign';
import { all, type ReadableDB, rawDatabase } from '../../../core/sql';
import { rebuildIndex } from '../../../search/index/rebuild-index';
import { readJson } from '../json/read-json';
import { type GivenNotebook, type GivenRecord, type Loaded, loadRecords } from '../load-records';
import { readRecords } from '../read-records';
import { recordKinds } from '../record-kinds';
import type { Part } from '../record-types';

/** A notebook from elsewhere, as it was when it was opened. */
export interface IncomingNotebook extends Loaded {
  readonly db: ReadableDB;
  readonly title: string;
  /** Closes it and deletes the copy. */
  readonly close: () => void;
}

const refused = (message: string) => new CasebookError('import-refused', message);

function beginsWith(path: string, words: string): boolean {
  if (!existsSync(path)) throw new CasebookError('file-missing', `There is no file ${path}.`);
  const file = openSync(path, 'r');
  try {
    const head = Buffer.alloc(words.length);
    readSync(file, head, 0, words.length, 0);
    return head.toString('latin1') === words;
  } finally {
    closeSync(file);
  }
}

const isDatabase = (path: string): boolean => beginsWith(path, 'SQLite format 3');

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

function versionOfFile(path: string): number {
  const { db, close } = openForeign({ path });
  try {
    return versionOf(db);
  } finally {
    close();
  }
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
  for (const { table, fields, key, parts } of recordKinds) {
    check({ table, fields, parent: key });
    parts.forEach(walk);
  }
}

function* readForeign(path: string): Generator<GivenRecord, GivenNotebook> {
  const { db, close } = openForeign({ path });
  try {
    checkTables(db);
    for (const kind of recordKinds) {
      let number = 0;
      for (const value of readRecords(db, kind, { bytes: true })) yield { kind, number: ++number, value };
    }
    const [notebook] = all<GivenNotebook>(db, 'SELECT id, title, created_at AS createdAt FROM notebook');
    if (!notebook) throw refused('The notebook has lost its own record.');
    return notebook;
  } finally {
    close();
  }
}

/** A copy in the newest format, for a notebook of an earlier one; the path itself otherwise. */
function inNewestFormat(path: string, folder: string): string {
  if (versionOfFile(path) === newestVersion) return path;
  const copy = join(folder, 'earlier.casebook');
  for (const end of ['', '-wal']) if (existsSync(path + end)) copyFileSync(path + end, copy + end);
  openDatabase(copy).close();
  return copy;
}

function loadInto(path: string, folder: string): { readonly target: string } & Loaded {
  const source = isDatabase(path) ? readForeign(inNewestFormat(path, folder)) : readJson(path);
  const target = join(folder, 'incoming.casebook');
  const { writer, close } = createDatabase(target, '');
  try {
    if (!writer) throw refused('The temporary folder cannot be written to.');
    rawDatabase(writer).pragma('synchronous = OFF');
    return { target, ...loadRecords(writer, source) };
  } finally {
    close();
  }
}

/**
 * Opens a notebook from elsewhere for reading. Throws `import-refused` for what is none or contradicts itself,
 * `notebook-newer`, `notebook-foreign`, `file-missing`. The caller closes it.
 */
export function openIncoming(path: string): IncomingNotebook {
  const folder = mkdtempSync(join(tmpdir(), 'casebook-incoming-'));
  const remove = (): void => rmSync(folder, { recursive: true, force: true });
  try {
    const { target, withoutFiles } = loadInto(path, folder);
    const { reader, close } = openDatabase(target);
    const title = all<{ title: string }>(reader, 'SELECT title FROM notebook')[0]?.title ?? '';
    const end = (): void => {
      close();
      remove();
    };
    return { db: reader, title, withoutFiles, close: end };
  } catch (error) {
    remove();
    throw error;
  }
}

/** Makes a new notebook of a notebook's JSON, with the same ids. Throws `conflict` where there is a file, `import-refused`. */
export function restoreNotebook(path: string, target: string): Loaded {
  const { writer, close } = createDatabase(target, '');
  let loaded: Loaded | undefined;
  try {
    if (!writer) throw refused('The new file cannot be written to.');
    loaded = loadRecords(writer, readJson(path));
    rebuildIndex(writer);
    return loaded;
  } finally {
    close();
    if (!loaded) rmSync(target, { force: true });
  }
}
