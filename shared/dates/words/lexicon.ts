/**
 * What the words of one language mean in dates: the shape in which a language is written down (`lexicons/`), and the
 * finder made of it. Entries are regular expressions for whole words or phrases in lower case.
 */

/** Languages whose words for dates are known, as ISO 639-1 codes: those that chrono-node has. */
export const dateLanguages = [
  'en',
  'de',
  'fr',
  'es',
  'it',
  'pt',
  'nl',
  'ru',
  'uk',
  'ja',
  'zh',
  'ar',
  'fi',
  'id',
  'sv',
  'vi',
] as const;

/** A language whose words for dates are known. */
export type DateLanguage = (typeof dateLanguages)[number];

/**
 * What a word can mean, as the letter that the rules in `atoms.ts` read, and a number where the letter stands for
 * several: `R` is a shift (-1 last, 0 this, 1 next, 0.5 the coming one), `D` a number of days from today.
 */
const meanings = {
  day: ['d', 0],
  week: ['w', 0],
  fortnight: ['f', 0],
  weekend: ['e', 0],
  month: ['m', 0],
  quarter: ['q', 0],
  half: ['h', 0],
  year: ['y', 0],
  decade: ['k', 0],
  century: ['c', 0],
  beforeLast: ['R', -2],
  last: ['R', -1],
  this: ['R', 0],
  coming: ['R', 0.5],
  next: ['R', 1],
  afterNext: ['R', 2],
  threeDaysAgo: ['D', -3],
  dayBeforeYesterday: ['D', -2],
  yesterday: ['D', -1],
  today: ['D', 0],
  tomorrow: ['D', 1],
  dayAfterTomorrow: ['D', 2],
  overnight: ['V', 0],
  tomorrowNight: ['V', 2],
  night: ['n', 0],
  nightTo: ['z', 0],
  timeOfDay: ['T', 0],
  early: ['P', -1],
  middle: ['P', 0],
  late: ['P', 1],
  ending: ['Z', 0],
  spring: ['S', 21],
  summer: ['S', 22],
  autumn: ['S', 23],
  winter: ['S', 24],
  since: ['s', 0],
  until: ['u', 0],
  by: ['g', 0],
  before: ['b', 0],
  after: ['a', 0],
  sinceSuffix: ['Σ', 0],
  untilSuffix: ['Υ', 0],
  beforeSuffix: ['Β', 0],
  afterSuffix: ['Α', 0],
  between: ['t', 0],
  and: ['&', 0],
  or: ['|', 0],
  from: ['r', 0],
  to: ['>', 0],
  about: ['~', 0],
  aboutSuffix: ['≈', 0],
  perhaps: ['?', 0],
  ago: ['A', 0],
  agoOrBefore: ['v', 0],
  in: ['i', 0],
  inFuture: ['I', 0],
  later: ['Λ', 0],
  bce: ['B', 0],
  ce: ['E', 0],
  fiscal: ['F', 0],
  elsewhere: ['L', 0],
  one: ['1', 1],
  few: ['x', 0],
  first: ['N', 1],
  second: ['N', 2],
  third: ['N', 3],
  fourth: ['N', 4],
  lastOne: ['ω', 0],
  noise: ['_', 0],
} as const satisfies Readonly<Record<string, readonly [string, number]>>;

/** The name of something that words mean in dates. */
export type Meaning = keyof typeof meanings;

/** The words of one language. Lists are regular expressions parted by spaces; `_` in them stands for a space. */
export interface Lexicon {
  readonly language: DateLanguage;
  /** January to December. */
  readonly months: string;
  /** Sunday to Saturday. */
  readonly weekdays: string;
  /** One, two … as far as given. */
  readonly numbers: string;
  /** First, second … of a month, as far as given. */
  readonly ordinals?: string;
  readonly words: Readonly<Partial<Record<Meaning, string>>>;
  /** Months and weekdays that mean other things too: only beside a number or a word for time, or as `Capital` words. */
  readonly weak?: string;
  /** What follows the digits of a day of the month: `rd`. */
  readonly ordinalSuffix?: string;
  /** What follows the digits of a decade: `s`. */
  readonly decadeSuffix?: string;
  /** 3/4/2025 can only be 3 April. */
  readonly dayComesFirst?: true;
  /** Words are not parted by spaces. */
  readonly isWithoutSpaces?: true;
  /** A unit before “ago” without a number means one: “тиждень тому”. */
  readonly unitMeansOne?: true;
  /** Words that only this language (of those it may be taken for) is full of. */
  readonly commonWords: string;
}

/** What a word or phrase was found to mean. */
export interface WordMeaning {
  readonly letter: string;
  readonly value: number;
  readonly isWeak: boolean;
}

interface Entry {
  readonly pattern: string;
  readonly letter: string;
  readonly value: number;
}

const listed = (list: string): string[] => list.split(/\s+/).filter(Boolean);

function entriesOf(lexicon: Lexicon): Entry[] {
  const numbered = (list: string, letter: string, from: number): Entry[] =>
    listed(list).map((pattern, index) => ({ pattern, letter, value: index + from }));
  const words = Object.entries(meanings).map(([name, [letter, value]]) => ({
    pattern: lexicon.words[name as Meaning] ?? '',
    letter,
    value,
  }));
  const entries = [
    ...numbered(lexicon.months, 'M', 1),
    ...numbered(lexicon.weekdays, 'W', 0),
    ...words.filter(({ pattern }) => pattern !== ''),
    ...numbered(lexicon.ordinals ?? '', 'N', 1),
    ...numbered(lexicon.numbers, 'N', 1),
  ];
  return entries.map((entry) => ({ ...entry, pattern: entry.pattern.replace(/_/g, '\\s+') }));
}

/** The alternatives of a pattern, those inside its groups left together. */
function alternativesOf(pattern: string): string[] {
  const parts = [''];
  let depth = 0;
  for (const sign of pattern) {
    if (sign === '(') depth += 1;
    if (sign === ')') depth -= 1;
    if (sign === '|' && depth === 0) parts.push('');
    else parts[parts.length - 1] += sign;
  }
  return parts;
}

/** Finds what words mean. */
export interface WordFinder {
  readonly lexicon: Lexicon;
  /** What a whole word or phrase in lower case means; null: nothing here. */
  readonly meaningOf: (words: string) => WordMeaning | null;
  /** The phrase that begins at a place in a text in lower case; in languages without spaces, the longest word. */
  readonly phraseAt: (text: string, index: number) => string | null;
}

const keptWords = 20_000;

/** Patterns that match more than letters: what one word can't be. */
const isPhrase = (pattern: string): boolean => /\\s|['’\-.\d]/.test(pattern.replace(/\(\?[:=!]/g, ''));

function phrasePattern(lexicon: Lexicon, entries: readonly Entry[]): RegExp {
  const all = entries.flatMap(({ pattern }) => alternativesOf(pattern));
  const phrases = all.filter((pattern) => lexicon.isWithoutSpaces || isPhrase(pattern));
  const longestFirst = phrases.sort((a, b) => b.length - a.length).join('|');
  const edge = lexicon.isWithoutSpaces ? '' : '(?![\\p{L}\\p{M}\\d])';
  return new RegExp(`(?:${longestFirst || '(?!)'})${edge}`, 'uy');
}

/** Latin letters only: accents of other scripts make other letters. */
const withoutAccents = (pattern: string): string =>
  pattern.replace(/[à-öø-ÿœšž]/g, (letter) => letter.normalize('NFD').replace(/\p{M}/gu, ''));

function makeFinder(lexicon: Lexicon): WordFinder {
  const entries = entriesOf(lexicon);
  const tests = entries.map((entry) => ({ ...entry, test: new RegExp(`^(?:${entry.pattern})$`, 'u') }));
  const isWeak = new RegExp(`^(?:${lexicon.weak?.replace(/_/g, ' ') || '(?!)'})$`, 'u');
  const phrases = phrasePattern(lexicon, entries);
  const known = new Map<string, WordMeaning | null>();
  // Words are often written without their accents.
  const bare = entries.map((entry) => ({
    ...entry,
    test: new RegExp(`^(?:${withoutAccents(entry.pattern)})$`, 'u'),
  }));
  const look = (words: string): WordMeaning | null => {
    const found = tests.find(({ test }) => test.test(words)) ?? bare.find(({ test }) => test.test(words));
    return found ? { letter: found.letter, value: found.value, isWeak: isWeak.test(words) } : null;
  };
  return {
    lexicon,
    meaningOf: (words) => {
      let meaning = known.get(words);
      if (meaning !== undefined) return meaning;
      if (known.size > keptWords) known.clear();
      meaning = look(words);
      known.set(words, meaning);
      return meaning;
    },
    phraseAt: (text, index) => {
      phrases.lastIndex = index;
      return phrases.exec(text)?.[0] ?? null;
    },
  };
}

const finders = new Map<DateLanguage, WordFinder>();

/** The finder for a language, made when it is first asked for. */
export function finderFor(lexicon: Lexicon): WordFinder {
  const made = finders.get(lexicon.language) ?? makeFinder(lexicon);
  finders.set(lexicon.language, made);
  return made;
}
