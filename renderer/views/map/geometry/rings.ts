/**
 * Outlines on the plane: worked out once for a world, then cut to what is in sight and written as a path, quickly enough to be
 * drawn whenever the map comes to rest. Only for what is filled: where an outline is cut, it goes along the edge.
 */
import type { GeoProjection } from 'd3-geo';
import { planePointOf, projectionOf, type View, type World } from './world';

/** A closed outline: x and y by turns, in units of the plane, and the box it lies in. */
export interface Ring {
  readonly points: Float64Array;
  readonly box: Box;
}

/** On the plane, or on the screen. */
export interface Box {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/** So many units of a path are a CSS pixel. */
export const pathUnits = 4;

/** Degrees, WGS 84: longitude first. */
type Position = readonly number[];
type Polygon = readonly (readonly Position[])[];

function ringOf(points: Float64Array): Ring {
  const box = { left: Infinity, top: Infinity, right: -Infinity, bottom: -Infinity };
  for (let at = 0; at < points.length; at += 2) {
    const [x, y] = [points[at] ?? 0, points[at + 1] ?? 0];
    if (x < box.left) box.left = x;
    if (x > box.right) box.right = x;
    if (y < box.top) box.top = y;
    if (y > box.bottom) box.bottom = y;
  }
  return { points, box };
}

/** Degrees east of the middle of the world and degrees north, by turns; going on beyond 180° where the outline does. */
function unrolled(ring: readonly Position[], middle: number): number[] {
  const points: number[] = [];
  let last = 0;
  for (const [longitude = 0, latitude = 0] of ring) {
    const east = longitude - middle;
    // The nearest to the point before: no line of an outline goes half around the earth.
    last = east - 360 * Math.round((east - last) / 360);
    points.push(last, latitude);
  }
  const first = points[0] ?? 0;
  const pole = (points[1] ?? 0) < 0 ? -90 : 90;
  // One that goes around the earth goes around a pole.
  if (Math.abs(last - first) > 180) points.push(last, pole, first, pole);
  return points;
}

/** The parts of an outline between the two edges of the picture of the earth. */
function partsOf(points: number[]): readonly (readonly number[])[] {
  let [least, most] = [Infinity, -Infinity];
  for (let at = 0; at < points.length; at += 2) {
    const east = points[at] ?? 0;
    if (east < least) least = east;
    if (east > most) most = east;
  }
  if (least >= -180 && most <= 180) return [points];
  return [-360, 0, 360].flatMap((turn) => {
    if (most + turn <= -180 || least + turn >= 180) return [];
    const turned = points.map((number, at) => (at % 2 === 0 ? number + turn : number));
    return [cutBy(cutBy(turned, 0, -180, 1), 0, 180, -1)];
  });
}

const farthestNorth = 85;

function onPlane(points: readonly number[], projection: GeoProjection): Ring {
  const projected = new Float64Array(points.length);
  for (let at = 0; at < points.length; at += 2) {
    const longitude = Math.max(-180, Math.min(180, points[at] ?? 0));
    const latitude = Math.max(-farthestNorth, Math.min(farthestNorth, points[at + 1] ?? 0));
    const { x, y } = planePointOf(projection, { longitude, latitude });
    projected[at] = x;
    projected[at + 1] = y;
  }
  return ringOf(projected);
}

/** All outlines of polygons on the plane of a world. */
export function ringsOf(polygons: readonly Polygon[], { kind, middle }: World): Ring[] {
  const projection = projectionOf({ kind, middle: 0 });
  return polygons.flatMap((polygon) =>
    polygon.flatMap((ring) => partsOf(unrolled(ring, middle)).map((part) => onPlane(part, projection))),
  );
}

/** Cuts an outline by a straight edge: what is not `inside` is left out. `axis` 0: x, 1: y. */
function cutBy(points: readonly number[], axis: 0 | 1, edge: number, side: 1 | -1): number[] {
  const kept: number[] = [];
  const count = points.length;
  for (let at = 0; at < count; at += 2) {
    const before = (at + count - 2) % count;
    const [from, to] = [(points[before + axis] ?? 0) - edge, (points[at + axis] ?? 0) - edge];
    const [x0, y0, x1, y1] = [
      points[before] ?? 0,
      points[before + 1] ?? 0,
      points[at] ?? 0,
      points[at + 1] ?? 0,
    ];
    const isIn = to * side >= 0;
    if (from * side >= 0 !== isIn) {
      const share = from / (from - to);
      kept.push(x0 + (x1 - x0) * share, y0 + (y1 - y0) * share);
    }
    if (isIn) kept.push(x1, y1);
  }
  return kept;
}

function cutTo(points: readonly number[], { left, top, right, bottom }: Box): readonly number[] {
  const across = cutBy(cutBy(points, 0, left, 1), 0, right, -1);
  return cutBy(cutBy(across, 1, top, 1), 1, bottom, -1);
}

/** Points nearer to the last than this, CSS pixels, would not be seen. */
const leastPx = 0.45;

function onScreenPoints({ points }: Ring, { scale, x, y }: View): number[] {
  const shown: number[] = [];
  let [lastX, lastY] = [Infinity, Infinity];
  for (let at = 0; at < points.length; at += 2) {
    const [px, py] = [(points[at] ?? 0) * scale + x, (points[at + 1] ?? 0) * scale + y];
    if (Math.abs(px - lastX) < leastPx && Math.abs(py - lastY) < leastPx) continue;
    shown.push(px, py);
    [lastX, lastY] = [px, py];
  }
  return shown;
}

/** Whole numbers are written much faster. */
function pathOf(points: readonly number[]): string {
  let path = '';
  for (let at = 0; at < points.length; at += 2) {
    const [x, y] = [points[at] ?? 0, points[at + 1] ?? 0];
    path += `${at === 0 ? 'M' : 'L'}${Math.round(x * pathUnits)},${Math.round(y * pathUnits)}`;
  }
  return points.length < 6 ? '' : `${path}Z`;
}

/** The outlines as an SVG path, in `pathUnits` of the screen, as far as they lie in a box of it. */
export function ringsPath(rings: readonly Ring[], view: View, sight: Box): string {
  const { scale, x, y } = view;
  return rings
    .map((ring) => {
      const [left, right] = [ring.box.left * scale + x, ring.box.right * scale + x];
      const [top, bottom] = [ring.box.top * scale + y, ring.box.bottom * scale + y];
      if (right < sight.left || left > sight.right || bottom < sight.top || top > sight.bottom) return '';
      const points = onScreenPoints(ring, view);
      const isWithin =
        left >= sight.left && right <= sight.right && top >= sight.top && bottom <= sight.bottom;
      return pathOf(isWithin ? points : cutTo(points, sight));
    })
    .join('');
}
