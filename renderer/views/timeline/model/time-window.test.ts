import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fitted, kept, moved, showing, zoomed } from './time-window';

const extent = { from: 1000, to: 2000 };

describe('a window on time', () => {
  it('shows everything with room, a single day too', () => {
    expect(fitted(extent)).toEqual({ from: 970, to: 2140 });
    expect(fitted({ from: 5, to: 6 })).toEqual({ from: -8.5, to: 19.5 });
  });

  it('keeps the day under the pointer where it is', () => {
    const after = zoomed({ from: 1100, to: 1300 }, 0.5, 1150, extent);
    expect(after).toEqual({ from: 1125, to: 1225 });
  });

  it('never leaves what there is to see, nor gets shorter than days', () => {
    const day = fc.double({ min: -1e5, max: 1e5, noNaN: true });
    fc.assert(
      fc.property(day, day, (a, b) => {
        const { from, to } = kept({ from: Math.min(a, b), to: Math.max(a, b) }, extent);
        expect(to - from).toBeGreaterThan(3.9);
        expect((from + to) / 2).toBeGreaterThanOrEqual(969);
        expect((from + to) / 2).toBeLessThanOrEqual(2141);
      }),
    );
    expect(moved({ from: 1900, to: 2000 }, 1e6, extent)).toEqual({ from: 2090, to: 2190 });
  });

  it('moves only as far as needed', () => {
    const window = { from: 1100, to: 1200 };
    expect(showing(window, { from: 1150, to: 1151 }, extent)).toBe(window);
    expect(showing(window, { from: 1300, to: 1301 }, extent)).toEqual({ from: 1209, to: 1309 });
    expect(showing(window, { from: 1050, to: 1051 }, extent)).toEqual({ from: 1042, to: 1142 });
    expect(showing(window, { from: 1150, to: 1900 }, extent)).toEqual({ from: 1142, to: 1242 });
  });
});
