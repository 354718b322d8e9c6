/**
 * Reads again what a change touched. A query's first reading that is under way is joined by TanStack, not begun anew, and
 * may bring rows from before the change (the answer and the news of the change race on their way here): it is read once more.
 */
import type { Query, QueryClient } from '@tanstack/react-query';

type Touched = (query: Query) => boolean;

/** Marks the queries as out of date; those that are on screen are read again at once. */
export function refresh(client: QueryClient, touched: Touched): void {
  const firstReadings = client
    .getQueryCache()
    .findAll({ fetchStatus: 'fetching', predicate: touched })
    .filter(({ state }) => state.data === undefined);
  void client.invalidateQueries({ predicate: touched });
  for (const query of firstReadings) void readOnceMore(client, query);
}

async function readOnceMore(client: QueryClient, { promise, queryKey }: Query): Promise<void> {
  await promise?.catch(() => undefined);
  await client.invalidateQueries({ queryKey, exact: true });
}
