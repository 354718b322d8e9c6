import type { HitArticle } from '../../../../shared/contract/search';
import { get } from '../../core/sql';
import { idsOfRows, type SearchState } from '../match/search-state';

/** What is told of the article of a row; null when it has gone. */
export function hitArticle(state: SearchState, row: number): HitArticle | null {
  const sql = 'SELECT id, title, publisher, published_edtf AS published FROM article WHERE id = ?';
  return get<HitArticle>(state.db, sql, idsOfRows(state, [row])) ?? null;
}
