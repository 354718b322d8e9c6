/** All events of the timeline one below the other, by year: what the lanes show, for reading and for hearing. */
import type { Timeline } from '../../../../shared/contract/views/timeline';
import { dateOfDay } from '../../../../shared/dates/calendar';
import { go } from '../../../shell/navigation';
import { VirtualList } from '../../../ui/lists/virtual-list';
import { participantsOf, placeNameOf, typeNameOf, warningsOf, whenWords } from '../model/event-words';
import { isToCome } from './how-sure';
import { type ListedEvent, TimelineRow, type TimelineRowProps } from './timeline-row';

const rowHeight = 46;

const dateOrNull = (day: number | null | undefined) =>
  day === null || day === undefined ? null : dateOfDay(day);

/** An event as its row says it. `today`: `YYYY-MM-DD`. */
function listed(timeline: Timeline, index: number, today: string): ListedEvent {
  const edtf = timeline.dates[index] ?? '';
  const bounds = {
    earliest: dateOrNull(timeline.earliest[index]),
    latest: dateOrNull(timeline.latest[index]),
  };
  const isInferred = timeline.inferred[index] === 1;
  const date =
    edtf === '' && !isInferred ? null : { edtf, words: timeline.dateWords[index] ?? '', ...bounds };
  const isPlanned = timeline.happened[index] === 'planned' || isToCome(date, today);
  return {
    id: timeline.ids[index] ?? '',
    title: timeline.titles[index] ?? '',
    date,
    when: date ? whenWords(timeline, index) : '',
    isInferred,
    typeName: typeNameOf(timeline, index),
    placeName: placeNameOf(timeline, index),
    participants: participantsOf(timeline, index),
    isPlanned,
    warnings: warningsOf(timeline, index).filter((words) => words !== 'planned'),
  };
}

const itemOf = (row: TimelineRowProps) => <TimelineRow {...row} />;

interface TimelineListProps {
  readonly timeline: Timeline;
  /** `YYYY-MM-DD`. */
  readonly today: string;
  readonly rememberAs: string;
}

export function TimelineList({ timeline, today, rememberAs }: TimelineListProps) {
  // An event needs the one before it, whose year is not said again.
  const rowAt = (index: number): TimelineRowProps => ({
    event: listed(timeline, index, today),
    before: index > 0 ? listed(timeline, index - 1, today) : undefined,
  });
  return (
    <VirtualList
      label="Events in order of time"
      rows={{ total: timeline.ids.length, rowAt }}
      rowKey={({ event }) => event.id}
      rowHeight={rowHeight}
      onOpen={({ event }) => go({ kind: 'event', id: event.id })}
      item={itemOf}
      rememberAs={rememberAs}
      autoFocus
    />
  );
}
