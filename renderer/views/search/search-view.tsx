/** What a query found: passages in their sentence, facets to narrow it, one click to the words. */

import { memoryOf } from '../../parts/page/place-memory';
import { ErrorMessage } from '../../shell/error-message';
import { useNavigation } from '../../shell/navigation';
import type { ScreenProps } from '../../shell/screen-props';
import { Spinner } from '../../ui/feedback/progress';
import { PageHeader } from '../../ui/layout/page-header';
import { ScrollPane } from '../../ui/layout/scroll-pane';
import { MoreRows } from '../../ui/lists/more-rows';
import { SearchHelp } from './ask/search-help';
import { Facets } from './found/facets';
import { HitList } from './found/hit-list';
import { NothingFound } from './found/nothing-found';
import { useSearch } from './found/use-search';

function Problems({ problems }: { readonly problems: readonly string[] }) {
  return (
    <p role="status" className={problems.length > 0 ? 'px-4 py-1.5 border-b border-rule text-warning' : ''}>
      {problems.join(' ')}
    </p>
  );
}

function countWords(total: number): string {
  return total === 1 ? '1 hit' : `${total.toLocaleString('en')} hits`;
}

export function SearchView({ place }: ScreenProps<'search'>) {
  const { query } = place;
  const memory = memoryOf(place);
  const { result, hits, more, error, isSearching } = useSearch(query, memory);
  const setQuery = (next: string) => useNavigation.getState().replace({ kind: 'search', query: next });
  if (query.trim() === '') return <SearchHelp />;
  if (error) return <ErrorMessage error={error} />;
  const isFound = result !== undefined && result.total > 0;
  return (
    <>
      <PageHeader
        title="Search"
        detail={<span role="status">{result && !isSearching ? countWords(result.total) : ''}</span>}
      />
      {result && <Problems problems={result.problems} />}
      {!result && <Spinner label="Searching" />}
      {result && !isFound && !isSearching && <NothingFound query={query} onChange={setQuery} />}
      {result && isFound && (
        <div className="flex flex-1 min-h-0">
          <Facets query={query} facets={result.facets} onChange={setQuery} />
          <ScrollPane memory={memory}>
            <HitList hits={hits} query={query} memory={memory} />
            <MoreRows left={result.total - hits.length} onMore={more} />
          </ScrollPane>
        </div>
      )}
    </>
  );
}
