import { $getSelection, $isNodeSelection, $isRangeSelection } from 'lexical';

/**
 * Takes out what is selected, if anything is. Lexical 0.52 asks which way a selection runs while it takes it apart, and
 * throws where it begins in an empty block and ends within a text: asked beforehand, it remembers.
 */
export function $removeSelected(): void {
  const selection = $getSelection();
  if ($isNodeSelection(selection)) for (const node of selection.getNodes()) node.remove();
  if (!$isRangeSelection(selection) || selection.isCollapsed()) return;
  selection.isBackward();
  selection.removeText();
}
