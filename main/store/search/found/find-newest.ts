/**
 * Finds the newest of what a query finds, without the rest: a span of rows at a time, the newest first. Only for queries whose first
 * rows depend on nothing else; the exact total is not known then.
 */
import type { QueryNode, SearchSort } from '../../../../shared/query/query';
import type { Meaning } from '../match/evaluate-query';
import type { SearchState } from '../match/search-state';
import { frequencyOfWords } from '../rank/rank-words';
import type { RowSet, RowSpan } from '../rows/row-set';

/** Words that are in no more rows than this are found in all of them in a few milliseconds. */
const quicklyFound = 10_000;

interface ToFind {
  readonly root: QueryNode;
  readonly sort: SearchSort | null;
  readonly meaning: Meaning;
}

/**
 * About how many rows have the words of a query, where its first rows are among the newest that it finds and these are found sooner
 * than all; else null.
 */
export function worthFindingFirst(state: SearchState, { root, sort, meaning }: ToFind): number | null {
  if (!meaning.isOfWords || (sort !== null && sort !== 'newest')) return null;
  const use = frequencyOfWords(state, root, meaning.words) ?? 0;
  return use > quicklyFound ? use : null;
}

/** The first span is no less than this part of all rows. */
const leastPart = 1 / 64;

/** A span has somewhat more than as many as are asked for, since they are not evenly spread. */
const surely = 1.25;

interface Wanted {
  readonly count: number;
  /** About how many rows there may be at the most. */
  readonly most: number;
  readonly leastPart?: number;
}

/** At least `count` of the newest rows; `isWhole`: there are no others. */
export function findNewest(
  { size }: SearchState,
  findRows: (span: RowSpan) => RowSet,
  { count, most, leastPart: least = leastPart }: Wanted,
): { readonly rows: RowSet; readonly isWhole: boolean } {
  let from = Math.floor(size * (1 - Math.max(least, (surely * count) / most)));
  const rows = findRows({ from: Math.max(0, from), to: size });
  for (let found = rows.count(); from > 0 && found < count; found = rows.count()) {
    const to = from;
    const needed = surely * (size - to) * (count / found - 1);
    from = needed < to / 2 ? Math.floor(to - needed) : 0;
    rows.or(findRows({ from, to }));
  }
  return { rows, isWhole: from <= 0 };
}
