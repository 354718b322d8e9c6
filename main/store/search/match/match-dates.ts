/**
 * Rows by date. Events: those whose date overlaps, by their index. Publication: the months that rows bear as values; what
 * months cannot say (the first and last of a range, dates too wide for months) is compared day by day.
 */
import type { DateNode } from '../../../../shared/query/query';
import { all, pluck } from '../../core/sql';
import { wideYear } from '../index/facts/value-keys';
import { column, valuesOf } from '../index/read-facts';
import type { RowSet } from '../rows/row-set';
import { idsOfRows, noRows, rowsBearing, rowsOfIds, rowsOfKind, type SearchState } from './search-state';
import { valueIdsOf } from './things';

type Span = Pick<DateNode, 'earliest' | 'latest'>;

/** Events with a date that overlaps the days from @earliest to @latest; '' and '~' are before and after every day. */
export const eventsOverlapping = `
  SELECT id FROM event WHERE date_earliest <= @latest AND (date_latest IS NULL OR date_latest >= @earliest)
  UNION ALL SELECT id FROM event WHERE date_earliest IS NULL AND date_latest >= @earliest`;

/** The rows of the events whose date overlaps; events alone. */
export function eventsWithin(state: SearchState, { earliest, latest }: Span): RowSet {
  const ids = pluck<string>(state.db, eventsOverlapping, { earliest: earliest ?? '', latest: latest ?? '~' });
  return noRows(state).addAll(rowsOfIds(state, 'event', ids));
}

interface Published {
  readonly earliest: string | null;
  readonly latest: string | null;
}

/** Whether an article's days of publication overlap others; one without a date never does. */
function overlaps(span: Span, { earliest, latest }: Published): boolean {
  if (earliest === null && latest === null) return false;
  if (span.latest !== null && earliest !== null && earliest > span.latest) return false;
  return span.earliest === null || latest === null || latest >= span.earliest;
}

/** The days of publication of articles out of a JSON list of ids. */
export const publishedSql = `SELECT a.id, a.published_earliest AS earliest, a.published_latest AS latest
  FROM json_each(?) j CROSS JOIN article a ON a.id = j.value`;

/** Those of some rows of articles whose days overlap. */
function articlesWithin(state: SearchState, rows: readonly number[], span: Span): RowSet {
  const ids = idsOfRows(state, rows);
  const found = noRows(state);
  const days = new Map(
    all<Published & { id: string }>(state.db, publishedSql, [JSON.stringify(ids)]).map((day) => [
      day.id,
      day,
    ]),
  );
  rows.forEach((row, at) => {
    const day = days.get(ids[at] ?? '');
    if (day && overlaps(span, day)) found.add(row);
  });
  return found;
}

/** Some rows of articles and, of other rows, the passages in them and the events that these are evidence for. */
function withTheirs(state: SearchState, articles: RowSet, others: RowSet): RowSet {
  const articleOf = column(state.db, 'article');
  const found = articles.clone();
  others.forEach((row) => {
    if (articles.has(articleOf[row] ?? 0)) found.add(row);
  });
  const events = others.clone().and(rowsOfKind(state, 'event')).toArray();
  idsOfRows(state, events).forEach((id, at) => {
    const passages = rowsBearing(state, valueIdsOf(state, 'event', [id])).and(rowsOfKind(state, 'passage'));
    let isMeant = false;
    passages.forEach((passage) => {
      isMeant = articles.has(articleOf[passage] ?? 0);
      return !isMeant;
    });
    if (isMeant) found.add(events[at] ?? 0);
  });
  return found;
}

const firstDay = (month: string): string => `${month}-01`;
const lastDay = (month: string): string => `${month}-31`;

/** Whether months lie in a span, wholly or in part. Months and days compare as text only within an era. */
function placeOfMonth(month: string, { earliest, latest }: Span): 'in' | 'out' | 'partly' {
  if (month.startsWith('-') || earliest?.startsWith('-') || latest?.startsWith('-')) return 'partly';
  const isOut =
    (latest !== null && firstDay(month) > latest) || (earliest !== null && lastDay(month) < earliest);
  if (isOut) return 'out';
  const isIn =
    (earliest === null || earliest <= firstDay(month)) &&
    // A month may end before the 31st.
    (latest === null || latest >= lastDay(month) || latest >= endOfMonth(month));
  return isIn ? 'in' : 'partly';
}

function endOfMonth(month: string): string {
  const [year = 0, number = 1] = month.split('-').map(Number);
  const days = new Date(Date.UTC(2000 + (year % 400), number, 0)).getUTCDate();
  return `${month}-${String(days).padStart(2, '0')}`;
}

/** Rows of articles published within the days of a filter, their passages, and the events these are evidence for. */
export function rowsPublished(state: SearchState, span: Span): RowSet {
  const places = valuesOf(state.db, 'month').map(({ id, key }) => ({ id, place: placeOfMonth(key, span) }));
  const idsAt = (wanted: 'in' | 'partly') =>
    places.flatMap(({ id, place }) => (place === wanted ? [id] : []));
  const found = rowsBearing(state, idsAt('in'));
  const rest = rowsBearing(state, [...idsAt('partly'), ...valueIdsOf(state, 'year', [wideYear])]).andNot(
    found,
  );
  if (rest.isEmpty()) return found;
  const articles = rest.clone().and(rowsOfKind(state, 'article'));
  return found.or(withTheirs(state, articlesWithin(state, articles.toArray(), span), rest));
}
