/**
 * Events in order of time, by year, each drawn as surely as its date is known; narrowed to an actor, a place, a type.
 * What has no date stands at the end.
 */
import { CalendarRange } from 'lucide-react';
import { useRows } from '../../client/use-rows';
import { ErrorMessage } from '../../shell/error-message';
import { go } from '../../shell/navigation';
import type { PlaceOf, ScreenProps } from '../../shell/screen-props';
import { Spinner } from '../../ui/feedback/progress';
import { EmptyState } from '../../ui/layout/empty-state';
import { PageHeader } from '../../ui/layout/page-header';
import { VirtualList } from '../../ui/lists/virtual-list';
import { TimelineFilters } from './timeline-filters';
import { TimelineRow, type TimelineRowProps } from './list/timeline-row';

const rowHeight = 46;

type Rows = ReturnType<typeof useRows<'listEvents'>>;

/** Of the calendar on the wall: `YYYY-MM-DD`. */
function today(): string {
  const now = new Date();
  const local = new Date(now.getTime() - now.getTimezoneOffset() * 60_000);
  return local.toISOString().slice(0, 10);
}

const itemOf = (row: TimelineRowProps) => <TimelineRow {...row} />;

function Events({ rows, place }: { readonly rows: Rows; readonly place: PlaceOf<'timeline'> }) {
  const now = today();
  // An event needs the one before it, whose year is not said again.
  const rowAt = (index: number): TimelineRowProps | undefined => {
    const event = rows.rowAt(index);
    return event && { event, before: index > 0 ? rows.rowAt(index - 1) : undefined, today: now };
  };
  return (
    <VirtualList
      label="Events in order of time"
      rows={{ ...rows, rowAt }}
      rowKey={({ event }) => event.id}
      rowHeight={rowHeight}
      onOpen={({ event }) => go({ kind: 'event', id: event.id })}
      item={itemOf}
      rememberAs={`timeline ${JSON.stringify(place)}`}
      autoFocus
    />
  );
}

function NoEvents({ isNarrowed }: { readonly isNarrowed: boolean }) {
  return (
    <EmptyState
      icon={<CalendarRange size={28} aria-hidden />}
      title={isNarrowed ? 'No event is like this' : 'No events yet'}
    >
      {isNarrowed
        ? 'Take a filter off to see more.'
        : 'Events appear here in order of time, as surely as their dates are known.'}
    </EmptyState>
  );
}

function countWords(total: number): string {
  return total === 1 ? '1 event' : `${total.toLocaleString('en')} events`;
}

export function TimelineView({ place }: ScreenProps<'timeline'>) {
  const { actorId = null, placeId = null, typeId = null } = place;
  const rows = useRows('listEvents', { filter: '', actorId, placeId, typeId });
  const isNarrowed = actorId !== null || placeId !== null || typeId !== null;
  return (
    <>
      <PageHeader
        title="Timeline"
        detail={<span role="status">{rows.isLoading ? '' : countWords(rows.total)}</span>}
      >
        <TimelineFilters place={place} />
      </PageHeader>
      {rows.error ? <ErrorMessage error={rows.error} /> : null}
      {rows.isLoading && <Spinner />}
      {rows.total === 0 && !rows.isLoading && <NoEvents isNarrowed={isNarrowed} />}
      {rows.total > 0 && <Events rows={rows} place={place} />}
    </>
  );
}
