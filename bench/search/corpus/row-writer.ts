/** Writes bare rows into a notebook that nobody has open yet, as fast as SQLite takes them: no record, no indexes meanwhile. */
import type Database from 'better-sqlite3';
import { rawDatabase, type WritableDB } from '../../../main/store/core/sql';

type Value = string | number | null;
export type Row = Readonly<Record<string, Value>>;

/** Takes rows for tables; the same columns each time for a table. */
export type RowWriter = (table: string, row: Row) => void;

/** A writer that prepares each table's statement once. */
export function rowWriter(raw: Database.Database): RowWriter {
  const statements = new Map<string, Database.Statement>();
  return (table, row) => {
    let statement = statements.get(table);
    if (!statement) {
      const columns = Object.keys(row);
      const sql = `INSERT INTO ${table} (${columns.map((name) => `"${name}"`).join(', ')}) VALUES (${columns.map(() => '?').join(', ')})`;
      statements.set(table, (statement = raw.prepare(sql)));
    }
    statement.run(Object.values(row));
  };
}

interface Schema {
  readonly name: string;
  readonly sql: string;
}

/**
 * Runs `fill` with triggers of the record and secondary indexes put away; the indexes are made again after it. What is
 * half written when it fails is of no use.
 */
export function fillBare(db: WritableDB, fill: (raw: Database.Database) => void): void {
  const raw = rawDatabase(db);
  const all = (from: string, type: string) =>
    raw.prepare(`SELECT name, sql FROM ${from} WHERE type = ? AND sql IS NOT NULL`).all(type) as Schema[];
  for (const { name } of all('temp.sqlite_master', 'trigger')) raw.exec(`DROP TRIGGER temp.${name}`);
  const indexes = all('main.sqlite_master', 'index');
  raw.pragma('foreign_keys = OFF');
  raw.pragma('synchronous = OFF');
  raw.pragma('cache_size = -200000');
  for (const { name } of indexes) raw.exec(`DROP INDEX ${name}`);
  fill(raw);
  for (const { sql } of indexes) raw.exec(sql);
  raw.exec('ANALYZE');
}

const tables = [
  'article',
  'revision',
  'passage',
  'entity',
  'event',
  'account',
  'tag',
  'type',
  'note',
  'relation',
] as const;
export type IdTable = (typeof tables)[number];

/** So many numbers of ids are an article's: its own, its passages', its event's and what is said of that. */
export const idsPerArticle = 64;
/** Where, among an article's numbers, its event's begin. */
export const firstEventId = 40;

/** The id of a thing by its number: of the right shape, ascending, the same each time. */
export function idOf(table: IdTable, number: number): string {
  const hex = number.toString(16).padStart(8, '0');
  return `0197${hex.slice(0, 4)}-${hex.slice(4)}-7${tables.indexOf(table)}00-8000-0000${hex}`;
}
