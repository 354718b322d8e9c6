/**
 * Conversion between the two ways of counting a text: code points (everywhere) and UTF-16 code units (beside a text
 * surface). A lone surrogate counts as one code point, as it does when a string is iterated.
 */
import type { CodePointOffset, TextRange, Utf16Offset } from './offset-types';

/** Brands a number of code points. */
export const codePoints = (count: number): CodePointOffset => count as CodePointOffset;
/** Brands a number of UTF-16 code units. */
export const utf16Units = (count: number): Utf16Offset => count as Utf16Offset;

/** Converts offsets of one text; offsets outside of the text are clamped to its ends. */
export interface OffsetMap {
  /** Length of the text in code points. */
  readonly codePointLength: CodePointOffset;
  toUtf16(offset: number): Utf16Offset;
  /** An offset in the middle of a surrogate pair gives the start of its character. */
  toCodePoint(offset: number): CodePointOffset;
}

const surrogatePair = /[\uD800-\uDBFF][\uDC00-\uDFFF]/g;
const anySurrogate = /[\uD800-\uDBFF]/;

function astralPositions(text: string): Uint32Array {
  if (!anySurrogate.test(text)) return new Uint32Array(0);
  return Uint32Array.from(Array.from(text.matchAll(surrogatePair), (match) => match.index ?? 0));
}

/** How many entries, each lowered by its index times `slope`, lie before `limit`; the entries ascend. */
function countBefore(entries: Uint32Array, limit: number, slope: 0 | 1): number {
  let low = 0;
  let high = entries.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((entries[middle] ?? 0) - middle * slope < limit) low = middle + 1;
    else high = middle;
  }
  return low;
}

const clamp = (value: number, high: number): number => Math.min(Math.max(value, 0), high);

/** Prepares the conversion for a text: O(1) per offset when it has no astral characters, else O(log n). */
export function createOffsetMap(text: string): OffsetMap {
  const astral = astralPositions(text);
  const length = text.length - astral.length;
  return {
    codePointLength: codePoints(length),
    toUtf16: (offset) => {
      const inside = clamp(offset, length);
      return utf16Units(inside + (astral.length && countBefore(astral, inside, 1)));
    },
    toCodePoint: (offset) => {
      const inside = clamp(offset, text.length);
      return codePoints(inside - (astral.length && countBefore(astral, inside, 0)));
    },
  };
}

/** Length of a text in code points. */
export function codePointLength(text: string): CodePointOffset {
  if (!anySurrogate.test(text)) return codePoints(text.length);
  return codePoints(text.length - (text.match(surrogatePair)?.length ?? 0));
}

/** The part of a text between two code point offsets, `end` exclusive; pass the text's map when slicing often. */
export function sliceByCodePoints(
  text: string,
  start: number,
  end: number,
  map: OffsetMap = createOffsetMap(text),
): string {
  return text.slice(map.toUtf16(start), map.toUtf16(end));
}

let segmenter: Intl.Segmenter | undefined;
const graphemes = (): Intl.Segmenter =>
  (segmenter ??= new Intl.Segmenter(undefined, { granularity: 'grapheme' }));

/** True where a grapheme boundary is certain without knowing more of the text: see UAX #29, rules GB4, GB5, GB999. */
function isPlainBoundary(text: string, at: number): boolean {
  if (at <= 0 || at >= text.length) return true;
  const before = text.charCodeAt(at - 1);
  const after = text.charCodeAt(at);
  if (before === 0x0d && after === 0x0a) return false;
  return before === 0x0a || after === 0x0a || (before < 0xa9 && after < 0xa9);
}

/** The grapheme cluster boundaries (UTF-16) at or around an offset: equal when the offset is a boundary itself. */
export function graphemeBounds(
  text: string,
  offset: number,
): { readonly before: number; readonly after: number } {
  if (isPlainBoundary(text, offset)) return { before: offset, after: offset };
  let from = offset;
  let to = offset;
  while (!isPlainBoundary(text, from)) from--;
  while (!isPlainBoundary(text, to)) to++;
  const cluster = graphemes()
    .segment(text.slice(from, to))
    .containing(offset - from);
  if (!cluster || cluster.index === offset - from) return { before: offset, after: offset };
  return { before: from + cluster.index, after: from + cluster.index + cluster.segment.length };
}

/**
 * Widens a range (code points) so that it cuts no grapheme cluster; an empty range stays empty and moves to the start
 * of its cluster.
 */
export function snapToGraphemes(
  text: string,
  start: number,
  end: number,
  map: OffsetMap = createOffsetMap(text),
): TextRange {
  const from = map.toCodePoint(graphemeBounds(text, map.toUtf16(start)).before);
  if (end <= start) return { start: from, end: from };
  return { start: from, end: map.toCodePoint(graphemeBounds(text, map.toUtf16(end)).after) };
}
