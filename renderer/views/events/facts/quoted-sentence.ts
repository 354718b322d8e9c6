/** A passage in its sentence, from the words that are known around it. */
import { contextLength } from '../../../../shared/anchoring/describe';
import type { Quote } from '../../../../shared/model/annotation';

/** Where a sentence ends: its sign, quotation marks that close it, and white space. */
const sentenceEnd = /[.!?…。！？][)\]”"’»]*\s+/gu;

/** Widened quotes know so many code points on a side (main/store/accounts/widen-quotes.ts), stored ones about 32. */
const wide = 240;

/** Whether words were cut off, and are not all that the text has on that side. */
const isCut = (words: string): boolean =>
  words.length >= wide || (words.length >= contextLength - 8 && words.length <= contextLength);

/** The words before a passage, from where their sentence begins. */
export function sentenceBefore({ prefix }: Quote): string {
  const line = prefix.slice(prefix.lastIndexOf('\n') + 1);
  const last = [...line.matchAll(sentenceEnd)].at(-1);
  if (last) return line.slice(last.index + last[0].length);
  return line.length < prefix.length || !isCut(prefix) ? line : `…${line.replace(/^\S*\s/, '')}`;
}

/** The words after it, to where their sentence ends; nothing where the passage ends it. */
export function sentenceAfter({ exact, suffix }: Quote): string {
  if (/[.!?…。！？][)\]”"’»]*$/u.test(exact)) return '';
  const [line = ''] = suffix.split('\n');
  const [first] = line.matchAll(sentenceEnd);
  if (first) return line.slice(0, first.index + first[0].length).trimEnd();
  return line.length < suffix.length || !isCut(suffix) ? line : `${line.replace(/\s\S*$/, '')}…`;
}
