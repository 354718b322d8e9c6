/**
 * The measures by which a stretch of text is taken for the words of a quote. All strings here are comparison copies
 * (see `comparison-text.ts`), all offsets UTF-16 in them.
 */
/** A stretch of a comparison copy. */
export interface Stretch {
  readonly start: number;
  readonly end: number;
}

const denseScript =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Thai}]/gu;

/** How much a text says, in Latin letters: a character of a dense script counts three. */
export function weigh(text: string): number {
  return text.length + 2 * (text.match(denseScript)?.length ?? 0);
}

/** From this weight on (about four words), the same words are the same passage even where the words around differ. */
export const longQuote = 24;

const spaced = (text: string): string => text.replace(/\s+/g, ' ');

/** Same words, looking past line ends: a paragraph that is split or joined keeps its words. */
export const sameWords = (a: string, b: string): boolean => a === b || spaced(a) === spaced(b);

/** Every place of a needle, overlapping ones too, up to a limit. */
export function occurrences(text: string, needle: string, limit = 2000): Stretch[] {
  const found: Stretch[] = [];
  if (needle === '') return found;
  for (let at = text.indexOf(needle); at >= 0 && found.length < limit; at = text.indexOf(needle, at + 1)) {
    found.push({ start: at, end: at + needle.length });
  }
  return found;
}

/** Length of the common beginning. */
export function commonStart(a: string, b: string): number {
  const limit = Math.min(a.length, b.length);
  let length = 0;
  while (length < limit && a.charCodeAt(length) === b.charCodeAt(length)) length++;
  return length;
}

/** Length of the common end. */
export function commonEnd(a: string, b: string): number {
  const limit = Math.min(a.length, b.length);
  let length = 0;
  while (length < limit && a.charCodeAt(a.length - 1 - length) === b.charCodeAt(b.length - 1 - length))
    length++;
  return length;
}

/** Context is compared in steps, nearest the quote first, each of which must match for the next to count. */
const contextStep = 8;
/** Share of the context up to a step that may differ. */
const contextErrors = 0.25;

/** Which way a text is read: a context is read away from its quote. */
type Direction = 'onwards' | 'backwards';

const unitAt = (text: string, index: number, direction: Direction): number =>
  text.charCodeAt(direction === 'onwards' ? index : text.length - 1 - index);

/** A text's code units, the first `length` of them as it is read. */
interface Read {
  readonly text: string;
  readonly length: number;
  readonly direction: Direction;
}

/** The next row of the Levenshtein matrix (by code units), written over the last one; gives the least entry. */
function nextEditRow(row: Uint16Array, one: number, { text, length, direction }: Read): number {
  let diagonal = row[0] ?? 0;
  let left = diagonal + 1;
  let least = left;
  row[0] = left;
  for (let j = 1; j <= length; j++) {
    const above = row[j] ?? 0;
    const substituted = diagonal + (one === unitAt(text, j - 1, direction) ? 0 : 1);
    left = Math.min(substituted, above + 1, left + 1);
    diagonal = above;
    row[j] = left;
    if (left < least) least = left;
  }
  return least;
}

const editRow = new Uint16Array(8192);

/** The first row of the matrix, in memory that is used again: the next call overwrites it. */
function firstEditRow(length: number): Uint16Array {
  const row = length < editRow.length ? editRow : new Uint16Array(length + 1);
  for (let index = 0; index <= length; index++) row[index] = index;
  return row;
}

function distance(a: string, b: string): number {
  const row = firstEditRow(b.length);
  const read: Read = { text: b, length: b.length, direction: 'onwards' };
  for (let i = 0; i < a.length; i++) nextEditRow(row, a.charCodeAt(i), read);
  return row[b.length] ?? 0;
}

/** How far the first `rows` characters of a context are there with small edits: as far as every step of it matches. */
function reachedInRows(context: string, near: string, direction: Direction, rows: number): number {
  const length = Math.min(near.length, Math.ceil(rows * (1 + contextErrors)));
  const row = firstEditRow(length);
  let reached = 0;
  for (let i = 1; i <= rows; i++) {
    const edits = nextEditRow(row, unitAt(context, i - 1, direction), { text: near, length, direction });
    if (i % contextStep !== 0 && i !== context.length) continue;
    if (edits > Math.max(1, i * contextErrors)) break;
    reached = i;
  }
  return reached;
}

/** The first step alone, first: most places fail there, and it takes a tenth of the work. */
function reachedWithEdits(context: string, near: string, direction: Direction): number {
  const first = Math.min(contextStep, context.length);
  const reached = reachedInRows(context, near, direction, first);
  const isAll = reached < first || first === context.length;
  return isAll ? reached : reachedInRows(context, near, direction, context.length);
}

/** Of one side of the context, read away from the quote, the share that is beside the stretch, small edits forgiven. */
function sideScore(context: string, near: string, direction: Direction): number {
  if (context === '') return 0;
  const strict = direction === 'onwards' ? commonStart(context, near) : commonEnd(context, near);
  if (strict === context.length) return 1;
  return Math.max(strict, reachedWithEdits(context, near, direction) * 0.9) / context.length;
}

/** How much of a quote's context stands around a stretch, 0 to 2: 1 for each side that matches wholly. */
export function contextScore(text: string, at: Stretch, prefix: string, suffix: string): number {
  const before = text.slice(Math.max(0, at.start - 2 * prefix.length), at.start);
  const after = text.slice(at.end, at.end + 2 * suffix.length);
  return sideScore(prefix, before, 'backwards') + sideScore(suffix, after, 'onwards');
}

/** From this length on a side of the context is whole; a shorter one, at an end of the text, says less. */
const wholeSide = 28;

/** {@link contextScore} with nothing forgiven: how far, on each side, the context goes on letter for letter. */
export function strictContextScore(text: string, at: Stretch, prefix: string, suffix: string): number {
  const before = commonEnd(text.slice(Math.max(0, at.start - prefix.length), at.start), prefix);
  const after = commonStart(text.slice(at.end, at.end + suffix.length), suffix);
  return before / Math.max(wholeSide, prefix.length) + after / Math.max(wholeSide, suffix.length);
}

/** Share of the longer text that need not be changed to make it the other, 0 to 1 (Levenshtein, by code units). */
export function similarity(a: string, b: string): number {
  const longest = Math.max(a.length, b.length);
  return longest === 0 ? 1 : 1 - distance(a, b) / longest;
}

const inWord = /[\p{L}\p{N}\p{M}]/u;
const longestWord = 40;

/** Whether an edge at this offset would cut a word of a script with spaces. */
function cutsWord(text: string, at: number): boolean {
  const before = text.slice(0, at).slice(-2);
  const after = text.slice(at, at + 2);
  const pair = `${Array.from(before).at(-1) ?? ''}${Array.from(after)[0] ?? ''}`;
  return (
    Array.from(pair).length === 2 &&
    Array.from(pair).every((one) => inWord.test(one)) &&
    weigh(pair) === pair.length
  );
}

/** Widens a stretch so that it cuts no word. */
export function snapToWords(text: string, stretch: Stretch): Stretch {
  let { start, end } = stretch;
  while (stretch.start - start < longestWord && cutsWord(text, start)) start--;
  while (end - stretch.end < longestWord && cutsWord(text, end)) end++;
  return { start, end };
}

/** A quote's words with those around it; the ends of a text have none. */
export interface WordsInContext {
  readonly words: string;
  readonly prefix: string;
  readonly suffix: string;
}

/** Whether words that were whole are a part of longer ones at a place: "pay a" in "pay according". */
export function isPartOfWords(
  text: string,
  place: Stretch,
  { words, prefix, suffix }: WordsInContext,
): boolean {
  const cutsFirst = cutsWord(text, place.start) && !cutsWord(prefix + words, prefix.length);
  return cutsFirst || (cutsWord(text, place.end) && !cutsWord(words + suffix, words.length));
}
