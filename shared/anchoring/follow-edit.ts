/**
 * Carries passages over from one version of a text to the next: edges follow the characters that survive, the quote is
 * checked, and words that are gone leave an orphan. Where the editor itself has tracked a passage, its word is taken for
 * where the passage is, and the quote still judges whether it is the same.
 */
import type { AnchorState, Quote } from '../model/annotation';
import type { TextRange } from '../text/offset-types';
import { sliceByCodePoints, snapToGraphemes } from '../text/offsets';
import { type ComparisonText, createComparisonText, foldQuote } from './comparison/comparison-text';
import { commonEnd, commonStart, type Stretch, sameWords, similarity } from './comparison/quote-match';
import { createSurvival } from './comparison/survival';
import type { Selector } from './describe';
import { letters, passageAt, type Versions } from './edit-readings';
import { type Found, findMoved, findPassage, findReplaced, survivingHalf } from './find-passage';
import { type Resolution, rangeInOriginal, resolveIn } from './resolve';

/** A passage of the old text (code points). */
export interface FollowedRange extends TextRange {
  /** The stored quote, where it may differ from the words at the range (`changed`, `orphan`). */
  readonly quote?: Quote;
  /** How the passage stood in the old text; `exact` when not given. */
  readonly state?: AnchorState;
}

/** What is known of the edit besides the two texts. */
export interface FollowOptions {
  /**
   * By index of the ranges, where the editor says the passage is in the new text: null, it saw all of its words go;
   * undefined, it does not know.
   */
  readonly tracked?: readonly (TextRange | null | undefined)[];
}

/** What the editor says, judged by the words that are there now. */
function judgeTracked(now: string, place: Stretch, words: string): Found | null {
  const there = now.slice(place.start, place.end);
  if (words === '' || there === '') return null;
  if (sameWords(there, words)) return { ...place, state: 'exact' };
  return keptShare(words, there) > survivingHalf ? { ...place, state: 'changed' } : null;
}

/** Longest words (code units) that are compared letter by letter. */
const longestCompared = 4000;

/** Share of the letters of `words` that are in `there`, in order. */
function keptShare(words: string, there: string): number {
  const all = letters(words);
  if (all === 0) return 0;
  const head = commonStart(words, there);
  const tail = commonEnd(words.slice(head), there.slice(head));
  const ends = letters(words.slice(0, head)) + letters(words.slice(words.length - tail));
  const kept = createSurvival(words, there).keptLetters({ start: 0, end: words.length });
  const alike = Math.max(words.length, there.length) > longestCompared ? 0 : similarity(words, there);
  return Math.max(ends / all, kept / all, alike);
}

const trackedStretch = (now: ComparisonText, range: TextRange): Stretch =>
  now.fromOriginal(now.offsets.toUtf16(range.start), now.offsets.toUtf16(range.end));

/** A passage whose words already differed from its quote stays `changed`, unless it has the quote's words again. */
function stateAgainstQuote(found: Found, words: string, there: string, quote: string): AnchorState {
  if (found.state === 'orphan' || sameWords(words, quote)) return found.state;
  return sameWords(there, quote) ? 'exact' : 'changed';
}

/** An orphan whose words were typed in again is no orphan any more. */
function recoverOrphan({ now, survival }: Versions, range: FollowedRange): Resolution | null {
  if (!range.quote) return null;
  const found = resolveIn(now, { start: range.start, end: range.end, quote: range.quote });
  if (found.state === 'orphan' || found.state === 'changed') return null;
  const { start } = trackedStretch(now, found);
  return survival.typed(foldQuote(range.quote.exact)).some((typed) => typed.start === start) ? found : null;
}

/** Null: the editor saw the words go. */
type Tracked = TextRange | null | undefined;

function followTracked(versions: Versions, range: FollowedRange, tracked: Tracked): Found | null {
  const { old, now } = versions;
  const stretch = old.fromOriginal(old.offsets.toUtf16(range.start), old.offsets.toUtf16(range.end));
  const passage = passageAt(old.text, stretch);
  if (passage.words === '') return null;
  if (tracked === undefined) return findPassage(versions, passage);
  const judged = tracked && judgeTracked(now.text, trackedStretch(now, tracked), passage.words);
  return judged ?? findMoved(versions, passage) ?? findReplaced(versions, passage);
}

function followOrphan(versions: Versions, range: FollowedRange, tracked: Tracked): Resolution | null {
  const { now } = versions;
  if (!tracked || !range.quote) return recoverOrphan(versions, range);
  const found = judgeTracked(now.text, trackedStretch(now, tracked), foldQuote(range.quote.exact));
  return found && { state: found.state, ...rangeInOriginal(now, found) };
}

function followRange(versions: Versions, range: FollowedRange, tracked: Tracked): Resolution {
  const { old, now } = versions;
  const orphan: Resolution = { state: 'orphan', start: range.start, end: range.end };
  if (range.state === 'orphan') return followOrphan(versions, range, tracked) ?? orphan;
  const found = followTracked(versions, range, tracked);
  if (!found) return orphan;
  const words = foldQuote(sliceByCodePoints(old.original, range.start, range.end, old.offsets));
  const quote = range.quote ? foldQuote(range.quote.exact) : words;
  const there = now.text.slice(found.start, found.end);
  return { state: stateAgainstQuote(found, words, there, quote), ...rangeInOriginal(now, found) };
}

/**
 * Where each range of a text is in its next version, in code points; an orphan keeps its old position.
 *
 * - `exact`: all of its words survived side by side in their place (typesetting and line ends apart), and no other
 *   reading of the edit is as good.
 * - `moved`: its words were cut and stand elsewhere in text that came in, with half of one side of their context and
 *   clearly more than at any other such place; or they are long (24 letters), and stand at one such place only.
 * - `changed`: more than half of its letters survived (the range is then what survived, with what was typed inside; the
 *   largest surviving piece where more than twice its length was typed inside); or all did but two readings of the edit
 *   are as good, or a short passage lost the words beside it on both sides; or words at least 60 % alike were typed over it.
 * - `orphan`: anything else.
 */
export function followEdits(
  oldText: string,
  newText: string,
  ranges: readonly FollowedRange[],
  options: FollowOptions = {},
): Resolution[] {
  const old = createComparisonText(oldText);
  const now = createComparisonText(newText);
  const versions: Versions = { old, now, survival: createSurvival(old.text, now.text) };
  return ranges.map((range, index) => followRange(versions, range, options.tracked?.[index]));
}

/**
 * Judges where the editor says a passage is, without the old text: `exact` when the quote's words are there, `changed`
 * when more than half of its letters are, else an `orphan`. Null: the editor saw the words go. Nothing is searched for.
 */
export function reconcile(newText: string, selector: Selector, editorRange: TextRange | null): Resolution {
  const orphan: Resolution = { state: 'orphan', start: selector.start, end: selector.end };
  if (!editorRange) return orphan;
  const now = createComparisonText(newText);
  const found = judgeTracked(now.text, trackedStretch(now, editorRange), foldQuote(selector.quote.exact));
  if (!found) return orphan;
  return { state: found.state, ...snapToGraphemes(newText, editorRange.start, editorRange.end, now.offsets) };
}
