/** The keys of values that are made of what was written: labels of publishers and authors, languages, years and months. */
import { foldForMatch } from '../../../../../shared/text/fold';
import type { BorneValue } from '../stored/value-ids';

/** A label as it is compared; one of signs alone is compared as it is. */
export function labelKey(label: string): string {
  return foldForMatch(label) || label.trim().toLowerCase();
}

/** The key of a language tag: its first part, in lower case; '' where none is given. */
export const languageKey = (tag: string): string => tag.trim().toLowerCase().split(/[-_]/)[0] ?? '';

/** A date that spans more years than this is in none, and one that spans more months in no month. */
const mostYears = 20;
const mostMonths = 24;

interface Month {
  readonly year: number;
  /** From 0. */
  readonly month: number;
}

function monthOf(day: string | null): Month | null {
  const [, year, month] = /^(-?\d+)(?:-(\d\d))?/.exec(day ?? '') ?? [];
  return year === undefined ? null : { year: Number(year), month: Number(month ?? '1') - 1 };
}

const yearKey = (year: number): string =>
  year < 0 ? `-${String(-year).padStart(4, '0')}` : String(year).padStart(4, '0');

/** The `year` of what is in no month: its date spans too many of them, or has no first or no last day. Not a year to show. */
export const wideYear = 'wide';

/** The years and months that a date touches, given by its first and last possible day; see `wideYear`. */
export function timeValues(earliest: string | null, latest: string | null): BorneValue[] {
  const wide: BorneValue = { field: 'year', key: wideYear };
  if (earliest === null && latest === null) return [];
  const first = monthOf(earliest);
  const last = monthOf(latest);
  if (!first || !last || last.year < first.year || last.year - first.year >= mostYears) return [wide];
  const years = Array.from(
    { length: last.year - first.year + 1 },
    (_, index): BorneValue => ({ field: 'year', key: yearKey(first.year + index) }),
  );
  const span = (last.year - first.year) * 12 + last.month - first.month + 1;
  if (span > mostMonths || span < 1) return [...years, wide];
  const from = first.year * 12 + first.month;
  const months = Array.from({ length: span }, (_, index): BorneValue => {
    const month = String(((((from + index) % 12) + 12) % 12) + 1).padStart(2, '0');
    return { field: 'month', key: `${yearKey(Math.floor((from + index) / 12))}-${month}` };
  });
  return [...years, ...months];
}
