/**
 * One writer a notebook: a small SQLite file beside it is held locked while the notebook is open. The operating system
 * frees the lock when the process ends however it ends, so there are no stale locks.
 */
import { existsSync, realpathSync, rmSync } from 'node:fs';
import Database from 'better-sqlite3';
import { CasebookError } from '../../../../shared/model/result';
import { resolveBinding } from './binding';

export interface NotebookLock {
  readonly release: () => void;
}

function tryLock(path: string): Database.Database {
  const lock = new Database(path, { nativeBinding: resolveBinding(), timeout: 0 });
  try {
    lock.pragma('journal_mode = MEMORY');
    lock.exec('BEGIN EXCLUSIVE');
    return lock;
  } catch (cause) {
    lock.close();
    throw cause;
  }
}

/** The notebook itself, where the path is of a link to it: by whatever name it is opened, it is opened once. */
const notebookOf = (path: string): string => (existsSync(path) ? realpathSync(path) : path);

/** Takes the lock of a notebook, or throws `notebook-in-use`. */
export function lockNotebook(notebookPath: string): NotebookLock {
  const path = `${notebookOf(notebookPath)}-lock`;
  try {
    const lock = tryLock(path);
    const release = () => {
      lock.close();
      rmSync(path, { force: true });
      rmSync(`${path}-journal`, { force: true });
    };
    return { release };
  } catch (cause) {
    if (cause instanceof Database.SqliteError && cause.code.startsWith('SQLITE_BUSY')) {
      throw new CasebookError('notebook-in-use', 'The notebook is open in another window or program.', {
        cause,
      });
    }
    throw cause;
  }
}
