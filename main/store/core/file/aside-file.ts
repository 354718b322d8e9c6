/**
 * A copy of a notebook beside it, on which long work is done while the notebook itself is used, and which then takes its place in one
 * step of the file system: whatever happens, the one file or the other is there, whole.
 */
import {
  chmodSync,
  closeSync,
  fsyncSync,
  openSync,
  realpathSync,
  renameSync,
  rmSync,
  statfsSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { dirname } from 'node:path';
import { type ReadableDB, rawDatabase } from '../sql';

/** Where the copy of a notebook lies. */
export const asideOf = (path: string): string => `${realpathSync(path)}-aside`;

/** Removes a copy, if there is one. What the system keeps for now is removed when the notebook is opened next. */
export function removeAside(aside: string): void {
  try {
    for (const left of [aside, `${aside}-journal`, `${aside}-wal`, `${aside}-shm`])
      rmSync(left, { force: true });
  } catch {
    // see above
  }
}

const spare = 1.5;
const leastSpareBytes = 64_000_000;

/** Whether a notebook can be replaced by a copy: there is room for it, and its file goes by one name only. */
export function hasRoomAside(path: string): boolean {
  const { size, nlink } = statSync(realpathSync(path));
  const { bavail, bsize } = statfsSync(dirname(realpathSync(path)));
  return nlink === 1 && bavail * bsize > size * (1 + spare) + leastSpareBytes;
}

/** So many pages of 4 kB between two looks whether to go on. */
const pagesAtOnce = 2048;

/**
 * Copies what a handle reads – one moment, where it is in a transaction – to a file. `each` is told of the share that is done, from 0
 * to 1; what it throws ends the copying.
 */
export async function copyAside(db: ReadableDB, file: string, each: (share: number) => void): Promise<void> {
  rmSync(file, { force: true });
  // Whom the notebook is hidden from, the copy is too.
  writeFileSync(file, '', { mode: statSync(rawDatabase(db).name).mode });
  await rawDatabase(db).backup(file, {
    progress: ({ totalPages, remainingPages }) => {
      each(totalPages === 0 ? 1 : 1 - remainingPages / totalPages);
      return pagesAtOnce;
    },
  });
}

/** Waits until everything written to a file is on the disk. */
export function syncFile(file: string): void {
  const handle = openSync(file, 'r+');
  try {
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
}

/** Not every system lets a folder be opened; there the renaming itself is kept safe. */
function syncFolder(folder: string): void {
  try {
    const handle = openSync(folder, 'r');
    fsyncSync(handle);
    closeSync(handle);
  } catch {
    // see above
  }
}

/** The rights of another file, where the system has such. */
function takeMode(file: string, from: string): void {
  try {
    chmodSync(file, statSync(from).mode);
  } catch {
    // see above
  }
}

const tries = 5;
const pauseMs = 20;

/** Puts a file that is on the disk in the place of another, both closed. False where the system refuses; nothing is then changed. */
export function putInPlace(file: string, path: string): boolean {
  const place = realpathSync(path);
  takeMode(file, place);
  for (let attempt = 0; attempt < tries; attempt++) {
    try {
      renameSync(file, place);
      syncFolder(dirname(place));
      return true;
    } catch {
      // On Windows whoever looks into the file, a virus scanner above all, keeps it for a moment.
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, pauseMs);
    }
  }
  return false;
}
