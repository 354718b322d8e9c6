import { type HitKind, hitKinds, type SearchHit } from '../../../../shared/contract/search';
import { idsOfRows, rowsOfKind, type SearchState } from '../match/search-state';
import { articleTexts } from '../snippet/article-texts';
import { describeHits } from '../snippet/describe-hit';
import type { Found } from './find-rows';

/** The kind of a row; null where there is none. */
export function kindOfRow(state: SearchState, row: number): HitKind | null {
  return hitKinds.find((kind) => rowsOfKind(state, kind).has(row)) ?? null;
}

/** Describes rows, in their order; one that has gone is left out. */
export function describeRows({ state, terms, scopes }: Found, rows: readonly number[]): SearchHit[] {
  const context = { db: state.db, terms, scopes, readText: articleTexts(state.db) };
  const ids = idsOfRows(state, rows);
  const things = rows.flatMap((row, at) => {
    const kind = kindOfRow(state, row);
    return kind ? { kind, id: ids[at] ?? '' } : [];
  });
  return describeHits(context, things);
}
