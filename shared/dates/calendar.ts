/** Days as numbers, for reckoning with dates without clocks or time zones. */

const dayMs = 86_400_000;

/** Days since 1 January 1970 of a `YYYY-MM-DD` date; years before 1 BC are `-YYYY-MM-DD`. */
export const dayNumber = (date: string): number =>
  // JavaScript writes such years with six digits.
  Math.floor(Date.parse(`${date.replace(/^-/, '-00')}T00:00:00Z`) / dayMs);

/** The `YYYY-MM-DD` date of a number of days since 1 January 1970; `-YYYY-MM-DD` before 1 BC. */
export const dateOfDay = (day: number): string =>
  new Date(day * dayMs).toISOString().replace(/^-00/, '-').replace(/T.*/, '');

/** A `YYYY-MM-DD` date as a number that orders as time does; years before 1 BC (`-YYYY-MM-DD`) too. */
export function dateOrder(date: string): number {
  const [, sign = '', year = '', month = '', day = ''] = /^(-?)(\d{4})-(\d\d)-(\d\d)$/.exec(date) ?? [];
  return (sign === '' ? 1 : -1) * Number(year) * 10_000 + Number(month) * 100 + Number(day);
}

/** Day of the week of a day number: 0 is Sunday. */
export const weekdayOf = (day: number): number => (((day + 4) % 7) + 7) % 7;

/** `YYYY`, `YYYY-MM` or `YYYY-MM-DD` of the parts that are known, with `XXXX` for an unknown year. */
export function edtfOfParts(year: number | null, month?: number | null, day?: number | null): string {
  const pad = (value: number, length: number): string => String(value).padStart(length, '0');
  const parts = [year === null ? 'XXXX' : pad(year, 4)];
  if (month) parts.push(pad(month, 2));
  if (month && day) parts.push(pad(day, 2));
  return parts.join('-');
}
