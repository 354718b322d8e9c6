/** Which names are written beside their nodes: the strongest first, as many as have room without covering each other. */
import type { NetworkNode } from '../../../../shared/contract/network';
import type { Picture } from './picture';
import type { Size } from './viewport';

export interface Label {
  readonly text: string;
  /** The middle of the words, and their base line. */
  readonly x: number;
  readonly y: number;
  readonly lit: boolean;
  readonly isRightToLeft: boolean;
}

/** The width of words in the font they are drawn in, CSS pixels. */
export type Measure = (text: string) => number;

export const labelSize = 11;
const lineHeight = 14;
const widestLabel = 150;
const labelsShown = 140;
const gap = 2;

interface Box {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

const overlap = (a: Box, b: Box): boolean =>
  a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;

const firstLetter = /\p{L}/u;
const rightToLeft = /[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}]/u;

/** Words that begin from the right, by their first letter. */
export const isRightToLeft = (text: string): boolean => rightToLeft.test(firstLetter.exec(text)?.[0] ?? '');

/** The name as far as it has room. */
export function shortened(name: string, measure: Measure): string {
  if (measure(name) <= widestLabel) return name;
  const letters = Array.from(name);
  let [short, long] = [1, letters.length];
  while (short < long) {
    const middle = (short + long + 1) >>> 1;
    if (measure(`${letters.slice(0, middle).join('').trimEnd()}…`) <= widestLabel) short = middle;
    else long = middle - 1;
  }
  return `${letters.slice(0, short).join('').trimEnd()}…`;
}

function boxAt(x: number, bottom: number, width: number): Box {
  return { left: x - width / 2 - gap, right: x + width / 2 + gap, top: bottom - lineHeight, bottom };
}

const isWithin = ({ left, right, top, bottom }: Box, { width, height }: Size): boolean =>
  right > 0 && left < width && bottom > 0 && top < height;

/** The names to write, for a picture of a size. When something is lit, only what is lit has a name, all of it if there is room. */
export function placeLabels(
  { nodes, isLit }: Picture,
  names: readonly NetworkNode[],
  size: Size,
  measure: Measure,
): Label[] {
  const labels: Label[] = [];
  const boxes: Box[] = [];
  // Nodes are in order of strength.
  const wanted = isLit ? nodes.filter(({ lit }) => lit) : nodes;
  for (const { at, radius, node, lit } of wanted) {
    if (labels.length >= labelsShown) break;
    const text = shortened(names[node]?.name ?? '', measure);
    const bottom = at.y + radius + lineHeight + 1;
    const box = boxAt(at.x, bottom, measure(text));
    if (!isWithin(box, size) || boxes.some((other) => overlap(box, other))) continue;
    boxes.push(box);
    labels.push({ text, x: at.x, y: bottom - 3, lit, isRightToLeft: isRightToLeft(text) });
  }
  return labels;
}
