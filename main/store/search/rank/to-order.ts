import type { QueryNode } from '../../../../shared/query/query';
import type { ExpandedNode } from '../match/expressions';
import type { SearchState } from '../match/search-state';
import type { RowSet } from '../rows/row-set';

/** Answers the first `count` rows in order; asked again for more, it begins with the same. */
export type FirstRows = (count: number) => readonly number[];

/** What is put in order. */
export interface ToOrder {
  readonly state: SearchState;
  readonly rows: RowSet;
  readonly root: QueryNode;
  /** The words that were asked for. */
  readonly words: readonly ExpandedNode[];
  /** Those of them that relevance goes by. */
  readonly weighed: readonly ExpandedNode[];
}
