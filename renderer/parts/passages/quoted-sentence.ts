/** A passage in its sentence, from the words that are known around it. */
import { contextLength } from '../../../shared/anchoring/describe';
import type { Quote } from '../../../shared/model/annotation';
import { sentencesOf } from '../../../shared/text/sentences';

/** Widened quotes know so many code points on a side (main/store/entities/widen-quotes.ts), stored ones about 32. */
const wide = 240;

/** Whether words were cut off, and are not all that the text has on that side. */
const isCut = (words: string): boolean =>
  words.length >= wide || (words.length >= contextLength - 8 && words.length <= contextLength);

/** A sentence that is there to its end, quotation marks and brackets included. */
const ended = /[.!?…؟。！？]["'”’»›)\]」』）]*\s*$/u;

/** Words that were cut somewhere, from the first whole one; scripts without spaces from where they were cut. */
export const fromWholeWord = (words: string): string => words.replace(/^\S{0,30}\s/, '');

/** The words before, of and after a passage, as far as its line goes. */
function lineOf({ prefix, exact, suffix }: Quote): readonly [before: string, of: string, after: string] {
  return [prefix.slice(prefix.lastIndexOf('\n') + 1), exact, suffix.split('\n')[0] ?? ''];
}

/** The words before a passage, from where their sentence begins. */
export function sentenceBefore(quote: Quote): string {
  const [before, exact, after] = lineOf(quote);
  const sentences = sentencesOf(before + exact + after);
  const start = sentences.findLast((sentence) => sentence.start <= before.length)?.start ?? 0;
  if (start > 0 && before.slice(0, start).trim() !== '') return before.slice(start);
  // Only widened quotes know so much after the passage: of what is before it they know all that is there.
  const isWidened = quote.suffix.length > contextLength && quote.prefix.length < wide;
  const isWhole = before.length < quote.prefix.length || isWidened || !isCut(quote.prefix);
  return isWhole ? before : `…${fromWholeWord(before)}`;
}

/** The words after it, to where their sentence ends; nothing where the passage ends it. */
export function sentenceAfter(quote: Quote): string {
  const [before, exact, after] = lineOf(quote);
  const text = before + exact + after;
  const from = before.length + exact.length;
  const last = before.length + exact.trimEnd().length;
  const end = sentencesOf(text).find((sentence) => sentence.end >= last)?.end ?? text.length;
  if (end <= last) return '';
  const isLast = end === text.trimEnd().length && after.length === quote.suffix.length;
  const isWhole = !isLast || ended.test(after) || !isCut(quote.suffix);
  return isWhole ? text.slice(from, end) : `${after.replace(/\s\S{0,30}$/, '')}…`;
}
