/**
 * Found rows by the day their article was published, the latest first: month by month, by the months that rows bear as
 * values, so that only the articles of the months looked at are asked for their day. Events stand with their evidence;
 * what is in no month comes last.
 */
import { all } from '../../core/sql';
import { column, valuesOf } from '../index/read-facts';
import { publishedSql } from '../match/match-dates';
import { idsOfRows, rowsBearing, rowsOfKind, type SearchState } from '../match/search-state';
import type { RowSet } from '../rows/row-set';
import type { FirstRows, ToOrder } from './to-order';

/** The last day of publication by row of an article; '' where none is known. */
function lastDays(state: SearchState, articles: readonly number[]): ReadonlyMap<number, string> {
  const ids = idsOfRows(state, articles);
  const days = new Map(
    all<{ id: string; latest: string | null }>(state.db, publishedSql, [JSON.stringify(ids)]).map(
      ({ id, latest }) => [id, latest ?? ''],
    ),
  );
  return new Map(articles.map((row, at) => [row, days.get(ids[at] ?? '') ?? '']));
}

/** Rows of one month, the latest day first, an article before its passages, then the newest first. */
function sortMonth(state: SearchState, rows: RowSet): number[] {
  const articleOf = column(state.db, 'article');
  const articles = rowsOfKind(state, 'article');
  const own = (row: number) => (articles.has(row) ? row : (articleOf[row] ?? 0));
  const list = rows.toArray();
  const days = lastDays(
    state,
    [...new Set(list.map(own))].filter((row) => row > 0),
  );
  const day = (row: number) => days.get(own(row)) ?? '';
  const isBefore = (a: number, b: number) => (day(a) === day(b) ? 0 : day(a) > day(b) ? -1 : 1);
  const rank = (row: number) => (articles.has(row) ? 0 : 1);
  return list.sort((a, b) => isBefore(a, b) || own(b) - own(a) || rank(a) - rank(b) || b - a);
}

/** The latest first; see the module. */
export function byPublication({ state, rows }: ToOrder): FirstRows {
  const months = [...valuesOf(state.db, 'month')].sort((a, b) => (a.key > b.key ? -1 : 1));
  const ordered: number[] = [];
  const left = rows.clone();
  let next = 0;
  return (count) => {
    for (; ordered.length < count && next < months.length; next++) {
      const here = rowsBearing(state, [months[next]?.id ?? 0]).and(left);
      left.andNot(here);
      ordered.push(...sortMonth(state, here));
    }
    return [...ordered.slice(0, count), ...left.highest(Math.max(0, count - ordered.length))];
  };
}
