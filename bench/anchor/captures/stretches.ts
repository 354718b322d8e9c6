/** Words, sentences and paragraphs of a capture or an article, as stretches of glyphs. */
import { type Glyph, isLetter } from './capture-text';

/** Indices of glyphs, `end` exclusive. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

type Characters = readonly Pick<Glyph, 'text'>[];

function splitAfter(length: number, ends: (index: number) => boolean): Span[] {
  const spans: Span[] = [];
  let start = 0;
  for (let index = 0; index < length; index++) {
    if (!ends(index) && index < length - 1) continue;
    spans.push({ start, end: index + 1 });
    start = index + 1;
  }
  return spans;
}

const dense = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]/u;

/** Runs of letters and digits; each character of a script without word spaces is a word of its own. */
export function wordSpans(glyphs: readonly Glyph[]): Span[] {
  const spans: Span[] = [];
  for (const [index, glyph] of glyphs.entries()) {
    if (!isLetter(glyph) && !/^\p{M}/u.test(glyph.text)) continue;
    const last = spans.at(-1);
    const joins =
      last?.end === index && !dense.test(glyph.text) && !dense.test(glyphs[index - 1]?.text ?? '');
    if (last && joins) spans[spans.length - 1] = { start: last.start, end: index + 1 };
    else spans.push({ start: index, end: index + 1 });
  }
  return spans;
}

/** Paragraphs with their line feed. */
export const paragraphSpans = (glyphs: Characters): Span[] =>
  splitAfter(glyphs.length, (index) => glyphs[index]?.text === '\n');

/** Sentences with the space behind them. */
export const sentenceSpans = (glyphs: Characters): Span[] =>
  splitAfter(glyphs.length, (index) => {
    if (glyphs[index]?.text === '\n' || glyphs[index]?.text === '。') return true;
    return (
      glyphs[index]?.text === ' ' && /[.!?…]/u.test(`${glyphs[index - 2]?.text}${glyphs[index - 1]?.text}`)
    );
  });
