/** How often each value of each facet occurs in the rows that were found: the total that adding its filter would give. */
import {
  type FacetField,
  type FacetValue,
  facetFields,
  type SearchResult,
} from '../../../shared/contract/search';
import { formatFilter } from '../../../shared/query/format-query';
import type { Meaning } from './evaluate-query';
import type { FilterValue, SearchRows } from './search-rows';

const shownValues = 20;

const oldFields = ['actor', 'event', 'place', 'tag', 'publisher', 'year'] as const;
type OldField = (typeof oldFields)[number];

function countIn(mask: Uint8Array, rows: readonly number[]): number {
  let count = 0;
  for (const row of rows) count += mask[row] ?? 0;
  return count;
}

function countValues(
  field: OldField,
  values: readonly FilterValue[],
  { mask }: Meaning,
  ownOnly: boolean,
): FacetValue[] {
  const counted = values.map(({ label, own, derived }) => ({
    value: label,
    label,
    filter: formatFilter(field === 'year' ? 'published' : field, label),
    count: countIn(mask, own) + (ownOnly ? 0 : countIn(mask, derived)),
  }));
  return counted
    .filter(({ count }) => count > 0)
    .sort((a, b) => b.count - a.count || (a.value < b.value ? -1 : 1))
    .slice(0, shownValues);
}

/** Exact counts over all rows found, not only those of the page. */
export function countFacets(rows: SearchRows, meaning: Meaning): SearchResult['facets'] {
  const valuesOf = (field: OldField) => (field === 'year' ? rows.years : rows.values[field]);
  const counted = oldFields.map(
    (field) => [field, countValues(field, valuesOf(field), meaning, meaning.ownOnly)] as const,
  );
  const none = facetFields.map((field) => [field, []] as const);
  return Object.fromEntries([...none, ...counted]) as Record<FacetField, FacetValue[]>;
}
