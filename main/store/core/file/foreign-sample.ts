/** SQLite files as other programs make them, for tests; not part of the program. */
import Database from 'better-sqlite3';
import { resolveBinding } from './binding';

/** The bytes of a database in which this SQL was run. */
export function foreignSample(sql: string): Buffer {
  const raw = new Database(':memory:', { nativeBinding: resolveBinding() });
  try {
    raw.exec(sql);
    return raw.serialize();
  } finally {
    raw.close();
  }
}
