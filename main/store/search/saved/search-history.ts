/** What was searched for: each query once, with the last time it was asked. The oldest are forgotten. */
import type { CommandArgs, QueryValue } from '../../../../shared/contract';
import { all, type ReadableDB, run, type WritableDB } from '../../core/sql';

const mostRemembered = 100;

/** The last first. */
export function searchHistory(db: ReadableDB): QueryValue<'searchHistory'> {
  return all(
    db,
    'SELECT query, asked_at AS askedAt FROM search_history ORDER BY asked_at DESC, query LIMIT ?',
    [mostRemembered],
  );
}

/** A query of spaces is not remembered. */
export function rememberSearch(db: WritableDB, { query }: CommandArgs<'rememberSearch'>): null {
  const trimmed = query.trim();
  if (trimmed === '') return null;
  const params = [trimmed, new Date().toISOString()];
  run(
    db,
    'INSERT INTO search_history (query, asked_at) VALUES (?, ?) ON CONFLICT DO UPDATE SET asked_at = excluded.asked_at',
    params,
  );
  run(
    db,
    `DELETE FROM search_history WHERE query IN (
       SELECT query FROM search_history ORDER BY asked_at DESC, query LIMIT -1 OFFSET ?)`,
    [mostRemembered],
  );
  return null;
}

/** Forgets every one. */
export function clearSearchHistory(db: WritableDB): null {
  run(db, 'DELETE FROM search_history');
  return null;
}
