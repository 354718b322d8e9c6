import type { QueryArgs } from '../../../shared/contract';
import { queries } from '../../client/client';

const pageLength = 500;

/** What the library shows, whatever page of it. */
export type LibraryQuery = Omit<QueryArgs<'listArticles'>, 'offset' | 'limit'>;

/** The ids of every article that the library shows, also of those that no page was read of. */
export async function allArticleIds(shown: LibraryQuery): Promise<ReadonlySet<string>> {
  const ids = new Set<string>();
  for (let offset = 0; ; offset += pageLength) {
    const { rows, total } = await queries.listArticles({ ...shown, offset, limit: pageLength });
    for (const { id } of rows) ids.add(id);
    if (rows.length === 0 || offset + pageLength >= total) return ids;
  }
}
