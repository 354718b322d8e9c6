/** The hand on a network: pointing lights, a click chooses, dragging moves a node or the whole, the wheel zooms. */
import type { Point } from '../layout/layout';
import type { GraphSurface } from './graph-surface';
import { hitTest } from './hit-test';
import type { Picked } from './picture';

export interface PointerEvents {
  readonly onChoose: (pick: Picked | null) => void;
  /** A second click on the same. */
  readonly onOpen: (pick: Picked) => void;
  readonly onHover: (pick: Picked | null, at: Point) => void;
  /** A node has been put somewhere, in units of the layout. */
  readonly onMoved: (index: number, point: Point) => void;
}

/** A hand that moves less has clicked; CSS pixels. */
const clickSlack = 3;
/** Of the wheel's pixels, as an exponent. */
const wheelZoom = 0.0015;

interface Grip {
  readonly from: Point;
  readonly pick: Picked | null;
  last: Point;
  hasMoved: boolean;
  movedTo: Point | null;
}

const pointOf = ({ offsetX, offsetY }: MouseEvent): Point => ({ x: offsetX, y: offsetY });

class GraphPointer {
  private grip: Grip | null = null;

  constructor(
    private readonly canvas: HTMLCanvasElement,
    private readonly surface: GraphSurface,
    private readonly events: () => PointerEvents,
  ) {}

  down(event: PointerEvent): void {
    if (event.button !== 0) return;
    const from = pointOf(event);
    const pick = this.pickAt(from);
    this.grip = { from, pick, last: from, hasMoved: false, movedTo: null };
    this.canvas.setPointerCapture(event.pointerId);
  }

  move(event: PointerEvent): void {
    const at = pointOf(event);
    if (this.grip) this.dragTo(this.grip, at);
    else this.hoverAt(at);
  }

  up(): void {
    const grip = this.grip;
    this.grip = null;
    if (!grip) return;
    if (!grip.hasMoved) this.events().onChoose(grip.pick);
    else if (grip.pick?.kind === 'node' && grip.movedTo) this.events().onMoved(grip.pick.index, grip.movedTo);
    this.canvas.style.cursor = '';
  }

  leave(): void {
    if (this.grip) return;
    this.surface.hover(null);
    this.events().onHover(null, { x: 0, y: 0 });
  }

  open(event: MouseEvent): void {
    const pick = this.pickAt(pointOf(event));
    if (pick) this.events().onOpen(pick);
  }

  wheel(event: WheelEvent): void {
    event.preventDefault();
    const lines = event.deltaMode === WheelEvent.DOM_DELTA_LINE ? 16 : 1;
    this.surface.zoomBy(Math.exp(-event.deltaY * lines * wheelZoom), pointOf(event));
  }

  private pickAt(at: Point): Picked | null {
    return hitTest(this.surface.scene, this.surface.view, at);
  }

  private hoverAt(at: Point): void {
    const pick = this.pickAt(at);
    this.canvas.style.cursor = pick ? 'pointer' : '';
    this.surface.hover(pick);
    this.events().onHover(pick, at);
  }

  private dragTo(grip: Grip, at: Point): void {
    grip.hasMoved ||= Math.hypot(at.x - grip.from.x, at.y - grip.from.y) > clickSlack;
    if (!grip.hasMoved) return;
    this.canvas.style.cursor = 'grabbing';
    if (grip.pick?.kind === 'node') grip.movedTo = this.surface.drag(grip.pick.index, at);
    else this.surface.shiftBy(at.x - grip.last.x, at.y - grip.last.y);
    grip.last = at;
  }
}

/** Follows the hand on a canvas; answers how to stop. */
export function followPointer(
  canvas: HTMLCanvasElement,
  surface: GraphSurface,
  events: () => PointerEvents,
): () => void {
  const pointer = new GraphPointer(canvas, surface, events);
  const { signal, abort } = withAbort();
  canvas.addEventListener('pointerdown', (event) => pointer.down(event), { signal });
  canvas.addEventListener('pointermove', (event) => pointer.move(event), { signal });
  canvas.addEventListener('pointerup', () => pointer.up(), { signal });
  canvas.addEventListener('pointercancel', () => pointer.up(), { signal });
  canvas.addEventListener('pointerleave', () => pointer.leave(), { signal });
  canvas.addEventListener('dblclick', (event) => pointer.open(event), { signal });
  canvas.addEventListener('wheel', (event) => pointer.wheel(event), { signal, passive: false });
  return abort;
}

function withAbort(): { readonly signal: AbortSignal; readonly abort: () => void } {
  const controller = new AbortController();
  return { signal: controller.signal, abort: () => controller.abort() };
}
