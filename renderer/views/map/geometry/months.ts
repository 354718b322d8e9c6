/** Time by the month, for choosing a stretch of it: months are counted from January of the year 0. */
import type { MapDate } from '../content';

/** First and last month of a stretch of time, both in it. */
export interface MonthRange {
  readonly first: number;
  readonly last: number;
}

/** The month of a day `YYYY-MM-DD`, also of a year before the year 0. */
export function monthOf(day: string): number {
  const match = /^(-?\d+)-(\d\d)/.exec(day);
  return Number(match?.[1]) * 12 + Number(match?.[2]) - 1;
}

const names = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/** `Jul 2025`, `Mar 44 BC`. */
export function monthWords(month: number): string {
  const year = Math.floor(month / 12);
  const name = names[month - year * 12] ?? '';
  return year > 0 ? `${name} ${year}` : `${name} ${1 - year} BC`;
}

/** From the first month to the last of all dates; null when none is dated. */
export function monthsOf(dates: readonly (MapDate | null)[]): MonthRange | null {
  const days = dates.flatMap((date) => [
    date?.earliest ?? date?.latest ?? [],
    date?.latest ?? date?.earliest ?? [],
  ]);
  const months = days.flat().map(monthOf);
  if (months.length === 0) return null;
  return months.reduce<MonthRange>(
    ({ first, last }, month) => ({ first: Math.min(first, month), last: Math.max(last, month) }),
    { first: Number.POSITIVE_INFINITY, last: Number.NEGATIVE_INFINITY },
  );
}

/** Whether something was in a stretch of time. */
export type InTime = 'sure' | 'maybe' | 'no';

/** Something that went on from one known date to another was there all the time between. */
const isStretch = (edtf: string): boolean => /^[\d-]+\/[\d-]+$/.test(edtf);
const isDoubted = (edtf: string): boolean => /[?~%]/.test(edtf);

/**
 * Whether an event of this date was in the months: for sure, when every day it may have been lies in them; maybe, when
 * some do or the date itself is doubted. What has no date is never in a chosen stretch of time.
 */
export function inMonths(date: MapDate | null, { first, last }: MonthRange): InTime {
  if (!date || (date.earliest === null && date.latest === null)) return 'no';
  const from = date.earliest === null ? Number.NEGATIVE_INFINITY : monthOf(date.earliest);
  const to = date.latest === null ? Number.POSITIVE_INFINITY : monthOf(date.latest);
  if (to < first || from > last) return 'no';
  const isWithin = from >= first && to <= last;
  return (isWithin || isStretch(date.edtf)) && !isDoubted(date.edtf) ? 'sure' : 'maybe';
}

/** How many events may have been in each of equal stretches of time. */
export interface MonthCount extends MonthRange {
  readonly sure: number;
  readonly maybe: number;
}

/** Counts in at most `most` stretches of whole months. */
export function countByMonth(
  dates: readonly (MapDate | null)[],
  range: MonthRange,
  most: number,
): MonthCount[] {
  const length = Math.max(1, Math.ceil((range.last - range.first + 1) / most));
  const counts: MonthCount[] = [];
  for (let first = range.first; first <= range.last; first += length)
    counts.push({ first, last: Math.min(range.last, first + length - 1), sure: 0, maybe: 0 });
  for (const date of dates) addTo(counts, date, range.first, length);
  return counts;
}

/** An event goes to the stretches it may be in, not through all of them: there are many events. */
function addTo(counts: MonthCount[], date: MapDate | null, origin: number, length: number): void {
  if (!date || (date.earliest === null && date.latest === null)) return;
  const at = (day: string | null, otherwise: number): number =>
    day === null ? otherwise : Math.floor((monthOf(day) - origin) / length);
  const to = Math.min(counts.length - 1, at(date.latest, counts.length - 1));
  for (let index = Math.max(0, at(date.earliest, 0)); index <= to; index++) {
    const count = counts[index];
    const how = count ? inMonths(date, count) : 'no';
    if (count && how !== 'no') counts[index] = { ...count, [how]: count[how] + 1 };
  }
}
