import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { NetworkEdge, NetworkNode } from '../../../../shared/contract/views/network';
import type { Point } from '../layout/layout';
import { hitTest, nodeTowards } from './hit-test';
import { litBy, pictureOf, sceneOf } from './picture';
import { isRightToLeft, placeLabels, shortened } from './place-labels';
import { fitted, toLayout, toScreen, zoomed } from './viewport';

const node = (name: string): NetworkNode => ({ id: name, kind: 'actor', actorKind: '', name, strength: 1 });
const tie = (source: number, target: number, of: NetworkEdge['tie'] = 'mention'): NetworkEdge => ({
  source,
  target,
  tie: of,
  weight: 1,
  label: '',
});
const size = { width: 800, height: 600 };
const point = fc.record({
  x: fc.double({ min: -1e4, max: 1e4, noNaN: true }),
  y: fc.double({ min: -1e4, max: 1e4, noNaN: true }),
});
/** Four corners and the middle, on the screen as they are. */
const corners: readonly Point[] = [
  { x: 100, y: 100 },
  { x: 700, y: 100 },
  { x: 700, y: 500 },
  { x: 100, y: 500 },
  { x: 400, y: 300 },
];
const scene = sceneOf(
  ['a', 'b', 'c', 'd', 'e'].map(node),
  [tie(0, 1), tie(0, 1, 'event'), tie(2, 3), tie(0, 4)],
  corners,
);
const view = { scale: 1, x: 0, y: 0 };

describe('what is at a point', () => {
  it('is the node there, else the line, else nothing', () => {
    expect(hitTest(scene, view, { x: 105, y: 95 })).toEqual({ kind: 'node', index: 0 });
    expect(hitTest(scene, view, { x: 400, y: 502 })).toEqual({ kind: 'edge', index: 2 });
    expect(hitTest(scene, view, { x: 250, y: 200 })).toEqual({ kind: 'edge', index: 3 });
    expect(hitTest(scene, view, { x: 550, y: 300 })).toBeNull();
  });

  it('tells two ties of the same nodes apart', () => {
    expect(hitTest(scene, view, { x: 300, y: 97 })).toEqual({ kind: 'edge', index: 0 });
    expect(hitTest(scene, view, { x: 300, y: 103 })).toEqual({ kind: 'edge', index: 1 });
  });

  it('is found wherever a node is drawn, however it is zoomed', () => {
    fc.assert(
      fc.property(fc.double({ min: 0.2, max: 5, noNaN: true }), point, fc.nat(4), (factor, about, index) => {
        const zoomedView = zoomed(view, factor, about);
        const at = toScreen(zoomedView, corners[index] ?? about);
        expect(hitTest(scene, zoomedView, at)).toEqual({ kind: 'node', index });
      }),
    );
  });
});

describe('the arrow keys', () => {
  it('lead to the nearest node that way, and back', () => {
    expect(nodeTowards(corners, 4, 'right')).toBe(1);
    expect(nodeTowards(corners, 0, 'right')).toBe(1);
    expect(nodeTowards(corners, 1, 'left')).toBe(0);
    expect(nodeTowards(corners, 0, 'down')).toBe(3);
    expect(nodeTowards(corners, 0, 'up')).toBeNull();
  });

  it('lead somewhere from every node, and never to the node itself', () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(point, { minLength: 2, maxLength: 12, selector: ({ x, y }) => `${x} ${y}` }),
        (points) => {
          for (const direction of ['left', 'right', 'up', 'down'] as const) {
            const next = nodeTowards(points, 0, direction);
            if (next !== null) expect(points[next]).not.toEqual(points[0]);
          }
          const ways = (['left', 'right', 'up', 'down'] as const).map((way) => nodeTowards(points, 0, way));
          expect(ways.some((way) => way !== null)).toBe(true);
        },
      ),
    );
  });
});

describe('the view', () => {
  it('has everything in it, and goes from the layout to the screen and back', () => {
    fc.assert(
      fc.property(fc.array(point, { minLength: 1, maxLength: 30 }), (points) => {
        const fit = fitted(points, size);
        for (const one of points) {
          const at = toScreen(fit, one);
          expect(at.x >= -1 && at.x <= 801 && at.y >= -1 && at.y <= 601).toBe(true);
          const back = toLayout(fit, at);
          expect(Math.hypot(back.x - one.x, back.y - one.y)).toBeLessThan(1e-3);
        }
      }),
    );
  });

  it('zooms about the point that the hand is on', () => {
    const about = { x: 320, y: 240 };
    const before = toLayout(view, about);
    expect(toScreen(zoomed(view, 3, about), before)).toEqual(about);
  });
});

describe('names', () => {
  const measure = (text: string) => Array.from(text).length * 6;

  it('never cover each other, the strongest being named first', () => {
    fc.assert(
      fc.property(fc.array(point, { minLength: 1, maxLength: 60 }), (points) => {
        const crowd = sceneOf(
          points.map((_, index) => node(`Name ${index}`)),
          [],
          points,
        );
        const labels = placeLabels(pictureOf(crowd, fitted(points, size), []), crowd, size, measure);
        expect(labels[0]?.text).toBe('Name 0');
        labels.forEach((a, at) => {
          for (const b of labels.slice(at + 1))
            expect(
              Math.abs(a.y - b.y) >= 14 || Math.abs(a.x - b.x) >= (measure(a.text) + measure(b.text)) / 2,
            ).toBe(true);
        });
      }),
    );
  });

  it('are cut where they are too long, between letters', () => {
    expect(shortened('Short', measure)).toBe('Short');
    const long = shortened('😀'.repeat(60), measure);
    expect(long).toMatch(/^(😀)+…$/u);
    expect(measure(long)).toBeLessThanOrEqual(150);
  });

  it('know which way they are written', () => {
    expect(['(2025) مجلس', 'משרד'].every(isRightToLeft)).toBe(true);
    expect(['Council مجلس', 'Київ', '2025', ''].some(isRightToLeft)).toBe(false);
  });
});

describe('what is lit', () => {
  it('is the thing, what it is tied to, and the ties', () => {
    const lit = litBy(scene, [{ kind: 'node', index: 0 }]);
    expect(lit.nodes).toEqual(new Set([0, 1, 4]));
    expect(lit.edges).toEqual(new Set([0, 1, 3]));
    expect([...litBy(scene, [{ kind: 'edge', index: 2 }]).nodes]).toEqual([2, 3]);
  });
});
