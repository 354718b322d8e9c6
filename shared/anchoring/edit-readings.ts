/**
 * How well the possible readings of an edit fit a passage: the place its characters were carried to, the same words
 * typed in elsewhere, the same words deleted elsewhere. Choosing among them is `find-passage.ts`.
 */
import type { ComparisonText } from './comparison/comparison-text';
import {
  commonEnd,
  commonStart,
  contextScore,
  longQuote,
  occurrences,
  type Stretch,
  weigh,
} from './comparison/quote-match';
import type { Survival } from './comparison/survival';
import { contextLength } from './describe';

/** By how much one reading must fit better than another to be taken. */
export const margin = 0.25;

/** Share of the letters around a short passage that must survive with it for it to be the same without doubt. */
const survivingContext = 0.3;
/** Or this share of one side of it, if that is this many letters. */
const survivingSide = 0.5;
const leastSide = 4;
/** From this score the context is whole but for a letter or two. */
const wholeContext = 1.9;

/** A text and its next version, as comparison copies, and what survived between them. */
export interface Versions {
  readonly old: ComparisonText;
  readonly now: ComparisonText;
  readonly survival: Survival;
}

/** A passage with its words and the words around it, as they are in the old text's copy. */
export interface Passage extends Stretch {
  readonly words: string;
  readonly prefix: string;
  readonly suffix: string;
}

/** A place with how well it fits: see `contextScore`. */
export type Scored = Stretch & { readonly score: number };

/** Letters of a text: no spaces, no punctuation. */
export const letters = (text: string): number => text.replace(/[\s\p{P}]/gu, '').length;

/** The passage at a stretch of a comparison copy. */
export function passageAt(text: string, stretch: Stretch): Passage {
  return {
    ...stretch,
    words: text.slice(stretch.start, stretch.end),
    prefix: text.slice(Math.max(0, stretch.start - contextLength), stretch.start),
    suffix: text.slice(stretch.end, stretch.end + contextLength),
  };
}

/** How well a place of a comparison copy fits a passage's context, 0 to 2. */
export const scoreAt = (text: string, place: Stretch, passage: Passage): number =>
  contextScore(text, place, passage.prefix, passage.suffix);

/** Whether enough of what stood around the passage survived near the place, so that it is no chance likeness. */
export function hasSurvivingContext({ old, survival }: Versions, passage: Passage, place: Stretch): boolean {
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

/** Where the same words were typed in, best context first. */
export function typedPlaces({ now, survival }: Versions, passage: Passage): Scored[] {
  const places = survival
    .typed(passage.words)
    .map((place) => ({ ...place, score: scoreAt(now.text, place, passage) }));
  return places.sort((a, b) => b.score - a.score);
}

/** How well the place fits the context of the same words that were deleted elsewhere, 0 where there are none. */
export function deletedRivalScore(
  { old, now, survival }: Versions,
  passage: Passage,
  place: Stretch,
): number {
  const rivals = survival.deleted(passage.words).filter((rival) => rival.start !== passage.start);
  return Math.max(0, ...rivals.map((rival) => scoreAt(now.text, place, passageAt(old.text, rival))));
}

/**
 * The same words at a place that the comparison took for other old words, though the passage's context fits it better
 * than theirs: where much was moved about, like words are mistaken for each other.
 */
export function mistakenPlaces({ old, now, survival }: Versions, passage: Passage, own: Scored): Scored[] {
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
export function leadOf(versions: Versions, passage: Passage, place: Stretch): number {
  const score = scoreAt(versions.now.text, place, passage);
  if (score >= wholeContext) return score;
  const typed = typedPlaces(versions, passage).find((rival) => rival.start !== place.start);
  const mistaken = mistakenPlaces(versions, passage, { ...place, score })[0];
  const others = [typed?.score ?? 0, mistaken?.score ?? 0, deletedRivalScore(versions, passage, place)];
  return score - Math.max(...others);
}

/** Farthest that two texts are compared away from a place (code units). */
const farthest = 400;

/** How far the old text around a passage goes on around a place of the new one, letter for letter, on each side. */
function reachOf({ old, now }: Versions, passage: Stretch, place: Stretch): readonly [number, number] {
  const before = (text: string, at: number): string => text.slice(Math.max(0, at - farthest), at);
  return [
    commonEnd(before(old.text, passage.start), before(now.text, place.start)),
    commonStart(
      old.text.slice(passage.end, passage.end + farthest),
      now.text.slice(place.end, place.end + farthest),
    ),
  ];
}

/** Of how far the old text goes on, what counts where two places are weighed against each other: 64 on each side. */
const nearReach = (before: number, after: number): number =>
  Math.min(before, 2 * contextLength) + Math.min(after, 2 * contextLength);

/**
 * Whether a copy that came in, of the passage and the words around it, fits better than the place does: the old text goes
 * on farther around it on one side, and no less on the other; or farther near by. Which of the two is the copy is then open.
 */
export function isOutdone(versions: Versions, passage: Passage, place: Stretch): boolean {
  const copies = versions.survival.copies(passage.words, contextLength);
  if (copies.length === 0) return false;
  const [before, after] = reachOf(versions, passage, place);
  return copies.some((copy) => {
    const [copyBefore, copyAfter] = reachOf(versions, passage, copy);
    const isFarther = copyBefore >= before && copyAfter >= after && copyBefore + copyAfter > before + after;
    return isFarther || nearReach(copyBefore, copyAfter) > nearReach(before, after);
  });
}
