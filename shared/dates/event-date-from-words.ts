/**
 * Reads the date an article gives for something, in the article's own words, with the day it was published as the point
 * from which “last month” and “on Friday” count. It claims no more than the words do: what the words leave open stays
 * open in the EDTF, and words that count from something else (“a week later”) give nothing.
 */
import { type ParsedResult, parse as parseEnglish } from 'chrono-node/en';
import { parse as parseRussian } from 'chrono-node/ru';
import { parse as parseUkrainian } from 'chrono-node/uk';
import type { EventDate } from '../model/event-date';
import { dateOfDay, dayNumber, edtfOfParts, weekdayOf } from './calendar';
import { parseEdtf } from './edtf';

/** When the article was published, as far as that is known. */
interface Published {
  readonly year: number;
  readonly month: number | null;
  /** Day number; null where only the month or the year is known. */
  readonly day: number | null;
}

function readPublished(edtf: string | null): Published | null {
  const parsed = edtf === null ? null : parseEdtf(edtf);
  if (!parsed?.earliest || !parsed.latest) return null;
  const { earliest, latest } = parsed;
  if (earliest.slice(0, 4) !== latest.slice(0, 4)) return null;
  const sameMonth = earliest.slice(0, 7) === latest.slice(0, 7);
  return {
    year: Number(earliest.slice(0, 4)),
    month: sameMonth ? Number(earliest.slice(5, 7)) : null,
    day: earliest === latest ? dayNumber(earliest) : null,
  };
}

/** A rule that reads some words; null when they are not for it. */
type Reader = (words: string, published: Published | null) => string | null;

const seasons: Readonly<Record<string, number>> = {
  spring: 21,
  summer: 22,
  autumn: 23,
  fall: 23,
  winter: 24,
};

const readYear: Reader = (words) => {
  const [, year, plural] = /^(?:in |during |the |year )*(\d{4})(s?)$/.exec(words) ?? [];
  if (!year) return null;
  return plural ? `${year.slice(0, 3)}X` : year;
};

const readSeason: Reader = (words) => {
  const [, season = '', year] =
    /^(?:in |during |the )*(spring|summer|autumn|fall|winter)(?: of)? (\d{4})$/.exec(words) ?? [];
  return year ? `${year}-${seasons[season] ?? ''}` : null;
};

const readWeek: Reader = (words, published) => {
  const [, which = ''] =
    /^(?:in |during |earlier |later )*(?:the )?(this|last|past|previous|next) week$/.exec(words) ?? [];
  if (which === '' || published?.day == null) return null;
  const shift = { this: 0, next: 7 }[which] ?? -7;
  const monday = published.day - ((weekdayOf(published.day) + 6) % 7) + shift;
  return `${dateOfDay(monday)}/${dateOfDay(monday + 6)}`;
};

/** 3/7/2025 is 3 July or 7 March; with full stops it is 3 July. */
const readNumbers: Reader = (words) => {
  const [, first, sign, second, year] = /^(?:on )?(\d{1,2})([./])(\d{1,2})\2(\d{4})$/.exec(words) ?? [];
  if (!first || !second || !year) return null;
  const readings = [edtfOfParts(Number(year), Number(second), Number(first))];
  if (sign === '/') readings.push(edtfOfParts(Number(year), Number(first), Number(second)));
  const possible = [...new Set(readings)].filter((reading) => parseEdtf(reading)).sort();
  return possible.length > 1 ? `[${possible.join(',')}]` : (possible[0] ?? null);
};

/** How far ahead a day without a year may lie before last year's is meant. */
const farAheadDays = 90;

/** The year of a month (and day) that the article leaves out; null when it can't be known. */
function impliedYear(published: Published, month: number, day: number | null): number | null {
  if (published.month === null) return null;
  const reference = published.day ?? dayNumber(edtfOfParts(published.year, published.month, 15));
  const ahead = (year: number): number => dayNumber(edtfOfParts(year, month, day ?? 15)) - reference;
  const years = [published.year - 1, published.year, published.year + 1].filter(
    (year) => ahead(year) <= farAheadDays,
  );
  return years.sort((a, b) => Math.abs(ahead(a)) - Math.abs(ahead(b)))[0] ?? null;
}

function readMonthDay(published: Published | null, month: number, day: number | null): string {
  if (!published) return edtfOfParts(null, month, day);
  const year = impliedYear(published, month, day);
  // Published some time in a year: most likely that year is meant.
  return year === null ? `${edtfOfParts(published.year, month, day)}?` : edtfOfParts(year, month, day);
}

type Components = ParsedResult['start'];

const known = (components: Components, part: 'year' | 'month' | 'day' | 'weekday'): number | null =>
  components.isCertain(part) ? components.get(part) : null;

function readWeekday(components: Components, text: string, published: Published | null): string | null {
  if (published?.day == null) return null;
  if (/\b(?:last|next|this|past|coming)\b/i.test(text)) {
    return edtfOfParts(components.get('year'), components.get('month'), components.get('day'));
  }
  const back = (weekdayOf(published.day) - (components.get('weekday') ?? 0) + 7) % 7;
  return dateOfDay(published.day - back);
}

const countsFromNow = (text: string): boolean =>
  !/\d{4}/.test(text) && !/\p{Lu}\p{Ll}+ \d|\d+\S* \p{Lu}/u.test(text);

/** Whether the publication is known well enough to count from it to a date as precise as this. */
function canCount(published: Published | null, month: number | null, day: number | null): boolean {
  if (!published) return false;
  return day === null ? month === null || published.month !== null : published.day !== null;
}

function readComponents(components: Components, text: string, published: Published | null): string | null {
  const [year, month, day] = [
    known(components, 'year'),
    known(components, 'month'),
    known(components, 'day'),
  ];
  if (year === null && month === null) {
    return known(components, 'weekday') === null ? null : readWeekday(components, text, published);
  }
  if (year === null && month !== null) return readMonthDay(published, month, day);
  if (countsFromNow(text) && !canCount(published, month, day)) return null;
  const approximate = /\b(?:weeks|months|years) ago\b/i.test(text) ? '~' : '';
  return edtfOfParts(year, month, day) + approximate;
}

function joinInterval(from: string | null, to: string | null): string | null {
  return from && to && parseEdtf(`${from}/${to}`) ? `${from}/${to}` : from;
}

const readNatural: Reader = (words, published) => {
  const instant = new Date(
    (published?.day ?? dayNumber(edtfOfParts(published?.year ?? 2000, published?.month ?? 7, 15))) *
      86_400_000 +
      43_200_000,
  );
  const reference = { instant, timezone: 0 };
  const parsers = /\p{Script=Cyrillic}/u.test(words) ? [parseUkrainian, parseRussian] : [parseEnglish];
  const results = parsers.map((parse) => parse(words, reference)).flatMap((found) => found.slice(0, 1));
  const [best] = results.sort((a, b) => b.text.length - a.text.length);
  if (!best) return null;
  const start = readComponents(best.start, best.text, published);
  return best.end ? joinInterval(start, readComponents(best.end, best.text, published)) : start;
};

const qualified = (edtf: string | null, sign: '~' | '?'): string | null =>
  edtf !== null && /^[\dX-]+$/.test(edtf) ? edtf + sign : edtf;

function nextTo(edtf: string, side: 'before' | 'after'): string | null {
  const parsed = parseEdtf(edtf);
  const edge = side === 'before' ? parsed?.earliest : parsed?.latest;
  if (!edge) return null;
  const neighbour = dateOfDay(dayNumber(edge) + (side === 'before' ? -1 : 1));
  const precision = /^[\d-]+$/.test(edtf) ? edtf.length : 10;
  return side === 'before' ? `[..${neighbour.slice(0, precision)}]` : `[${neighbour.slice(0, precision)}..]`;
}

/** Words that say how the date after them is meant, and what becomes of its EDTF. */
const openings: readonly (readonly [RegExp, (edtf: string) => string | null])[] = [
  [
    /^(?:about|around|approximately|roughly|circa|ca?\.|some time (?:in|around)|близько|приблизно|около) /,
    (edtf) => qualified(edtf, '~'),
  ],
  [/^(?:perhaps|maybe|possibly|probably|reportedly) /, (edtf) => qualified(edtf, '?')],
  [/^(?:before|prior to) /, (edtf) => nextTo(edtf, 'before')],
  [/^after /, (edtf) => nextTo(edtf, 'after')],
  [/^(?:until|till|up to|by|no later than) /, (edtf) => (/^[\d-]+$/.test(edtf) ? `[..${edtf}]` : null)],
  [/^(?:since|from) (?!.* (?:to|until|till) )/, (edtf) => (/^[\d-]+$/.test(edtf) ? `${edtf}/..` : null)],
];

const readOpening: Reader = (words, published) => {
  for (const [pattern, change] of openings) {
    if (!pattern.test(words)) continue;
    const date = readDate(words.replace(pattern, ''), published);
    return date && change(date);
  }
  return null;
};

const readSpan: Reader = (words, published) => {
  const [, from, to] =
    /^between (.+) and (.+)$/.exec(words) ?? /^from (.*[a-z\d].*) (?:to|until|till) (.+)$/.exec(words) ?? [];
  if (!from || !to) return null;
  const end = readDate(to, published);
  // “from 3 to 5 July”: the month stands at the end.
  const month = /\s(\D.*)$/.exec(to)?.[1];
  const start = readDate(
    /^\d{1,2}(?:st|nd|rd|th)?$/.test(from) && month ? `${from} ${month}` : from,
    published,
  );
  return start && end && parseEdtf(`${start}/${end}`) ? `${start}/${end}` : null;
};

const isoDate: Reader = (words) =>
  /^\W*[\dXY-]/i.test(words) && parseEdtf(words.toUpperCase()) ? words.toUpperCase() : null;

const readers: readonly Reader[] = [
  isoDate,
  readYear,
  readSeason,
  readWeek,
  readNumbers,
  readSpan,
  readOpening,
  readNatural,
];

/** Words that count from something other than the day of publication. */
const countsFromElsewhere =
  /\b(?:later|afterwards|thereafter|following|the same (?:day|week|month|year)|previous (?:day|night))\b/;

function readDate(words: string, published: Published | null): string | null {
  if (countsFromElsewhere.test(words)) return null;
  for (const reader of readers) {
    const edtf = reader(words, published);
    if (edtf && parseEdtf(edtf)) return edtf;
  }
  return null;
}

const timesOfDay = '(?:early |late )?(?:morning|afternoon|evening|night|noon|midday|midnight|dawn|dusk)';

/** Case is kept for chrono; times of day go, because a date is all that is asked for. */
function plainWords(words: string): string {
  return words
    .normalize('NFKC')
    .replace(/[’ʼ]/g, "'")
    .replace(/[–—]/g, '-')
    .replace(/\s+/g, ' ')
    .replace(/^[\s,.;:()"“”«»]+|[\s,.;:()"“”«»]+$/g, '')
    .replace(/\bpast\b/gi, 'last')
    .replace(new RegExp(`\\b(?:(?:in|on|during) )?(?:the )?${timesOfDay} of (?=\\S)`, 'i'), '')
    .replace(/\b(?:at|about|around|by) \d{1,2}(?:[:.]\d\d)? ?(?:[ap]\.?m\.?|o'clock)(?=\W|$)/i, '')
    .replace(new RegExp(`(?<!\\b(?:last|to|yester)) ${timesOfDay}$`, 'i'), '')
    .replace(/\b(?:early|late|mid)[ -](?:in )?(?=\p{L})/giu, '')
    .replace(/^(.)/, (first) => first.toLowerCase())
    .trim();
}

/**
 * The date that words give, counting from the day of publication (EDTF, or null when unknown). Null when the words give
 * none. A day or month without a year lies nearest to the publication, at most 90 days after it; without publication its
 * year is `XXXX`. A weekday is the last one up to the publication. A bare time of day is no date.
 */
export function eventDateFromWords(words: string, publishedEdtf: string | null): EventDate | null {
  const plain = plainWords(words);
  if (plain === '' || new RegExp(`^(?:at |the |in |by |during )*${timesOfDay}$`).test(plain)) return null;
  const edtf = readDate(plain, readPublished(publishedEdtf));
  const parsed = edtf === null ? null : parseEdtf(edtf);
  return parsed && { ...parsed, words };
}
