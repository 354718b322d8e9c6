/** All events, in order of time. */
import { CalendarDays, Plus } from 'lucide-react';
import { type KeyboardEvent, useState } from 'react';
import type { EventSummary } from '../../../shared/model/event';
import { commands } from '../../client/client';
import { useRows } from '../../client/use-rows';
import { EventForm, type NewEvent } from '../../parts/event-form';
import { ErrorMessage } from '../../shell/error-message';
import { go } from '../../shell/navigation';
import { notifyUndoable, run } from '../../shell/notices';
import type { ScreenProps } from '../../shell/screen-props';
import { Button } from '../../ui/actions/button';
import { SearchField } from '../../ui/fields/text-field';
import { EmptyState } from '../../ui/layout/empty-state';
import { PageHeader } from '../../ui/layout/page-header';
import { type Column, VirtualTable } from '../../ui/lists/virtual-table';
import { Dialog } from '../../ui/overlays/dialog';

const namesOf = ({ participants }: EventSummary) =>
  participants.map(({ name, role }) => `${name} (${role})`).join(', ');

const columns: readonly Column<EventSummary>[] = [
  {
    id: 'date',
    label: 'Date',
    track: '11.5rem',
    cell: ({ date }) => (
      <span className="tabular-nums" title={date?.words}>
        {date?.edtf ?? '–'}
      </span>
    ),
  },
  {
    id: 'title',
    label: 'Event',
    track: 'minmax(12rem, 3fr)',
    cell: ({ title }) => (
      <span dir="auto" title={title} className="truncate font-medium">
        {title}
      </span>
    ),
  },
  { id: 'type', label: 'Type', track: '7rem', cell: ({ typeName }) => typeName || '–' },
  {
    id: 'place',
    label: 'Place',
    track: 'minmax(6rem, 1fr)',
    cell: ({ placeName }) => (
      <span dir="auto" title={placeName} className="truncate">
        {placeName || '–'}
      </span>
    ),
  },
  {
    id: 'participants',
    label: 'Who',
    track: 'minmax(8rem, 2fr)',
    cell: (event) => (
      <span dir="auto" title={namesOf(event)} className="truncate text-muted">
        {namesOf(event)}
      </span>
    ),
  },
  {
    id: 'evidence',
    label: 'Passages',
    track: '5.5rem',
    align: 'end',
    cell: ({ evidenceCount }) => evidenceCount || '–',
  },
];

function NewEventDialog({ onClose }: { readonly onClose: () => void }) {
  const create = async (event: NewEvent) => {
    onClose();
    const made = await run(commands.createEvent(event));
    if (made) go({ kind: 'event', id: made.id });
  };
  return (
    <Dialog title="New event" isOpen onClose={onClose} size="small">
      <EventForm
        title=""
        prefill={{ date: null, reference: null, place: null }}
        onCreate={(event) => void create(event)}
      />
    </Dialog>
  );
}

async function trash(ids: readonly string[]): Promise<void> {
  const done = await run(commands.trashEvents({ ids: [...ids] }));
  if (done !== undefined)
    notifyUndoable(
      ids.length === 1 ? 'Moved the event to the trash' : `Moved ${ids.length} events to the trash`,
      'trashEvents',
    );
}

export function EventsView(_: ScreenProps<'events'>) {
  const [filter, setFilter] = useState('');
  const [making, setMaking] = useState(false);
  const [selected, setSelected] = useState<ReadonlySet<string>>(new Set());
  const rows = useRows('listEvents', { filter, actorId: null, placeId: null, typeId: null });
  const onKey = (event: KeyboardEvent, row: EventSummary) => {
    if (event.key !== 'Delete') return;
    event.preventDefault();
    void trash(selected.size > 0 ? [...selected] : [row.id]).then(() => setSelected(new Set()));
  };
  return (
    <>
      <PageHeader title="Events" detail={rows.total > 0 ? rows.total : undefined}>
        <SearchField
          label="Filter events"
          placeholder="Title, place or actor"
          value={filter}
          onChange={setFilter}
        />
        <Button look="primary" icon={<Plus size={14} aria-hidden />} onPress={() => setMaking(true)}>
          New event
        </Button>
      </PageHeader>
      {rows.error ? <ErrorMessage error={rows.error} /> : null}
      {rows.total === 0 && !rows.isLoading && (
        <EmptyState
          icon={<CalendarDays size={28} aria-hidden />}
          title={filter ? 'No event has these words' : 'No events yet'}
        >
          {filter
            ? 'Try other words, or clear the filter.'
            : 'Open an article, choose the words that tell of something that happened, and press E.'}
        </EmptyState>
      )}
      {rows.total > 0 && (
        <VirtualTable
          label="Events"
          columns={columns}
          rows={rows}
          rowKey={({ id }) => id}
          onOpen={({ id }) => go({ kind: 'event', id })}
          selected={selected}
          onSelectedChange={setSelected}
          onKey={onKey}
          rememberAs="events"
          autoFocus
        />
      )}
      {making && <NewEventDialog onClose={() => setMaking(false)} />}
    </>
  );
}
