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

/** One thing in so many is counted, for so many: fewer as there are more. */
const sampling = (row: number): readonly [every: number, weight: number] => (row < 512 ? [8, 1] : [64, 8]);

/** What is still to be written into the list: it is written at once, since most words come again and again. */
export interface WordNotes {
  readonly words: WordFilter;
  readonly fresh: string[];
  /** Words of what is counted: by how much they were met more often, and the last thing they were met in. */
  readonly seen: Map<string, { count: number; row: number }>;
}

/** Notes for a connection, none of them written yet. */
export const noWordNotes = (db: WritableDB): WordNotes => ({
  words: knownOf(db),
  fresh: [],
  seen: new Map(),
});

function countOnce({ seen }: WordNotes, row: number, word: string, weight: number): void {
  const met = seen.get(word);
  if (!met) seen.set(word, { count: weight, row });
  else if (met.row !== row) {
    met.count += weight;
    met.row = row;
  }
}

/** Notes the words of a thing's folded texts; `writeWordNotes` writes them. */
export function noteWords(notes: WordNotes, row: number, texts: readonly string[]): void {
  const { words, fresh } = notes;
  for (const text of texts) {
    // Characters of two units are words too, here and there: these are known by the pattern alone.
    if (surrogate.test(text)) {
      for (const word of tokensOf(text)) if (words.addWord(word)) fresh.push(word);
    } else words.addWords(text, wordUnits(), (start, end) => void fresh.push(text.slice(start, end)));
  }
  const [every, weight] = sampling(row);
  if (row % every !== 0) return;
  for (const text of texts) for (const word of tokensOf(text)) countOnce(notes, row, word, weight);
}

const addWords = `INSERT OR IGNORE INTO search_word (term, seen) SELECT j.value, 1 FROM json_each(?) j`;
const countMore = `INSERT INTO search_word (term, seen) SELECT j.value, @count + 1 FROM json_each(@words) j WHERE true
  ON CONFLICT (term) DO UPDATE SET seen = seen + @count`;

/** Puts what was noted into the list, a statement for many words: in order, so that neighbours in the table follow each other. */
export function writeWordNotes(db: WritableDB, { fresh, seen }: WordNotes): void {
  const byCount = new Map<number, string[]>();
  for (const [word, { count }] of seen) {
    const alike = byCount.get(count);
    if (alike) alike.push(word);
    else byCount.set(count, [word]);
  }
  for (const [count, alike] of byCount) run(db, countMore, { count, words: JSON.stringify(alike.sort()) });
  const others = fresh.filter((word) => !seen.has(word)).sort();
  if (others.length > 0) run(db, addWords, [JSON.stringify(others)]);
  fresh.length = 0;
  seen.clear();
}
