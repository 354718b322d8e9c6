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

/** The shell where one is there that knows the table, else the program's driver. */
function timeOfBare(
  texts: readonly Text[],
  tableSql: string,
): { readonly by: string; readonly wall: number } {
  const folder = mkdtempSync(join(tmpdir(), 'casebook-bench-'));
  const script = `PRAGMA journal_mode = WAL; PRAGMA cache_size = -64000;\n${tableSql};\nBEGIN;\n${rowsOf(texts).join('\n')}\nCOMMIT;\n`;
  try {
    for (const shell of sqliteShells()) {
      const start = performance.now();
      const { status } = spawnSync(shell, ['-bail', join(folder, 'bare.db')], { input: script });
      if (status === 0) return { by: 'the SQLite shell', wall: performance.now() - start };
      rmSync(join(folder, 'bare.db'), { force: true });
    }
    const database = new Database(join(folder, 'bare.db'));
    const { wall } = timeOf(() => database.exec(script));
    database.close();
    return { by: 'the driver (no SQLite shell of 3.43 or later)', wall };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Milliseconds for a thousand articles. */
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
  const limit = Math.min(bare.wall, again.wall);
  const details = [
    `${bare.by}: ${bare.wall.toFixed(0)} and ${again.wall.toFixed(0)} ms; a transaction for each article: ${one.wall.toFixed(0)} ms, ${one.cpu.toFixed(0)} of the processor; ` +
      `for each hundred: ${many.wall.toFixed(0)} ms, ${many.cpu.toFixed(0)} of the processor (content parsed, revision, record and index)`,
  ];
  return { value: many.wall, limit, details };
}
