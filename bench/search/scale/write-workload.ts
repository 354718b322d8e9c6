/** Bringing articles in with the index, beside putting the same words into the same full-text table by the SQLite shell alone. */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { insertArticle } from '../../../main/store/articles/change-article';
import { runCommand } from '../../../main/store/core/run-command';
import { all, pluck } from '../../../main/store/core/sql';
import { createSession, writerOf } from '../../../main/store/worker/session';
import { foldForSearch } from '../../../shared/text/fold';
import type { Measured } from '../../workload';
import { sqliteShells } from '../peers/peer-folder';
import { articlesMeasured, sharedGround } from '../search-ground';

interface Text {
  readonly title: string;
  readonly content: string;
  readonly text: string;
}

const articleCount = 1000;
const textsSql =
  'SELECT a.title, r.content, r.text FROM article a JOIN revision r ON r.id = a.revision_id ORDER BY a.rowid LIMIT ?';

function metadataOf(title: string) {
  return {
    title,
    authors: [],
    publisher: 'Bench',
    url: '',
    language: 'en',
    published: { edtf: '2025-07-04', words: '' },
    fields: {},
  };
}

interface Timed {
  readonly wall: number;
  readonly cpu: number;
}

function timeOf(work: () => void): Timed {
  const [start, before] = [performance.now(), process.cpuUsage()];
  work();
  const { user, system } = process.cpuUsage(before);
  return { wall: performance.now() - start, cpu: (user + system) / 1000 };
}

/** A transaction for every so many articles: one, as an import does it, or many, which shows what waiting for the disk takes. */
function timeOfProgram(texts: readonly Text[], together: number): Timed {
  const folder = mkdtempSync(join(tmpdir(), 'casebook-bench-'));
  const session = createSession(join(folder, 'written.casebook'), 'Bench');
  const db = writerOf(session);
  const time = timeOf(() => {
    for (let from = 0; from < texts.length; from += together)
      runCommand(db, () => {
        for (const { title, content } of texts.slice(from, from + together))
          insertArticle(db, {
            kind: 'captured',
            metadata: metadataOf(title),
            content,
            reason: 'Imported',
            capturedAt: '2026-01-01T00:00:00.000Z',
          });
      });
  });
  session.close();
  rmSync(folder, { recursive: true, force: true });
  return time;
}

const literal = (text: string): string => `'${text.replaceAll("'", "''")}'`;
const rowsOf = (texts: readonly Text[]): string[] =>
  texts.map(
    ({ title, text }) =>
      `INSERT INTO search_index (title, body, comment) VALUES (${literal(foldForSearch(title))}, ${literal(foldForSearch(text))}, '');`,
  );

/** Milliseconds of the processor that the shell says its statements took; reading them is not among it. */
function shellCpu(output: string): number {
  let seconds = 0;
  for (const [, user = '', system = ''] of output.matchAll(/^Run Time: real \S+ user (\S+) sys (\S+)/gm))
    seconds += Number(user) + Number(system);
  return seconds * 1000;
}

/** The shell where one is there that knows the table, else the program's driver. */
function timeOfBare(texts: readonly Text[], tableSql: string): Timed & { readonly by: string } {
  const folder = mkdtempSync(join(tmpdir(), 'casebook-bench-'));
  const script = `PRAGMA journal_mode = WAL; PRAGMA cache_size = -64000;\n${tableSql};\nBEGIN;\n${rowsOf(texts).join('\n')}\nCOMMIT;\n`;
  try {
    for (const shell of sqliteShells()) {
      const start = performance.now();
      const { status, stdout } = spawnSync(shell, ['-bail', join(folder, 'bare.db')], {
        input: `.timer on\n${script}`,
        encoding: 'utf8',
      });
      const wall = performance.now() - start;
      if (status === 0) return { by: 'the SQLite shell', wall, cpu: shellCpu(stdout) };
      rmSync(join(folder, 'bare.db'), { force: true });
    }
    const database = new Database(join(folder, 'bare.db'));
    const time = timeOf(() => database.exec(script));
    database.close();
    return { by: 'the driver (no SQLite shell of 3.43 or later)', ...time };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

const said = ({ wall, cpu }: Timed): string => `${cpu.toFixed(0)} ms, by the clock ${wall.toFixed(0)}`;

/** Milliseconds of the processor for a thousand articles: by the clock both wait for a busy machine's disk and for others. */
export async function measureWriting(): Promise<Measured> {
  const { reader } = await sharedGround();
  const texts = all<Text>(reader, textsSql, [Math.min(articleCount, articlesMeasured())]);
  const tableSql =
    pluck<string>(reader, `SELECT sql FROM sqlite_schema WHERE name = 'search_index'`)[0] ?? '';
  timeOfProgram(texts.slice(0, 50), 1);
  const bare = timeOfBare(texts, tableSql);
  const one = timeOfProgram(texts, 1);
  const many = timeOfProgram(texts, 100);
  const again = timeOfBare(texts, tableSql);
  const details = [
    `${bare.by}: ${said(bare)}; again ${said(again)}`,
    `a transaction for each article: ${said(one)}; for each hundred: ${said(many)} (content parsed, revision, record and index)`,
  ];
  return { value: many.cpu, limit: Math.min(bare.cpu, again.cpu), details };
}
