/** The whole state of a notebook as comparable text, for tests; not part of the program. */
import { type ColumnName, columnNames, emptyCell, rowsPerChunk } from '../search/index/fact-types';
import { rebuildIndex } from '../search/index/rebuild-index';
import { forgetIndex } from '../search/index/refresh-index';
import { listRows } from '../search/index/stored/containers';
import { decodeFacts } from '../search/index/stored/facts-record';
import { recordedTables } from './recorder';
import { all, pluck, type ReadableDB, rawDatabase, run, type WritableDB } from './sql';

/** Every row of every table that commands write, in the order of their keys; `without` names tables to leave out. */
export function dumpRows(db: ReadableDB, without: readonly string[] = []): string[] {
  return recordedTables
    .filter((table) => !without.includes(table))
    .flatMap((table) =>
      all(db, `SELECT * FROM ${table} ORDER BY ${keyOf(db, table)}`).map(
        (row) => `${table} ${JSON.stringify(row)}`,
      ),
    );
}

const keys = new WeakMap<object, Map<string, string>>();

/** The columns of a table's key, asked for once a handle. */
function keyOf(db: ReadableDB, table: string): string {
  const known = keys.get(db) ?? new Map<string, string>();
  keys.set(db, known);
  const sql = 'SELECT name FROM pragma_table_info(?) WHERE pk > 0 ORDER BY pk';
  const key = known.get(table) ?? pluck<string>(db, sql, [table]).join(', ');
  known.set(table, key);
  return key;
}

/** Every word of the search index with the thing it belongs to and its place, and everything that is known of each thing. */
export function dumpIndex(db: WritableDB): string[] {
  run(
    db,
    `CREATE VIRTUAL TABLE IF NOT EXISTS temp.index_words USING fts5vocab('main', 'search_index', 'instance')`,
  );
  const words = pluck<string>(
    db,
    `SELECT concat_ws(' ', i.kind, i.item_id, w.col, w."offset", w.term) AS line
     FROM temp.index_words w LEFT JOIN search_item i ON i.rowid = w.doc ORDER BY line`,
  );
  const unlisted = pluck<string>(
    db,
    `SELECT 'not listed: ' || term FROM (SELECT DISTINCT term FROM temp.index_words) w
     WHERE NOT EXISTS (SELECT 1 FROM search_word s WHERE s.term = w.term) ORDER BY term`,
  );
  return [...words, ...unlisted, ...dumpFacts(db).sort()];
}

/** What rows bear, as values, columns and records have it, by things instead of row numbers. */
function dumpFacts(db: ReadableDB): string[] {
  const names = new Map(
    all<{ row: number; name: string }>(
      db,
      `SELECT rowid AS row, kind || ' ' || item_id AS name FROM search_item`,
    ).map(({ row, name }) => [row, name]),
  );
  const nameOf = (row: number): string => names.get(row) ?? `row ${row}`;
  const values = new Map(
    all<{ id: number; name: string }>(
      db,
      `SELECT id, field || ' ' || replace(key, char(0), '/') AS name FROM search_value`,
    ).map(({ id, name }) => [id, name]),
  );
  const pieces = all<{ id: number; chunk: number; rows: Uint8Array }>(
    db,
    'SELECT value_id AS id, chunk, rows FROM search_rows',
  );
  const borne = pieces.flatMap(({ id, chunk, rows }) =>
    listRows(rows).map((low) => `${nameOf(chunk * 65_536 + low)} bears ${values.get(id)}`),
  );
  const cells = columnNames.flatMap((name) => dumpColumn(db, name, nameOf));
  return [...borne, ...cells, ...dumpRecords(db, nameOf, (id) => values.get(id) ?? `value ${id}`)];
}

function dumpColumn(db: ReadableDB, name: ColumnName, nameOf: (row: number) => string): string[] {
  const isRow = name === 'article' || name === 'event';
  return all<{ chunk: number; cells: Uint8Array }>(
    db,
    'SELECT chunk, cells FROM search_column WHERE name = ?',
    [name],
  ).flatMap(({ chunk, cells }) => {
    const copy = new Uint8Array(cells).buffer;
    const numbers = [...(isRow ? new Int32Array(copy) : new Uint16Array(copy))];
    return numbers.flatMap((cell, at) => {
      if (cell === emptyCell(name)) return [];
      return `${nameOf(chunk * rowsPerChunk + at)} ${name} ${isRow ? nameOf(cell) : cell}`;
    });
  });
}

function dumpRecords(
  db: ReadableDB,
  nameOf: (row: number) => string,
  valueOf: (id: number) => string,
): string[] {
  return all<{ row: number; facts: Uint8Array; starts: Uint8Array | null }>(
    db,
    'SELECT row, facts, starts FROM search_fact',
  ).map(({ row, facts, starts }) => {
    const { own, shared, parts } = decodeFacts(facts);
    const list = (ids: readonly number[]) => ids.map(valueOf).sort().join(', ');
    const ofParts = [...parts].map(([part, ids]) => `${nameOf(part)}: ${list(ids)}`).sort();
    const sentences = starts ? Buffer.from(starts).toString('hex') : '';
    return `${nameOf(row)} record ${list(own)}; ${list(shared)}; ${ofParts.join('; ')}; ${sentences}`;
  });
}

/** What {@link dumpIndex} gives when the index is made anew from the rows; the index itself is left as it is. */
export function dumpRebuiltIndex(db: WritableDB): string[] {
  run(db, 'SAVEPOINT rebuild');
  rebuildIndex(db);
  const dump = dumpIndex(db);
  rawDatabase(db).exec('ROLLBACK TO rebuild; RELEASE rebuild');
  forgetIndex(db);
  return dump;
}
