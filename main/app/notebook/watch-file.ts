import { statSync, unwatchFile, watchFile } from 'node:fs';

const lookEveryMs = 3000;

/**
 * Looks whether an open notebook's file is still the one that was opened, and tells once when it was moved, deleted or
 * replaced: the system would let the program write on into a file that nobody will find. Answers what ends the watch.
 */
export function watchNotebookFile(path: string, onGone: () => void): () => void {
  const opened = statSync(path, { throwIfNoEntry: false });
  const look = (now: { readonly ino: number }) => {
    if (now.ino === opened?.ino) return;
    stop();
    onGone();
  };
  const stop = () => unwatchFile(path, look);
  watchFile(path, { interval: lookEveryMs, persistent: false }, look);
  return stop;
}
