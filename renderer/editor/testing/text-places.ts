/**
 * Places in an editor's text by offsets, as a person sees them: UTF-16 units, LF for a break and between blocks. Which of two
 * points that look alike a caret is at (the end of one text, the start of the next) is the caller's to say. For tests.
 */
import {
  $getRoot,
  $isElementNode,
  $isLineBreakNode,
  $isTextNode,
  type ElementNode,
  type LexicalNode,
  type PointType,
  type TextNode,
} from 'lexical';
import { $getPassages } from '../passages/passages-state';
import type { KeySets } from './key-sets';

export interface Place {
  readonly key: string;
  readonly offset: number;
  readonly type: 'text' | 'element';
}

/** Children of a block that make one line of words: all of them, unless blocks stand among them. */
interface Line {
  readonly parent: ElementNode;
  readonly from: number;
  readonly to: number;
}

interface PlacedLine extends Line {
  readonly start: number;
}

/** A text, and for each of its units the sign of the passages it belongs to. */
export interface OwnedText {
  readonly text: string;
  readonly owners: string;
}

/** The whole text as it is read at once. */
export interface ReadText extends OwnedText {
  readonly lines: readonly PlacedLine[];
  /** Without the ends of lines. */
  readonly bare: OwnedText;
}

const $isBlock = (node: LexicalNode): node is ElementNode => $isElementNode(node) && !node.isInline();

function $linesIn(parent: ElementNode): Line[] {
  const children = parent.getChildren();
  if (children.length === 0) return [{ parent, from: 0, to: 0 }];
  const lines: Line[] = [];
  let from = 0;
  children.forEach((child, index) => {
    if (!$isBlock(child)) return;
    if (index > from) lines.push({ parent, from, to: index });
    lines.push(...$linesIn(child));
    from = index + 1;
  });
  if (children.length > from) lines.push({ parent, from, to: children.length });
  return lines;
}

const $sizeOf = (node: LexicalNode): number =>
  $isTextNode(node) || $isElementNode(node) ? node.getTextContentSize() : 1;

/** `late`: where two texts touch, the start of the second. */
function $placeIn({ parent, from, to }: Line, offset: number, late: boolean): Place {
  let left = offset;
  for (let index = from; index < to; index++) {
    const child = parent.getChildAtIndex(index);
    if (!child) break;
    const size = $sizeOf(child);
    const isHere = late && index < to - 1 ? left < size : left <= size;
    if (isHere && $isTextNode(child)) return { key: child.getKey(), offset: left, type: 'text' };
    if (isHere && $isElementNode(child))
      return $placeIn({ parent: child, from: 0, to: child.getChildrenSize() }, left, late);
    if (left === 0) return { key: parent.getKey(), offset: index, type: 'element' };
    left -= size;
  }
  return { key: parent.getKey(), offset: to, type: 'element' };
}

/** Where an offset is, of a text that is as it was read. */
export function $place({ lines }: ReadText, offset: number, late: boolean): Place {
  const line = lines.findLast(({ start }) => start <= offset);
  if (!line) throw new Error(`there is no character ${offset}`);
  return $placeIn(line, offset - line.start, late);
}

/** Puts texts together, with the ends of lines and without. */
class Gathering {
  text = '';
  owners = '';
  bareText = '';
  bareOwners = '';

  constructor(readonly sets: KeySets) {}

  end(): void {
    this.text += '\n';
    this.owners += this.sets.none;
  }

  add({ text, owners }: OwnedText): void {
    this.text += text;
    this.owners += owners;
    this.bareText += text;
    this.bareOwners += owners;
  }
}

/** A committed node never changes: an edit makes another. */
const known = new WeakMap<LexicalNode, OwnedText>();

function $owned(node: TextNode, sets: KeySets): OwnedText {
  const before = known.get(node);
  if (before) return before;
  const text = node.getTextContent();
  const owned = { text, owners: sets.signOf($getPassages(node)).repeat(text.length) };
  known.set(node, owned);
  return owned;
}

function $gather(node: LexicalNode, gathering: Gathering): void {
  if ($isTextNode(node)) gathering.add($owned(node, gathering.sets));
  else if ($isLineBreakNode(node)) gathering.end();
  else if ($isElementNode(node)) for (const child of node.getChildren()) $gather(child, gathering);
}

/** The text of the editor with the passages of its units. To be called where nothing is being edited. */
export function $readText(sets: KeySets): ReadText {
  const gathering = new Gathering(sets);
  const lines = $linesIn($getRoot()).map((line, index) => {
    if (index > 0) gathering.end();
    const start = gathering.text.length;
    for (const child of line.parent.getChildren().slice(line.from, line.to)) $gather(child, gathering);
    return { ...line, start };
  });
  const { text, owners, bareText, bareOwners } = gathering;
  return { text, owners, lines, bare: { text: bareText, owners: bareOwners } };
}

/** Whether a point is at one of the places. */
export const isAt = (point: PointType, place: Place): boolean =>
  point.key === place.key && point.offset === place.offset && point.type === place.type;

/** Where an element's characters are among those of the whole text that are no ends of lines. */
export function $stretchOf(element: ElementNode): (readonly [number, number])[] {
  let at = 0;
  let stretch: readonly [number, number] | null = null;
  const measure = (node: LexicalNode): void => {
    const from = at;
    if ($isTextNode(node)) at += node.getTextContentSize();
    else if ($isElementNode(node)) node.getChildren().forEach(measure);
    if (node.is(element)) stretch = [from, at];
  };
  measure($getRoot());
  return stretch ? [stretch] : [];
}
