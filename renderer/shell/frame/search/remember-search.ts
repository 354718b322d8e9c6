import { commands } from '../../../client/client';

/** What one message of the bridge takes of a query, in UTF-16 units. */
export const longestQuery = 10_000;

/** Puts a query on the list of past searches. That it can't be (a notebook that is only read) is no news to anybody. */
export function rememberSearch(query: string): void {
  const asked = query.trim();
  if (asked !== '' && asked.length <= longestQuery)
    commands.rememberSearch({ query: asked }).catch(() => undefined);
}
