/**
 * Where a place of the text is in the document, and back. A leaf's element carries its index; inside of it text nodes
 * count their length, a <br> counts one, everything else nothing.
 */
import type { Stretch } from '../model/stretch';
import { leafAt, type TextModel } from '../model/text-model';

/** A boundary point as the DOM has it. */
export interface DomPoint {
  readonly node: Node;
  readonly offset: number;
}

/** The words of a model as they stand in a document. */
export interface ShownText {
  readonly model: TextModel;
  readonly root: HTMLElement;
  /** By leaf index. */
  readonly leafElements: readonly HTMLElement[];
}

function lengthOf(node: Node): number {
  if (node instanceof Text) return node.length;
  if (node instanceof HTMLBRElement) return 1;
  let length = 0;
  for (const child of node.childNodes) length += lengthOf(child);
  return length;
}

function lengthBefore(node: Node): number {
  let length = 0;
  for (let before = node.previousSibling; before; before = before.previousSibling) length += lengthOf(before);
  return length;
}

/** How far into a leaf's words a point inside of its element is. */
function offsetInLeaf(element: HTMLElement, { node, offset }: DomPoint): number {
  const child = node instanceof Text ? null : node.childNodes[offset];
  let length = node instanceof Text ? offset : child ? lengthBefore(child) : lengthOf(node);
  for (let at = node; at !== element && at.parentNode; at = at.parentNode) length += lengthBefore(at);
  return length;
}

/** The first leaf that begins after a point which is in none. */
function leafAfter({ leafElements }: ShownText, point: DomPoint): number {
  const range = document.createRange();
  range.setStart(point.node, point.offset);
  let low = 0;
  let high = leafElements.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    const element = leafElements[middle];
    if (element && range.comparePoint(element, 0) < 0) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** The offset (UTF-16) in the text of a point in the document; null when the point is not on the surface. */
export function offsetOfPoint(shown: ShownText, point: DomPoint): number | null {
  const { node } = point;
  if (!shown.root.contains(node)) return null;
  const element = (node instanceof Element ? node : node.parentElement)?.closest<HTMLElement>('[data-leaf]');
  if (element && shown.root.contains(element)) {
    const leaf = shown.model.leaves[Number(element.dataset['leaf'])];
    return leaf ? leaf.start + offsetInLeaf(element, point) : null;
  }
  return shown.model.leaves[leafAfter(shown, point)]?.start ?? shown.model.text.length;
}

function pointInside(node: Node, rest: number, isEnd: boolean): DomPoint | number {
  if (node instanceof Text) {
    const fits = isEnd ? rest <= node.length : rest < node.length;
    return fits ? { node, offset: rest } : rest - node.length;
  }
  if (node instanceof HTMLBRElement) return rest === 0 && node.parentNode ? pointBefore(node) : rest - 1;
  for (const child of node.childNodes) {
    const found = pointInside(child, rest, isEnd);
    if (typeof found !== 'number') return found;
    rest = found;
  }
  return rest;
}

function pointBefore(node: Node): DomPoint {
  const parent = node.parentNode ?? node;
  return { node: parent, offset: Array.prototype.indexOf.call(parent.childNodes, node) };
}

/**
 * The point of an offset in the text. Where two nodes meet, an end is at the end of the first and a start at the start
 * of the second, so that a range holds no empty edges.
 */
export function pointOfOffset(
  { model, leafElements }: ShownText,
  offset: number,
  isEnd = false,
): DomPoint | null {
  const leaf = leafAt(model, offset);
  const element = leaf && leafElements[leaf.index];
  if (!leaf || !element) return null;
  const rest = Math.min(offset, leaf.end) - leaf.start;
  const found = pointInside(element, rest, isEnd);
  return typeof found === 'number' ? { node: element, offset: element.childNodes.length } : found;
}

/** A live DOM range of a stretch of the text. */
export function rangeOfStretch(shown: ShownText, { start, end }: Stretch): Range | null {
  const from = pointOfOffset(shown, start);
  const to = pointOfOffset(shown, end, true);
  if (!from || !to) return null;
  const range = document.createRange();
  range.setStart(from.node, from.offset);
  range.setEnd(to.node, to.offset);
  return range;
}

/** The text's offset under a point of the window (CSS pixels), or null where there is none. */
export function offsetAtPixel(shown: ShownText, x: number, y: number): number | null {
  const range = document.caretRangeFromPoint(x, y);
  if (!range) return null;
  return offsetOfPoint(shown, { node: range.startContainer, offset: range.startOffset });
}

/** The selection's ends in the text, when it begins and ends on the surface. */
export function readSelection(shown: ShownText): { readonly anchor: number; readonly focus: number } | null {
  const selection = document.getSelection();
  if (!selection?.anchorNode || !selection.focusNode) return null;
  const anchor = offsetOfPoint(shown, { node: selection.anchorNode, offset: selection.anchorOffset });
  const focus = offsetOfPoint(shown, { node: selection.focusNode, offset: selection.focusOffset });
  return anchor === null || focus === null ? null : { anchor, focus };
}

/** Selects words; `focus` is the end that moves. */
export function writeSelection(shown: ShownText, anchor: number, focus: number): void {
  const from = pointOfOffset(shown, anchor, focus < anchor);
  const to = pointOfOffset(shown, focus, focus > anchor);
  if (from && to) document.getSelection()?.setBaseAndExtent(from.node, from.offset, to.node, to.offset);
}
