import { tokeniseQuery } from '../../../../shared/query/tokenise-query';
import type { PlaceOf } from '../../../shell/screen-props';

/**
 * The query of the screen as it stands when nothing more is typed: a last word that was still being typed is the
 * beginning of one (`dockw` is `dockw*`), for so it was searched.
 */
export function settledQuery({ query, asTyped }: Pick<PlaceOf<'search'>, 'query' | 'asTyped'>): string {
  const last = asTyped ? tokeniseQuery(query).at(-1) : undefined;
  const isBegun = last?.kind === 'value' && last.end === query.length;
  return isBegun && /^[\p{L}\p{N}\p{M}]+$/u.test(query.slice(last.start)) ? `${query}*` : query;
}
