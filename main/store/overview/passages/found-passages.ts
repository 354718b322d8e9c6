import type { ReadableDB } from '../../core/sql';
import { type Asked, findRows } from '../../search/found/find-rows';
import { idsOfRows, rowsOfKind } from '../../search/match/search-state';

/** The annotation ids of all passages that a search finds, in the order they were made. */
export function foundPassages(db: ReadableDB, asked: Asked): readonly string[] {
  const { state, rows } = findRows(db, asked);
  return idsOfRows(state, rows.clone().and(rowsOfKind(state, 'passage')).toArray());
}
