/** Rows of the things in an export, by their ids, and grouped by the thing that they hang on. */
import { all, type ReadableDB } from '../../store/core/sql';

/** Rows grouped by the `owner` that each is of. */
export function grouped<Row extends { readonly owner: string }>(
  rows: readonly Row[],
): (owner: string) => readonly Row[] {
  const groups = new Map<string, Row[]>();
  for (const row of rows) {
    const group = groups.get(row.owner);
    if (group) group.push(row);
    else groups.set(row.owner, [row]);
  }
  return (owner) => groups.get(owner) ?? [];
}

/** Rows of a query over the given ids; the query reads them from `json_each(?) j`. */
export function ofIds<Row>(db: ReadableDB, ids: readonly string[], sql: string): Row[] {
  return all<Row>(db, sql, [JSON.stringify(ids)]);
}

export interface NameRow {
  readonly owner: string;
  readonly name: string;
}

/** What hangs on each of the ids, as words: names, or ids of passages. */
export function namesOf(
  db: ReadableDB,
  ids: readonly string[],
  sql: string,
): (owner: string) => readonly string[] {
  const rows = grouped(ofIds<NameRow>(db, ids, sql));
  return (owner) => rows(owner).map(({ name }) => name);
}
