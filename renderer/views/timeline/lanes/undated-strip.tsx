/** The events that have no place in time yet, one beside the other; those in view are drawn, the arrow keys walk them. */
import { type KeyboardEvent, useRef, useState } from 'react';
import type { Timeline } from '../../../../shared/contract/timeline';
import { eventInWords, whenWords } from '../model/event-words';
import { useSize } from './use-surroundings';

interface UndatedStripProps {
  readonly timeline: Timeline;
  readonly events: readonly number[];
  readonly onOpen: (event: number) => void;
}

/** CSS pixels of an event with the gap after it. */
const chipWidth = 208;

export function UndatedStrip({ timeline, events, onOpen }: UndatedStripProps) {
  const ref = useRef<HTMLDivElement>(null);
  const { width } = useSize(ref);
  const [left, setLeft] = useState(0);
  const [active, setActive] = useState(0);
  const current = Math.min(active, events.length - 1);
  const first = Math.max(0, Math.floor(left / chipWidth) - 1);
  const shown = new Set(
    events.slice(first, first + Math.ceil(width / chipWidth) + 3).map((_, at) => first + at),
  );
  // The one that has the keyboard stays, so that it can be gone back to.
  shown.add(current);
  const move = (to: number) => {
    const next = Math.min(Math.max(to, 0), events.length - 1);
    setActive(next);
    ref.current?.scrollTo({ left: Math.max(0, (next + 0.5) * chipWidth - width / 2) });
    requestAnimationFrame(() => ref.current?.querySelector<HTMLElement>(`[data-chip="${next}"]`)?.focus());
  };
  const press = (event: KeyboardEvent) => {
    const to = { ArrowRight: current + 1, ArrowLeft: current - 1, Home: 0, End: events.length - 1 }[
      event.key
    ];
    if (to === undefined) return;
    event.preventDefault();
    move(to);
  };
  return (
    <section aria-label="No date yet" className="shrink-0 border-t border-rule flex items-center">
      <h2 className="px-3 w-24 shrink-0 text-xs text-muted">
        No date yet <span className="tabular-nums">({events.length.toLocaleString('en')})</span>
      </h2>
      <div
        ref={ref}
        onScroll={(event) => setLeft(event.currentTarget.scrollLeft)}
        onKeyDown={press}
        className="flex-1 min-w-0 overflow-x-auto overflow-y-hidden"
      >
        <ul className="relative h-11" style={{ width: events.length * chipWidth }}>
          {[...shown].map((at) => {
            const event = events[at] ?? 0;
            return (
              <li
                key={event}
                className="absolute top-1"
                style={{ left: at * chipWidth, width: chipWidth - 8 }}
              >
                <button
                  type="button"
                  data-chip={at}
                  tabIndex={at === current ? 0 : -1}
                  onFocus={() => setActive(at)}
                  onClick={() => onOpen(event)}
                  title={`${timeline.titles[event]} – ${eventInWords(timeline, event)}`}
                  className="w-full h-9 px-2 rounded-md border border-dashed border-faint text-start leading-tight cursor-default hover:bg-sunken"
                >
                  <span className="block truncate text-xs" dir="auto">
                    {timeline.titles[event]}
                  </span>
                  <span className="block truncate text-[11px] text-muted">{whenWords(timeline, event)}</span>
                </button>
              </li>
            );
          })}
        </ul>
      </div>
    </section>
  );
}
