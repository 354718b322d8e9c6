import type { QueryField } from '../../../../../shared/query/query';
import { tokeniseQuery } from '../../../../../shared/query/tokenise-query';

export interface QueryFilter {
  readonly field: QueryField;
  readonly value: string;
  /** It is left out. */
  readonly isNot: boolean;
}

/** The filters that narrow a query, value by value, those that leave something out too. */
export function filtersOf(query: string): readonly QueryFilter[] {
  const tokens = tokeniseQuery(query);
  return tokens.flatMap((token, at) => {
    // An order leaves nothing out.
    if (token.kind !== 'field' || token.field === 'sort') return [];
    const isNot = tokens[at - 1]?.kind === 'not';
    return token.values.flatMap(({ text }) =>
      text.trim() === '' ? [] : [{ field: token.field, value: text, isNot }],
    );
  });
}
