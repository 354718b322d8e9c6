/**
 * Work on the whole notebook that takes seconds or minutes, while others go on writing to it: it is done on a copy, what others did
 * meanwhile is done again there, and the copy takes the notebook's place. Nobody waits but for the last of these, and everything
 * is there at once or nothing. Says where it cannot be done so; the caller then works on the notebook itself.
 */
import { setTimeout as pause } from 'node:timers/promises';
import { toCasebookError } from '../../../core/errors';
import { asideOf, copyAside, hasRoomAside, removeAside, syncFile } from '../../../core/file/aside-file';
import { holdMoment, openAside, openReader } from '../../../core/file/open-database';
import { type RowChange, recordLongTexts } from '../../../core/recorder';
import { type CommandOutcome, runCommand } from '../../../core/run-command';
import { type ReadableDB, rawDatabase, type WritableDB } from '../../../core/sql';
import { repeatChanges } from './repeat-changes';

/** Who else writes to the notebook. */
export interface Others {
  /** Resolved when they write no more, until they are let go. */
  readonly hold: () => Promise<unknown>;
  /** As `hold`; and the notebook itself is written to meanwhile. */
  readonly alone: () => Promise<unknown>;
  /** From now on what they change is kept. */
  readonly record: () => Promise<unknown>;
  readonly letGo: () => Promise<unknown>;
  /** What they have changed since it was asked last, in order. */
  readonly changes: () => Promise<readonly RowChange[]>;
  /** Gives them what the work has changed, so that it can be taken back once the work is in place. */
  readonly tell: (changes: readonly RowChange[]) => Promise<unknown>;
  /** Puts a closed file in the place of the notebook's while they are held. False where somebody reads the notebook. */
  readonly replace: (file: string) => Promise<boolean>;
}

/** What is to be done on a copy. */
export interface AsideWork<Value> {
  /** Called when others are held, before the moment that is copied has passed. */
  readonly begin?: () => void;
  /** Called when the copy is there. */
  readonly prepare?: () => Promise<void>;
  /** Throws as a command does. */
  readonly work: (db: WritableDB) => Value;
  readonly copied: (share: number) => void;
  readonly indexed: (share: number) => void;
  /** Closes every handle of this thread on the notebook. */
  readonly release: () => void;
  /** Throws when this is to stop. */
  readonly goOn: () => void;
}

/** Changes of others that are done again in less than a tenth of a second. */
const fewChanges = 100;
const mostRounds = 6;
/** So long it waits for those who read the notebook, an export or a copy above all; everybody works on meanwhile. */
const patienceMs = 30_000;
const betweenMs = 300;

/** Copies the notebook as it is at the moment in which others are held. */
async function copyNotebook(
  reader: ReadableDB,
  others: Others,
  file: string,
  { begin, copied }: Pick<AsideWork<unknown>, 'begin' | 'copied'>,
): Promise<void> {
  await others.hold();
  holdMoment(reader);
  begin?.();
  await others.record();
  await others.letGo();
  await copyAside(reader, file, copied);
  rawDatabase(reader).exec('COMMIT');
}

const repeat = (db: WritableDB, from: ReadableDB, changes: readonly RowChange[]): void => {
  if (changes.length > 0) runCommand(db, (writer) => repeatChanges(writer, from, changes));
};

/** Does again what others do, until that is little. */
async function catchUp(db: WritableDB, from: ReadableDB, others: Others, goOn: () => void): Promise<void> {
  for (let round = 0; round < mostRounds; round++) {
    goOn();
    const changes = await others.changes();
    repeat(db, from, changes);
    if (changes.length <= fewChanges) return;
  }
}

interface Open {
  readonly path: string;
  readonly file: string;
  readonly others: Others;
  readonly work: AsideWork<unknown>;
}

/** The last of it, with others held: what they did since, and the exchange of the files. */
async function takePlace({ path, file, others, work }: Open): Promise<boolean> {
  const [db, reader] = [openAside(file), openReader(path)];
  recordLongTexts(db, true); // what is done again is compared with what was done
  try {
    await catchUp(db, reader, others, work.goOn);
    // What lies in the system's memory is written while nobody waits.
    syncFile(file);
    await others.hold();
    work.goOn();
    repeat(db, reader, await others.changes());
  } finally {
    rawDatabase(reader).close();
    rawDatabase(db).close();
  }
  work.release();
  syncFile(file);
  return others.replace(file);
}

async function waitForPlace(open: Open): Promise<boolean> {
  const until = performance.now() + patienceMs;
  for (;;) {
    try {
      if (await takePlace(open)) return true;
    } catch (error) {
      // What others did does not fit with the work.
      if (toCasebookError(error).code !== 'conflict') throw error;
      await open.others.letGo();
      return false;
    }
    await open.others.letGo();
    if (performance.now() > until) return false;
    await pause(betweenMs);
  }
}

async function workOnCopy<Value>(
  { path, file, others }: Omit<Open, 'work'>,
  work: AsideWork<Value>,
): Promise<CommandOutcome<Value>> {
  const reader = openReader(path);
  try {
    await copyNotebook(reader, others, file, work);
  } finally {
    rawDatabase(reader).close();
  }
  await work.prepare?.();
  const db = openAside(file);
  try {
    return runCommand(db, work.work, work.indexed);
  } finally {
    rawDatabase(db).close();
  }
}

/**
 * Does work on a copy of the notebook at a path and puts it in its place; others stay held then. Null, with nothing changed: there
 * is no room for a copy, somebody keeps the notebook open, or what others did meanwhile stands on the same things. Throws what the
 * work throws, with nothing changed.
 */
export async function workAside<Value>(
  path: string,
  others: Others,
  work: AsideWork<Value>,
): Promise<CommandOutcome<Value> | null> {
  if (!hasRoomAside(path)) return null;
  const open = { path, file: asideOf(path), others, work };
  try {
    const outcome = await workOnCopy(open, work);
    await others.tell(outcome.changes);
    return (await waitForPlace(open)) ? outcome : null;
  } finally {
    removeAside(open.file);
  }
}
