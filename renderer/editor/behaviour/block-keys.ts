/** Keys that mean something else in some blocks: Enter in preformatted text, Tab at the start of a list item. */
import { $isListItemNode } from '@lexical/list';
import { $findMatchingParent, mergeRegister } from '@lexical/utils';
import {
  $createParagraphNode,
  $getSelection,
  $isLineBreakNode,
  $isRangeSelection,
  COMMAND_PRIORITY_HIGH,
  INDENT_CONTENT_COMMAND,
  INSERT_PARAGRAPH_COMMAND,
  KEY_TAB_COMMAND,
  type LexicalEditor,
  OUTDENT_CONTENT_COMMAND,
  type RangeSelection,
} from 'lexical';
import { $isPreformattedNode, type PreformattedNode } from '../nodes/leaf-nodes';

/** A second Enter at the end leaves the block. */
function $leaveAtEmptyLine(block: PreformattedNode, selection: RangeSelection): boolean {
  const last = block.getLastChild();
  const { anchor } = selection;
  const isAtEnd =
    selection.isCollapsed() && anchor.key === block.getKey() && anchor.offset === block.getChildrenSize();
  if (!isAtEnd || !$isLineBreakNode(last)) return false;
  last.remove();
  const paragraph = $createParagraphNode();
  block.insertAfter(paragraph);
  paragraph.select();
  return true;
}

function $enterInPreformatted(): boolean {
  const selection = $getSelection();
  if (!$isRangeSelection(selection)) return false;
  const block = $findMatchingParent(selection.anchor.getNode(), $isPreformattedNode);
  if (!block) return false;
  if (!$leaveAtEmptyLine(block, selection)) selection.insertLineBreak();
  return true;
}

function $isAtStartOfItem(): boolean {
  const selection = $getSelection();
  if (!$isRangeSelection(selection) || !selection.isCollapsed() || selection.anchor.offset !== 0)
    return false;
  const node = selection.anchor.getNode();
  const item = $findMatchingParent(node, $isListItemNode);
  return item !== null && (node.is(item) || node.is(item.getFirstDescendant()));
}

/** Answers a function that ends it. Elsewhere Tab leaves the text, as everywhere in the window. */
export function registerBlockKeys(editor: LexicalEditor): () => void {
  return mergeRegister(
    editor.registerCommand(INSERT_PARAGRAPH_COMMAND, $enterInPreformatted, COMMAND_PRIORITY_HIGH),
    editor.registerCommand(
      KEY_TAB_COMMAND,
      (event) => {
        if (!$isAtStartOfItem()) return false;
        event.preventDefault();
        return editor.dispatchCommand(
          event.shiftKey ? OUTDENT_CONTENT_COMMAND : INDENT_CONTENT_COMMAND,
          undefined,
        );
      },
      COMMAND_PRIORITY_HIGH,
    ),
  );
}
