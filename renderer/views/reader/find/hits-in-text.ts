/** The places of an article that a search means: its words, and passages that pass without any of the words. Pure. */
import type { Annotation } from '../../../../shared/model/annotation';
import type { TextRange } from '../../../../shared/text/offset-types';
import { foundParts } from '../passages/passage-order';

const overlap = (a: TextRange, b: TextRange) => a.start < b.end && a.end > b.start;

/** In reading order, none overlapping: `words` as they are, and the first part of each passage that none of them is in. */
export function hitsInText(
  words: readonly TextRange[],
  passages: readonly Annotation[],
): readonly TextRange[] {
  const own = passages.flatMap((passage): readonly TextRange[] => {
    const parts = foundParts(passage);
    const first = parts[0];
    return first && !parts.some((part) => words.some((word) => overlap(word, part))) ? [first] : [];
  });
  const inOrder = [...words, ...own].sort((a, b) => a.start - b.start || b.end - a.end);
  const hits: TextRange[] = [];
  for (const { start, end } of inOrder) {
    const last = hits.at(-1);
    if (!last || start >= last.end) hits.push({ start, end });
  }
  return hits;
}

/** The hit that words were landed on belong to, else the first after them; -1: there are none. */
export function hitNear(hits: readonly TextRange[], words: TextRange): number {
  const at = hits.findIndex((hit) => overlap(hit, words) || hit.start >= words.start);
  return at < 0 && hits.length > 0 ? 0 : at;
}
