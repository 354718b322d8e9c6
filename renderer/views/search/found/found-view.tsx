/** What a query found, below the words that asked for it: kinds, order, and the hits. */
import { List, Rows3 } from 'lucide-react';
import type { SearchSort } from '../../../../shared/query/query';
import type { PlaceMemory } from '../../../parts/page/place-memory';
import { ErrorMessage } from '../../../shell/error-message';
import { IconButton } from '../../../ui/actions/button';
import { Spinner } from '../../../ui/feedback/progress';
import { Select } from '../../../ui/fields/select';
import { ScrollPane } from '../../../ui/layout/scroll-pane';
import { MoreRows } from '../../../ui/lists/more-rows';
import { withSort } from './query-changes';
import { HitList } from './results/hit-list';
import { KindTabs } from './results/kind-tabs';
import { NothingFound } from './results/nothing-found';
import { chooseSearch, useSearchChoices } from './search-choices';
import type { Search } from './use-search';

const sorts: readonly { readonly value: SearchSort; readonly label: string }[] = [
  { value: 'relevance', label: 'Most relevant' },
  { value: 'newest', label: 'Newest made first' },
  { value: 'oldest', label: 'Oldest made first' },
  { value: 'published', label: 'By day of publication' },
  { value: 'title', label: 'By title' },
  { value: 'place', label: 'By place in the text' },
];

interface FoundViewProps {
  readonly search: Search;
  /** As it stands in the box. */
  readonly query: string;
  /** As it is asked when nothing more is typed. */
  readonly settled: string;
  readonly memory: PlaceMemory;
  readonly onChange: (query: string) => void;
}

function Order({ search, query, onChange }: Pick<FoundViewProps, 'search' | 'query' | 'onChange'>) {
  const byArticle = useSearchChoices((choices) => choices.byArticle);
  return (
    <>
      <Select
        label="Order"
        labelHidden
        value={search.found?.result.sort ?? 'relevance'}
        choices={sorts}
        onChange={(sort) => onChange(withSort(query, sort))}
      />
      <IconButton
        label={byArticle ? 'Stand one by one' : 'Stand by article'}
        icon={byArticle ? <List size={15} /> : <Rows3 size={15} />}
        active={byArticle}
        onPress={() => chooseSearch({ byArticle: !byArticle })}
      />
    </>
  );
}

function FoundBar({ search, query, onChange }: Omit<FoundViewProps, 'memory' | 'settled'>) {
  return (
    <div className="flex flex-wrap items-end gap-x-2 border-b border-rule shrink-0 min-w-0">
      <KindTabs
        query={query}
        totals={search.totals}
        isCounted={search.found?.result.isCounted ?? false}
        onChange={onChange}
      />
      <div className="ms-auto flex items-center gap-1 px-3 py-0.5">
        <Order search={search} query={query} onChange={onChange} />
      </div>
    </div>
  );
}

function Hits({ search, query, settled, memory, onChange }: FoundViewProps) {
  const { found, more, isSearching, error } = search;
  if (error) return <ErrorMessage error={error} />;
  if (!found) return <Spinner label="Searching" />;
  if (found.result.total === 0)
    return isSearching ? null : <NothingFound query={query} onChange={onChange} />;
  return (
    <ScrollPane memory={memory}>
      <HitList hits={found.hits} groups={found.groups} query={settled} memory={memory} />
      <MoreRows left={found.left} onMore={more} />
    </ScrollPane>
  );
}

export function FoundView(props: FoundViewProps) {
  return (
    <div className="flex flex-col flex-1 min-w-0 min-h-0">
      <FoundBar {...props} />
      <Hits {...props} />
    </div>
  );
}
