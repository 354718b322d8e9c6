import type { TextRange } from '../../../shared/text/offset-types';
import { createOffsetMap } from '../../../shared/text/offsets';
import { sentencesOf } from '../../../shared/text/sentences';

/** A sentence is looked for within so many characters on either side, and within its paragraph. */
const reach = 2000;

/** The sentences (code points) that a stretch of a text is in, within their paragraphs. */
export function sentenceAround(text: string, range: TextRange): TextRange {
  const offsets = createOffsetMap(text);
  const start = offsets.toUtf16(range.start);
  const end = offsets.toUtf16(range.end);
  const from = Math.max(text.lastIndexOf('\n', start - 1) + 1, start - reach);
  const lineEnd = text.indexOf('\n', end);
  const to = Math.min(lineEnd < 0 ? text.length : lineEnd, end + reach);
  let first: number = start;
  let last: number = end;
  for (const sentence of sentencesOf(text.slice(from, to))) {
    const sentenceStart = from + sentence.start;
    const sentenceEnd = from + sentence.end;
    if (sentenceStart >= end || sentenceEnd <= start) continue;
    first = Math.min(first, sentenceStart);
    last = Math.max(last, sentenceEnd);
  }
  return { start: offsets.toCodePoint(first), end: offsets.toCodePoint(last) };
}
