/** In a cell there is no room for a table: one that is pasted there comes as its words, a paragraph a line. */
import { $isTableCellNode, $isTableNode, $isTableRowNode } from '@lexical/table';
import { $findMatchingParent } from '@lexical/utils';
import {
  $isElementNode,
  $isRangeSelection,
  COMMAND_PRIORITY_CRITICAL,
  type LexicalEditor,
  type LexicalNode,
  SELECTION_INSERT_CLIPBOARD_NODES_COMMAND,
} from 'lexical';

const $holdsTable = (node: LexicalNode): boolean =>
  $isTableNode(node) || ($isElementNode(node) && node.getChildren().some($holdsTable));

/** What stands in the cells of tables; anything else as it is. */
function $withoutTables(node: LexicalNode): LexicalNode[] {
  if (!$isElementNode(node) || !($holdsTable(node) || $isTableRowNode(node) || $isTableCellNode(node)))
    return [node];
  return node.getChildren().flatMap($withoutTables);
}

/** Answers a function that ends it. */
export function registerPasteInCell(editor: LexicalEditor): () => void {
  return editor.registerCommand(
    SELECTION_INSERT_CLIPBOARD_NODES_COMMAND,
    ({ nodes, selection }) => {
      if (!$isRangeSelection(selection) || !nodes.some($holdsTable)) return false;
      if (!$findMatchingParent(selection.anchor.getNode(), $isTableCellNode)) return false;
      selection.insertNodes(nodes.flatMap($withoutTables));
      return true;
    },
    COMMAND_PRIORITY_CRITICAL,
  );
}
