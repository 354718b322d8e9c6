/**
 * The plane the map is drawn on: a projection chosen for where the places are, with the earth 1000 units round; and views
 * of that plane on the screen. Coordinates are degrees, WGS 84; screen lengths are CSS pixels.
 */
import { type GeoProjection, geoMercator, geoNaturalEarth1 } from 'd3-geo';

/** Degrees, WGS 84. */
export interface GeoPoint {
  readonly latitude: number;
  readonly longitude: number;
}

/** A place on the plane, or on the screen. */
export interface PlanePoint {
  readonly x: number;
  readonly y: number;
}

export interface Size {
  readonly width: number;
  readonly height: number;
}

/** How the plane lies on the screen: `screen = plane × scale + (x, y)`. */
export interface View extends PlanePoint {
  readonly scale: number;
}

/** Length of the equator in units of the plane. */
export const worldWidth = 1000;
const equatorKm = 40_075;
/** As large as a scale makes sense: 10 m a pixel; the outlines are far coarser. */
export const maxScale = 4000;
export const minScale = 0.25;

/** The shortest stretch of longitude that holds all: where it begins, going east, and how many degrees it is long. */
export function longitudeArc(longitudes: readonly number[]): {
  readonly west: number;
  readonly degrees: number;
} {
  const sorted = [...new Set(longitudes)].sort((a, b) => a - b);
  const [first] = sorted;
  if (first === undefined) return { west: -180, degrees: 360 };
  let west = first;
  let widestGap = first + 360 - (sorted.at(-1) ?? first);
  for (const [index, longitude] of sorted.entries()) {
    const next = sorted[index + 1];
    if (next === undefined || next - longitude <= widestGap) continue;
    widestGap = next - longitude;
    west = next;
  }
  return { west, degrees: 360 - widestGap };
}

/** Up to here a cylinder shows shapes as one knows them; wider, it would blow the poles up. */
const mercatorDegrees = 100;
const mercatorLatitude = 72;

/** Which picture of the earth, and the meridian in its middle. */
export interface World {
  readonly kind: 'mercator' | 'natural-earth';
  /** Degrees of longitude. */
  readonly middle: number;
}

/** Mercator where the places are near each other, Natural Earth where they are all over the world; turned to their middle. */
export function worldFor(points: readonly GeoPoint[]): World {
  const { west, degrees } = longitudeArc(points.map(({ longitude }) => longitude));
  const isLow = points.every(({ latitude }) => Math.abs(latitude) <= mercatorLatitude);
  return {
    kind: degrees <= mercatorDegrees && isLow ? 'mercator' : 'natural-earth',
    middle: degrees < 360 ? west + degrees / 2 : 0,
  };
}

const unmoved: View = { scale: 1, x: 0, y: 0 };

/** The projection of a world to the plane, or straight onto the screen. */
export function projectionOf({ kind, middle }: World, view: View = unmoved): GeoProjection {
  const projection = kind === 'mercator' ? geoMercator() : geoNaturalEarth1();
  return projection
    .rotate([-middle, 0])
    .scale((worldWidth / (2 * Math.PI)) * view.scale)
    .translate([view.x, view.y]);
}

/** Where a point lies on the plane. */
export function planePointOf(projection: GeoProjection, { longitude, latitude }: GeoPoint): PlanePoint {
  const [x, y] = projection([longitude, latitude]) ?? [0, 0];
  return { x, y };
}

export const onScreen = (view: View, { x, y }: PlanePoint): PlanePoint => ({
  x: x * view.scale + view.x,
  y: y * view.scale + view.y,
});

/** Moves what was drawn for one view to another: a CSS `transform` about the origin; undefined: it has not moved. */
export function movedBy(drawn: View, now: View): string | undefined {
  if (drawn === now) return undefined;
  const by = now.scale / drawn.scale;
  return `translate(${now.x - drawn.x * by}px, ${now.y - drawn.y * by}px) scale(${by})`;
}

/** A disc on the plane that is to be in sight. */
export interface Extent extends PlanePoint {
  readonly radius: number;
}

const paddingShare = 0.12;
/**
 * So much is shown at least, in units of the plane: some 400 km around places near each other, and 2,000 km around one alone,
 * as without borders only a coast says where it is.
 */
const leastWidth = { several: 10, alone: 50 };

/** Two discs: the picture of the earth is twice as wide as high. */
const wholeWorld: readonly Extent[] = [
  { x: -worldWidth / 4, y: 0, radius: worldWidth / 5 },
  { x: worldWidth / 4, y: 0, radius: worldWidth / 5 },
];

/** The view that shows all discs with some space around; with none, the whole world. */
export function fitView(extents: readonly Extent[], { width, height }: Size): View {
  const all = extents.length > 0 ? extents : wholeWorld;
  const left = Math.min(...all.map(({ x, radius }) => x - radius));
  const right = Math.max(...all.map(({ x, radius }) => x + radius));
  const top = Math.min(...all.map(({ y, radius }) => y - radius));
  const bottom = Math.max(...all.map(({ y, radius }) => y + radius));
  const room = 1 - 2 * paddingShare;
  const isAlone = all.every(({ x, y }) => x === all[0]?.x && y === all[0]?.y);
  const least = isAlone ? leastWidth.alone : leastWidth.several;
  const scale = Math.min(
    (width * room) / Math.max(right - left, least),
    (height * room) / Math.max(bottom - top, least * (height / Math.max(1, width))),
  );
  const clamped = clampScale(scale);
  return {
    scale: clamped,
    x: width / 2 - ((left + right) / 2) * clamped,
    y: height / 2 - ((top + bottom) / 2) * clamped,
  };
}

export const clampScale = (scale: number): number => Math.min(maxScale, Math.max(minScale, scale));

/** Zooms so that what is under a point of the screen stays under it. */
export function zoomAt(view: View, factor: number, at: PlanePoint): View {
  const scale = clampScale(view.scale * factor);
  const by = scale / view.scale;
  return { scale, x: at.x - (at.x - view.x) * by, y: at.y - (at.y - view.y) * by };
}

export const panBy = (view: View, dx: number, dy: number): View => ({
  ...view,
  x: view.x + dx,
  y: view.y + dy,
});

/** Moves a point of the screen's middle back over the world when the view has left it. */
export function keepWorldInSight(view: View, { width, height }: Size): View {
  const half = (worldWidth / 2) * view.scale;
  const clamp = (value: number, size: number) => Math.min(half + size / 2, Math.max(size / 2 - half, value));
  return { ...view, x: clamp(view.x, width), y: clamp(view.y, height) };
}

/** Units of the plane a kilometre is long at a point; on the map it grows towards the poles. */
export function unitsPerKm(projection: GeoProjection, { latitude, longitude }: GeoPoint): number {
  const step = 0.05;
  const a = planePointOf(projection, { longitude, latitude: latitude - step });
  const b = planePointOf(projection, { longitude, latitude: latitude + step });
  return Math.hypot(b.x - a.x, b.y - a.y) / ((2 * step * equatorKm) / 360);
}

const niceSteps = [1, 2, 5];

/** A round number of kilometres no longer on the screen than `mostPx`, and its length there. */
export function scaleBar(pixelsPerKm: number, mostPx: number): { readonly km: number; readonly px: number } {
  const most = mostPx / pixelsPerKm;
  const power = 10 ** Math.floor(Math.log10(most));
  const step = niceSteps.filter((nice) => nice * power <= most).at(-1) ?? 1;
  return { km: step * power, px: step * power * pixelsPerKm };
}
