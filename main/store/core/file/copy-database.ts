import { existsSync, renameSync, rmSync } from 'node:fs';
import { type ReadableDB, rawDatabase } from '../sql';

/**
 * Copies an open notebook to a file, as one consistent moment of it, in a few pages at a time so that the store goes on
 * answering. The copy appears under its name only when it is whole; an existing file is replaced.
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
