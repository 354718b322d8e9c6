import { graphemeBounds, utf16Units } from '../../../shared/text/offsets';
import type { Stretch } from './stretch';

const space = /[\s\u200b\ufeff]/;

/**
 * The words a person means by a selection: no white space or line ends at its edges, no grapheme cluster cut. Null where
 * there are no words in it.
 */
export function selectedWords(text: string, from: number, to: number): Stretch | null {
  let start = Math.max(0, Math.min(from, to));
  let end = Math.min(text.length, Math.max(from, to));
  if (start === end) return null;
  start = graphemeBounds(text, start).before;
  end = graphemeBounds(text, end).after;
  while (start < end && space.test(text.charAt(start))) start++;
  while (end > start && space.test(text.charAt(end - 1))) end--;
  return start < end ? { start: utf16Units(start), end: utf16Units(end) } : null;
}
