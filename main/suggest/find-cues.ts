/** Words that say how something is put forward: "claims", "reportedly", "according to". Whose words they are is not looked for here. */
import type { Mode } from '../../shared/model/account';
import type { CueForm, CueTable } from './languages/cue-table';
import { known } from './patterns';
import type { TextRange16 } from './text-range';

export interface Cue extends TextRange16 {
  readonly mode: Mode;
  readonly form: CueForm;
  readonly isStance: boolean;
}

function doesNotCount(text: string, from: number, cue: TextRange16, table: CueTable): boolean {
  const before = text.slice(Math.max(from, cue.start - 40), cue.start);
  return (
    /n[’']t\s+(?:\p{L}+ly\s+)?$/iu.test(before) ||
    known(table.unless, '', '(?:\\s+(?:yet|\\p{L}+ly))?\\s*$').test(before)
  );
}

/** Longer cues first, and of equal ones the first in the table. */
function withoutOverlaps(cues: readonly Cue[]): Cue[] {
  const kept: Cue[] = [];
  for (const cue of [...cues].sort((a, b) => b.end - b.start - (a.end - a.start))) {
    if (!kept.some((other) => cue.start < other.end && cue.end > other.start)) kept.push(cue);
  }
  return kept.sort((a, b) => a.start - b.start);
}

/** The cues of a stretch of text, in order. */
export function findCues(text: string, range: TextRange16, table: CueTable): Cue[] {
  const words = text.slice(range.start, range.end);
  const found = table.cues.flatMap(({ mode, form, isStance = false, words: pattern }) =>
    Array.from(words.matchAll(known(pattern, '', '', 'giu')), (match): Cue => {
      const start = range.start + match.index;
      return { mode, form, isStance, start, end: start + match[0].trimEnd().length };
    }),
  );
  const isName = (cue: Cue) =>
    cue.mode === 'plans' && /^\p{Lu}/u.test(text.charAt(cue.start)) && cue.start > range.start;
  return withoutOverlaps(
    found.filter(
      (cue) => !isName(cue) && !(cue.form !== 'none' && doesNotCount(text, range.start, cue, table)),
    ),
  );
}
