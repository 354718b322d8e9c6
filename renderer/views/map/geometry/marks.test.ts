import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { MapPlace } from '../content';
import { type CountedPlace, dotsOf, labelsWithRoom, nextInDirection, radiusKmOf } from './marks';

const placeAt = (x: number, y: number, sure = 1, maybe = 0, key = `${x} ${y}`): CountedPlace => ({
  key,
  place: { id: key, name: key, path: [], precision: 'settlement', point: null, events: [] },
  at: { x, y },
  sure,
  maybe,
  isContested: false,
});

const places = fc.uniqueArray(
  fc
    .tuple(fc.integer({ min: -300, max: 300 }), fc.integer({ min: -200, max: 200 }), fc.nat(200), fc.nat(9))
    .map(([x, y, sure, maybe]) => placeAt(x, y, sure, maybe)),
  { selector: ({ key }) => key, maxLength: 60 },
);

test('every place with events is in one dot, and no event is lost or counted twice', () => {
  fc.assert(
    fc.property(places, fc.double({ min: 0.1, max: 50, noNaN: true }), (all, scale) => {
      const dots = dotsOf(all, scale);
      const keys = dots.flatMap((dot) => dot.places.map(({ key }) => key));
      const shown = all.filter(({ sure, maybe }) => sure + maybe > 0);
      expect(keys.sort()).toEqual(shown.map(({ key }) => key).sort());
      const sum = (list: readonly { sure: number; maybe: number }[]) =>
        list.reduce((total, { sure, maybe }) => total + sure * 1000 + maybe, 0);
      expect(sum(dots)).toBe(sum(shown));
    }),
  );
});

test('dots come apart as one zooms in, unless their places are at one point', () => {
  const all = [placeAt(0, 0, 5), placeAt(1, 0, 3), placeAt(1, 0, 2, 0, 'the same point')];
  expect(dotsOf(all, 1)).toHaveLength(1);
  expect(dotsOf(all, 1000).map(({ sure, places: inside }) => [sure, inside.length])).toEqual([
    [5, 1],
    [5, 2],
  ]);
});

test('the place with most events stands first in a dot', () => {
  const [dot] = dotsOf([placeAt(0, 0, 1), placeAt(1, 0, 9), placeAt(2, 0, 4)], 1);
  expect(dot?.places.map(({ sure }) => sure)).toEqual([9, 4, 1]);
});

test('only what is known as a point or a settlement is a dot', () => {
  const radius = (precision: MapPlace['precision'], radiusKm: number | null = null) =>
    radiusKmOf({ precision, point: { latitude: 0, longitude: 0, radiusKm } });
  expect(radius('point', 5)).toBeNull();
  expect(radius('settlement')).toBeNull();
  expect(radius('')).toBeNull();
  expect(radius('region')).toBeGreaterThan(radius('district') ?? 0);
  expect(radius('region', 110)).toBe(110);
});

test('arrows go to the nearest in their direction', () => {
  const [middle, right, farRight, above] = [placeAt(0, 0), placeAt(10, 2), placeAt(30, 0), placeAt(1, -10)];
  const all = [middle, right, farRight, above];
  expect(nextInDirection(all, middle, 1, 0)).toBe(right);
  expect(nextInDirection(all, right, 1, 0)).toBe(farRight);
  expect(nextInDirection(all, middle, 0, -1)).toBe(above);
  expect(nextInDirection(all, middle, -1, 0)).toBeNull();
});

test('names never lie on each other or on a sign', () => {
  const named = fc.array(
    fc.record({
      key: fc.uuid(),
      x: fc.integer({ min: 0, max: 400 }),
      y: fc.integer({ min: 0, max: 200 }),
      name: fc.string({ minLength: 1, maxLength: 20 }),
      radius: fc.constant(8),
    }),
    { maxLength: 40 },
  );
  fc.assert(
    fc.property(named, (all) => {
      const labels = labelsWithRoom(all, 28);
      const box = ({ x, y, radius, name }: (typeof labels)[number]) => ({
        left: x + radius + 2,
        right: x + radius + 2 + Array.from(name).length * 6.2,
        y,
      });
      labels.forEach((a, index) => {
        for (const b of labels.slice(index + 1)) {
          const [one, two] = [box(a), box(b)];
          const apart = one.right < two.left || two.right < one.left || Math.abs(one.y - two.y) > 13;
          expect(apart).toBe(true);
        }
      });
    }),
  );
});
