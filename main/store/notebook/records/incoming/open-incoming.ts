/**
 * Opens a notebook from elsewhere – a `.casebook` file of this or an earlier format, or a notebook's JSON – as a notebook of
 * its own in a temporary folder, every record of it checked: nothing that a file brings runs, and the file itself is never
 * touched. Also makes a new notebook of a JSON file.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { CasebookError } from '../../../../../shared/model/result';
import { createDatabase, openReader } from '../../../core/file/open-database';
import { all, countOf, type ReadableDB, rawDatabase } from '../../../core/sql';
import { rebuildIndex } from '../../../search/index/rebuild-index';
import { readJson } from '../json/read-json';
import {
  type EachShare,
  type GivenNotebook,
  type GivenRecord,
  type Loaded,
  loadRecords,
} from '../load-records';
import { readRecords } from '../read-records';
import { recordKinds } from '../record-kinds';
import { isDatabase, mustBePlainFile, openForeignNotebook } from './foreign-notebook';

/** A notebook from elsewhere, as it was when it was opened. */
export interface IncomingNotebook extends Loaded {
  readonly db: ReadableDB;
  readonly title: string;
  /** Closes it and deletes the copy. */
  readonly close: () => void;
}

const refused = (message: string) => new CasebookError('import-refused', message);

function* readForeign(path: string, folder: string): Generator<GivenRecord, GivenNotebook> {
  const { db, close } = openForeignNotebook(path, folder);
  try {
    const counts = recordKinds.map(({ table }) => countOf(db, `SELECT count(*) FROM ${table}`));
    const total = counts.reduce((sum, count) => sum + count, 1);
    let done = 0;
    for (const kind of recordKinds) {
      let number = 0;
      for (const value of readRecords(db, kind, { bytes: true }))
        yield { kind, number: ++number, value, share: done++ / total };
    }
    const [notebook] = all<GivenNotebook>(db, 'SELECT id, title, created_at AS createdAt FROM notebook');
    if (!notebook) throw refused('The notebook has lost its own record.');
    return notebook;
  } finally {
    close();
  }
}

function loadInto(path: string, folder: string, each?: EachShare): { readonly target: string } & Loaded {
  mustBePlainFile(path);
  const source = isDatabase(path) ? readForeign(path, folder) : readJson(path);
  const target = join(folder, 'incoming.casebook');
  const { writer, close } = createDatabase(target, '');
  try {
    if (!writer) throw refused('The temporary folder cannot be written to.');
    rawDatabase(writer).pragma('synchronous = OFF');
    return { target, ...loadRecords(writer, source, each) };
  } finally {
    source.return({ id: '', title: '', createdAt: '' }); // what it has open of the file is closed, wherever it was
    close();
  }
}

/**
 * Opens a notebook from elsewhere for reading. Throws `import-refused` for what is none or contradicts itself,
 * `notebook-newer`, `notebook-foreign`, `file-missing`, and what `each` throws. The caller closes it.
 */
export function openIncoming(path: string, each?: EachShare): IncomingNotebook {
  const folder = mkdtempSync(join(tmpdir(), 'casebook-incoming-'));
  const remove = (): void => rmSync(folder, { recursive: true, force: true });
  try {
    const { target, withoutFiles } = loadInto(path, folder, each);
    const db = openReader(target);
    // One transaction for all that is asked: the file is not locked anew for each question.
    rawDatabase(db).exec('BEGIN');
    const title = all<{ title: string }>(db, 'SELECT title FROM notebook')[0]?.title ?? '';
    const close = (): void => {
      rawDatabase(db).close();
      remove();
    };
    return { db, title, withoutFiles, close };
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
    const db = writer;
    const { withoutFiles } = loadRecords(db, readJson(path));
    // In one transaction: a durable commit for each word would take minutes.
    rawDatabase(db)
      .transaction(() => rebuildIndex(db))
      .immediate();
    loaded = { withoutFiles };
    return loaded;
  } finally {
    close();
    if (!loaded) rmSync(target, { force: true });
  }
}
