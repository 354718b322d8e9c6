/**
 * A network as shapes on the screen: lines, nodes and names with their sizes, whatever they are then drawn on. What is
 * lit (pointed at or chosen, with what it is tied to) stands out, the rest steps back.
 */
import type { NetworkEdge, NetworkNode, TieKind } from '../../../../shared/contract/views/network';
import type { EntityKind } from '../../../../shared/model/entity';
import type { Point } from '../layout/layout';
import { toScreen, type Viewport } from './viewport';

/** A network made ready to be drawn many times: what does not depend on the view is worked out once. */
export interface Scene {
  readonly nodes: readonly NetworkNode[];
  readonly edges: readonly NetworkEdge[];
  readonly points: readonly Point[];
  /** CSS pixels. */
  readonly radii: readonly number[];
  readonly widths: readonly number[];
  /** How far each line stands beside the straight one between its ends, where several ties join two nodes; CSS pixels. */
  readonly lanes: readonly number[];
  /** Indices of the edges of each node. */
  readonly edgesOf: readonly (readonly number[])[];
}

/** What is pointed at or chosen. */
export type Picked =
  | { readonly kind: 'node'; readonly index: number }
  | { readonly kind: 'edge'; readonly index: number };

export interface LineShape {
  readonly from: Point;
  readonly to: Point;
  readonly width: number;
  readonly tie: TieKind;
  readonly lit: boolean;
  /** Index of the edge. */
  readonly edge: number;
}

export interface NodeShape {
  readonly at: Point;
  readonly radius: number;
  readonly kind: EntityKind;
  readonly lit: boolean;
  /** It is itself what is pointed at or chosen, or an end of it. */
  readonly isPicked: boolean;
  /** Index of the node. */
  readonly node: number;
}

export interface Picture {
  readonly lines: readonly LineShape[];
  readonly nodes: readonly NodeShape[];
  /** Something is lit: the rest steps back. */
  readonly isLit: boolean;
}

const radius = { least: 3.5, most: 15 };
const width = { least: 0.8, most: 5 };
const laneGap = 5;

function radiiOf(nodes: readonly NetworkNode[]): number[] {
  const most = Math.max(1, ...nodes.map(({ strength }) => strength));
  const crowd = Math.min(1, Math.max(0.5, Math.sqrt(120 / nodes.length)));
  return nodes.map(
    ({ strength }) => (radius.least + (radius.most - radius.least) * Math.sqrt(strength / most)) * crowd,
  );
}

/** By the logarithm: a few pairs are named together a hundred times, most once. */
function widthsOf(edges: readonly NetworkEdge[]): number[] {
  const most = Math.log2(1 + Math.max(1, ...edges.map(({ weight }) => weight)));
  const crowd = Math.min(1, Math.max(0.35, Math.sqrt(400 / edges.length)));
  return edges.map(({ weight }) => {
    const share = most <= 1 ? 0.2 : (Math.log2(1 + weight) - 1) / (most - 1);
    return width.least + (width.most - width.least) * share * crowd;
  });
}

/** A number for each two nodes, whichever way the tie goes. */
const pairOf = ({ source, target }: NetworkEdge, count: number): number =>
  source < target ? source * count + target : target * count + source;

function lanesOf(edges: readonly NetworkEdge[], count: number): number[] {
  const pairs = new Map<number, number[]>();
  edges.forEach((edge, index) => {
    const key = pairOf(edge, count);
    const pair = pairs.get(key);
    if (pair) pair.push(index);
    else pairs.set(key, [index]);
  });
  const lanes = edges.map(() => 0);
  for (const pair of pairs.values())
    pair.forEach((index, place) => {
      const edge = edges[index];
      const side = edge && edge.source < edge.target ? 1 : -1;
      lanes[index] = side * (place - (pair.length - 1) / 2) * laneGap;
    });
  return lanes;
}

export function sceneOf(
  nodes: readonly NetworkNode[],
  edges: readonly NetworkEdge[],
  points: readonly Point[],
): Scene {
  const edgesOf: number[][] = nodes.map(() => []);
  edges.forEach(({ source, target }, index) => {
    edgesOf[source]?.push(index);
    edgesOf[target]?.push(index);
  });
  return {
    nodes,
    edges,
    points,
    radii: radiiOf(nodes),
    widths: widthsOf(edges),
    lanes: lanesOf(edges, nodes.length),
    edgesOf,
  };
}

interface Lit {
  readonly nodes: ReadonlySet<number>;
  readonly edges: ReadonlySet<number>;
}

/** The thing itself, what it is tied to, and the ties. */
export function litBy({ edges, edgesOf }: Scene, picks: readonly Picked[]): Lit {
  const litNodes = new Set<number>();
  const litEdges = new Set<number>();
  const lightEdge = (index: number) => {
    const edge = edges[index];
    if (!edge) return;
    litEdges.add(index);
    litNodes.add(edge.source).add(edge.target);
  };
  for (const pick of picks) {
    if (pick.kind === 'edge') lightEdge(pick.index);
    else {
      litNodes.add(pick.index);
      edgesOf[pick.index]?.forEach(lightEdge);
    }
  }
  return { nodes: litNodes, edges: litEdges };
}

/** The ends of a line on the screen, beside the straight one when it shares it. */
export function lineEnds(
  scene: Scene,
  screen: readonly Point[],
  index: number,
): readonly [Point, Point] | null {
  const edge = scene.edges[index];
  const from = edge && screen[edge.source];
  const to = edge && screen[edge.target];
  if (!from || !to) return null;
  const lane = scene.lanes[index] ?? 0;
  if (lane === 0) return [from, to];
  const length = Math.hypot(to.x - from.x, to.y - from.y) || 1;
  const aside = { x: (-(to.y - from.y) / length) * lane, y: ((to.x - from.x) / length) * lane };
  return [
    { x: from.x + aside.x, y: from.y + aside.y },
    { x: to.x + aside.x, y: to.y + aside.y },
  ];
}

function pickedNodes({ edges }: Scene, picks: readonly Picked[]): ReadonlySet<number> {
  return new Set(
    picks.flatMap(({ kind, index }) => {
      const edge = edges[index];
      if (kind === 'node') return [index];
      return edge ? [edge.source, edge.target] : [];
    }),
  );
}

/** The whole network as shapes, in the order they are drawn: what is lit comes last. */
export function pictureOf(scene: Scene, view: Viewport, picks: readonly Picked[]): Picture {
  const screen = scene.points.map((point) => toScreen(view, point));
  const lit = litBy(scene, picks);
  const picked = pickedNodes(scene, picks);
  const lines = scene.edges.flatMap((edge, index): LineShape[] => {
    const ends = lineEnds(scene, screen, index);
    if (!ends) return [];
    const [from, to] = ends;
    return [
      { from, to, width: scene.widths[index] ?? 1, tie: edge.tie, lit: lit.edges.has(index), edge: index },
    ];
  });
  const nodes = scene.nodes.map(
    (node, index): NodeShape => ({
      at: screen[index] ?? { x: 0, y: 0 },
      radius: scene.radii[index] ?? radius.least,
      kind: node.kind,
      lit: lit.nodes.has(index),
      isPicked: picked.has(index),
      node: index,
    }),
  );
  return { lines, nodes, isLit: picks.length > 0 };
}
