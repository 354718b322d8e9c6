/**
 * Opens a notebook's file: checks that it is one, brings it to the newest shape (after a copy beside it), and answers a
 * handle to write with and a read-only handle for queries. Damaged, newer and foreign files are named cases.
 */

import { randomFillSync } from 'node:crypto';
import { existsSync, rmSync, statSync } from 'node:fs';
import { dirname } from 'node:path';
import Database from 'better-sqlite3';
import { readyCodebooks } from '../../../../shared/codebook/ready-codebooks';
import { newId, setRandomSource } from '../../../../shared/model/id';
import { CasebookError } from '../../../../shared/model/result';
import { rebuildIndex } from '../../search/index/rebuild-index';
import { beginLog, endLog } from '../../search/index/stored/change-log';
import { toCasebookError } from '../errors';
import { startRecording } from '../recorder';
import { asReadable, asWritable, insert, type ReadableDB, rawDatabase, type WritableDB } from '../sql';
import { asideOf, putInPlace, removeAside } from './aside-file';
import { resolveBinding } from './binding';
import { copyBeside, copyDatabase } from './copy-database';
import { lockNotebook, type NotebookLock } from './lock';
import { applicationId, migrate, migrations, needsMigration, versionOf } from './migrate';

/** Random numbers are fetched for many ids at once: asking for a few costs as much. None is given twice. */
const drawn = new Uint8Array(4096);
let given = drawn.length;

setRandomSource((bytes) => {
  if (given + bytes.length > drawn.length) {
    randomFillSync(drawn);
    given = 0;
  }
  bytes.set(drawn.subarray(given, given + bytes.length));
  given += bytes.length;
});

export interface OpenDatabase {
  readonly path: string;
  /** For queries; opened read-only. */
  readonly reader: ReadableDB;
  /** Null when the notebook is open for reading only. */
  readonly writer: WritableDB | null;
  /** Whether the path still leads to the file that the handles have open: it may have been moved, removed or replaced. */
  readonly isInPlace: () => boolean;
  readonly close: () => void;
  /** Where it is open for writing: see {@link Replaced}. Throws what opening throws. */
  readonly replaceBy?: (file: string) => Replaced;
}

/** What came of putting another file – a whole notebook of this format, closed – in the place of one that is open. */
export interface Replaced {
  /** On the file that is there now; the handles from before are closed. */
  readonly opened: OpenDatabase;
  /** False: another program or thread has the file open, or the system does not let us. It is then what it was. */
  readonly isReplaced: boolean;
}

const options = () => ({ nativeBinding: resolveBinding(), timeout: 2000 });

/** WAL with a full sync: what was acknowledged survives a power cut. Text is compared by bytes; memory is bounded. */
function configure(raw: Database.Database): void {
  raw.pragma('journal_mode = WAL');
  raw.pragma('synchronous = FULL');
  raw.pragma('foreign_keys = ON');
  keepInBounds(raw);
}

/** For every handle: what the file says is not trusted, and memory is bounded. */
function keepInBounds(raw: Database.Database): void {
  raw.pragma('trusted_schema = OFF');
  raw.pragma('cache_size = -64000');
  raw.pragma('temp_store = MEMORY');
}

/** A handle on a file that is there, closed again where it cannot be made ready. */
function handleOn<Handle>(
  path: string,
  readonly: boolean,
  ready: (raw: Database.Database) => Handle,
): Handle {
  const raw = new Database(path, { ...options(), readonly, fileMustExist: true });
  try {
    return ready(raw);
  } catch (error) {
    raw.close();
    throw toCasebookError(error);
  }
}

function asRecorded(raw: Database.Database): WritableDB {
  const writer = asWritable(raw);
  startRecording(writer);
  return writer;
}

function checkIdentity(raw: Database.Database, newestVersion: number): void {
  const tables = Number(raw.prepare('SELECT count(*) FROM sqlite_schema').pluck().get());
  const id = Number(raw.pragma('application_id', { simple: true }));
  if (id !== applicationId) {
    const empty = tables === 0;
    throw new CasebookError(
      empty ? 'notebook-damaged' : 'notebook-foreign',
      empty ? 'The file is empty: it is not a notebook.' : 'The file is a database of another program.',
    );
  }
  const version = Number(raw.pragma('user_version', { simple: true }));
  if (version > newestVersion) {
    throw new CasebookError(
      'notebook-newer',
      `This notebook has format ${version}; this program knows formats up to ${newestVersion}.`,
    );
  }
}

/** A handle that cannot write, on a connection of its own. The caller closes it. */
export function openReader(path: string): ReadableDB {
  return handleOn(path, true, (raw) => {
    keepInBounds(raw);
    return asReadable(raw);
  });
}

/** From here on a handle reads the notebook as it is now, until its transaction ends. */
export function holdMoment(reader: ReadableDB): void {
  rawDatabase(reader).exec('BEGIN');
  rawDatabase(reader).prepare('SELECT count(*) FROM sqlite_schema').get(); // the first reading decides which moment it is
}

/** Reads the notebook at a path as it is when this is called, whatever is written to it meanwhile, on a connection of its own. */
export async function readAtOneMoment<Value>(
  path: string,
  read: (db: ReadableDB) => Value | Promise<Value>,
): Promise<Value> {
  const reader = openReader(path);
  try {
    holdMoment(reader);
    return await read(reader);
  } finally {
    rawDatabase(reader).close();
  }
}

/**
 * Copies a notebook as it is when this is called. Where its file is no longer at its path only the handle that is open has it, and
 * writing puts the copy off.
 */
export async function copyOpened({ path, reader, isInPlace }: OpenDatabase, copy: string): Promise<void> {
  if (isInPlace()) await readAtOneMoment(path, (moment) => copyDatabase(moment, copy));
  else await copyDatabase(reader, copy);
}

/** Formats before 4 have no facet index; format 1 joined the words of passages in parts, so that phrases ran across the gap. */
function deriveAnew(db: WritableDB, from: number): void {
  if (from > 0 && from < 4) rebuildIndex(db);
}

function prepareWriter(path: string, raw: Database.Database, steps: readonly string[]): WritableDB {
  const writer = asWritable(raw);
  configure(raw);
  const version = versionOf(writer);
  if (needsMigration(writer, steps)) copyBeside(writer, path, `before-format-${version + 1}`);
  migrate(writer, steps, steps === migrations ? deriveAnew : undefined);
  startRecording(writer);
  beginLog(raw.name);
  return writer;
}

/**
 * A second handle to write with, beside the one that holds the notebook's lock: for a thread that writes while that one waits,
 * and whoever holds that one then has to say that the index was changed. The caller closes it.
 */
export function openBeside(path: string): WritableDB {
  return handleOn(path, false, (raw) => {
    configure(raw);
    return asRecorded(raw);
  });
}

/** A handle to work with on a copy of a notebook, which nobody else knows and which is thrown away when the work fails. */
export function openAside(file: string): WritableDB {
  return handleOn(file, false, (raw) => {
    // Nothing of it is worth keeping before it is put in its place: see `putInPlace`.
    raw.pragma('journal_mode = MEMORY');
    raw.pragma('synchronous = OFF');
    raw.pragma('foreign_keys = ON');
    keepInBounds(raw);
    return asRecorded(raw);
  });
}

function lock(path: string): NotebookLock {
  if (!existsSync(dirname(path)))
    throw new CasebookError('file-missing', `There is no folder ${dirname(path)}.`);
  try {
    return lockNotebook(path);
  } catch (error) {
    throw toCasebookError(error);
  }
}

function withLock(path: string, open: (held: NotebookLock) => OpenDatabase): OpenDatabase {
  const held = lock(path);
  try {
    // Left by a program that was ended while it worked on a copy.
    if (existsSync(path)) removeAside(asideOf(path));
    return open(held);
  } catch (error) {
    held.release();
    throw toCasebookError(error);
  }
}

function closeAll(closers: readonly (() => void)[]): void {
  for (const close of closers) close();
}

/**
 * Leaves WAL mode, which only a writer can read: a closed notebook is one file that opens from a read-only medium too.
 * Where another program is reading it, it stays as it is.
 */
function closeWriter(raw: Database.Database): void {
  endLog(raw.name);
  try {
    raw.pragma('journal_mode = DELETE');
  } catch {
    // Busy or a full disk: the file is whole in either mode.
  }
  raw.close();
}

function openBoth(
  path: string,
  raw: Database.Database,
  held: NotebookLock,
  steps: readonly string[] = migrations,
): OpenDatabase {
  try {
    return handlesOn(path, prepareWriter(path, raw, steps), held);
  } catch (error) {
    raw.close();
    throw error;
  }
}

function watchPlace(path: string): () => boolean {
  const inode = () => statSync(path, { throwIfNoEntry: false })?.ino;
  const opened = inode();
  return () => opened !== undefined && inode() === opened;
}

function handlesOn(path: string, writer: WritableDB, held: NotebookLock): OpenDatabase {
  const reader = openReader(path);
  const [readerEnds, raw] = [() => rawDatabase(reader).close(), rawDatabase(writer)];
  return {
    path,
    reader,
    writer,
    isInPlace: watchPlace(path),
    close: () => closeAll([readerEnds, () => closeWriter(raw), held.release]),
    replaceBy: (file) => {
      readerEnds();
      if (!leaveLog(raw)) return { opened: handlesOn(path, writer, held), isReplaced: false };
      closeWriter(raw);
      const isReplaced = putInPlace(file, path);
      const next = new Database(path, { ...options(), fileMustExist: true });
      return { opened: openBoth(path, next, held), isReplaced };
    },
  };
}

/** Whether nobody else has the file open: only then all of it is in one file, and not in its log. */
function leaveLog(raw: Database.Database): boolean {
  raw.pragma('busy_timeout = 0');
  try {
    return raw.pragma('journal_mode = DELETE', { simple: true }) === 'delete';
  } catch {
    return false;
  } finally {
    raw.pragma(`busy_timeout = ${options().timeout}`);
  }
}

/** Opens a notebook for reading and writing. Throws a `CasebookError` with a file code. */
export function openDatabase(path: string, steps: readonly string[] = migrations): OpenDatabase {
  mustBeFile(path);
  return withLock(path, (held) => {
    const raw = new Database(path, { ...options(), fileMustExist: true });
    try {
      checkIdentity(raw, steps.length);
    } catch (error) {
      raw.close();
      throw error;
    }
    return openBoth(path, raw, held, steps);
  });
}

/** Opens a notebook for reading only: another program may be writing it. */
export function openDatabaseReadOnly(path: string, steps: readonly string[] = migrations): OpenDatabase {
  mustBeFile(path);
  const reader = openReader(path);
  const close = () => {
    rawDatabase(reader).close();
  };
  try {
    checkIdentity(rawDatabase(reader), steps.length);
    mustBeNewest(reader, steps);
    return { path, reader, writer: null, isInPlace: watchPlace(path), close };
  } catch (error) {
    close();
    throw toCasebookError(error);
  }
}

/** A file of an older format cannot be read as it is, and cannot be changed where it may only be read. */
function mustBeNewest(reader: ReadableDB, steps: readonly string[]): void {
  if (versionOf(reader) === steps.length) return;
  throw new CasebookError(
    'read-only',
    'This notebook has an older format: open it for writing once, and it is brought up to date.',
  );
}

function mustBeFile(path: string): void {
  if (!existsSync(path)) throw new CasebookError('file-missing', `There is no file ${path}.`);
  if (!statSync(path).isFile()) throw new CasebookError('notebook-damaged', `${path} is not a file.`);
}

/** Makes an empty notebook at a path where there is no file yet. */
export function createDatabase(path: string, title: string): OpenDatabase {
  if (existsSync(path)) throw new CasebookError('conflict', `There is a file at ${path} already.`);
  return withLock(path, (held) => {
    try {
      const opened = openBoth(path, new Database(path, options()), held);
      if (opened.writer) fillNewNotebook(opened.writer, title);
      return opened;
    } catch (error) {
      // Half a notebook is none: the name is free again.
      for (const left of ['', '-wal', '-shm', '-journal']) rmSync(path + left, { force: true });
      throw error;
    }
  });
}

/** A notebook starts with the plain lists; they are the researcher's own from then on. */
function fillNewNotebook(db: WritableDB, title: string): void {
  rawDatabase(db)
    .transaction(() => {
      insert(db, 'notebook', { id: newId(), title, created_at: new Date().toISOString() });
      const [plain] = readyCodebooks;
      plain?.types.forEach(({ name }, position) => insert(db, 'event_type', { id: newId(), name, position }));
      plain?.roles.forEach((name, position) => insert(db, 'role', { id: newId(), name, position }));
      rawDatabase(db).exec('DELETE FROM temp.change');
    })
    .immediate();
}
