/** The words of the index as they are listed in the notebook (`search_word`). */
import { type ReadableDB, rawDatabase } from '../../core/sql';
import type { Vocabulary } from './expansion';

/** After every string that starts so; SQLite compares text by its bytes in UTF-8. */
const afterAll = (prefix: string): string => `${prefix}\u{10ffff}`;

/** Reads the words that start so, by the key of the list. */
export const prefixSql = 'SELECT term FROM search_word WHERE term >= ? AND term < ? ORDER BY term';
/** Reads the likeliest words that start so. */
export const likeliestSql =
  'SELECT term FROM search_word WHERE term >= ? AND term < ? ORDER BY seen DESC, term LIMIT ?';
const hasSql = 'SELECT 1 FROM search_word WHERE term = ?';

/** The list of words of a notebook. */
export function vocabularyOf(db: ReadableDB): Vocabulary {
  const raw = rawDatabase(db);
  const terms = (sql: string, ...values: (string | number)[]): string[] =>
    raw
      .prepare<(string | number)[], string>(sql)
      .pluck()
      .all(...values);
  return {
    prefix: (prefix) => terms(prefixSql, prefix, afterAll(prefix)),
    likeliest: (prefix, count) => terms(likeliestSql, prefix, afterAll(prefix), count),
    has: (term) => terms(hasSql, term).length > 0,
    holding: (pieces, shortest, longest) => {
      const held = pieces.map(() => 'instr(term, ?) > 0').join(' OR ');
      const sql = `SELECT term FROM search_word WHERE length(term) BETWEEN ? AND ? AND (${held})`;
      return terms(sql, shortest, longest, ...pieces);
    },
  };
}
