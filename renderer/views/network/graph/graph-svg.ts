/** The network as the text of an SVG file that stands alone: the same shapes as on the canvas, in the colours of paper. */
import { arrowTip, cornersOf, type Drawing, lineStrength } from './draw-graph';
import { tieDashes } from './graph-colours';
import type { LineShape, NodeShape } from './picture';
import { type Label, labelSize } from './place-labels';
import type { Size } from './viewport';

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');

const n = (number: number): string => String(Math.round(number * 100) / 100);

function lineSvg(line: LineShape, { picture, edges, colours }: Drawing): string {
  const { from, to, width, tie, lit, edge } = line;
  const strength = n(lineStrength(picture.lines.length, picture.isLit, lit));
  const dash = tieDashes[tie].length > 0 ? ` stroke-dasharray="${tieDashes[tie].join(' ')}"` : '';
  const stroke = `<line x1="${n(from.x)}" y1="${n(from.y)}" x2="${n(to.x)}" y2="${n(to.y)}" stroke="${colours.lines[tie]}" stroke-width="${n(width)}" stroke-opacity="${strength}"${dash}/>`;
  if (tie !== 'relation') return stroke;
  const radius = picture.nodes[edges[edge]?.target ?? -1]?.radius ?? 0;
  const corners = arrowTip(line, radius).map(({ x, y }) => `${n(x)},${n(y)}`);
  return `${stroke}<polygon points="${corners.join(' ')}" fill="${colours.lines[tie]}" fill-opacity="${strength}"/>`;
}

function nodeSvg(node: NodeShape, { picture, colours }: Drawing): string {
  const { at, radius, kind, lit } = node;
  const look = `fill="${colours.nodes[kind]}" stroke="${colours.paper}" stroke-width="1.25" opacity="${picture.isLit && !lit ? 0.25 : 1}"`;
  const corners = cornersOf(node)?.map(({ x, y }) => `${n(x)},${n(y)}`);
  return corners
    ? `<polygon points="${corners.join(' ')}" ${look}/>`
    : `<circle cx="${n(at.x)}" cy="${n(at.y)}" r="${n(radius)}" ${look}/>`;
}

function labelSvg({ text, x, y, isRightToLeft }: Label): string {
  const direction = isRightToLeft ? ' direction="rtl"' : '';
  return `<text x="${n(x)}" y="${n(y)}"${direction}>${escaped(text)}</text>`;
}

export function graphSvg(drawing: Drawing, { width, height }: Size): string {
  const { picture, labels, colours } = drawing;
  return `<?xml version="1.0" encoding="UTF-8"?>
<svg xmlns="http://www.w3.org/2000/svg" width="${n(width)}" height="${n(height)}" viewBox="0 0 ${n(width)} ${n(height)}">
<rect width="100%" height="100%" fill="${colours.paper}"/>
<g fill="none">${picture.lines.map((line) => lineSvg(line, drawing)).join('\n')}</g>
<g>${picture.nodes.map((node) => nodeSvg(node, drawing)).join('\n')}</g>
<g font-family="Inter, 'Noto Sans', sans-serif" font-size="${labelSize}" text-anchor="middle" fill="${colours.ink}" stroke="${colours.paper}" stroke-width="3" stroke-linejoin="round" paint-order="stroke">
${labels.map(labelSvg).join('\n')}</g>
</svg>
`;
}
