/**
 * Programs count the characters of a text in different ways: code points (as REFI-QDA says) or UTF-16 units or bytes, a line
 * end of Windows as one or two, a byte order mark or not, the end of a selection after or at its last character. The
 * reading is taken under which the words that the selections bring along stand at their positions; without such words
 * the one under which they begin and end between words. What no reading explains is marked as not sure.
 */

import { createOffsetMap, type OffsetMap, sliceByCodePoints } from '../../../shared/text/offsets';
import type { SourceText } from './source-text';

/** A stretch of the article's text, in code points. */
interface Place {
  readonly start: number;
  readonly end: number;
}

/** A selection as a file counts it; `words`: what the file says stands there (or a name it was given), or ''. */
export interface CountedSelection {
  readonly start: number;
  readonly end: number;
  readonly words: string;
}

/** Where it is in the article's text (code points); null: nowhere in the text. */
export type PlacedSelection = (Place & { readonly isSure: boolean }) | null;

interface Reading {
  readonly unit: 'code points' | 'UTF-16' | 'bytes';
  readonly countsCr: boolean;
  readonly countsMark: boolean;
  /** The position of the end is that of the last character, not the one after it. */
  readonly endIsLast: boolean;
}

export interface Placement {
  readonly placed: readonly PlacedSelection[];
  /** How the file counts, where that is not as the standard says; else ''. */
  readonly dialect: string;
}

/** Every way of counting that makes a difference in this text; the standard's own first. */
function readingsOf({ raw }: SourceText): Reading[] {
  const units: Reading['unit'][] = ['code points'];
  if (/[\uD800-\uDBFF]/.test(raw)) units.push('UTF-16');
  if (/[^\0-\x7f]/.test(raw)) units.push('bytes');
  const crs = raw.includes('\r\n') ? [true, false] : [true];
  const marks = raw.startsWith('\uFEFF') ? [false, true] : [false];
  const readings: Reading[] = [];
  for (const endIsLast of [false, true])
    for (const unit of units)
      for (const countsCr of crs)
        for (const countsMark of marks) readings.push({ unit, countsCr, countsMark, endIsLast });
  return readings;
}

/** How much the unit at `at` counts, and how many UTF-16 units it takes. */
function measure(
  raw: string,
  at: number,
  reading: Reading,
): { readonly width: number; readonly units: number } {
  const code = raw.codePointAt(at) ?? 0;
  const units = code > 0xffff ? 2 : 1;
  if (at === 0 && code === 0xfeff && !reading.countsMark) return { width: 0, units };
  if (code === 0x0d && !reading.countsCr && raw.charCodeAt(at + 1) === 0x0a) return { width: 0, units };
  if (reading.unit === 'code points') return { width: 1, units };
  if (reading.unit === 'UTF-16') return { width: units, units };
  return { width: code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4, units };
}

/** Positions in the article's text of offsets counted in a reading; those beyond the text are left out. */
function positionsOf(
  { raw, positions }: SourceText,
  offsets: readonly number[],
  reading: Reading,
): Map<number, number> {
  const ascending = [...new Set(offsets)].filter((offset) => offset >= 0).sort((a, b) => a - b);
  const found = new Map<number, number>();
  let next = 0;
  let count = 0;
  for (let at = 0; next < ascending.length; ) {
    const { width, units } = at < raw.length ? measure(raw, at, reading) : { width: Infinity, units: 1 };
    // What counts nothing belongs to what follows it.
    if (width === 0) {
      at += units;
      continue;
    }
    for (; (ascending[next] ?? Infinity) <= count; next++)
      found.set(ascending[next] ?? 0, positions[Math.min(at, raw.length)] ?? 0);
    if (at >= raw.length) break;
    count += width;
    at += units;
  }
  return found;
}

type Placed = Place | null;

function placesIn(source: SourceText, selections: readonly CountedSelection[], reading: Reading): Placed[] {
  const extra = reading.endIsLast ? 1 : 0;
  const found = positionsOf(
    source,
    selections.flatMap(({ start, end }) => [start, end + extra]),
    reading,
  );
  return selections.map(({ start, end }) => {
    const [from, to] = [found.get(start), found.get(end + extra)];
    return from === undefined || to === undefined || from >= to ? null : { start: from, end: to };
  });
}

const tidy = (words: string): string => words.replace(/[\s\uFEFF]+/gu, ' ').trim();
const cutOff = /\s*(?:…|\.\.\.)$/;
/** A name may be the beginning of the words. */
const shortestBeginning = 12;

/** Whether the words at a place are those that the file says stand there. */
function isSaid(words: string, said: string): boolean {
  if (said === '') return false;
  if (words === said) return true;
  const beginning = said.replace(cutOff, '');
  return beginning.length >= shortestBeginning && words.startsWith(beginning);
}

/** Letter for letter speaks for a reading a little more than with other blanks. */
function agreement(words: string, said: string): number {
  if (said !== '' && words === said) return 1;
  return isSaid(tidy(words), tidy(said)) ? 0.9 : 0;
}

interface Judged {
  readonly reading: Reading;
  readonly places: readonly Placed[];
  /** How many stand at the words they are said to, those with other blanks for a little less. */
  readonly said: number;
  /** How many begin and end between words; none where one is outside of the text. */
  readonly bordered: number;
}

const wordCharacter = /[\p{L}\p{M}\p{N}]/u;

function isBorder(text: string, at: number): boolean {
  if (at <= 0 || at >= text.length) return true;
  const before = String.fromCodePoint(text.codePointAt(at - 1) ?? 32);
  const after = String.fromCodePoint(text.codePointAt(at) ?? 32);
  return !wordCharacter.test(before) || !wordCharacter.test(after);
}

/** A selection that begins with a blank is one position off more likely than meant so. */
function isBordered(text: string, map: OffsetMap, { start, end }: Place): boolean {
  const [from, to] = [map.toUtf16(start), map.toUtf16(end)];
  return isBorder(text, from) && isBorder(text, to) && !/^\s|\s$/.test(text.slice(from, to));
}

function judge(
  source: SourceText,
  map: OffsetMap,
  selections: readonly CountedSelection[],
  reading: Reading,
): Judged {
  const { text } = source;
  const places = placesIn(source, selections, reading);
  const said = places.reduce((sum, place, index) => {
    if (place === null) return sum;
    const words = sliceByCodePoints(text, place.start, place.end, map);
    return sum + agreement(words, selections[index]?.words ?? '');
  }, 0);
  const bordered = places.every((place) => place !== null)
    ? places.filter((place) => place !== null && isBordered(text, map, place)).length
    : 0;
  return { reading, places, said, bordered };
}

/** Share of selections by which another reading must be better to be taken without any words to check by. */
const clearLead = 0.25;
/** A name of fewer words may be one that somebody gave. */
const fewestQuotedWords = 4;

interface Choice {
  readonly chosen: Judged;
  /** Words stood at their positions, or all readings agree, or one is clearly better. */
  readonly isSure: boolean;
  /** The file says words, and they stand nowhere they should. */
  readonly hasWords: boolean;
  /** The readings that come into question. */
  readonly usual: readonly Judged[];
}

/** The best of several; of equals the first, which is the nearest to the standard. */
function best(judged: readonly Judged[], score: (one: Judged) => number): Judged | undefined {
  return judged.reduce<Judged | undefined>(
    (leader, one) => (leader === undefined || score(one) > score(leader) ? one : leader),
    undefined,
  );
}

function choose(
  judged: readonly Judged[],
  selections: readonly CountedSelection[],
  text: string,
): Choice | null {
  const bySaid = best(judged, ({ said }) => said);
  if (bySaid === undefined) return null;
  if (bySaid.said > 0) return { chosen: bySaid, isSure: true, hasWords: false, usual: [] };
  const hasWords = haveWords(selections, text);
  // Bytes and an end that is the last character are so rare that words alone can speak for them.
  const usual = judged.filter(({ reading }) => reading.unit !== 'bytes' && !reading.endIsLast);
  const standard = usual[0] ?? bySaid;
  const leader = best(usual, ({ bordered }) => bordered) ?? standard;
  const lead = (leader.bordered - standard.bordered) / Math.max(1, selections.length);
  const isLead = lead >= clearLead;
  const isSure = !hasWords && (isLead || standard.bordered * 2 >= selections.length);
  return { chosen: isLead ? leader : standard, isSure, hasWords, usual };
}

/** Words of the text, or of another edition of it, rather than names that somebody gave. */
function haveWords(selections: readonly CountedSelection[], text: string): boolean {
  const flat = tidy(text);
  const said = selections.map(({ words }) => tidy(words).replace(cutOff, ''));
  const wordy = said.filter((words) => words.split(' ').length >= fewestQuotedWords).length;
  return (
    wordy * 2 > selections.length ||
    said.some((words) => words.length >= shortestBeginning && flat.includes(words))
  );
}

/** The one place of the words in the text, in code points. */
function placeOfWords(text: string, map: OffsetMap, said: string): Placed {
  const words = said.trim();
  if (words.length < shortestBeginning) return null;
  const at = text.indexOf(words);
  if (at < 0 || text.includes(words, at + 1)) return null;
  return { start: map.toCodePoint(at), end: map.toCodePoint(at + words.length) };
}

function dialectOf({ unit, countsCr, countsMark, endIsLast }: Reading, { raw }: SourceText): string {
  return [
    ...(unit === 'code points' ? [] : [unit === 'bytes' ? 'bytes' : 'UTF-16 units']),
    ...(raw.includes('\r\n') && !countsCr ? ['line ends as one character'] : []),
    ...(countsMark ? ['the byte order mark'] : []),
    ...(endIsLast ? ['the end as the last character'] : []),
  ].join(', ');
}

/** Where the selections of one text are: see the module. `isStandard`: it is known that the file counts as the standard says. */
export function placeSelections(
  source: SourceText,
  selections: readonly CountedSelection[],
  isStandard = false,
): Placement {
  const { text } = source;
  const map = createOffsetMap(text);
  const readings = isStandard ? readingsOf(source).slice(0, 1) : readingsOf(source);
  const judged = readings.map((reading) => judge(source, map, selections, reading));
  const choice = selections.length === 0 ? null : choose(judged, selections, text);
  if (choice === null) return { placed: [], dialect: '' };
  const { chosen, isSure, hasWords, usual } = choice;
  const isOpen = (index: number): boolean =>
    hasWords || usual.some(({ places }) => places[index]?.start !== chosen.places[index]?.start);
  const placed = selections.map(({ words }, index): PlacedSelection => {
    const place = chosen.places[index] ?? null;
    const here = place === null ? '' : sliceByCodePoints(text, place.start, place.end, map);
    if (place !== null && agreement(here, words) > 0) return { ...place, isSure: true };
    const elsewhere = isStandard ? null : placeOfWords(text, map, words);
    if (elsewhere !== null) return { ...elsewhere, isSure: false };
    return place && { ...place, isSure: isStandard || isSure || !isOpen(index) };
  });
  return { placed, dialect: dialectOf(chosen.reading, source) };
}
