/**
 * The list of every word in the index (`search_word`), from which words are completed and widened. A word that is in the
 * index is always in the list; one whose last thing is gone may stay. How often words occur is an estimate from a sample.
 */
import { run, type WritableDB } from '../../../core/sql';
import { WordFilter } from './word-filter';

const wordPattern = /[\p{L}\p{N}\p{Co}]+/gu;
const wordUnit = /[\p{L}\p{N}\p{Co}]/u;
const surrogate = /[\uD800-\uDFFF]/;

/** The words of a folded text, in order, as the index cuts them. */
export function tokensOf(folded: string): readonly string[] {
  return folded.match(wordPattern) ?? [];
}

let units: Uint8Array | null = null;

/** For every UTF-16 unit but surrogates whether it belongs to a word; made once, as asking a pattern each time is slow. */
function wordUnits(): Uint8Array {
  units ??= Uint8Array.from({ length: 0x10000 }, (_, unit) =>
    wordUnit.test(String.fromCharCode(unit)) ? 1 : 0,
  );
  return units;
}

/** How many words a folded text has. */
export function countTokens(folded: string): number {
  if (surrogate.test(folded)) return tokensOf(folded).length;
  const isWord = wordUnits();
  let count = 0;
  let before = 0;
  for (let at = 0; at < folded.length; at++) {
    const now = isWord[folded.charCodeAt(at)] ?? 0;
    if (now > before) count++;
    before = now;
  }
  return count;
}

/** The words that are known to be in the list, by connection. */
const known = new WeakMap<object, WordFilter>();

/** The list may no longer hold what it held: a transaction has failed, or it was emptied. */
export function forgetWords(db: WritableDB): void {
  known.delete(db);
}

function knownOf(db: WritableDB): WordFilter {
  let words = known.get(db);
  if (!words) known.set(db, (words = new WordFilter()));
  return words;
}

/** The words of a folded text that were not known yet; they are from now on. */
function freshWords(words: WordFilter, folded: string): string[] {
  if (surrogate.test(folded)) return tokensOf(folded).filter((word) => words.addText(word, 0, word.length));
  const isWord = wordUnits();
  const fresh: string[] = [];
  let start = -1;
  for (let at = 0; at <= folded.length; at++) {
    if (at < folded.length && isWord[folded.charCodeAt(at)] === 1) {
      if (start < 0) start = at;
    } else if (start >= 0) {
      if (words.addText(folded, start, at)) fresh.push(folded.slice(start, at));
      start = -1;
    }
  }
  return fresh;
}

/** One thing in so many is counted, for so many: fewer as there are more. */
const sampling = (row: number): readonly [every: number, weight: number] => (row < 512 ? [8, 1] : [64, 8]);

/** Puts the words of a thing's folded texts into the list. */
export function noteWords(db: WritableDB, row: number, texts: readonly string[]): void {
  const words = knownOf(db);
  for (const text of texts)
    for (const word of freshWords(words, text))
      run(db, 'INSERT OR IGNORE INTO search_word (term, seen) VALUES (?, 1)', [word]);
  const [every, weight] = sampling(row);
  if (row % every !== 0) return;
  for (const word of new Set(texts.flatMap(tokensOf)))
    run(db, 'UPDATE search_word SET seen = seen + ? WHERE term = ?', [weight, word]);
}
