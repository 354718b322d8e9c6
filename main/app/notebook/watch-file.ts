import { statSync, unwatchFile, watchFile } from 'node:fs';

const lookEveryMs = 3000;
/** What the store has put in the file's place is known here by then. */
const untilToldMs = 1000;

/** A watch over an open notebook's file. */
export interface FileWatch {
  /** The file of this number in the file system was put in the other's place on purpose. */
  readonly expect: (inode: number) => void;
  readonly stop: () => void;
}

/**
 * Looks whether an open notebook's file is still the one that was opened, and tells once when it was moved, deleted or
 * replaced by others: the system would let the program write on into a file that nobody will find.
 */
export function watchNotebookFile(path: string, onGone: () => void): FileWatch {
  const inodeNow = () => statSync(path, { throwIfNoEntry: false })?.ino;
  let expected = inodeNow();
  let later: NodeJS.Timeout | null = null;
  const lookAgain = () => {
    later = null;
    if (inodeNow() === expected) return;
    stop();
    onGone();
  };
  const look = (now: { readonly ino: number }) => {
    if (now.ino !== expected) later ??= setTimeout(lookAgain, untilToldMs);
  };
  const stop = () => {
    if (later) clearTimeout(later);
    unwatchFile(path, look);
  };
  watchFile(path, { interval: lookEveryMs, persistent: false }, look);
  const expect = (inode: number) => {
    expected = inode;
  };
  return { expect, stop };
}
