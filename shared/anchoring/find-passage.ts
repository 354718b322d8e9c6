/**
 * Finds a passage in the next version of its text. The order is the rule: all of it survived; more than half of it did;
 * it was moved; it was rewritten in its place; else it is gone.
 */
import search from 'approx-string-match';
import type { AnchorState } from '../model/annotation';
import {
  commonEnd,
  commonStart,
  isPartOfWords,
  longQuote,
  type Stretch,
  sameWords,
  similarity,
  snapToWords,
  strictContextScore,
  weigh,
} from './comparison/quote-match';
import type { Run } from './comparison/text-alignment';
import {
  deletedRivalScore,
  hasSurvivingContext,
  isOutdone,
  leadOf,
  letters,
  margin,
  mistakenPlaces,
  type Passage,
  passageAt,
  scoreAt,
  typedPlaces,
  type Versions,
} from './edit-readings';

/** More than this share of a passage's letters must survive for it to be kept as `changed`. */
export const survivingHalf = 0.5;
/** Longest change (code units) in which words like a passage's are looked for. */
const largestRewrite = 4000;
/** Least likeness of words that were typed over a passage for them to be its changed words. */
const likeness = 0.6;
/** Share of one side of its context that must still adjoin a short passage for it to be the same without doubt. */
const adjoining = 0.25;
/** Letters and signs directly beside a short passage that must still be there for it to be the same without doubt. */
const leastBeside = 3;
/** Context that must be found around words that moved: see `resolve`. */
const supported = 0.5;
/** One side of the context, letter for letter: what a short passage that moved must have to be the same without doubt. */
const oneSide = 1;
/** Nearly all of the context, letter for letter. */
const nearlyAll = 1.75;
/** A lead up to this is none. */
const tie = 0.05;

/** Where a passage was found, in the comparison copy of the new text. */
export interface Found extends Stretch {
  readonly state: AnchorState;
}

const withoutPunctuation = (text: string): string => text.replace(/\p{P}+/gu, '');

/**
 * Whether what stood directly beside a passage still does, on one side at least, punctuation apart; the end of a text is a
 * side too.
 */
function isBeside(text: string, place: Stretch, { prefix, suffix }: Passage): boolean {
  const isAtEnd = (prefix === '' && place.start === 0) || (suffix === '' && place.end === text.length);
  const before = text.slice(Math.max(0, place.start - 2 * prefix.length), place.start);
  const after = text.slice(place.end, place.end + 2 * suffix.length);
  return (
    isAtEnd ||
    commonEnd(withoutPunctuation(prefix), withoutPunctuation(before)) >= leastBeside ||
    commonStart(withoutPunctuation(suffix), withoutPunctuation(after)) >= leastBeside
  );
}

/** All of the words survived, side by side. */
function findWhole(versions: Versions, passage: Passage): Found | null {
  const { survival, now } = versions;
  const place = survival.carried(passage);
  if (!place || !sameWords(now.text.slice(place.start, place.end), passage.words)) return null;
  if (survival.keptLetters(passage) < letters(passage.words)) return null;
  const lead = leadOf(versions, passage, place);
  const score = scoreAt(now.text, place, passage);
  // Words that stand in their context are not given up for others that stand in a better one.
  if (lead <= -margin) return score >= supported ? { ...place, state: 'changed' } : null;
  const isDoubtful = survival.isDoubtful(passage, place) || isOutdone(versions, passage, place);
  if (isDoubtful) return { ...place, state: 'changed' };
  if (isPartOfWords(now.text, place, passage)) return { ...snapToWords(now.text, place), state: 'changed' };
  const inContext = hasSurvivingContext(versions, passage, place);
  const { prefix, suffix } = passage;
  const adjoins = (score >= adjoining || prefix + suffix === '') && isBeside(now.text, place, passage);
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

/**
 * Whether no part of a place survived from other words; or all of it did, and nearly all of the context says that the
 * comparison mistook like words.
 */
function isAllTyped({ now, survival }: Versions, passage: Passage, place: Stretch): boolean {
  if (survival.foreignLetters(place, passage) === 0) return true;
  const { prefix, suffix } = passage;
  return (
    survival.sourceOf(place) !== null && strictContextScore(now.text, place, prefix, suffix) >= nearlyAll
  );
}

/** Whether more than half of a passage's letters survived elsewhere than at a place: then the place is a copy of it. */
function isLeftBehind({ old, survival }: Versions, passage: Passage, place: Stretch): boolean {
  const outside = survival
    .pieces(passage)
    .filter((piece) => piece.new < place.start || piece.new + piece.length > place.end)
    .map((piece) => old.text.slice(piece.old, piece.old + piece.length));
  return letters(outside.join('')) > letters(passage.words) * survivingHalf;
}

/** The same words typed or pasted in, where the passage itself is gone. */
export function findMoved(versions: Versions, passage: Passage): Found | null {
  const { now } = versions;
  const typed = typedPlaces(versions, passage);
  const mistaken = mistakenPlaces(versions, passage, { start: -1, end: -1, score: supported - margin });
  const places = new Map([...typed, ...mistaken].map((place) => [place.start, place]));
  const [best, next] = [...places.values()].sort((a, b) => b.score - a.score);
  if (!best) return null;
  const rivalScore = deletedRivalScore(versions, passage, best);
  const lead = best.score - Math.max(next?.score ?? 0, rivalScore);
  const inPlace = versions.survival.isInHunkOf(passage, best);
  const isLong = weigh(passage.words) >= longQuote;
  const isOwn =
    isAllTyped(versions, passage, best) &&
    !isLeftBehind(versions, passage, best) &&
    !isPartOfWords(now.text, best, passage);
  if (best.score >= supported && lead >= margin) {
    const strict = strictContextScore(now.text, best, passage.prefix, passage.suffix);
    const isSure = (isLong || strict >= oneSide) && isOwn;
    return { ...best, state: isSure ? (inPlace ? 'exact' : 'moved') : 'changed' };
  }
  if (next || rivalScore > 0) return null;
  if (isLong) return { ...best, state: isOwn ? 'moved' : 'changed' };
  return inPlace && hasSurvivingContext(versions, passage, best) ? { ...best, state: 'changed' } : null;
}

/** In lower case, where that has the same length; a heading set in capitals is only another spelling of it. */
function inLowerCase(text: string): string {
  const lower = text.toLowerCase();
  return lower.length === text.length ? lower : text;
}

/** Words like the passage's, typed over it: an improved spelling, another ending. */
function findRewritten(versions: Versions, passage: Passage): Found | null {
  const { old, now, survival } = versions;
  const hunk = survival.hunkOf(passage);
  if (!hunk || Math.max(hunk.oldEnd - hunk.oldStart, hunk.newEnd - hunk.newStart) > largestRewrite)
    return null;
  const came = inLowerCase(now.text.slice(hunk.newStart, hunk.newEnd));
  const sought = inLowerCase(passage.words);
  const matches = search(came, sought, Math.floor(passage.words.length * (1 - likeness)));
  const places = matches.map((match) =>
    snapToWords(now.text, { start: hunk.newStart + match.start, end: hunk.newStart + match.end }),
  );
  const [best] = places;
  if (!best || places.some((place) => place.end <= best.start || place.start >= best.end)) return null;
  const words = inLowerCase(now.text.slice(best.start, best.end));
  if (similarity(words, sought) < likeness || !hasSurvivingContext(versions, passage, best)) return null;
  // The likeness must be mutual: no other deleted words may be as like to them as the passage is.
  const gone = inLowerCase(old.text.slice(hunk.oldStart, hunk.oldEnd));
  const sources = search(gone, words, Math.floor(words.length * (1 - likeness)));
  const mutual = sources.every(
    (source) => hunk.oldStart + source.start < passage.end && hunk.oldStart + source.end > passage.start,
  );
  return mutual && sources.length > 0 ? { ...best, state: 'changed' } : null;
}

/** Letters and signs on each side that must stand unchanged for a word typed over another to be its changed words. */
const unchangedAround = 16;
/** Longest word (code units) that is taken for a word typed over another. */
const longestWord = 24;

const isOneWord = (text: string): boolean =>
  text.length <= longestWord && /[\p{L}\p{N}]/u.test(text) && !/\s/.test(text);

/** What stands between the two characters that stood beside a passage; null where one of them is gone. */
function placeBetween({ old, now, survival }: Versions, passage: Passage): Stretch | null {
  const before = survival.pieces({ start: passage.start - 1, end: passage.start })[0];
  const after = survival.pieces({ start: passage.end, end: passage.end + 1 })[0];
  if ((!before && passage.start > 0) || (!after && passage.end < old.text.length)) return null;
  const start = before ? before.new + 1 : 0;
  return { start, end: Math.max(start, after ? after.new : now.text.length) };
}

/** A word alone that was typed over a passage of one word, as in a corrected count: the words around it are untouched. */
export function findReplaced(versions: Versions, passage: Passage): Found | null {
  const { text } = versions.now;
  const between = isOneWord(passage.words) ? placeBetween(versions, passage) : null;
  if (!between) return null;
  const place = trimSpaces(text, between, passage);
  if (!isOneWord(text.slice(place.start, place.end)) || isPartOfWords(text, place, passage)) return null;
  const { prefix, suffix } = passage;
  const isBefore =
    commonEnd(prefix, text.slice(0, between.start)) >= Math.min(unchangedAround, prefix.length);
  const isAfter =
    commonStart(suffix, text.slice(between.end, between.end + suffix.length)) >=
    Math.min(unchangedAround, suffix.length);
  return isBefore && isAfter && prefix + suffix !== '' ? { ...place, state: 'changed' } : null;
}

/** Where a passage of the old text is in the new one; null when its words are gone. */
export function findPassage(versions: Versions, passage: Passage): Found | null {
  return (
    findWhole(versions, passage) ??
    findHalf(versions, passage) ??
    findMoved(versions, passage) ??
    findRewritten(versions, passage) ??
    findReplaced(versions, passage)
  );
}
