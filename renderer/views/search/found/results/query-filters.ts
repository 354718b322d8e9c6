import type { QueryField } from '../../../../../shared/query/query';
import { tokeniseQuery } from '../../../../../shared/query/tokenise-query';

export interface QueryFilter {
  readonly field: QueryField;
  readonly value: string;
}

/** The filters that narrow a query; those that leave something out are not among them. */
export function filtersOf(query: string): readonly QueryFilter[] {
  const tokens = tokeniseQuery(query);
  return tokens.flatMap((token, at) =>
    token.kind === 'field' && tokens[at - 1]?.kind !== 'not'
      ? token.values.flatMap(({ text }) => (text.trim() === '' ? [] : [{ field: token.field, value: text }]))
      : [],
  );
}
