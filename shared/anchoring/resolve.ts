/**
 * Finds the passage of a stored selector in a text, knowing nothing else: the quote is checked before the position is
 * trusted, and where two places are as good, none is taken. With the text that the selector was made in at hand,
 * `follow-edit.ts` knows more.
 */
import search from 'approx-string-match';
import type { AnchorState } from '../model/annotation';
import type { TextRange } from '../text/offset-types';
import { snapToGraphemes } from '../text/offsets';
import { type ComparisonText, createComparisonText, foldQuote } from './comparison/comparison-text';
import {
  contextScore,
  isPartOfWords,
  longQuote,
  occurrences,
  type Stretch,
  sameWords,
  snapToWords,
  strictContextScore,
  weigh,
} from './comparison/quote-match';
import type { Selector } from './describe';

/** Where a passage is now, in code points; an orphan keeps the position it had. */
export interface Resolution extends TextRange {
  readonly state: AnchorState;
}

/** Context that must be found around a quote: half of one side, or a quarter of both. */
const supported = 0.5;
/**
 * Context, letter for letter, that a quote elsewhere needs to be the same without doubt: all of it. Sentences that
 * are much alike, as those of agencies are, have words and half of the context in common.
 */
const surelySupported = 1.99;
/** From this score the context is whole but for a letter or two. */
const wholeContext = 1.9;
/** By how much the best place must surpass the next to be taken. */
const margin = 0.25;
/** Share of a quote's characters that may differ in similar words; less where the words around are gone. */
const similarErrors = 0.25;
const similarErrorsAlone = 0.15;
/** Weight from which similar words are recognised where the words around are gone. */
const longSimilarQuote = 48;
/** Quotes below this weight are too short to be recognised by similarity. */
const shortestSimilarQuote = 4;

interface FoldedSelector {
  readonly exact: string;
  readonly prefix: string;
  readonly suffix: string;
  readonly here: Stretch;
}

interface Candidate extends Stretch {
  readonly score: number;
}

interface Found extends Stretch {
  readonly state: AnchorState;
}

function rank(text: string, selector: FoldedSelector, places: readonly Stretch[]): Candidate[] {
  const candidates = places.map((place) => ({
    ...place,
    score: contextScore(text, place, selector.prefix, selector.suffix),
  }));
  return candidates.sort((a, b) => b.score - a.score);
}

const hasContext = (selector: FoldedSelector): boolean => selector.prefix !== '' || selector.suffix !== '';

/** The same words at the stored position. */
function findHere(text: string, selector: FoldedSelector): Candidate | null {
  const { start, end } = selector.here;
  const ends = [start + selector.exact.length, end];
  const found = ends.find((edge) => sameWords(text.slice(start, edge), selector.exact));
  if (found === undefined) return null;
  const here = { start, end: found };
  return { ...here, score: contextScore(text, here, selector.prefix, selector.suffix) };
}

/** The same words anywhere: see {@link resolve} for the rule. */
function findSame(text: string, selector: FoldedSelector): Found | null {
  const here = findHere(text, selector);
  const isLong = weigh(selector.exact) >= longQuote;
  if (here && (here.score >= wholeContext || !hasContext(selector))) return { ...here, state: 'exact' };
  const [best, next] = rank(text, selector, occurrences(text, selector.exact));
  if (!best) return here && { ...here, state: here.score >= supported ? 'exact' : 'changed' };
  if (here && here.score >= best.score - margin) {
    // A page may have a paragraph twice: where the context speaks for the other one, the position alone does not decide.
    const isBest = here.score >= best.score && (isLong || here.score >= supported);
    return { ...here, state: isBest ? 'exact' : 'changed' };
  }
  if (!next && !hasContext(selector)) return { ...best, state: 'moved' };
  if (best.score >= supported && best.score - (next?.score ?? 0) >= margin) {
    const sure = strictContextScore(text, best, selector.prefix, selector.suffix) >= surelySupported;
    return { ...best, state: sure ? 'moved' : 'changed' };
  }
  return !next && isLong ? { ...best, state: 'changed' } : null;
}

/** {@link findSame}, but words that became a part of longer ones are not the same without doubt. */
function findWords(text: string, selector: FoldedSelector): Found | null {
  const found = findSame(text, selector);
  if (!found || !hasContext(selector)) return found;
  const isPart = isPartOfWords(text, found, { ...selector, words: selector.exact });
  return isPart ? { ...found, state: 'changed' } : found;
}

/** Similar words: only ever for the researcher to confirm. */
function findSimilar(text: string, selector: FoldedSelector): Found | null {
  const { exact } = selector;
  const weight = weigh(exact);
  if (weight < shortestSimilarQuote) return null;
  const matches = search(text, exact, Math.floor(exact.length * similarErrors));
  const places = matches
    .slice(0, 200)
    .map((match) => ({ ...snapToWords(text, match), errors: match.errors }));
  const distinct = places.filter(
    (place, index) => places.findIndex((other) => other.start === place.start) === index,
  );
  const [best, next] = rank(text, selector, distinct);
  if (!best) return null;
  if (best.score >= supported && best.score - (next?.score ?? 0) >= margin)
    return { ...best, state: 'changed' };
  const errors = matches[0]?.errors ?? 0;
  const alone = !next && weight >= longSimilarQuote && errors <= exact.length * similarErrorsAlone;
  return alone ? { ...best, state: 'changed' } : null;
}

function foldSelector(text: ComparisonText, selector: Selector): FoldedSelector {
  const start = text.offsets.toUtf16(selector.start);
  const end = text.offsets.toUtf16(selector.end);
  return {
    exact: foldQuote(selector.quote.exact),
    prefix: foldQuote(selector.quote.prefix),
    suffix: foldQuote(selector.quote.suffix),
    here: text.fromOriginal(start, end),
  };
}

/** A stretch of a comparison copy as a range of its original, in code points. */
export function rangeInOriginal(text: ComparisonText, stretch: Stretch): TextRange {
  const { start, end } = text.toOriginal(stretch.start, stretch.end);
  return snapToGraphemes(
    text.original,
    text.offsets.toCodePoint(start),
    text.offsets.toCodePoint(end),
    text.offsets,
  );
}

/** {@link resolve} in a prepared text: prepare once when resolving many selectors. */
export function resolveIn(text: ComparisonText, selector: Selector): Resolution {
  const folded = foldSelector(text, selector);
  const found = folded.exact === '' ? null : (findWords(text.text, folded) ?? findSimilar(text.text, folded));
  if (!found) return { state: 'orphan', start: selector.start, end: selector.end };
  const range = rangeInOriginal(text, found);
  // Typesetting before the passage shifts it without moving it.
  return { state: found.state, ...range };
}

/**
 * Where a selector's words are in a text. Quotes are compared without regard to typesetting (see `comparison-text.ts`).
 *
 * - `exact`: the quote stands at the position, with at least half of one side of its context, or it is long (24 letters),
 *   and in no other place it has more of its context; or no context is known.
 * - `moved`: it stands elsewhere, with all of its context, letter for letter, and clearly more than at any other place; or it stands at one place only and no context is known.
 * - `changed`: a quote elsewhere, with half of one side of its context and clearly more than at any other place; a
 *   long one that stands at one place only, without its context; a short one at its position without its context; or words
 *   that differ in at most a quarter of the characters stand in its context (15 % and at least 48 letters without it), at
 *   one place only.
 * - `orphan`: anything else, two equally good places included. The position is then the stored one.
 */
export function resolve(text: string, selector: Selector): Resolution {
  return resolveIn(createComparisonText(text), selector);
}
