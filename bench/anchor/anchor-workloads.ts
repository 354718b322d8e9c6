/** Carrying 2,000 passages over an edit of a 50,000-word text, beside comparing the two texts word by word. */
import { diffWordsWithSpace } from 'diff';
import { followEdits } from '../../shared/anchoring/follow-edit';
import { codePoints } from '../../shared/text/offsets';
import { percentile, timesOf } from '../measure';
import { type Random, seeded } from '../prose';
import { makeRanges, makeRealText } from '../text/real-prose';
import type { Measured, Workload } from '../workload';

const wordCount = 50_000;
const passageCount = 2_000;
const editCount = 200;
const rounds = 5;

/** Words deleted, typed and replaced all over a text, as a long correction does. */
export function edit(random: Random, text: string, count: number): string {
  const words = text.split(' ');
  for (let step = 0; step < count; step++) {
    const at = Math.floor(random() * words.length);
    const gone = random() < 0.6 ? Math.floor(random() * 6) : 0;
    const came = random() < 0.6 ? ['corrected', 'by', 'hand', String(step)].slice(0, 1 + (step % 4)) : [];
    words.splice(at, gone, ...came);
  }
  return words.join(' ');
}

function measureFollow(): Measured {
  const random = seeded(50);
  const text = makeRealText(random, wordCount);
  const edited = edit(random, text, editCount);
  // The made prose has no character beyond the first plane: code units and code points are the same.
  const ranges = makeRanges(random, text, passageCount).map(({ start, end }) => ({
    start: codePoints(start),
    end: codePoints(end),
  }));
  const values = timesOf(rounds, () => followEdits(text, edited, ranges), 1);
  const limits = timesOf(rounds, () => diffWordsWithSpace(text, edited), 1);
  return { value: percentile(values, 0.5), limit: percentile(limits, 0.5) };
}

export const anchorWorkloads: readonly Workload[] = [
  { name: 'anchor/follow-edit', unit: 'ms', goal: 5, run: measureFollow },
];
