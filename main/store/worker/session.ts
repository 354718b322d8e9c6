/**
 * An open notebook: its two handles and its history, and the door through which every query and command goes. Runs the
 * same in the store worker and on the command line.
 */
import { accessSync, constants, realpathSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import type {
  CommandArgs,
  CommandName,
  CommandValue,
  QueryArgs,
  QueryName,
  QueryValue,
} from '../../../shared/contract';
import type { Topic } from '../../../shared/contract/app';
import type { CheckStep, RepairReport } from '../../../shared/contract/notebook';
import { notUndoable } from '../../../shared/contract/topics';
import { CasebookError } from '../../../shared/model/result';
import { setCoder } from '../annotations/coder';
import { forgetRevisionWords } from '../articles/revision-words';
import { copyBeside } from '../core/file/copy-database';
import {
  copyOpened,
  createDatabase,
  type OpenDatabase,
  openDatabase,
  openDatabaseReadOnly,
} from '../core/file/open-database';
import { createHistory, type History, remember, rememberAfter, type Step, stepBack } from '../core/history';
import type { RowChange } from '../core/recorder';
import { runCommand } from '../core/run-command';
import { type ReadableDB, rawDatabase, type WritableDB } from '../core/sql';
import {
  beginCheck,
  type CheckRun,
  continueCheck,
  endCheck,
  progressOf,
} from '../notebook/check/check-notebook';
import { repairRows } from '../notebook/check/repair-notebook';
import { neverOvertaken } from '../search/found/find-rows';
import { forgetIndex } from '../search/index/refresh-index';
import { restartLog } from '../search/index/stored/change-log';
import type { CheckOvertaken } from '../search/match/search-state';
import { commandTable } from './command-table';
import { queryTable } from './query-table';

export interface Session extends Omit<OpenDatabase, 'replaceBy'> {
  readonly history: History;
  /** The check that is going on in steps, if any. */
  readonly check: { run: CheckRun | null };
  /** See {@link copyOpened}. */
  readonly copyTo: (copy: string) => Promise<void>;
  /**
   * Puts a file in the place of the notebook's, with the handles on it; the history stays. False where somebody is reading the
   * notebook, its file is gone, or the system does not let us: it is then what it was, and may have other handles.
   */
  readonly replaceBy: (file: string) => boolean;
}

export interface Done<Value> {
  readonly value: Value;
  readonly topics: readonly Topic[];
}

/** Makes an empty notebook and opens it. */
export function createSession(path: string, title: string): Session {
  return sessionOn(createDatabase(resolve(path), title));
}

/** Opens a notebook; for reading only when asked to, or when the system lets us do no more. */
export function openSession(path: string, readOnly = false): Session {
  const full = resolve(path);
  const opened = readOnly || !canWrite(full) ? openDatabaseReadOnly(full) : openDatabase(full);
  return sessionOn(opened);
}

function sessionOn(first: OpenDatabase): Session {
  let opened = first;
  const check: Session['check'] = { run: null };
  return {
    path: first.path,
    get reader() {
      return opened.reader;
    },
    get writer() {
      return opened.writer;
    },
    history: createHistory(),
    check,
    isInPlace: () => opened.isInPlace(),
    copyTo: (copy) => copyOpened(opened, copy),
    close: () => {
      stopCheck(check);
      opened.close();
    },
    replaceBy: (file) => {
      if (check.run || !opened.replaceBy || !opened.isInPlace()) return false;
      const replaced = opened.replaceBy(file);
      opened = replaced.opened;
      return replaced.isReplaced;
    },
  };
}

function stopCheck(check: Session['check']): void {
  const { run } = check;
  check.run = null;
  if (run) endCheck(run);
}

/** Begins a check or goes on with it. Throws `conflict` when another was begun meanwhile. */
function stepCheck(session: Session, { run }: QueryArgs<'checkStep'>): CheckStep {
  const { check } = session;
  if (run === null) {
    stopCheck(check);
    check.run = beginCheck(session.path);
    return progressOf(check.run);
  }
  if (check.run?.id !== run) throw new CasebookError('conflict', 'This check was ended by another.');
  const step = continueCheck(check.run);
  if (step.kind === 'done') check.run = null;
  return step;
}

function canWrite(path: string): boolean {
  try {
    accessSync(path, constants.F_OK);
  } catch {
    return true; // missing: the opening itself says so
  }
  try {
    accessSync(path, constants.W_OK);
    accessSync(dirname(realpathSync(path)), constants.W_OK);
    return true;
  } catch {
    return false;
  }
}

/** Answers a query. Arguments are trusted: `main/ipc` or the command line has checked them. `check`: see `overtaking.ts`. */
export function answer<N extends QueryName>(
  session: Session,
  name: N,
  args: QueryArgs<N>,
  check: CheckOvertaken = neverOvertaken,
): QueryValue<N> {
  const own = ownQueries[name as keyof typeof ownQueries];
  if (own) return own(session, args as never) as QueryValue<N>;
  const value = queryFor(name)(session.reader, args, check);
  return name === 'getNotebook' ? withSession(session, value) : value;
}

/** What is asked of the session, not of the file. */
const ownQueries = {
  checkStep: stepCheck,
  endCheck: ({ check }: Session, { run }: QueryArgs<'endCheck'>): null => {
    if (check.run?.id === run) stopCheck(check);
    return null;
  },
};

type Answering<N extends QueryName> = (
  db: ReadableDB,
  args: QueryArgs<N>,
  check: CheckOvertaken,
) => QueryValue<N>;

/** As {@link commandFor}. */
function queryFor<N extends QueryName>(name: N): Answering<N> {
  return queryTable[name as keyof typeof queryTable] as unknown as Answering<N>;
}

function withSession<Value>(session: Session, value: Value): Value {
  const { history, path, writer } = session;
  const own = {
    path,
    readOnly: writer === null,
    undo: history.undo.at(-1)?.command ?? null,
    redo: history.redo.at(-1)?.command ?? null,
  };
  return Object.assign({}, value, own);
}

/** The handle to write with, or `read-only`. */
export function writerOf(session: Session): WritableDB {
  if (!session.writer) throw new CasebookError('read-only', 'The notebook is open for reading only.');
  return session.writer;
}

/** Throws `file-missing` where other handles on the notebook's path would not be on the notebook. */
export function mustBeInPlace({ isInPlace }: Session): void {
  if (isInPlace()) return;
  throw new CasebookError(
    'file-missing',
    'The file of the open notebook was moved, replaced or deleted: save a copy, and go on there.',
  );
}

/** Runs a command in one transaction, remembers how to take it back, and says what changed. `coder`: the name of who gives it. */
export function execute<N extends CommandName>(
  session: Session,
  name: N,
  args: CommandArgs<N>,
  coder = '',
): Done<CommandValue<N>> {
  const db = writerOf(session);
  setCoder(db, coder);
  if (name === 'undo' || name === 'redo') {
    const { value, topics } = stepBack(db, session.history, name);
    return { value: value as CommandValue<N>, topics: [...topics, 'notebook'] };
  }
  if (name === 'repairNotebook') {
    const { value, topics } = repair(session, db, args as CommandArgs<'repairNotebook'>);
    return { value: value as CommandValue<N>, topics };
  }
  const work = commandFor(name);
  if (!notUndoable.has(name)) return perform(session, name, (writer) => work(writer, args));
  const { value, topics } = runCommand(db, (writer) => work(writer, args));
  return { value, topics };
}

/** Steps before a repair stood on what was wrong: they are forgotten. */
function repair(
  session: Session,
  db: WritableDB,
  { repairs }: CommandArgs<'repairNotebook'>,
): Done<RepairReport> {
  stopCheck(session.check);
  const backup = copyBeside(db, session.path, 'before-repair');
  const { value, topics } = runCommand(db, (writer) => repairRows(writer, repairs));
  forgetRevisionWords(session.reader);
  session.history.undo.length = 0;
  session.history.redo.length = 0;
  return { value: { backup, done: value }, topics: [...topics, 'notebook', 'article'] };
}

/** Runs work under a name as one step that can be taken back, whether or not it is a command of the contract. */
export function perform<Value>(session: Session, name: string, work: (db: WritableDB) => Value): Done<Value> {
  const { value, changes, topics } = runCommand(writerOf(session), work);
  remember(session.history, name, changes);
  return { value, topics: changes.length > 0 ? [...topics, 'notebook'] : topics };
}

/** What another thread has written to the notebook as one step that can be taken back, after the steps `before` it. */
export function adopt(
  session: Session,
  command: string,
  changes: readonly RowChange[],
  before: ReadonlySet<Step> = new Set(session.history.undo),
): void {
  heedOthers(session);
  rememberAfter(session.history, before, { command, changes });
}

/** Another thread has written to the notebook: what is remembered of its index is to be read again. */
export function heedOthers(session: Session): void {
  const db = writerOf(session);
  forgetIndex(db);
  restartLog(rawDatabase(db).name);
}

/** TypeScript does not follow a name through the table of all commands; the table's own type holds the two together. */
function commandFor<N extends CommandName>(
  name: N,
): (db: WritableDB, args: CommandArgs<N>) => CommandValue<N> {
  return commandTable[name as keyof typeof commandTable] as unknown as (
    db: WritableDB,
    args: CommandArgs<N>,
  ) => CommandValue<N>;
}
