/** The whole schema as the migrations make it, as text for people: main/store/schema.sql is written from it. */
import Database from 'better-sqlite3';
import { asWritable } from '../sql';
import { resolveBinding } from './binding';
import { migrate, newestVersion } from './migrate';

const HEAD = `-- The shape of a notebook's file, format ${newestVersion}. Generated from main/store/migrations by \`npm run schema\`.\n`;

/** SQL of every table, index, trigger and view in the order of their making; the tables that SQLite makes by itself are left out. */
export function schemaSql(): string {
  const raw = new Database(':memory:', { nativeBinding: resolveBinding() });
  migrate(asWritable(raw));
  const statements = raw
    .prepare(
      `SELECT sql FROM sqlite_schema WHERE sql IS NOT NULL AND name NOT LIKE 'sqlite_%' AND name NOT IN (${shadowTables}) ORDER BY rowid`,
    )
    .pluck()
    .all();
  raw.close();
  return `${[HEAD, ...statements.map((sql) => `${String(sql)};`)].join('\n')}\n`;
}

/** The tables in which a virtual table keeps its data. */
const shadowTables = "SELECT name FROM pragma_table_list WHERE type = 'shadow'";
