/** How the plane of the layout lies on the screen: zoomed and shifted. Screen coordinates are CSS pixels of the drawing. */
import type { Point } from '../layout/layout';

export interface Viewport {
  /** CSS pixels for one unit of the layout. */
  readonly scale: number;
  /** Where the layout's origin is. */
  readonly x: number;
  readonly y: number;
}

export interface Size {
  readonly width: number;
  readonly height: number;
}

export const toScreen = ({ scale, x, y }: Viewport, point: Point): Point => ({
  x: point.x * scale + x,
  y: point.y * scale + y,
});

export const toLayout = ({ scale, x, y }: Viewport, point: Point): Point => ({
  x: (point.x - x) / scale,
  y: (point.y - y) / scale,
});

const scales = { least: 0.01, most: 1000 };
/** Room for names at the edge: half of the widest at the sides, and the buttons that zoom. */
const margin = { side: 88, foot: 48 };
/** Two nodes alone need not stand at the far ends of the window: how much of it so many points may take. */
const shareFor = (count: number): number => Math.min(1, 0.25 + count / 12);

/** All points in view. */
export function fitted(points: readonly Point[], { width, height }: Size): Viewport {
  if (points.length === 0) return { scale: 1, x: width / 2, y: height / 2 };
  const [left, right] = extentOf(points.map(({ x }) => x));
  const [top, bottom] = extentOf(points.map(({ y }) => y));
  const share = shareFor(points.length);
  const room = {
    width: Math.max(40, width - 2 * margin.side) * share,
    height: Math.max(40, height - 2 * margin.foot) * share,
  };
  const scale = Math.min(
    scales.most,
    room.width / Math.max(right - left, 1e-6),
    room.height / Math.max(bottom - top, 1e-6),
  );
  return {
    scale,
    x: width / 2 - ((left + right) / 2) * scale,
    y: height / 2 - ((top + bottom) / 2) * scale,
  };
}

function extentOf(numbers: readonly number[]): readonly [number, number] {
  return [Math.min(...numbers), Math.max(...numbers)];
}

/** Of a sheet: the least length of a side, and how long it has to be for each node of a row of them. CSS pixels. */
const sheet = { least: 900, forNode: 85 };

/** A sheet that the whole of a network has room on, in its shape unless that is long and thin. */
export function paperFor(points: readonly Point[]): Size {
  const side = Math.max(sheet.least, sheet.forNode * Math.sqrt(points.length));
  const [left, right] = extentOf(points.map(({ x }) => x));
  const [top, bottom] = extentOf(points.map(({ y }) => y));
  const shape = points.length < 2 ? 1 : (right - left) / Math.max(bottom - top, 1e-6);
  const ratio = Math.sqrt(Math.min(2, Math.max(0.5, shape)));
  return { width: Math.round(side * ratio), height: Math.round(side / ratio) };
}

/** Zoomed by a factor about a point of the screen, which stays where it is. */
export function zoomed(view: Viewport, factor: number, about: Point): Viewport {
  const scale = Math.min(scales.most, Math.max(scales.least, view.scale * factor));
  const by = scale / view.scale;
  return { scale, x: about.x - (about.x - view.x) * by, y: about.y - (about.y - view.y) * by };
}

export const shifted = (view: Viewport, dx: number, dy: number): Viewport => ({
  ...view,
  x: view.x + dx,
  y: view.y + dy,
});
