/**
 * Finding words in a text, as a person asks for them in the bar above it: plain words, whose typographic form does not
 * count, or a regular expression, which is taken by the letter. A match never goes over the end of a line (a paragraph,
 * an item, a cell). Nothing here bounds the time a pattern may take: whoever runs it on a text does.
 */
import { createComparisonText, foldQuote } from '../anchoring/comparison/comparison-text';
import { expandReplacement } from './expand-replacement';
import { isWordEdge } from './word-edge';

/** What is looked for. */
export interface FindQuery {
  readonly words: string;
  readonly matchCase: boolean;
  /** Words of which only a part is meant do not count. */
  readonly wholeWord: boolean;
  /** The words are a regular expression of ECMAScript, with the flags u and m. */
  readonly isPattern: boolean;
}

/** A stretch of a text, in UTF-16 code units. */
export interface FoundStretch {
  readonly start: number;
  readonly end: number;
}

/** A match with what is to be put in its place. */
export interface Replacement extends FoundStretch {
  readonly put: string;
}

/** A text with its lines in order; what is between two lines belongs to none. Offsets are UTF-16 code units. */
export interface SearchableText {
  readonly text: string;
  readonly lines: readonly FoundStretch[];
}

/** `invalid`: the pattern is none; the reason is the engine's own, in English. */
export type FindResult =
  | { readonly kind: 'found'; readonly matches: readonly Replacement[]; readonly isCut: boolean }
  | { readonly kind: 'invalid'; readonly reason: string };

/** More matches than this are not listed. */
export const mostMatches = 20_000;

const syntax = /[\\^$.*+?()[\]{}|/]/g;

/** A pattern is compiled as it is; plain words by their comparison copy. */
function expressionOf({ words, matchCase, isPattern }: FindQuery): RegExp {
  const source = isPattern ? words : foldQuote(words).replace(syntax, '\\$&');
  return new RegExp(source, `gmu${matchCase ? '' : 'i'}`);
}

interface Line {
  readonly words: string;
  /** The stretch of the line itself that a stretch of `words` came from. */
  readonly toLine: (start: number, end: number) => FoundStretch;
}

function lineOf(words: string, isPattern: boolean): Line {
  if (isPattern) return { words, toLine: (start, end) => ({ start, end }) };
  const copy = createComparisonText(words);
  return { words: copy.text, toLine: copy.toOriginal };
}

function* matchesIn(line: Line, expression: RegExp, wholeWord: boolean): Generator<RegExpMatchArray> {
  for (const match of line.words.matchAll(expression)) {
    const start = match.index ?? 0;
    const end = start + match[0].length;
    if (end === start) continue;
    if (wholeWord && !(isWordEdge(line.words, start) && isWordEdge(line.words, end))) continue;
    yield match;
  }
}

function findAll(text: SearchableText, query: FindQuery, expression: RegExp, template: string): FindResult {
  const matches: Replacement[] = [];
  for (const { start: from, end: to } of text.lines) {
    const line = lineOf(text.text.slice(from, to), query.isPattern);
    let after = 0;
    for (const match of matchesIn(line, expression, query.wholeWord)) {
      if (matches.length === mostMatches) return { kind: 'found', matches, isCut: true };
      const at = match.index ?? 0;
      const { start, end } = line.toLine(at, at + match[0].length);
      // Of one character's several marks each is found, and each is that character.
      if (start < after) continue;
      after = end;
      const put = query.isPattern ? expandReplacement(template, match) : template;
      matches.push({ start: from + start, end: from + end, put });
    }
  }
  return { kind: 'found', matches, isCut: false };
}

/** Every match in order, none empty, none overlapping; each with what the template makes of it. */
export function findInText(text: SearchableText, query: FindQuery, template = ''): FindResult {
  if (query.words === '') return { kind: 'found', matches: [], isCut: false };
  try {
    const expression = expressionOf(query);
    // Words of nothing but soft hyphens and the like have an empty copy, which would match everywhere.
    if (expression.source === '(?:)') return { kind: 'found', matches: [], isCut: false };
    return findAll(text, query, expression, template);
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    return { kind: 'invalid', reason: error.message.replace(/^.*: /s, '') };
  }
}
