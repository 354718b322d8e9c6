/**
 * Events in lanes along the axis of time: drawn on a canvas, as surely as their dates are known. The element that scrolls is a
 * list for those who hear the screen, with the event that has the keyboard in it; all of them are in the list form.
 */
import { Minus, MoveHorizontal, Plus } from 'lucide-react';
import { type RefObject, useEffect, useId, useLayoutEffect, useMemo, useRef, useState } from 'react';
import type { Timeline } from '../../../../shared/contract/views/timeline';
import { go } from '../../../shell/navigation';
import type { PlaceOf } from '../../../shell/screen-props';
import { IconButton } from '../../../ui/actions/button';
import { Toolbar } from '../../../ui/actions/toolbar';
import { focusIfFree } from '../../../ui/lists/free-focus';
import { pxPerDayOf } from '../drawing/draw-lanes';
import type { LaneKind } from '../model/lanes-of';
import { lanesBetween, layOut, type Spot, steppedScale } from '../model/lay-out';
import { itemAt, type Step, walk } from '../model/walk';
import { ActiveOption, cardAt, reveal, SpokenEvent, useActive } from './active-event';
import { EventCard } from './event-card';
import { LaneHeaders } from './lane-headers';
import { Axis, axisHeight, LanesField } from './lanes-field';
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

/** CSS pixels of the lanes' names. */
const namesWidth = { wide: 180, narrow: 116 };
const narrowBelow = 640;

/** Scrolls to where the lanes were left, once there is something to scroll. */
function useScrollMemory(scroller: RefObject<HTMLElement | null>, view: TimeView, isReady: boolean): void {
  const wanted = useRef<number | null>(view.firstTop);
  useLayoutEffect(() => {
    if (!isReady || wanted.current === null || !scroller.current) return;
    scroller.current.scrollTop = wanted.current;
    wanted.current = null;
  }, [isReady, scroller]);
}

/** How wide and high things are, and where they stand at the scale that is shown. */
function useLayout(scroller: RefObject<HTMLElement | null>, { lanes, shapes }: LanesModel, view: TimeView) {
  const size = useSize(scroller);
  const names = size.width < narrowBelow ? namesWidth.narrow : namesWidth.wide;
  const width = Math.max(0, size.width - names);
  const scale = steppedScale(pxPerDayOf(view.window, Math.max(width, 1)));
  const isMeasured = width > 0;
  const layout = useMemo(
    () => layOut(isMeasured ? lanes : [], scale, shapes),
    [lanes, scale, shapes, isMeasured],
  );
  return { layout, names, width, height: size.height };
}

/** Goes to an event's page; Back finds the timeline as it was left. */
function openEvent(timeline: Timeline, event: number, view: TimeView): void {
  view.setEventId(timeline.ids[event] ?? null);
  // What was just set is there to be kept once it has been drawn.
  requestAnimationFrame(() => {
    view.keepNow();
    go({ kind: 'event', id: timeline.ids[event] ?? '' });
  });
}

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

interface PieceProps extends Omit<LanesViewProps, 'place' | 'onShown'> {
  readonly view: TimeView;
  /** Whether one came here to look at an event of the lanes: it is to be brought into view. */
  readonly isSought: boolean;
  readonly scroller: RefObject<HTMLDivElement | null>;
  /** The part that has the events, and the keyboard. */
  readonly field: RefObject<HTMLDivElement | null>;
  readonly sizes: ReturnType<typeof useLayout>;
}

/** The line above the lanes: the buttons, and the dates, over which the wheel zooms. */
function Head({ view, sizes }: Pick<PieceProps, 'view' | 'sizes'>) {
  const ref = useRef<HTMLDivElement>(null);
  const palette = usePalette();
  const { names, width } = sizes;
  useWheel(ref, (event) => {
    const left = (ref.current?.getBoundingClientRect().left ?? 0) + names;
    zoomByWheel(view, event, view.window.from + (event.clientX - left) / pxPerDayOf(view.window, width));
    return true;
  });
  return (
    <div ref={ref} className="flex shrink-0 border-b border-rule" style={{ height: axisHeight + 1 }}>
      <div
        className="shrink-0 flex items-center justify-end bg-sunken border-e border-rule overflow-hidden"
        style={{ width: names }}
      >
        <ZoomButtons view={view} />
      </div>
      <Axis window={view.window} width={width} palette={palette} />
    </div>
  );
}

/** What the keys and the mouse do in the lanes, and which event has the keyboard. */
function useLanes({ timeline, model, view, isSought, scroller, field, sizes }: PieceProps) {
  const { layout, width, height } = sizes;
  const mustShow = useRef(isSought);
  const { spot, setSpot } = useActive(layout, timeline, view);
  const openAt = (at: Spot | null) => {
    const item = at && itemAt(layout, at);
    if (item) openEvent(timeline, item.event, view);
  };
  const step = (where: Step) => {
    const to = walk(layout, spot, where);
    if (!to) return;
    setSpot(to);
    reveal(to, layout, scroller.current, view, model.extent);
  };
  const hand = useLanesHand({ layout, view, width, scroller, field, onSelect: setSpot, onOpen: openAt });
  useEffect(() => {
    if (!mustShow.current || !spot || height === 0) return;
    mustShow.current = false;
    reveal(spot, layout, scroller.current, view, model.extent);
  });
  const begin = () => {
    const first = spot ? null : walk(layout, null, 'very first');
    if (first) setSpot(first);
  };
  return { spot, hand, step, openAt, begin };
}

/** Where no event has a place in time; they are in the strip below. */
function NoLanes({ left }: { readonly left: number }) {
  return (
    <p className="absolute right-0 top-1/3 px-4 text-center text-muted pointer-events-none" style={{ left }}>
      <span className="bg-paper px-2 py-1">None of these events has a date yet: they are below.</span>
    </p>
  );
}

/** The lanes themselves. */
function Body(props: PieceProps) {
  const { timeline, kind, today, view, scroller, field, sizes } = props;
  const { layout, names, width, height } = sizes;
  const id = useId();
  const palette = usePalette();
  const [top, setTop] = useState(0);
  const [hasFocus, setHasFocus] = useState(false);
  const { spot, hand, step, openAt, begin } = useLanes(props);
  const { hovered, ...handlers } = hand;
  const cardSpot = hovered ?? (hasFocus ? spot : null);
  const card = cardSpot && cardAt({ layout, spot: cardSpot, view, width, height, top });
  const scene = { timeline, layout, window: view.window, width, height, top, palette, today };
  return (
    <div
      ref={scroller}
      data-lanes
      onScroll={({ currentTarget }) => {
        setTop(currentTarget.scrollTop);
        view.keepTop(currentTarget.scrollTop);
      }}
      className="flex-1 min-h-0 overflow-y-auto overflow-x-hidden"
    >
      <div style={{ height: Math.max(layout.height, height) }}>
        <div className="sticky top-0 flex overflow-hidden" style={{ height }}>
          <LaneHeaders kind={kind} lanes={lanesBetween(layout, top, top + height)} top={top} width={names} />
          <div
            ref={field}
            role="listbox"
            aria-label={`Events in lanes by ${kind}`}
            aria-activedescendant={spot ? `${id}-active` : undefined}
            tabIndex={0}
            onKeyDown={(event) => pressInLanes(event, { view, onStep: step, onOpen: () => openAt(spot) })}
            onFocus={() => {
              setHasFocus(true);
              begin();
            }}
            onBlur={() => setHasFocus(false)}
            className="relative cursor-grab active:cursor-grabbing touch-none outline-none"
            {...handlers}
          >
            <LanesField
              {...scene}
              active={(hasFocus && spot && itemAt(layout, spot)) || null}
              activeLane={spot?.lane ?? -1}
              hovered={(hovered && itemAt(layout, hovered)) ?? null}
            />
            {spot && <ActiveOption id={`${id}-active`} timeline={timeline} layout={layout} spot={spot} />}
            {card && <EventCard timeline={timeline} {...card} />}
          </div>
          {width > 0 && layout.lanes.length === 0 && <NoLanes left={names} />}
          <SpokenEvent timeline={timeline} layout={layout} spot={hasFocus ? spot : null} />
        </div>
      </div>
    </div>
  );
}

export function LanesView({ place, onShown, ...props }: LanesViewProps) {
  const { timeline, model } = props;
  const { shapes, extent, undated } = model;
  const scroller = useRef<HTMLDivElement>(null);
  const field = useRef<HTMLDivElement>(null);
  const palette = usePalette();
  const view = useTimeView(place, extent);
  const sizes = useLayout(scroller, model, view);
  useEffect(() => onShown(view.window), [view.window, onShown]);
  const [isUndatedSought] = useState(
    view.isSought && undated.some((event) => timeline.ids[event] === view.eventId),
  );
  useEffect(() => {
    if (!isUndatedSought) focusIfFree(field.current);
  }, [isUndatedSought]);
  useScrollMemory(scroller, view, sizes.layout.height > 0 && sizes.height > 0);
  return (
    <>
      <Head view={view} sizes={sizes} />
      <Body {...props} {...{ view, scroller, field, sizes }} isSought={view.isSought && !isUndatedSought} />
      {undated.length > 0 && (
        <UndatedStrip
          timeline={timeline}
          events={undated}
          eventId={view.eventId}
          isSought={isUndatedSought}
          onOpen={(event) => openEvent(timeline, event, view)}
        />
      )}
      <Overview
        {...{ shapes, extent, palette }}
        window={view.window}
        onChange={view.setWindow}
        onZoom={(event, day) => zoomByWheel(view, event, day)}
      />
    </>
  );
}
