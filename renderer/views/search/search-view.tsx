/** What a query found: passages in their sentence, facets to narrow it, one click to the words. */
import { SearchX } from 'lucide-react';
import type { SearchHit } from '../../../shared/contract/search';
import { ErrorMessage } from '../../shell/error-message';
import { useNavigation } from '../../shell/navigation';
import type { ScreenProps } from '../../shell/screen-props';
import { Button } from '../../ui/actions/button';
import { EmptyState } from '../../ui/layout/empty-state';
import { PageHeader } from '../../ui/layout/page-header';
import { Facets } from './facets';
import { HitList } from './hit-list';
import { useSearch } from './use-search';

function SearchHelp() {
  return (
    <EmptyState title="Search the notebook">
      <span className="block text-start">
        Words find articles, passages, comments, notes, actors, places and events. “A phrase” finds it word
        for word, harb* finds beginnings, -word leaves out, OR takes either. Fields narrow: actor:, place:,
        event:, tag:, publisher:, published:2025-07, in:title.
      </span>
    </EmptyState>
  );
}

function Problems({ problems }: { readonly problems: readonly string[] }) {
  if (problems.length === 0) return null;
  return (
    <p role="status" className="px-4 py-1.5 border-b border-rule text-warning">
      {problems.join(' ')}
    </p>
  );
}

function countWords(total: number): string {
  return total === 1 ? '1 hit' : `${total.toLocaleString('en')} hits`;
}

function Results({
  query,
  hits,
  total,
  more,
}: {
  readonly query: string;
  readonly hits: readonly SearchHit[];
  readonly total: number;
  readonly more: () => void;
}) {
  return (
    <div className="flex-1 min-w-0 overflow-auto" key={query}>
      <HitList hits={hits} />
      {hits.length < total && (
        <div className="p-4">
          <Button onPress={more}>Show more ({(total - hits.length).toLocaleString('en')} left)</Button>
        </div>
      )}
    </div>
  );
}

export function SearchView({ place }: ScreenProps<'search'>) {
  const { query } = place;
  const { result, hits, more, error, isSearching } = useSearch(query);
  const setQuery = (next: string) => useNavigation.getState().replace({ kind: 'search', query: next });
  if (query.trim() === '') return <SearchHelp />;
  if (error) return <ErrorMessage error={error} />;
  return (
    <>
      <PageHeader
        title="Search"
        detail={
          <span aria-live="polite">{result && !isSearching ? countWords(result.total) : 'Searching…'}</span>
        }
      />
      {result && <Problems problems={result.problems} />}
      {result?.total === 0 && (
        <EmptyState icon={<SearchX size={28} aria-hidden />} title="Nothing found">
          Try fewer or shorter words, the beginning of a word with *, or take a filter away.
        </EmptyState>
      )}
      {result && result.total > 0 && (
        <div className="flex flex-1 min-h-0">
          <Facets query={query} facets={result.facets} onChange={setQuery} />
          <Results query={query} hits={hits} total={result.total} more={more} />
        </div>
      )}
    </>
  );
}
