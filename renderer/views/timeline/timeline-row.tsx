import { describeEdtf } from '../../../shared/dates/describe-edtf';
import type { EventSummary } from '../../../shared/model/event';
import { classNames } from '../../ui/class-names';

export interface TimelineRowProps {
  readonly event: EventSummary;
  readonly before: EventSummary | undefined;
}

/** The year it stands at: an open beginning stands at its end. */
function yearOf(event: EventSummary | undefined): string | null {
  const day = event?.date?.earliest ?? event?.date?.latest;
  return day ? day.slice(0, -6) : null;
}

/** A day that nobody doubts. */
function isSure({ date }: EventSummary): boolean {
  return (
    date !== null && date.earliest !== null && date.earliest === date.latest && !/[?~%X]/.test(date.edtf)
  );
}

function isPlanned({ date }: EventSummary): boolean {
  return date?.earliest != null && date.earliest > new Date().toISOString().slice(0, 10);
}

function Sign({ event }: { readonly event: EventSummary }) {
  if (!event.date) return <span aria-hidden className="w-3 border-t border-dashed border-faint" />;
  return (
    <span
      aria-hidden
      className={classNames(
        'rounded-full border-2 border-accent',
        isSure(event) ? 'size-2.5' : 'w-2.5 h-5 border-dashed',
        isSure(event) && !isPlanned(event) && 'bg-accent',
      )}
    />
  );
}

function who({ participants, placeName }: EventSummary): string {
  const names = participants.map(({ name, role }) => `${name} (${role})`).join(', ');
  return [names, placeName].filter(Boolean).join(' · ');
}

/** One event: its year where it changes, its time, its sign on the line, what and who. */
export function TimelineRow({ event, before }: TimelineRowProps) {
  const year = yearOf(event);
  const isNewYear = before === undefined || yearOf(before) !== year || (before.date === null) !== (event.date === null);
  const words = event.date?.words ?? '';
  return (
    <div className="flex items-center w-full h-full min-w-0">
      <span className="w-14 shrink-0 font-semibold tabular-nums">
        {isNewYear ? (year ?? (event.date ? '?' : 'Undated')) : ''}
      </span>
      <span
        className="w-56 shrink-0 text-muted truncate text-end pe-3"
        title={words ? `${event.date?.edtf} – “${words}”` : event.date?.edtf}
      >
        {event.date ? describeEdtf(event.date.edtf) : ''}
      </span>
      <span className="relative w-6 self-stretch shrink-0 flex items-center justify-center before:absolute before:inset-y-0 before:w-px before:bg-rule">
        <span className="relative bg-paper flex py-0.5">
          <Sign event={event} />
        </span>
      </span>
      <span className="flex-1 min-w-0 ps-3">
        <span className="block truncate" dir="auto" title={event.title}>
          <span className="font-medium">{event.title}</span>
          {event.typeName && <span className="text-faint text-xs ms-2">{event.typeName}</span>}
          {isPlanned(event) && <span className="text-warning text-xs ms-2">planned</span>}
        </span>
        <span className="block truncate text-xs text-muted" dir="auto">
          {who(event)}
        </span>
      </span>
    </div>
  );
}
