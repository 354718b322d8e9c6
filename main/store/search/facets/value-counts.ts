/**
 * How often each value of each field occurs in what was found, all in one go: from what each found row bears. A thing that several
 * values of the index stand for (merged, or with parts) is counted once for each row.
 */
import { type FacetField, facetFields } from '../../../../shared/contract/search';
import { countBorne } from '../index/read-borne';
import { addRowsOf, newestValueOf } from '../index/read-facts';
import { noGroups, type ValueCounts, type ValueGroups } from '../index/stored/borne-lists';
import { noRows, remembered, rowsOfKind, type SearchState } from '../match/search-state';
import type { RowSet } from '../rows/row-set';
import { type CountedField, choicesOf, type FacetChoice } from './facet-values';

const isCounted = (field: FacetField): field is CountedField => field !== 'together';

/** The things that several values stand for, numbered. */
interface Things extends ValueGroups {
  readonly numbers: ReadonlyMap<FacetChoice, number>;
}

function thingsOfMany(state: SearchState): Things {
  return remembered(state, 'things of many values', () => {
    const numbers = new Map<FacetChoice, number>();
    const groupsOf = new Map<number, number[]>();
    for (const choice of facetFields.filter(isCounted).flatMap((field) => choicesOf(state, field))) {
      if (choice.ids.length < 2) continue;
      for (const id of choice.ids) groupsOf.set(id, [...(groupsOf.get(id) ?? []), numbers.size]);
      numbers.set(choice, numbers.size);
    }
    const { groupOf } = noGroups(newestValueOf(state.db));
    for (const [id, groups] of groupsOf) groupOf[id] = groups.length > 1 ? -1 : (groups[0] ?? 0) + 1;
    return { count: numbers.size, groupOf, groupsOf, numbers };
  });
}

/** The rows of a set with any of some values, where those are no matter of one row alone. */
function countUnion(state: SearchState, ids: readonly number[], rows: RowSet): number {
  const bearing = noRows(state);
  addRowsOf(state.db, ids, bearing);
  return bearing.countWith(rows);
}

/** How often values occur in what was found. */
export interface ValueCounter {
  /** A value of the index. */
  readonly ofValue: (id: number) => number;
  readonly ofChoice: (choice: FacetChoice) => number;
}

function counterOf(state: SearchState, rows: RowSet, things: Things, counted: ValueCounts): ValueCounter {
  const { counts, repeated, isShared } = counted;
  const ofMany = (choice: FacetChoice): number => {
    const number = things.numbers.get(choice) ?? 0;
    const occurring = choice.ids.filter((id) => (counts[id] ?? 0) > 0);
    if (occurring.length > 1 && isShared[number] === 1) return countUnion(state, occurring, rows);
    return occurring.reduce((sum, id) => sum + (counts[id] ?? 0), 0) - (repeated[number] ?? 0);
  };
  const ofValue = (id: number): number => counts[id] ?? 0;
  return {
    ofValue,
    ofChoice: (choice) => (choice.ids.length > 1 ? ofMany(choice) : (counts[choice.ids[0] ?? 0] ?? 0)),
  };
}

/** Adds other counts, or takes them away. */
function addCounts(to: ValueCounts, other: ValueCounts, sign: 1 | -1): void {
  for (const name of ['counts', 'repeated'] as const)
    for (let at = 0; at < to[name].length; at++)
      to[name][at] = (to[name][at] ?? 0) + sign * (other[name][at] ?? 0);
  for (let at = 0; at < to.isShared.length; at++)
    to.isShared[at] = (to.isShared[at] ?? 0) | (other.isShared[at] ?? 0);
}

/** Most of all articles are counted by those that were not found. */
function countMost(state: SearchState, rows: RowSet, things: Things): ValueCounts {
  const articles = rowsOfKind(state, 'article');
  const every = remembered(state, 'values of articles', () => countBorne(state.db, articles, things));
  const counted = countBorne(state.db, rows.clone().andNot(articles), things);
  addCounts(counted, every, 1);
  addCounts(counted, countBorne(state.db, articles.clone().andNot(rows), things), -1);
  return counted;
}

/** Counts the values of what was found. */
export function countFound(state: SearchState, rows: RowSet): ValueCounter {
  const things = thingsOfMany(state);
  const articles = rowsOfKind(state, 'article');
  const areMost = rows.countWith(articles) * 2 > articles.count();
  const counted = areMost ? countMost(state, rows, things) : countBorne(state.db, rows, things);
  return counterOf(state, rows, things, counted);
}
