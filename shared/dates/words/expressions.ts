/**
 * Dates as they are joined and qualified in a sentence: “between May and June”, “since Friday”, “around 20 June”, “the
 * night to 4 July”. The simple dates in them are `atoms.ts`.
 */
import { dateOfDay, dayNumber, edtfOfParts } from '../calendar';
import { parseEdtf } from '../edtf';
import { atomAt, type Found, type Line } from './atoms';
import { counted, daysEdtf, fixed, isPlain, mapReading, type Reading, readingAt } from './reading/reading';

/** `~` or `?` on a bare date or on both ends of an interval. */
export function qualified(edtf: string, sign: '~' | '?'): string {
  if (edtf.includes('/'))
    return edtf
      .split('/')
      .map((side) => qualified(side, sign))
      .join('/');
  return /^[\dX-]+$/.test(edtf) ? edtf + sign : edtf;
}

const sidesOf = (edtf: string): readonly [string, string] => {
  const [from = '', to = from] = edtf.split('/');
  return [from, to];
};

/** The day, month or year next to a date, at the date's own precision. */
function nextTo(edtf: string, side: 'before' | 'after'): string | null {
  const bare = edtf.replace(/[~?%]/g, '');
  const isWithoutYear = /^XXXX-\d\d/.test(bare);
  const parsed = parseEdtf(isWithoutYear ? bare.replace('XXXX', '2023') : bare);
  const edge = side === 'before' ? parsed?.earliest : parsed?.latest;
  if (!edge || edge.startsWith('-')) return null;
  const neighbour = dateOfDay(dayNumber(edge) + (side === 'before' ? -1 : 1));
  const precision = /^[\dX-]+$/.test(bare) && !/-[2-4]\d$/.test(bare) && !/\dX/.test(bare) ? bare.length : 10;
  const other = neighbour.slice(0, precision);
  return isWithoutYear ? other.replace(/^\d{4}/, 'XXXX') : other;
}

function before(edtf: string): string | null {
  if (/^X+(-XX)*$/.test(edtf)) return `[..${edtf}]`;
  const other = nextTo(sidesOf(edtf)[0], 'before');
  return other && `[..${other}]`;
}

function after(edtf: string): string | null {
  if (/^X+(-XX)*$/.test(edtf)) return `[${edtf}..]`;
  const other = nextTo(sidesOf(edtf)[1], 'after');
  return other && `[${other}..]`;
}

const since = (edtf: string): string | null => (isSided(edtf) ? `${sidesOf(edtf)[0]}/..` : null);
const until = (edtf: string): string | null => (isSided(edtf) ? `../${sidesOf(edtf)[1]}` : null);
const by = (edtf: string): string | null => (isSided(edtf) ? `[..${sidesOf(edtf)[1]}]` : null);
const isSided = (edtf: string): boolean => sidesOf(edtf).every((side) => isPlain(side));

/** What a word before (or after) a date makes of it. */
const prefixes: Readonly<Record<string, (edtf: string) => string | null>> = {
  s: since,
  u: until,
  g: by,
  b: before,
  v: before,
  a: after,
};
const suffixes: Readonly<Record<string, (edtf: string) => string | null>> = {
  Σ: since,
  Υ: until,
  Β: before,
  v: before,
  Α: after,
  '≈': (edtf) => qualified(edtf, '~'),
};

/** `early` and `late` of a year are the halves of it; no EDTF stands for a part of anything shorter. */
function partOf(edtf: string, part: number): string {
  if (/^\d{4}$/.test(edtf) && part !== 0) return `${edtf}-${part < 0 ? 40 : 41}`;
  return edtf;
}

/** The night that begins on a day, or the one that ends on it. */
function nightOf(edtf: string, ends: boolean): string | null {
  if (/^X{4}-XX-XX$/.test(edtf)) return `${edtf}/${edtf}`;
  if (/^XXXX-\d\d-\d\d$/.test(edtf)) {
    const other = nextTo(edtf, ends ? 'before' : 'after');
    return other && (ends ? `${other}/${edtf}` : `${edtf}/${other}`);
  }
  if (!/^\d{4}-\d\d-\d\d$/.test(edtf) || !parseEdtf(edtf)) return edtf;
  const day = dayNumber(edtf);
  return ends ? daysEdtf(day - 1, day) : daysEdtf(day, day + 1);
}

const isWhole = (reading: Reading): boolean => reading.at === null;

const startDay = (edtf: string | null): number | null => {
  const earliest = edtf === null ? null : parseEdtf(edtf)?.earliest;
  return earliest && !earliest.startsWith('-') ? dayNumber(earliest) : null;
};

/** The two ends of an interval: what one leaves out (a year, a week) is counted from the other. */
function joined(left: Reading, right: Reading): Reading | null {
  const partial = joinEdtf(left.partial, right.partial);
  if (partial === null) return null;
  if (isWhole(left) && isWhole(right)) return fixed(partial);
  if (isWhole(left) || isWhole(right)) {
    const [whole, other, tense] = isWhole(left)
      ? [left, right, 'future' as const]
      : [right, left, 'past' as const];
    const day = startDay(whole.partial);
    const found = day === null ? null : readingAt(other, day, tense);
    const edtf = found && (isWhole(left) ? joinEdtf(whole.partial, found) : joinEdtf(found, whole.partial));
    return edtf ? fixed(edtf) : null;
  }
  return counted(partial, (day, tense) => {
    const from = readingAt(left, day, tense);
    const start = startDay(from);
    return start === null ? null : joinEdtf(from, readingAt(right, start, 'future'));
  });
}

function joinEdtf(from: string | null, to: string | null): string | null {
  if (!from || !to || !isSided(from) || !isSided(to)) return null;
  const edtf = `${sidesOf(from)[0]}/${sidesOf(to)[1]}`;
  return parseEdtf(edtf) ? edtf : null;
}

const letterAt = (line: Line, index: number): string => line.letters[index] ?? '';

/** A date with what stands right around it: “early July”, “Friday night”. */
function simpleAt(line: Line, start: number): Found | null {
  let index = start;
  while ('i,'.includes(letterAt(line, index)) && index < line.letters.length) index += 1;
  const direct = atomAt(line, start);
  const opening = letterAt(line, index);
  const inner = 'PZnz'.includes(opening) && opening !== '' ? afterPrepositions(line, index + 1) : null;
  const atom = inner ?? longer(direct, index > start ? atomAt(line, index) : null);
  if (!atom?.reading) return atom;
  const closing = letterAt(line, atom.next);
  const sign = inner ? opening : 'Pn'.includes(closing) ? closing : '';
  const token = line.tokens[inner ? index : atom.next];
  const next = !inner && sign !== '' ? atom.next + 1 : atom.next;
  const change = changeBy(sign, token?.value ?? 0);
  const reading = change ? mapReading(atom.reading, change) : atom.reading;
  return { ...atom, reading, next, needsFrame: atom.needsFrame && !inner };
}

const longer = (one: Found | null, other: Found | null): Found | null =>
  other && other.next > (one?.next ?? 0) ? other : one;

function afterPrepositions(line: Line, start: number): Found | null {
  let index = start;
  while ('i-'.includes(letterAt(line, index)) && index < line.letters.length) index += 1;
  return atomAt(line, index);
}

function changeBy(sign: string, value: number): ((edtf: string) => string | null) | null {
  if (sign === 'P') return (edtf) => partOf(edtf, value);
  if (sign === 'n' || sign === 'z') return (edtf) => nightOf(edtf, sign === 'z');
  return null;
}

/** “Two days before 5 July”. */
function distanceAt(line: Line, start: number): Found | null {
  const [, count, unit, side] = /^([N1])([dw])([bav])/.exec(line.letters.slice(start)) ?? [];
  if (!count || !unit || !side) return null;
  const base = simpleAt(line, start + 3);
  if (!base?.reading) return null;
  const days = (line.tokens[start]?.value ?? 1) * (unit === 'w' ? 7 : 1) * (side === 'a' ? 1 : -1);
  const shift = (edtf: string): string | null => {
    if (edtf.startsWith('X')) return 'XXXX-XX-XX';
    if (!/^\d{4}-\d\d-\d\d$/.test(edtf)) return null;
    return dateOfDay(dayNumber(edtf) + days) + (unit === 'w' ? '~' : '');
  };
  return { ...base, reading: mapReading(base.reading, shift) };
}

/** “From A to B”, “between A and B”, “A – B”. */
function rangeAt(line: Line, start: number): Found | null {
  const opening = letterAt(line, start);
  const isOpened = 'rst'.includes(opening) && opening !== '';
  const left = simpleAt(line, isOpened ? start + 1 : start);
  if (!left?.reading) return null;
  const connector = letterAt(line, left.next);
  const connectors = opening === 't' ? '&>u-' : '>uΣ-/';
  if (connector === '' || !connectors.includes(connector)) return null;
  const right = simpleAt(line, left.next + 1) ?? shortYearAt(line, left.next + 1, left.reading);
  const reading = right?.reading && joined(left.reading, right.reading);
  if (!right || !reading) return null;
  const next = 'Υt'.includes(letterAt(line, right.next)) ? right.next + 1 : right.next;
  return { reading, next, needsFrame: false, isOnlyWhole: false };
}

/** The 16 of “2014–16”. */
function shortYearAt(line: Line, index: number, left: Reading): Found | null {
  const token = line.tokens[index];
  if (letterAt(line, index) !== 'N' || token?.text.length !== 2 || !/^\d{4}$/.test(left.partial)) return null;
  const year = Math.floor(Number(left.partial) / 100) * 100 + token.value;
  return { reading: fixed(edtfOfParts(year)), next: index + 1, needsFrame: false, isOnlyWhole: false };
}

/** “Friday or Saturday”, “in 2014 or 2015”. */
function eitherAt(line: Line, left: Found): Found | null {
  if (letterAt(line, left.next) !== '|' || !left.reading) return null;
  const right = simpleAt(line, left.next + 1);
  if (!right?.reading) return null;
  const [one, other] = [left.reading, right.reading];
  const both = (first: string | null, second: string | null) =>
    first && second && isPlain(first) && isPlain(second) ? `[${[first, second].sort().join(',')}]` : null;
  const partial = both(one.partial, other.partial);
  if (!partial || !parseEdtf(partial)) return null;
  const reading =
    one.at || other.at
      ? counted(partial, (day, tense) => both(readingAt(one, day, tense), readingAt(other, day, tense)))
      : fixed(partial);
  return { reading, next: right.next, needsFrame: false, isOnlyWhole: false };
}

function openAt(line: Line, start: number): Found | null {
  const change = prefixes[letterAt(line, start)];
  if (!change) return null;
  const date = simpleAt(line, start + 1);
  if (!date?.reading) return null;
  return {
    reading: mapReading(date.reading, change),
    next: date.next,
    needsFrame: false,
    isOnlyWhole: false,
  };
}

function closedAt(line: Line, date: Found): Found {
  const change = suffixes[letterAt(line, date.next)];
  if (!change || !date.reading) return date;
  const reading = mapReading(date.reading, change);
  return reading ? { reading, next: date.next + 1, needsFrame: false, isOnlyWhole: false } : date;
}

function plainAt(line: Line, start: number): Found | null {
  const simple = simpleAt(line, start);
  const found = simple ? [closedAt(line, simple), eitherAt(line, simple)] : [];
  for (const read of [distanceAt, rangeAt, openAt]) found.push(read(line, start));
  return found.reduce<Found | null>((best, one) => longer(best, one), null);
}

/** The longest date that begins at a token, with all that joins and qualifies it; null: none does. */
export function expressionAt(line: Line, start: number): Found | null {
  const sign = letterAt(line, start);
  if (sign === 'i' && '~?'.includes(letterAt(line, start + 1) || ' ')) return expressionAt(line, start + 1);
  if (sign !== '~' && sign !== '?') return plainAt(line, start);
  const inner = expressionAt(line, start + 1);
  if (!inner?.reading) return null;
  return {
    ...inner,
    reading: mapReading(inner.reading, (edtf) => qualified(edtf, sign)),
    needsFrame: false,
    isOnlyWhole: false,
  };
}
