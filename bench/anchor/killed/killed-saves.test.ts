import { expect, it } from 'vitest';
import { killDuringSaves } from './killed-saves';

it('opens whole, with all that was acknowledged, after every kill', async () => {
  const seed = Date.now() % 1_000_000;
  const found = await killDuringSaves(20, seed);
  const faults = found.flatMap(({ fault }) => (fault === null ? [] : [fault]));
  expect({ seed, faults }).toEqual({ seed, faults: [] });
  // The kills came while it was saving: most of them amidst a command, after others.
  expect(found.filter(({ amidst }) => amidst).length).toBeGreaterThan(5);
  expect(found.reduce((sum, { acknowledged }) => sum + acknowledged, 0)).toBeGreaterThan(20);
}, 240_000);
