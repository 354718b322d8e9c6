/**
 * The land of the earth (Natural Earth, 1:50m, in the public domain), bundled with the program, and the net of meridians;
 * as paths for the part of the screen that is in sight. Borders are left out on purpose: see the legend.
 */
import { type GeoProjection, geoCircle, geoGraticule, geoPath } from 'd3-geo';
import { feature } from 'topojson-client';
import landTopology from 'world-atlas/land-50m.json';
import type { Boundaries } from '../../../../shared/contract/app';
import { type GeoPoint, projectionOf, type Size, type View, type World } from '../geometry/world';

type Topology = Parameters<typeof feature>[0];
const land = feature(landTopology as unknown as Topology, 'land');

/** Drawn beyond the edges of the screen, so that moving the map a little shows no gap. */
const margin = 0.6;

/** Cut some way outside of the screen. */
function clipped(projection: GeoProjection, { width, height }: Size): GeoProjection {
  return projection.clipExtent([
    [-width * margin, -height * margin],
    [width * (1 + margin), height * (1 + margin)],
  ]);
}

/** Draws to paths on the screen. */
const pathOn = (world: World, view: View, size: Size) =>
  geoPath(clipped(projectionOf(world, view), size)).digits(1);

/** A path, and the view it was drawn for. */
export interface Drawn {
  readonly path: string;
  readonly view: View;
}

const wholeView: View = { scale: 4, x: 0, y: 0 };
const mostOfWhole = 2.5;
let whole: { readonly world: World; readonly path: string } | null = null;

/** Outlines are dense: their lines need no points between to bend as the projection has it. */
const withoutPoints = 0;

/** All of the land, drawn once: at these scales moving it is faster than finding what is in sight. */
function wholeLand(world: World): Drawn {
  if (whole?.world !== world) {
    const projection = projectionOf(world, wholeView).precision(withoutPoints);
    whole = { world, path: geoPath(projection).digits(1)(land) ?? '' };
  }
  return { path: whole.path, view: wholeView };
}

/** The outlines of the land: the whole of it, or from near what is about in sight. */
export function drawLand(world: World, view: View, size: Size): Drawn {
  if (view.scale <= wholeView.scale * mostOfWhole) return wholeLand(world);
  const projection = clipped(projectionOf(world, view), size).precision(withoutPoints);
  return { path: geoPath(projection).digits(1)(land) ?? '', view };
}

/** The edge of the picture of the earth: water is inside. */
export const spherePath = (world: World, view: View, size: Size): string =>
  pathOn(world, view, size)({ type: 'Sphere' }) ?? '';

/** Lines of the user's own. */
export const boundariesPath = (lines: Boundaries['lines'], world: World, view: View, size: Size): string =>
  pathOn(
    world,
    view,
    size,
  )({
    type: 'MultiLineString',
    coordinates: lines.map((line) => line.map(([longitude, latitude]) => [longitude, latitude])),
  }) ?? '';

const graticuleSteps = [30, 10, 5, 2, 1, 0.5] as const;
const leastMeshPx = 90;

/** Meridians and parallels, as close as they can be and leave room. */
export function graticulePath(world: World, view: View, size: Size): string {
  const degreePx = (1000 / 360) * view.scale;
  const step = graticuleSteps.filter((degrees) => degrees * degreePx >= leastMeshPx).at(-1) ?? 30;
  const path = pathOn(world, view, size);
  return (
    path(
      geoGraticule()
        .step([step, step])
        .precision(Math.min(2.5, step / 2))(),
    ) ?? ''
  );
}

const earthRadiusKm = 6371;

/** All points within a distance of a point, as they lie on the earth. */
export function areaPath(
  { latitude, longitude }: GeoPoint,
  radiusKm: number,
  world: World,
  view: View,
  size: Size,
): string {
  const circle = geoCircle()
    .center([longitude, latitude])
    .radius((radiusKm / earthRadiusKm) * (180 / Math.PI))
    .precision(4)();
  return pathOn(world, view, size)(circle) ?? '';
}
