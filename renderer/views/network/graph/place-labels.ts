/**
 * Which names are written beside their nodes: what is picked first, then the strongest, as many as have room without
 * covering each other. A name stands below its node, or above or beside it where that is free.
 */
import type { NetworkEdge, NetworkNode } from '../../../../shared/contract/views/network';
import type { NodeShape, Picture } from './picture';
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

const isInSight = ({ left, right, top, bottom }: Box, { width, height }: Size): boolean =>
  right > 0 && left < width && bottom > 0 && top < height;

/** None of the words is cut off at an edge. */
const isWhole = ({ left, right, top, bottom }: Box, { width, height }: Size): boolean =>
  left >= 0 && right <= width && top >= 0 && bottom <= height;

/** A place for words: the middle of their foot. */
interface Spot {
  readonly x: number;
  readonly bottom: number;
}

/** Words that want to stand somewhere: where they may, by how wide they are, the best place first. */
interface Wish {
  readonly words: string;
  readonly spots: (width: number) => readonly Spot[];
  readonly lit: boolean;
}

function wishOfNode({ at, radius, node, lit }: NodeShape, nodes: readonly NetworkNode[]): Wish {
  const spots = (width: number): Spot[] => {
    const aside = radius + width / 2 + 2 * gap;
    const beside = at.y + lineHeight / 2;
    return [
      { x: at.x, bottom: at.y + radius + lineHeight + 1 },
      { x: at.x, bottom: at.y - radius - 1 },
      { x: at.x + aside, bottom: beside },
      { x: at.x - aside, bottom: beside },
    ];
  };
  return { words: nodes[node]?.name ?? '', spots, lit };
}

const boxOf = ({ at: { x, y }, radius }: NodeShape): Box => ({
  left: x - radius,
  right: x + radius,
  top: y - radius,
  bottom: y + radius,
});

/** So many relations have their words written on them always; of more, only those that are lit. */
const relationsNamed = 40;

function wishesOfRelations({ lines, isLit }: Picture, edges: readonly NetworkEdge[]): Wish[] {
  const relations = lines.filter(({ tie }) => tie === 'relation');
  const onlyLit = isLit || relations.length > relationsNamed;
  return relations.flatMap(({ from, to, lit, edge }) =>
    onlyLit && !lit
      ? []
      : [
          {
            words: edges[edge]?.label ?? '',
            spots: () => [{ x: (from.x + to.x) / 2, bottom: (from.y + to.y) / 2 + lineHeight / 2 }],
            lit,
          },
        ],
  );
}

/**
 * The words to write, for a picture of a size: names first, in order of strength, then those of relations. When something is
 * lit, only what is lit has words.
 */
export function placeLabels(
  picture: Picture,
  { nodes, edges }: { readonly nodes: readonly NetworkNode[]; readonly edges: readonly NetworkEdge[] },
  size: Size,
  measure: Measure,
): Label[] {
  const labels: Label[] = [];
  const boxes: Box[] = [];
  const shown = picture.isLit ? picture.nodes.filter(({ lit }) => lit) : picture.nodes;
  const named = [...shown.filter(({ isPicked }) => isPicked), ...shown.filter(({ isPicked }) => !isPicked)];
  // A name may cover weak nodes, and a strong one where nothing else is free.
  const strong = picture.nodes.slice(0, labelsShown).map(boxOf);
  const place = ({ words, spots, lit }: Wish): void => {
    const text = shortened(words, measure);
    if (text === '') return;
    const width = measure(text);
    const free = spots(width)
      .map((spot) => ({ ...spot, box: boxAt(spot.x, spot.bottom, width) }))
      .filter(({ box }) => isInSight(box, size) && !boxes.some((other) => overlap(box, other)));
    const whole = free.filter(({ box }) => isWhole(box, size));
    const choices = whole.length > 0 ? whole : free;
    const best = choices.find(({ box }) => !strong.some((node) => overlap(box, node))) ?? choices[0];
    if (!best) return;
    boxes.push(best.box);
    labels.push({ text, x: best.x, y: best.bottom - 3, lit, isRightToLeft: isRightToLeft(text) });
  };
  for (const node of named) {
    if (labels.length >= labelsShown) break;
    place(wishOfNode(node, nodes));
  }
  wishesOfRelations(picture, edges).forEach(place);
  return labels;
}
