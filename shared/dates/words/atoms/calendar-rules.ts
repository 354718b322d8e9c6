/** Dates of the calendar: days, months, seasons and quarters, with or without their year. */
import { dateOfDay, dayNumber, edtfOfParts, weekdayOf } from '../../calendar';
import { parseEdtf } from '../../edtf';
import { counted, eitherEdtf, fixed, nearestYear, partsOfDay, type Reading } from '../reading/reading';
import type { Token } from '../tokens';
import { type AtomRule, dayPattern, shiftedYear, valueOf, valuesOf, yearPattern } from './rule';

/** The same part of each year: of a given one, of last year, or of the year that the words leave out. */
function ofYear(
  tokens: readonly Token[],
  partial: string,
  edtfIn: (year: number) => string | null,
  isIt?: (bounds: { readonly first: number; readonly last: number }) => boolean,
): Reading | undefined {
  const year = valueOf(tokens, 'Y');
  if (year !== null) {
    const edtf = edtfIn(year);
    return edtf === null ? undefined : fixed(edtf);
  }
  const shift = valueOf(tokens, 'R');
  if (shift !== null) return counted(partial, (day) => edtfIn(partsOfDay(day).year + Math.ceil(shift)));
  return counted(partial, (day, tense) => nearestYear(day, tense, edtfIn, isIt));
}

const valid = (edtf: string): string | null => (parseEdtf(edtf) ? edtf : null);

/** “Friday, 4 July” is of a year in which 4 July is a Friday, if any near is. */
function dayOfMonth(tokens: readonly Token[]): Reading | undefined {
  const [day = 0, month = 0] = [valueOf(tokens, 'Nδ'), valueOf(tokens, 'M')].map((value) => value ?? 0);
  if (day < 1 || valid(edtfOfParts(2024, month, day)) === null) return undefined;
  const weekday = valueOf(tokens, 'W');
  const edtfIn = (year: number) => valid(edtfOfParts(year, month, day));
  const partial = edtfOfParts(null, month, day);
  const plain = ofYear(tokens, partial, edtfIn);
  if (weekday === null || !plain?.at || valueOf(tokens, 'YR') !== null) return plain;
  const onWeekday = ({ first }: { readonly first: number }) => weekdayOf(first) === weekday;
  return counted(partial, (on, tense) => {
    const fits = nearestYear(on, tense, edtfIn, onWeekday);
    const isNear = fits !== null && Math.abs(dayNumber(fits) - on) < 366 * 2;
    return isNear ? fits : (plain.at?.(on, tense) ?? null);
  });
}

/** In “July 20” the number is in digits: “in May three people” is none. */
const dayAfterMonth = (tokens: readonly Token[]): Reading | undefined =>
  tokens.every(
    ({ letter, text, isOrdinal }) => letter !== 'N' || isOrdinal || /\d/.test(text) || text.length > 5,
  )
    ? dayOfMonth(tokens)
    : undefined;

function month(tokens: readonly Token[]): Reading | undefined {
  const number = valueOf(tokens, 'M') ?? 0;
  return ofYear(tokens, edtfOfParts(null, number), (year) => edtfOfParts(year, number));
}

/** “Last July”: the latest that is over; “next July”: the first to come; “this July”: this year's. */
function shifted(tokens: readonly Token[], partial: string, edtfIn: (year: number) => string): Reading {
  const shift = valueOf(tokens, 'R') ?? -1;
  return counted(partial, (day) => {
    if (shift === 0) return currentOrThisYears(day, edtfIn);
    const isIt =
      shift < 0 ? ({ last }: { last: number }) => last < day : ({ first }: { first: number }) => first > day;
    const nearest = nearestYear(day, shift < 0 ? 'past' : 'future', edtfIn, isIt);
    const years = shift === -2 ? -1 : 0;
    return nearest && years !== 0 ? edtfIn(Number(nearest.slice(0, 4)) + years) : nearest;
  });
}

/** The one that the day lies in (a winter may have begun last year), else that of the day's year. */
function currentOrThisYears(day: number, edtfIn: (year: number) => string): string | null {
  const current = nearestYear(day, 'past', edtfIn, ({ first, last }) => first <= day && day <= last);
  const isCurrent = current !== null && Number(current.slice(0, 4)) >= partsOfDay(day).year - 1;
  return isCurrent ? current : edtfIn(partsOfDay(day).year);
}

const partOfYear = (tokens: readonly Token[]): number => {
  const season = valueOf(tokens, 'S');
  if (season !== null) return season;
  const which = valueOf(tokens, 'QN') ?? 0;
  const isHalf = tokens.some(({ letter }) => letter === 'h');
  if (which < 1 || which > (isHalf ? 2 : 4)) return 0;
  return (isHalf ? 39 : 32) + which;
};

function partReading(tokens: readonly Token[]): Reading | undefined {
  const part = partOfYear(tokens);
  return part === 0 ? undefined : ofYear(tokens, 'XXXX', (year) => `${edtfOfParts(year)}-${part}`);
}

function shiftedSeason(tokens: readonly Token[]): Reading {
  const season = valueOf(tokens, 'S') ?? 21;
  return shifted(tokens, 'XXXX', (year) => `${edtfOfParts(year)}-${season}`);
}

/** “3 to 5 July”, “3 and 4 July”, “3 or 4 July”, “July 3–5”. */
function daysOfMonth(tokens: readonly Token[]): Reading | undefined {
  const month = valueOf(tokens, 'M') ?? 0;
  const [from = 0, to = 0] = valuesOf(tokens, 'Nδ');
  if (from < 1 || to < 1 || from >= to) return undefined;
  const letters = tokens.map(({ letter }) => letter).join('');
  const [opening, sign, closing] = /[|]/.test(letters)
    ? ['[', ',', ']']
    : /&/.test(letters) && !letters.startsWith('t')
      ? ['{', ',', '}']
      : ['', '/', ''];
  const edtfIn = (year: number | null) =>
    valid(`${opening}${edtfOfParts(year, month, from)}${sign}${edtfOfParts(year, month, to)}${closing}`);
  const partial = edtfIn(null);
  return partial === null ? undefined : ofYear(tokens, partial, edtfIn);
}

/** “The third Tuesday in September 2014”, “the last day of October”. */
function nthDay(tokens: readonly Token[]): Reading | undefined {
  const month = valueOf(tokens, 'M') ?? 0;
  const [nth = -1, weekday] = [valueOf(tokens, 'N') ?? undefined, valueOf(tokens, 'W')];
  if (nth > 5 || (nth < 0 && (valueOf(tokens, 'R') ?? 0) !== -1)) return undefined;
  const withoutShift = tokens.filter(({ letter }) => letter !== 'R');
  return ofYear(withoutShift, edtfOfParts(null, month, null).concat('-XX'), (year) => {
    const first = dayNumber(edtfOfParts(year, month, 1));
    const next = dayNumber(month === 12 ? edtfOfParts(year + 1, 1, 1) : edtfOfParts(year, month + 1, 1));
    const days = Array.from({ length: next - first }, (_, index) => first + index);
    const found = days
      .filter((day) => weekday === null || weekdayOf(day) === weekday)
      .at(nth < 0 ? -1 : nth - 1);
    return found === undefined ? null : dateOfDay(found);
  });
}

/** The nearest day with such a number in its month (and such a weekday), the day itself counted. */
function dayNumbered(date: number, weekday: number | null): Reading | undefined {
  if (date < 1 || date > 31) return undefined;
  const pad = String(date).padStart(2, '0');
  return counted(`XXXX-XX-${pad}`, (day, tense) => {
    const step = tense === 'future' ? 1 : -1;
    const isIt = (other: number) =>
      dateOfDay(other).endsWith(`-${pad}`) && (weekday === null || weekdayOf(other) === weekday);
    for (let away = 0; away < 800; away += 1)
      if (isIt(day + step * away)) return dateOfDay(day + step * away);
    return null;
  });
}

/** “On the 3rd”: of this month or of the last that had one. */
function dayAlone(tokens: readonly Token[]): Reading | undefined {
  const isDay = tokens.some(({ isOrdinal, letter }) => isOrdinal || letter === 'δ' || letter === 'd');
  return isDay ? dayNumbered(valueOf(tokens, 'Nδ') ?? 0, null) : undefined;
}

/** “Friday the 13th”. */
const weekdayAndDay = (tokens: readonly Token[]): Reading | undefined =>
  dayNumbered(valueOf(tokens, 'Nδ') ?? 0, valueOf(tokens, 'W'));

/** 3/7/2025 is 3 July or 7 March; with full stops, or where the day always comes first, it is 3 July. */
function numericDate([token]: readonly Token[], dayFirst: boolean): Reading | undefined {
  const text = token?.text ?? '';
  const yearFirst = /^(\d{4})[/.](\d{1,2})[/.](\d{1,2})$/.exec(text);
  if (yearFirst) {
    const edtf = valid(edtfOfParts(Number(yearFirst[1]), Number(yearFirst[2]), Number(yearFirst[3])));
    return edtf === null ? undefined : fixed(edtf);
  }
  const [, first = 0, second = 0, year = null] = (
    /^(\d{1,2})[/.-](\d{1,2})(?:[/.-](\d{2,4}))?$/.exec(text) ?? []
  ).map((part) => (part === undefined ? null : Number(part)));
  const isoEdtf = valid(text.toUpperCase());
  if (!first || !second) return isoEdtf ? fixed(isoEdtf) : undefined;
  const readings = (of: number | null): string | null => {
    const found = [valid(edtfOfParts(of, second, first))];
    if (!text.includes('.') && !dayFirst) found.push(valid(edtfOfParts(of, first, second)));
    const [one, other] = found.filter((edtf) => edtf !== null);
    return one && other ? eitherEdtf(one, other) : (one ?? null);
  };
  return ofShortYear(year, readings, text.includes('-'));
}

/** A year of two digits is of the century that brings it nearest, at most ten years ahead. */
function ofShortYear(
  year: number | null,
  edtfIn: (year: number | null) => string | null,
  isHyphened: boolean,
): Reading | undefined {
  const unknown = edtfIn(null);
  if (year === null && unknown) return counted(unknown, (day, tense) => nearestYear(day, tense, edtfIn));
  if (year === null || edtfIn(2024) === null) return undefined;
  // 12-11-10 may begin with its day or with its year.
  if (year < 100 && isHyphened) return undefined;
  if (year > 99) {
    const edtf = edtfIn(year);
    return edtf === null ? undefined : fixed(edtf);
  }
  const [past, recent] = [edtfIn(1900 + year), edtfIn(2000 + year)];
  if (!past || !recent) return undefined;
  const partial = past.startsWith('[') ? (unknown ?? 'XXXX-XX-XX') : eitherEdtf(past, recent);
  return counted(partial, (day) => {
    const now = partsOfDay(day).year;
    const century = now - (now % 100);
    return edtfIn(century + year > now + 10 ? century - 100 + year : century + year);
  });
}

const day = dayPattern;
const year = `(?:${yearPattern}|,?${shiftedYear})`;

/** Rules for days, months, seasons, quarters and halves of years. */
export const calendarRules: readonly AtomRule[] = [
  { pattern: 'X', read: (tokens, lexicon) => numericDate(tokens, lexicon.dayComesFirst === true) },
  {
    pattern: 'W,?X',
    read: (tokens, lexicon) => numericDate(tokens.slice(-1), lexicon.dayComesFirst === true),
  },
  {
    pattern: 'J',
    read: (tokens, lexicon) => numericDate(tokens, lexicon.dayComesFirst === true),
    use: 'whole',
  },
  { pattern: `(?:W,?)?d?${day},?M${year}?(?:,?W,?)?`, read: dayOfMonth },
  { pattern: `(?:W,?)?M${day}${year}?(?:,?W,?)?`, read: dayAfterMonth },
  { pattern: `Yy?,?-?M-?${day}(?:,?W,?)?`, read: dayOfMonth },
  { pattern: `${shiftedYear}M${day}`, read: dayOfMonth },
  { pattern: `${day}-M-Y`, read: dayOfMonth },
  { pattern: `Mi?${year}?`, read: month },
  { pattern: `(?:Yy?|${shiftedYear})i?M`, read: month },
  {
    pattern: 'RM|MR|Mv',
    read: (tokens) =>
      shifted(tokens, edtfOfParts(null, valueOf(tokens, 'M')), (of) => edtfOfParts(of, valueOf(tokens, 'M'))),
  },
  { pattern: `Si?${year}`, read: partReading },
  { pattern: `(?:Yy?|${shiftedYear})S`, read: partReading },
  { pattern: 'S', read: partReading, use: 'framed' },
  { pattern: 'RS|SR|Sv', read: shiftedSeason },
  { pattern: `(?:Nq|qN|qρ|ρq|Q|Nh|hN)(?:i|-)?${year}`, read: partReading },
  { pattern: 'Nq|qN|qρ|ρq|Q|Nh|hN', read: partReading, use: 'whole' },
  { pattern: `(?:Yy?|${shiftedYear})(?:Nq|qN|Q|Nh)`, read: partReading },
  { pattern: `[rst]?n?${day}[>u/Σ-]${day},?M${year}?`, read: daysOfMonth },
  { pattern: `n${day}i${day},?M${year}?`, read: daysOfMonth },
  { pattern: `[tn]?${day}[&|]${day},?M${year}?`, read: daysOfMonth },
  { pattern: `[rst]?M${day}[>u&|/Σ-]${day}(?!,?M)${year}?`, read: daysOfMonth },
  { pattern: `NWi?M${year}?`, read: nthDay },
  { pattern: `R[Wd]i?M${year}?`, read: nthDay },
  { pattern: `[id]${day}|${day}`, read: dayAlone, use: 'whole' },
  { pattern: `W,?d?${day}`, read: weekdayAndDay, use: 'whole' },
  { pattern: 'δ', read: dayAlone },
];
