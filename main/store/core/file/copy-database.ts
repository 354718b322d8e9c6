import { copyFileSync, existsSync, renameSync, rmSync } from 'node:fs';
import { CasebookError } from '../../../../shared/model/result';
import { type ReadableDB, rawDatabase, type WritableDB } from '../sql';

/**
 * Copies an open notebook to a file, as one consistent moment of it, in a few pages at a time so that the store goes on
 * answering: the moment in which its handle reads, where that is in a transaction, else one that writing puts off. The copy
 * appears under its name only when it is whole; an existing file is replaced.
 */
export async function copyDatabase(db: ReadableDB, path: string): Promise<void> {
  const partial = `${path}.partial`;
  rmSync(partial, { force: true });
  try {
    await rawDatabase(db).backup(partial);
    renameSync(partial, path);
  } finally {
    if (existsSync(partial)) rmSync(partial, { force: true });
  }
}

/**
 * Copies a notebook's file beside itself before something is done to it as a whole: the same name with what is done and
 * the time. Answers the copy's path. Throws `notebook-in-use` while another program reads what is not in the file yet.
 */
export function copyBeside(db: WritableDB, path: string, label: string): string {
  const [state] = rawDatabase(db).pragma('wal_checkpoint(TRUNCATE)') as { busy: number }[];
  if (state?.busy)
    throw new CasebookError(
      'notebook-in-use',
      'Another program is reading the notebook: it cannot be copied now.',
    );
  const stamp = new Date().toISOString().replace(/[-:]/g, '').slice(0, 15);
  const copy = `${path}.${label}.${stamp}.bak`;
  copyFileSync(path, copy);
  return copy;
}
