/** Dates as a person writes them in the form ("July 2025", "2025-03 to 2025-06"), as a query has them. */
import { describeEdtf } from '../../../../../shared/dates/describe-edtf';
import { readDate } from '../../../../parts/read-date';

function readRange(words: string): string | null {
  const [from = '', to, more] = words.split(/\s*\.\.\s*|\s+(?:to|until|–|—)\s+/);
  if (to === undefined || more !== undefined || (from === '' && to === '')) return null;
  const [first, last] = [from, to].map((side) => (side === '' ? '' : readDate(side, null)?.edtf));
  return first === undefined || last === undefined ? null : `${first}..${last}`;
}

/** What a query says for the words (EDTF, or `a..b`), or null where they are no date. */
export function readDates(words: string): string | null {
  const typed = words.trim();
  // Words such as "June to July" are a date of their own kind too: the range says more.
  return typed === '' ? '' : (readRange(typed) ?? readDate(typed, null)?.edtf ?? null);
}

/** The words for a date of a query: "from March 2025 to June 2025". */
export function describeDates(value: string): string {
  const [from = '', to] = /[[{]/.test(value) ? [value] : value.split('..');
  if (to === undefined) return describeEdtf(from);
  const parts = [from && `from ${describeEdtf(from)}`, to && `to ${describeEdtf(to)}`];
  return parts.filter(Boolean).join(' ');
}
