import type { QueryField } from '../../../../../shared/query/query';
import { tokeniseQuery } from '../../../../../shared/query/tokenise-query';
import { useAnswer } from '../../../../client/query';
import type { Offer } from '../../../../shell/frame/search/offer-list';

/** The value that a completion of `field:…` puts after the colon. */
function valueIn(query: string): string {
  const token = tokeniseQuery(query).find(({ kind }) => kind === 'field');
  return token?.kind === 'field' ? (token.values[0]?.text ?? '') : '';
}

/** Values of a field that go on from what was typed, as the search box completes them. */
export function useValueOffers(
  field: QueryField,
  text: string,
  asks: boolean,
  take: (value: string) => void,
): { readonly offers: readonly Offer[]; readonly isStale: boolean } {
  const words = text.replace(/["“”„«»]/g, ' ').trimStart();
  const query = /\s/.test(words) ? `${field}:"${words}` : `${field}:${words}`;
  const { data = [], isPlaceholderData } = useAnswer('completeQuery', { query, caret: query.length }, asks);
  const values = [...new Set(data.map((completion) => valueIn(completion.query)))].filter(Boolean);
  return {
    offers: values.map((value) => ({ key: value, label: value, take: () => take(value) })),
    isStale: isPlaceholderData,
  };
}
