/**
 * The part of the world in sight, and how mouse, wheel and keys change it. While it changes, what was drawn is only moved
 * and stretched; a moment after the last change it is `settled`, and drawn anew.
 */
import {
  type KeyboardEvent,
  type PointerEvent,
  type RefObject,
  startTransition,
  useEffect,
  useRef,
  useState,
  type WheelEvent,
} from 'react';
import { useNotebookState } from '../../../shell/notebook-state';
import {
  type Extent,
  fitView,
  keepWorldInSight,
  panBy,
  type Size,
  type View,
  type World,
  zoomAt,
} from '../geometry/world';

const settleMs = 180;
const panShare = 0.15;
const zoomStep = 1.6;
/** A press that moves less than this is a click. */
const dragPx = 4;

export interface MapViewState {
  readonly view: View;
  readonly settled: View;
  readonly change: (next: (view: View) => View) => void;
  readonly zoom: (factor: number) => void;
  readonly fit: () => void;
}

/** The view the map was left in, for coming back to it. */
let left: { readonly world: World; readonly view: View; readonly size: Size } | null = null;

// Another notebook has other places.
useNotebookState.subscribe(({ round }, before) => {
  if (round !== before.round) left = null;
});

function firstView(world: World, extents: readonly Extent[], size: Size): View {
  const isSame =
    left?.world.kind === world.kind && left.world.middle === world.middle && left.size.width === size.width;
  return isSame && left ? left.view : fitView(extents, size);
}

/** More than this closer or further, or moved by more of the screen, and it is drawn anew at once. */
const most = { zoom: 2, share: 0.5 };

function isBeyond(drawn: View, now: View, { width, height }: Size): boolean {
  const by = now.scale / drawn.scale;
  const middle = { x: width / 2, y: height / 2 };
  const [dx, dy] = [
    (middle.x - drawn.x) * by + now.x - middle.x,
    (middle.y - drawn.y) * by + now.y - middle.y,
  ];
  const isFar = Math.abs(dx) > most.share * width || Math.abs(dy) > most.share * height;
  return isFar || by > most.zoom || by < 1 / most.zoom;
}

/** Begins with all places in sight, or as the map was left; begins anew for another world. */
export function useView(world: World, extents: readonly Extent[], size: Size): MapViewState {
  const [view, setView] = useState<View>(() => firstView(world, extents, size));
  const [settled, setSettled] = useState(view);
  const [room, setRoom] = useState(size);
  if (room !== size) {
    // What was in the middle stays there.
    setRoom(size);
    setView((now) => panBy(now, (size.width - room.width) / 2, (size.height - room.height) / 2));
  }
  useEffect(() => {
    left = { world, view, size };
    // What is drawn anew may wait for the hand.
    const settle = () => startTransition(() => setSettled(view));
    if (isBeyond(settled, view, size)) return settle();
    const timer = setTimeout(settle, settleMs);
    return () => clearTimeout(timer);
  }, [view, settled, world, size]);
  const change = (next: (view: View) => View) => setView((now) => keepWorldInSight(next(now), size));
  const middle = { x: size.width / 2, y: size.height / 2 };
  return {
    view,
    settled,
    change,
    zoom: (factor) => change((now) => zoomAt(now, factor, middle)),
    fit: () => change(() => fitView(extents, size)),
  };
}

type Keys = Readonly<Record<string, (state: MapViewState, size: Size) => void>>;

const pan =
  (dx: number, dy: number) =>
  (state: MapViewState, { width, height }: Size) =>
    state.change((view) => panBy(view, dx * width * panShare, dy * height * panShare));

const zoomKeys: Keys = {
  '+': (state) => state.zoom(zoomStep),
  '=': (state) => state.zoom(zoomStep),
  '-': (state) => state.zoom(1 / zoomStep),
  '0': (state) => state.fit(),
};
const panKeys: Keys = {
  ArrowLeft: pan(1, 0),
  ArrowRight: pan(-1, 0),
  ArrowUp: pan(0, 1),
  ArrowDown: pan(0, -1),
};

/** Zooms by +, - and 0 wherever the focus is on the map; moves it by the arrows where it is on the map itself. */
export function onMapKey(event: KeyboardEvent, state: MapViewState, size: Size): void {
  if (event.ctrlKey || event.metaKey || event.altKey) return;
  const isOnMap = event.target === event.currentTarget;
  const act = zoomKeys[event.key] ?? (isOnMap ? panKeys[event.key] : undefined);
  if (!act) return;
  event.preventDefault();
  act(state, size);
}

/** Handlers that drag the map and zoom it under the pointer. */
export function usePointer(state: MapViewState, element: RefObject<HTMLElement | null>) {
  const drag = useRef<{ x: number; y: number; moved: boolean } | null>(null);
  const { change } = state;
  return {
    onPointerDown: ({ button, clientX: x, clientY: y }: PointerEvent) => {
      if (button === 0) drag.current = { x, y, moved: false };
    },
    onPointerMove: (event: PointerEvent) => {
      const from = drag.current;
      if (!from || event.buttons === 0) return;
      const [dx, dy] = [event.clientX - from.x, event.clientY - from.y];
      if (!from.moved && Math.hypot(dx, dy) < dragPx) return;
      // Captured only now: a click on a sign stays a click.
      if (!from.moved) element.current?.setPointerCapture(event.pointerId);
      drag.current = { x: event.clientX, y: event.clientY, moved: true };
      change((view) => panBy(view, dx, dy));
    },
    onPointerUp: () => {
      drag.current = null;
    },
    onWheel: ({ deltaY, deltaMode, clientX, clientY }: WheelEvent) => {
      const box = element.current?.getBoundingClientRect();
      if (!box) return;
      const by = deltaMode === 0 ? deltaY : deltaY * 16;
      const at = { x: clientX - box.left, y: clientY - box.top };
      change((view) => zoomAt(view, Math.exp(-by * 0.0022), at));
    },
  };
}
