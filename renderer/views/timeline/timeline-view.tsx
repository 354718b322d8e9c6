/**
 * Events in order of time, by year, each drawn as surely as its date is known: a day as a dot, a longer or uncertain time
 * as an open bar. Filtered by an actor. What has no date stands at the end.
 */
import { CalendarRange, X } from 'lucide-react';
import { useState } from 'react';
import { useAnswer } from '../../client/query';
import { useRows } from '../../client/use-rows';
import { type EntityChoice, EntityPicker } from '../../parts/entity-picker';
import { ErrorMessage } from '../../shell/error-message';
import { go, useNavigation } from '../../shell/navigation';
import type { ScreenProps } from '../../shell/screen-props';
import { Button, IconButton } from '../../ui/actions/button';
import { EmptyState } from '../../ui/layout/empty-state';
import { PageHeader } from '../../ui/layout/page-header';
import { VirtualList } from '../../ui/lists/virtual-list';
import { Dialog } from '../../ui/overlays/dialog';
import { TimelineRow } from './timeline-row';

const show = (actorId: string | undefined) =>
  useNavigation.getState().replace({ kind: 'timeline', ...(actorId ? { actorId } : {}) });

function ActorFilter({ actorId }: { readonly actorId: string | undefined }) {
  const [picking, setPicking] = useState(false);
  const { data: actor } = useAnswer('getEntity', { id: actorId ?? '' }, actorId !== undefined);
  const pick = (choice: EntityChoice) => {
    setPicking(false);
    if ('id' in choice) show(choice.id);
  };
  return (
    <>
      <Button onPress={() => setPicking(true)}>
        {actorId && actor ? `With ${actor.name}` : 'All actors'}
      </Button>
      {actorId && (
        <IconButton label="Show all actors" icon={<X size={14} />} onPress={() => show(undefined)} />
      )}
      <Dialog title="Show the events of" isOpen={picking} onClose={() => setPicking(false)} size="small">
        <EntityPicker label="Actor" kinds={['actor']} newKind={null} initialText="" onPick={pick} />
      </Dialog>
    </>
  );
}

export function TimelineView({ place }: ScreenProps<'timeline'>) {
  const rows = useRows('listEvents', {
    filter: '',
    actorId: place.actorId ?? null,
    placeId: null,
    typeId: null,
  });
  return (
    <>
      <PageHeader
        title="Timeline"
        detail={
          rows.total > 0
            ? rows.total === 1
              ? '1 event'
              : `${rows.total.toLocaleString('en')} events`
            : undefined
        }
      >
        <ActorFilter actorId={place.actorId} />
      </PageHeader>
      {rows.error ? <ErrorMessage error={rows.error} /> : null}
      {rows.total === 0 && !rows.isLoading && (
        <EmptyState
          icon={<CalendarRange size={28} aria-hidden />}
          title={place.actorId ? 'This actor takes part in no event' : 'No events yet'}
        >
          Events appear here in order of time, as surely as their dates are known.
        </EmptyState>
      )}
      {rows.total > 0 && (
        <VirtualList
          label="Events in order of time"
          rows={{ ...rows, rowAt: (index) => withBefore(rows.rowAt, index) }}
          rowKey={({ event }) => event.id}
          rowHeight={46}
          onOpen={({ event }) => go({ kind: 'event', id: event.id })}
          item={(row) => <TimelineRow {...row} />}
          rememberAs={`timeline ${place.actorId ?? ''}`}
        />
      )}
    </>
  );
}

type RowAt = ReturnType<typeof useRows<'listEvents'>>['rowAt'];

/** An event and the one before it, whose year needs not be said again. */
function withBefore(rowAt: RowAt, index: number) {
  const event = rowAt(index);
  return event && { event, before: index > 0 ? rowAt(index - 1) : undefined };
}
