/**
 * Records every row that a command changes, by temporary triggers on the notebook's tables. From this record follow the
 * command's inverse (data, applied backwards), the topics that changed and the search items to refresh: a store
 * function writes its rows and need not remember any of them. The file itself holds no trigger.
 */
import { all, get, pluck, quoted, rawDatabase, run, type SqlValue, type WritableDB } from './sql';

/** Columns by name. */
export type Row = Readonly<Record<string, SqlValue>>;

/**
 * One row before and after: no `before`, it was inserted, and its long texts are left out, since who takes that back
 * needs the key alone; no `after`, it was deleted.
 */
export interface RowChange {
  readonly table: string;
  readonly before: Row | null;
  readonly after: Row | null;
}

/** The tables whose rows are recorded. Bytes and the search index are not: the first never change, the second follows. */
export const recordedTables = [
  'notebook',
  'article',
  'original',
  'revision',
  'exclusion',
  'locator',
  'annotation',
  'selector',
  'anchor',
  'former_quote',
  'entity',
  'entity_name',
  'identifier',
  'stored_mention',
  'entity_relation',
  'entity_relation_evidence',
  'event_type',
  'role',
  'event',
  'account',
  'account_evidence',
  'account_claimant',
  'event_relation',
  'event_relation_evidence',
  'evidence',
  'tag',
  'stored_annotation_tag',
  'stored_article_tag',
  'note',
  'citation',
  'draft',
  'trash',
  'saved_search',
  'search_history',
] as const;

interface Column {
  readonly name: string;
  readonly pk: number;
}

function columnsOf(db: WritableDB, table: string): Column[] {
  return all<Column>(db, `SELECT name, pk FROM pragma_table_info(?)`, [table]);
}

function rowAsJson(side: 'OLD' | 'NEW' | null, columns: readonly Column[]): string {
  const of = side === null ? '' : `${side}.`;
  return `json_object(${columns.map(({ name }) => `'${name}', ${of}${quoted(name)}`).join(', ')})`;
}

/** Left out of the record of an inserted row: copying them cost as much as writing the row. */
const longColumns: Readonly<Record<string, readonly string[]>> = {
  revision: ['metadata', 'content', 'text'],
};

function triggerSql(table: string, verb: string, before: string, after: string): string {
  return `CREATE TEMP TRIGGER record_${table}_${verb.toLowerCase()} AFTER ${verb} ON main.${table}
    BEGIN INSERT INTO temp.change (table_name, before, after) VALUES ('${table}', ${before}, ${after}); END;`;
}

function insertTrigger(table: string, columns: readonly Column[], leftOut: readonly string[]): string {
  const recorded = columns.filter(({ name }) => !leftOut.includes(name));
  return triggerSql(table, 'INSERT', 'NULL', rowAsJson('NEW', recorded));
}

function triggersOf(db: WritableDB, table: string): string[] {
  const columns = columnsOf(db, table);
  return [
    insertTrigger(table, columns, longColumns[table] ?? []),
    triggerSql(table, 'UPDATE', rowAsJson('OLD', columns), rowAsJson('NEW', columns)),
    triggerSql(table, 'DELETE', rowAsJson('OLD', columns), 'NULL'),
  ];
}

/** Whether the record holds the long texts of inserted rows too, as who does it all again elsewhere needs. */
export function recordLongTexts(db: WritableDB, whole: boolean): void {
  for (const [table, left] of Object.entries(longColumns)) {
    const trigger = insertTrigger(table, columnsOf(db, table), whole ? [] : left);
    rawDatabase(db).exec(`DROP TRIGGER IF EXISTS temp.record_${table}_insert; ${trigger}`);
  }
}

/**
 * Starts recording on this connection; called once, after the migrations. What triggers say is worked out before the first
 * is made: each that is made has SQLite prepare anew what reads the schema.
 */
export function startRecording(db: WritableDB): void {
  const triggers = recordedTables.flatMap((table) => triggersOf(db, table));
  rawDatabase(db).exec(
    `CREATE TEMP TABLE change (seq INTEGER PRIMARY KEY, table_name TEXT, before TEXT, after TEXT);
    ${triggers.join('\n')}`,
  );
}

/** Ends recording on this connection, for who writes more than anybody will take back. */
export function stopRecording(db: WritableDB): void {
  const names = `SELECT name FROM temp.sqlite_schema WHERE type = 'trigger' AND name LIKE 'record\\_%' ESCAPE '\\'`;
  for (const name of pluck<string>(db, names)) rawDatabase(db).exec(`DROP TRIGGER temp.${quoted(name)}`);
  run(db, 'DELETE FROM temp.change');
}

/** The row changes since they were last taken, in the order they were made. */
export function seeChanges(db: WritableDB): RowChange[] {
  const rows = all<{ table_name: string; before: string | null; after: string | null }>(
    db,
    'SELECT table_name, before, after FROM temp.change ORDER BY seq',
  );
  return rows.map(({ table_name, before, after }) => ({
    table: table_name,
    before: parseRow(before),
    after: parseRow(after),
  }));
}

/** As {@link seeChanges}; forgets them. */
export function takeChanges(db: WritableDB): RowChange[] {
  const changes = seeChanges(db);
  if (changes.length > 0) run(db, 'DELETE FROM temp.change');
  return changes;
}

function parseRow(json: string | null): Row | null {
  return json === null ? null : (JSON.parse(json) as Row);
}

const keyColumns = new Map<string, readonly string[]>();

/** The columns of a table's primary key. */
export function keyOf(db: WritableDB, table: string): readonly string[] {
  let key = keyColumns.get(table);
  if (!key)
    keyColumns.set(
      table,
      (key = columnsOf(db, table)
        .filter(({ pk }) => pk > 0)
        .map(({ name }) => name)),
    );
  return key;
}

/** `WHERE` for the row's primary key, with parameters that cannot clash with those of a `SET`. */
function whereKey(
  db: WritableDB,
  table: string,
  row: Row,
): { where: string; params: Record<string, SqlValue> } {
  const key = keyOf(db, table);
  return {
    where: key.map((column) => `${quoted(column)} = @key_${column}`).join(' AND '),
    params: Object.fromEntries(key.map((column) => [`key_${column}`, row[column] ?? null])),
  };
}

/** Inserts a row as it was recorded. */
export function insertRow(db: WritableDB, table: string, row: Row): void {
  const names = Object.keys(row);
  run(
    db,
    `INSERT INTO ${table} (${names.map(quoted).join(', ')}) VALUES (${names.map((name) => `@${name}`).join(', ')})`,
    row,
  );
}

/** Deletes the row with the key of this one, if it is there. */
export function deleteRow(db: WritableDB, table: string, row: Row): void {
  const { where, params } = whereKey(db, table, row);
  run(db, `DELETE FROM ${table} WHERE ${where}`, params);
}

/** The row with the key of this one as it would be recorded, or null. */
export function rowNow(db: WritableDB, table: string, row: Row): Row | null {
  const { where, params } = whereKey(db, table, row);
  const asJson = rowAsJson(null, columnsOf(db, table));
  return parseRow(pluck<string>(db, `SELECT ${asJson} FROM ${table} WHERE ${where}`, params)[0] ?? null);
}

/** Sets only the columns that the change had touched: what others changed in the row since then stays. */
export function restoreColumns(db: WritableDB, table: string, before: Row, after: Row): void {
  const changed = Object.keys(before).filter((name) => before[name] !== after[name]);
  if (changed.length === 0) return;
  const { where, params } = whereKey(db, table, after);
  const set = changed.map((name) => `${quoted(name)} = @${name}`).join(', ');
  run(db, `UPDATE ${table} SET ${set} WHERE ${where}`, {
    ...Object.fromEntries(changed.map((name) => [name, before[name] ?? null])),
    ...params,
  });
}

function revertChange(db: WritableDB, { table, before, after }: RowChange): void {
  if (before && after) return restoreColumns(db, table, before, after);
  if (before) return insertUnlessThere(db, table, before);
  if (after) deleteRow(db, table, after);
}

/** A row may be there already when its parent's restoring brought it back. */
function insertUnlessThere(db: WritableDB, table: string, row: Row): void {
  const { where, params } = whereKey(db, table, row);
  if (!get(db, `SELECT 1 FROM ${table} WHERE ${where}`, params)) insertRow(db, table, row);
}

/**
 * Takes row changes back, last first. Foreign keys are checked at the end of the transaction, so that rows may come back
 * before the rows they refer to.
 */
export function revertChanges(db: WritableDB, changes: readonly RowChange[]): void {
  rawDatabase(db).pragma('defer_foreign_keys = ON');
  for (const change of [...changes].reverse()) revertChange(db, change);
}
