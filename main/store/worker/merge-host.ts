/**
 * The thread that the notebook lives on, as the merge thread needs it: holds back what would write, keeps what commands change
 * while a copy is worked on, and puts the copy in the notebook's place.
 */
import { statSync } from 'node:fs';
import type { Step } from '../core/history';
import { endTape, startTape, takeTape } from '../core/run-command';
import type { MergeHost } from '../intake/merge/thread/run-merges';
import { beginLog, endLog } from '../search/index/stored/change-log';
import { mustBeInPlace, type Session } from './session';

export interface WorkerMergeHost extends MergeHost {
  /** The steps of the history that were done before what was just put in place or written; asked once. */
  readonly stepsBefore: () => ReadonlySet<Step>;
}

export interface MergeHostOptions {
  readonly session: () => Session | null;
  /** From true to false no command is done. */
  readonly setHeld: (isHeld: boolean) => void;
  /** Whether a handle of ours is being read by something that goes on beside: a copy. */
  readonly isRead: () => boolean;
  /** The notebook's file is another one now: its number in the file system. */
  readonly replaced: (inode: number) => void;
}

export function createMergeHost({
  session: current,
  setHeld,
  isRead,
  replaced,
}: MergeHostOptions): WorkerMergeHost {
  let recorded: ReadonlySet<Step> = new Set();
  let placed: ReadonlySet<Step> | null = null;
  /** The file whose changes are to be logged again. */
  let logged: string | null = null;

  const writer = () => current()?.writer ?? null;

  function hold(): void {
    const session = current();
    if (session) mustBeInPlace(session);
    setHeld(true);
  }

  /** What searches remember is told of what this thread writes alone: they look for themselves meanwhile. */
  function alone(): void {
    hold();
    logged = current()?.path ?? null;
    if (logged !== null) endLog(logged);
  }

  function record(): void {
    const [db, session] = [writer(), current()];
    if (db) startTape(db);
    recorded = new Set(session?.history.undo);
  }

  function changes() {
    const db = writer();
    return db ? takeTape(db) : [];
  }

  function replace(file: string): boolean {
    const session = current();
    const before = writer();
    if (!session || !before || isRead()) return false;
    if (!session.replaceBy(file)) {
      // Others go on, and what they do is wanted still.
      if (session.writer && session.writer !== before) startTape(session.writer);
      return false;
    }
    placed = recorded;
    replaced(statSync(session.path).ino);
    return true;
  }

  return {
    hold,
    alone,
    record,
    letGo: () => setHeld(false),
    changes,
    replace,
    end: () => {
      const db = writer();
      if (db) endTape(db);
      if (logged !== null && current()?.path === logged) beginLog(logged);
      logged = null;
      recorded = new Set();
      setHeld(false);
    },
    stepsBefore: () => {
      const before = placed ?? new Set(current()?.history.undo);
      placed = null;
      return before;
    },
  };
}
