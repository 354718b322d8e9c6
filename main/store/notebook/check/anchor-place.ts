/**
 * Whether a stored place holds its quote, and where the quote provably stands instead. Nothing is guessed: a place is
 * given only where the words stand once; else the passage is said to be on similar words, or on none.
 */
import { createComparisonText, foldQuote } from '../../../../shared/anchoring/comparison/comparison-text';
import { resolveIn } from '../../../../shared/anchoring/resolve';
import type { AnchorState, Quote } from '../../../../shared/model/annotation';
import {
  codePoints,
  createOffsetMap,
  graphemeBounds,
  type OffsetMap,
  sliceByCodePoints,
} from '../../../../shared/text/offsets';
import type { GivenRange } from '../../annotations/anchors';

/** A text with the map of its offsets: made once for all places in it. */
export interface MappedText {
  readonly text: string;
  readonly map: OffsetMap;
}

/** A quote with the place it is said to be at, in code points. */
export interface Placed extends GivenRange, Quote {
  readonly state: AnchorState;
}

export type Place = GivenRange & { readonly state: AnchorState };

/** A text with its map. */
export function mapped(text: string): MappedText {
  return { text, map: createOffsetMap(text) };
}

const compared = (words: string): string => foldQuote(words).replace(/\s+/g, ' ');

/** Same words, or the same but for typesetting, as anchoring compares them. */
function isSameQuote(words: string, quote: string): boolean {
  return words === quote || compared(words) === compared(quote);
}

function cutsCharacter({ text, map }: MappedText, offset: number): boolean {
  const at = map.toUtf16(offset);
  return graphemeBounds(text, at).before !== at;
}

/** What is wrong with a place in a text, in words; null: nothing, as always with an orphan, which claims no place. */
export function faultOf(text: MappedText, { start, end, state, exact }: Placed): string | null {
  if (state === 'orphan') return null;
  if (start < 0 || start >= end || end > text.map.codePointLength) return 'stands outside of the text';
  if (cutsCharacter(text, start) || cutsCharacter(text, end)) return 'begins or ends inside a character';
  if (state === 'changed') return null;
  return isSameQuote(sliceByCodePoints(text.text, start, end, text.map), exact)
    ? null
    : 'is not on its words';
}

/** The one place where words stand in a text, cutting no character; null where there is none or more than one. */
export function onlyPlace(mappedText: MappedText, words: string): GivenRange | null {
  const { text, map } = mappedText;
  const at = words === '' ? -1 : text.indexOf(words);
  if (at < 0 || text.indexOf(words, at + 1) >= 0) return null;
  const place = { start: map.toCodePoint(at), end: map.toCodePoint(at + words.length) };
  return cutsCharacter(mappedText, place.start) || cutsCharacter(mappedText, place.end) ? null : place;
}

/** Where a part with a wrong place is: on its words where these stand once, on similar ones, or an orphan. */
export function provenPlace(text: MappedText, { start, end, state, ...quote }: Placed): Place {
  const only = onlyPlace(text, quote.exact);
  if (only) return { ...only, state: state === 'exact' ? 'exact' : 'moved' };
  const last = text.map.codePointLength;
  const from = Math.max(0, Math.min(start, last));
  const here = { start: codePoints(from), end: codePoints(Math.max(from, Math.min(end, last))) };
  const found = resolveIn(createComparisonText(text.text), { ...here, quote });
  return found.state === 'changed' ? found : { ...here, state: 'orphan' };
}
