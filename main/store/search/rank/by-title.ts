/** Found rows by title: articles, each with its passages in the order of its text; then all else by name. */
import { all, rawDatabase } from '../../core/sql';
import { idsOfRows, rowsOfKind, type SearchState } from '../match/search-state';
import type { RowSet } from '../rows/row-set';
import { articleByArticle, articlesOfRows, otherRows } from './by-place';
import type { FirstRows, ToOrder } from './to-order';

/** Articles out of a JSON list of ids, by title. */
export const titlesSql = `SELECT a.id FROM json_each(?) j CROSS JOIN article a ON a.id = j.value
  ORDER BY a.sort_title, a.id`;

function sortArticles(state: SearchState, articles: RowSet): number[] {
  const rows = articles.toArray();
  const ids = idsOfRows(state, rows);
  const rowOf = new Map(ids.map((id, at) => [id, rows[at] ?? 0]));
  return all<{ id: string }>(state.db, titlesSql, [JSON.stringify(ids)]).map(({ id }) => rowOf.get(id) ?? 0);
}

const nameSql: Readonly<Record<string, string>> = {
  entity: 'SELECT folded FROM entity WHERE id = ?',
  event: 'SELECT folded FROM event WHERE id = ?',
  account: 'SELECT e.folded FROM account c JOIN event e ON e.id = c.event_id WHERE c.id = ?',
  note: 'SELECT lower(title) FROM note WHERE id = ?',
  tag: 'SELECT folded FROM tag WHERE id = ?',
};

function sortOthers(state: SearchState, rows: readonly number[]): number[] {
  const names = new Map<number, string>();
  for (const kind of ['entity', 'event', 'account', 'note', 'tag'] as const) {
    const mine = rows.filter((row) => rowsOfKind(state, kind).has(row));
    const ids = idsOfRows(state, mine);
    const statement = rawDatabase(state.db)
      .prepare<[string], string>(nameSql[kind] ?? '')
      .pluck();
    mine.forEach((row, at) => names.set(row, statement.get(ids[at] ?? '') ?? ''));
  }
  const name = (row: number) => names.get(row) ?? '';
  return [...rows].sort((a, b) => (name(a) < name(b) ? -1 : name(a) > name(b) ? 1 : a - b));
}

/** By title; see the module. */
export function byTitle(given: ToOrder): FirstRows {
  const articles = sortArticles(given.state, articlesOfRows(given.state, given.rows));
  return articleByArticle(given, articles, () => sortOthers(given.state, otherRows(given)));
}
