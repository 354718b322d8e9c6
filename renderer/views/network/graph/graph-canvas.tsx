/**
 * The network as a picture, for hand and keyboard. The arrow keys go to the nearest node that way, E from tie to tie of a
 * node, Enter opens what they are on; what they are on is said and has a ring around it that is part of the page.
 */
import { Maximize, Minus, Plus } from 'lucide-react';
import { type KeyboardEvent, type RefObject, useCallback, useEffect, useMemo, useRef, useState } from 'react';
import type { Nearness } from '../../../../shared/contract/views/network';
import { IconButton } from '../../../ui/actions/button';
import type { Point } from '../layout/layout';
import type { PlacedNetwork } from '../layout/use-layout';
import { nodeWords, pairWords, tieWords } from '../network-words';
import { followPointer, type PointerEvents } from './graph-pointer';
import { GraphSurface } from './graph-surface';
import { type Direction, nodeTowards } from './hit-test';
import { type Picked, type Scene, sceneOf } from './picture';

export interface GraphCanvasProps {
  readonly placed: PlacedNetwork;
  readonly near: Nearness;
  readonly chosen: Picked | null;
  readonly onChoose: (pick: Picked | null) => void;
  readonly onOpenNode: (index: number) => void;
  readonly onMoved: (index: number, point: Point) => void;
  /** Set while the picture is there, for what is exported and to bring nodes into view. */
  readonly surfaceRef: RefObject<GraphSurface | null>;
}

const arrowKeys: Readonly<Record<string, Direction>> = {
  ArrowLeft: 'left',
  ArrowRight: 'right',
  ArrowUp: 'up',
  ArrowDown: 'down',
};
const zoomStep = 1.25;
const zoomKeys: Readonly<Record<string, number>> = { '+': zoomStep, '=': zoomStep, '-': 1 / zoomStep };

/** Where the keyboard is: on a node, and perhaps on one of its ties (counted from 0). */
interface Cursor {
  readonly node: number;
  readonly tie: number | null;
}

function pickOf({ edgesOf }: Scene, { node, tie }: Cursor): Picked {
  const edge = tie === null ? undefined : edgesOf[node]?.[tie];
  return edge === undefined ? { kind: 'node', index: node } : { kind: 'edge', index: edge };
}

function wordsFor(scene: Scene, pick: Picked, near: Nearness): string {
  if (pick.kind === 'node') {
    const node = scene.nodes[pick.index];
    return node ? nodeWords(node, scene.edgesOf[pick.index]?.length ?? 0) : '';
  }
  const edge = scene.edges[pick.index];
  const [source, target] = [scene.nodes[edge?.source ?? -1], scene.nodes[edge?.target ?? -1]];
  if (!edge || !source || !target) return '';
  return `${pairWords(edge.tie, source.name, target.name)}: ${tieWords(edge, near)}`;
}

function cursorWords(scene: Scene, cursor: Cursor, near: Nearness): string {
  const words = wordsFor(scene, pickOf(scene, cursor), near);
  if (cursor.tie === null) return words;
  return `${words}, tie ${cursor.tie + 1} of ${scene.edgesOf[cursor.node]?.length ?? 0}`;
}

/** The surface on a canvas, told of what is to be seen. */
function useSurface(
  { placed, chosen, surfaceRef }: GraphCanvasProps,
  events: PointerEvents,
  onDrawn: () => void,
) {
  const canvasRef = useRef<HTMLCanvasElement>(null);
  const latest = useRef({ events, onDrawn });
  const shown = useRef(-1);
  useEffect(() => {
    latest.current = { events, onDrawn };
  });
  useEffect(() => {
    const canvas = canvasRef.current;
    if (!canvas) return;
    const surface = new GraphSurface(canvas, () => latest.current.onDrawn());
    surfaceRef.current = surface;
    const stop = followPointer(canvas, surface, () => latest.current.events);
    return () => {
      stop();
      surface.destroy();
      surfaceRef.current = null;
      shown.current = -1;
    };
  }, [surfaceRef]);
  const scene = useMemo(
    () => sceneOf(placed.network.nodes, placed.network.edges, placed.points),
    [placed.network, placed.points],
  );
  useEffect(() => {
    surfaceRef.current?.show(scene, shown.current !== placed.picture);
    shown.current = placed.picture;
  }, [scene, placed.picture, surfaceRef]);
  useEffect(() => surfaceRef.current?.choose(chosen), [chosen, surfaceRef]);
  return { canvasRef, scene };
}

function nextCursor(scene: Scene, cursor: Cursor | null, event: KeyboardEvent): Cursor | null {
  const direction = arrowKeys[event.key];
  if (direction) {
    if (!cursor) return scene.nodes.length > 0 ? { node: 0, tie: null } : null;
    const node = nodeTowards(scene.points, cursor.node, direction);
    return node === null ? cursor : { node, tie: null };
  }
  if (event.key.toLowerCase() !== 'e' || !cursor) return null;
  const count = scene.edgesOf[cursor.node]?.length ?? 0;
  if (count === 0) return cursor;
  const step = event.shiftKey ? count - 1 : 1;
  return {
    node: cursor.node,
    tie: cursor.tie === null ? (event.shiftKey ? count - 1 : 0) : (cursor.tie + step) % count,
  };
}

function Zoom({ surfaceRef }: { readonly surfaceRef: GraphCanvasProps['surfaceRef'] }) {
  const zoom = (factor: number) => surfaceRef.current?.zoomBy(factor);
  return (
    <div className="absolute end-3 bottom-3 flex flex-col rounded-lg border border-rule bg-raised">
      <IconButton label="Zoom in" keys="+" icon={<Plus size={15} />} onPress={() => zoom(zoomStep)} />
      <IconButton label="Zoom out" keys="-" icon={<Minus size={15} />} onPress={() => zoom(1 / zoomStep)} />
      <IconButton
        label="Show all"
        keys="0"
        icon={<Maximize size={14} />}
        onPress={() => surfaceRef.current?.fit()}
      />
    </div>
  );
}

interface Hover {
  readonly words: string;
  readonly at: Point;
}

function HoverWords({ hover }: { readonly hover: Hover }) {
  return (
    <div
      role="presentation"
      dir="auto"
      className="absolute z-10 max-w-72 px-2 py-1 rounded-md border border-rule bg-raised text-xs shadow-sm pointer-events-none [overflow-wrap:anywhere]"
      style={{ left: hover.at.x + 14, top: hover.at.y + 14 }}
    >
      {hover.words}
    </div>
  );
}

/** Where the keyboard is, as long as the network is the same: counted anew, the numbers mean other nodes. */
function useCursor(network: PlacedNetwork['network']) {
  const [held, setHeld] = useState<{
    readonly network: PlacedNetwork['network'];
    readonly cursor: Cursor | null;
  }>();
  const cursor = held?.network === network ? held.cursor : null;
  const setCursor = (next: Cursor | null) => setHeld({ network, cursor: next });
  return [cursor, setCursor] as const;
}

/** A ring around a node, put anew whenever the picture has been drawn. */
function useRing(node: number | null, surfaceRef: GraphCanvasProps['surfaceRef']) {
  const ring = useRef<HTMLDivElement>(null);
  const putRing = useCallback(() => {
    const at = node === null ? null : surfaceRef.current?.screenPoint(node);
    if (!ring.current) return;
    ring.current.style.visibility = at ? 'visible' : 'hidden';
    if (at) ring.current.style.transform = `translate(${at.x - 14}px, ${at.y - 14}px)`;
  }, [node, surfaceRef]);
  useEffect(putRing, [putRing]);
  return { ring, putRing };
}

export function GraphCanvas(props: GraphCanvasProps) {
  const { placed, near, chosen, onChoose, onOpenNode, onMoved, surfaceRef } = props;
  const [held, setCursor] = useCursor(placed.network);
  const cursor = held ?? (chosen?.kind === 'node' ? { node: chosen.index, tie: null } : null);
  const [hover, setHover] = useState<Hover | null>(null);
  const [hasFocus, setFocus] = useState(false);
  const { ring, putRing } = useRing(cursor?.node ?? null, surfaceRef);
  const { canvasRef, scene } = useSurface(
    props,
    {
      onChoose: (pick) => {
        setCursor(pick?.kind === 'node' ? { node: pick.index, tie: null } : null);
        onChoose(pick);
      },
      onOpen: (pick) => pick.kind === 'node' && onOpenNode(pick.index),
      onHover: (pick, at) => setHover(pick && { words: wordsFor(scene, pick, near), at }),
      onMoved,
    },
    putRing,
  );
  const moveTo = (next: Cursor) => {
    setCursor(next);
    surfaceRef.current?.hover(pickOf(scene, next));
    surfaceRef.current?.reveal(next.node);
  };
  const press = (event: KeyboardEvent) => {
    if (event.target !== event.currentTarget || event.altKey || event.ctrlKey || event.metaKey) return;
    const next = nextCursor(scene, cursor, event);
    const factor = zoomKeys[event.key];
    if (next) moveTo(next);
    else if (factor !== undefined) surfaceRef.current?.zoomBy(factor);
    else if (event.key === '0') surfaceRef.current?.fit();
    else if (event.key === 'Enter' && cursor) onChoose(pickOf(scene, cursor));
    else if (event.key === 'Escape') {
      setCursor(null);
      surfaceRef.current?.hover(null);
      onChoose(null);
    } else return;
    event.preventDefault();
    event.stopPropagation();
  };
  const said = cursor ? cursorWords(scene, cursor, near) : '';
  return (
    <div className="relative flex-1 min-h-0 min-w-0 overflow-hidden">
      <div
        role="application"
        aria-label="Network"
        aria-describedby="network-keys"
        tabIndex={0}
        onKeyDown={press}
        onFocus={() => setFocus(true)}
        onBlur={() => setFocus(false)}
        className="absolute inset-0 -outline-offset-2"
      >
        <canvas ref={canvasRef} className="size-full touch-none" />
      </div>
      <div
        ref={ring}
        data-ring
        aria-hidden
        className="absolute start-0 top-0 size-7 rounded-full border-2 border-ink pointer-events-none invisible"
      />
      <p id="network-keys" className="sr-only">
        Arrow keys go from node to node, E from tie to tie, Enter opens, plus and minus zoom, 0 shows all.
      </p>
      <p role="status" className="sr-only">
        {hasFocus ? said : ''}
      </p>
      {hover && <HoverWords hover={hover} />}
      <Zoom surfaceRef={surfaceRef} />
    </div>
  );
}
