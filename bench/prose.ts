/**
 * Made prose of any length, the same on every machine: pseudo-words whose frequencies fall as those of a language do
 * (Zipf), in sentences and paragraphs. It costs an index and a search what real prose costs; it says nothing.
 */

/** Random numbers from 0 to 1 (mulberry32). */
export type Random = () => number;

/** A source of random numbers that is the same for the same seed. */
export function seeded(seed: number): Random {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

const onsets = ['b', 'd', 'f', 'g', 'k', 'l', 'm', 'n', 'p', 'r', 's', 't', 'v', 'st', 'tr', 'ch'];
const vowels = ['a', 'e', 'i', 'o', 'u', 'ai', 'ou'];

/** Different words, the most frequent first; their length grows as they get rarer. */
const vocabularySize = 30_000;

function makeWord(index: number): string {
  let rest = index;
  let word = '';
  do {
    word +=
      (onsets[rest % onsets.length] ?? '') + (vowels[Math.floor(rest / onsets.length) % vowels.length] ?? '');
    rest = Math.floor(rest / (onsets.length * vowels.length));
  } while (rest > 0);
  return word;
}

/** The word of a rank, 0 the most frequent. */
export const vocabulary: readonly string[] = Array.from({ length: vocabularySize }, (_, index) =>
  makeWord(index + 1),
);

/** By Zipf's law with exponent 1: the rank is the vocabulary's size to a random power. */
function pickWord(random: Random): string {
  return vocabulary[Math.floor(vocabularySize ** random()) - 1] ?? '';
}

const capitalised = (word: string): string => word.charAt(0).toUpperCase() + word.slice(1);

/** One sentence of 8 to 30 words. */
export function makeSentence(random: Random): string {
  const words = Array.from({ length: 8 + Math.floor(random() * 23) }, () => pickWord(random));
  return `${capitalised(words.join(' '))}.`;
}

/** Paragraphs of about so many words in all. */
export function makeText(random: Random, wordCount: number): string {
  const paragraphs: string[] = [];
  for (let words = 0; words < wordCount; ) {
    const sentences = Array.from({ length: 4 }, () => makeSentence(random));
    words += sentences.join(' ').split(' ').length;
    paragraphs.push(sentences.join(' '));
  }
  return paragraphs.join('\n');
}

/** A made name of two words. */
export function makeName(random: Random): string {
  return [pickWord(random), vocabulary[1000 + Math.floor(random() * 20_000)] ?? '']
    .map(capitalised)
    .join(' ');
}
