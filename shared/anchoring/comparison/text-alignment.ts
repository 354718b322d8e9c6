/**
 * Which characters of a text are still there in its next version: paragraphs are compared first, then words inside of
 * what changed, then the ends of changed words. It knows nothing of passages, and nothing of text that moved.
 */
import { diffArrays } from 'diff';
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

/** Aligns a text with its next version. Deterministic; time grows with the number of differences, up to a bound. */
export function alignTexts(old: string, now: string): Alignment {
  const paragraphs = runsOfPieces(pieces(old, paragraphPiece), pieces(now, paragraphPiece)) ?? [];
  const anchored = dropIslands(old, now, paragraphs, lightestIsland.paragraphs);
  const runs = mergeRuns(
    dropIslands(old, now, refine(old, now, anchored, alignInside), lightestIsland.words),
  );
  return { runs, hunks: hunksBetween(runs, old.length, now.length) };
}
