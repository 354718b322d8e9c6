import { hitKinds } from '../../../../shared/contract/search';
import { parseQuery } from '../../../../shared/query/parse-query';
import type { ReadableDB } from '../../core/sql';
import { evaluateQuery } from '../../search/evaluate-query';
import { searchRows } from '../../search/search-rows';

/** The annotation ids of all passages that a search finds. */
export function foundPassages(
  db: ReadableDB,
  { query }: { readonly query: string; readonly stemming?: boolean },
): readonly string[] {
  const { root } = parseQuery(query);
  const rows = searchRows(db);
  const mask = root && evaluateQuery(db, rows, root)?.mask;
  const passage = hitKinds.indexOf('passage');
  return mask ? rows.ids.filter((_, row) => mask[row] === 1 && rows.kinds[row] === passage) : [];
}
