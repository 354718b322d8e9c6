/**
 * Where the nodes of a network stand. Nodes begin where they stood before, else beside those they are tied to, else at a
 * place made of their id; then ties pull and nodes push (ForceAtlas2) for a fixed number of rounds. Nothing is random:
 * the same network from the same start comes out the same.
 */
import Graph from 'graphology';
import forceAtlas2 from 'graphology-layout-forceatlas2';

/** Units of the layout; only their relation to each other means anything. */
export interface Point {
  readonly x: number;
  readonly y: number;
}

export interface LayoutEdge {
  readonly source: number;
  readonly target: number;
  readonly weight: number;
}

/** A network to lay out: its nodes are numbered as `ids` has them. */
export interface LayoutTask {
  readonly ids: readonly string[];
  readonly edges: readonly LayoutEdge[];
  /** Where each node begins. */
  readonly start: readonly Point[];
  /** Nodes that someone has put somewhere: they push and pull but stay. */
  readonly pinned: readonly number[];
  readonly rounds: number;
}

/** A number from 0 to 1 that an id always has (FNV-1a, 32 bits). */
function shareOf(id: string, salt: number): number {
  let hash = 0x811c9dc5 ^ salt;
  for (let at = 0; at < id.length; at++) hash = Math.imul(hash ^ id.charCodeAt(at), 0x01000193);
  hash ^= hash >>> 15;
  return (Math.imul(hash, 0x2c1b3c6d) >>> 0) / 2 ** 32;
}

/** A place in a disc that has room for so many nodes, always the same for an id. */
export function seededPoint(id: string, nodeCount: number): Point {
  const angle = shareOf(id, 1) * 2 * Math.PI;
  const radius = Math.sqrt(shareOf(id, 2) * nodeCount) * 10;
  return { x: radius * Math.cos(angle), y: radius * Math.sin(angle) };
}

function meanOf(points: readonly Point[]): Point {
  const sum = points.reduce((all, { x, y }) => ({ x: all.x + x, y: all.y + y }), { x: 0, y: 0 });
  return { x: sum.x / points.length, y: sum.y / points.length };
}

/** Where each node begins: where it stood, else near its neighbours that stood somewhere, else at its seeded place. */
export function startPoints(
  ids: readonly string[],
  edges: readonly LayoutEdge[],
  known: ReadonlyMap<string, Point>,
): Point[] {
  const stood = ids.flatMap((id) => known.get(id) ?? []);
  if (stood.length === ids.length) return stood;
  const beside: Point[][] = ids.map(() => []);
  const note = (of: number, other: number) => {
    const point = known.get(ids[other] ?? '');
    if (point) beside[of]?.push(point);
  };
  for (const { source, target } of edges) {
    note(source, target);
    note(target, source);
  }
  return ids.map((id, index) => {
    const own = known.get(id);
    if (own) return own;
    const near = beside[index] ?? [];
    if (near.length === 0) return seededPoint(id, ids.length);
    const [mean, aside] = [meanOf(near), seededPoint(id, 4)];
    return { x: mean.x + aside.x, y: mean.y + aside.y };
  });
}

/** From this share of nodes on that stood somewhere, the others find their places among them. */
const settledShare = 0.6;

/** How long to lay out: not at all when every node has a place, shortly when most have, else until it has come to rest. */
export function roundsFor(ids: readonly string[], known: ReadonlyMap<string, Point>): number {
  const count = ids.filter((id) => known.has(id)).length;
  if (count === ids.length) return 0;
  if (count >= ids.length * settledShare) return 60;
  return ids.length > 400 ? 320 : 600;
}

/** Without it two ties of weight 1 and 100 differ so much that the rest of the picture collapses. */
const pullOf = (weight: number): number => 1 + Math.log2(weight);

/** From so many nodes on, those far away push as if they were one. */
const crowd = 400;

const settingsFor = (count: number) => ({
  strongGravityMode: true,
  gravity: 0.04,
  scalingRatio: 12,
  edgeWeightInfluence: 1,
  barnesHutOptimize: count > crowd,
  barnesHutTheta: 0.8,
  slowDown: 1 + Math.log(Math.max(2, count)),
});

function graphOf({ ids, edges, start, pinned }: LayoutTask): Graph {
  const graph = new Graph({ type: 'undirected', multi: true });
  const fixed = new Set(pinned);
  ids.forEach((_, index) => {
    graph.addNode(index, { ...(start[index] ?? { x: 0, y: 0 }), fixed: fixed.has(index) });
  });
  for (const { source, target, weight } of edges) graph.addEdge(source, target, { weight: pullOf(weight) });
  return graph;
}

/** Rounds between two looks at how far it has come. */
const stepRounds = 40;

/** Lays out step by step: gives the places after each step, the last time those that count. */
export function* layOut(task: LayoutTask): Generator<readonly Point[]> {
  const graph = graphOf(task);
  const pointsNow = () =>
    task.ids.map((_, index): Point => {
      const { x, y } = graph.getNodeAttributes(index) as Point;
      return { x, y };
    });
  for (let left = task.rounds; left > 0; left -= stepRounds) {
    const iterations = Math.min(left, stepRounds);
    forceAtlas2.assign(graph, { iterations, settings: settingsFor(task.ids.length) });
    yield pointsNow();
  }
}
