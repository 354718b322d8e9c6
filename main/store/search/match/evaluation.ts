import type { SearchScope } from '../../../../shared/query/query';
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
  readonly tell: (problem: string) => void;
}
