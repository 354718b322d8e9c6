/**
 * The two handles on a notebook and the three ways to run SQL on them. A function that takes a `ReadableDB` cannot
 * call one that writes: it does not compile; and the handle given to queries is opened read-only, so it would not run.
 */
import type Database from 'better-sqlite3';

declare const readable: unique symbol;
declare const writable: unique symbol;

/** A handle that may be read from. */
export type ReadableDB = { readonly [readable]: true };
/** A handle that may be written to; it reads as well. */
export type WritableDB = ReadableDB & { readonly [writable]: true };

export type SqlValue = string | number | bigint | null | Uint8Array;
export type SqlParams = Readonly<Record<string, SqlValue>> | readonly SqlValue[];

type Statements = WeakMap<Database.Database, Map<string, Database.Statement>>;
const statements: Statements = new WeakMap();
/** Those that answer their first column only. */
const plucking: Statements = new WeakMap();

/** The driver's own handle: for opening, closing and pragmas only. */
export function rawDatabase(db: ReadableDB): Database.Database {
  return db as unknown as Database.Database;
}

export function asReadable(db: Database.Database): ReadableDB {
  return db as unknown as ReadableDB;
}

export function asWritable(db: Database.Database): WritableDB {
  return db as unknown as WritableDB;
}

function prepare(db: ReadableDB, sql: string, kept = statements): Database.Statement {
  const raw = rawDatabase(db);
  let cache = kept.get(raw);
  if (!cache) kept.set(raw, (cache = new Map()));
  let statement = cache.get(sql);
  if (!statement) cache.set(sql, (statement = raw.prepare(sql)));
  return statement;
}

/** Every row of a query. `Row` is what the caller knows the SQL to select. */
export function all<Row>(db: ReadableDB, sql: string, params: SqlParams = []): Row[] {
  return prepare(db, sql).all(params) as Row[];
}

/** The first row of a query, or undefined. */
// oxlint-disable-next-line typescript/no-unnecessary-type-parameters -- the caller says what its SQL selects, as in `all`
export function get<Row>(db: ReadableDB, sql: string, params: SqlParams = []): Row | undefined {
  return prepare(db, sql).get(params) as Row | undefined;
}

/** The first column of every row. */
export function pluck<Value extends SqlValue>(db: ReadableDB, sql: string, params: SqlParams = []): Value[] {
  return prepare(db, sql, plucking).pluck().all(params) as Value[];
}

/** The number that a query such as `SELECT count(*) …` gives. */
export function countOf(db: ReadableDB, sql: string, params: SqlParams = []): number {
  return pluck<number>(db, sql, params)[0] ?? 0;
}

/** Runs a statement that writes; answers how many rows it changed. */
export function run(db: WritableDB, sql: string, params: SqlParams = []): number {
  return prepare(db, sql).run(params).changes;
}

/** Runs a statement that inserts one row; answers the number that the row was given. */
export function insertedRow(db: WritableDB, sql: string, params: SqlParams): number {
  return Number(prepare(db, sql).run(params).lastInsertRowid);
}

interface Inserting {
  readonly columns: readonly string[];
  readonly sql: string;
}

/** The statement that was last used for each table: most rows of a table are written by the same lines of the program. */
const inserting = new Map<string, Inserting>();

function insertingInto(table: string, columns: readonly string[]): Inserting {
  const last = inserting.get(table);
  if (last?.columns.length === columns.length && last.columns.every((name, at) => name === columns[at]))
    return last;
  const places = columns.map(() => '?').join(', ');
  const sql = `INSERT INTO ${table} (${columns.map(quoted).join(', ')}) VALUES (${places})`;
  const made = { columns, sql };
  inserting.set(table, made);
  return made;
}

/** Inserts one row, a column for each field. */
export function insert(db: WritableDB, table: string, row: Readonly<Record<string, SqlValue>>): void {
  run(db, insertingInto(table, Object.keys(row)).sql, Object.values(row));
}

/** Sets the given columns of the row with this id; fields that are undefined are left alone. Answers false when there is no such row. */
export function update(
  db: WritableDB,
  table: string,
  id: string,
  set: Readonly<Record<string, SqlValue | undefined>>,
): boolean {
  const columns = Object.keys(set).filter((column) => set[column] !== undefined);
  if (columns.length === 0) return countOf(db, `SELECT count(*) FROM ${table} WHERE id = ?`, [id]) > 0;
  const values = Object.fromEntries(columns.map((column) => [column, set[column] ?? null]));
  const assignments = columns.map((column) => `${quoted(column)} = @${column}`).join(', ');
  return run(db, `UPDATE ${table} SET ${assignments} WHERE id = @where_id`, { ...values, where_id: id }) > 0;
}

/** An identifier as SQL spells it; `end` is a keyword. */
export function quoted(name: string): string {
  return `"${name}"`;
}
