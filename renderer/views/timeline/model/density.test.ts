import { expect, it } from 'vitest';
import { densityOf } from './density';
import { shapeOf } from './mark-shape';

const at = (earliest: number, latest = earliest) => shapeOf({ date: '', earliest, latest, inferred: true });

it('counts each event once, spread over where it may lie', () => {
  const parts = densityOf([at(0), at(5), at(99), at(0, 99), null], { from: 0, to: 100 }, 10);
  expect(parts[0]).toBeCloseTo(2.1);
  expect(parts[5]).toBeCloseTo(0.1);
  expect(parts[9]).toBeCloseTo(1.1);
  expect(parts.reduce((sum, part) => sum + part)).toBeCloseTo(4);
});
