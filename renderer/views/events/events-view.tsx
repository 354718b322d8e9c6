/** All events, in order of time. */
import { CalendarDays, ListTree, Plus } from 'lucide-react';
import { type KeyboardEvent, useState } from 'react';
import type { EventSummary } from '../../../shared/model/event';
import { commands } from '../../client/client';
import { useRows } from '../../client/use-rows';
import { EventForm, type NewEvent } from '../../parts/event-form';
import { ExportMenu } from '../../parts/export/export-menu';
import { ErrorMessage } from '../../shell/error-message';
import { go } from '../../shell/navigation';
import { notifyUndoable, run } from '../../shell/notices';
import type { ScreenProps } from '../../shell/screen-props';
import { Button } from '../../ui/actions/button';
import { Spinner } from '../../ui/feedback/progress';
import { SearchField } from '../../ui/fields/text-field';
import { EmptyState } from '../../ui/layout/empty-state';
import { PageHeader } from '../../ui/layout/page-header';
import { VirtualTable } from '../../ui/lists/virtual-table';
import { Dialog } from '../../ui/overlays/dialog';
import { eventColumns } from './event-columns';
import { eventsTable } from './events-table';

const nothingSaid = { date: null, reference: null, place: null };

function NewEventDialog({ onClose }: { readonly onClose: () => void }) {
  const create = async (event: NewEvent) => {
    const made = await run(commands.createEvent(event));
    if (!made) return;
    onClose();
    go({ kind: 'event', id: made.id });
  };
  return (
    <Dialog title="New event" isOpen onClose={onClose} size="small">
      <div className="*:w-full">
        <EventForm title="" prefill={nothingSaid} onCreate={(event) => void create(event)} />
      </div>
    </Dialog>
  );
}

async function trash(ids: readonly string[]): Promise<void> {
  const done = await run(commands.trashEvents({ ids: [...ids] }));
  const what = ids.length === 1 ? 'Moved the event to the trash' : `Moved ${ids.length} events to the trash`;
  if (done !== undefined) notifyUndoable(what, 'trashEvents');
}

interface EventTableProps {
  readonly filter: string;
  readonly rows: ReturnType<typeof useRows<'listEvents'>>;
}

function EventTable({ filter, rows }: EventTableProps) {
  const [selected, setSelected] = useState<ReadonlySet<string>>(new Set());
  const onKey = (event: KeyboardEvent, row: EventSummary) => {
    if (event.key !== 'Delete') return;
    event.preventDefault();
    void trash(selected.size > 0 ? [...selected] : [row.id]).then(() => setSelected(new Set()));
  };
  return (
    <VirtualTable
      label="Events"
      columns={eventColumns}
      rows={rows}
      rowKey={({ id }) => id}
      onOpen={({ id }) => go({ kind: 'event', id })}
      selected={selected}
      onSelectedChange={setSelected}
      onKey={onKey}
      rememberAs={`events ${filter}`}
      autoFocus
    />
  );
}

function NoEvents({ isFiltered }: { readonly isFiltered: boolean }) {
  return (
    <EmptyState
      icon={<CalendarDays size={28} aria-hidden />}
      title={isFiltered ? 'No event has these words or names' : 'No events yet'}
    >
      {isFiltered
        ? 'Try other words, or clear the filter.'
        : 'Open an article, choose the words that tell of something that happened, and press E.'}
    </EmptyState>
  );
}

function EventsOf({ filter }: { readonly filter: string }) {
  const rows = useRows('listEvents', { filter, actorId: null, placeId: null, typeId: null });
  if (rows.error) return <ErrorMessage error={rows.error} />;
  if (rows.isLoading) return <Spinner />;
  if (rows.total === 0) return <NoEvents isFiltered={filter !== ''} />;
  return <EventTable key={filter} filter={filter} rows={rows} />;
}

export function EventsView(_: ScreenProps<'events'>) {
  const [filter, setFilter] = useState('');
  const [isNew, setIsNew] = useState(false);
  return (
    <>
      <PageHeader title="Events">
        <SearchField
          label="Filter events"
          placeholder="Title, place or actor"
          value={filter}
          onChange={setFilter}
        />
        <ExportMenu name="Events" rows={() => eventsTable(filter)} />
        <Button icon={<ListTree size={14} aria-hidden />} onPress={() => go({ kind: 'tags', list: 'types' })}>
          Types…
        </Button>
        <Button look="primary" icon={<Plus size={14} aria-hidden />} onPress={() => setIsNew(true)}>
          New event
        </Button>
      </PageHeader>
      <EventsOf filter={filter} />
      {isNew && <NewEventDialog onClose={() => setIsNew(false)} />}
    </>
  );
}
