import type { SearchScope, WithinNode } from '../../../../shared/query/query';
import type { RowSet, RowSpan } from '../rows/row-set';
import type { WordChoice } from './expand';
import type { ExpandedNode, WordsNode } from './expressions';
import type { CheckOvertaken, SearchState } from './search-state';

/** What is being asked, and what was learned on the way. */
export interface Evaluation {
  readonly state: SearchState;
  readonly choice: WordChoice;
  readonly scopes: readonly SearchScope[];
  readonly check: CheckOvertaken;
  /** The nodes of words that are looked for: see `mostWords`. */
  readonly expanded: ReadonlyMap<WordsNode, ExpandedNode>;
  /** The rows that pass each `within:` that was worked out. */
  readonly within: Map<WithinNode, RowSet>;
  readonly tell: (problem: string) => void;
  /** The rows that are asked for: what is found beyond them may be wrong. Null: all. */
  readonly span: RowSpan | null;
}
