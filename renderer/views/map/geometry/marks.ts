/**
 * The signs of the map: a dot with a number where a place is known as a point or a settlement, an area where it is only
 * known to lie somewhere in a district, a region or a country. Dots that would lie on each other become one.
 */
import type { MapPlace } from '../content';
import type { PlanePoint } from './world';

/** A place with what of its events lies in the time shown. */
export interface CountedPlace {
  readonly key: string;
  readonly place: MapPlace;
  /** On the plane. */
  readonly at: PlanePoint;
  /** Events that are in the time for sure, and those that may be. */
  readonly sure: number;
  readonly maybe: number;
  /** Some of them are contested between this place and another. */
  readonly isContested: boolean;
}

export interface Dot {
  readonly key: string;
  /** The one with most events first; several: their dots would lie on each other. */
  readonly places: readonly CountedPlace[];
  readonly at: PlanePoint;
  readonly sure: number;
  readonly maybe: number;
  readonly isContested: boolean;
  /** CSS pixels. */
  readonly radius: number;
}

/** Half the width an area has when the place does not say its own, km. */
const usualRadiusKm: Readonly<Partial<Record<MapPlace['precision'], number>>> = {
  district: 15,
  region: 75,
  country: 300,
};

/** How far from its coordinates what is at a place may be, km; null: it is known as a point or a settlement. */
export function radiusKmOf({ precision, point }: Pick<MapPlace, 'precision' | 'point'>): number | null {
  const usual = usualRadiusKm[precision];
  return usual === undefined ? null : (point?.radiusKm ?? usual);
}

const leastRadius = 8;
const mostRadius = 26;

/** The area of a dot grows with its events. */
export const dotRadius = (events: number): number =>
  Math.min(mostRadius, Math.max(leastRadius, 5 + 2.6 * Math.sqrt(events)));

const countOf = ({ sure, maybe }: Pick<CountedPlace, 'sure' | 'maybe'>): number => sure + maybe;

function dotOf(places: readonly CountedPlace[]): Dot {
  const sum = (pick: (place: CountedPlace) => number) => places.reduce((total, one) => total + pick(one), 0);
  const sure = sum((one) => one.sure);
  const maybe = sum((one) => one.maybe);
  const total = sum(countOf);
  const mean = (axis: 'x' | 'y') => sum((one) => one.at[axis] * countOf(one)) / total;
  return {
    key: places[0]?.key ?? '',
    places,
    at: { x: mean('x'), y: mean('y') },
    sure,
    maybe,
    isContested: places.some((one) => one.isContested),
    radius: dotRadius(total),
  };
}

/** Dots may touch, not cover each other's number. */
const overlapShare = 0.85;

function areNear(a: Dot, b: Dot, scale: number): boolean {
  const reach = (a.radius + b.radius) * overlapShare;
  const [dx, dy] = [(a.at.x - b.at.x) * scale, (a.at.y - b.at.y) * scale];
  return Math.abs(dx) < reach && Math.abs(dy) < reach && dx * dx + dy * dy < reach * reach;
}

/** Each dot takes in the smaller ones that it would lie upon. */
function takeIn(dots: readonly Dot[], scale: number): Dot[] {
  const bySize = [...dots].sort((a, b) => countOf(b) - countOf(a) || (a.key < b.key ? -1 : 1));
  const groups: Dot[][] = [];
  for (const dot of bySize) {
    const group = groups.find(([first]) => first && areNear(first, dot, scale));
    if (group) group.push(dot);
    else groups.push([dot]);
  }
  return groups.map((group) => (group.length === 1 && group[0] ? group[0] : dotOf(group.flatMap(placesIn))));
}

const placesIn = ({ places }: Dot): readonly CountedPlace[] => places;

/** A dot that took others in has grown, and may lie on more. */
const mostRounds = 6;

/** The dots at a scale, the largest first; dots that would lie on each other are one. */
export function dotsOf(places: readonly CountedPlace[], scale: number): Dot[] {
  let dots = places.filter((one) => countOf(one) > 0).map((one) => dotOf([one]));
  for (let round = 0; round < mostRounds; round++) {
    const fewer = takeIn(dots, scale);
    const isDone = fewer.length === dots.length;
    dots = fewer;
    if (isDone) break;
  }
  return dots;
}

/** What lies nearest in a direction of the screen; null: nothing does. */
export function nextInDirection<Sign extends { readonly at: PlanePoint }>(
  signs: readonly Sign[],
  from: Sign,
  dx: number,
  dy: number,
): Sign | null {
  let best: Sign | null = null;
  let least = Number.POSITIVE_INFINITY;
  for (const sign of signs) {
    const [x, y] = [sign.at.x - from.at.x, sign.at.y - from.at.y];
    const ahead = x * dx + y * dy;
    const aside = Math.abs(x * dy - y * dx);
    const cost = ahead + 2 * aside;
    if (sign === from || ahead <= 0 || ahead < aside * 0.5 || cost >= least) continue;
    best = sign;
    least = cost;
  }
  return best;
}

interface Box {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

const apart = (a: Box, b: Box): boolean =>
  a.right < b.left || b.right < a.left || a.bottom < b.top || b.bottom < a.top;

/** What is to be named: its place on the screen, and how far beside it its name stands. */
export interface Named extends PlanePoint {
  readonly key: string;
  readonly name: string;
  readonly radius: number;
}

/** About as wide as a letter of the window's small type, and a line of it high; CSS pixels. */
const letterWidth = 6.2;
const lineHeight = 13;

/** Which names have room beside their signs without covering another sign or name; those given first go before. */
export function labelsWithRoom(named: readonly Named[], mostLetters: number): Named[] {
  const taken: Box[] = named.map(({ x, y, radius }) => ({
    left: x - radius,
    right: x + radius,
    top: y - radius,
    bottom: y + radius,
  }));
  return named.filter(({ x, y, radius, name }) => {
    const width = Math.min(mostLetters, Array.from(name).length) * letterWidth;
    const left = x + radius + 2;
    const box = { left, right: left + width, top: y - lineHeight / 2, bottom: y + lineHeight / 2 };
    if (!taken.every((other) => apart(box, other))) return false;
    taken.push(box);
    return true;
  });
}
