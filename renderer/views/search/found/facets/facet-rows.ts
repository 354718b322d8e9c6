/** The values of a facet as they are listed: what is chosen or left out first, however rare it has become. Pure. */
import type { FacetValue } from '../../../../../shared/contract/search';
import type { FieldChoice } from '../../../../../shared/query/change-query';
import { foldForMatch } from '../../../../../shared/text/fold';
import type { FacetRow } from './facet-value';

const isOneOf = (values: readonly string[], { value }: FacetValue): boolean =>
  values.some((one) => foldForMatch(one) === foldForMatch(value));

/** `limit`: so many of those that are open. `counted`: where else a number for what is chosen may stand. */
export function facetRows(
  values: readonly FacetValue[],
  { chosen, excluded }: FieldChoice,
  limit: number,
  counted: readonly FacetValue[] = [],
): readonly FacetRow[] {
  const known = (value: string) =>
    [...values, ...counted].find((one) => foldForMatch(one.value) === foldForMatch(value));
  const row = (value: string, state: FacetRow['state']): FacetRow => {
    const one = known(value);
    return { value, label: one?.label ?? value, count: one?.count, state };
  };
  const open = values.filter((one) => !isOneOf(chosen, one) && !isOneOf(excluded, one));
  return [
    ...[...new Set(chosen)].map((value) => row(value, 'chosen')),
    ...[...new Set(excluded)].map((value) => ({ ...row(value, 'excluded'), count: undefined })),
    ...open
      .slice(0, limit)
      .map(({ value, label, count }) => ({ value, label, count, state: 'open' as const })),
  ];
}
