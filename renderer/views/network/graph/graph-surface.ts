/**
 * The canvas a network is on: what part of it is in view, what is lit, and when it is drawn. Hands and keys are told to
 * it from outside; it asks for a frame when something has changed and draws at most once in each.
 */
import type { Point } from '../layout/layout';
import { type Drawing, drawGraph, labelFont } from './draw-graph';
import { type GraphColours, lightColours, windowColours } from './graph-colours';
import { type Picked, pictureOf, type Scene, sceneOf } from './picture';
import { placeLabels } from './place-labels';
import { fitted, paperFor, type Size, shifted, toLayout, toScreen, type Viewport, zoomed } from './viewport';

const emptyScene = sceneOf([], [], []);

export class GraphSurface {
  scene: Scene = emptyScene;
  view: Viewport = { scale: 1, x: 0, y: 0 };
  private size: Size = { width: 0, height: 0 };
  private hovered: Picked | null = null;
  private chosen: Picked | null = null;
  private colours: GraphColours = windowColours();
  private frame = 0;
  /** The whole is kept in view until someone has looked closer. */
  private isFitted = true;
  private readonly widths = new Map<string, number>();
  private readonly context: CanvasRenderingContext2D;
  private readonly resizing: ResizeObserver;
  private readonly theming: MutationObserver;

  constructor(
    private readonly canvas: HTMLCanvasElement,
    private readonly onDrawn: () => void,
  ) {
    const context = canvas.getContext('2d');
    if (!context) throw new Error('There is no canvas to draw on.');
    this.context = context;
    this.resizing = new ResizeObserver(() => this.resize());
    this.resizing.observe(canvas);
    this.theming = new MutationObserver(() => {
      this.colours = windowColours();
      this.draw();
    });
    this.theming.observe(document.documentElement, { attributeFilter: ['data-theme'] });
    void document.fonts.ready.then(() => {
      this.widths.clear();
      this.draw();
    });
  }

  destroy(): void {
    cancelAnimationFrame(this.frame);
    this.resizing.disconnect();
    this.theming.disconnect();
  }

  /** Shows a network; `anew`: it is another picture, to be seen as a whole. */
  show(scene: Scene, anew: boolean): void {
    this.scene = scene;
    this.hovered = null;
    if (anew) this.isFitted = true;
    if (this.isFitted) this.view = fitted(scene.points, this.size);
    this.draw();
  }

  choose(pick: Picked | null): void {
    this.chosen = pick;
    this.draw();
  }

  hover(pick: Picked | null): void {
    if (this.hovered?.kind === pick?.kind && this.hovered?.index === pick?.index) return;
    this.hovered = pick;
    this.draw();
  }

  fit(): void {
    this.isFitted = true;
    this.view = fitted(this.scene.points, this.size);
    this.draw();
  }

  zoomBy(factor: number, about: Point = { x: this.size.width / 2, y: this.size.height / 2 }): void {
    this.look(zoomed(this.view, factor, about));
  }

  shiftBy(dx: number, dy: number): void {
    this.look(shifted(this.view, dx, dy));
  }

  /** Moves a node to a point of the screen; answers where that is in the layout. */
  drag(index: number, to: Point): Point {
    const point = toLayout(this.view, to);
    const points = this.scene.points.map((other, at) => (at === index ? point : other));
    this.scene = { ...this.scene, points };
    this.isFitted = false;
    this.draw();
    return point;
  }

  /** Gives the picture the keyboard. */
  focus(): void {
    this.canvas.parentElement?.focus();
  }

  /** Brings a node into view, if it is not. */
  reveal(index: number): void {
    const at = this.screenPoint(index);
    const edge = 40;
    if (!at) return;
    const beyond = (value: number, most: number) =>
      Math.min(0, most - edge - value) + Math.max(0, edge - value);
    const [dx, dy] = [beyond(at.x, this.size.width), beyond(at.y, this.size.height)];
    if (dx !== 0 || dy !== 0) this.shiftBy(dx, dy);
  }

  screenPoint(index: number): Point | null {
    const point = this.scene.points[index];
    return point ? toScreen(this.view, point) : null;
  }

  /** The whole network for a file, whatever part is in view: in the colours of paper, without what is only pointed at. */
  exported(): { readonly drawing: Drawing; readonly size: Size } {
    const size = paperFor(this.scene.points);
    const view = fitted(this.scene.points, size);
    return { drawing: this.drawing(lightColours(), this.chosen ? [this.chosen] : [], view, size), size };
  }

  draw(): void {
    if (this.frame !== 0) return;
    this.frame = requestAnimationFrame(() => {
      this.frame = 0;
      this.drawNow();
    });
  }

  private look(view: Viewport): void {
    this.isFitted = false;
    this.view = view;
    this.draw();
  }

  private resize(): void {
    const { clientWidth: width, clientHeight: height } = this.canvas;
    this.size = { width, height };
    this.canvas.width = Math.round(width * devicePixelRatio);
    this.canvas.height = Math.round(height * devicePixelRatio);
    if (this.isFitted) this.view = fitted(this.scene.points, this.size);
    // At once: a canvas is empty when its size has changed.
    this.drawNow();
  }

  private drawNow(): void {
    // Not laid out yet: it is drawn when its size is known.
    if (this.size.width === 0) return;
    const lit = this.hovered ?? this.chosen;
    const drawing = this.drawing(this.colours, lit ? [lit] : []);
    drawGraph(this.context, drawing, { ...this.size, ratio: devicePixelRatio });
    this.onDrawn();
  }

  private drawing(
    colours: GraphColours,
    picks: readonly Picked[],
    view: Viewport = this.view,
    size: Size = this.size,
  ): Drawing {
    const { edges } = this.scene;
    const picture = pictureOf(this.scene, view, picks);
    const labels = placeLabels(picture, this.scene, size, (text) => this.widthOf(text));
    return { picture, edges, labels, colours };
  }

  private widthOf(text: string): number {
    let width = this.widths.get(text);
    if (width === undefined) {
      this.context.font = labelFont;
      this.widths.set(text, (width = this.context.measureText(text).width));
    }
    return width;
  }
}
