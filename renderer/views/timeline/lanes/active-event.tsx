/** The event that has the keyboard: where it stands, what is said of it, where its card goes, how it is brought into view. */
import { useMemo, useState } from 'react';
import type { Timeline } from '../../../../shared/contract/views/timeline';
import { pxPerDayOf } from '../drawing/draw-lanes';
import { eventInShort, eventInWords } from '../model/event-words';
import { type Layout, rowHeight, rowMiddle, type Spot } from '../model/lay-out';
import { showing } from '../model/time-window';
import { itemAt, spotOf } from '../model/walk';
import type { EventCardProps } from './event-card';
import type { TimeView } from './use-time-view';

const cardWidth = 288;

/** The event that has the keyboard, and where it stands: the lane it was gone to in, or the first that has it. */
export function useActive(layout: Layout, timeline: Timeline, view: TimeView) {
  const [lane, setLane] = useState<string | null>(null);
  const event = view.eventId === null ? -1 : timeline.ids.indexOf(view.eventId);
  const spot = useMemo((): Spot | null => {
    if (event < 0) return null;
    const index = layout.lanes.findIndex((laid) => (laid.lane.id ?? '') === lane);
    const item = layout.lanes[index]?.items.findIndex((one) => one.event === event) ?? -1;
    return item >= 0 ? { lane: index, item } : spotOf(layout, event);
  }, [layout, event, lane]);
  const setSpot = (to: Spot) => {
    const item = itemAt(layout, to);
    if (!item) return;
    setLane(layout.lanes[to.lane]?.lane.id ?? '');
    view.setEventId(timeline.ids[item.event] ?? null);
  };
  return { spot, setSpot };
}

interface ActiveOptionProps {
  readonly id: string;
  readonly timeline: Timeline;
  readonly layout: Layout;
  readonly spot: Spot;
}

/** The event that has the keyboard, for those who hear the screen. */
export function ActiveOption({ id, timeline, layout, spot }: ActiveOptionProps) {
  const laid = layout.lanes[spot.lane];
  const event = itemAt(layout, spot)?.event ?? 0;
  return (
    <div
      id={id}
      role="option"
      aria-selected
      aria-posinset={spot.item + 1}
      aria-setsize={laid?.items.length ?? 1}
      aria-describedby={`${id}-about`}
      className="sr-only"
    >
      {timeline.titles[event]}
      <span id={`${id}-about`} hidden>
        {eventInWords(timeline, event)}. Lane {laid?.lane.name}.
      </span>
    </div>
  );
}

interface SpokenEventProps extends Omit<ActiveOptionProps, 'id' | 'spot'> {
  /** Null: the keyboard is elsewhere. */
  readonly spot: Spot | null;
}

/** Says the event that the keyboard came to: the option that stands for it keeps its id, so that not every reader would. */
export function SpokenEvent({ timeline, layout, spot }: SpokenEventProps) {
  const item = spot && itemAt(layout, spot);
  return (
    <p aria-live="polite" className="sr-only" data-spoken-event>
      {item && eventInShort(timeline, item.event)}
    </p>
  );
}

interface CardPlace {
  readonly layout: Layout;
  readonly spot: Spot;
  readonly view: TimeView;
  readonly width: number;
  readonly height: number;
  readonly top: number;
}

/** Below the event, or above it where there is more room. */
export function cardAt({
  layout,
  spot,
  view,
  width,
  height,
  top,
}: CardPlace): Omit<EventCardProps, 'timeline'> | null {
  const laid = layout.lanes[spot.lane];
  const item = itemAt(layout, spot);
  if (!laid || !item) return null;
  const middle = rowMiddle(laid, laid.rowOf[spot.item] ?? 0) - top;
  const pxPerDay = pxPerDayOf(view.window, width);
  const x = Math.min(
    Math.max((item.from - view.window.from) * pxPerDay, 4),
    Math.max(4, width - cardWidth - 8),
  );
  const isAbove = middle > height * 0.55;
  if (middle < -rowHeight || middle > height + rowHeight) return null;
  return {
    event: item.event,
    x,
    y: isAbove ? height - middle + rowHeight / 2 + 3 : middle + rowHeight / 2 + 3,
    isAbove,
  };
}

/** Brings an event into view, in time and among the lanes. */
export function reveal(
  spot: Spot,
  layout: Layout,
  scroller: HTMLElement | null,
  view: TimeView,
  extent: TimeView['window'],
): void {
  const laid = layout.lanes[spot.lane];
  const item = itemAt(layout, spot);
  if (!laid || !item || !scroller) return;
  view.setWindow(showing(view.window, item, extent));
  const middle = rowMiddle(laid, laid.rowOf[spot.item] ?? 0);
  const [above, below] = [middle - rowHeight, middle + rowHeight];
  if (above < scroller.scrollTop) scroller.scrollTop = above;
  else if (below > scroller.scrollTop + scroller.clientHeight)
    scroller.scrollTop = below - scroller.clientHeight;
}
