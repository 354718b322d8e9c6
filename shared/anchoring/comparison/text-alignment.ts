/**
 * Which characters of a text are still there in its next version: paragraphs are compared first, then words inside of
 * what changed, then the ends of changed words. It knows nothing of passages, and nothing of text that moved.
 */
import { diffArrays } from 'diff';
import { naturalSlide } from './gap-slide';
import { commonEnd, commonStart, weigh } from './quote-match';

/** A stretch that is the same in both texts (UTF-16 offsets); runs ascend in both. */
export interface Run {
  readonly old: number;
  readonly new: number;
  readonly length: number;
}

/** What lies between two runs: what is gone, and what came instead; one of the two may be empty. */
export interface Hunk {
  readonly oldStart: number;
  readonly oldEnd: number;
  readonly newStart: number;
  readonly newEnd: number;
}

/** The runs of two texts and the hunks between them. */
export interface Alignment {
  readonly runs: readonly Run[];
  readonly hunks: readonly Hunk[];
}

/** Beyond this many differing pieces a comparison is given up and a coarser one taken. */
const mostEdits = 2500;
/** Equal stretches lighter than this, with other words before and after them, are chance and not survival. */
const lightestIsland = { paragraphs: 16, words: 8 } as const;

const paragraphPiece = /[^\n]+\n*|\n+/g;
const sentencePiece = /[^.!?。！？\n]*[.!?。！？\n]+[^\S\n]*|[^.!?。！？\n]+/g;
const wordPiece =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]\p{M}*|(?:(?![\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}])[\p{L}\p{N}\p{M}])+|[^\S\n]+|[^\p{M}]\p{M}*|\p{M}+/gsu;

const pieces = (text: string, pattern: RegExp): string[] => text.match(pattern) ?? [];
const hasWords = (text: string): boolean => /[^\s\p{P}]/u.test(text);

/** The runs of two lists of pieces; null when they differ too much to be worth comparing. */
function runsOfPieces(old: readonly string[], now: readonly string[]): Run[] | null {
  const changes = diffArrays([...old], [...now], { maxEditLength: mostEdits });
  if (!changes) return null;
  const runs: Run[] = [];
  let at = { old: 0, new: 0 };
  for (const change of changes) {
    const length = change.value.reduce((sum, piece) => sum + piece.length, 0);
    if (!change.added && !change.removed) runs.push({ ...at, length });
    at = { old: at.old + (change.added ? 0 : length), new: at.new + (change.removed ? 0 : length) };
  }
  return runs;
}

function hunksBetween(runs: readonly Run[], oldLength: number, newLength: number): Hunk[] {
  const hunks: Hunk[] = [];
  let [oldStart, newStart] = [0, 0];
  for (const run of [...runs, { old: oldLength, new: newLength, length: 0 }]) {
    if (run.old > oldStart || run.new > newStart)
      hunks.push({ oldStart, oldEnd: run.old, newStart, newEnd: run.new });
    [oldStart, newStart] = [run.old + run.length, run.new + run.length];
  }
  return hunks;
}

/** Drops the runs that are no survival: no words, or few words between other words that were replaced. */
function dropIslands(old: string, now: string, runs: readonly Run[], lightest: number): Run[] {
  const kept: Run[] = [];
  for (const [index, run] of runs.entries()) {
    const before = kept.at(-1) ?? { old: 0, new: 0, length: 0 };
    const after = runs[index + 1] ?? { old: old.length, new: now.length };
    const goneBefore = old.slice(before.old + before.length, run.old);
    const cameBefore = now.slice(before.new + before.length, run.new);
    const goneAfter = old.slice(run.old + run.length, after.old);
    const cameAfter = now.slice(run.new + run.length, after.new);
    const text = old.slice(run.old, run.old + run.length);
    const isBetween = (goneBefore || cameBefore) && (goneAfter || cameAfter);
    const isReplaced = [goneBefore, cameBefore, goneAfter, cameAfter].every(hasWords);
    const isIsland = !hasWords(text) || (isReplaced && weigh(text.trim()) < lightest);
    if (!isBetween || !isIsland) kept.push(run);
  }
  return kept;
}

/** An offset that cuts no surrogate pair, at or before the one given. */
function wholeCharacters(text: string, length: number): number {
  const last = text.charCodeAt(length - 1);
  return length > 0 && last >= 0xd800 && last <= 0xdbff ? length - 1 : length;
}

/** The characters that both sides of a hunk begin and end with. */
function trimHunk(old: string, now: string, hunk: Hunk): Run[] {
  const gone = old.slice(hunk.oldStart, hunk.oldEnd);
  const came = now.slice(hunk.newStart, hunk.newEnd);
  const head = wholeCharacters(gone, commonStart(gone, came));
  const tailText = gone.slice(gone.length - commonEnd(gone.slice(head), came.slice(head)));
  const tail = /^[\uDC00-\uDFFF]/.test(tailText) ? tailText.length - 1 : tailText.length;
  return [
    { old: hunk.oldStart, new: hunk.newStart, length: head },
    { old: hunk.oldEnd - tail, new: hunk.newEnd - tail, length: tail },
  ].filter((run) => run.length > 0);
}

function mergeRuns(runs: readonly Run[]): Run[] {
  const merged: Run[] = [];
  for (const run of runs) {
    const last = merged.at(-1);
    const touches = last && last.old + last.length === run.old && last.new + last.length === run.new;
    if (last && touches) merged[merged.length - 1] = { ...last, length: last.length + run.length };
    else merged.push(run);
  }
  return merged;
}

/** Runs together with those found inside of the hunks between them. */
function refine(
  old: string,
  now: string,
  runs: readonly Run[],
  inside: (gone: string, came: string) => Run[],
): Run[] {
  const found = hunksBetween(runs, old.length, now.length)
    .filter((hunk) => hunk.oldEnd > hunk.oldStart && hunk.newEnd > hunk.newStart)
    .flatMap((hunk) =>
      inside(old.slice(hunk.oldStart, hunk.oldEnd), now.slice(hunk.newStart, hunk.newEnd)).map((run) => ({
        old: hunk.oldStart + run.old,
        new: hunk.newStart + run.new,
        length: run.length,
      })),
    );
  return mergeRuns([...runs, ...found].sort((a, b) => a.old - b.old));
}

const wholeHunk = (old: string, now: string): Hunk => ({
  oldStart: 0,
  oldEnd: old.length,
  newStart: 0,
  newEnd: now.length,
});

function alignWords(old: string, now: string): Run[] {
  const runs = runsOfPieces(pieces(old, wordPiece), pieces(now, wordPiece)) ?? [];
  return refine(old, now, runs, (gone, came) => trimHunk(gone, came, wholeHunk(gone, came)));
}

function alignInside(old: string, now: string): Run[] {
  const runs = runsOfPieces(pieces(old, wordPiece), pieces(now, wordPiece));
  if (runs) return refine(old, now, runs, (gone, came) => trimHunk(gone, came, wholeHunk(gone, came)));
  const sentences = runsOfPieces(pieces(old, sentencePiece), pieces(now, sentencePiece)) ?? [];
  return refine(old, now, sentences, alignWords);
}

/** Whether the same words stand at both places. */
const isSame = (a: string, from: number, b: string, to: number, length: number): boolean =>
  from >= 0 && to >= 0 && a.slice(from, from + length) === b.slice(to, to + length);

/** The run where it would touch the next one, if the same words stand there too; else null. */
function besideNext(old: string, now: string, run: Run, next: Run): Run | null {
  const isCame = run.old + run.length === next.old;
  const isGone = run.new + run.length === next.new;
  if (isCame === isGone) return null;
  const place = { old: next.old - run.length, new: next.new - run.length, length: run.length };
  const words = isCame
    ? isSame(old, run.old, now, place.new, run.length)
    : isSame(now, run.new, old, place.old, run.length);
  return words ? place : null;
}

/** The run where it would touch the one before, if the same words stand there too; else null. */
function besideLast(old: string, now: string, run: Run, last: Run): Run | null {
  const isCame = last.old + last.length === run.old;
  const isGone = last.new + last.length === run.new;
  if (isCame === isGone) return null;
  const place = { old: last.old + last.length, new: last.new + last.length, length: run.length };
  const words = isCame
    ? isSame(old, run.old, now, place.new, run.length)
    : isSame(now, run.new, old, place.old, run.length);
  return words ? place : null;
}

/** Puts a run that stands alone beside its neighbour where the same words stand there too: one change instead of two. */
function joinIsolated(old: string, now: string, runs: readonly Run[]): Run[] {
  const joined: Run[] = [];
  for (const [index, run] of runs.entries()) {
    const [last, next] = [joined.at(-1), runs[index + 1]];
    const isAlone =
      last !== undefined &&
      next !== undefined &&
      (last.old + last.length < run.old || last.new + last.length < run.new) &&
      (run.old + run.length < next.old || run.new + run.length < next.new);
    const beside = isAlone ? (besideNext(old, now, run, next) ?? besideLast(old, now, run, last)) : null;
    joined.push(beside ?? run);
  }
  return mergeRuns(joined);
}

/** Two runs with the words between them that are on both sides, if that leaves words on one side only: a space, mostly. */
function closed(old: string, now: string, before: Run, after: Run): readonly [Run, Run] {
  const gone = old.slice(before.old + before.length, after.old);
  const came = now.slice(before.new + before.length, after.new);
  const shorter = Math.min(gone.length, came.length);
  if (shorter === 0) return [before, after];
  if (commonEnd(gone, came) === shorter) {
    return [before, { old: after.old - shorter, new: after.new - shorter, length: after.length + shorter }];
  }
  if (commonStart(gone, came) !== shorter) return [before, after];
  return [{ ...before, length: before.length + shorter }, after];
}

/** Moves every gap where only one of the texts has words to its most natural reading: a whole sentence rather than parts of two. */
function slideGaps(old: string, now: string, runs: readonly Run[]): Run[] {
  const slid = [...runs];
  for (let index = 0; index + 1 < slid.length; index++) {
    const [left, right] = [slid[index], slid[index + 1]];
    if (!left || !right) continue;
    const [before, after] = closed(old, now, left, right);
    const gone = { start: before.old + before.length, end: after.old };
    const came = { start: before.new + before.length, end: after.new };
    const most = [before.length - 1, after.length - 1] as const;
    const isReplaced = gone.end > gone.start && came.end > came.start;
    const step = isReplaced
      ? 0
      : gone.end > gone.start
        ? naturalSlide(old, gone, ...most)
        : naturalSlide(now, came, ...most);
    slid[index] = { ...before, length: before.length + step };
    slid[index + 1] = { old: after.old + step, new: after.new + step, length: after.length - step };
  }
  return slid;
}

/** Aligns a text with its next version. Deterministic; time grows with the number of differences, up to a bound. */
export function alignTexts(old: string, now: string): Alignment {
  const paragraphs = runsOfPieces(pieces(old, paragraphPiece), pieces(now, paragraphPiece)) ?? [];
  const anchored = dropIslands(old, now, paragraphs, lightestIsland.paragraphs);
  const runs = mergeRuns(
    dropIslands(old, now, refine(old, now, anchored, alignInside), lightestIsland.words),
  );
  const natural = slideGaps(old, now, joinIsolated(old, now, runs));
  return { runs: natural, hunks: hunksBetween(natural, old.length, now.length) };
}
