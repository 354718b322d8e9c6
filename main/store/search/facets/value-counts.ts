/**
 * How often each value of each field occurs in what was found, all in one go: from what each found row bears. A thing that several
 * values of the index stand for (merged, or with parts) is counted once for each row.
 */
import { type FacetField, facetFields } from '../../../../shared/contract/search';
import { countBorne } from '../index/read-borne';
import { addRowsOf, newestValueOf } from '../index/read-facts';
import type { ValueCounts, ValueGroups } from '../index/stored/borne-lists';
import { noRows, remembered, type SearchState } from '../match/search-state';
import type { RowSet } from '../rows/row-set';
import { type CountedField, choicesOf, type FacetChoice } from './facet-values';

const isCounted = (field: FacetField): field is CountedField => field !== 'together';

/** The things that several values stand for, numbered. */
interface Things extends ValueGroups {
  readonly numbers: ReadonlyMap<FacetChoice, number>;
}

function thingsOfMany(state: SearchState): Things {
  return remembered(state, 'things of many values', () => {
    const isIn = new Uint8Array(newestValueOf(state.db) + 1);
    const of = new Map<number, number[]>();
    const numbers = new Map<FacetChoice, number>();
    for (const choice of facetFields.filter(isCounted).flatMap((field) => choicesOf(state, field))) {
      if (choice.ids.length < 2) continue;
      for (const id of choice.ids) {
        isIn[id] = 1;
        of.set(id, [...(of.get(id) ?? []), numbers.size]);
      }
      numbers.set(choice, numbers.size);
    }
    return { count: numbers.size, isIn, of, numbers };
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

/** Counts the values of what was found. */
export function countFound(state: SearchState, rows: RowSet): ValueCounter {
  const things = thingsOfMany(state);
  return counterOf(state, rows, things, countBorne(state.db, rows, things));
}
