/** Days as numbers, for reckoning with dates without clocks or time zones. */

const dayMs = 86_400_000;

/** Days since 1 January 1970 of a `YYYY-MM-DD` date. */
export const dayNumber = (date: string): number => Math.floor(Date.parse(`${date}T00:00:00Z`) / dayMs);

/** The `YYYY-MM-DD` date of a number of days since 1 January 1970. */
export const dateOfDay = (day: number): string => new Date(day * dayMs).toISOString().slice(0, 10);

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
