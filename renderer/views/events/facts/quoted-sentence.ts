import type { Quote } from '../../../../shared/model/annotation';
import { wordsAfter, wordsBefore } from '../../../parts/passages/passage-words';

/** Where a sentence ends: its sign, quotation marks that close it, and white space. */
const sentenceEnd = /[.!?…。！？][)\]”"’»]*\s+/gu;

/** The words before a passage, from where their sentence begins. */
export function sentenceBefore(quote: Quote): string {
  const before = wordsBefore(quote.prefix);
  const last = [...before.matchAll(sentenceEnd)].at(-1);
  return last ? before.slice(last.index + last[0].length) : before;
}

/** The words after it, to where their sentence ends; nothing where the passage ends it. */
export function sentenceAfter(quote: Quote): string {
  if (/[.!?…。！？][)\]”"’»]*$/u.test(quote.exact)) return '';
  const after = wordsAfter(quote.suffix);
  const [first] = after.matchAll(sentenceEnd);
  return first ? after.slice(0, first.index + first[0].length).trimEnd() : after;
}
