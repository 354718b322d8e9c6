/** Actors or places: every one, by name or by how often it is mentioned. */
import { MapPin, Plus, Users } from 'lucide-react';
import { type KeyboardEvent, type SubmitEvent, useState } from 'react';
import type { EntitySummary } from '../../../shared/model/entity';
import { commands } from '../../client/client';
import { useRows } from '../../client/use-rows';
import { ErrorMessage } from '../../shell/error-message';
import { go } from '../../shell/navigation';
import { notifyUndoable, run } from '../../shell/notices';
import type { ScreenProps } from '../../shell/screen-props';
import { Button } from '../../ui/actions/button';
import { SearchField, TextField } from '../../ui/fields/text-field';
import { EmptyState } from '../../ui/layout/empty-state';
import { PageHeader } from '../../ui/layout/page-header';
import { type Column, VirtualTable } from '../../ui/lists/virtual-table';

type ListedKind = 'actor' | 'place';

const words = {
  actor: { title: 'Actors', one: 'actor', icon: <Users size={28} aria-hidden />, key: 'A' },
  place: { title: 'Places', one: 'place', icon: <MapPin size={28} aria-hidden />, key: 'P' },
} as const;

const number = (count: number) => (count > 0 ? count.toLocaleString('en') : '–');

const columns: readonly Column<EntitySummary>[] = [
  {
    id: 'name',
    label: 'Name',
    track: 'minmax(12rem, 2fr)',
    sortable: true,
    cell: ({ name }) => (
      <span dir="auto" title={name} className="truncate font-medium">
        {name}
      </span>
    ),
  },
  { id: 'actorKind', label: 'Kind', track: '8rem', cell: ({ actorKind }) => actorKind || '–' },
  {
    id: 'aliases',
    label: 'Also known as',
    track: 'minmax(8rem, 2fr)',
    cell: ({ aliases }) => (
      <span dir="auto" title={aliases.join(', ')} className="truncate text-muted">
        {aliases.join(', ')}
      </span>
    ),
  },
  {
    id: 'mentionCount',
    label: 'Passages',
    track: '6rem',
    align: 'end',
    sortable: true,
    cell: ({ mentionCount }) => number(mentionCount),
  },
  {
    id: 'eventCount',
    label: 'Events',
    track: '5rem',
    align: 'end',
    cell: ({ eventCount }) => number(eventCount),
  },
];

function NewEntity({ kind }: { readonly kind: ListedKind }) {
  const [name, setName] = useState('');
  const make = async (event: SubmitEvent) => {
    event.preventDefault();
    if (name.trim() === '') return;
    const made = await run(commands.createEntity({ kind, actorKind: '', name: name.trim() }));
    if (!made) return;
    setName('');
    go({ kind: 'entity', id: made.id });
  };
  return (
    <form className="flex gap-2" onSubmit={(event) => void make(event)}>
      <TextField
        label={`New ${words[kind].one}`}
        labelHidden
        placeholder={`New ${words[kind].one}`}
        value={name}
        onChange={setName}
      />
      <Button type="submit" icon={<Plus size={14} aria-hidden />}>
        Add
      </Button>
    </form>
  );
}

async function trash(ids: readonly string[]): Promise<void> {
  const done = await run(commands.trashEntities({ ids: [...ids] }));
  if (done !== undefined)
    notifyUndoable(
      ids.length === 1 ? 'Moved to the trash' : `Moved ${ids.length} to the trash`,
      'trashEntities',
    );
}

export function EntitiesView({ place }: ScreenProps<'actors' | 'places'>) {
  const kind: ListedKind = place.kind === 'actors' ? 'actor' : 'place';
  const { title, one, icon, key } = words[kind];
  const [filter, setFilter] = useState('');
  const [sort, setSort] = useState<{ column: 'name' | 'mentionCount'; descending: boolean }>({
    column: 'mentionCount',
    descending: true,
  });
  const [selected, setSelected] = useState<ReadonlySet<string>>(new Set());
  const rows = useRows('listEntities', { kind, filter, sort: sort.column, descending: sort.descending });
  const isEmpty = rows.total === 0 && !rows.isLoading;
  const onKey = (event: KeyboardEvent, entity: EntitySummary) => {
    if (event.key !== 'Delete') return;
    event.preventDefault();
    void trash(selected.size > 0 ? [...selected] : [entity.id]).then(() => setSelected(new Set()));
  };
  return (
    <>
      <PageHeader title={title} detail={rows.total > 0 ? rows.total : undefined}>
        <SearchField
          label={`Filter ${title.toLowerCase()}`}
          placeholder="Name or alias"
          value={filter}
          onChange={setFilter}
        />
        <NewEntity kind={kind} />
      </PageHeader>
      {rows.error ? <ErrorMessage error={rows.error} /> : null}
      {isEmpty && (
        <EmptyState icon={icon} title={filter ? `No ${one} of this name` : `No ${title.toLowerCase()} yet`}>
          {filter
            ? 'Try a part of the name, or an alias.'
            : `Open an article, choose words that name one, and press ${key}.`}
        </EmptyState>
      )}
      {rows.total > 0 && (
        <VirtualTable
          label={title}
          columns={kind === 'actor' ? columns : columns.filter(({ id }) => id !== 'actorKind')}
          rows={rows}
          rowKey={({ id }) => id}
          onOpen={({ id }) => go({ kind: 'entity', id })}
          selected={selected}
          onSelectedChange={setSelected}
          sort={sort}
          onSort={({ column, descending }) =>
            setSort({ column: column === 'name' ? 'name' : 'mentionCount', descending })
          }
          onKey={onKey}
          rememberAs={title}
          autoFocus
        />
      )}
    </>
  );
}
