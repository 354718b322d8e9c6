/** The hits of a query, a page at a time; the last answer stays until the next is there. Draws nothing. */
import { useQueries } from '@tanstack/react-query';
import { useEffect, useReducer, useRef } from 'react';
import type { SearchHit, SearchResult } from '../../../../shared/contract/search';
import { query as queryOf } from '../../../client/query';

const pageLength = 50;
/** What one message of the bridge takes. */
const longestQuery = 10_000;
const tooLong = 'Only the first 10,000 characters are searched.';

export interface Search {
  /** Counts and facets; undefined until the first answer. */
  readonly result: SearchResult | undefined;
  readonly hits: readonly SearchHit[];
  readonly more: () => void;
  readonly error: unknown;
  /** What is shown is the answer to an earlier query. */
  readonly isSearching: boolean;
}

interface Shown {
  readonly result: SearchResult;
  readonly hits: readonly SearchHit[];
}

function useShown(now: Shown | null): Shown | null {
  const last = useRef<Shown>(null);
  useEffect(() => {
    if (now) last.current = now;
  });
  return now ?? last.current;
}

function withProblem(result: SearchResult, problem: string): SearchResult {
  return { ...result, problems: [...result.problems, problem] };
}

/** `memory` keeps how many pages were read of the query. */
export function useSearch(given: string, memory: { pages: number }): Search {
  const query = given.slice(0, longestQuery);
  const [, redraw] = useReducer((count: number) => count + 1, 0);
  const answers = useQueries({
    queries: Array.from({ length: memory.pages }, (_, page) =>
      queryOf('search', { query, offset: page * pageLength, limit: pageLength }),
    ),
  });
  const first = answers[0]?.data;
  const result = first && query.length < given.length ? withProblem(first, tooLong) : first;
  const hits = answers.flatMap(({ data }) => data?.hits ?? []);
  const shown = useShown(result ? { result, hits } : null);
  const isReading = answers.some(({ isPending }) => isPending);
  const more = () => {
    if (isReading || memory.pages * pageLength >= (first?.total ?? 0)) return;
    memory.pages += 1;
    redraw();
  };
  return {
    result: shown?.result,
    hits: shown?.hits ?? [],
    more,
    error: answers.find(({ error }) => error)?.error,
    isSearching: result === undefined,
  };
}
