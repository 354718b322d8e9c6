/** Which texts stand beside a place, across links, list items and blocks: what decides on the passages of what is typed. */
import { $isElementNode, $isTextNode, type LexicalNode, type PointType, type TextNode } from 'lexical';

export type Side = 'previous' | 'next';

/** The nearest text in document order on one side of a node, in another block if need be. */
export function $textBeside(node: LexicalNode, side: Side): TextNode | null {
  for (let at: LexicalNode | null = node; at; at = at.getParent()) {
    const sibling: LexicalNode | null = side === 'next' ? at.getNextSibling() : at.getPreviousSibling();
    if (sibling) return $textAtEdge(sibling, side);
  }
  return null;
}

/** The first (`next`) or last (`previous`) text of a node, else the nearest beyond it. */
function $textAtEdge(node: LexicalNode, side: Side): TextNode | null {
  if ($isTextNode(node)) return node.getTextContentSize() > 0 ? node : $textBeside(node, side);
  const inner =
    $isElementNode(node) && (side === 'next' ? node.getFirstDescendant() : node.getLastDescendant());
  return inner ? $textAtEdge(inner, side) : $textBeside(node, side);
}

/** The text that holds the character on one side of a point. */
export function $textAt(point: PointType, side: Side): TextNode | null {
  const node = point.getNode();
  if ($isTextNode(node)) {
    const holds = side === 'next' ? point.offset < node.getTextContentSize() : point.offset > 0;
    return holds ? node : $textBeside(node, side);
  }
  if (!$isElementNode(node)) return $textBeside(node, side);
  const child = node.getChildAtIndex(side === 'next' ? point.offset : point.offset - 1);
  return child ? $textAtEdge(child, side) : $textBeside(node, side);
}
