/** Where the programs and packages lie that search is compared with; they are no part of the project and fetched by `--peers`. */
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { cacheFolder } from '../corpus/search-notebook';

export const peerFolder = join(cacheFolder, 'peers');

/** The path of a program of the system, or null. */
export function programNamed(name: string): string | null {
  const folders = (process.env['PATH'] ?? '').split(delimiter);
  return folders.map((folder) => join(folder, name)).find((path) => existsSync(path)) ?? null;
}

/** SQLite shells that may be there: the one fetched for the bench, then the system's. */
export function sqliteShells(): readonly string[] {
  const fetched = join(peerFolder, 'shell', 'sqlite3');
  return [existsSync(fetched) ? fetched : null, programNamed('sqlite3')].filter((path) => path !== null);
}
