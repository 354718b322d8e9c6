/**
 * Outlines on the plane: worked out once for a world, then cut to what is in sight and written as a path, quickly enough to be
 * drawn whenever the map comes to rest. Only for what is filled: where an outline is cut, it goes along the edge.
 */
import type { GeoProjection } from 'd3-geo';
import { projectionOf, type View, type World } from './world';

/** A closed outline: x and y by turns, in units of the plane, and a box that holds it. */
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

/** A closed outline on the earth: degrees east and north by turns, going on beyond 180° where it does, and the degrees it lies in. */
export interface Outline {
  readonly degrees: Float64Array;
  readonly west: number;
  readonly east: number;
  readonly south: number;
  readonly north: number;
}

// What follows goes through all the coasts of the earth before anything has been compiled: plain loops, no pairs of numbers.

function boxOf(points: Float64Array): Box {
  let left = Infinity;
  let top = Infinity;
  let right = -Infinity;
  let bottom = -Infinity;
  for (let at = 0; at < points.length; at += 2) {
    const x = points[at] ?? 0;
    const y = points[at + 1] ?? 0;
    if (x < left) left = x;
    if (x > right) right = x;
    if (y < top) top = y;
    if (y > bottom) bottom = y;
  }
  return { left, top, right, bottom };
}

function outlineOf(degrees: Float64Array): Outline {
  const { left: west, right: east, top: south, bottom: north } = boxOf(degrees);
  return { degrees, west, east, south, north };
}

function unrolled(ring: readonly Position[]): Outline {
  const degrees = new Float64Array(ring.length * 2);
  let last = 0;
  for (let at = 0; at < ring.length; at++) {
    const position = ring[at];
    const east = position?.[0] ?? 0;
    // The nearest to the point before: no line of an outline goes half around the earth.
    last = east - 360 * Math.round((east - last) / 360);
    degrees[2 * at] = last;
    degrees[2 * at + 1] = position?.[1] ?? 0;
  }
  const first = degrees[0] ?? 0;
  const pole = (degrees[1] ?? 0) < 0 ? -90 : 90;
  // One that goes around the earth goes around a pole.
  const isAround = Math.abs(last - first) > 180;
  return outlineOf(isAround ? Float64Array.of(...degrees, last, pole, first, pole) : degrees);
}

/** All outlines of polygons, for any world. */
export const outlinesOf = (polygons: readonly Polygon[]): Outline[] =>
  polygons.flatMap((polygon) => polygon.map(unrolled));

function turned({ degrees, ...outline }: Outline, by: number): Outline {
  const moved = Float64Array.from(degrees, (number, at) => (at % 2 === 0 ? number + by : number));
  return { ...outline, degrees: moved, west: outline.west + by, east: outline.east + by };
}

/** The parts of an outline that goes over an edge of the picture of the earth. */
function partsOf(outline: Outline, by: number): Outline[] {
  return [by - 360, by, by + 360].flatMap((turn) => {
    if (outline.east + turn <= -180 || outline.west + turn >= 180) return [];
    const { degrees } = turned(outline, turn);
    return [outlineOf(Float64Array.from(cutBy(cutBy([...degrees], 0, -180, 1), 0, 180, -1)))];
  });
}

const farthestNorth = 85;
const withinPicture = (latitude: number): number =>
  Math.max(-farthestNorth, Math.min(farthestNorth, latitude));

function onPlane({ degrees }: Outline, by: number, projection: GeoProjection): Float64Array {
  const projected = new Float64Array(degrees.length);
  for (let at = 0; at < degrees.length; at += 2) {
    const longitude = Math.max(-180, Math.min(180, (degrees[at] ?? 0) + by));
    const point = projection([longitude, withinPicture(degrees[at + 1] ?? 0)]);
    projected[at] = point?.[0] ?? 0;
    projected[at + 1] = point?.[1] ?? 0;
  }
  return projected;
}

/** Both pictures have straight parallels, the longest at the equator: corners say how far an outline reaches at the most. */
function reachOf({ west, east, south, north }: Outline, by: number, projection: GeoProjection): Box {
  const widest = Math.max(south, Math.min(north, 0));
  const corners = [south, north, widest].flatMap((latitude) =>
    [west, east].flatMap((longitude) => projection([longitude + by, withinPicture(latitude)]) ?? []),
  );
  return boxOf(Float64Array.from(corners));
}

function ringOf(outline: Outline, by: number, projection: GeoProjection): Ring {
  let points: Float64Array | null = null;
  return {
    box: reachOf(outline, by, projection),
    get points() {
      return (points ??= onPlane(outline, by, projection));
    },
  };
}

/** Outlines on the plane of a world; their points are worked out when they are first looked at. */
export function ringsOn(outlines: readonly Outline[], { kind, middle }: World): Ring[] {
  const projection = projectionOf({ kind, middle: 0 });
  return outlines.flatMap((outline) => {
    const first = (outline.degrees[0] ?? 0) - middle;
    const by = -middle - 360 * Math.round(first / 360);
    const isWhole = outline.west + by >= -180 && outline.east + by <= 180;
    if (isWhole) return [ringOf(outline, by, projection)];
    return partsOf(outline, by).map((part) => ringOf(part, 0, projection));
  });
}

/** All outlines of polygons on the plane of a world. */
export const ringsOf = (polygons: readonly Polygon[], world: World): Ring[] =>
  ringsOn(outlinesOf(polygons), world);

/** Cuts an outline by a straight edge: what is not `inside` is left out. `axis` 0: x, 1: y. */
function cutBy(points: readonly number[], axis: 0 | 1, edge: number, side: 1 | -1): number[] {
  const kept: number[] = [];
  const count = points.length;
  for (let at = 0; at < count; at += 2) {
    const before = (at + count - 2) % count;
    const from = (points[before + axis] ?? 0) - edge;
    const to = (points[at + axis] ?? 0) - edge;
    const x1 = points[at] ?? 0;
    const y1 = points[at + 1] ?? 0;
    const isIn = to * side >= 0;
    if (from * side >= 0 !== isIn) {
      const share = from / (from - to);
      const x0 = points[before] ?? 0;
      const y0 = points[before + 1] ?? 0;
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
  let lastX = Infinity;
  let lastY = Infinity;
  for (let at = 0; at < points.length; at += 2) {
    const px = (points[at] ?? 0) * scale + x;
    const py = (points[at + 1] ?? 0) * scale + y;
    if (Math.abs(px - lastX) < leastPx && Math.abs(py - lastY) < leastPx) continue;
    shown.push(px, py);
    lastX = px;
    lastY = py;
  }
  return shown;
}

/** Whole numbers are written much faster. */
function pathOf(points: readonly number[]): string {
  let path = '';
  for (let at = 0; at < points.length; at += 2) {
    const x = Math.round((points[at] ?? 0) * pathUnits);
    const y = Math.round((points[at + 1] ?? 0) * pathUnits);
    path += `${at === 0 ? 'M' : 'L'}${x},${y}`;
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
