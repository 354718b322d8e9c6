/** All passages of the notebook: narrowed by anything that is known of them, read in their sentence, changed together. */
import { TextQuote } from 'lucide-react';
import { type KeyboardEvent, useState } from 'react';
import type { ListedPassage, PassageFilters, PassageSort } from '../../../../shared/contract/passages';
import { queries } from '../../../client/client';
import { useRows } from '../../../client/use-rows';
import { ExportMenu } from '../../../parts/export/export-menu';
import { ErrorMessage } from '../../../shell/error-message';
import { go, useNavigation } from '../../../shell/navigation';
import { run } from '../../../shell/notices';
import type { PlaceOf, ScreenProps } from '../../../shell/screen-props';
import { Button } from '../../../ui/actions/button';
import { Spinner } from '../../../ui/feedback/progress';
import { Select } from '../../../ui/fields/select';
import { EmptyState } from '../../../ui/layout/empty-state';
import { PageHeader } from '../../../ui/layout/page-header';
import { useStaysChosen } from '../../../ui/lists/use-stays-chosen';
import { VirtualTable } from '../../../ui/lists/virtual-table';
import { FilterBar } from '../filters/filter-bar';
import { BulkBar } from './bulk-bar';
import { passagesWord, trashPassages } from './bulk-changes';
import { passageColumns } from './passage-columns';
import { passageTable } from './passage-rows';
import { AddColumn, ColumnBar, useQueryName } from './query/column-bar';
import { queryColumn } from './query/query-column';
import { useMatches } from './query/use-matches';

const rowHeight = 74;
const nothing: ReadonlySet<string> = new Set();
const noFilters: PassageFilters = {};

const sorts: readonly { readonly value: PassageSort; readonly label: string }[] = [
  { value: 'date', label: 'By article date' },
  { value: 'title', label: 'By article title' },
  { value: 'newest', label: 'Newest first' },
];

/** What is chosen, until other passages are shown: nobody should change what is out of sight. */
function useChosen(scope: string) {
  const [chosen, setChosen] = useState({ scope, keys: nothing });
  const choose = (keys: ReadonlySet<string>) => setChosen({ scope, keys });
  return [chosen.scope === scope ? chosen.keys : nothing, choose] as const;
}

interface PassagesProps {
  readonly filters: PassageFilters;
  readonly rows: ReturnType<typeof useRows<'listPassages'>>;
  /** A search that has a column; '': none has. */
  readonly query: string;
}

function Passages({ filters, rows: read, query }: PassagesProps) {
  const { rows, isFound } = useMatches(query, read);
  const queryName = useQueryName(query);
  const columns = query === '' ? passageColumns : [...passageColumns, queryColumn(queryName, isFound)];
  const [chosen, choose] = useChosen(JSON.stringify(filters));
  const hasBar = useStaysChosen(chosen.size > 0);
  const chooseAll = async () => {
    const ids = await run(queries.listPassageIds({ filters }));
    if (ids) choose(new Set(ids));
  };
  const onKey = (event: KeyboardEvent, { annotationId }: ListedPassage) => {
    const ids = chosen.size > 0 ? [...chosen] : [annotationId];
    if (event.key === 'Delete') void trashPassages(ids).then(() => choose(nothing));
    else if (event.key === 'Escape' && chosen.size > 0) choose(nothing);
    else return;
    event.preventDefault();
  };
  const tagId = filters.tagIds?.length === 1 ? filters.tagIds[0] : undefined;
  return (
    <>
      <VirtualTable
        label="Passages"
        columns={columns}
        rows={rows}
        rowKey={(passage) => passage.annotationId}
        rowHeight={rowHeight}
        onOpen={({ articleId, annotationId }) => go({ kind: 'article', id: articleId, annotationId })}
        selected={chosen}
        onSelectedChange={choose}
        onSelectAll={() => void chooseAll()}
        onKey={onKey}
        rememberAs={`passages ${JSON.stringify(filters)}`}
        autoFocus
      />
      {hasBar && <BulkBar ids={[...chosen]} tagId={tagId} onClear={() => choose(nothing)} />}
    </>
  );
}

function NoPassages({ isNarrowed, onClear }: { readonly isNarrowed: boolean; readonly onClear: () => void }) {
  if (isNarrowed) {
    return (
      <EmptyState
        title="No passage is like this"
        actions={<Button onPress={onClear}>Show all passages</Button>}
      >
        Take a filter off to see more.
      </EmptyState>
    );
  }
  return (
    <EmptyState title="No passages yet" icon={<TextQuote size={28} aria-hidden />}>
      Select words in an article and say something about them: they appear here, with all others, to be found,
      tagged and linked together.
    </EmptyState>
  );
}

const replace = (place: PlaceOf<'passages'>) => useNavigation.getState().replace(place);

/** Without the column, and without what it narrows. */
function withoutColumn({
  query: _,
  filters = noFilters,
  ...place
}: PlaceOf<'passages'>): PlaceOf<'passages'> {
  const { found: __, ...rest } = filters;
  return { ...place, filters: rest };
}

export function PassagesView({ place }: ScreenProps<'passages'>) {
  const { filters = noFilters, sort = 'date', query = '' } = place;
  const queryName = useQueryName(query);
  const rows = useRows('listPassages', { filters, sort });
  const narrow = (next: PassageFilters) => replace({ ...place, filters: next });
  const isNarrowed = Object.keys(filters).length > 0;
  return (
    <>
      <PageHeader
        title="Quotations"
        detail={<span role="status">{rows.isLoading ? '' : passagesWord(rows.total)}</span>}
      >
        <Select
          label="Order"
          labelHidden
          value={sort}
          choices={sorts}
          onChange={(next) => replace({ ...place, sort: next })}
        />
        <AddColumn query={query} onPick={(picked) => replace({ ...place, query: picked })} />
        <ExportMenu
          name="Quotations"
          rows={() => passageTable(filters, sort, query === '' ? undefined : { query, name: queryName })}
          isDisabled={rows.total === 0}
        />
      </PageHeader>
      <FilterBar filters={filters} onChange={narrow} />
      {query !== '' && (
        <ColumnBar
          query={query}
          filters={filters}
          onFilter={narrow}
          onClose={() => replace(withoutColumn(place))}
        />
      )}
      {rows.error ? <ErrorMessage error={rows.error} /> : null}
      {rows.isLoading && <Spinner />}
      {rows.total === 0 && !rows.isLoading && (
        <NoPassages isNarrowed={isNarrowed} onClear={() => narrow(noFilters)} />
      )}
      {rows.total > 0 && <Passages filters={filters} rows={rows} query={query} />}
    </>
  );
}
