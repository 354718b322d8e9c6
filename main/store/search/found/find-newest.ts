/**
 * Finds the newest of what a query finds, without the rest: a span of rows at a time, the newest first. Only for queries whose first
 * rows depend on nothing else; the exact total is not known then.
 */
import type { QueryNode, SearchSort } from '../../../../shared/query/query';
import type { Meaning } from '../match/evaluate-query';
import { type ExpandedNode, formsOf } from '../match/expressions';
import type { SearchState } from '../match/search-state';
import { frequencyOfWords } from '../rank/rank-words';
import type { RowSet, RowSpan } from '../rows/row-set';

/** Words that are in no more rows than this are found in all of them in some milliseconds. */
const quicklyFound = 20_000;

/** A NEAR of more forms than this takes longer to begin than to end. */
const mostForms = 16;

const isOfFewForms = (one: ExpandedNode): boolean => formsOf(one) <= mostForms || one.node.kind !== 'near';

interface ToFind {
  readonly root: QueryNode;
  readonly sort: SearchSort | null;
  readonly meaning: Meaning;
}

/** The first span is no less than this part of all rows. */
const leastPart = 1 / 64;

/** A span has somewhat more than as many as are asked for, since they are not evenly spread. */
const surely = 1.25;

/**
 * The part of all rows that is to be looked at first for so many of the newest; null where the first rows of a query are not among
 * these, or all are found as soon.
 */
export function firstPart(state: SearchState, { root, sort, meaning }: ToFind, count: number): number | null {
  const { isOfWords, words } = meaning;
  if (!isOfWords || (sort !== null && sort !== 'newest') || !words.every(isOfFewForms)) return null;
  const use = frequencyOfWords(state, root, words) ?? 0;
  if (use <= quicklyFound) return null;
  // Of words that are to stand together it is not known how often they do.
  const isOneWord = words.length === 1 && words[0]?.node.kind === 'word';
  return isOneWord ? Math.max(leastPart, (surely * count) / use) : leastPart;
}

/** At least `count` of the newest rows; `isWhole`: there are no others. `part` of all rows is looked at first. */
export function findNewest(
  { size }: SearchState,
  findRows: (span: RowSpan) => RowSet,
  count: number,
  part: number,
): { readonly rows: RowSet; readonly isWhole: boolean } {
  let from = Math.max(0, Math.floor(size * (1 - part)));
  const rows = findRows({ from, to: size });
  for (let found = rows.count(); from > 0 && found < count; found = rows.count()) {
    const to = from;
    const needed = surely * (size - to) * (count / found - 1);
    from = needed < to / 2 ? Math.floor(to - needed) : 0;
    rows.or(findRows({ from, to }));
  }
  return { rows, isWhole: from === 0 };
}
