/**
 * Which native SQLite binding to load: the one named in the environment (development, where the runtime is older than
 * the package's own prebuild), the one shipped beside a package, or better-sqlite3's own.
 */
import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** Absolute path of a `.node` file, or undefined for the package's own choice. */
export function resolveBinding(): string | undefined {
  const named = process.env['CASEBOOK_SQLITE_BINDING'];
  if (named) return named;
  // Not `process.resourcesPath`: a worker thread does not have it.
  const shipped = join(dirname(process.execPath), 'resources', 'native', 'better_sqlite3.node');
  return existsSync(shipped) ? shipped : undefined;
}
