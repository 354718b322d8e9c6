/**
 * Numbers as texts give them, with how surely: "at least 23", "over 50,000", "between 20 and 30". Dates, years, times of
 * day, ordinals and shares are no counts and are left out. What is counted is not looked for here.
 */
import type { AccountValue, Comparison } from '../../../shared/model/account';
import {
  comparisonWords,
  numberNames,
  oneNames,
  rangeWords,
  scaleWords,
  trailingWords,
} from './number-words';

type NumberValue = Extract<AccountValue, { kind: 'number' }>;

/** A number in a text, with the words that qualify it (UTF-16 offsets). */
export interface FoundNumber {
  readonly start: number;
  readonly end: number;
  readonly value: NumberValue;
  /** Said by a word like "one" or "une" alone: it is a count only where something befell what it stands before. */
  readonly isArticle: boolean;
}

const escaped = (words: string): string =>
  words
    .replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
    .replaceAll(' ', '\\s+')
    .replaceAll('’', "['’]");
/** The longest first, so that "more than" is not read as "more". */
const oneOf = (words: readonly string[]): string =>
  [...words]
    .sort((a, b) => b.length - a.length)
    .map(escaped)
    .join('|');

const digits = String.raw`\d{1,3}(?:[,. \u00a0\u202f’']\d{3})+(?!\d)|\d+(?:[.,]\d+)?`;
const scale = `(?:\\s*(?:${scaleWords.map(([word]) => word).join('|')})(?![\\p{L}]))`;
const number = `(?:(?:${digits})${scale}?|(?:${oneOf([...numberNames.keys()])})(?![\\p{L}-])${scale}?)`;
const allComparisons = comparisonWords.flatMap(([, words]) => words);
const before = oneOf([...allComparisons, ...rangeWords.flatMap(([first]) => (first === '' ? [] : [first]))]);
const between = oneOf(rangeWords.map(([, second]) => second));
const whole = new RegExp(
  `(?<![\\p{L}\\p{N}])(?:(?<before>${before})\\s*)?(?<![\\p{L}\\p{N}.,:])(?<low>${number})` +
    `(?:(?:\\s*[–—-]\\s*|\\s+(?<between>${between})\\s+)(?<high>${number}))?(?:\\s*(?<after>${oneOf(Object.keys(trailingWords))}))?` +
    `(?![\\p{N}])`,
  'giu',
);

/** Both apostrophes are one here. */
const plain = (words: string): string => words.toLowerCase().replaceAll("'", '’').replace(/\s+/g, ' ').trim();

function readAmount(words: string): number {
  const scaled = scaleWords.find(([word]) => new RegExp(`(?<!\\p{L})(?:${word})$`, 'iu').test(words));
  const bare = scaled ? words.replace(new RegExp(`\\s*(?<!\\p{L})(?:${scaled[0]})$`, 'iu'), '') : words;
  const named = numberNames.get(plain(bare));
  // "Hundert" and "tausend" are numbers by themselves, and multiply others.
  if (bare === '') return numberNames.get(plain(words)) ?? scaled?.[1] ?? Number.NaN;
  const grouped = /^\d{1,3}([,. \u00a0\u202f’']\d{3})+$/.test(bare);
  const amount = named ?? Number(grouped ? bare.replace(/\D/g, '') : bare.replace(',', '.'));
  return amount * (scaled?.[1] ?? 1);
}

function comparisonOf(words: string): Comparison {
  const clean = plain(words);
  return comparisonWords.find(([, list]) => list.includes(clean))?.[0] ?? '=';
}

const month =
  '(?:january|february|march|april|may|june?|july?|august|september|october|november|december|jan|feb|mar|apr|aug|sept?|oct|nov|dec' +
  '|januar|februar|märz|mai|juni|juli|oktober|dezember|janvier|février|mars|avril|juin|juillet|août|septembre|octobre|novembre|décembre' +
  '|(?:январ|феврал|апрел|июн|июл|сентябр|октябр|ноябр|декабр)[ьяе]|марта?|мая|август[ае]?' +
  '|(?:січ|лют|берез|квіт|трав|черв|лип|серп|верес|жовт)(?:ень|ня|ні|ого|ий)|листопада?|груд(?:ень|ня))(?!\\p{L})';
const dateBefore = new RegExp(`(?:^|[^\\p{L}])${month}\\.?\\s*$`, 'iu');
const noCount = new RegExp(
  `^(?:st|nd|rd|th)(?!\\p{L})|^\\.?\\s*${month}|^:\\d|^\\s*(?:%|percent|per cent|prozent|pour cent|процент|відсот|a\\.?m|p\\.?m|uhr|o'clock|год|року|года)|^[-–]?(?:year|day|month|hour|week|летн|річн|jährig)`,
  'iu',
);

function isCount(text: string, start: number, end: number, words: string): boolean {
  const isYear = /^(?:1[5-9]|20)\d\d$/.test(words);
  if (isYear || noCount.test(text.slice(end, end + 20))) return false;
  if (/[$€£#№]\s*$/.test(text.slice(Math.max(0, start - 3), start))) return false;
  // "July 3", but not "may 3 people": a month stands in capitals there.
  return !dateBefore.test(text.slice(Math.max(0, start - 14), start));
}

/** "No one", "one another", "one of them", "one day". */
function isNoOne(text: string, start: number, end: number): boolean {
  return (
    /(?:^|[^\p{L}])(?:no|this|that|any|every)\s+$/iu.test(text.slice(Math.max(0, start - 8), start)) ||
    /^\s+(?:another|of|day)(?!\p{L})/iu.test(text.slice(end, end + 12))
  );
}

function valueOf(groups: Readonly<Record<string, string | undefined>>): NumberValue | null {
  const { before: opening = '', low = '', between: joint, high, after = '' } = groups;
  const from = readAmount(low);
  const to = high === undefined ? null : readAmount(high);
  const isRange = rangeWords.some(([first]) => first !== '' && first === opening.toLowerCase());
  if (Number.isNaN(from) || Number.isNaN(to ?? 0) || (to !== null && to <= from)) return null;
  if (to === null && isRange && comparisonOf(opening) === '=')
    return { kind: 'number', comparison: '=', low: from, high: null };
  // Of "20 to 30 thousand" both are thousands.
  const isShared =
    to !== null &&
    joint !== undefined &&
    to >= 1000 &&
    from < 1000 &&
    !/\p{L}/u.test(low) &&
    /\p{L}/u.test(high ?? '');
  const unit = isShared
    ? (scaleWords.find(([word]) => new RegExp(`(?<!\\p{L})(?:${word})$`, 'iu').test(high ?? ''))?.[1] ?? 1)
    : 1;
  const comparison = trailingWords[after.toLowerCase().replace(/\s+/g, ' ')] ?? comparisonOf(opening);
  return { kind: 'number', comparison: to === null ? comparison : '=', low: from * unit, high: to };
}

/** Every number of a text that may be a count, in order. */
export function findNumbers(text: string): FoundNumber[] {
  const found: FoundNumber[] = [];
  for (const match of text.matchAll(whole)) {
    const { groups = {}, index } = match;
    const end = index + match[0].length;
    const low = groups['low'] ?? '';
    const lowAt = index + match[0].indexOf(low, (groups['before'] ?? '').length);
    const last = groups['high'] ?? low;
    if (!isCount(text, lowAt, end, last)) continue;
    const value = valueOf(groups);
    const isArticle = oneNames.has(plain(match[0]));
    if (value && !(isArticle && isNoOne(text, index, end)))
      found.push({ start: index, end, value, isArticle });
  }
  return found;
}
