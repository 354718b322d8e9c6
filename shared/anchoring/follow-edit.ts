/**
 * Carries passages over from one version of a text to the next: edges follow the characters that survive, the quote is
 * checked, and words that are gone leave an orphan. Where the editor itself has tracked a passage, its word is taken for
 * where the passage is, and the quote still judges whether it is the same.
 */
import search from 'approx-string-match';
import type { AnchorState, Quote } from '../model/annotation';
import type { TextRange } from '../text/offset-types';
import { type ComparisonText, createComparisonText, foldQuote } from './comparison-text';
import { contextLength, type Selector } from './describe';
import {
  commonEnd,
  commonStart,
  contextScore,
  longQuote,
  occurrences,
  type Stretch,
  sameWords,
  similarity,
  snapToWords,
  weigh,
} from './quote-match';
import { type Resolution, rangeInOriginal, resolveIn } from './resolve';
import { createSurvival, type Survival } from './survival';
import type { Run } from './text-alignment';

/** A passage of the old text (code points). */
export interface FollowedRange extends TextRange {
  /** The stored quote, where it may differ from the words at the range (`changed`, `orphan`). */
  readonly quote?: Quote;
  /** How the passage stood in the old text; `exact` when not given. */
  readonly state?: AnchorState;
}

export interface FollowOptions {
  /**
   * By index of the ranges, where the editor says the passage is in the new text: null, it saw all of its words go;
   * undefined, it does not know.
   */
  readonly tracked?: readonly (TextRange | null | undefined)[];
}

/** More than this share of a passage's letters must survive for it to be kept as `changed`. */
const survivingHalf = 0.5;
/** Share of the letters around a short passage that must survive with it for it to be the same without doubt. */
const survivingContext = 0.3;
/** Or this share of one side of it, if that is this many letters. */
const survivingSide = 0.5;
const leastSide = 4;
/** Least likeness of words that were typed over a passage for them to be its changed words. */
const likeness = 0.6;
/** Share of one side of its context that must still adjoin a short passage for it to be the same without doubt. */
const adjoining = 0.2;
/** Context that must be found around words that moved, and by how much more than around any like them: see `resolve`. */
const supported = 0.5;
const margin = 0.25;
/** A lead up to this is none. */
const tie = 0.05;
/** From this score the context is whole but for a letter or two. */
const wholeContext = 1.9;

interface Versions {
  readonly old: ComparisonText;
  readonly now: ComparisonText;
  readonly survival: Survival;
}

/** A passage with its words and the words around it, as they are in the old text's copy. */
interface Passage extends Stretch {
  readonly words: string;
  readonly prefix: string;
  readonly suffix: string;
}

interface Found extends Stretch {
  readonly state: AnchorState;
}

const letters = (text: string): number => text.replace(/[\s\p{P}]/gu, '').length;
function passageAt(text: string, stretch: Stretch): Passage {
  return {
    ...stretch,
    words: text.slice(stretch.start, stretch.end),
    prefix: text.slice(Math.max(0, stretch.start - contextLength), stretch.start),
    suffix: text.slice(stretch.end, stretch.end + contextLength),
  };
}

const scoreAt = (text: string, place: Stretch, passage: Passage): number =>
  contextScore(text, place, passage.prefix, passage.suffix);

/** Whether enough of what stood around the passage survived near the place, so that it is no chance likeness. */
function hasSurvivingContext({ old, survival }: Versions, passage: Passage, place: Stretch): boolean {
  if (weigh(passage.words) >= longQuote) return true;
  const reach = { start: place.start - 4 * contextLength, end: place.end + 4 * contextLength };
  const sides = [
    { start: Math.max(0, passage.start - contextLength), end: passage.start },
    { start: passage.end, end: Math.min(old.text.length, passage.end + contextLength) },
  ].map((side) => {
    const near = survival
      .pieces(side)
      .filter((piece) => piece.new >= reach.start && piece.new + piece.length <= reach.end)
      .map((piece) => old.text.slice(piece.old, piece.old + piece.length));
    return { kept: letters(near.join('')), all: letters(old.text.slice(side.start, side.end)) };
  });
  const kept = sides.reduce((sum, side) => sum + side.kept, 0);
  const all = sides.reduce((sum, side) => sum + side.all, 0);
  const oneSide = sides.some((side) => side.kept >= leastSide && side.kept >= side.all * survivingSide);
  return oneSide || kept >= all * survivingContext;
}

type Scored = Stretch & { readonly score: number };

/** Where the same words were typed in, best context first. */
function typedPlaces({ now, survival }: Versions, passage: Passage): Scored[] {
  const places = survival
    .typed(passage.words)
    .map((place) => ({ ...place, score: scoreAt(now.text, place, passage) }));
  return places.sort((a, b) => b.score - a.score);
}

/** How well the place fits the context of the same words that were deleted elsewhere, 0 where there are none. */
function deletedRivalScore({ old, now, survival }: Versions, passage: Passage, place: Stretch): number {
  const rivals = survival.deleted(passage.words).filter((rival) => rival.start !== passage.start);
  return Math.max(0, ...rivals.map((rival) => scoreAt(now.text, place, passageAt(old.text, rival))));
}

/**
 * The same words at a place that the comparison took for other old words, though the passage's context fits it better
 * than theirs: where much was moved about, like words are mistaken for each other.
 */
function mistakenPlaces({ old, now, survival }: Versions, passage: Passage, own: Scored): Scored[] {
  return occurrences(now.text, passage.words)
    .map((place) => ({ ...place, score: scoreAt(now.text, place, passage) }))
    .filter((place) => {
      if (place.start === own.start || place.score < own.score + margin) return false;
      const source = survival.sourceOf(place);
      return source === null || scoreAt(now.text, place, passageAt(old.text, source)) < place.score - margin;
    })
    .sort((a, b) => b.score - a.score);
}

/**
 * By how much the place fits the old context better than every other reading of the edit does: the same words typed in
 * elsewhere, or the same words, deleted elsewhere, as those that are here. Below 0 another reading is the better one.
 */
function leadOf(versions: Versions, passage: Passage, place: Stretch): number {
  const score = scoreAt(versions.now.text, place, passage);
  if (score >= wholeContext) return score;
  const typed = typedPlaces(versions, passage).find((rival) => rival.start !== place.start);
  const mistaken = mistakenPlaces(versions, passage, { ...place, score })[0];
  const others = [typed?.score ?? 0, mistaken?.score ?? 0, deletedRivalScore(versions, passage, place)];
  return score - Math.max(...others);
}

/** All of the words survived, side by side. */
function findWhole(versions: Versions, passage: Passage): Found | null {
  const { survival, now } = versions;
  const place = survival.carried(passage);
  if (!place || !sameWords(now.text.slice(place.start, place.end), passage.words)) return null;
  if (survival.keptLetters(passage) < letters(passage.words)) return null;
  const lead = leadOf(versions, passage, place);
  if (lead <= -margin) return null;
  const score = scoreAt(now.text, place, passage);
  const inContext = hasSurvivingContext(versions, passage, place);
  const adjoins = score >= adjoining || passage.prefix + passage.suffix === '';
  const isLong = weigh(passage.words) >= longQuote;
  if (inContext && lead > tie && (isLong || adjoins)) return { ...place, state: 'exact' };
  const recognised = inContext && (lead > tie || score >= supported);
  return recognised || weigh(passage.words) >= longQuote / 2 ? { ...place, state: 'changed' } : null;
}

const lengthOf = (stretch: Stretch): number => stretch.end - stretch.start;

/** The surviving pieces of a passage of which it is sure that they are its own. */
function ownPieces(versions: Versions, passage: Passage): Run[] {
  return versions.survival.pieces(passage).filter((piece) => {
    const part = passageAt(versions.old.text, { start: piece.old, end: piece.old + piece.length });
    return leadOf(versions, part, { start: piece.new, end: piece.new + piece.length }) > tie;
  });
}

/** Takes the spaces off the ends of what is left of a passage that had none there. */
function trimSpaces(text: string, place: Stretch, passage: Passage): Stretch {
  const there = text.slice(place.start, place.end);
  const head = /^\s/.test(passage.words) ? 0 : there.length - there.trimStart().length;
  const tail = /\s$/.test(passage.words) ? 0 : there.length - there.trimEnd().length;
  return { start: place.start + head, end: Math.max(place.start + head, place.end - tail) };
}

/** More than half of the letters survived: what is left of the passage, with what was typed inside of it. */
function findHalf(versions: Versions, passage: Passage): Found | null {
  const { survival, now, old } = versions;
  const needed = letters(passage.words) * survivingHalf;
  if (survival.keptLetters(passage) <= needed) return null;
  const pieces = ownPieces(versions, passage);
  const kept = pieces.map((piece) => letters(old.text.slice(piece.old, piece.old + piece.length)));
  const total = kept.reduce((sum, count) => sum + count, 0);
  const place = survival.carried(passage, pieces);
  if (!place || total <= needed) return null;
  if (total < longQuote / 2 && !hasSurvivingContext(versions, passage, place)) return null;
  if (lengthOf(place) <= 2 * passage.words.length + 6) {
    return { ...trimSpaces(now.text, place, passage), state: 'changed' };
  }
  const largest = pieces[kept.indexOf(Math.max(...kept))];
  if (!largest || Math.max(...kept) <= needed) return null;
  const alone = { start: largest.new, end: largest.new + largest.length };
  return { ...trimSpaces(now.text, alone, passage), state: 'changed' };
}

/** The same words typed or pasted in, where the passage itself is gone. */
function findMoved(versions: Versions, passage: Passage): Found | null {
  const typed = typedPlaces(versions, passage);
  const mistaken = mistakenPlaces(versions, passage, { start: -1, end: -1, score: supported - margin });
  const places = new Map([...typed, ...mistaken].map((place) => [place.start, place]));
  const [best, next] = [...places.values()].sort((a, b) => b.score - a.score);
  if (!best) return null;
  const rivalScore = deletedRivalScore(versions, passage, best);
  const lead = best.score - Math.max(next?.score ?? 0, rivalScore);
  const inPlace = versions.survival.isInHunkOf(passage, best);
  if (best.score >= supported && lead >= margin) return { ...best, state: inPlace ? 'exact' : 'moved' };
  if (next || rivalScore > 0) return null;
  if (weigh(passage.words) >= longQuote) return { ...best, state: 'moved' };
  return inPlace && hasSurvivingContext(versions, passage, best) ? { ...best, state: 'changed' } : null;
}

/** Words like the passage's, typed over it: an improved spelling, another ending. */
function findRewritten(versions: Versions, passage: Passage): Found | null {
  const { old, now, survival } = versions;
  const hunk = survival.hunkOf(passage);
  if (!hunk || passage.words.length > 2000) return null;
  const came = now.text.slice(hunk.newStart, hunk.newEnd);
  const matches = search(came, passage.words, Math.floor(passage.words.length * (1 - likeness)));
  const places = matches.map((match) =>
    snapToWords(now.text, { start: hunk.newStart + match.start, end: hunk.newStart + match.end }),
  );
  const [best] = places;
  if (!best || places.some((place) => place.end <= best.start || place.start >= best.end)) return null;
  const words = now.text.slice(best.start, best.end);
  if (similarity(words, passage.words) < likeness || !hasSurvivingContext(versions, passage, best))
    return null;
  // The likeness must be mutual: no other deleted words may be as like to them as the passage is.
  const gone = old.text.slice(hunk.oldStart, hunk.oldEnd);
  const sources = search(gone, words, Math.floor(words.length * (1 - likeness)));
  const mutual = sources.every(
    (source) => hunk.oldStart + source.start < passage.end && hunk.oldStart + source.end > passage.start,
  );
  return mutual && sources.length > 0 ? { ...best, state: 'changed' } : null;
}

/** What the editor says, judged by the words that are there now. */
function judgeTracked(now: string, place: Stretch, words: string): Found | null {
  const there = now.slice(place.start, place.end);
  if (sameWords(there, words)) return { ...place, state: 'exact' };
  return keptShare(words, there) > survivingHalf ? { ...place, state: 'changed' } : null;
}

/** Share of the letters of `words` that are in `there`, in order. */
function keptShare(words: string, there: string): number {
  const head = commonStart(words, there);
  const tail = commonEnd(words.slice(head), there.slice(head));
  const ends = letters(words.slice(0, head)) + letters(words.slice(words.length - tail));
  const all = letters(words);
  if (all === 0) return 0;
  const survival = createSurvival(words, there);
  return Math.max(
    ends / all,
    survival.keptLetters({ start: 0, end: words.length }) / all,
    similarity(words, there),
  );
}

function findPassage(
  versions: Versions,
  passage: Passage,
  tracked: TextRange | null | undefined,
): Found | null {
  if (passage.words === '') return null;
  if (tracked === null) return findMoved(versions, passage);
  if (tracked) {
    const { now } = versions;
    const place = now.fromOriginal(now.offsets.toUtf16(tracked.start), now.offsets.toUtf16(tracked.end));
    return judgeTracked(now.text, place, passage.words) ?? findMoved(versions, passage);
  }
  return (
    findWhole(versions, passage) ??
    findHalf(versions, passage) ??
    findMoved(versions, passage) ??
    findRewritten(versions, passage)
  );
}

/** A passage whose words already differed from its quote stays `changed`, unless it has the quote's words again. */
function stateAgainstQuote(found: Found, words: string, there: string, quote: string): AnchorState {
  if (found.state === 'orphan' || sameWords(words, quote)) return found.state;
  return sameWords(there, quote) ? 'exact' : 'changed';
}

/** An orphan whose words were typed in again is no orphan any more. */
function recoverOrphan({ now, survival }: Versions, range: FollowedRange): Resolution {
  const orphan: Resolution = { state: 'orphan', start: range.start, end: range.end };
  if (!range.quote) return orphan;
  const selector: Selector = { start: range.start, end: range.end, quote: range.quote };
  const found = resolveIn(now, selector);
  if (found.state === 'orphan' || found.state === 'changed') return orphan;
  const place = now.fromOriginal(now.offsets.toUtf16(found.start), now.offsets.toUtf16(found.end));
  return survival.typed(foldQuote(range.quote.exact)).some((typed) => typed.start === place.start)
    ? found
    : orphan;
}

function followRange(
  versions: Versions,
  range: FollowedRange,
  tracked: TextRange | null | undefined,
): Resolution {
  const { old, now } = versions;
  if (range.state === 'orphan' && !tracked) return recoverOrphan(versions, range);
  const stretch = old.fromOriginal(old.offsets.toUtf16(range.start), old.offsets.toUtf16(range.end));
  const passage = passageAt(old.text, stretch);
  const found = findPassage(versions, passage, tracked);
  if (!found) return { state: 'orphan', start: range.start, end: range.end };
  const quote = range.quote ? foldQuote(range.quote.exact) : passage.words;
  const there = now.text.slice(found.start, found.end);
  return { state: stateAgainstQuote(found, passage.words, there, quote), ...rangeInOriginal(now, found) };
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
 *   are as good, or a short passage lost the words beside it
 *   on both sides; or words at least 60 % alike were typed over it.
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
  const place = now.fromOriginal(
    now.offsets.toUtf16(editorRange.start),
    now.offsets.toUtf16(editorRange.end),
  );
  const found = judgeTracked(now.text, place, foldQuote(selector.quote.exact));
  return found ? { state: found.state, start: editorRange.start, end: editorRange.end } : orphan;
}
