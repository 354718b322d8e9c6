/** What can be offered under the search box: completions of the word at the caret, and searches of before. */
import { History, X } from 'lucide-react';
import { useEffect, useState } from 'react';
import { commands } from '../../../client/client';
import { useAnswer } from '../../../client/query';
import { run } from '../../notices';
import type { Offer } from './offer-list';
import { longestQuery } from './remember-search';

/** This long after the last letter it is completed. */
const settleMs = 50;
const completionsShown = 10;
const pastShown = 50;

/** The query a moment after the last letter: a fast typist asks once, not at each letter. */
function useSettled(query: string): string {
  const [settled, setSettled] = useState(query);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(query), settleMs);
    return () => clearTimeout(timer);
  }, [query]);
  return settled;
}

/** `take` is given the query with the completion in it, and where the caret goes. */
export function useCompletions(
  query: string,
  caret: number | null,
  take: (query: string, caret: number) => void,
): { readonly offers: readonly Offer[]; readonly isStale: boolean } {
  const settled = useSettled(query);
  const asks = caret !== null && query.trim() !== '' && query.length <= longestQuery;
  const isSettled = settled === query;
  const args = { query: settled, caret: Math.min(caret ?? 0, settled.length) };
  const { data = [], isPlaceholderData } = useAnswer('completeQuery', args, asks && isSettled);
  const offers = (asks ? data : []).slice(0, completionsShown).map((completion) => ({
    key: completion.query,
    label: completion.label,
    take: () => take(completion.query, completion.caret),
  }));
  return { offers, isStale: isPlaceholderData || !isSettled };
}

/** Takes every past search off the list. */
export async function clearPastSearches(): Promise<void> {
  await run(commands.clearSearchHistory({}));
}

export function usePastSearches(asks: boolean, take: (query: string) => void): readonly Offer[] {
  const { data = [] } = useAnswer('searchHistory', {}, asks);
  if (!asks || data.length === 0) return [];
  const past = data.slice(0, pastShown).map(({ query }) => ({
    key: query,
    label: query,
    icon: <History size={13} aria-hidden className="shrink-0 text-faint" />,
    take: () => take(query),
  }));
  const clear = {
    key: '\u0000clear',
    label: 'Clear this list',
    icon: <X size={13} aria-hidden className="shrink-0" />,
    group: true,
    take: () => void clearPastSearches(),
  };
  return [...past, clear];
}
