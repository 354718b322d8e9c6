/** One event of the timeline: its year where it changes, its time, its sign on the line, what and who. */
import { memo } from 'react';
import { describeEdtf } from '../../../../shared/dates/describe-edtf';
import type { EventSummary } from '../../../../shared/model/event';
import type { EventDate } from '../../../../shared/model/event-date';
import { IsolatedNames, namesInWords } from '../../../parts/isolated-names';
import { isToCome, type Sureness, surenessOf, yearOf } from './how-sure';

export interface TimelineRowProps {
  readonly event: EventSummary;
  /** Undefined on the first row. */
  readonly before: EventSummary | undefined;
  /** `YYYY-MM-DD`. */
  readonly today: string;
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

function Sign({ date, isPlanned }: { readonly date: EventDate | null; readonly isPlanned: boolean }) {
  return (
    <span
      aria-hidden
      className="relative w-6 self-stretch shrink-0 flex items-center justify-center before:absolute before:inset-y-0 before:w-px before:bg-rule"
    >
      <span className="relative bg-paper flex py-1">
        <span className={isPlanned ? toCome : signs[surenessOf(date)]} />
      </span>
    </span>
  );
}

function headingOf(event: EventSummary, before: EventSummary | undefined): string {
  const year = yearOf(event.date);
  if (before !== undefined && yearOf(before.date) === year) return '';
  if (year === null) return 'Undated';
  return year.startsWith('-') || year === '0000' ? describeEdtf(year) : year;
}

function When({ date }: { readonly date: EventDate | null }) {
  if (!date) return <span className="w-[30%] max-w-60 shrink-0" />;
  const title = date.words ? `${date.edtf} – “${date.words}”` : date.edtf;
  return (
    <span
      className="w-[30%] max-w-60 shrink-0 text-muted text-end pe-3 line-clamp-2 leading-tight"
      title={title}
    >
      {describeEdtf(date.edtf)}
      <span className="sr-only">{spoken[surenessOf(date)]}</span>
    </span>
  );
}

function Who({ participants, placeName }: Pick<EventSummary, 'participants' | 'placeName'>) {
  const title = [namesInWords(participants), placeName].filter(Boolean).join(' · ');
  return (
    <span className="block truncate text-xs text-muted" title={title}>
      <IsolatedNames names={participants} />
      {participants.length > 0 && placeName && ' · '}
      <bdi>{placeName}</bdi>
    </span>
  );
}

export const TimelineRow = memo(function TimelineRow({ event, before, today }: TimelineRowProps) {
  const { date, title, typeName } = event;
  const isPlanned = isToCome(date, today);
  return (
    <div className="flex items-center w-full h-full min-w-0">
      <span className="w-16 shrink-0 font-semibold tabular-nums truncate">{headingOf(event, before)}</span>
      <When date={date} />
      <Sign date={date} isPlanned={isPlanned} />
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
        </span>
        <Who participants={event.participants} placeName={event.placeName} />
      </span>
    </div>
  );
});
