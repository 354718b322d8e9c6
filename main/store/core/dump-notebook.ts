/** The whole state of a notebook as comparable text, for tests; not part of the program. */
import { rebuildIndex } from '../search/index/rebuild-index';
import { forgetIndex } from '../search/index/refresh-index';
import { recordedTables } from './recorder';
import { all, pluck, type ReadableDB, rawDatabase, run, type WritableDB } from './sql';

/** Every row of every table that commands write, in the order of their keys; `without` names tables to leave out. */
export function dumpRows(db: ReadableDB, without: readonly string[] = []): string[] {
  return recordedTables
    .filter((table) => !without.includes(table))
    .flatMap((table) => {
      const key = pluck<string>(db, 'SELECT name FROM pragma_table_info(?) WHERE pk > 0 ORDER BY pk', [
        table,
      ]);
      return all(db, `SELECT * FROM ${table} ORDER BY ${key.join(', ')}`).map(
        (row) => `${table} ${JSON.stringify(row)}`,
      );
    });
}

/** Every word of the search index with the thing it belongs to and its place. */
export function dumpIndex(db: WritableDB): string[] {
  run(
    db,
    `CREATE VIRTUAL TABLE IF NOT EXISTS temp.index_words USING fts5vocab('main', 'search_index', 'instance')`,
  );
  return pluck(
    db,
    `SELECT concat_ws(' ', i.kind, i.item_id, w.col, w."offset", w.term) AS line
     FROM temp.index_words w LEFT JOIN search_item i ON i.rowid = w.doc ORDER BY line`,
  );
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
