/**
 * Events in lanes along the axis of time: drawn on a canvas, as surely as their dates are known. The element that scrolls is a
 * list for those who hear the screen, with the event that has the keyboard in it; all of them are in the list form.
 */
import { Minus, MoveHorizontal, Plus } from 'lucide-react';
import { useCallback, useEffect, useId, useLayoutEffect, useMemo, useRef, useState } from 'react';
import type { Timeline } from '../../../../shared/contract/timeline';
import { go } from '../../../shell/navigation';
import type { PlaceOf } from '../../../shell/screen-props';
import { IconButton } from '../../../ui/actions/button';
import { Toolbar } from '../../../ui/actions/toolbar';
import { focusIfFree } from '../../../ui/lists/free-focus';
import { drawAxis, drawLanes, pxPerDayOf } from '../drawing/draw-lanes';
import type { Painter } from '../drawing/painter';
import type { Palette } from '../drawing/palette';
import { eventInWords } from '../model/event-words';
import type { LaneKind } from '../model/lanes-of';
import {
  type Item,
  type Layout,
  lanesBetween,
  layOut,
  rowHeight,
  rowMiddle,
  type Spot,
  steppedScale,
} from '../model/lay-out';
import { showing } from '../model/time-window';
import { itemAt, type Step, spotOf, walk } from '../model/walk';
import { Canvas } from './canvas';
import { EventCard } from './event-card';
import { LaneHeaders } from './lane-headers';
import { pressInLanes } from './lanes-keys';
import { Overview } from './overview';
import { Signs } from './signs';
import { UndatedStrip } from './undated-strip';
import { useLanesHand, zoomByWheel } from './use-lanes-hand';
import type { LanesModel } from './use-lanes-model';
import { usePalette, useSize, useWheel } from './use-surroundings';
import { type TimeView, useTimeView } from './use-time-view';

export interface LanesViewProps {
  readonly timeline: Timeline;
  readonly model: LanesModel;
  readonly kind: LaneKind;
  readonly place: PlaceOf<'timeline'>;
  readonly today: number;
  /** Told what is shown, for exporting it. */
  readonly onShown: (view: TimeView['window']) => void;
}

const axisHeight = 26;
/** Of the lanes' names. */
const namesWidth = { wide: 180, narrow: 116 };
const narrowBelow = 640;
const cardWidth = 288;

function ZoomButtons({ view }: { readonly view: TimeView }) {
  return (
    <Toolbar label="Time">
      <IconButton label="Closer" keys="+" icon={<Plus size={15} />} onPress={() => view.zoom(0.6)} />
      <IconButton
        label="Further away"
        keys="-"
        icon={<Minus size={15} />}
        onPress={() => view.zoom(1 / 0.6)}
      />
      <IconButton label="Show all" keys="0" icon={<MoveHorizontal size={15} />} onPress={view.fit} />
      <Signs />
    </Toolbar>
  );
}

/** The event that has the keyboard, and where it stands: the lane it was gone to in, or the first that has it. */
function useActive(layout: Layout, timeline: Timeline, view: TimeView) {
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
function ActiveOption({ id, timeline, layout, spot }: ActiveOptionProps) {
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

interface CardPlace {
  readonly layout: Layout;
  readonly spot: Spot;
  readonly view: TimeView;
  readonly width: number;
  readonly height: number;
  readonly top: number;
}

/** Below the event, or above it where there is more room. */
function cardAt({ layout, spot, view, width, height, top }: CardPlace) {
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

export function LanesView({ timeline, model, kind, place, today, onShown }: LanesViewProps) {
  const { lanes, shapes, extent, undated } = model;
  const id = useId();
  const scroller = useRef<HTMLDivElement>(null);
  const field = useRef<HTMLDivElement>(null);
  const axis = useRef<HTMLDivElement>(null);
  const size = useSize(scroller);
  const palette = usePalette();
  const view = useTimeView(place, extent);
  const [top, setTop] = useState(0);
  const [hasFocus, setHasFocus] = useState(false);
  const names = size.width < narrowBelow ? namesWidth.narrow : namesWidth.wide;
  const width = Math.max(0, size.width - names);
  const scale = steppedScale(pxPerDayOf(view.window, Math.max(width, 1)));
  const layout = useMemo(() => layOut(lanes, scale, shapes), [lanes, scale, shapes]);
  const { spot, setSpot } = useActive(layout, timeline, view);
  useEffect(() => onShown(view.window), [view.window, onShown]);
  useEffect(() => focusIfFree(scroller.current), []);
  useScrollMemory(scroller, view, layout.height > 0 && size.height > 0);

  const open = (event: number) => {
    view.setEventId(timeline.ids[event] ?? null);
    requestAnimationFrame(() => {
      view.keepNow();
      go({ kind: 'event', id: timeline.ids[event] ?? '' });
    });
  };
  const openAt = (at: Spot | null) => {
    const item = at && itemAt(layout, at);
    if (item) open(item.event);
  };
  const goTo = (to: Spot) => {
    setSpot(to);
    reveal(to, layout, scroller.current, view, extent);
  };
  const step = (where: Step) => {
    const to = walk(layout, spot, where);
    if (to) goTo(to);
  };
  const hand = useLanesHand({ layout, view, width, scroller, field, onSelect: setSpot, onOpen: openAt });
  const { hovered, ...handlers } = hand;
  useWheel(axis, (event) => {
    const left = field.current?.getBoundingClientRect().left ?? 0;
    zoomByWheel(view, event, view.window.from + (event.clientX - left) / pxPerDayOf(view.window, width));
    return true;
  });
  const active = spot && itemAt(layout, spot);
  const hoveredItem = hovered && itemAt(layout, hovered);
  const shownLanes = lanesBetween(layout, top, top + size.height);
  const cardSpot = hovered ?? (hasFocus ? spot : null);
  const card = cardSpot && cardAt({ layout, spot: cardSpot, view, width, height: size.height, top });
  return (
    <>
      <div ref={axis} className="flex shrink-0 border-b border-rule" style={{ height: axisHeight + 1 }}>
        <div
          className="shrink-0 flex items-center justify-end bg-sunken border-e border-rule"
          style={{ width: names }}
        >
          <ZoomButtons view={view} />
        </div>
        <Axis window={view.window} width={width} palette={palette} />
      </div>
      <div
        ref={scroller}
        role="listbox"
        aria-label={`Events in lanes by ${kind}`}
        aria-activedescendant={spot ? `${id}-active` : undefined}
        tabIndex={0}
        data-lanes
        onScroll={(event) => {
          setTop(event.currentTarget.scrollTop);
          view.keepTop(event.currentTarget.scrollTop);
        }}
        onKeyDown={(event) => pressInLanes(event, { view, onStep: step, onOpen: () => openAt(spot) })}
        onFocus={() => {
          setHasFocus(true);
          const first = spot ?? walk(layout, null, 'very first');
          if (first && !spot) setSpot(first);
        }}
        onBlur={() => setHasFocus(false)}
        className="flex-1 min-h-0 overflow-y-auto overflow-x-hidden outline-none focus-visible:outline-none"
      >
        {spot && <ActiveOption id={`${id}-active`} timeline={timeline} layout={layout} spot={spot} />}
        <div role="presentation" style={{ height: Math.max(layout.height, size.height) }}>
          <div
            role="presentation"
            className="sticky top-0 flex overflow-hidden"
            style={{ height: size.height }}
          >
            <LaneHeaders kind={kind} lanes={shownLanes} top={top} width={names} />
            <div ref={field} className="relative cursor-grab active:cursor-grabbing touch-none" {...handlers}>
              <Lanes
                {...{ timeline, layout, width, top, palette, today }}
                window={view.window}
                height={size.height}
                active={hasFocus && active ? active : null}
                activeLane={spot?.lane ?? -1}
                hovered={hoveredItem ?? null}
              />
              {card && <EventCard timeline={timeline} {...card} />}
            </div>
          </div>
        </div>
      </div>
      {undated.length > 0 && <UndatedStrip timeline={timeline} events={undated} onOpen={open} />}
      <Overview
        {...{ shapes, extent, palette }}
        window={view.window}
        onChange={view.setWindow}
        onZoom={(event, day) => zoomByWheel(view, event, day)}
      />
    </>
  );
}

/** Scrolls to where the lanes were left, once there is something to scroll. */
function useScrollMemory(
  scroller: React.RefObject<HTMLElement | null>,
  view: TimeView,
  isReady: boolean,
): void {
  const wanted = useRef<number | null>(view.firstTop);
  useLayoutEffect(() => {
    if (!isReady || wanted.current === null || !scroller.current) return;
    scroller.current.scrollTop = wanted.current;
    wanted.current = null;
  }, [isReady, scroller]);
}

/** Brings an event into view, in time and among the lanes. */
function reveal(
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

function Axis({
  window,
  width,
  palette,
}: {
  readonly window: TimeView['window'];
  readonly width: number;
  readonly palette: Palette;
}) {
  const draw = useCallback(
    (painter: Painter) => drawAxis(painter, { window, width, palette }, axisHeight),
    [window, width, palette],
  );
  return <Canvas width={width} height={axisHeight} draw={draw} />;
}

interface LanesProps {
  readonly timeline: Timeline;
  readonly layout: Layout;
  readonly window: TimeView['window'];
  readonly width: number;
  readonly height: number;
  readonly top: number;
  readonly palette: Palette;
  readonly today: number;
  readonly active: Item | null;
  readonly activeLane: number;
  readonly hovered: Item | null;
}

function Lanes(props: LanesProps) {
  const { timeline, layout, window, width, height, top, palette, today, active, activeLane, hovered } = props;
  const draw = useCallback(
    (painter: Painter) =>
      drawLanes(painter, {
        timeline,
        layout,
        window,
        width,
        height,
        top,
        palette,
        today,
        active,
        activeLane,
        hovered,
      }),
    [timeline, layout, window, width, height, top, palette, today, active, activeLane, hovered],
  );
  return <Canvas width={width} height={height} draw={draw} />;
}
