/** The plans of what a query asks SQLite, for tests; not part of the program. */
import { type ReadableDB, rawDatabase } from '../core/sql';

/** The steps of the plan of every statement that `query` prepares anew, in order; statements met before are left out. */
export function plansOf(db: ReadableDB, query: () => unknown): string[][] {
  const raw = rawDatabase(db);
  const statements: string[] = [];
  const prepare = raw.prepare.bind(raw);
  const listen = (sql: string) => {
    statements.push(sql);
    return prepare(sql);
  };
  Object.assign(raw, { prepare: listen });
  query();
  Object.assign(raw, { prepare });
  const planOf = (sql: string) =>
    prepare(`EXPLAIN QUERY PLAN ${sql.replace(/@\w+|\?/g, 'NULL')}`)
      .raw()
      .all() as unknown[][];
  return statements.map((sql) => planOf(sql).map((row) => String(row[3])));
}
