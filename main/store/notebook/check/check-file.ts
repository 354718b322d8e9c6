/** The file itself, a table at a time; the references that SQLite holds; and every original against its hash. */
import { createHash } from 'node:crypto';
import { countOf, get, pluck, type ReadableDB, rawDatabase } from '../../core/sql';
import { type CheckPart, finding, type Tick } from './finding';

/** What search keeps beside the rows: it can be made again from them. */
const derived = /^search_(?:index|item|word|value|rows|column|fact)/;

/** The tables of the search index are among them as shadow tables; what stands in the index is compared with the rows. */
const tableNames = `SELECT name FROM pragma_table_list
  WHERE schema = 'main' AND type IN ('table', 'shadow') AND name NOT LIKE 'sqlite_%' ORDER BY name`;

function* checkTables(db: ReadableDB): Generator<Tick> {
  for (const table of pluck<string>(db, tableNames)) {
    const isIndex = derived.test(table);
    for (const message of pluck<string>(db, `PRAGMA integrity_check("${table}")`)) {
      if (message === 'ok') continue;
      const kind = isIndex ? 'index' : 'file';
      yield finding({ kind, id: table, message, repair: isIndex ? 'index' : null });
    }
    yield null;
  }
}

function* checkForeignKeys(db: ReadableDB): Generator<Tick> {
  for (const name of pluck<string>(db, tableNames)) {
    const broken = rawDatabase(db).pragma(`foreign_key_check("${name}")`) as {
      table: string;
      parent: string;
    }[];
    for (const { table, parent } of broken) {
      const message = `A row of ${table} refers to a row of ${parent} that is not there.`;
      yield finding({ kind: 'reference', id: table, message });
    }
    yield null;
  }
}

function* checkOriginals(db: ReadableDB): Generator<Tick> {
  const bytesOf = 'SELECT bytes FROM original_bytes WHERE sha256 = ?';
  for (const sha256 of pluck<string>(db, 'SELECT sha256 FROM original_bytes')) {
    const bytes = get<{ bytes: Uint8Array }>(db, bytesOf, [sha256])?.bytes ?? '';
    if (createHash('sha256').update(bytes).digest('hex') !== sha256) {
      const articleId = pluck<string>(db, 'SELECT article_id FROM original WHERE sha256 = ?', [sha256])[0];
      const message = 'The original bytes are not those that were kept.';
      const place = articleId === undefined ? null : { articleId, annotationId: null };
      yield finding({ kind: 'hash', id: sha256, message, place });
    }
    yield null;
  }
}

const countTables = (db: ReadableDB): number => pluck(db, tableNames).length;
export const tablesPart: CheckPart = { count: countTables, check: checkTables };
export const foreignKeysPart: CheckPart = { count: countTables, check: checkForeignKeys };
export const originalsPart: CheckPart = {
  count: (db) => countOf(db, 'SELECT count(*) FROM original_bytes'),
  check: checkOriginals,
};
