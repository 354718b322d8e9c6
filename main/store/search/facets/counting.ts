import type { QueryNode } from '../../../../shared/query/query';
import type { CheckOvertaken, SearchState } from '../match/search-state';
import type { RowSet } from '../rows/row-set';
import type { FacetChoice } from './facet-values';

/** What is counted. */
export interface Counting {
  readonly state: SearchState;
  readonly root: QueryNode;
  readonly rows: RowSet;
  readonly check: CheckOvertaken;
  /** The rows that a node of the query means. */
  readonly read: (node: QueryNode) => RowSet;
}

/** How often a value occurs. `filter`: what is put into a query for it, where that is not its own. */
export interface Counted {
  readonly choice: FacetChoice;
  readonly count: number;
  readonly filter: string | null;
}
