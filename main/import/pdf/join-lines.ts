/** The lines of a paragraph as running text: words parted by a hyphen at the end of a line are put together again. */
import type { Inline, TextInline } from '../../../shared/document/blocks';
import type { Line, Span } from './layout/lines';

/** What the whole text says about words with a hyphen. */
export interface KnownWords {
  /** Whether a word stands somewhere inside of a line; lower case. */
  readonly has: (word: string) => boolean;
}

/** All words of lines but the first and the last of each, which a line's end may have cut. */
export function knownWords(lines: Iterable<Line>): KnownWords {
  const words = new Set<string>();
  for (const { text } of lines)
    for (const word of text.toLowerCase().match(/[\p{L}\p{M}'’]+(?:[-\u2010][\p{L}\p{M}'’]+)*/gu) ?? [])
      words.add(word.replace(/\u2010/g, '-'));
  return { has: (word) => words.has(word) };
}

const hyphen = /[-\u2010\u00ad]$/;
const noSpaces = /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Thai}\u3000-\u303f\uff00-\uff60]$/u;

/** What stands between two lines: their words are one, parted by a hyphen that belongs to it, or by a space. */
export function joint(before: string, after: string, known: KnownWords): 'word' | 'hyphen' | 'space' {
  const head = /([\p{L}\p{M}]+(?:[-\u2010][\p{L}\p{M}]+)*)[-\u2010\u00ad]$/u.exec(before)?.[1];
  const tail = /^[\p{L}\p{M}]+/u.exec(after)?.[0];
  if (hyphen.test(before) && head !== undefined && tail !== undefined) {
    if (before.endsWith('\u00ad')) return 'word';
    const [whole, parted] = [`${head}${tail}`.toLowerCase(), `${head}-${tail}`.toLowerCase()];
    if (known.has(whole)) return 'word';
    if (known.has(parted) || /^\p{Lu}/u.test(tail)) return 'hyphen';
    return 'word';
  }
  if (hyphen.test(before) && /[\p{L}\d][-\u2010]$/u.test(before) && /^[\p{L}\d]/u.test(after))
    return 'hyphen';
  return noSpaces.test(before) && noSpaces.test(after.charAt(0)) ? 'hyphen' : 'space';
}

function inlineOf({ text, marks, href }: Span): Inline {
  const inline: TextInline = { kind: 'text', text, marks };
  return href === '' ? inline : { kind: 'link', href, children: [inline] };
}

/** Spans of one link become one link. */
export function inlinesOf(spans: readonly Span[]): Inline[] {
  const inlines: Inline[] = [];
  for (const span of spans) {
    const last = inlines.at(-1);
    if (last?.kind === 'link' && last.href === span.href) {
      const children = [...last.children, { kind: 'text' as const, text: span.text, marks: span.marks }];
      inlines[inlines.length - 1] = { ...last, children };
    } else inlines.push(inlineOf(span));
  }
  return inlines;
}

/** Text that grows line by line, and how many code points it has. */
export interface RunningText {
  readonly spans: Span[];
  length: number;
}

const pointsOf = (text: string): number => Array.from(text).length;

function add(running: RunningText, span: Span): void {
  running.spans.push(span);
  running.length += pointsOf(span.text);
}

function dropLastCharacter(running: RunningText): void {
  const last = running.spans.pop();
  if (!last) return;
  running.length -= 1;
  const text = last.text.slice(0, -1);
  if (text !== '') running.spans.push({ ...last, text });
}

/** Adds a line to the text before it; answers where the line's own words begin. */
export function addLine(running: RunningText, line: Line, keepsLines: boolean, known: KnownWords): number {
  const before = running.spans
    .map(({ text }) => text)
    .slice(-8)
    .join('');
  if (before !== '') {
    const how = keepsLines ? 'line' : joint(before, line.text, known);
    const href = running.spans.at(-1)?.href === line.spans[0]?.href ? (line.spans[0]?.href ?? '') : '';
    if (how === 'word') dropLastCharacter(running);
    else if (how !== 'hyphen') add(running, { text: how === 'line' ? '\n' : ' ', marks: [], href });
  }
  const start = running.length;
  for (const span of line.spans) add(running, span);
  return start;
}
