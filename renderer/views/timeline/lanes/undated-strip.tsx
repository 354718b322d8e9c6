/** The events that have no place in time yet, in rows: one at first, more when asked; those in view are drawn, the arrow keys walk them. */
import { ChevronDown, ChevronUp } from 'lucide-react';
import { type KeyboardEvent, useEffect, useRef, useState } from 'react';
import type { Timeline } from '../../../../shared/contract/views/timeline';
import { IconButton } from '../../../ui/actions/button';
import { classNames } from '../../../ui/class-names';
import { focusIfFree } from '../../../ui/lists/free-focus';
import { eventInWords, whenWords } from '../model/event-words';
import { useSize } from './use-surroundings';

interface UndatedStripProps {
  readonly timeline: Timeline;
  readonly events: readonly number[];
  /** The event that was gone to last; one came here to look at it when it is sought. */
  readonly eventId: string | null;
  readonly isSought: boolean;
  readonly onOpen: (event: number) => void;
}

/** CSS pixels of an event with the gap after it. */
const chip = { width: 208, height: 42 };
/** So many rows when all are asked for; more are scrolled to. */
const mostRows = 5;

interface ChipProps {
  readonly timeline: Timeline;
  readonly event: number;
  readonly at: number;
  readonly columns: number;
  readonly isCurrent: boolean;
  readonly isGoneTo: boolean;
  readonly onFocus: () => void;
  readonly onOpen: () => void;
}

function Chip({ timeline, event, at, columns, isCurrent, isGoneTo, onFocus, onOpen }: ChipProps) {
  const top = Math.floor(at / columns) * chip.height + 3;
  return (
    <li className="absolute" style={{ top, left: (at % columns) * chip.width, width: chip.width - 8 }}>
      <button
        type="button"
        data-chip={at}
        tabIndex={isCurrent ? 0 : -1}
        onFocus={onFocus}
        onClick={onOpen}
        title={`${timeline.titles[event]} – ${eventInWords(timeline, event)}`}
        className={classNames(
          'w-full h-9 px-2 rounded-md border border-dashed text-start leading-tight cursor-default hover:bg-sunken',
          isGoneTo ? 'border-accent bg-selected' : 'border-faint',
        )}
      >
        <span className="block truncate text-xs" dir="auto">
          {timeline.titles[event]}
        </span>
        <span className="block truncate text-[11px] text-muted">{whenWords(timeline, event)}</span>
      </button>
    </li>
  );
}

/** Where a key leads; undefined: nowhere. */
function after(key: string, at: number, columns: number, count: number): number | undefined {
  const to: Readonly<Record<string, number>> = {
    ArrowRight: at + 1,
    ArrowLeft: at - 1,
    ArrowDown: at + columns < count ? at + columns : at,
    ArrowUp: at - columns >= 0 ? at - columns : at,
    Home: 0,
    End: count - 1,
  };
  const next = to[key];
  return next === undefined ? undefined : Math.min(Math.max(next, 0), count - 1);
}

/** The rows in view and one to each side; the event that has the keyboard stays, so that it can be gone back to. */
function inView(
  count: number,
  columns: number,
  top: number,
  rows: number,
  current: number,
): readonly number[] {
  const first = Math.max(0, Math.floor(top / chip.height) - 1) * columns;
  const last = Math.min(count, first + (rows + 3) * columns);
  const shown = Array.from({ length: Math.max(0, last - first) }, (_, at) => first + at);
  return shown.includes(current) ? shown : [...shown, current];
}

function useRows(events: readonly number[], isOpen: boolean) {
  const ref = useRef<HTMLDivElement>(null);
  const { width } = useSize(ref);
  const columns = Math.max(1, Math.floor(width / chip.width));
  const all = Math.ceil(events.length / columns);
  return { ref, isMeasured: width > 0, columns, all, rows: isOpen ? Math.min(all, mostRows) : 1 };
}

const chipAt = (strip: HTMLElement | null, at: number) =>
  strip?.querySelector<HTMLElement>(`[data-chip="${at}"]`) ?? null;

export function UndatedStrip({ timeline, events, eventId, isSought, onOpen }: UndatedStripProps) {
  const [isOpen, setIsOpen] = useState(false);
  const { ref, isMeasured, columns, all, rows } = useRows(events, isOpen);
  const [top, setTop] = useState(0);
  const [first] = useState(events.findIndex((event) => timeline.ids[event] === eventId));
  const [active, setActive] = useState(Math.max(0, first));
  const current = Math.min(active, events.length - 1);
  const mustShow = useRef(isSought && first >= 0);
  useEffect(() => {
    if (!mustShow.current || !isMeasured) return;
    mustShow.current = false;
    ref.current?.scrollTo({ top: Math.floor(first / columns) * chip.height });
    focusIfFree(chipAt(ref.current, first));
  }, [ref, isMeasured, columns, first]);
  const move = (event: KeyboardEvent) => {
    const to = after(event.key, current, columns, events.length);
    if (to === undefined) return;
    event.preventDefault();
    setActive(to);
    ref.current?.scrollTo({ top: (Math.floor(to / columns) - (rows >> 1)) * chip.height });
    requestAnimationFrame(() => chipAt(ref.current, to)?.focus());
  };
  return (
    <section aria-label="No date yet" className="shrink-0 border-t border-rule flex items-start">
      <h2 className="px-3 py-2 w-24 shrink-0 text-xs text-muted">
        No date yet <span className="tabular-nums">({events.length.toLocaleString('en')})</span>
      </h2>
      <div
        ref={ref}
        onScroll={({ currentTarget }) => setTop(currentTarget.scrollTop)}
        onKeyDown={move}
        className="flex-1 min-w-0 overflow-x-hidden overflow-y-auto"
        style={{ height: rows * chip.height }}
      >
        <ul className="relative" style={{ height: all * chip.height }}>
          {inView(events.length, columns, top, rows, current).map((at) => (
            <Chip
              key={events[at]}
              {...{ timeline, at, columns }}
              event={events[at] ?? 0}
              isCurrent={at === current}
              isGoneTo={timeline.ids[events[at] ?? -1] === eventId}
              onFocus={() => setActive(at)}
              onOpen={() => onOpen(events[at] ?? 0)}
            />
          ))}
        </ul>
      </div>
      {all > 1 && (
        <div className="shrink-0 p-1.5">
          <IconButton
            label={isOpen ? 'Show one row' : 'Show all without a date'}
            icon={isOpen ? <ChevronDown size={15} /> : <ChevronUp size={15} />}
            onPress={() => setIsOpen(!isOpen)}
          />
        </div>
      )}
    </section>
  );
}
