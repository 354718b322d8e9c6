/** Years, decades, centuries and years of account. */
import { edtfOfParts } from '../../calendar';
import { counted, fixed, partsOfDay, type Reading } from '../reading/reading';
import type { Token } from '../tokens';
import { type AtomRule, valueOf, valuesOf } from './rule';

const isBefore = (tokens: readonly Token[]): boolean => tokens.some(({ letter }) => letter === 'B');

/** Plural years before a round number are a decade: “les années 1990”, “anni 90”. */
const pluralYears = /^(?:années|años|anni|anos|jaren)$/i;

/** 1 BC is the year 0 of EDTF. */
const yearEdtf = (year: number): string =>
  year > 0 ? edtfOfParts(year) : year === 0 ? '0000' : `-${String(-year).padStart(4, '0')}`;

function year(tokens: readonly Token[]): Reading | undefined {
  const value = valueOf(tokens, 'YN') ?? 0;
  if (value === 0) return undefined;
  if (tokens.some(({ text }) => pluralYears.test(text))) return decadeOf(value / 10);
  return fixed(yearEdtf(isBefore(tokens) ? 1 - value : value));
}

/** A decade by its number: 199 is the 1990s, 9 those of the latest century that has had them. */
function decadeOf(decade: number): Reading | undefined {
  if (!Number.isInteger(decade)) return undefined;
  if (decade > 9) return fixed(`${String(decade).padStart(3, '0')}X`);
  return counted(`XX${decade}X`, (day) => {
    const now = Math.floor(partsOfDay(day).year / 10);
    const latest = now - (now % 10) + decade;
    return `${latest > now ? latest - 10 : latest}X`;
  });
}

function decade(tokens: readonly Token[]): Reading | undefined {
  const value = valueOf(tokens, 'K');
  if (value !== null) return decadeOf(value);
  const [number = 0] = valuesOf(tokens, 'YN');
  return decadeOf(number / 10);
}

function century(tokens: readonly Token[]): Reading | undefined {
  const number = valueOf(tokens, 'Nρ') ?? 0;
  if (number < 1 || number > 30) return undefined;
  const first = isBefore(tokens) ? -(number * 100 - 1) : (number - 1) * 100;
  if (first >= 0) return fixed(`${String(number - 1).padStart(2, '0')}XX`);
  return fixed(`${yearEdtf(first)}/${yearEdtf(first + 99)}`);
}

/** “The 90s of the 20th century”. */
function decadeOfCentury(tokens: readonly Token[]): Reading | undefined {
  const numbers = [...valuesOf(tokens, 'Nρ'), ...valuesOf(tokens, 'K').map((value) => value * 10)];
  const inYears = numbers.find((number) => number > 30) ?? numbers.find((number) => number % 10 === 0) ?? 0;
  const inCenturies = numbers.find((number) => number !== inYears) ?? 0;
  if (inCenturies === 0 || inYears % 10 !== 0) return undefined;
  return decadeOf((inCenturies - 1) * 10 + inYears / 10);
}

/** Rules for years, decades and centuries. */
export const yearRules: readonly AtomRule[] = [
  { pattern: 'Y', read: year, use: 'framed' },
  { pattern: 'y?Y[yE]|yY|EY', read: year },
  { pattern: 'yN(?![MN])', read: year },
  { pattern: 'y?[NY]y?B|B[NY]y?', read: year },
  { pattern: 'y?NE', read: year },
  { pattern: 'k?Ky?|yK', read: decade },
  { pattern: 'k[YN]|[YN]k', read: decade },
  { pattern: '[Nρ]cB?|c[Nρ]B?|B[Nρ]c', read: century },
  {
    pattern: 'ρi',
    read: (tokens, { language }) => (language === 'ru' ? century(tokens) : undefined),
    use: 'framed',
  },
  { pattern: '[Nρ]c(?:Nk|Ky?)|Ky?[Nρ]c|Kyc[Nρ]', read: decadeOfCentury },
  // Years of account begin in different months: about that year is all that is sure.
  { pattern: 'Fy?Y|yFY', read: (tokens) => fixed(`${edtfOfParts(valueOf(tokens, 'Y'))}~`) },
];
