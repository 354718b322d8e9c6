/** Actors, or places and objects: every one, by name or by how often it is mentioned. */
import { Box, MapPin, Plus, Users } from 'lucide-react';
import { type KeyboardEvent, type SubmitEvent, useState } from 'react';
import type { EntityKind, EntitySummary } from '../../../shared/model/entity';
import { commands } from '../../client/client';
import { useRows } from '../../client/use-rows';
import { ExportMenu } from '../../parts/export/export-menu';
import { ErrorMessage } from '../../shell/error-message';
import { go } from '../../shell/navigation';
import { notifyUndoable, run } from '../../shell/notices';
import type { ScreenProps } from '../../shell/screen-props';
import { Button } from '../../ui/actions/button';
import { Spinner } from '../../ui/feedback/progress';
import { Segmented } from '../../ui/fields/segmented';
import { SearchField, TextField } from '../../ui/fields/text-field';
import { EmptyState } from '../../ui/layout/empty-state';
import { PageHeader } from '../../ui/layout/page-header';
import { VirtualTable } from '../../ui/lists/virtual-table';
import { entitiesTable } from './entities-table';
import { actorColumns, otherColumns } from './entity-columns';

const words = {
  actor: {
    title: 'Actors',
    one: 'actor',
    icon: <Users size={28} aria-hidden />,
    way: 'Open an article, choose words that name one, and press A.',
  },
  place: {
    title: 'Places',
    one: 'place',
    icon: <MapPin size={28} aria-hidden />,
    way: 'Open an article, choose words that name one, and press P.',
  },
  object: {
    title: 'Objects',
    one: 'object',
    icon: <Box size={28} aria-hidden />,
    way: 'Things that are neither actors nor places: ships, weapons, documents. Add one here.',
  },
} as const;

function NewEntity({ kind }: { readonly kind: EntityKind }) {
  const [name, setName] = useState('');
  const label = `New ${words[kind].one}`;
  const make = async (event: SubmitEvent) => {
    event.preventDefault();
    if (name.trim() === '') return;
    const made = await run(commands.createEntity({ kind, actorKind: '', name: name.trim() }));
    if (made) go({ kind: 'entity', id: made.id });
  };
  return (
    <form className="flex gap-1.5" onSubmit={(event) => void make(event)}>
      <div className="w-32 min-[1100px]:w-48">
        <TextField label={label} labelHidden placeholder={label} value={name} onChange={setName} />
      </div>
      <Button type="submit" icon={<Plus size={14} aria-hidden />} isDisabled={name.trim() === ''}>
        Add
      </Button>
    </form>
  );
}

async function trash(ids: readonly string[]): Promise<void> {
  const done = await run(commands.trashEntities({ ids: [...ids] }));
  const what = ids.length === 1 ? 'Moved to the trash' : `Moved ${ids.length} to the trash`;
  if (done !== undefined) notifyUndoable(what, 'trashEntities');
}

interface ListProps {
  readonly kind: EntityKind;
  readonly filter: string;
  readonly rows: ReturnType<typeof useRows<'listEntities'>>;
  readonly sort: SortState;
  readonly onSort: (sort: SortState) => void;
}

interface SortState {
  readonly column: 'name' | 'mentionCount';
  readonly descending: boolean;
}

function EntityTable({ kind, filter, rows, sort, onSort }: ListProps) {
  const [selected, setSelected] = useState<ReadonlySet<string>>(new Set());
  const onKey = (event: KeyboardEvent, entity: EntitySummary) => {
    if (event.key !== 'Delete') return;
    event.preventDefault();
    void trash(selected.size > 0 ? [...selected] : [entity.id]).then(() => setSelected(new Set()));
  };
  return (
    <VirtualTable
      label={words[kind].title}
      columns={kind === 'actor' ? actorColumns : otherColumns}
      rows={rows}
      rowKey={({ id }) => id}
      onOpen={({ id }) => go({ kind: 'entity', id })}
      selected={selected}
      onSelectedChange={setSelected}
      sort={sort}
      onSort={({ column, descending }) =>
        onSort({ column: column === 'name' ? 'name' : 'mentionCount', descending })
      }
      onKey={onKey}
      rememberAs={`${kind} ${filter}`}
      autoFocus
    />
  );
}

function NoEntities({ kind, isFiltered }: { readonly kind: EntityKind; readonly isFiltered: boolean }) {
  const { icon, one, title, way } = words[kind];
  return (
    <EmptyState icon={icon} title={isFiltered ? `No ${one} of this name` : `No ${title.toLowerCase()} yet`}>
      {isFiltered ? 'Try a part of the name, or an alias.' : way}
    </EmptyState>
  );
}

type EntitiesProps = Omit<ListProps, 'rows'>;

const listOf = ({ kind, filter, sort }: Omit<EntitiesProps, 'onSort'>) => ({
  kind,
  filter,
  sort: sort.column,
  descending: sort.descending,
});

function EntitiesOf({ kind, filter, sort, onSort }: EntitiesProps) {
  const rows = useRows('listEntities', listOf({ kind, filter, sort }));
  if (rows.error) return <ErrorMessage error={rows.error} />;
  if (rows.isLoading) return <Spinner />;
  if (rows.total === 0) return <NoEntities kind={kind} isFiltered={filter !== ''} />;
  return <EntityTable key={filter} {...{ kind, filter, rows, sort, onSort }} />;
}

const placeKinds = [
  { value: 'place', label: 'Places' },
  { value: 'object', label: 'Objects' },
] as const;

export function EntitiesView({ place }: ScreenProps<'actors' | 'places'>) {
  const [placeKind, setPlaceKind] = useState<'place' | 'object'>('place');
  const [filter, setFilter] = useState('');
  const [sort, setSort] = useState<SortState>({ column: 'mentionCount', descending: true });
  const kind = place.kind === 'actors' ? 'actor' : placeKind;
  const { title } = words[kind];
  return (
    <>
      <PageHeader title={title}>
        {place.kind === 'places' && (
          <Segmented
            label="Which"
            labelHidden
            value={placeKind}
            choices={placeKinds}
            onChange={setPlaceKind}
          />
        )}
        <div className="w-36 min-[1100px]:w-60">
          <SearchField
            label={`Filter ${title.toLowerCase()}`}
            placeholder="Name or alias"
            value={filter}
            onChange={setFilter}
          />
        </div>
        <ExportMenu name={title} rows={() => entitiesTable(listOf({ kind, filter, sort }))} />
        <NewEntity kind={kind} />
      </PageHeader>
      <EntitiesOf key={kind} kind={kind} filter={filter} sort={sort} onSort={setSort} />
    </>
  );
}
