import fc from 'fast-check';
import { expect, test } from 'vitest';
import { pathUnits, ringsOf, ringsPath } from './rings';

const world = { kind: 'mercator', middle: 0 } as const;
const square = (west: number, south: number, degrees: number) => [
  [west, south],
  [west, south + degrees],
  [west + degrees, south + degrees],
  [west + degrees, south],
  [west, south],
];
const far = { left: -10_000, top: -10_000, right: 10_000, bottom: 10_000 };
const unmoved = { scale: 1, x: 0, y: 0 };

const pointsOf = (path: string) =>
  Array.from(path.matchAll(/[ML](-?[\d.]+),(-?[\d.]+)/g), ([, x, y]) => ({
    x: Number(x) / pathUnits,
    y: Number(y) / pathUnits,
  }));

/** Twice the area of one closed outline. */
function areaOf(path: string): number {
  const points = pointsOf(path);
  return Math.abs(
    points.reduce((sum, { x, y }, index) => {
      const next = points[(index + 1) % points.length] ?? { x: 0, y: 0 };
      return sum + x * next.y - next.x * y;
    }, 0),
  );
}

test('an outline in sight is drawn where the projection has it', () => {
  const path = ringsPath(ringsOf([[square(10, 0, 9)]], world), unmoved, far);
  const [first, second] = pointsOf(path);
  expect(first).toEqual({ x: expect.closeTo(27.75), y: expect.closeTo(0) });
  expect(second?.x).toBeCloseTo(27.75);
  expect(path.endsWith('Z')).toBe(true);
});

test('what is out of sight is left out; what goes over the edge of sight is cut there', () => {
  const rings = ringsOf([[square(0, 0, 36)], [square(90, 0, 9)]], world);
  const path = ringsPath(rings, unmoved, { left: -10, top: -50, right: 50, bottom: 10 });
  expect(path.match(/M/g)).toHaveLength(1);
  expect(Math.max(...pointsOf(path).map(({ x }) => x))).toBe(50);
  expect(Math.min(...pointsOf(path).map(({ y }) => y))).toBe(-50);
  expect(areaOf(path)).toBeCloseTo(2 * 50 * 50, 0);
});

test('an outline over the date line stands at both edges of the earth', () => {
  const xs = pointsOf(ringsPath(ringsOf([[square(170, 0, 20)]], world), unmoved, far)).map(({ x }) => x);
  expect(Math.min(...xs)).toBeCloseTo(-500);
  expect(Math.max(...xs)).toBeCloseTo(500);
  expect(xs.every((x) => Math.abs(x) > 470)).toBe(true);
});

test('land around a pole reaches to the edge of the picture, from side to side', () => {
  const around = [[...Array(13).keys()].map((step) => [30 * step - 180, -70])];
  const xs = pointsOf(ringsPath(ringsOf([around], { kind: 'mercator', middle: 40 }), unmoved, far));
  expect(Math.min(...xs.map(({ x }) => x))).toBeCloseTo(-500);
  expect(Math.max(...xs.map(({ x }) => x))).toBeCloseTo(500);
  expect(Math.max(...xs.map(({ y }) => y))).toBeGreaterThan(400);
});

test('a cut square is what of it lies in the box', () => {
  const unit = fc.integer({ min: -80, max: 80 });
  fc.assert(
    fc.property(unit, unit, fc.integer({ min: 5, max: 60 }), (x, y, width) => {
      const sight = { left: x, top: y, right: x + width, bottom: y + width };
      const ring = [-30, -30, 30, -30, 30, 30, -30, 30];
      const box = { left: -30, top: -30, right: 30, bottom: 30 };
      const path = ringsPath([{ points: Float64Array.from(ring), box }], unmoved, sight);
      const shared = (from: number) => Math.max(0, Math.min(30, from + width) - Math.max(-30, from));
      expect(areaOf(path)).toBeCloseTo(2 * shared(x) * shared(y), 5);
    }),
  );
});
