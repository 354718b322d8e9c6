/**
 * Where places between characters, such as the beginnings of pages, are in the next version of a text. A place is never
 * lost: where the words around it were typed anew it lies among those, as far along as it was.
 */
import type { CodePointOffset } from '../../text/offset-types';
import { createComparisonText } from './comparison-text';
import { alignTexts, type Hunk, type Run } from './text-alignment';

/** The run that a place begins in or stands at the beginning of. */
const runAt = (runs: readonly Run[], at: number): Run | undefined =>
  runs.find((run) => run.old <= at && at < run.old + run.length);

function placeInHunk({ oldStart, oldEnd, newStart, newEnd }: Hunk, at: number): number {
  const share = oldEnd === oldStart ? 0 : (at - oldStart) / (oldEnd - oldStart);
  return newStart + Math.round(share * (newEnd - newStart));
}

/** Ascending places of a text (code points) in its next version, ascending too; the beginning stays the beginning. */
export function followPlaces(
  oldText: string,
  newText: string,
  places: readonly CodePointOffset[],
): CodePointOffset[] {
  const old = createComparisonText(oldText);
  const now = createComparisonText(newText);
  const { runs, hunks } = alignTexts(old.text, now.text);
  let last = 0;
  return places.map((place) => {
    const utf16 = old.offsets.toUtf16(place);
    const at = old.fromOriginal(utf16, utf16).start;
    const run = runAt(runs, at);
    const hunk = hunks.find(({ oldStart, oldEnd }) => oldStart <= at && at <= oldEnd);
    // What is typed before all words is on the first page too.
    const found =
      at === 0 ? 0 : run ? run.new + at - run.old : hunk ? placeInHunk(hunk, at) : now.text.length;
    last = Math.max(last, now.toOriginal(found, found).start);
    return now.offsets.toCodePoint(last);
  });
}
