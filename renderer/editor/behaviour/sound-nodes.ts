/**
 * Keeps what would cost words out of the tree: Lexical's own list and block commands lose the rest of a line after an empty
 * link, and the words of list items that hold blocks. A list item has words or a nested list, as content has it; what came in
 * by paste otherwise (a heading, a table, words beside a list) is made further items.
 */

import { LinkNode } from '@lexical/link';
import { $isListNode, ListItemNode } from '@lexical/list';
import { mergeRegister } from '@lexical/utils';
import { $copyNode, $isElementNode, type LexicalEditor, type LexicalNode } from 'lexical';

const $isBlock = (node: LexicalNode) => $isElementNode(node) && !node.isInline();

/** What each of the items is to hold. */
function $piecesOf(nodes: readonly LexicalNode[]): LexicalNode[][] {
  const pieces: LexicalNode[][] = [];
  let line: LexicalNode[] | null = null;
  for (const node of nodes) {
    if (!$isElementNode(node) || node.isInline()) {
      if (line) line.push(node);
      else {
        line = [node];
        pieces.push(line);
      }
      continue;
    }
    line = null;
    if ($isListNode(node)) pieces.push([node]);
    else pieces.push(...$piecesOf(node.getChildren()));
  }
  return pieces;
}

function $makePlain(item: ListItemNode): void {
  const children = item.getChildren();
  const isPlain = !children.some($isBlock) || (children.length === 1 && $isListNode(children[0]));
  if (isPlain || !$isListNode(item.getParent())) return;
  const [first, ...others] = $piecesOf(children);
  let last = item;
  for (const piece of others) {
    const next = $copyNode(item);
    last.insertAfter(next.append(...piece), false);
    last = next;
  }
  for (const child of children) if (!first?.includes(child) && child.getParent()?.is(item)) child.remove();
  item.append(...(first ?? []));
}

function $dropEmpty(link: LinkNode): void {
  if (link.isEmpty()) link.remove();
}

/** Answers a function that ends it. */
export function registerSoundNodes(editor: LexicalEditor): () => void {
  return mergeRegister(
    editor.registerNodeTransform(ListItemNode, $makePlain),
    editor.registerNodeTransform(LinkNode, $dropEmpty),
  );
}
