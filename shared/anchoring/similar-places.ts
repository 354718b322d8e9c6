/**
 * Places in a text that resemble lost words, for the researcher to choose from. Unlike `resolve.ts` it takes nothing: it
 * looks further, and offers places that are equally good.
 */
import search from 'approx-string-match';
import type { Quote } from '../model/annotation';
import type { TextRange } from '../text/offset-types';
import { createComparisonText, foldQuote } from './comparison/comparison-text';
import { contextScore, type Stretch, snapToWords, weigh } from './comparison/quote-match';
import { rangeInOriginal } from './resolve';

/** A place and the share of the quote's characters found there, 0 to 1. Code points. */
export interface SimilarPlace extends TextRange {
  readonly likeness: number;
}

/** Share of a quote's characters that may differ for its place to be offered. */
const offeredErrors = 0.4;
/** Weight from which other words than the same are offered: shorter ones resemble too much. */
const shortestSimilar = 8;
/** Longest part of a quote (code units) that is looked for. */
const longestSought = 300;
/** Matches that are looked at. */
const matchesRead = 300;

interface Match extends Stretch {
  readonly errors: number;
  readonly context: number;
}

const overlaps = (a: Stretch, b: Stretch): boolean => a.start < b.end && b.start < a.end;

/** The best of matches that overlap, likeliest first. */
function distinct(matches: readonly Match[], limit: number): Match[] {
  const ordered = [...matches].sort(
    (a, b) => a.errors - b.errors || b.context - a.context || a.start - b.start,
  );
  const chosen: Match[] = [];
  for (const match of ordered) {
    if (chosen.length === limit) break;
    if (!chosen.some((other) => overlaps(other, match))) chosen.push(match);
  }
  return chosen;
}

/** At most `limit` places in a text that resemble a quote, likeliest first; those in its context before others. */
export function similarPlaces(text: string, quote: Quote, limit = 3): SimilarPlace[] {
  const copy = createComparisonText(text);
  const [prefix, suffix] = [foldQuote(quote.prefix), foldQuote(quote.suffix)];
  const sought = foldQuote(quote.exact).slice(0, longestSought).trim();
  if (sought === '') return [];
  const allowed = weigh(sought) < shortestSimilar ? 0 : Math.floor(sought.length * offeredErrors);
  const matches = search(copy.text, sought, allowed)
    .sort((a, b) => a.errors - b.errors)
    .slice(0, matchesRead)
    .map((match): Match => {
      const place = snapToWords(copy.text, match);
      return { ...place, errors: match.errors, context: contextScore(copy.text, place, prefix, suffix) };
    });
  return distinct(matches, limit).map((match) => ({
    ...rangeInOriginal(copy, match),
    likeness: 1 - match.errors / sought.length,
  }));
}
