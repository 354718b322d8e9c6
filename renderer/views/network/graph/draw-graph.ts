/** Draws the shapes of a network on a canvas. Lines of one look are drawn in one go: without a graphics processor each stroke counts. */
import type { NetworkEdge, TieKind } from '../../../../shared/contract/views/network';
import { entityKinds } from '../../../../shared/model/entity';
import type { Point } from '../layout/layout';
import { type GraphColours, tieDashes } from './graph-colours';
import type { LineShape, NodeShape, Picture } from './picture';
import { type Label, labelSize } from './place-labels';
import type { Size } from './viewport';

export const labelFont = `${labelSize}px "Inter Variable", "Noto Sans", system-ui, sans-serif`;

/** How strongly lines are drawn: many would be a blot, and what is not lit steps back. */
export function lineStrength(count: number, isLit: boolean, lit: boolean): number {
  if (isLit) return lit ? 1 : 0.1;
  return Math.min(0.85, Math.max(0.3, Math.sqrt(300 / count)));
}

/** Widths are told apart in steps of this many CSS pixels. */
const widthStep = 0.5;

const tieOrder: Readonly<Record<TieKind, number>> = { mention: 0, event: 1, relation: 2 };

/** Lines that look the same, by a number that puts what is lit last. */
function groupedByLook(lines: readonly LineShape[]): Map<number, LineShape[]> {
  const groups = new Map<number, LineShape[]>();
  for (const line of lines) {
    const look = (line.lit ? 1000 : 0) + tieOrder[line.tie] * 100 + Math.round(line.width / widthStep);
    const group = groups.get(look);
    if (group) group.push(line);
    else groups.set(look, [line]);
  }
  return groups;
}

/** A line that lies beyond one side of the picture altogether need not be drawn. */
const isInView = ({ from, to }: LineShape, { width, height }: Size): boolean =>
  Math.max(from.x, to.x) > 0 &&
  Math.min(from.x, to.x) < width &&
  Math.max(from.y, to.y) > 0 &&
  Math.min(from.y, to.y) < height;

/** The canvas: its size in CSS pixels, and its own pixels for one of these. */
export interface Sheet extends Size {
  readonly ratio: number;
}

/** A line and those beside it that together are as wide: how far each is from the middle, CSS pixels. */
function strandsOf(width: number, ratio: number): readonly number[] {
  const count = Math.max(1, Math.round(width * ratio));
  return Array.from({ length: count }, (_, index) => (index - (count - 1) / 2) / ratio);
}

function traceLine(context: CanvasRenderingContext2D, { from, to }: LineShape, aside: number): void {
  const length = Math.hypot(to.x - from.x, to.y - from.y) || 1;
  const [x, y] = [((from.y - to.y) / length) * aside, ((to.x - from.x) / length) * aside];
  context.moveTo(from.x + x, from.y + y);
  context.lineTo(to.x + x, to.y + y);
}

/** More lines than this are drawn of strands. */
const fewLines = 600;

/**
 * Lines of one look. Without a graphics processor a line of one pixel is drawn some twenty times as fast as one that is only a
 * little wider: where there are many, a wide one is made of several such strands side by side.
 */
function strokeGroup(
  context: CanvasRenderingContext2D,
  group: readonly LineShape[],
  { colours, picture }: Drawing,
  { ratio }: Sheet,
): void {
  const [first] = group;
  if (!first) return;
  const width = Math.max(widthStep, Math.round(first.width / widthStep) * widthStep);
  const strands = picture.lines.length > fewLines ? strandsOf(width, ratio) : [0];
  context.strokeStyle = colours.lines[first.tie];
  context.lineWidth = picture.lines.length > fewLines ? Math.min(width, 1 / ratio) : width;
  context.setLineDash([...tieDashes[first.tie]]);
  context.beginPath();
  for (const line of group) for (const aside of strands) traceLine(context, line, aside);
  context.stroke();
}

/** The tip of an arrow before a node's rim: its three corners. */
export function arrowTip({ from, to, width }: LineShape, radius: number): readonly [Point, Point, Point] {
  const length = Math.hypot(to.x - from.x, to.y - from.y) || 1;
  const [x, y] = [(to.x - from.x) / length, (to.y - from.y) / length];
  const size = 6 + width;
  const tip = { x: to.x - x * (radius + 1), y: to.y - y * (radius + 1) };
  const foot = { x: tip.x - x * size, y: tip.y - y * size };
  const half = size * 0.45;
  return [
    tip,
    { x: foot.x - y * half, y: foot.y + x * half },
    { x: foot.x + y * half, y: foot.y - x * half },
  ];
}

function drawArrows(
  context: CanvasRenderingContext2D,
  { lines, nodes }: Picture,
  edges: readonly NetworkEdge[],
  colours: GraphColours,
) {
  context.fillStyle = colours.lines.relation;
  for (const line of lines) {
    if (line.tie !== 'relation') continue;
    context.globalAlpha = line.lit
      ? 1
      : lineStrength(
          lines.length,
          nodes.some(({ lit }) => lit),
          false,
        );
    const [tip, left, right] = arrowTip(line, nodes[edges[line.edge]?.target ?? -1]?.radius ?? 0);
    context.beginPath();
    context.moveTo(tip.x, tip.y);
    context.lineTo(left.x, left.y);
    context.lineTo(right.x, right.y);
    context.fill();
  }
}

/** The outline of a node: actors are round, places square, objects three-cornered. */
export function cornersOf({ at: { x, y }, radius, kind }: NodeShape): readonly Point[] | null {
  if (kind === 'actor') return null;
  if (kind === 'place') {
    const half = radius * 0.9;
    return [
      { x: x - half, y: y - half },
      { x: x + half, y: y - half },
      { x: x + half, y: y + half },
      { x: x - half, y: y + half },
    ];
  }
  const reach = radius * 1.2;
  return [
    { x, y: y - reach },
    { x: x + reach * 0.9, y: y + reach * 0.65 },
    { x: x - reach * 0.9, y: y + reach * 0.65 },
  ];
}

function tracePath(context: CanvasRenderingContext2D, node: NodeShape): void {
  const corners = cornersOf(node);
  const { at, radius } = node;
  if (!corners) {
    context.moveTo(at.x + radius, at.y);
    context.arc(at.x, at.y, radius, 0, 2 * Math.PI);
    return;
  }
  corners.forEach(({ x, y }, index) => (index === 0 ? context.moveTo(x, y) : context.lineTo(x, y)));
  context.closePath();
}

/** Nodes of one kind are drawn in one go. */
function drawNodesOf(context: CanvasRenderingContext2D, nodes: readonly NodeShape[], colour: string): void {
  if (nodes.length === 0) return;
  context.fillStyle = colour;
  context.beginPath();
  for (const node of nodes) tracePath(context, node);
  context.fill();
  context.stroke();
}

const reach = 30;

function drawNodes(
  context: CanvasRenderingContext2D,
  { nodes, isLit }: Picture,
  colours: GraphColours,
  { width, height, ratio }: Sheet,
): void {
  context.setLineDash([]);
  context.lineWidth = 1 / ratio;
  context.strokeStyle = colours.paper;
  const seen = nodes.filter(
    ({ at }) => at.x > -reach && at.x < width + reach && at.y > -reach && at.y < height + reach,
  );
  for (const lit of isLit ? [false, true] : [false]) {
    context.globalAlpha = isLit && !lit ? 0.25 : 1;
    for (const kind of entityKinds)
      drawNodesOf(
        context,
        seen.filter((node) => node.kind === kind && (!isLit || node.lit === lit)),
        colours.nodes[kind],
      );
  }
}

function drawLabels(
  context: CanvasRenderingContext2D,
  labels: readonly Label[],
  colours: GraphColours,
): void {
  context.globalAlpha = 1;
  context.font = labelFont;
  context.textAlign = 'center';
  context.lineJoin = 'round';
  context.lineWidth = 3;
  context.strokeStyle = colours.paper;
  context.fillStyle = colours.ink;
  for (const { text, x, y, isRightToLeft } of labels) {
    context.direction = isRightToLeft ? 'rtl' : 'ltr';
    context.strokeText(text, x, y);
    context.fillText(text, x, y);
  }
}

export interface Drawing {
  readonly picture: Picture;
  readonly edges: readonly NetworkEdge[];
  readonly labels: readonly Label[];
  readonly colours: GraphColours;
}

/** Draws it all, over what was there. */
export function drawGraph(context: CanvasRenderingContext2D, drawing: Drawing, sheet: Sheet): void {
  const { picture, edges, labels, colours } = drawing;
  context.setTransform(sheet.ratio, 0, 0, sheet.ratio, 0, 0);
  context.globalAlpha = 1;
  context.clearRect(0, 0, sheet.width, sheet.height);
  const lines = picture.lines.filter((line) => isInView(line, sheet));
  const groups = [...groupedByLook(lines)].sort(([a], [b]) => a - b);
  for (const [, group] of groups) {
    context.globalAlpha = lineStrength(picture.lines.length, picture.isLit, group[0]?.lit ?? false);
    strokeGroup(context, group, drawing, sheet);
  }
  drawArrows(context, picture, edges, colours);
  drawNodes(context, picture, colours, sheet);
  drawLabels(context, labels, colours);
}
