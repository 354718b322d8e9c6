/**
 * The least that the words of a query take: the bare FTS5 query for the ids alone, on the same file. Through the SQLite
 * shell where there is one that can read the file (contentless-delete tables need 3.43), else through the program's driver.
 */
import { type ChildProcessWithoutNullStreams, spawn, spawnSync } from 'node:child_process';
import Database from 'better-sqlite3';
import { sqliteShells } from './peers/peer-folder';

/** Runs bare queries on one file. */
export interface BareQueries {
  /** Who runs them. */
  readonly by: string;
  /** Milliseconds of one, until all its ids were read. */
  readonly time: (expression: string) => Promise<number>;
  readonly end: () => void;
}

const sqlOf = (expression: string): string =>
  `SELECT rowid FROM search_index WHERE search_index MATCH '${expression.replaceAll("'", "''")}';`;

function canRead(shell: string, path: string): boolean {
  const { status } = spawnSync(shell, ['-readonly', path, sqlOf('"a"').replace('rowid', 'count(*)')]);
  return status === 0;
}

function waitFor(shell: ChildProcessWithoutNullStreams, marker: string): Promise<void> {
  return new Promise((done) => {
    let said = '';
    const listen = (data: Buffer) => {
      said += data.toString();
      if (!said.includes(marker)) return;
      shell.stdout.off('data', listen);
      done();
    };
    shell.stdout.on('data', listen);
  });
}

function throughShell(command: string, path: string): BareQueries {
  const shell = spawn(command, ['-batch', '-readonly', path]);
  let asked = 0;
  // As much of the file in memory as the program allows itself.
  shell.stdin.write('PRAGMA cache_size = -64000;\n');
  const time = async (expression: string) => {
    const marker = `done ${asked++};`;
    const start = performance.now();
    // The ids are written, to nowhere; the marker comes back.
    shell.stdin.write(`.output /dev/null\n${sqlOf(expression)}\n.output stdout\n.print ${marker}\n`);
    await waitFor(shell, marker);
    return performance.now() - start;
  };
  return { by: 'the SQLite shell', time, end: () => void shell.stdin.end() };
}

function throughDriver(path: string): BareQueries {
  const database = new Database(path, { readonly: true });
  database.pragma('cache_size = -64000');
  const statement = database.prepare('SELECT rowid FROM search_index WHERE search_index MATCH ?').pluck();
  const time = async (expression: string) => {
    const start = performance.now();
    statement.all(expression);
    return performance.now() - start;
  };
  return { by: 'a raw statement (no SQLite shell of 3.43 or later)', time, end: () => void database.close() };
}

/** Opens a file for bare queries. */
export function openBareQueries(path: string): BareQueries {
  const shell = sqliteShells().find((command) => canRead(command, path));
  return shell === undefined ? throughDriver(path) : throughShell(shell, path);
}
