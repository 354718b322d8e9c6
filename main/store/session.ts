/**
 * An open notebook: its two handles and its history, and the door through which every query and command goes. Runs the
 * same in the store worker and on the command line.
 */
import { accessSync, constants } from 'node:fs';
import { dirname, resolve } from 'node:path';
import type {
  CommandArgs,
  CommandName,
  CommandValue,
  QueryArgs,
  QueryName,
  QueryValue,
} from '../../shared/contract';
import type { Topic } from '../../shared/contract/app';
import { notUndoable } from '../../shared/contract/topics';
import { CasebookError } from '../../shared/model/result';
import { commandTable } from './command-table';
import {
  createDatabase,
  type OpenDatabase,
  openDatabase,
  openDatabaseReadOnly,
} from './core/file/open-database';
import { createHistory, type History, remember, stepBack } from './core/history';
import { runCommand } from './core/run-command';
import type { WritableDB } from './core/sql';
import { queryTable } from './query-table';

export interface Session extends OpenDatabase {
  readonly history: History;
}

export interface Done<Value> {
  readonly value: Value;
  readonly topics: readonly Topic[];
}

/** Makes an empty notebook and opens it. */
export function createSession(path: string, title: string): Session {
  return { ...createDatabase(resolve(path), title), history: createHistory() };
}

/** Opens a notebook; for reading only when asked to, or when the system lets us do no more. */
export function openSession(path: string, readOnly = false): Session {
  const full = resolve(path);
  const opened = readOnly || !canWrite(full) ? openDatabaseReadOnly(full) : openDatabase(full);
  return { ...opened, history: createHistory() };
}

function canWrite(path: string): boolean {
  try {
    accessSync(path, constants.F_OK);
  } catch {
    return true; // missing: the opening itself says so
  }
  try {
    accessSync(path, constants.W_OK);
    accessSync(dirname(path), constants.W_OK);
    return true;
  } catch {
    return false;
  }
}

/** Answers a query. Arguments are trusted: `main/ipc` or the command line has checked them. */
export function answer<N extends QueryName>(session: Session, name: N, args: QueryArgs<N>): QueryValue<N> {
  const value = queryTable[name](session.reader, args);
  return name === 'getNotebook' ? withSession(session, value) : value;
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

/** Runs a command in one transaction, remembers how to take it back, and says what changed. */
export function execute<N extends CommandName>(
  session: Session,
  name: N,
  args: CommandArgs<N>,
): Done<CommandValue<N>> {
  const db = writerOf(session);
  if (name === 'undo' || name === 'redo') {
    const { value, topics } = stepBack(db, session.history, name);
    return { value: value as CommandValue<N>, topics: [...topics, 'notebook'] };
  }
  const work = commandFor(name);
  if (!notUndoable.has(name)) return perform(session, name, (writer) => work(writer, args));
  const { value, topics } = runCommand(db, (writer) => work(writer, args));
  return { value, topics };
}

/** Runs work under a name as one step that can be taken back, whether or not it is a command of the contract. */
export function perform<Value>(session: Session, name: string, work: (db: WritableDB) => Value): Done<Value> {
  const { value, changes, topics } = runCommand(writerOf(session), work);
  remember(session.history, name, changes);
  return { value, topics: changes.length > 0 ? [...topics, 'notebook'] : topics };
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
