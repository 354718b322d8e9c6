/**
 * Dates as surely as they are known: EDTF (ISO 8601-2, levels 0 to 2), read with `@edtf-ts/core`, whose few wrong bounds
 * are put right here. Making EDTF out of words is `event-date-from-words.ts`; saying it in words is `describe-edtf.ts`.
 */
import { type EDTFBase, parse } from '@edtf-ts/core';
import { dateOrder } from './calendar';

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

/** First and last month of the parts of a year that EDTF numbers 21 to 41; a winter and a southern summer end in the next year. */
const partsOfYear: readonly (readonly [number, number])[] = [
  ...northern(),
  ...northern(),
  [9, 11],
  [12, 14],
  [3, 5],
  [6, 8],
  ...[1, 4, 7, 10].map((month) => [month, month + 2] as const),
  ...[1, 5, 9].map((month) => [month, month + 3] as const),
  [1, 6],
  [7, 12],
];

function northern(): readonly (readonly [number, number])[] {
  return [
    [3, 5],
    [6, 8],
    [9, 11],
    [12, 14],
  ];
}

const yearText = (year: number): string =>
  year < 0 ? `-${String(-year).padStart(4, '0')}` : String(year).padStart(4, '0');

/** `2024-22`: seasons, quarters and halves, of which the library does not know all. */
function partOfYear(edtf: string): ParsedEdtf | null {
  const [, year, part] = /^(-?\d{4})-(2[1-9]|3\d|4[01])[~?%]?$/.exec(edtf) ?? [];
  const months = partsOfYear[Number(part) - 21];
  if (year === undefined || !months || year === '-0000') return null;
  const [first, last] = months;
  const endYear = Number(year) + (last > 12 ? 1 : 0);
  const endMonth = last > 12 ? last - 12 : last;
  const days = lastDay(endYear, endMonth);
  const pad = (value: number) => String(value).padStart(2, '0');
  const earliest = `${yearText(Number(year))}-${pad(first)}-01`;
  return { edtf, earliest, latest: `${yearText(endYear)}-${pad(endMonth)}-${days}` };
}

/** An interval of which both ends are dates: the library finds some out of order that are not. */
function interval(edtf: string): ParsedEdtf | null {
  if (!edtf.includes('/')) return null;
  const [from = '', to = '', ...more] = edtf.split('/');
  const [start, end] = [from, to].map((side) =>
    /^[-Y\d]/.test(side) && !side.includes('T') ? parseEdtf(side) : null,
  );
  if (more.length > 0 || !start?.earliest || !end?.earliest || !start.latest || !end.latest) return null;
  return dateOrder(start.earliest) <= dateOrder(end.earliest)
    ? { edtf, earliest: start.earliest, latest: end.latest }
    : null;
}

/** Members of a set; one left open on a side has no bound there. Null: not a member. */
function memberBounds(member: string): Pick<ParsedEdtf, 'earliest' | 'latest'> | null {
  const [from = '', to, ...more] = member.split('..');
  if (more.length > 0 || /[[\]{}/]/.test(member) || (from === '' && !to)) return null;
  const [first, last] = [from, to ?? from].map((side) => (side === '' ? null : parseEdtf(side)));
  if ((from !== '' && !first) || (to !== '' && !last)) return null;
  const isOrdered = !first?.earliest || !last?.latest || dateOrder(first.earliest) <= dateOrder(last.latest);
  return isOrdered ? { earliest: first?.earliest ?? null, latest: last?.latest ?? null } : null;
}

function outermost(days: readonly (string | null)[], sign: 1 | -1): string | null {
  const known = days.filter((day) => day !== null);
  if (known.length < days.length) return null;
  return known.reduce(
    (best, day) => (sign * (dateOrder(day) - dateOrder(best)) < 0 ? day : best),
    known[0] ?? '',
  );
}

/** `[2025-07-03,2025-07-05]`, `{1667..1672}`: the library lists every day of a range, which takes seconds for centuries. */
function set(edtf: string): ParsedEdtf | null {
  const [, list] = /^\[(.+)\]$|^\{(.+)\}$/.exec(edtf)?.filter((part) => part !== undefined) ?? [];
  const members = list?.split(',').map(memberBounds) ?? [];
  const known = members.filter((member) => member !== null);
  if (known.length === 0 || known.length < members.length) return null;
  const [earliest, latest] = [known.map((one) => one.earliest), known.map((one) => one.latest)];
  return { edtf, earliest: outermost(earliest, 1), latest: outermost(latest, -1) };
}

const lastDay = (year: number, month: number): number =>
  new Date(Date.UTC(2000 + (year % 400), month, 0)).getUTCDate();

/** `2025`, `2025-07` and `2025-07-03`, with or without a sign after it: what nearly all dates are, so without the library. */
function plainDate(edtf: string): ParsedEdtf | null {
  const [, year, month, day] = /^(\d{4})(?:-(0[1-9]|1[0-2])(?:-(\d\d))?)?[~?%]?$/.exec(edtf) ?? [];
  if (year === undefined) return null;
  if (month === undefined) return { edtf, earliest: `${year}-01-01`, latest: `${year}-12-31` };
  const last = lastDay(Number(year), Number(month));
  if (day === undefined) return { edtf, earliest: `${year}-${month}-01`, latest: `${year}-${month}-${last}` };
  const date = `${year}-${month}-${day}`;
  return Number(day) > 0 && Number(day) <= last ? { edtf, earliest: date, latest: date } : null;
}

/** Masked years before 1 BC count backwards. */
function inOrder(parsed: ParsedEdtf): ParsedEdtf {
  const { edtf, earliest, latest } = parsed;
  const isReversed = earliest !== null && latest !== null && dateOrder(earliest) > dateOrder(latest);
  if (!isReversed) return parsed;
  return { edtf, earliest: `${latest.slice(0, 5)}-01-01`, latest: `${earliest.slice(0, 5)}-12-31` };
}

/** What the library takes and EDTF has not: months like `2X`, spaces, the year -0, times in intervals. */
const isNever = (edtf: string): boolean =>
  edtf.length > 200 ||
  /\d{4}-[2-9]X|\s|^-0000(?!\d)/.test(edtf) ||
  (edtf.includes('/') && edtf.includes('T'));

/** Reads an EDTF string. Null when it is none. Bounds of seasons are those of the northern hemisphere unless it says otherwise. */
export function parseEdtf(input: string): ParsedEdtf | null {
  const edtf = input.trim();
  if (isNever(edtf)) return null;
  if (/^[[{]/.test(edtf)) return set(edtf);
  const own = plainDate(edtf) ?? partOfYear(edtf) ?? significantYears(edtf) ?? interval(edtf);
  if (own) return own;
  const result = parse(edtf);
  return result.success ? inOrder({ edtf, ...boundsOf(edtf, result.value) }) : null;
}

/** Whether a string is a date in EDTF. */
export function isEdtf(input: string): boolean {
  return parseEdtf(input) !== null;
}
