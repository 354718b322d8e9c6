/** How alike two paragraphs are by the words they share, whatever their order. */
import { hasWords, wordsOf } from './words';

/** Which words a text has, and how often. */
export interface WordBag {
  readonly counts: ReadonlyMap<string, number>;
  readonly size: number;
}

/** The bag of one or several texts, or of bags, together. */
export function bagOf(parts: readonly (string | WordBag | undefined)[]): WordBag {
  const counts = new Map<string, number>();
  let size = 0;
  const add = (word: string, count: number) => {
    counts.set(word, (counts.get(word) ?? 0) + count);
    size += count;
  };
  for (const part of parts) {
    if (typeof part === 'string') for (const word of wordsOf(part).filter(hasWords)) add(word, 1);
    else for (const [word, count] of part?.counts ?? []) add(word, count);
  }
  return { counts, size };
}

/** The share of words that two bags have in common (Dice's coefficient), 0 to 1; 0 where one has none. */
export function likeness(one: WordBag | undefined, other: WordBag | undefined): number {
  if (!one || !other || one.size === 0 || other.size === 0) return 0;
  const [fewer, more] = one.counts.size < other.counts.size ? [one, other] : [other, one];
  let common = 0;
  for (const [word, count] of fewer.counts) common += Math.min(count, more.counts.get(word) ?? 0);
  return (2 * common) / (one.size + other.size);
}

/** A pair of words in more texts than this says little about any of them. */
const mostTexts = 4;

/** Every two words that follow each other. */
function wordPairs(text: string): Set<string> {
  const words = wordsOf(text).filter(hasWords);
  return new Set(words.slice(1).map((word, index) => `${words[index]} ${word}`));
}

/** A search for the text (index) that shares the most rare pairs of words with a given one; undefined: none does. */
export function rareCompanions(texts: readonly string[]): (text: string) => number | undefined {
  const places = new Map<string, number[]>();
  for (const [index, text] of texts.entries())
    for (const pair of wordPairs(text)) {
      const found = places.get(pair);
      if (found) found.push(index);
      else places.set(pair, [index]);
    }
  return (text) => {
    const votes = new Map<number, number>();
    for (const pair of wordPairs(text)) {
      const found = places.get(pair) ?? [];
      if (found.length <= mostTexts) for (const index of found) votes.set(index, (votes.get(index) ?? 0) + 1);
    }
    return [...votes].sort((a, b) => b[1] - a[1] || a[0] - b[0])[0]?.[0];
  };
}
