/** A reading of words put on a day: the day of publication, which may itself be a month, a span or uncertain. */
import { dateOfDay, dayNumber } from '../../calendar';
import { parseEdtf } from '../../edtf';
import { isPlain, type Reading, type Tense } from './reading';

/** What words come to. */
export interface DateFromWords {
  /** EDTF, levels 0 to 2. */
  readonly edtf: string;
  /** Whether another day to count from could make it another date; with none known the date is only as much as is sure. */
  readonly countsFromReference: boolean;
}

interface Reference {
  /** Day numbers of the first and last day it can be. */
  readonly first: number;
  readonly last: number;
  readonly sign: '' | '~' | '?' | '%';
}

function readReference(edtf: string | null): Reference | null {
  const parsed = edtf === null ? null : parseEdtf(edtf);
  if (!parsed?.earliest || !parsed.latest || parsed.earliest.startsWith('-')) return null;
  const isUnsure = /[?%]/.test(parsed.edtf);
  const isAbout = /[~%]/.test(parsed.edtf);
  const sign = isUnsure && isAbout ? '%' : isUnsure ? '?' : isAbout ? '~' : '';
  return { first: dayNumber(parsed.earliest), last: dayNumber(parsed.latest), sign };
}

const mostDays = 400;

/** All that the reading can mean; beyond some days only what the first and last day make of it. */
function possibleEdtf(reading: Reading, { first, last }: Reference, tense: Tense): string[] {
  const isShort = last - first < mostDays;
  const days = isShort
    ? Array.from({ length: last - first + 1 }, (_, index) => first + index)
    : [first, last];
  const found = days.map((day) => reading.at?.(day, tense) ?? null).filter((edtf) => edtf !== null);
  return [...new Set(found)];
}

/** One date that is no surer than several of which any may be meant. */
function eitherOf(possible: readonly string[], partial: string): string {
  const [only = partial] = possible;
  if (possible.length === 1) return only;
  const bare = possible.map((edtf) => edtf.replace(/[~?%]/g, '')).sort();
  const [first = '', last = ''] = [bare[0], bare.at(-1)];
  const arePlain = bare.every((edtf) => isPlain(edtf) && !edtf.includes('X') && edtf.length === first.length);
  if (arePlain && bare.length < 4) return `[${bare.join(',')}]`;
  if (arePlain && !/-[2-4]\d$/.test(first)) return `[${first}..${last}]`;
  const bounds = bare.map((edtf) => parseEdtf(edtf));
  const earliest = bounds.map((one) => one?.earliest ?? null);
  const latest = bounds.map((one) => one?.latest ?? null);
  const [from, to] = [lowest(earliest), lowest(latest.map((day) => day && dateOfDay(-dayNumber(day))))];
  const end = to && dateOfDay(-dayNumber(to));
  const areSets = bare.every((edtf) => edtf.startsWith('['));
  if (from && end) return `[${from}..${end}]`;
  if (areSets && from) return `[${from}..]`;
  return areSets && end ? `[..${end}]` : partial;
}

function lowest(days: readonly (string | null)[]): string | null {
  const known = days.filter((day) => day !== null);
  return known.length === days.length ? (known.sort((a, b) => dayNumber(a) - dayNumber(b))[0] ?? null) : null;
}

/** Every date in an EDTF string made as unsure as the day it counts from. */
function asUnsure(edtf: string, sign: Reference['sign']): string {
  if (sign === '') return edtf;
  return edtf.replace(/-?[\dX]+(?:-[\dX]{2}){0,2}[~?%]?/g, (date) => {
    const own = date.at(-1) ?? '';
    const bare = date.replace(/[~?%]$/, '');
    return '~?%'.includes(own) && own !== sign ? `${bare}%` : bare + sign;
  });
}

/**
 * The date that a reading gives with a reference (EDTF, null when unknown): no surer than the reference is. Null when it
 * comes to nothing that is a date.
 */
export function resolveReading(
  reading: Reading,
  referenceEdtf: string | null,
  tense: Tense,
): DateFromWords | null {
  const reference = reading.at ? readReference(referenceEdtf) : null;
  const counts = reading.at !== null;
  const edtf = reference
    ? asUnsure(eitherOf(possibleEdtf(reading, reference, tense), reading.partial), reference.sign)
    : reading.partial;
  return parseEdtf(edtf) ? { edtf, countsFromReference: counts } : null;
}
