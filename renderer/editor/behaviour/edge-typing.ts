/**
 * Words typed at the outer edge of a passage stay outside of it: what is added at the end of a text node belongs only to
 * the passages that go on after it, at the start to those that came from before.
 */
import {
  $getEditor,
  $getNodeByKey,
  $isElementNode,
  $isTextNode,
  type LexicalEditor,
  type LexicalNode,
  TextNode,
} from 'lexical';
import { $getPassages, $setPassages, type PassageKey } from '../nodes/passages-state';

function $textBeside(node: LexicalNode, side: 'next' | 'previous'): TextNode | null {
  for (let at: LexicalNode | null = node; at; at = at.getParent()) {
    const sibling: LexicalNode | null = side === 'next' ? at.getNextSibling() : at.getPreviousSibling();
    if (sibling) return $firstText(sibling, side);
  }
  return null;
}

function $firstText(node: LexicalNode, side: 'next' | 'previous'): TextNode | null {
  if ($isTextNode(node)) return node;
  const inner =
    $isElementNode(node) && (side === 'next' ? node.getFirstDescendant() : node.getLastDescendant());
  return inner && $isTextNode(inner) ? inner : $textBeside(node, side);
}

function $committedText(node: TextNode): string | null {
  return $getEditor()
    .getEditorState()
    .read(() => {
      const before = $getNodeByKey(node.getKey());
      return $isTextNode(before) ? before.getTextContent() : null;
    });
}

/** Leaves on an added piece only the passages that its neighbour on the outer side shares. */
function $keepShared(added: TextNode, neighbour: TextNode | null): void {
  const beyond = new Set<PassageKey>(neighbour ? $getPassages(neighbour) : []);
  $setPassages(
    added,
    $getPassages(added).filter((key) => beyond.has(key)),
  );
}

function $moveTypedOutside(node: TextNode): void {
  if ($getPassages(node).length === 0 || $getEditor().isComposing()) return;
  const before = $committedText(node);
  const now = node.getTextContent();
  if (!before || now.length <= before.length) return;
  if (now.startsWith(before)) {
    const neighbour = $textBeside(node, 'next');
    const added = node.splitText(before.length)[1];
    if (added) $keepShared(added, neighbour);
  } else if (now.endsWith(before)) {
    const neighbour = $textBeside(node, 'previous');
    const added = node.splitText(now.length - before.length)[0];
    if (added) $keepShared(added, neighbour);
  }
}

/** Answers a function that ends it. */
export function registerEdgeTyping(editor: LexicalEditor): () => void {
  return editor.registerNodeTransform(TextNode, $moveTypedOutside);
}
