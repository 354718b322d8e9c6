import type { Quote } from '../model/annotation';
import type { TextRange } from '../text/offset-types';
import { createOffsetMap, graphemeBounds, type OffsetMap, snapToGraphemes } from '../text/offsets';

/** A place in a text: its position (code points), and the words there with those around them (W3C Web Annotation). */
export interface Selector extends TextRange {
  readonly quote: Quote;
}

/** Context kept on each side of a quote, in code points; the length that the Hypothesis client uses. */
export const contextLength = 32;

/**
 * Describes a stretch of a text (code points, widened to whole grapheme clusters) by position and quote; the context on
 * each side is up to 32 code points, no cluster cut. Pass the text's map when describing many.
 */
export function describe(
  text: string,
  start: number,
  end: number,
  map: OffsetMap = createOffsetMap(text),
): Selector {
  const range = snapToGraphemes(text, start, end, map);
  const from = map.toUtf16(range.start);
  const to = map.toUtf16(range.end);
  const prefixStart = graphemeBounds(text, map.toUtf16(range.start - contextLength)).after;
  const suffixEnd = graphemeBounds(text, map.toUtf16(range.end + contextLength)).before;
  return {
    start: range.start,
    end: range.end,
    quote: {
      exact: text.slice(from, to),
      prefix: text.slice(Math.min(prefixStart, from), from),
      suffix: text.slice(to, Math.max(suffixEnd, to)),
    },
  };
}
