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
} from 'lexical';
import { $getPassages } from '../passages/passages-state';
import type { KeySets } from './key-sets';

interface Place {
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

/** A text, and for each of its units the sign of the passages it belongs to. */
export interface OwnedText {
  readonly text: string;
  readonly owners: string;
}

const $isBlock = (node: LexicalNode): node is ElementNode => $isElementNode(node) && !node.isInline();

export function $linesIn(parent: ElementNode): Line[] {
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

function $lengthOf({ parent, from, to }: Line): number {
  return parent
    .getChildren()
    .slice(from, to)
    .reduce((sum, child) => sum + $sizeOf(child), 0);
}

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

export function $place(offset: number, late: boolean): Place {
  let left = offset;
  for (const line of $linesIn($getRoot())) {
    const length = $lengthOf(line);
    if (left <= length) return $placeIn(line, left, late);
    left -= length + 1;
  }
  throw new Error(`there is no character ${offset}`);
}

function $ownedIn(node: LexicalNode, sets: KeySets): OwnedText {
  if ($isLineBreakNode(node)) return { text: '\n', owners: sets.none };
  if ($isElementNode(node)) return joined(node.getChildren().map((child) => $ownedIn(child, sets)));
  if (!$isTextNode(node)) return { text: '', owners: '' };
  const text = node.getTextContent();
  return { text, owners: sets.signOf($getPassages(node)).repeat(text.length) };
}

function joined(pieces: readonly OwnedText[]): OwnedText {
  return {
    text: pieces.map(({ text }) => text).join(''),
    owners: pieces.map(({ owners }) => owners).join(''),
  };
}

/** The text of some blocks with the passages of its units. */
export function $ownedText(parent: ElementNode, sets: KeySets): OwnedText {
  const lines = $linesIn(parent).map(({ parent: block, from, to }) =>
    joined(
      block
        .getChildren()
        .slice(from, to)
        .map((child) => $ownedIn(child, sets)),
    ),
  );
  return {
    text: lines.map(({ text }) => text).join('\n'),
    owners: lines.map(({ owners }) => owners).join(sets.none),
  };
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
