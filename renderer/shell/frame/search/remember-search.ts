import { commands } from '../../../client/client';

/** Puts a query on the list of past searches. That it can't be (a notebook that is only read) is no news to anybody. */
export function rememberSearch(query: string): void {
  const asked = query.trim();
  if (asked !== '') commands.rememberSearch({ query: asked }).catch(() => undefined);
}
