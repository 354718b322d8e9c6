/** Dates that count from the day they are told on: yesterday, last week, two months ago, on Friday. */
import { dateOfDay, edtfOfParts, weekdayOf } from '../../calendar';
import type { Lexicon } from '../lexicon';
import {
  counted,
  daysEdtf,
  eitherEdtf,
  mondayOf,
  monthEdtf,
  partsOfDay,
  type Reading,
} from '../reading/reading';
import type { Token } from '../tokens';
import { type AtomRule, valueOf } from './rule';

const unknownDay = 'XXXX-XX-XX';
const unknownDays = `${unknownDay}/${unknownDay}`;

const dayAway = (days: number): Reading => counted(unknownDay, (day) => dateOfDay(day + days));

/** Nights lie on two days. */
const nightBefore = (days: number): Reading =>
  counted(unknownDays, (day) => daysEdtf(day + days - 1, day + days));

const nextOne = (shift: number): number => Math.ceil(shift);

/** What each unit is of which this, the last and the next are spoken of. */
const units: Readonly<Record<string, (shift: number) => Reading>> = {
  d: (shift) => dayAway(nextOne(shift)),
  w: (shift) =>
    counted(unknownDays, (day) =>
      daysEdtf(mondayOf(day) + 7 * nextOne(shift), mondayOf(day) + 7 * nextOne(shift) + 6),
    ),
  f: (shift) =>
    counted(unknownDays, (day) => (shift < 0 ? daysEdtf(day - 14, day) : daysEdtf(day, day + 14))),
  e: (shift) =>
    counted(unknownDays, (day) =>
      daysEdtf(mondayOf(day) + 5 + 7 * nextOne(shift), mondayOf(day) + 6 + 7 * nextOne(shift)),
    ),
  m: (shift) =>
    counted('XXXX-XX', (day) => monthEdtf(partsOfDay(day).year, partsOfDay(day).month + nextOne(shift))),
  q: (shift) =>
    counted('XXXX', (day) => {
      const { year, month } = partsOfDay(day);
      const quarters = year * 4 + Math.floor((month - 1) / 3) + nextOne(shift);
      return `${edtfOfParts(Math.floor(quarters / 4))}-${33 + (quarters % 4)}`;
    }),
  y: (shift) => counted('XXXX', (day) => edtfOfParts(partsOfDay(day).year + nextOne(shift))),
  k: (shift) => counted('XXXX', (day) => `${Math.floor(partsOfDay(day).year / 10) + nextOne(shift)}X`),
  c: (shift) => counted('XXXX', (day) => `${Math.floor(partsOfDay(day).year / 100) + nextOne(shift)}XX`),
};

const unitLetters = Object.keys(units).join('');
const unitOf = (tokens: readonly Token[]): string =>
  tokens.find(({ letter }) => unitLetters.includes(letter))?.letter ?? 'd';

const shiftOf = (tokens: readonly Token[]): number => valueOf(tokens, 'R') ?? -1;

/** “Last years” and the like have no words for how many. */
const shiftedUnit = (tokens: readonly Token[], { language }: Lexicon): Reading | null | undefined => {
  const isPlural =
    language === 'en' &&
    tokens.some(({ text }) => /[^'’]s$/i.test(text) && !/^(?:this|last|past)$/i.test(text));
  return isPlural && !tokens.some(({ text }) => /['’]s$/.test(text))
    ? null
    : units[unitOf(tokens)]?.(shiftOf(tokens));
};

/** A day so many units away: to the day for days, about it for what is longer. */
function awayEdtf(day: number, unit: string, count: number): string {
  const { year, month } = partsOfDay(day);
  if (unit === 'd') return dateOfDay(day + count);
  if (unit === 'w') return `${dateOfDay(day + 7 * count)}~`;
  if (unit === 'f') return `${dateOfDay(day + 14 * count)}~`;
  if (unit === 'm') return `${monthEdtf(year, month + count)}~`;
  const years = { k: 10, c: 100 }[unit] ?? 1;
  return year + years * count > 0 ? `${edtfOfParts(year + years * count)}~` : '0000~';
}

const unknownOf = (unit: string): string =>
  ({ d: unknownDay, w: unknownDay, f: unknownDay, m: 'XXXX-XX' })[unit] ?? 'XXXX';

const isReckonable = (count: number | null): count is number => count !== null && count > 0 && count < 5000;

function away(tokens: readonly Token[], sign: 1 | -1): Reading | undefined {
  const count = valueOf(tokens, 'N1δ') ?? 1;
  const unit = tokens.some(({ letter }) => letter === 'δ') ? 'd' : unitOf(tokens);
  if (!isReckonable(count) || unit === 'e' || unit === 'q') return undefined;
  return counted(unknownOf(unit), (day) => awayEdtf(day, unit, sign * count));
}

/** “The last two weeks”: up to the day, from about so long before it. */
function lastUnits(tokens: readonly Token[]): Reading | undefined {
  const count = valueOf(tokens, 'N');
  const unit = unitOf(tokens);
  const shift = shiftOf(tokens);
  if (!isReckonable(count) || shift === 0 || 'eq'.includes(unit)) return undefined;
  return counted(unknownDays, (day) => {
    const other = awayEdtf(day, unit, shift < 0 ? -count : count);
    return shift < 0 ? `${other}/${dateOfDay(day)}` : `${dateOfDay(day)}/${other}`;
  });
}

function weekday(tokens: readonly Token[]): Reading {
  const wanted = valueOf(tokens, 'W') ?? 0;
  return counted(unknownDay, (day, tense) => {
    const back = (weekdayOf(day) - wanted + 7) % 7;
    return dateOfDay(tense === 'future' && back > 0 ? day - back + 7 : day - back);
  });
}

/** “Last Friday” is the latest before the day; “next Friday” the first after it or the one of next week: both may be meant. */
function shiftedWeekday(tokens: readonly Token[]): Reading {
  const wanted = valueOf(tokens, 'W') ?? 0;
  const shift = shiftOf(tokens);
  return counted(unknownDay, (day) => {
    const ofWeek = mondayOf(day) + ((wanted + 6) % 7);
    const before = day - ((weekdayOf(day) - wanted + 6) % 7) - 1;
    const after = before + (weekdayOf(day) === wanted ? 14 : 7);
    if (shift === 0) return dateOfDay(ofWeek);
    if (shift === -2) return dateOfDay(before - 7);
    if (shift < 0) return dateOfDay(before);
    if (shift < 1) return dateOfDay(after);
    if (shift === 2) return dateOfDay(ofWeek + 14);
    return eitherEdtf(dateOfDay(after), dateOfDay(ofWeek + 7));
  });
}

/** “Tuesday last week”. */
function weekdayOfWeek(tokens: readonly Token[]): Reading {
  const wanted = valueOf(tokens, 'W') ?? 0;
  const weeks = nextOne(shiftOf(tokens));
  return counted(unknownDay, (day) => dateOfDay(mondayOf(day) + 7 * weeks + ((wanted + 6) % 7)));
}

/** A bare weekend is the latest that has begun, or for what is to come the next that has not ended. */
const weekend: Reading = counted(unknownDays, (day, tense) => {
  const saturday = mondayOf(day) + 5;
  const begin = saturday > day && tense !== 'future' ? saturday - 7 : saturday;
  return daysEdtf(begin, begin + 1);
});

const any = `[${unitLetters}]`;
const count = '[N1]';
const onlyOf =
  (languages: readonly string[], read: AtomRule['read']): AtomRule['read'] =>
  (tokens, lexicon) =>
    languages.includes(lexicon.language) ? read(tokens, lexicon) : undefined;
const whereUnitMeansOne =
  (read: AtomRule['read']): AtomRule['read'] =>
  (tokens, lexicon) =>
    lexicon.unitMeansOne ? read(tokens, lexicon) : undefined;
const ago: AtomRule['read'] = (tokens) => away(tokens, -1);
const ahead: AtomRule['read'] = (tokens) => away(tokens, 1);
const nothing: AtomRule['read'] = () => null;

/** Rules for what counts from the day of telling. */
export const countedRules: readonly AtomRule[] = [
  { pattern: 'D', read: (tokens) => dayAway(valueOf(tokens, 'D') ?? 0) },
  { pattern: 'V', read: (tokens) => nightBefore(valueOf(tokens, 'V') ?? 0) },
  { pattern: 'Rn|nR', read: (tokens) => nightBefore(shiftOf(tokens) > 0 ? 2 : 0) },
  { pattern: `R${any}|${any}R`, read: shiftedUnit },
  { pattern: '[wmy]v', read: shiftedUnit },
  { pattern: 'e', read: () => weekend },
  { pattern: 'd?W', read: weekday },
  { pattern: 'RW|WR|Wv', read: shiftedWeekday },
  { pattern: 'W,?i?Rw|W,?i?wR|Rw,?W|wRW|Wwv|wvW', read: weekdayOfWeek },
  { pattern: `${count}${any}A|A${count}${any}|v${count}${any}|${count}${any}v`, read: ago },
  { pattern: 'δv', read: ago },
  { pattern: `${any}A|A${any}|v${any}`, read: whereUnitMeansOne(ago) },
  { pattern: `i?${count}${any}s`, read: onlyOf(['sv'], ago) },
  { pattern: `[It]${count}${any}|${count}${any}Λ|δΛ`, read: ahead },
  { pattern: `i${count}[dwfmy]`, read: onlyOf(['en', 'de', 'nl', 'uk', 'es', 'pt'], ahead), use: 'whole' },
  { pattern: `I${any}`, read: whereUnitMeansOne(ahead) },
  { pattern: `RN${any}|NR${any}|N${any}R`, read: lastUnits },
  // Words for time that give no date of their own.
  { pattern: `R?xR?${any}[AvR]?|[AvIi]x${any}|Rx${any}|x${any}R`, read: nothing },
  { pattern: `${count}?${any}?L|L${any}?|x${any}L`, read: nothing },
];
