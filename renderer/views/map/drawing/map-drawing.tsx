/**
 * The map itself: one drawing of ground and signs in the room it is given. It can be dragged, zoomed by wheel and keys,
 * and its signs pressed; what is shown of which events is decided above it.
 */
import { Maximize, Minus, Plus } from 'lucide-react';
import {
  type KeyboardEvent,
  memo,
  type Ref,
  useEffect,
  useLayoutEffect,
  useMemo,
  useRef,
  useState,
} from 'react';
import type { Boundaries } from '../../../../shared/contract/app';
import { IconButton } from '../../../ui/actions/button';
import { labelsWithRoom, nextInDirection } from '../geometry/marks';
import { pathUnits } from '../geometry/rings';
import { movedBy, onScreen, panBy, type Size, type View, type World } from '../geometry/world';
import type { ShownPlace } from '../shown';
import { Credit, Ground, ScaleBar } from './ground';
import { countedPlaces, extentsOf, signsOf, tiesOf } from './make-signs';
import { type Sign, SignMark } from './signs';
import { type MapViewState, onMapKey, usePointer, useView } from './use-view';

export interface MapDrawingProps {
  readonly world: World;
  readonly placed: readonly ShownPlace[];
  readonly boundaries: Boundaries | null;
  /** Ids of places. */
  readonly selected: ReadonlySet<string>;
  readonly onSelect: (placeIds: readonly string[]) => void;
  readonly svg: Ref<SVGSVGElement>;
}

const lettersShown = 28;
const shorten = (name: string): string =>
  Array.from(name).length > lettersShown
    ? `${Array.from(name)
        .slice(0, lettersShown - 1)
        .join('')}…`
    : name;

function Labels({ signs, view }: { readonly signs: readonly Sign[]; readonly view: View }) {
  const named = signs.map((sign) => ({
    ...onScreen(view, sign.at),
    key: sign.key,
    name: shorten(
      sign.places.length === 1 ? (sign.places[0]?.place.name ?? '') : `${sign.places.length} places`,
    ),
    radius: sign.radius + 4,
  }));
  return (
    <g aria-hidden className="pointer-events-none">
      {labelsWithRoom([...named].reverse(), lettersShown).map(({ key, name, x, y, radius }) => (
        <text
          key={key}
          x={x + radius + 2}
          y={y}
          dy="0.35em"
          className="fill-ink text-[11px] stroke-paper stroke-3 [paint-order:stroke]"
        >
          {name}
        </text>
      ))}
    </g>
  );
}

interface SignsProps extends Pick<MapDrawingProps, 'placed' | 'selected' | 'onSelect' | 'world'> {
  /** As it was when it last stood still. */
  readonly view: View;
  readonly size: Size;
}

interface TiesProps extends Pick<SignsProps, 'placed' | 'view'> {
  readonly signs: readonly Sign[];
}

function Ties({ placed, signs, view }: TiesProps) {
  const ties = useMemo(() => tiesOf(placed, signs), [placed, signs]);
  return ties.map(({ key, from, to }) => {
    const [a, b] = [onScreen(view, from), onScreen(view, to)];
    return (
      <line
        key={key}
        data-tie
        x1={a.x}
        y1={a.y}
        x2={b.x}
        y2={b.y}
        className="stroke-warning stroke-1 opacity-60"
        strokeDasharray="4 3"
      />
    );
  });
}

const signElement = (target: EventTarget): Element | null =>
  target instanceof Element ? target.closest('[data-sign]') : null;

const arrows: Readonly<Record<string, readonly [dx: number, dy: number]>> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
};

/** What can be pressed, drawn for a view that stands still; hand and keys are heard here for all of them. */
const Signs = memo(function Signs({ placed, selected, onSelect, world, view, size }: SignsProps) {
  const group = useRef<SVGGElement>(null);
  const [current, setCurrent] = useState('');
  const counted = useMemo(() => countedPlaces(world, placed), [world, placed]);
  const signs = useMemo(() => signsOf(counted, world, view, size), [counted, world, view, size]);
  const currentKey = signs.some(({ key }) => key === current) ? current : signs.at(-1)?.key;
  const signAt = (target: EventTarget) => {
    const key = signElement(target)?.getAttribute('data-sign');
    return signs.find((sign) => sign.key === key);
  };
  const press = (sign: Sign | undefined) => sign && onSelect(sign.places.map(({ place }) => place.id));
  const step = (from: Sign, dx: number, dy: number) => {
    const next = nextInDirection(signs, from, dx, dy);
    if (!next) return;
    setCurrent(next.key);
    group.current?.querySelector<SVGGElement>(`[data-sign="${CSS.escape(next.key)}"]`)?.focus();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const sign = signAt(event.target);
    const arrow = arrows[event.key];
    if (!sign) return;
    if (arrow) step(sign, ...arrow);
    else if (event.key === 'Enter' || event.key === ' ') press(sign);
    else return;
    // On a sign the arrows do not move the map.
    if (arrow) event.stopPropagation();
    event.preventDefault();
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: it hears for the buttons in it
    <g
      ref={group}
      onClick={({ target }) => press(signAt(target))}
      onFocus={({ target }) => setCurrent(signAt(target)?.key ?? '')}
      onKeyDown={onKeyDown}
    >
      <Ties placed={placed} signs={signs} view={view} />
      {signs.map((sign) => (
        <SignMark
          key={sign.key}
          sign={sign}
          view={view}
          isSelected={sign.places.some(({ place }) => selected.has(place.id))}
          isCurrent={sign.key === currentKey}
        />
      ))}
      <Labels signs={signs} view={view} />
    </g>
  );
});

function Controls({ state }: { readonly state: MapViewState }) {
  return (
    <div className="absolute end-2 top-2 flex flex-col rounded-md border border-rule bg-raised shadow-sm">
      <IconButton label="Zoom in" keys="+" icon={<Plus size={15} />} onPress={() => state.zoom(1.6)} />
      <IconButton label="Zoom out" keys="-" icon={<Minus size={15} />} onPress={() => state.zoom(1 / 1.6)} />
      <IconButton label="Show all places" keys="0" icon={<Maximize size={14} />} onPress={state.fit} />
    </div>
  );
}

/** A hatch of fine lines: for what lies somewhere, not at a point. */
function Hatch() {
  return (
    <defs>
      <pattern
        id="map-hatch"
        width="6"
        height="6"
        patternUnits="userSpaceOnUse"
        patternTransform={`rotate(45) scale(${pathUnits})`}
      >
        <line x1="0" y1="0" x2="0" y2="6" className="stroke-accent stroke-1" />
      </pattern>
    </defs>
  );
}

interface RevealProps extends Pick<SignsProps, 'placed' | 'selected' | 'world' | 'size'> {
  readonly state: MapViewState;
}

/** Brings what was selected elsewhere into sight. */
function useReveal({ placed, selected, world, state, size }: RevealProps): void {
  const latest = useRef({ placed, world, state, size });
  latest.current = { placed, world, state, size };
  useEffect(() => {
    const { placed: now, state: current, size: room, world: on } = latest.current;
    const chosen = countedPlaces(
      on,
      now.filter(({ place }) => selected.has(place.id)),
    );
    const at = chosen.map((one) => onScreen(current.view, one.at));
    const isInSight = at.some(({ x, y }) => x > 0 && y > 0 && x < room.width && y < room.height);
    const [first] = at;
    if (first && !isInSight)
      current.change((view) => panBy(view, room.width / 2 - first.x, room.height / 2 - first.y));
  }, [selected]);
}

interface DrawnProps extends MapDrawingProps, Pick<SignsProps, 'view' | 'size'> {
  readonly isMoving: boolean;
}

/** All of the drawing, for a view that stands still. What stands at its edge does not move with it. */
const Drawn = memo(function Drawn({ svg, isMoving, boundaries, ...props }: DrawnProps) {
  const { world, view, size } = props;
  return (
    <svg ref={svg} width={size.width} height={size.height} className="block font-sans overflow-visible">
      <Hatch />
      <Ground {...{ world, view, size, boundaries }} />
      <Signs {...props} />
      <g className={isMoving ? 'invisible' : undefined}>
        <ScaleBar world={world} view={view} size={size} />
        <Credit size={size} boundaries={boundaries} />
      </g>
    </svg>
  );
});

const help = 'Arrow keys move the map, plus and minus zoom, 0 shows all places. Tab goes to the places.';

function DrawingOfSize({ size, ...props }: MapDrawingProps & { readonly size: Size }) {
  const { world, placed, boundaries, selected, onSelect, svg } = props;
  const element = useRef<HTMLDivElement>(null);
  const extents = useMemo(() => extentsOf(world, placed), [world, placed]);
  const state = useView(world, extents, size);
  const pointer = usePointer(state, element);
  const { view, settled } = state;
  const isMoving = view !== settled;
  useReveal({ placed, selected, world, state, size });
  return (
    <>
      {/* biome-ignore lint/a11y/useSemanticElements: a map is a group of its places */}
      <div
        ref={element}
        role="group"
        aria-label="Map"
        aria-description={help}
        tabIndex={0}
        onKeyDown={(event) => {
          onMapKey(event, state, size);
          if (event.key === 'Escape' && selected.size > 0) onSelect([]);
        }}
        {...pointer}
        className="absolute inset-0 overflow-hidden touch-none cursor-grab active:cursor-grabbing focus-visible:outline-offset-[-2px]"
      >
        {/* A layer of its own: while the hand moves it, nothing of it is drawn anew. */}
        <div
          className="origin-top-left"
          style={{ willChange: 'transform', transform: movedBy(settled, view) }}
        >
          <Drawn {...{ world, placed, boundaries, selected, onSelect, svg, size, isMoving }} view={settled} />
        </div>
        {isMoving && (
          <svg width={size.width} height={size.height} aria-hidden className="absolute inset-0 font-sans">
            <ScaleBar world={world} view={view} size={size} />
            <Credit size={size} boundaries={boundaries} />
          </svg>
        )}
      </div>
      <Controls state={state} />
    </>
  );
}

/** Begins anew for another world. */
const worldKey = ({ kind, middle }: World): string => `${kind} ${middle}`;

export function MapDrawing(props: MapDrawingProps) {
  const room = useRef<HTMLDivElement>(null);
  const [size, setSize] = useState<Size | null>(null);
  useLayoutEffect(() => {
    const element = room.current;
    if (!element) return;
    const observer = new ResizeObserver(() => {
      const { clientWidth: width, clientHeight: height } = element;
      if (width > 0 && height > 0) setSize({ width, height });
    });
    observer.observe(element);
    return () => observer.disconnect();
  }, []);
  return (
    <div ref={room} className="relative flex-1 min-h-40 min-w-0">
      {size && <DrawingOfSize key={worldKey(props.world)} {...props} size={size} />}
    </div>
  );
}
