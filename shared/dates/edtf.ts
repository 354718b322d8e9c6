/**
 * Dates as surely as they are known: EDTF (ISO 8601-2, levels 0 to 2), read with `@edtf-ts/core`, whose few wrong bounds
 * are put right here. Making EDTF out of words is `event-date-from-words.ts`; saying it in words is `describe-edtf.ts`.
 */
import { type EDTFBase, parse } from '@edtf-ts/core';

/** A date that was understood, and the first and last day it can mean. */
export interface ParsedEdtf {
  /** As given, without white space around it. */
  readonly edtf: string;
  /** `YYYY-MM-DD`; null where the start is open or unknown. Years before 1 BC are `-YYYY-MM-DD`, after 9999 the last day of 9999. */
  readonly earliest: string | null;
  readonly latest: string | null;
}

/** Bounds that the library makes up for an open or unknown side lie beyond these years. */
const outermostYear = 200_000;

function dayOf(date: Date): string | null {
  const year = date.getUTCFullYear();
  if (Number.isNaN(year) || Math.abs(year) > outermostYear) return null;
  if (year > 9999) return '9999-12-31';
  const iso = date.toISOString();
  return iso.startsWith('-') ? `-${iso.slice(3, 13)}` : iso.slice(0, 10);
}

/** `1950S2`: the first two digits are sure, so any year of that century. */
function significantYears(edtf: string): ParsedEdtf | null {
  const match = /^(\d{4})S([1-4])$/.exec(edtf);
  if (!match) return null;
  const [, year = '', digits = ''] = match;
  const sure = year.slice(0, Number(digits));
  return { edtf, earliest: `${sure.padEnd(4, '0')}-01-01`, latest: `${sure.padEnd(4, '9')}-12-31` };
}

const isUnknownYear = (part: string): boolean => /^\W*[~?%]?X{4}/.test(part);

/** The first or last year that a part of a date can mean; null for what does not begin with a year of four digits. */
function yearOf(part: string | undefined, digit: '0' | '9'): number | null {
  const year = /^\W*[~?%]?([\dX]{4})/.exec(part ?? '')?.[1];
  return year === undefined ? null : Number(year.replace(/X/g, digit));
}

/** The library makes dates of masked years as JavaScript does, for which the years before 100 lie in the 20th century. */
function inTrueCentury(date: Date, year: number | null): Date {
  if (year === null || year > 99 || date.getUTCFullYear() !== 1900 + year) return date;
  const corrected = new Date(date);
  corrected.setUTCFullYear(year);
  return corrected;
}

/** Years that are wholly unknown have no bounds; the library gives them some. */
function boundsOf(edtf: string, value: EDTFBase): Pick<ParsedEdtf, 'earliest' | 'latest'> {
  const parts = edtf.split(/[/,]|\.\./);
  const unknown = parts.some((part) => isUnknownYear(part));
  return unknown
    ? { earliest: null, latest: null }
    : {
        earliest: dayOf(inTrueCentury(value.min, yearOf(parts[0], '0'))),
        latest: dayOf(inTrueCentury(value.max, yearOf(parts.at(-1), '9'))),
      };
}

/** Reads an EDTF string. Null when it is none. Bounds of seasons are those of the northern hemisphere. */
export function parseEdtf(input: string): ParsedEdtf | null {
  const edtf = input.trim();
  // The library takes months like `2X`, which no month can be.
  if (edtf.length > 200 || /\d{4}-[2-9]X/.test(edtf)) return null;
  const result = parse(edtf);
  if (!result.success) return null;
  return significantYears(edtf) ?? { edtf, ...boundsOf(edtf, result.value) };
}

/** Whether a string is a date in EDTF. */
export function isEdtf(input: string): boolean {
  return parseEdtf(input) !== null;
}
