/** What the mouse does in the lanes: pointing shows, a click selects, a double click opens, dragging moves, the wheel zooms. */
import { type MouseEvent, type PointerEvent, type RefObject, useRef, useState } from 'react';
import { pxPerDayOf } from '../drawing/draw-lanes';
import { type Layout, type Spot, spotAt } from '../model/lay-out';
import { useWheel } from './use-surroundings';
import type { TimeView } from './use-time-view';

interface LanesHandProps {
  readonly layout: Layout;
  readonly view: TimeView;
  /** CSS pixels of the part that has the events. */
  readonly width: number;
  readonly scroller: RefObject<HTMLElement | null>;
  /** The part that has the events. */
  readonly field: RefObject<HTMLElement | null>;
  readonly onSelect: (spot: Spot) => void;
  readonly onOpen: (spot: Spot) => void;
}

interface Drag {
  readonly x: number;
  readonly y: number;
  readonly from: number;
  readonly top: number;
  moved: boolean;
}

/** A hand that moves less than this has not dragged. CSS pixels. */
const stillness = 4;
/** One notch of a usual wheel (100) zooms by about a quarter. */
const zoomOfWheel = (event: WheelEvent): number =>
  Math.exp(Math.max(-400, Math.min(400, event.deltaY)) * 0.0025);

export function zoomByWheel(view: TimeView, event: WheelEvent, day: number): void {
  view.zoom(zoomOfWheel(event), day);
}

export function useLanesHand(props: LanesHandProps) {
  const { layout, view, width, scroller, field, onSelect, onOpen } = props;
  const [hovered, setHovered] = useState<Spot | null>(null);
  const drag = useRef<Drag | null>(null);
  const pxPerDay = pxPerDayOf(view.window, width);
  const dayAt = (clientX: number) =>
    view.window.from + (clientX - (field.current?.getBoundingClientRect().left ?? 0)) / pxPerDay;
  const spotUnder = ({ clientX, clientY }: { readonly clientX: number; readonly clientY: number }) => {
    const box = field.current?.getBoundingClientRect();
    const top = scroller.current?.scrollTop ?? 0;
    return box ? spotAt(layout, dayAt(clientX), clientY - box.top + top, pxPerDay) : null;
  };
  useWheel(scroller, (event) => {
    if (event.ctrlKey || event.metaKey) zoomByWheel(view, event, dayAt(event.clientX));
    else if (event.shiftKey || Math.abs(event.deltaX) > Math.abs(event.deltaY))
      view.move((event.deltaX || event.deltaY) / Math.max(width, 1));
    else return false;
    return true;
  });
  const pull = (held: Drag, event: PointerEvent) => {
    const [dx, dy] = [event.clientX - held.x, event.clientY - held.y];
    if (!held.moved && Math.hypot(dx, dy) < stillness) return;
    held.moved = true;
    setHovered(null);
    const length = view.window.to - view.window.from;
    const from = held.from - dx / pxPerDay;
    view.setWindow({ from, to: from + length });
    if (scroller.current) scroller.current.scrollTop = held.top - dy;
  };
  return {
    hovered,
    onPointerDown: (event: PointerEvent<HTMLElement>) => {
      if (event.button !== 0) return;
      event.currentTarget.setPointerCapture(event.pointerId);
      const top = scroller.current?.scrollTop ?? 0;
      drag.current = { x: event.clientX, y: event.clientY, from: view.window.from, top, moved: false };
    },
    onPointerMove: (event: PointerEvent<HTMLElement>) => {
      if (drag.current) pull(drag.current, event);
      else setHovered(spotUnder(event));
    },
    onPointerUp: (event: PointerEvent<HTMLElement>) => {
      const spot = drag.current?.moved === false ? spotUnder(event) : null;
      drag.current = null;
      if (spot) onSelect(spot);
    },
    onPointerCancel: () => {
      drag.current = null;
    },
    onPointerLeave: () => setHovered(null),
    onDoubleClick: (event: MouseEvent) => {
      const spot = spotUnder(event);
      if (spot) onOpen(spot);
    },
  };
}
