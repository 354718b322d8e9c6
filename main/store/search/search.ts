/**
 * Answers a query of the search box: parses it, finds the rows it means, orders and describes a page of them, and counts
 * the facets. Every string is a query; what in it could not be taken as meant is said in `problems`.
 */
import type { QueryArgs, QueryValue } from '../../../shared/contract';
import {
  type FacetField,
  type FacetValue,
  facetFields,
  type HitKind,
  hitKinds,
} from '../../../shared/contract/search';
import { parseQuery } from '../../../shared/query/parse-query';
import type { ReadableDB } from '../core/sql';
import { countFacets } from './count-facets';
import { evaluateQuery } from './evaluate-query';
import { orderRows } from './order-rows';
import { searchRows } from './search-rows';
import { articleTexts } from './snippet/article-texts';
import { describeHit } from './snippet/describe-hit';

const zeros = <Name extends string>(names: readonly Name[]) =>
  Object.fromEntries(names.map((name) => [name, 0])) as Record<Name, number>;
const more = {
  totals: zeros(hitKinds),
  groups: [],
  groupTotal: 0,
  facetSizes: zeros(facetFields),
  histogram: { published: null, happened: null },
  alsoSearched: [],
  sort: 'relevance',
} as const;

function nothingFound(problems: readonly string[]): QueryValue<'search'> {
  const facets = Object.fromEntries(facetFields.map((field) => [field, []])) as unknown as Record<
    FacetField,
    FacetValue[]
  >;
  return { total: 0, hits: [], facets, problems, ...more };
}

/** Searches the notebook; see `docs/search.md` for what a query means. Never throws for the words of a query. */
export function search(db: ReadableDB, { query, offset, limit }: QueryArgs<'search'>): QueryValue<'search'> {
  const { root, problems } = parseQuery(query);
  const rows = searchRows(db);
  const meaning = root && evaluateQuery(db, rows, root);
  if (!meaning) return nothingFound(problems);
  const context = { db, terms: meaning.terms, scopes: meaning.scopes, readText: articleTexts(db) };
  const kindOf = (row: number): HitKind => hitKinds[rows.kinds[row] ?? 0] ?? 'article';
  const page = orderRows(db, rows, meaning, { offset, limit });
  const hits = page.flatMap((row) => describeHit(context, kindOf(row), rows.ids[row] ?? '') ?? []);
  const total = meaning.mask.reduce((sum, byte) => sum + byte, 0);
  return {
    total,
    hits,
    facets: countFacets(rows, meaning),
    problems: [...problems, ...meaning.problems],
    ...more,
  };
}
