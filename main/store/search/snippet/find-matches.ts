/** Finds in an original text the words that the index matched in its folded copy. Offsets are UTF-16 of the text given. */
import { type FoldedWord, foldForSearch, wordsOf } from '../../../../shared/text/fold';
import type { Term } from '../match/expand';

/** A stretch of a text that is one of the terms. */
export interface Match {
  readonly start: number;
  readonly end: number;
  /** Index of the term. */
  readonly term: number;
}

/** Terms that may begin with a word: by their whole first word, and those that only give its beginning. */
interface Starts {
  readonly whole: ReadonlyMap<string, readonly number[]>;
  readonly begun: readonly number[];
}

function startsOf(terms: readonly Term[]): Starts {
  const whole = new Map<string, number[]>();
  const begun: number[] = [];
  for (const [index, { tokens, prefix }] of terms.entries()) {
    const first = tokens[0] ?? '';
    if (prefix && tokens.length === 1) begun.push(index);
    else whole.set(first, [...(whole.get(first) ?? []), index]);
  }
  return { whole, begun };
}

function isAt(words: readonly FoldedWord[], at: number, { tokens, prefix }: Term): boolean {
  return tokens.every((token, index) => {
    const word = words[at + index]?.folded;
    return word === token || (prefix && index === tokens.length - 1 && word?.startsWith(token) === true);
  });
}

/** Where the terms stand in a stretch of a text that begins at `offset`. */
function matchesIn(
  stretch: string,
  offset: number,
  terms: readonly Term[],
  { whole, begun }: Starts,
): Match[] {
  const words = wordsOf(stretch);
  const matches: Match[] = [];
  const add = (word: FoldedWord, at: number, index: number): void => {
    const term = terms[index];
    if (!term || !isAt(words, at, term)) return;
    const end = words[at + term.tokens.length - 1]?.end ?? word.end;
    matches.push({ start: offset + word.start, end: offset + end, term: index });
  };
  words.forEach((word, at) => {
    for (const index of whole.get(word.folded) ?? []) add(word, at, index);
    for (const index of begun) add(word, at, index);
  });
  return matches;
}

interface Line {
  readonly text: string;
  readonly offset: number;
  /** How many different terms it seems to have. */
  readonly terms: number;
}

/** The lines that may have terms: looking for a word in a folded line is much faster than taking the line apart. */
function linesWith(text: string, firsts: readonly string[]): Line[] {
  const lines: Line[] = [];
  let offset = 0;
  for (const line of text.split('\n')) {
    const folded = foldForSearch(line);
    let terms = 0;
    for (const first of firsts) if (folded.includes(first)) terms++;
    if (terms > 0) lines.push({ text: line, offset, terms });
    offset += line.length + 1;
  }
  return lines;
}

/**
 * Every place where one of the terms stands, in order of the text; of a text with terms in more than `mostLines` lines, those
 * in the lines with the most different ones, the first such.
 */
export function findMatches(
  text: string,
  terms: readonly Term[],
  mostLines = Number.POSITIVE_INFINITY,
): Match[] {
  if (terms.length === 0) return [];
  const starts = startsOf(terms);
  const lines = linesWith(text, [...new Set(terms.map(({ tokens }) => tokens[0] ?? ''))]);
  const read = (some: readonly Line[]) =>
    some.flatMap((line) => matchesIn(line.text, line.offset, terms, starts));
  const fullest = lines.length > mostLines ? [...lines].sort((a, b) => b.terms - a.terms) : lines;
  const matches = read(fullest.slice(0, mostLines).sort((a, b) => a.offset - b.offset));
  // Lines that only seemed to have them hide those that do.
  if (matches.length === 0) matches.push(...read(fullest.slice(mostLines)));
  // The index knows no lines: a phrase may go over their end.
  const hasPhrase = terms.some(({ tokens }) => tokens.length > 1);
  return matches.length > 0 || !hasPhrase ? matches : matchesIn(text, 0, terms, starts);
}

/** Matches further apart than this (UTF-16) are not shown as one stretch. */
const widestStretch = 180;

/** A stretch of a text, UTF-16. */
export interface Stretch {
  readonly start: number;
  readonly end: number;
}

interface Candidate extends Stretch {
  readonly terms: number;
}

function stretchFrom(matches: readonly Match[], from: number): Candidate | null {
  const first = matches[from];
  if (!first) return null;
  const seen = new Set<number>();
  let end = first.end;
  for (let index = from; index < matches.length; index++) {
    const match = matches[index];
    if (!match || match.start - first.start > widestStretch) break;
    if (seen.has(match.term)) continue;
    seen.add(match.term);
    end = Math.max(end, match.end);
  }
  return { start: first.start, end, terms: seen.size };
}

/** The stretch that holds the most different terms, the shortest such, the first such. Null: nothing matches. */
export function bestStretch(matches: readonly Match[]): Stretch | null {
  let best: Candidate | null = null;
  for (let from = 0; from < matches.length; from++) {
    const candidate = stretchFrom(matches, from);
    if (candidate && (!best || isBetter(candidate, best))) best = candidate;
  }
  return best && { start: best.start, end: best.end };
}

function isBetter(candidate: Candidate, best: Candidate): boolean {
  if (candidate.terms !== best.terms) return candidate.terms > best.terms;
  return candidate.end - candidate.start < best.end - best.start && candidate.terms > 1;
}
