/**
 * Finds the lines of an article that are the page's, not the article's: photo credits, comment forms, navigation. It only
 * suggests: the words stay in the text, greyed, until the user decides. When in doubt a line is left alone.
 */
import type { SuggestedExclusion } from '../../../../shared/model/imported/imported-document';
import { codePointLength, codePoints } from '../../../../shared/text/offsets';
import { type ChromeRule, chromeRules, relatedHeadings } from './chrome-rules';

interface Line {
  readonly text: string;
  readonly lowerCase: string;
  /** In code points of the whole text; white space around the line is not part of it. */
  readonly start: number;
  readonly end: number;
  /** Whether it is among the first or the last lines with words. */
  readonly atEdge: boolean;
}

/** The stretches of `text` (code points) that look like page chrome, in order, each a whole line or a run of lines. */
export function suggestExclusions(text: string): SuggestedExclusion[] {
  const lines = linesOf(text);
  const suggestions: SuggestedExclusion[] = [];
  for (let at = 0; at < lines.length; at += 1) {
    const line = lines[at];
    if (line === undefined) continue;
    const last = lastOfRelatedList(lines, at);
    const reason = last === null ? reasonFor(line) : 'Links to other articles';
    if (reason === null) continue;
    at = last ?? at;
    suggestions.push({ start: codePoints(line.start), end: codePoints(lines[at]?.end ?? line.end), reason });
  }
  return coversTooMuch(suggestions, lines) ? [] : suggestions;
}

const firstLines = 6;
const lastLines = 12;
/** No rule looks at a line longer than this. */
const longestLine = 600;

function linesOf(text: string): Line[] {
  let offset = 0;
  const lines = text.split('\n').map((raw) => {
    const start = offset + codePointLength(raw.slice(0, raw.length - raw.trimStart().length));
    const line = { text: raw.trim(), start, end: start + codePointLength(raw.trim()) };
    offset += codePointLength(raw) + 1;
    return line;
  });
  const worded = lines.filter((line) => line.text !== '');
  return worded.map((line, at) => ({
    ...line,
    lowerCase: line.text.toLowerCase(),
    atEdge: at < firstLines || at >= worded.length - lastLines,
  }));
}

function reasonFor(line: Line): string | null {
  if (line.text.length > longestLine) return null;
  return chromeRules.find((rule) => fits(rule, line))?.reason ?? null;
}

function fits(rule: ChromeRule, line: Line): boolean {
  if (line.text.length > rule.longest || (rule.where === 'edge' && !line.atEdge)) return false;
  const text = rule.isCased ? line.text : line.lowerCase;
  return rule.patterns.some((pattern) => pattern.test(text));
}

const mostRelated = 12;
const longestRelated = 140;

/**
 * Where a heading such as "Related articles" is followed by titles (short lines that end no sentence), the last of them;
 * null when the line is no such heading. Lines of a table are parted by tabs and are no titles.
 */
function lastOfRelatedList(lines: readonly Line[], at: number): number | null {
  if (!relatedHeadings.test(lines[at]?.lowerCase ?? '')) return null;
  let last = at;
  while (last - at < mostRelated && isTitle(lines[last + 1]?.text)) last += 1;
  return last - at >= 2 || (last > at && last === lines.length - 1) ? last : null;
}

function isTitle(text: string | undefined): boolean {
  if (text === undefined || text.length > longestRelated || text.includes('\t')) return false;
  return text.length > 3 && !/[.:;,]$/.test(text);
}

/** A text that is mostly such lines is about them: a list of links somebody wanted to keep. */
function coversTooMuch(suggestions: readonly SuggestedExclusion[], lines: readonly Line[]): boolean {
  const length = (parts: readonly { readonly start: number; readonly end: number }[]): number =>
    parts.reduce((total, { start, end }) => total + end - start, 0);
  return length(suggestions) > 0.5 * length(lines);
}
