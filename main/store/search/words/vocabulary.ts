/** The words of the index as they are listed in the notebook (`search_word`). */
import { type ReadableDB, rawDatabase } from '../../core/sql';
import type { Vocabulary, VocabularyTerm } from './expansion';

/** After every string that starts so; SQLite compares text by its bytes in UTF-8. */
const afterAll = (prefix: string): string => `${prefix}\u{10ffff}`;

/** Reads the words that start so; asserted not to scan the list. */
export const prefixSql = 'SELECT term, seen FROM search_word WHERE term >= ? AND term < ? ORDER BY term';
/** Reads the likeliest words that start so. */
export const likeliestSql =
  'SELECT term, seen FROM search_word WHERE term >= ? AND term < ? ORDER BY seen DESC, term LIMIT ?';
const hasSql = 'SELECT 1 FROM search_word WHERE term = ?';

/** The list of words of a notebook. */
export function vocabularyOf(db: ReadableDB): Vocabulary {
  const raw = rawDatabase(db);
  const pairs = (sql: string, ...values: (string | number)[]): VocabularyTerm[] =>
    raw.prepare<(string | number)[], VocabularyTerm>(sql).all(...values);
  return {
    prefix: (prefix) => pairs(prefixSql, prefix, afterAll(prefix)),
    likeliest: (prefix, count) => pairs(likeliestSql, prefix, afterAll(prefix), count),
    has: (term) => raw.prepare<[string], number>(hasSql).pluck().get(term) !== undefined,
    holding: (pieces, shortest, longest) => {
      const held = pieces.map(() => 'instr(term, ?) > 0').join(' OR ');
      const sql = `SELECT term, seen FROM search_word WHERE length(term) BETWEEN ? AND ? AND (${held})`;
      return pairs(sql, shortest, longest, ...pieces);
    },
  };
}

/** A list of words in memory. */
export function vocabularyFrom(terms: readonly VocabularyTerm[]): Vocabulary {
  const sorted = [...terms].sort((a, b) => (a.term < b.term ? -1 : 1));
  const starting = (prefix: string) => sorted.filter(({ term }) => term.startsWith(prefix));
  return {
    prefix: starting,
    likeliest: (prefix, count) =>
      starting(prefix)
        .sort((a, b) => b.seen - a.seen)
        .slice(0, count),
    has: (term) => sorted.some((each) => each.term === term),
    holding: (pieces, shortest, longest) =>
      sorted.filter(
        ({ term }) =>
          [...term].length >= shortest &&
          [...term].length <= longest &&
          pieces.some((piece) => term.includes(piece)),
      ),
  };
}
