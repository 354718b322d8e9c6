/** The values of one field in what was found, for whoever looks for one of them. */
import type { QueryArgs, QueryValue } from '../../../../shared/contract';
import type { ReadableDB } from '../../core/sql';
import { countValues } from '../facets/count-facets';
import type { Counting } from '../facets/counting';
import { rowsMeantBy } from '../match/evaluate-query';
import type { CheckOvertaken } from '../match/search-state';
import { comparableName } from '../match/things';
import { type Found, findRows, neverOvertaken } from './find-rows';

/** How what was found is to be counted; null where nothing was asked. */
export function countingOf(found: Found, check: CheckOvertaken): Counting | null {
  const { state, root, rows } = found;
  return root && { state, root, rows, check, read: (node) => rowsMeantBy(state, node, check) };
}

/** The values of a field with a word that starts as given, most frequent first. */
export function searchFacet(
  db: ReadableDB,
  { field, text, offset, limit, ...asked }: QueryArgs<'searchFacet'>,
  check: CheckOvertaken = neverOvertaken,
): QueryValue<'searchFacet'> {
  const counting = countingOf(findRows(db, asked, check), check);
  const wanted = comparableName(text);
  const isMeant = (label: string): boolean => {
    const name = comparableName(label);
    return name.startsWith(wanted) || name.includes(` ${wanted}`);
  };
  const values = counting ? countValues(counting, field, isMeant) : [];
  return { values: values.slice(offset, offset + limit), total: values.length };
}
