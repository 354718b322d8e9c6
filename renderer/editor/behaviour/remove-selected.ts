import { $getSelection, $isNodeSelection, $isRangeSelection, $setSelection } from 'lexical';

/**
 * Takes out what is selected, if anything is. Lexical 0.52 moves the live selection while it takes it apart, and throws where
 * that leaves a point beyond its text (from one block into another, mostly): here no selection is live meanwhile.
 */
export function $removeSelected(): void {
  const selection = $getSelection();
  if ($isNodeSelection(selection)) for (const node of selection.getNodes()) node.remove();
  if (!$isRangeSelection(selection) || selection.isCollapsed()) return;
  $setSelection(null);
  selection.removeText();
  $setSelection(selection);
}
