/** One event of the timeline: its year where it changes, its time, its sign on the line, what and who. */
import { memo } from 'react';
import { describeEdtf } from '../../../../shared/dates/describe-edtf';
import type { EventDate } from '../../../../shared/model/event-date';
import { IsolatedNames, type NamedRole, namesInWords } from '../../../parts/isolated-names';
import { type Sureness, surenessOf, yearOf } from './how-sure';

export interface ListedEvent {
  readonly id: string;
  readonly title: string;
  readonly date: EventDate | null;
  /** The date in words. */
  readonly when: string;
  /** It follows from the order of events only. */
  readonly isInferred: boolean;
  readonly typeName: string;
  readonly placeName: string;
  readonly participants: readonly NamedRole[];
  /** Planned, or still to come. */
  readonly isPlanned: boolean;
  /** What is odd about it, in words. */
  readonly warnings: readonly string[];
}

export interface TimelineRowProps {
  readonly event: ListedEvent;
  /** Undefined on the first row. */
  readonly before: ListedEvent | undefined;
}

/** Filled: known; open: doubted, or still to come. Round: a day; long: a stretch of time. */
const signs: Readonly<Record<Sureness, string>> = {
  day: 'size-2.5 rounded-full border-2 border-accent bg-accent',
  stretch: 'w-2 h-6 rounded-full border-2 border-accent bg-accent',
  doubtful: 'w-2.5 h-6 rounded-full border border-dashed border-accent',
  undated: 'w-2.5 border-t-2 border-dotted border-faint',
};
const toCome = 'size-2.5 rounded-full border-2 border-warning';

/** In words; what the date of an event says about how sure it is, for those who do not see its sign. */
const spoken: Readonly<Record<Sureness, string>> = {
  day: '',
  stretch: '',
  doubtful: ' (not certain)',
  undated: '',
};

/** How surely the date of an event is known; what follows from others is doubted. */
const sureness = ({ date, isInferred }: ListedEvent): Sureness =>
  isInferred ? 'doubtful' : surenessOf(date);

function Sign({ event }: { readonly event: ListedEvent }) {
  return (
    <span
      aria-hidden
      className="relative w-6 self-stretch shrink-0 flex items-center justify-center before:absolute before:inset-y-0 before:w-px before:bg-rule"
    >
      <span className="relative bg-paper flex py-1">
        <span className={event.isPlanned ? toCome : signs[sureness(event)]} />
      </span>
    </span>
  );
}

function headingOf(event: ListedEvent, before: ListedEvent | undefined): string {
  const year = yearOf(event.date);
  if (before !== undefined && yearOf(before.date) === year) return '';
  if (year === null) return 'Undated';
  return year.startsWith('-') || year === '0000' ? describeEdtf(year) : year;
}

/** What the article says, where it is kept, and the date as it is written down. */
function dateTitle({ date, when }: ListedEvent): string {
  const words = date?.words ? `“${date.words}”` : '';
  return [words, date?.edtf ?? ''].filter(Boolean).join(' · ') || when;
}

function When({ event }: { readonly event: ListedEvent }) {
  return (
    <span
      className="w-[30%] max-w-60 shrink-0 text-muted text-end pe-3 line-clamp-2 leading-tight"
      title={dateTitle(event)}
    >
      {event.when}
      <span className="sr-only">{event.date ? spoken[sureness(event)] : ''}</span>
    </span>
  );
}

function Who({ participants, placeName }: Pick<ListedEvent, 'participants' | 'placeName'>) {
  const title = [namesInWords(participants), placeName].filter(Boolean).join(' · ');
  return (
    <span dir="auto" className="block truncate text-left text-xs text-muted" title={title}>
      <IsolatedNames names={participants} />
      {participants.length > 0 && placeName && ' · '}
      <bdi>{placeName}</bdi>
    </span>
  );
}

export const TimelineRow = memo(function TimelineRow({ event, before }: TimelineRowProps) {
  const { title, typeName, isPlanned, warnings } = event;
  return (
    <div className="flex items-center w-full h-full min-w-0">
      <span className="w-16 shrink-0 font-semibold tabular-nums truncate">{headingOf(event, before)}</span>
      <When event={event} />
      <Sign event={event} />
      <span className="flex-1 min-w-0 ps-3">
        <span className="flex items-baseline gap-2 min-w-0" title={title}>
          <span className="font-medium truncate" dir="auto">
            {title}
          </span>
          {typeName && (
            <span className="text-faint text-xs shrink-0 max-w-40 truncate" dir="auto">
              {typeName}
            </span>
          )}
          {isPlanned && <span className="text-warning text-xs shrink-0">planned</span>}
          {warnings.length > 0 && (
            <span className="text-danger text-xs min-w-24 truncate" title={warnings.join(', ')}>
              {warnings.join(', ')}
            </span>
          )}
        </span>
        <Who participants={event.participants} placeName={event.placeName} />
      </span>
    </div>
  );
});
