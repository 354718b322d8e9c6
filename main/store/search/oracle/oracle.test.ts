import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type FacetField, facetFields } from '../../../../shared/contract/search';
import { parseQuery } from '../../../../shared/query/parse-query';
import { all } from '../../core/sql';
import { type TemporaryNotebook, temporaryNotebook } from '../../core/temporary-notebook';
import { findNewest } from '../found/find-newest';
import { findRows } from '../found/find-rows';
import { evaluateQuery } from '../match/evaluate-query';
import { searchState } from '../match/search-state';
import { search } from '../search';
import { anyQuery, anyWords } from './arbitrary-query';
import { bruteForce } from './brute-force';
import { type Ground, groundOf } from './brute-words';
import { makeRows } from './made-rows';
import { partsOf, partsOfLanguage } from './parts-of-language';
import { readRawRows } from './raw-rows';

interface IndexedThing {
  readonly rowid: number;
  readonly kind: string;
  readonly id: string;
}

let book: TemporaryNotebook;
let ground: Ground;
/** `kind id` of each row of the index. */
let things: ReadonlyMap<number, string>;

beforeAll(() => {
  book = temporaryNotebook();
  makeRows(book.db, 1000, 2026);
  const { reader } = book.session;
  ground = groundOf(reader, readRawRows(reader));
  things = new Map(
    all<IndexedThing>(reader, 'SELECT rowid, kind, item_id AS id FROM search_item').map(
      ({ rowid, kind, id }) => [rowid, `${kind} ${id}`],
    ),
  );
}, 120_000);
afterAll(() => book.remove());

/** What the search finds, as `kind id`. */
function found(query: string): string[] {
  const { rows } = findRows(book.session.reader, { query });
  return rows.toArray().map((row) => things.get(row) ?? `no thing in row ${row}`);
}

/** What is found by looking at every thing in turn. */
function meant(query: string): string[] {
  return [...bruteForce(ground, parseQuery(query).root)].map(({ kind, id }) => `${kind} ${id}`);
}

describe('the search, compared with looking at everything', () => {
  it('finds the same for any query', () => {
    const sizes: number[] = [];
    const answered = new Map<string, number>();
    fc.assert(
      fc.property(anyQuery, (query) => {
        const expected = meant(query).sort();
        sizes.push(expected.length);
        const { root } = parseQuery(query);
        if (root && expected.length > 0)
          for (const part of new Set(partsOf(root))) answered.set(part, (answered.get(part) ?? 0) + 1);
        expect(found(query).sort()).toEqual(expected);
      }),
      { numRuns: 2000, seed: 5 },
    );
    // Most of the queries must find something, or nothing was tried.
    expect(sizes.filter((size) => size > 0).length).toBeGreaterThan(800);
    // And so must those with each part of the language.
    expect(partsOfLanguage.filter((part) => (answered.get(part) ?? 0) < 5)).toEqual([]);
  }, 300_000);

  it('finds the newest alone as it finds all', () => {
    let early = 0;
    const parts = fc.constantFrom(1.1, 0.5, 0.1, 1 / 64);
    fc.assert(
      fc.property(anyWords, fc.integer({ min: 1, max: 60 }), parts, (query, count, part) => {
        const { root } = parseQuery(query);
        if (!root) return;
        const state = searchState(book.session.reader);
        const choice = { stemming: true, completed: null };
        const meaning = evaluateQuery(state, root, choice, () => {});
        expect(meaning.isOfWords).toBe(true);
        const all = meaning.findRows(null);
        // Only what is kept of whole answers would be asked otherwise.
        state.matched.clear();
        const newest = findNewest(state, meaning.findRows, count, part);
        expect(newest.rows.highest(count)).toEqual(all.highest(count));
        if (newest.isWhole) expect(newest.rows.toArray()).toEqual(all.toArray());
        else early++;
      }),
      { numRuns: 500, seed: 11 },
    );
    expect(early).toBeGreaterThan(100);
  }, 60_000);

  it('counts what adding a filter finds', () => {
    fc.assert(
      fc.property(anyQuery, (query) => {
        const { total, totals, facets } = search(book.session.reader, { query, offset: 0, limit: 1 });
        expect(Object.values(totals).reduce((sum, count) => sum + count, 0)).toBe(total);
        expect(total).toBe(meant(query).length);
        for (const field of facetFields.filter((one) => one !== 'kind'))
          expectCounts(query, field, facets[field]);
      }),
      { numRuns: 30, seed: 7 },
    );
  }, 300_000);
});

/** The first and last value of a field are what is found with its filter added to the query. */
function expectCounts(
  query: string,
  field: FacetField,
  values: readonly { readonly filter: string; readonly count: number }[],
): void {
  for (const value of new Set([values[0], values.at(-1)])) {
    if (!value) continue;
    // A role directly after an actor is that actor's: it would not stand alone there.
    const narrower = field === 'role' ? `${value.filter} (${query})` : `(${query}) ${value.filter}`;
    expect([field, narrower, meant(narrower).length]).toEqual([field, narrower, value.count]);
  }
}
