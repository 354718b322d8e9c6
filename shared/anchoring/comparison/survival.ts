/**
 * Questions about what survived between two versions of a text (comparison copies, UTF-16 offsets): which pieces of a
 * stretch are left, where its edges went, and where given words were typed in or deleted.
 */
import { slidesInto } from './gap-slide';
import { occurrences, type Stretch } from './quote-match';
import { alignTexts, type Hunk, type Run } from './text-alignment';

/** What survived between two texts. */
export interface Survival {
  /** What is left of a stretch of the old text, in order. */
  pieces(stretch: Stretch): Run[];
  /** Letters (no spaces, no punctuation) of a stretch of the old text that survived. */
  keptLetters(stretch: Stretch): number;
  /**
   * From the first to the last surviving character of a stretch (of the given pieces, if not all), with what replaced its
   * first and last words.
   */
  carried(stretch: Stretch, pieces?: readonly Run[]): Stretch | null;
  /** The old text's stretch that a stretch of the new text is, wholly; null when part of it was typed in. */
  sourceOf(place: Stretch): Stretch | null;
  /** The changes that a stretch of the old text is part of, as one hunk; null when it is untouched. */
  hunkOf(stretch: Stretch): Hunk | null;
  /**
   * Whether another reading of the edit, as natural as this one, has other letters at one end of the stretch: of "one of the
   * men of the town" without three words, nobody can tell which "of the" is left.
   */
  isDoubtful(stretch: Stretch, place: Stretch): boolean;
  /** Letters at a place of the new text that survived from other words than those of the stretch. */
  foreignLetters(place: Stretch, stretch: Stretch): number;
  isInHunkOf(stretch: Stretch, place: Stretch): boolean;
  /** Places of words in the new text that hold typed characters. */
  typed(words: string): Stretch[];
  /** Places of words inside of text that was typed in with at least `around` more characters. */
  copies(words: string, around: number): Stretch[];
  /** Places of words in the old text that hold deleted characters. */
  deleted(words: string): Stretch[];
}

const letters = (text: string): number => text.replace(/[\s\p{P}]/gu, '').length;

/** Index of the first entry that ends after the offset; entries ascend. */
function firstEndingAfter<T>(entries: readonly T[], endOf: (entry: T) => number, offset: number): number {
  let low = 0;
  let high = entries.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    const entry = entries[middle];
    if (entry !== undefined && endOf(entry) <= offset) low = middle + 1;
    else high = middle;
  }
  return low;
}

function piecesOf(runs: readonly Run[], stretch: Stretch): Run[] {
  const pieces: Run[] = [];
  for (let index = firstEndingAfter(runs, (run) => run.old + run.length, stretch.start); ; index++) {
    const run = runs[index];
    if (!run || run.old >= stretch.end) return pieces;
    const from = Math.max(run.old, stretch.start);
    const to = Math.min(run.old + run.length, stretch.end);
    pieces.push({ old: from, new: run.new + from - run.old, length: to - from });
  }
}

/** Places of words that overlap one of the intervals. */
function placesTouching(text: string, intervals: readonly Stretch[], words: string): Stretch[] {
  const found = new Map<number, Stretch>();
  for (const interval of intervals) {
    const from = Math.max(0, interval.start - words.length + 1);
    const around = text.slice(from, interval.end + words.length - 1);
    for (const place of occurrences(around, words)) {
      found.set(from + place.start, { start: from + place.start, end: from + place.end });
    }
  }
  return [...found.values()];
}

/** Text typed over a passage's first or last words belongs to it, unless it is much longer than they were. */
const belongs = (gone: number, came: number): boolean => gone > 0 && came <= Math.max(2 * gone, gone + 8);

function hunksTouching(hunks: readonly Hunk[], stretch: Stretch): Hunk[] {
  const first = firstEndingAfter(hunks, (hunk) => hunk.oldEnd, stretch.start);
  const touching: Hunk[] = [];
  for (let index = first; ; index++) {
    const hunk = hunks[index];
    if (!hunk || hunk.oldStart >= stretch.end) return touching;
    touching.push(hunk);
  }
}

function carriedEdges(hunks: readonly Hunk[], pieces: readonly Run[], stretch: Stretch): Stretch | null {
  const first = pieces[0];
  const last = pieces.at(-1);
  if (!first || !last) return null;
  let start = first.new;
  let end = last.new + last.length;
  const touching = hunksTouching(hunks, stretch);
  const head = touching[0];
  if (
    head &&
    head.oldStart === stretch.start &&
    belongs(head.oldEnd - head.oldStart, head.newEnd - head.newStart)
  ) {
    start = Math.min(start, head.newStart);
  }
  const tail = touching.at(-1);
  if (
    tail &&
    tail.oldEnd === stretch.end &&
    belongs(tail.oldEnd - tail.oldStart, tail.newEnd - tail.newStart)
  ) {
    end = Math.max(end, tail.newEnd);
  }
  return { start, end };
}

function joinHunks(hunks: readonly Hunk[]): Hunk | null {
  const first = hunks[0];
  const last = hunks.at(-1);
  if (!first || !last) return null;
  return { oldStart: first.oldStart, oldEnd: last.oldEnd, newStart: first.newStart, newEnd: last.newEnd };
}

/** Letters of a run at a place that did not come from a stretch of the old text. */
function foreignIn(now: string, run: Run, place: Stretch, stretch: Stretch): number {
  const from = Math.max(run.new, place.start);
  const to = Math.min(run.new + run.length, place.end);
  const shift = run.new - run.old;
  const ownFrom = Math.min(to, Math.max(from, stretch.start + shift));
  const ownTo = Math.max(ownFrom, Math.min(to, stretch.end + shift));
  return letters(now.slice(from, ownFrom)) + letters(now.slice(ownTo, to));
}

/** Compares two texts once, for any number of questions. */
export function createSurvival(old: string, now: string): Survival {
  const { runs, hunks } = alignTexts(old, now);
  const typedIn = hunks
    .map((hunk) => ({ start: hunk.newStart, end: hunk.newEnd }))
    .filter((one) => one.end > one.start);
  const takenOut = hunks
    .map((hunk) => ({ start: hunk.oldStart, end: hunk.oldEnd }))
    .filter((one) => one.end > one.start);
  const hunkOf = (stretch: Stretch): Hunk | null => joinHunks(hunksTouching(hunks, stretch));
  const memory = { typed: new Map<string, Stretch[]>(), deleted: new Map<string, Stretch[]>() };
  const remember = (kind: keyof typeof memory, words: string, find: () => Stretch[]): Stretch[] => {
    const known = memory[kind].get(words) ?? find();
    memory[kind].set(words, known);
    return known;
  };
  return {
    pieces: (stretch) => piecesOf(runs, stretch),
    keptLetters: (stretch) =>
      piecesOf(runs, stretch).reduce(
        (sum, piece) => sum + letters(old.slice(piece.old, piece.old + piece.length)),
        0,
      ),
    carried: (stretch, pieces = piecesOf(runs, stretch)) => carriedEdges(hunks, pieces, stretch),
    sourceOf: (place) => {
      const run = runs[firstEndingAfter(runs, (one) => one.new + one.length, place.start)];
      if (!run || run.new > place.start || run.new + run.length < place.end) return null;
      const shift = run.old - run.new;
      return { start: place.start + shift, end: place.end + shift };
    },
    hunkOf,
    isDoubtful: (stretch, place) => {
      const at = firstEndingAfter(runs, (run) => run.old + run.length, stretch.start);
      const to = firstEndingAfter(runs, (run) => run.old + run.length, stretch.end - 1);
      const [from, first, last, on] = [runs[at - 1], runs[at], runs[to], runs[to + 1]];
      if (!first || !last) return false;
      // A gap on both sides of the comparison is a replacement: it has one reading.
      const before = { start: from ? from.old + from.length : 0, end: first.old };
      const after = { start: last.old + last.length, end: on?.old ?? old.length };
      const cameBefore = { start: from ? from.new + from.length : 0, end: first.new };
      const cameAfter = { start: last.new + last.length, end: on?.new ?? now.length };
      return slidesInto(old, stretch, before, after) || slidesInto(now, place, cameBefore, cameAfter);
    },
    foreignLetters: (place, stretch) =>
      runs
        .slice(firstEndingAfter(runs, (run) => run.new + run.length, place.start))
        .filter((run) => run.new < place.end)
        .reduce((sum, run) => sum + foreignIn(now, run, place, stretch), 0),
    isInHunkOf: (stretch, place) => {
      const hunk = hunkOf(stretch);
      return hunk !== null && place.start >= hunk.newStart && place.end <= hunk.newEnd;
    },
    typed: (words) => remember('typed', words, () => placesTouching(now, typedIn, words)),
    copies: (words, around) =>
      placesTouching(
        now,
        typedIn.filter(({ start, end }) => end - start >= words.length + around),
        words,
      ),
    deleted: (words) => remember('deleted', words, () => placesTouching(old, takenOut, words)),
  };
}
