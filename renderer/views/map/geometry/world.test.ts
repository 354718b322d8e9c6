import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  fitView,
  longitudeArc,
  onScreen,
  planePointOf,
  projectionOf,
  scaleBar,
  unitsPerKm,
  worldFor,
  zoomAt,
} from './world';

const at = (latitude: number, longitude: number) => ({ latitude, longitude });
const size = { width: 900, height: 600 };
const kyiv = at(50.45, 30.52);
const luhansk = at(48.57, 39.31);
const suva = at(-18.14, 178.44);
const apia = at(-13.83, -171.77);

test('the shortest stretch of longitude goes over the date line where it has to', () => {
  expect(longitudeArc([30.5, 39.3])).toEqual({ west: 30.5, degrees: expect.closeTo(8.8) });
  expect(longitudeArc([178.44, -171.77])).toEqual({ west: 178.44, degrees: expect.closeTo(9.79) });
  expect(longitudeArc([10])).toEqual({ west: 10, degrees: 0 });
  expect(longitudeArc([])).toEqual({ west: -180, degrees: 360 });
});

test('places near each other stand near each other, also across the date line', () => {
  const world = worldFor([suva, apia]);
  expect(world.kind).toBe('mercator');
  const projection = projectionOf(world);
  expect(Math.abs(planePointOf(projection, suva).x - planePointOf(projection, apia).x)).toBeLessThan(30);
});

test('places all over the world get a picture of the whole earth', () => {
  expect(worldFor([kyiv, suva, at(40.7, -74)]).kind).toBe('natural-earth');
  expect(worldFor([at(78.2, 15.6)]).kind).toBe('natural-earth');
  expect(worldFor([]).kind).toBe('natural-earth');
});

const point = fc.record({
  latitude: fc.double({ min: -80, max: 80, noNaN: true }),
  longitude: fc.double({ min: -180, max: 180, noNaN: true }),
});

test('the first view has every place in sight', () => {
  fc.assert(
    fc.property(fc.array(point, { minLength: 1, maxLength: 20 }), (points) => {
      const projection = projectionOf(worldFor(points));
      const plane = points.map((one) => ({ ...planePointOf(projection, one), radius: 0 }));
      const view = fitView(plane, size);
      for (const { x, y } of plane.map((one) => onScreen(view, one))) {
        expect(x).toBeGreaterThanOrEqual(0);
        expect(x).toBeLessThanOrEqual(size.width);
        expect(y).toBeGreaterThanOrEqual(0);
        expect(y).toBeLessThanOrEqual(size.height);
      }
    }),
  );
});

test('one place alone is shown with more around it than two beside each other', () => {
  const [one, two] = [
    { x: 3, y: 4, radius: 0 },
    { x: 3.1, y: 4, radius: 0 },
  ];
  const across = (extents: readonly (typeof one)[]) => size.width / fitView(extents, size).scale;
  expect(across([one, one])).toBeGreaterThan(3 * across([one, two]));
});

test('a view drawn at once is the plane moved and stretched', () => {
  fc.assert(
    fc.property(point, fc.double({ min: 0.5, max: 500, noNaN: true }), (one, scale) => {
      const world = worldFor([kyiv, luhansk]);
      const view = { scale, x: 120, y: -40 };
      const direct = planePointOf(projectionOf(world, view), one);
      const moved = onScreen(view, planePointOf(projectionOf(world), one));
      expect(direct.x).toBeCloseTo(moved.x, 3);
      expect(direct.y).toBeCloseTo(moved.y, 3);
    }),
  );
});

test('what is under the pointer stays there when one zooms', () => {
  const view = { scale: 3, x: 40, y: 50 };
  const pointer = { x: 200, y: 100 };
  const plane = { x: (pointer.x - view.x) / view.scale, y: (pointer.y - view.y) / view.scale };
  for (const factor of [1.6, 0.3, 1e9, 1e-9]) {
    const after = onScreen(zoomAt(view, factor, pointer), plane);
    expect(after.x).toBeCloseTo(pointer.x);
    expect(after.y).toBeCloseTo(pointer.y);
  }
});

test('a kilometre is as long as the projection draws it', () => {
  const mercator = projectionOf(worldFor([kyiv]));
  const equator = unitsPerKm(mercator, at(0, 30));
  expect(equator * 40_075).toBeCloseTo(1000, 0);
  // Mercator stretches by the secant of the latitude.
  expect(unitsPerKm(mercator, at(60, 30)) / equator).toBeCloseTo(2, 2);
});

test('the bar of scale is a round number and has room', () => {
  for (const perKm of [0.013, 0.4, 1, 7, 95, 4000]) {
    const { km, px } = scaleBar(perKm, 110);
    expect(px).toBeLessThanOrEqual(110);
    expect(px).toBeGreaterThan(40);
    expect(km * perKm).toBeCloseTo(px);
    expect(String(km)).toMatch(/^(0\.0*)?[125]0*$/);
  }
});
