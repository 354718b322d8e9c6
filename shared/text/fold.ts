/**
 * Folding of text for search and for comparing names: case, accents, width, compatibility forms and special letters go.
 * It makes the copy that is indexed; the text itself is evidence and is never folded. Words follow the rule of SQLite's
 * `unicode61` tokenizer (runs of letters, numbers and private use), so that what is found can be highlighted here.
 */

const letters: Readonly<Record<string, string>> = {
  ł: 'l',
  ø: 'o',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ı: 'i',
  ħ: 'h',
  ŋ: 'n',
  ŧ: 't',
  ĸ: 'k',
  ƀ: 'b',
  ɨ: 'i',
  ƒ: 'f',
  ə: 'e',
  ґ: 'г',
  ѓ: 'г',
  ќ: 'к',
  ς: 'σ',
  ى: 'ي',
  ة: 'ه',
  ک: 'ك',
  ی: 'ي',
  ـ: '',
  '‘': "'",
  '’': "'",
  '‚': "'",
  '‛': "'",
  ʼ: "'",
  ʻ: "'",
  ʹ: "'",
  '′': "'",
  '`': "'",
  '´': "'",
  '＇': "'",
  '“': '"',
  '”': '"',
  '„': '"',
  '‟': '"',
  '«': '"',
  '»': '"',
  '″': '"',
  '‹': "'",
  '›': "'",
  '‐': '-',
  '‑': '-',
  '‒': '-',
  '–': '-',
  '—': '-',
  '―': '-',
  '−': '-',
  '\u00ad': '',
  '\u200b': '',
  '\u200c': '',
  '\u200d': '',
  '\u2060': '',
  '\ufeff': '',
  '\u200e': '',
  '\u200f': '',
};
const specialLetter = new RegExp(`[${Object.keys(letters).join('')}]`, 'g');

/** Accents and vowel points that search looks past: general, Cyrillic, Hebrew and Arabic. Indic vowels are no accents. */
const accents =
  /[\u0300-\u036f\u0483-\u0487\u0591-\u05bd\u05bf\u05c1\u05c2\u05c4\u05c5\u05c7\u0610-\u061a\u064b-\u065f\u0670\u06d6-\u06dc\u06df-\u06e8\u06ea-\u06ed\u08d3-\u08ff\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe00-\ufe0f\ufe20-\ufe2f]/g;

/** Scripts written without spaces between words: each of their characters is a word of its own. */
const unspaced =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}ー]/gu;

/** Where the characters of `unspaced` stand, and others: asking for the scripts takes much longer. */
const mayBeUnspaced = /[\u0e00-\u19ff\u2e80-\uffff]/;

// biome-ignore lint/suspicious/noControlCharactersInRegex: the ASCII range is meant
const asciiOnly = /^[\x00-\x7f]*$/;

// biome-ignore lint/suspicious/noControlCharactersInRegex: as above
const beyondAscii = /[^\x00-\x7f]+/g;

/** Folded texts by what they were: a notebook has the same few quotation marks, accented letters and names again and again. */
function remembering(most: number, fold: (text: string) => string): (text: string) => string {
  const folded = new Map<string, string>();
  return (text) => {
    const known = folded.get(text);
    if (known !== undefined) return known;
    if (folded.size > most) folded.clear();
    const made = fold(text);
    folded.set(text, made);
    return made;
  };
}

/** Longer ones are seldom met again; and the runtime keeps a piece of 13 characters or more as a view of its whole text. */
const longestRemembered = 12;

function foldStretch(text: string): string {
  const bare = text.normalize('NFKD').toLowerCase().normalize('NFKD').replace(accents, '');
  // NFC puts Hangul syllables and voiced kana together again.
  return bare.replace(specialLetter, (letter) => letters[letter] ?? letter).normalize('NFC');
}

const foldShortStretch = remembering(20_000, foldStretch);
const foldBeyondAscii = (text: string): string =>
  text.length > longestRemembered ? foldStretch(text) : foldShortStretch(text);

/** Only stretches beyond ASCII are taken apart: no mark that stays joins an ASCII letter, so they fold by themselves. */
function foldCharacters(text: string): string {
  const folded = asciiOnly.test(text) ? text : text.replace(beyondAscii, foldBeyondAscii);
  const lower = folded.toLowerCase();
  return lower.includes('`') ? lower.replace(/`/g, "'") : lower;
}

/**
 * The copy of a text that search indexes, and the form a query is put in: see the module. Spaces are put around every
 * character of a script without word spaces, so that a query of several such characters is a phrase.
 */
export function foldForSearch(text: string): string {
  const folded = foldCharacters(text);
  return mayBeUnspaced.test(folded) ? folded.replace(unspaced, ' $& ') : folded;
}

const token = /[\p{L}\p{N}\p{Co}]+/gu;

/** The words of a query or a text as the index has them, in order. */
export function searchTokens(text: string): string[] {
  return foldForSearch(text).match(token) ?? [];
}

/** A word of a text: where it stands (UTF-16 offsets in the text as given) and how the index has it. */
export interface FoldedWord {
  readonly start: number;
  readonly end: number;
  readonly folded: string;
}

/** What can fold as one: conjoining Hangul, or a character with the marks upon it. */
const cluster = /[\u1100-\u11ff]+|[^\p{M}]\p{M}*|\p{M}+/gsu;
const chunk = /[^\s!-/:-@[-_{|}~]+/g;

/** {@link foldForSearch} of one cluster. */
const foldCluster = remembering(20_000, foldForSearch);

/** Folds a stretch cluster by cluster, remembering where each folded character came from; adds its words. */
function addWordsOfChunk(text: string, offset: number, words: FoldedWord[]): void {
  const starts: number[] = [];
  const ends: number[] = [];
  let folded = '';
  for (const match of text.matchAll(cluster)) {
    const start = offset + (match.index ?? 0);
    const end = start + match[0].length;
    const piece = foldCluster(match[0]);
    folded += piece;
    if (piece === '' && ends.length > 0) ends[ends.length - 1] = end;
    for (let index = 0; index < piece.length; index++) {
      starts.push(start);
      ends.push(end);
    }
  }
  for (const match of folded.matchAll(token)) {
    const first = match.index ?? 0;
    const last = first + match[0].length - 1;
    words.push({ start: starts[first] ?? offset, end: ends[last] ?? offset, folded: match[0] });
  }
}

const isPlainWord = (word: string): boolean => /^[0-9A-Za-z]+$/.test(word);

/** The words of a text in order, for finding in the original what the index found in its folded copy. */
export function wordsOf(text: string): readonly FoldedWord[] {
  const words: FoldedWord[] = [];
  for (const match of text.matchAll(chunk)) {
    const start = match.index ?? 0;
    const word = match[0];
    if (isPlainWord(word)) words.push({ start, end: start + word.length, folded: word.toLowerCase() });
    else addWordsOfChunk(word, start, words);
  }
  return words;
}

/**
 * The form in which two names count as the same: folded like search, without apostrophes and the full stops of
 * initials, with every other punctuation and white space as one space.
 */
export function foldForMatch(name: string): string {
  return foldCharacters(name)
    .replace(/(?<![\p{L}\p{N}])(\p{L})\.(?=\p{L}\b|\p{L}\.|\s|$)/gu, '$1')
    .replace(/(?<=\p{L})\.(?=\p{L}(?:\.|$|\s))/gu, '')
    .replace(/'/g, '')
    .replace(/[^\p{L}\p{N}\p{M}\p{Co}]+/gu, ' ')
    .trim();
}
