/** Makes the signs of a view: areas first, so that dots lie on them. */
import { type CountedPlace, type Dot, dotRadius, dotsOf, radiusKmOf } from '../geometry/marks';
import type { Ring } from '../geometry/rings';
import {
  type Extent,
  type PlanePoint,
  planePointOf,
  projectionOf,
  type Size,
  unitsPerKm,
  type View,
  type World,
} from '../geometry/world';
import type { ShownPlace } from '../shown';
import { areaPath, areaRings } from './land';
import type { Sign } from './signs';

/** Half the width a place is shown with when all are to be in sight; units of the plane. */
export function extentsOf(world: World, placed: readonly ShownPlace[]): Extent[] {
  const projection = projectionOf(world);
  return placed.flatMap(({ place }): Extent[] => {
    if (!place.point) return [];
    const at = planePointOf(projection, place.point);
    const radiusKm = radiusKmOf(place);
    return [{ ...at, radius: radiusKm === null ? 0 : radiusKm * unitsPerKm(projection, place.point) }];
  });
}

/** Where the places lie on the plane. */
export function countedPlaces(world: World, placed: readonly ShownPlace[]): CountedPlace[] {
  const projection = projectionOf(world);
  return placed.flatMap(({ key, place, sure, maybe, isContested }) =>
    place.point ? [{ key, place, sure, maybe, isContested, at: planePointOf(projection, place.point) }] : [],
  );
}

/** An area never gets smaller than a dot: it would be taken for one. */
const leastAreaPx = 11;

interface Outlined {
  readonly world: World;
  readonly km: number;
  readonly rings: readonly Ring[];
}

/** They change neither with the time that is shown nor, unless they are very small, with the view. */
const outlines = new WeakMap<CountedPlace['place'], Outlined>();

function ringsAround(place: CountedPlace['place'], world: World, view: View): readonly Ring[] {
  const point = place.point ?? { latitude: 0, longitude: 0 };
  const leastKm = leastAreaPx / (unitsPerKm(projectionOf(world), point) * view.scale);
  const km = Math.max(leastKm, radiusKmOf(place) ?? 0);
  const known = outlines.get(place);
  if (known?.km === km && known.world === world) return known.rings;
  const rings = areaRings(point, km, world);
  outlines.set(place, { world, km, rings });
  return rings;
}

function areaSign(one: CountedPlace, world: World, view: View, size: Size): Sign {
  const { key, place, at, sure, maybe, isContested } = one;
  const outline = areaPath(ringsAround(place, world, view), view, size);
  return { key, places: [one], at, sure, maybe, isContested, radius: dotRadius(1), outline };
}

/** All signs as they lie in a view, each to be moved with it until the next is settled. */
export function signsOf(places: readonly CountedPlace[], world: World, view: View, size: Size): Sign[] {
  const areas = places.filter(({ place }) => radiusKmOf(place) !== null);
  const points = places.filter(({ place }) => radiusKmOf(place) === null);
  const dots: readonly Dot[] = dotsOf(points, view.scale);
  // Small dots lie on large ones.
  return [...areas.map((one) => areaSign(one, world, view, size)), ...dots];
}

/** A line between two of the places that one event is contested between. */
export interface Tie {
  readonly key: string;
  readonly from: PlanePoint;
  readonly to: PlanePoint;
}

const mostTies = 300;

/** From the first place of each contested event to its others. */
export function tiesOf(placed: readonly ShownPlace[], signs: readonly Sign[]): Tie[] {
  const signOf = new Map(signs.flatMap((sign) => sign.places.map(({ key }) => [key, sign] as const)));
  const first = new Map<string, Sign>();
  const ties = new Map<string, Tie>();
  for (const { key, events } of placed) {
    const sign = signOf.get(key);
    for (const { event, isContested } of events) {
      if (!isContested || !sign) continue;
      const from = first.get(event.id);
      if (!from) first.set(event.id, sign);
      else if (from !== sign && ties.size < mostTies) {
        const tie = `${from.key} ${sign.key}`;
        ties.set(tie, { key: tie, from: from.at, to: sign.at });
      }
    }
  }
  return [...ties.values()];
}
