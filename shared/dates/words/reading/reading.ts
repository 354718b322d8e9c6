/**
 * What words say about a date before it is known from which day they count: fixed, or a function of that day. Nothing
 * here reads words; `atoms.ts` and `expressions.ts` do.
 */
import { dateOfDay, dayNumber, edtfOfParts, weekdayOf } from '../../calendar';
import { parseEdtf } from '../../edtf';

/** Whether what is told lies before or after the day it is told on; undefined: news, which tells what has been. */
export type Tense = 'past' | 'future' | undefined;

/** A date read from words. */
export interface Reading {
  /** EDTF of as much as is known without the day that the words count from; the whole of it when `at` is null. */
  readonly partial: string;
  /** EDTF when the words count from a day (a day number); null: the words say it all. */
  readonly at: ((day: number, tense: Tense) => string | null) | null;
}

/** A date that the words say in full. */
export const fixed = (edtf: string): Reading => ({ partial: edtf, at: null });

/** A date that counts from a day. */
export const counted = (partial: string, at: NonNullable<Reading['at']>): Reading => ({ partial, at });

/** The same reading with its EDTF changed. */
export function mapReading(reading: Reading, change: (edtf: string) => string | null): Reading | null {
  const partial = change(reading.partial);
  const { at } = reading;
  if (partial === null) return null;
  if (!at) return fixed(partial);
  return counted(partial, (day, tense) => {
    const edtf = at(day, tense);
    return edtf === null ? null : change(edtf);
  });
}

/** EDTF of a reading on a day; null when it can't be. */
export const readingAt = ({ partial, at }: Reading, day: number, tense: Tense): string | null =>
  at ? at(day, tense) : partial;

/** A bare date, with or without unknown digits: no interval, no set. */
export const isPlain = (edtf: string): boolean => /^-?[\dX]+(?:-[\dX]{2}){0,2}[~?%]?$/.test(edtf);

const yearOfDay = (day: number): number => Number(dateOfDay(day).slice(0, 4));

/** The year, month (1–12) and day of the month of a day number. */
export function partsOfDay(day: number): {
  readonly year: number;
  readonly month: number;
  readonly date: number;
} {
  const [year = 0, month = 1, date = 1] = dateOfDay(day).split('-').map(Number);
  return { year, month, date };
}

/** A month counted from another: the 13th of 2024 is January 2025. */
export function monthEdtf(year: number, month: number): string {
  const months = year * 12 + month - 1;
  return edtfOfParts(Math.floor(months / 12), (months % 12) + 1);
}

/**
 * The date, of those that each year has one of, that words without a year mean: the latest that has begun by the day; for
 * what is to come the earliest that has not ended. Null when no year near has one.
 */
export function nearestYear(
  day: number,
  tense: Tense,
  edtfIn: (year: number) => string | null,
  isIt: (bounds: { readonly first: number; readonly last: number }) => boolean = () => true,
): string | null {
  const step = tense === 'future' ? 1 : -1;
  for (let away = -1; away < 30; away += 1) {
    const edtf = edtfIn(yearOfDay(day) + step * away);
    const parsed = edtf === null ? null : parseEdtf(edtf);
    if (!parsed?.earliest || !parsed.latest) continue;
    const bounds = { first: dayNumber(parsed.earliest), last: dayNumber(parsed.latest) };
    if ((step < 0 ? bounds.first <= day : bounds.last >= day) && isIt(bounds)) return edtf;
  }
  return null;
}

/** The Monday of the week of a day. */
export const mondayOf = (day: number): number => day - ((weekdayOf(day) + 6) % 7);

/** `from/to` of day numbers. */
export const daysEdtf = (from: number, to: number): string => `${dateOfDay(from)}/${dateOfDay(to)}`;

/** Two dates where either may be meant; one when they are the same. */
export const eitherEdtf = (first: string, second: string): string =>
  first === second ? first : `[${[first, second].sort().join(',')}]`;
