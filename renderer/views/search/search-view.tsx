/** What a query found: passages in their sentence, facets to narrow it, one click to the words. */

import type { SearchResult } from '../../../shared/contract/search';
import { memoryOf } from '../../parts/page/place-memory';
import { useNavigation } from '../../shell/navigation';
import type { ScreenProps } from '../../shell/screen-props';
import { PageHeader } from '../../ui/layout/page-header';
import { AskedNotes } from './ask/asked-notes';
import { SaveSearch } from './ask/saved/save-search';
import { settledQuery } from './ask/settled-query';
import { SearchSide } from './ask/side/search-side';
import { SearchStart } from './ask/start/search-start';
import { useRemember } from './ask/use-remember';
import { OverTime } from './found/bars/over-time';
import { FacetPane } from './found/facets/facet-pane';
import { FoundCount } from './found/found-count';
import { FoundView } from './found/found-view';
import { TakeFound } from './found/take/take-found';
import { useSearch } from './found/use-search';

interface NarrowProps {
  readonly query: string;
  readonly counts: SearchResult | undefined;
  readonly onChange: (query: string) => void;
}

function Narrow({ query, counts, onChange }: NarrowProps) {
  return (
    <FacetPane query={query} counts={counts} onChange={onChange}>
      {counts && <OverTime query={query} histogram={counts.histogram} onChange={onChange} />}
    </FacetPane>
  );
}

export function SearchView({ place }: ScreenProps<'search'>) {
  const { query } = place;
  const memory = memoryOf(place);
  const search = useSearch(place, memory);
  const setQuery = (next: string) => useNavigation.getState().replace({ kind: 'search', query: next });
  const settled = settledQuery(place);
  useRemember(settled);
  if (query.trim() === '')
    return (
      <>
        <PageHeader title="Search" />
        <div className="flex flex-1 min-h-0">
          <SearchSide query="" onChange={setQuery} narrow={null} />
          <SearchStart />
        </div>
      </>
    );
  return (
    <>
      <PageHeader title="Search" detail={<FoundCount search={search} />}>
        <TakeFound search={search} query={settled} />
        <SaveSearch query={settled} />
      </PageHeader>
      <AskedNotes query={settled} result={search.found?.result} onChange={setQuery} />
      <div className="flex flex-1 min-h-0">
        <SearchSide
          query={settled}
          onChange={setQuery}
          narrow={<Narrow query={settled} counts={search.counts} onChange={setQuery} />}
        />
        <FoundView search={search} query={query} settled={settled} memory={memory} onChange={setQuery} />
      </div>
    </>
  );
}
