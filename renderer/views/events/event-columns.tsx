import { CalendarClock, CircleAlert } from 'lucide-react';
import { happenedWords } from '../../../shared/accounts/account-words';
import { describeEdtf } from '../../../shared/dates/describe-edtf';
import type { EventSummary } from '../../../shared/model/event';
import { IsolatedNames, namesInWords } from '../../parts/isolated-names';
import type { Column } from '../../ui/lists/virtual-table';

const truncated = (text: string, look = '') => (
  <span dir="auto" title={text} className={`block truncate text-left ${look}`}>
    {text || '–'}
  </span>
);

function When({ date }: Pick<EventSummary, 'date'>) {
  if (!date) return <span className="text-muted">not known</span>;
  const title = date.words ? `${date.edtf} – “${date.words}”` : date.edtf;
  return (
    <span className="block truncate tabular-nums" title={title}>
      {describeEdtf(date.edtf)}
    </span>
  );
}

/** Signs, with words for those who hear or point: what is contested, planned or did not happen. */
function Marks({ happened, conflictCount }: EventSummary) {
  const state = happenedWords[happened];
  const conflicts = conflictCount === 1 ? '1 fact contested' : `${conflictCount} facts contested`;
  return (
    <>
      {conflictCount > 0 && (
        <span title={conflicts} className="inline-flex shrink-0 items-center gap-0.5 text-xs text-warning">
          <CircleAlert size={13} aria-hidden />
          {conflictCount}
          <span className="sr-only"> {conflicts}</span>
        </span>
      )}
      {happened === 'planned' && (
        <span className="inline-flex shrink-0 items-center gap-0.5 text-xs text-muted">
          <CalendarClock size={13} aria-hidden />
          {state}
        </span>
      )}
      {happened === 'no' && <span className="shrink-0 text-xs text-muted">{state}</span>}
    </>
  );
}

function Title({ event }: { readonly event: EventSummary }) {
  return (
    <span className="flex items-center gap-2 min-w-0">
      <span className="min-w-0">{truncated(event.title, 'font-medium')}</span>
      <Marks {...event} />
    </span>
  );
}

/** The columns of the list of events, which is always in order of time. */
export const eventColumns: readonly Column<EventSummary>[] = [
  { id: 'date', label: 'When', track: 'minmax(7.5rem, 1.7fr)', cell: ({ date }) => <When date={date} /> },
  {
    id: 'title',
    label: 'Event',
    track: 'minmax(12rem, 3.6fr)',
    cell: (event) => <Title event={event} />,
  },
  { id: 'type', label: 'Type', track: 'minmax(4rem, 0.9fr)', cell: ({ typeName }) => truncated(typeName) },
  {
    id: 'place',
    label: 'Place',
    track: 'minmax(4.5rem, 1.2fr)',
    cell: ({ placeName }) => truncated(placeName),
  },
  {
    id: 'participants',
    label: 'Who',
    track: 'minmax(5rem, 2fr)',
    cell: ({ participants }) => (
      <span dir="auto" className="block truncate text-left text-muted" title={namesInWords(participants)}>
        <IsolatedNames names={participants} />
      </span>
    ),
  },
  {
    id: 'evidence',
    label: 'Passages',
    track: '5rem',
    align: 'end',
    cell: ({ evidenceCount }) => evidenceCount || '–',
  },
];
