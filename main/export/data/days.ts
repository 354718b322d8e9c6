/** What of an EDTF date formats of plain dates can say: only what is sure. Nothing is made more exact than it is. */

/** A date as sure as it is given: year, month and day, as far as they are known without doubt. */
export interface SureDate {
  readonly year: number;
  readonly month: number | null;
  readonly day: number | null;
}

const plain = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?$/;

/** A year, month or day without any doubt; null for all that is approximate, uncertain, masked, a season or a span. */
export function sureDate(edtf: string | null): SureDate | null {
  const match = edtf === null ? null : plain.exec(edtf);
  if (!match) return null;
  const [, year = '', month, day] = match;
  if (month !== undefined && Number(month) > 12) return null; // a season or a quarter
  return { year: Number(year), month: month ? Number(month) : null, day: day ? Number(day) : null };
}

/** Both ends of a span whose ends are sure; a sure date is a span of itself. Null: an end is open, unknown or in doubt. */
export function sureSpan(edtf: string | null): { readonly start: SureDate; readonly end: SureDate } | null {
  const [from = '', to, ...more] = (edtf ?? '').split('/');
  const start = sureDate(from);
  const end = to === undefined ? start : sureDate(to);
  return start && end && more.length === 0 ? { start, end } : null;
}

const pad = (number: number, length: number) => String(number).padStart(length, '0');

/** ISO 8601, as exact as it is: `2022`, `2022-05`, `2022-05-03`. */
export const isoOf = ({ year, month, day }: SureDate): string =>
  [pad(year, 4), ...(month === null ? [] : [pad(month, 2)]), ...(day === null ? [] : [pad(day, 2)])].join(
    '-',
  );

/** First and last day as ISO 8601, both known for sure; a month is not from its first day to its last. */
export function daySpan(edtf: string | null): { readonly start: string; readonly end: string } | null {
  const span = sureSpan(edtf);
  if (span?.start.day == null || span.end.day === null) return null;
  return { start: isoOf(span.start), end: isoOf(span.end) };
}

/** The year in which a date begins, where that is sure; null for masked years, open beginnings and choices between dates. */
export function startYear(edtf: string | null): number | null {
  const match = /^[?~%]?(\d{4})(?![\dXS])/.exec(edtf ?? '');
  return match ? Number(match[1]) : null;
}
