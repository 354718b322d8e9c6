/** The sentences around a selection and the clauses in them. Offsets are UTF-16 in the text given. */
import type { CueTable } from './languages/cue-table';
import { known } from './patterns';
import type { TextRange16 } from './text-range';

const segmenter = new Intl.Segmenter('en', { granularity: 'sentence' });

/** The sentences of a text, each within its line. "On July 3. Kyiv" and the like are not told apart. */
export function sentencesOf(text: string): TextRange16[] {
  const sentences: TextRange16[] = [];
  for (const { index, segment } of segmenter.segment(text)) {
    const end = index + segment.trimEnd().length;
    const last = sentences.at(-1);
    // A quotation that goes on in lower case, or an initial, ends no sentence.
    const goesOn =
      last &&
      (/^[\p{Ll}—–]/u.test(segment) ||
        /(?:^|\s)(?:\p{Lu}|Mr|Mrs|Dr|Gen|Lt|Col|St|ca|т|г|м)\.$/u.test(text.slice(last.start, last.end)));
    if (last && goesOn && !text.slice(last.end, index).includes('\n'))
      sentences[sentences.length - 1] = { start: last.start, end };
    else if (end > index) sentences.push({ start: index, end });
  }
  return sentences;
}

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
