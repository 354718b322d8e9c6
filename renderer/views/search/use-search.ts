import { useQueries } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import type { SearchHit, SearchResult } from '../../../shared/contract/search';
import { query as queryOf } from '../../client/query';

const pageLength = 50;

export interface Search {
  /** Counts and facets; undefined until the first answer. */
  readonly result: SearchResult | undefined;
  readonly hits: readonly SearchHit[];
  readonly more: () => void;
  readonly error: unknown;
  /** What is shown is the answer to an earlier query. */
  readonly isSearching: boolean;
}

/** The hits of a query, a page at a time; the last answer stays until the next is there. */
export function useSearch(query: string): Search {
  const [pages, setPages] = useState(1);
  useEffect(() => setPages(query === '' ? 0 : 1), [query]);
  const answers = useQueries({
    queries: Array.from({ length: Math.max(1, pages) }, (_, page) =>
      queryOf('search', { query, offset: page * pageLength, limit: pageLength }),
    ),
  });
  return {
    result: answers[0]?.data,
    hits: answers.flatMap(({ data }) => data?.hits ?? []),
    more: () => setPages((current) => current + 1),
    error: answers.find(({ error }) => error)?.error,
    isSearching: answers[0]?.isPlaceholderData ?? true,
  };
}
