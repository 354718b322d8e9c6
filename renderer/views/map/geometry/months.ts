/** Time by the month, for choosing a stretch of it: months are counted from January of the year 0. */
import type { MapDate } from '../content';

/** First and last month of a stretch of time, both in it. */
export interface MonthRange {
  readonly first: number;
  readonly last: number;
}

/** The month of a day `YYYY-MM-DD`, also of a year before the year 0. */
export const monthOf = (day: string): number => Number(day.slice(0, -6)) * 12 + Number(day.slice(-5, -3)) - 1;

const names = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/** `Jul 2025`, `Mar 44 BC`. */
export function monthWords(month: number): string {
  const year = Math.floor(month / 12);
  const name = names[month - year * 12] ?? '';
  return year > 0 ? `${name} ${year}` : `${name} ${1 - year} BC`;
}

/** From the first month to the last of all dates; null when none is dated. */
export function monthsOf(dates: readonly (MapDate | null)[]): MonthRange | null {
  let first = Number.POSITIVE_INFINITY;
  let last = Number.NEGATIVE_INFINITY;
  for (const date of dates) {
    const from = date?.earliest ?? date?.latest;
    const to = date?.latest ?? date?.earliest;
    if (from) first = Math.min(first, monthOf(from));
    if (to) last = Math.max(last, monthOf(to));
  }
  return first <= last ? { first, last } : null;
}

/** Whether something was in a stretch of time. */
export type InTime = 'sure' | 'maybe' | 'no';

/** Something that went on from one known date to another was there all the time between. */
const isStretch = (edtf: string): boolean => /^[\d-]+\/[\d-]+$/.test(edtf);
const isDoubted = (edtf: string): boolean => /[?~%]/.test(edtf);

/** From its first possible month to its last, open ends without end; null: it has no date. */
function reachOf(date: MapDate | null): MonthRange | null {
  if (!date || (date.earliest === null && date.latest === null)) return null;
  return {
    first: date.earliest === null ? Number.NEGATIVE_INFINITY : monthOf(date.earliest),
    last: date.latest === null ? Number.POSITIVE_INFINITY : monthOf(date.latest),
  };
}

const isIn = (part: MonthRange, whole: MonthRange): boolean =>
  part.first >= whole.first && part.last <= whole.last;

/**
 * Whether an event of this date was in the months: for sure, when every day it may have been lies in them; maybe, when
 * some do or the date itself is doubted. What has no date is never in a chosen stretch of time.
 */
export function inMonths(date: MapDate | null, months: MonthRange): InTime {
  const reach = reachOf(date);
  if (!date || !reach || reach.last < months.first || reach.first > months.last) return 'no';
  return (isIn(reach, months) || isStretch(date.edtf)) && !isDoubted(date.edtf) ? 'sure' : 'maybe';
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
  const counts: Counting[] = [];
  for (let first = range.first; first <= range.last; first += length)
    counts.push({ first, last: Math.min(range.last, first + length - 1), sure: 0, maybe: 0 });
  for (const date of dates) addTo(counts, date, range.first, length);
  return counts;
}

interface Counting extends MonthRange {
  sure: number;
  maybe: number;
}

/** An event goes to the stretches it may be in, not through all of them: there are many events. */
function addTo(counts: readonly Counting[], date: MapDate | null, origin: number, length: number): void {
  const reach = reachOf(date);
  if (!date || !reach) return;
  const [isThroughout, isSure] = [isStretch(date.edtf), !isDoubted(date.edtf)];
  const to = Math.min(counts.length - 1, Math.floor((reach.last - origin) / length));
  for (let index = Math.max(0, Math.floor((reach.first - origin) / length)); index <= to; index++) {
    const count = counts[index];
    if (count) count[isSure && (isThroughout || isIn(reach, count)) ? 'sure' : 'maybe'] += 1;
  }
}
