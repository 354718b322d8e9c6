/** The clauses in a sentence. Offsets are UTF-16 in the text given. */
import type { CueTable } from './languages/cue-table';
import { known } from './patterns';
import type { TextRange16 } from './text-range';

/** A clause that begins with "while" or "if" ends at its first comma. */
function splitSubordinate(text: string, clause: TextRange16, table: CueTable): TextRange16[] {
  const words = text.slice(clause.start, clause.end);
  if (!known(table.subordinate, '^\\s*').test(words)) return [clause];
  const comma = words.search(/,\s/);
  if (comma < 12) return [clause];
  const at = clause.start + comma;
  return [
    { start: clause.start, end: at },
    { start: at + 1, end: clause.end },
  ];
}

/** The clauses of a sentence that one speaker answers for. */
export function clausesOf(text: string, sentence: TextRange16, table: CueTable): TextRange16[] {
  const words = text.slice(sentence.start, sentence.end);
  const breaks = known(table.breaks, '(?:;|\\s[—–]|,)\\s+(?=', ')', 'giu');
  const starts = [0];
  for (const { index } of words.matchAll(breaks)) starts.push(index + 1);
  for (const { index } of words.matchAll(/;\s/g)) starts.push(index + 1);
  starts.sort((a, b) => a - b);
  return starts.flatMap((start, index) => {
    const end = starts[index + 1] ?? words.length;
    return splitSubordinate(text, { start: sentence.start + start, end: sentence.start + end }, table);
  });
}
