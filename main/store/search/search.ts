/**
 * Answers a query of the search box: finds the rows it means, describes a page of them, alone or under their articles, and
 * counts them by kind, by facets and by time. Every string is a query; what in it could not be taken as meant is said.
 */
import type { QueryArgs, QueryValue } from '../../../shared/contract';
import {
  type FacetField,
  facetFields,
  type HitKind,
  hitKinds,
  type SearchResult,
} from '../../../shared/contract/search';
import type { ReadableDB } from '../core/sql';
import { countFacets } from './facets/count-facets';
import { countByTime } from './facets/histogram';
import { countFound } from './facets/value-counts';
import { describeRows } from './found/describe-rows';
import { type Found, findFirst, findRows, neverOvertaken } from './found/find-rows';
import { groupHits } from './found/group-hits';
import { countingOf } from './found/search-facet';
import { type CheckOvertaken, rowsOfKind } from './match/search-state';

const zeros = <Name extends string>(names: readonly Name[]) =>
  Object.fromEntries(names.map((name) => [name, 0])) as Record<Name, number>;
const noFacets = Object.fromEntries(facetFields.map((field) => [field, []])) as unknown as Record<
  FacetField,
  []
>;
const notCounted = {
  facets: noFacets,
  facetSizes: zeros(facetFields),
  histogram: { published: null, happened: null },
};

function countsOf(found: Found, check: CheckOvertaken): Pick<SearchResult, keyof typeof notCounted> {
  const counting = countingOf(found, check);
  if (!counting) return notCounted;
  const { state, rows } = found;
  const counter = countFound(state, rows);
  check();
  return { ...countFacets(counting, counter), histogram: countByTime(state, rows, counter) };
}

/** Searches the notebook; see `docs/search.md` for what a query means. Throws only when a newer search overtakes it. */
export function search(
  db: ReadableDB,
  args: QueryArgs<'search'>,
  check: CheckOvertaken = neverOvertaken,
): QueryValue<'search'> {
  const { offset, limit, group, only } = args;
  const isFirst = only === 'first' && group !== 'article';
  const found = isFirst ? findFirst(db, args, offset + limit, check) : findRows(db, args, check);
  check();
  const { state, rows } = found;
  const counted = hitKinds.map((kind) => [kind, rows.countWith(rowsOfKind(state, kind))] as const);
  const totals = Object.fromEntries(counted) as Record<HitKind, number>;
  const wantsHits = only !== 'facets';
  const isGrouped = wantsHits && group === 'article';
  const page = wantsHits && !isGrouped ? found.firstRows(offset + limit).slice(offset) : [];
  const grouped = isGrouped ? groupHits(found, { offset, limit }) : { groups: [], groupTotal: 0 };
  const hits = describeRows(found, page);
  check();
  return {
    total: rows.count(),
    totals,
    isCounted: found.isWhole,
    hits,
    ...grouped,
    ...(only === 'hits' || only === 'first' ? notCounted : countsOf(found, check)),
    problems: found.problems,
    alsoSearched: found.also,
    sort: found.sort,
  };
}
