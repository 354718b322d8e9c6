/** What is at a point of the screen: a node, or else a line. */
import type { Point } from '../layout/layout';
import { lineEnds, type Picked, type Scene } from './picture';
import { toScreen, type Viewport } from './viewport';

/** A hand is no more exact than this; CSS pixels. */
const slack = { node: 4, line: 5 };

/** How far a point is from the stretch between two others. */
export function distanceToLine(point: Point, from: Point, to: Point): number {
  const [dx, dy] = [to.x - from.x, to.y - from.y];
  const square = dx * dx + dy * dy;
  const along = square === 0 ? 0 : ((point.x - from.x) * dx + (point.y - from.y) * dy) / square;
  const share = Math.min(1, Math.max(0, along));
  return Math.hypot(point.x - from.x - share * dx, point.y - from.y - share * dy);
}

/** The nearest node within reach of its rim, then the nearest line; null: nothing is there. */
export function hitTest(scene: Scene, view: Viewport, at: Point): Picked | null {
  const screen = scene.points.map((point) => toScreen(view, point));
  return hitNode(scene, screen, at) ?? hitLine(scene, screen, at);
}

function hitNode({ radii }: Scene, screen: readonly Point[], at: Point): Picked | null {
  let nearest: number | null = null;
  let least = slack.node;
  screen.forEach((point, index) => {
    const beyond = Math.hypot(point.x - at.x, point.y - at.y) - (radii[index] ?? 0);
    if (beyond >= least) return;
    least = beyond;
    nearest = index;
  });
  return nearest === null ? null : { kind: 'node', index: nearest };
}

function hitLine(scene: Scene, screen: readonly Point[], at: Point): Picked | null {
  let nearest: number | null = null;
  let least = slack.line;
  scene.edges.forEach((_, index) => {
    const ends = lineEnds(scene, screen, index);
    if (!ends) return;
    const distance = distanceToLine(at, ...ends) - (scene.widths[index] ?? 0) / 2;
    if (distance >= least) return;
    least = distance;
    nearest = index;
  });
  return nearest === null ? null : { kind: 'edge', index: nearest };
}

export type Direction = 'left' | 'right' | 'up' | 'down';

const directions: Readonly<Record<Direction, Point>> = {
  left: { x: -1, y: 0 },
  right: { x: 1, y: 0 },
  up: { x: 0, y: -1 },
  down: { x: 0, y: 1 },
};

/**
 * The node that an arrow key leads to: within 45° of the direction, the nearest, one to the side counting as further
 * away. Null: none lies there.
 */
export function nodeTowards(points: readonly Point[], from: number, direction: Direction): number | null {
  const start = points[from];
  if (!start) return null;
  const { x, y } = directions[direction];
  let nearest: number | null = null;
  let least = Number.POSITIVE_INFINITY;
  points.forEach((point, index) => {
    const [dx, dy] = [point.x - start.x, point.y - start.y];
    const along = dx * x + dy * y;
    const aside = Math.abs(dx * y - dy * x);
    if (index === from || along <= 0 || aside > along) return;
    const cost = along + 2 * aside;
    if (cost >= least) return;
    least = cost;
    nearest = index;
  });
  return nearest;
}
