import { useEffect, useState } from 'react';
import type { Search } from './use-search';

/** Nothing is announced before the count has stood for so long. */
const settleMs = 300;

function words(total: number): string {
  if (total === 0) return 'No hits';
  return total === 1 ? '1 hit' : `${total.toLocaleString('en')} hits`;
}

/** How much was found: seen as soon as it is counted, heard when it has settled. */
export function FoundCount({ search: { found, isSearching } }: { readonly search: Search }) {
  const isCounted = found?.result.isCounted ?? false;
  const now = isCounted && found && !isSearching ? words(found.result.total) : '';
  const query = found?.query;
  const [heard, setHeard] = useState('');
  // biome-ignore lint/correctness/useExhaustiveDependencies: another query with the same count is news as well
  useEffect(() => {
    setHeard('');
    const timer = setTimeout(() => setHeard(now), settleMs);
    return () => clearTimeout(timer);
  }, [now, query]);
  return (
    <>
      <span aria-hidden>{isCounted || isSearching ? now : 'Counting…'}</span>
      <span role="status" className="sr-only">
        {heard}
      </span>
    </>
  );
}
