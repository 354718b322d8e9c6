import { graphemeBounds } from '../text/offsets';
import { isWordEdge } from './word-edge';

/** A word of `text` may end and another begin at the offset, and no character is taken apart there. */
const isEdge = (text: string, at: number): boolean =>
  isWordEdge(text, at) && graphemeBounds(text, at).before === at;

/** How many characters at the beginning are the same in both, up to the end of a word in both. */
function keptBefore(old: string, put: string): number {
  let length = 0;
  while (length < old.length && length < put.length && old[length] === put[length]) length++;
  while (length > 0 && !(isEdge(old, length) && isEdge(put, length))) length--;
  return length;
}

function keptAfter(old: string, put: string): number {
  let length = 0;
  const shorter = Math.min(old.length, put.length);
  while (length < shorter && old.at(-1 - length) === put.at(-1 - length)) length++;
  while (length > 0 && !(isEdge(old, old.length - length) && isEdge(put, put.length - length))) length--;
  return length;
}

/**
 * The whole words that stand at the beginning and at the end of what is replaced and of what replaces it: they stay as
 * they are, with the passages they belong to. Lengths in UTF-16 code units.
 */
export function keptEnds(old: string, put: string): { readonly before: number; readonly after: number } {
  const before = keptBefore(old, put);
  return { before, after: keptAfter(old.slice(before), put.slice(before)) };
}
