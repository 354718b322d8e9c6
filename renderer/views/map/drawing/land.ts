/**
 * The land of the earth (Natural Earth, 1:50m, in the public domain), bundled with the program, and the net of meridians;
 * as paths for the part of the screen that is in sight. Borders are left out on purpose: see the legend.
 */
import { type GeoProjection, geoCircle, geoGraticule, geoPath } from 'd3-geo';
import { feature } from 'topojson-client';
import landTopology from 'world-atlas/land-50m.json';
import type { Boundaries } from '../../../../shared/contract/app';
import { type Box, outlinesOf, type Ring, ringsOf, ringsOn, ringsPath } from '../geometry/rings';
import { type GeoPoint, projectionOf, type Size, type View, type World } from '../geometry/world';

type Topology = Parameters<typeof feature>[0];
type Polygons = Parameters<typeof ringsOf>[0];
const collection = feature(landTopology as unknown as Topology, 'land') as unknown as {
  readonly features: readonly { readonly geometry: { readonly coordinates: Polygons } }[];
};
const coasts = outlinesOf(collection.features.flatMap(({ geometry }) => geometry.coordinates));

/** Drawn beyond the edges of the screen, so that moving the map a little shows no gap. */
const margin = 0.6;

const sightOf = ({ width, height }: Size): Box => ({
  left: -width * margin,
  top: -height * margin,
  right: width * (1 + margin),
  bottom: height * (1 + margin),
});

/** Cut some way outside of the screen. */
function clipped(projection: GeoProjection, size: Size): GeoProjection {
  const { left, top, right, bottom } = sightOf(size);
  return projection.clipExtent([
    [left, top],
    [right, bottom],
  ]);
}

/** Draws to paths on the screen. */
const pathOn = (world: World, view: View, size: Size) =>
  geoPath(clipped(projectionOf(world, view), size)).digits(1);

let outlines: { readonly world: World; readonly rings: readonly Ring[] } | null = null;

/** The land on the plane of a world; kept for the next time the map is opened. */
function landOf(world: World): readonly Ring[] {
  if (outlines?.world.kind !== world.kind || outlines.world.middle !== world.middle) {
    // They are dense: their lines need no points between to bend as the projection has it.
    outlines = { world, rings: ringsOn(coasts, world) };
  }
  return outlines.rings;
}

/** The outlines of the land from near what is in sight, in `pathUnits`. */
export const drawLand = (world: World, view: View, size: Size): string =>
  ringsPath(landOf(world), view, sightOf(size));

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

/** All points within a distance of a point, as they lie on the earth; on the plane of a world. */
export function areaRings(
  { latitude, longitude }: GeoPoint,
  radiusKm: number,
  world: World,
): readonly Ring[] {
  const circle = geoCircle()
    .center([longitude, latitude])
    .radius((radiusKm / earthRadiusKm) * (180 / Math.PI))
    .precision(4)();
  return ringsOf([circle.coordinates], world);
}

/** Their path, in `pathUnits`, as far as it is near what is in sight. */
export const areaPath = (rings: readonly Ring[], view: View, size: Size): string =>
  ringsPath(rings, view, sightOf(size));
