/** Queries for React: kept by name and arguments, read again when a topic they read has changed. */
import { keepPreviousData, QueryClient, type QueryKey, queryOptions, useQuery } from '@tanstack/react-query';
import type { QueryArgs, QueryName, QueryValue } from '../../shared/contract';
import type { Topic } from '../../shared/contract/app';
import { bridge } from './bridge';
import { queries } from './client';
import { gather } from './gather';
import { refresh } from './refresh';
import { topicsRead } from './topics';

export const queryClient = new QueryClient({
  defaultOptions: {
    queries: {
      networkMode: 'always',
      staleTime: Number.POSITIVE_INFINITY,
      retry: false,
      refetchOnWindowFocus: false,
    },
    mutations: { networkMode: 'always' },
  },
});

/** Options of one query, for `useQuery`, `ensureQueryData` and the like. */
export function query<N extends QueryName>(name: N, args: QueryArgs<N>) {
  return queryOptions({
    queryKey: [name, args] as QueryKey,
    queryFn: (): Promise<QueryValue<N>> => queries[name](args),
    placeholderData: keepPreviousData,
  });
}

/** The answer of a query: `data` is undefined until the first answer; the last answer stays while a new one is read. */
export function useAnswer<N extends QueryName>(name: N, args: QueryArgs<N>, enabled = true) {
  return useQuery({ ...query(name, args), enabled });
}

function readsOneOf(name: unknown, changed: ReadonlySet<Topic>): boolean {
  return topicsRead(String(name)).some((topic) => changed.has(topic));
}

/** Reads again what changes touched. */
function refreshTopics(changed: ReadonlySet<Topic>): void {
  refresh(queryClient, ({ queryKey }) => readsOneOf(queryKey[0], changed));
}

/** Changes that come closer together than this are read again together. */
const refreshPauseMs = 150;

/** Follows the notebook: called once at start. */
export function followChanges(): () => void {
  const gatherTopics = gather<Topic>(refreshPauseMs, refreshTopics);
  return bridge.listen((event) => {
    if (event.kind === 'changed') gatherTopics(event.topics);
    if (event.kind === 'notebook') queryClient.clear();
  });
}
