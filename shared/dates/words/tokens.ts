/**
 * A text cut into what matters for dates: each token is a letter that the rules of `atoms.ts` read, with its place in the
 * text. Words come from a language's lexicon; digits, clock times and whole numeric dates are read here for all languages.
 */
import type { WordFinder } from './lexicon';

/** A piece of text that means something in a date (or `o`: nothing). */
export interface Token {
  readonly letter: string;
  readonly value: number;
  /** UTF-16 offsets in the text. */
  readonly start: number;
  readonly end: number;
  readonly text: string;
  /** Means other things too. */
  readonly isWeak: boolean;
  /** `3rd`, `3-го`: a number that can only be a day. */
  readonly isOrdinal: boolean;
}

type Cut = Pick<Token, 'letter' | 'value'> & { readonly length: number; readonly isOrdinal?: boolean };
type Cutter = (text: string, index: number, finder: WordFinder) => Cut | null;

/** Same length in UTF-16, with one kind of digits, dashes and apostrophes. */
export function plainSigns(text: string): string {
  return text
    .replace(/[０-９]/g, (digit) => String(digit.charCodeAt(0) - 0xff10))
    .replace(/[٠-٩]/g, (digit) => String(digit.charCodeAt(0) - 0x660))
    .replace(/[۰-۹]/g, (digit) => String(digit.charCodeAt(0) - 0x6f0))
    .replace(/[‐‑‒–—−]/g, '-')
    .replace(/[’ʼ`´]/g, "'")
    .replace(/（/g, '(')
    .replace(/）/g, ')');
}

/** Lower case of the same length, so that places stay what they are. */
function lowerCase(text: string): string {
  const lower = text.toLowerCase();
  return lower.length === text.length
    ? lower
    : [...text]
        .map((sign) => (sign.toLowerCase().length === sign.length ? sign.toLowerCase() : sign))
        .join('');
}

/** A cutter for what a pattern matches whole. */
function matching(pattern: RegExp, letter: string): Cutter {
  const sticky = new RegExp(pattern.source, 'iuy');
  return (text, index) => {
    sticky.lastIndex = index;
    const found = sticky.exec(text);
    return found && { letter, value: Number(found[1] ?? 0), length: found[0].length };
  };
}

const kanjiDigits = '〇一二三四五六七八九';

/** 二〇二五 or 十二 as a number. */
function numberOf(digits: string): number {
  if (/^\d+$/.test(digits)) return Number(digits);
  const plain = digits.replace(/零/g, '〇');
  const [tens, ones] = plain.split('十');
  const value = (sign: string | undefined, otherwise: number) =>
    sign ? kanjiDigits.indexOf(sign) : otherwise;
  if (plain.includes('十')) return value(tens, 1) * 10 + value(ones, 0);
  return Number([...plain].map((sign) => kanjiDigits.indexOf(sign)).join(''));
}

const digitsOrKanji = '(\\d{1,4}|[〇零一二三四五六七八九十]{1,4})';
const kanjiParts: readonly (readonly [RegExp, string, (value: number) => boolean])[] = [
  [new RegExp(`${digitsOrKanji}\\s?年(?!代)`, 'uy'), 'Y', (value) => value > 999 && value < 3000],
  [new RegExp(`${digitsOrKanji}\\s?月份?(?!間)`, 'uy'), 'M', (value) => value > 0 && value < 13],
  [new RegExp(`${digitsOrKanji}\\s?[日号號](?!間|间)`, 'uy'), 'δ', (value) => value > 0 && value < 32],
  [/([〇零一二三四五六七八九十]{2,4})(?=世|年代|天|周|週|个|個|日|か|ヶ)/uy, 'N', (value) => value > 0],
];

const kanjiPart: Cutter = (text, index, { lexicon }) => {
  if (!lexicon.isWithoutSpaces) return null;
  for (const [pattern, letter, isPossible] of kanjiParts) {
    pattern.lastIndex = index;
    const found = pattern.exec(text);
    const value = numberOf(found?.[1] ?? '0');
    if (found && isPossible(value)) return { letter, value, length: found[0].length };
  }
  return null;
};

function suffixLength(text: string, index: number, suffix: string | undefined): number {
  if (!suffix) return 0;
  const sticky = new RegExp(`(?:${suffix.replace(/_/g, '\\s+')})(?![\\p{L}\\p{M}])`, 'iuy');
  sticky.lastIndex = index;
  return sticky.exec(text)?.[0].length ?? 0;
}

const digits: Cutter = (text, index, { lexicon }) => {
  const number = /\d+/uy;
  number.lastIndex = index;
  const found = number.exec(text)?.[0];
  if (!found) return null;
  const value = Number(found);
  const after = index + found.length;
  const decade = value % 10 === 0 ? suffixLength(text, after, lexicon.decadeSuffix) : 0;
  if (decade > 0 && (found.length === 4 || found.length === 2))
    return { letter: 'K', value: value / 10, length: found.length + decade };
  const ordinal = found.length < 3 ? suffixLength(text, after, lexicon.ordinalSuffix) : 0;
  const isYear = found.length === 4 && value > 999 && value < 3000;
  const isDay = found.length < 5;
  return {
    letter: isYear ? 'Y' : isDay ? 'N' : 'o',
    value,
    length: found.length + ordinal,
    isOrdinal: ordinal > 0,
  };
};

const romanDigits: Readonly<Record<string, number>> = { I: 1, V: 5, X: 10 };

const roman: Cutter = (text, index) => {
  const sticky = /[IVX]{1,6}(?:-?[\p{Ll}]{1,2})?(?![\p{L}\d])/uy;
  sticky.lastIndex = index;
  const found = sticky.exec(text)?.[0];
  if (!found) return null;
  const values = [...found].map((sign) => romanDigits[sign] ?? 0).filter(Boolean);
  const value = values.reduce((sum, one, at) => (one < (values[at + 1] ?? 0) ? sum - one : sum + one), 0);
  return { letter: 'ρ', value, length: found.length };
};

/** In this order: what is written in digits, then the longest phrase, then the word. */
const numericCutters: readonly Cutter[] = [
  matching(/\d{4}-\d{2}-\d{2}(?:T[\d:.]+(?:Z|[+-]\d\d:?\d\d)?)?(?!\d|-\d)/, 'X'),
  matching(/\d{4}-(?:0\d|1[0-2])(?![\d-])/, 'X'),
  matching(/\d{4}([/.])\d{1,2}\1\d{1,2}(?!\d)/, 'X'),
  matching(/\d{1,2}([/.-])\d{1,2}\1(?:\d{4}|\d{2})(?![\d/])/, 'X'),
  matching(
    /\d{1,2}:\d{2}(?::\d{2})?(?:\s?[ap]\.?m\.?(?!\p{L}))?(?:\s(?:uhr|uur|час\p{L}*|годин\p{L}*))?/u,
    'C',
  ),
  matching(/\d{1,2}(?:\.\d{2})?\s?(?:[ap]\.?m\.?(?!\p{L})|o'clock|uhr(?!\p{L})|h(?![\p{L}\d]))/u, 'C'),
  matching(/\d+(?:[.,]\d{3})+(?![\d])|\d+[.,]\d+%|\d+%/u, 'o'),
  matching(/\d{1,2}[./]\d{1,2}(?![\d/])/, 'J'),
  matching(/[qtт]([1-4])(?![\d\p{L}])/u, 'Q'),
  matching(/([1-4])q(?![\d\p{L}])/u, 'Q'),
];

function withWord(text: string, lower: string, index: number, finder: WordFinder): Cut | null {
  const phrase = finder.phraseAt(lower, index);
  const meaning = phrase === null ? null : finder.meaningOf(phrase);
  if (phrase !== null && meaning) return { ...meaning, length: phrase.length };
  const word = /[\p{L}\p{M}]+/uy;
  word.lastIndex = index;
  const found = finder.lexicon.isWithoutSpaces ? undefined : word.exec(lower)?.[0];
  if (!found) return null;
  return {
    ...(finder.meaningOf(found) ?? roman(text, index, finder) ?? { letter: 'o', value: 0 }),
    length: found.length,
  };
}

const signs: Readonly<Record<string, string>> = {
  ',': ',',
  '、': ',',
  '-': '-',
  '~': '-',
  '〜': '-',
  '/': '/',
  "'": '_',
  '(': ',',
  ')': ',',
};

function otherSign(text: string, index: number, before: Token | undefined): Cut {
  const sign = String.fromCodePoint(text.codePointAt(index) ?? 0);
  const length = sign.length;
  // A full stop ends an ordinal number or an abbreviation; else a sentence.
  const isAbbreviation =
    before !== undefined && before.end === index && before.letter !== 'o' && before.end - before.start < 6;
  if (sign === '.' && isAbbreviation) return { letter: '_', value: 0, length };
  return { letter: signs[sign] ?? 'o', value: 0, length };
}

/** Cuts a text into tokens; white space is left out. */
export function tokenise(original: string, finder: WordFinder): Token[] {
  const text = plainSigns(original);
  const lower = lowerCase(text);
  const tokens: Token[] = [];
  const startsNumber = (index: number) =>
    /[\dqQтТ]/.test(text[index] ?? '') && !/[\p{L}\d]/u.test(text[index - 1] ?? '');
  for (let index = 0; index < text.length; ) {
    if (/\s/.test(text[index] ?? '')) {
      index += 1;
      continue;
    }
    const numeric = startsNumber(index) || finder.lexicon.isWithoutSpaces;
    const cutters = numeric ? [kanjiPart, ...numericCutters] : [];
    let cut: Cut | null = null;
    for (const cutter of cutters) if (!cut) cut = cutter(text, index, finder);
    cut ??= withWord(text, lower, index, finder) ?? digits(text, index, finder);
    cut ??= otherSign(text, index, tokens.at(-1));
    const end = index + cut.length;
    const { letter, value, isOrdinal = false } = cut;
    const isWeak = 'isWeak' in cut && cut.isWeak === true;
    tokens.push({ letter, value, start: index, end, text: text.slice(index, end), isWeak, isOrdinal });
    index = end;
  }
  return tokens;
}
