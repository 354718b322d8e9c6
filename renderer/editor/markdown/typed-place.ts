/** Where a character was just typed: what the shortcuts look at. */
import { $findMatchingParent } from '@lexical/utils';
import {
  $getNodeByKey,
  $getSelection,
  $isElementNode,
  $isRangeSelection,
  $isTextNode,
  COLLABORATION_TAG,
  type EditorState,
  type ElementNode,
  HISTORIC_TAG,
  PASTE_TAG,
  type TextNode,
} from 'lexical';
import { $getPassages } from '../passages/passages-state';
import { $textBeside } from '../passages/text-beside';

export interface TypedPlace {
  readonly block: ElementNode;
  readonly node: TextNode;
  /** After the character, in the node. */
  readonly offset: number;
  readonly character: string;
}

const notTyped = [HISTORIC_TAG, PASTE_TAG, COLLABORATION_TAG];

/** The place of the one character by which a block has grown since a state before; null: nothing was typed. */
export function $typedPlace(before: EditorState, tags: ReadonlySet<string>): TypedPlace | null {
  if (notTyped.some((tag) => tags.has(tag))) return null;
  const selection = $getSelection();
  if (!$isRangeSelection(selection) || !selection.isCollapsed()) return null;
  const node = selection.anchor.getNode();
  const { offset } = selection.anchor;
  if (!$isTextNode(node) || !node.isSimpleText() || offset === 0) return null;
  const block = $findMatchingParent(
    node,
    (one): one is ElementNode => $isElementNode(one) && !one.isInline(),
  );
  if (!block) return null;
  const key = block.getKey();
  const sizeBefore = before.read(() => $getNodeByKey<ElementNode>(key)?.getTextContentSize() ?? 0);
  const isTyped = block.getTextContentSize() === sizeBefore + 1;
  return isTyped ? { block, node, offset, character: node.getTextContent().charAt(offset - 1) } : null;
}

/**
 * Whether a text was there as evidence: it begins a passage. What is typed at the beginning of a passage stays outside of
 * it, so signs in it were not typed just now and are not taken away.
 */
export function $beginsPassage(node: TextNode): boolean {
  const before = $textBeside(node, 'previous');
  const keys = before ? $getPassages(before) : [];
  return $getPassages(node).some((key) => !keys.includes(key));
}
