/** What was found by time: by years, or months where three years at most are spanned. */
import type { Histogram, HistogramBar } from '../../../../shared/contract/search';
import { all } from '../../core/sql';
import { wideYear } from '../index/facts/value-keys';
import { valuesOf } from '../index/read-facts';
import { remembered, rowsOfKind, type SearchState } from '../match/search-state';
import type { RowSet } from '../rows/row-set';
import type { ValueCounter } from './value-counts';

/** Bars of more years than this are not drawn. */
const mostYears = 400;
const monthsUpTo = 3;

const padded = (year: number): string => String(year).padStart(4, '0');

function span(keys: readonly string[]): readonly [first: number, last: number] | null {
  const years = keys.map(Number).filter((year) => Number.isFinite(year));
  if (years.length === 0) return null;
  const [first, last] = [Math.min(...years), Math.max(...years)];
  return last - first < mostYears ? [first, last] : null;
}

function barsOf(counts: ReadonlyMap<string, number>, values: readonly string[]): HistogramBar[] {
  const bars = values.map((value) => ({ value, count: counts.get(value) ?? 0 }));
  const first = bars.findIndex(({ count }) => count > 0);
  const last = bars.findLastIndex(({ count }) => count > 0);
  return first < 0 ? [] : bars.slice(first, last + 1);
}

/** From counts by year and a way to count by month. */
function histogramOf(
  years: ReadonlyMap<string, number>,
  countMonths: () => ReadonlyMap<string, number>,
): Histogram | null {
  const spanned = span([...years.keys()]);
  if (!spanned) return null;
  const [first, last] = spanned;
  const all = Array.from({ length: last - first + 1 }, (_, at) => padded(first + at));
  if (all.length > monthsUpTo) return { unit: 'year', bars: barsOf(years, all) };
  const months = all.flatMap((year) =>
    Array.from({ length: 12 }, (_, month) => `${year}-${String(month + 1).padStart(2, '0')}`),
  );
  const bars = barsOf(countMonths(), months);
  return bars.length > 0 ? { unit: 'month', bars } : { unit: 'year', bars: barsOf(years, all) };
}

function countsOf(
  { db }: SearchState,
  field: 'year' | 'month',
  { ofValue }: ValueCounter,
): Map<string, number> {
  const counted = valuesOf(db, field)
    .filter(({ key }) => key !== wideYear)
    .map(({ id, key }) => [key, ofValue(id)] as const);
  return new Map(counted.filter(([, count]) => count > 0));
}

/** What was found by the publication of articles. */
function published(state: SearchState, counter: ValueCounter): Histogram | null {
  return histogramOf(countsOf(state, 'year', counter), () => countsOf(state, 'month', counter));
}

/** More events than this are not asked for their dates. */
const mostEvents = 1000;

/** The months of events out of a JSON list of rows; those without a date are left out. */
export const eventDatesSql = `SELECT j.value AS row, substr(coalesce(e.date_earliest, e.date_latest), 1, 7) AS month
  FROM json_each(?) j CROSS JOIN search_item i ON i.rowid = j.value CROSS JOIN event e ON e.id = i.item_id
  WHERE coalesce(e.date_earliest, e.date_latest) IS NOT NULL`;

/** The month of each of some events, '' where it has none; each is read once in a state of the notebook. */
function monthsOf(state: SearchState, events: readonly number[]): readonly string[] {
  const known = remembered(state, 'months of events', () => new Map<number, string>());
  const missing = events.filter((row) => !known.has(row));
  for (const row of missing) known.set(row, '');
  const read =
    missing.length > 0
      ? all<{ row: number; month: string }>(state.db, eventDatesSql, [JSON.stringify(missing)])
      : [];
  for (const { row, month } of read) known.set(row, month);
  return events.map((row) => known.get(row) ?? '');
}

/** The events found, of more the newest, by the first day that they can have been on. */
function happened(state: SearchState, rows: RowSet): Histogram | null {
  const events = rows.clone().and(rowsOfKind(state, 'event')).highest(mostEvents);
  if (events.length === 0) return null;
  const months = new Map<string, number>();
  const years = new Map<string, number>();
  for (const month of monthsOf(state, events)) {
    if (month === '' || month.startsWith('-')) continue;
    months.set(month, (months.get(month) ?? 0) + 1);
    years.set(month.slice(0, 4), (years.get(month.slice(0, 4)) ?? 0) + 1);
  }
  return histogramOf(years, () => months);
}

/** What was found by time. */
export function countByTime(
  state: SearchState,
  rows: RowSet,
  counter: ValueCounter,
): { readonly published: Histogram | null; readonly happened: Histogram | null } {
  return { published: published(state, counter), happened: happened(state, rows) };
}
