/**
 * A copy of a text for comparing quotes: what typesetting changes without changing the words (quotation marks, dashes,
 * spaces, soft hyphens, ligatures, Unicode form) is made equal. It knows where each of its characters came from; the
 * text itself stays as it is.
 */
import { createOffsetMap, type OffsetMap } from '../../text/offsets';

/** A text with its comparison copy. Offsets in both are UTF-16 code units. */
export interface ComparisonText {
  readonly original: string;
  readonly text: string;
  readonly offsets: OffsetMap;
  /** The stretch of the original that a stretch of the copy came from. */
  toOriginal(start: number, end: number): { readonly start: number; readonly end: number };
  /** The stretch of the copy that a stretch of the original became. */
  fromOriginal(start: number, end: number): { readonly start: number; readonly end: number };
}

const replacements: Readonly<Record<string, string>> = {};
const replace = (characters: string, by: string): void => {
  for (const character of characters) (replacements as Record<string, string>)[character] = by;
};
replace('‘’‚‛ʼ′`´', "'");
replace('“”„‟«»″', '"');
replace('‐‑‒–—―−', '-');
replace('\u00ad\u200b\u200c\u200d\u2060\ufeff\u200e\u200f\u202a\u202b\u202c\u202d\u202e\r', '');
replace(
  '\t\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f\u3000',
  ' ',
);
replace('…', '...');

/** What may differ: listed characters, runs of spaces, characters with marks upon them, ligatures, presentation forms. */
const variable =
  /[‘’‚‛ʼ′`´“”„‟«»″‐-―−\u00ad\u200b-\u200f\u2060\ufeff\u202a-\u202e\r…]|[^\S\n\r]{2,}|[^\S\n\r ]|[\ufb00-\ufb4f\ufb50-\ufdff\ufe70-\ufefc]|[^\p{M}\n]\p{M}+|[\u1100-\u11ff]+|[\uac00-\ud7a3][\u1100-\u11ff]+/gu;

function foldPiece(piece: string): string {
  const listed = replacements[piece];
  if (listed !== undefined) return listed;
  if (/^[^\S\n]+$/.test(piece)) return ' ';
  return /[\ufb00-\ufefc]/.test(piece) ? piece.normalize('NFKC') : piece.normalize('NFC');
}

/** Where the copy departs from the original: stretch i of the copy [at[i], end) came from the original's stretch. */
interface Departure {
  readonly copyStart: number;
  readonly copyEnd: number;
  readonly start: number;
  readonly end: number;
}

function fold(original: string): { readonly text: string; readonly departures: readonly Departure[] } {
  const departures: Departure[] = [];
  let text = '';
  let done = 0;
  for (const match of original.matchAll(variable)) {
    const start = match.index ?? 0;
    const piece = match[0];
    const folded = foldPiece(piece);
    if (folded === piece) continue;
    text += original.slice(done, start);
    done = start + piece.length;
    departures.push({ copyStart: text.length, copyEnd: text.length + folded.length, start, end: done });
    text += folded;
  }
  return { text: text + original.slice(done), departures };
}

/** The last departure for which `key` is at most `offset`. */
function lastAtMost(
  departures: readonly Departure[],
  key: 'start' | 'copyStart',
  offset: number,
): Departure | undefined {
  let low = 0;
  let high = departures.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((departures[middle]?.[key] ?? 0) <= offset) low = middle + 1;
    else high = middle;
  }
  return departures[low - 1];
}

/** The original offset of the character at a place of the copy, its first or its last edge. */
function originalEdge(departures: readonly Departure[], at: number, edge: 'start' | 'end'): number {
  const character = edge === 'start' ? at : at - 1;
  const last = lastAtMost(departures, 'copyStart', character);
  if (!last) return at;
  if (character < last.copyEnd) return last[edge];
  return at - last.copyEnd + last.end;
}

function copyEdge(departures: readonly Departure[], at: number, edge: 'start' | 'end'): number {
  const character = edge === 'start' ? at : at - 1;
  const last = lastAtMost(departures, 'start', character);
  if (!last) return at;
  if (character < last.end) return edge === 'start' ? last.copyStart : last.copyEnd;
  return at - last.end + last.copyEnd;
}

/** Prepares a text for comparison; identical texts give identical copies, O(n). */
export function createComparisonText(original: string): ComparisonText {
  const { text, departures } = fold(original);
  return {
    original,
    text,
    offsets: createOffsetMap(original),
    toOriginal: (start, end) => ({
      start: originalEdge(departures, start, 'start'),
      end: end > start ? originalEdge(departures, end, 'end') : originalEdge(departures, start, 'start'),
    }),
    fromOriginal: (start, end) => {
      const from = copyEdge(departures, start, 'start');
      return { start: from, end: end > start ? Math.max(from, copyEdge(departures, end, 'end')) : from };
    },
  };
}

/** The form of a quote in a comparison copy. */
export const foldQuote = (quote: string): string => fold(quote).text;
