/** A query as the lists beside and above the hits change it: every change is one of the query's own words, so that both stay the same. */
import type { FacetField, HitKind } from '../../../../shared/contract/search';
import {
  addPiece,
  chooseValue,
  excludeValue,
  hasExcluded,
  hasFilter,
  removeExcluded,
  removeFilter,
  withoutField,
} from '../../../../shared/query/change-query';
import type { DateField, QueryField, SearchSort } from '../../../../shared/query/query';

/** The field of a query that a facet narrows by; null: its values are more than one word of a query. */
export const queryFieldOf: Readonly<Record<FacetField, QueryField | null>> = {
  actor: 'actor',
  place: 'place',
  event: 'event',
  type: 'type',
  tag: 'tag',
  together: null,
  role: 'role',
  mode: 'mode',
  certainty: 'certainty',
  claimant: 'claimant',
  publisher: 'publisher',
  by: 'by',
  year: 'published',
  lang: 'lang',
  colour: 'colour',
  has: 'has',
  kind: 'kind',
};

/** With a value more of a field, or one less. */
export function toggleValue(query: string, field: QueryField, value: string): string {
  return hasFilter(query, field, value)
    ? removeFilter(query, field, value)
    : chooseValue(query, field, value);
}

/** Leaves a value out, or no longer. */
export function toggleExcluded(query: string, field: QueryField, value: string): string {
  const isExcluded = hasExcluded(query, field, value);
  return isExcluded ? removeExcluded(query, field, value) : excludeValue(query, field, value);
}

/** The query for all kinds of things. */
export const withoutKinds = (query: string): string => withoutField(query, 'kind', 'chosen');

/** The query for one kind of things; null: for all. */
export const withKind = (query: string, kind: HitKind | null): string =>
  kind ? chooseValue(withoutKinds(query), 'kind', kind) : withoutKinds(query);

/** The query in an order. */
export const withSort = (query: string, sort: SearchSort): string =>
  chooseValue(withoutField(query, 'sort'), 'sort', sort);

/** The query for a time only: an EDTF date, or a range of two. */
export const withDates = (query: string, field: DateField, dates: string): string =>
  chooseValue(withoutField(query, field, 'chosen'), field, dates);

/** With a piece of a query more at its end. */
export const withPiece = (query: string, piece: string): string => addPiece(query, piece);
