/**
 * The list of every word in the index (`search_word`), from which words are completed and widened. A word that is in the
 * index is always in the list; one whose last thing is gone may stay. How often words occur is an estimate from a sample.
 */
import { run, type WritableDB } from '../../../core/sql';

// biome-ignore lint/suspicious/noControlCharactersInRegex: the ASCII range is meant
const asciiOnly = /^[\x00-\x7f]*$/;

/** The words of a folded text, in order, as the index cuts them. */
export function tokensOf(folded: string): readonly string[] {
  return folded.match(asciiOnly.test(folded) ? /[0-9a-z]+/g : /[\p{L}\p{N}\p{Co}]+/gu) ?? [];
}

/** The words that are known to be in the list, by connection. */
const known = new WeakMap<object, Set<string>>();
const mostKnown = 400_000;

/** One thing in so many is counted. */
const sample = 16;

/** The list may no longer hold what it held: a transaction has failed, or it was emptied. */
export function forgetWords(db: WritableDB): void {
  known.delete(db);
}

function knownOf(db: WritableDB): Set<string> {
  const words = known.get(db);
  if (words && words.size < mostKnown) return words;
  const none = new Set<string>();
  known.set(db, none);
  return none;
}

/** Puts the words of a thing's folded texts into the list. */
export function noteWords(db: WritableDB, row: number, texts: readonly string[]): void {
  const words = knownOf(db);
  const counted = row % sample === 0;
  const distinct = counted ? new Set<string>() : null;
  for (const text of texts) {
    if (text === '') continue;
    for (const word of tokensOf(text)) {
      distinct?.add(word);
      if (words.has(word)) continue;
      words.add(word);
      run(db, 'INSERT OR IGNORE INTO search_word (term, seen) VALUES (?, 1)', [word]);
    }
  }
  for (const word of distinct ?? []) run(db, 'UPDATE search_word SET seen = seen + 1 WHERE term = ?', [word]);
}
