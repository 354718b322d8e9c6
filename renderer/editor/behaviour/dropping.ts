/**
 * Dragging selected words to another place of the same text: cut and paste in one step. Lexical's own way of it removes the
 * live selection, which throws (`remove-selected.ts`). Drops of anything else are left to Lexical.
 */
import { $insertDataTransferForRichText, caretFromPoint } from '@lexical/clipboard';
import {
  $caretRangeFromSelection,
  $comparePointCaretNext,
  $getCaretRangeInDirection,
  $getChildCaretAtIndex,
  $getCollapsedCaretRange,
  $getNearestNodeFromDOMNode,
  $getSelection,
  $getTextPointCaret,
  $isElementNode,
  $isRangeSelection,
  $isTextNode,
  $isTextPointCaret,
  $normalizeCaret,
  $setSelectionFromCaretRange,
  $splitAtPointCaretNext,
  COMMAND_PRIORITY_HIGH,
  DROP_COMMAND,
  type LexicalEditor,
  type LexicalNode,
  type PointCaret,
  type RangeSelection,
} from 'lexical';
import { $removeSelected } from './remove-selected';

/** Where Lexical says which editor a drag began in. */
const dragType = 'application/x-lexical-drag';

type Caret = PointCaret<'next'>;

/** The caret before a child of an element, or within a text; null for other nodes. */
export function $caretAt(node: LexicalNode, offset: number): Caret | null {
  if ($isTextNode(node)) return $getTextPointCaret(node, 'next', offset);
  return $isElementNode(node) ? $getChildCaretAtIndex(node, offset, 'next') : null;
}

/** Removes what is selected, and puts the caret to a place outside of it that lives on meanwhile. */
export function $removeThenSelect(caret: Caret): RangeSelection | null {
  const normal = $normalizeCaret(caret);
  const stable = $isTextPointCaret(normal) ? $splitAtPointCaretNext(normal) : normal;
  if (!stable) return null;
  // One of the two nodes beside the place may go with what is removed.
  const opposite = stable.getFlipped();
  $removeSelected();
  const left = stable.origin.isAttached() ? stable : opposite;
  return left.origin.isAttached() ? $setSelectionFromCaretRange($getCollapsedCaretRange(left)) : null;
}

function $isWithin(caret: Caret, selection: RangeSelection): boolean {
  const { anchor, focus } = $getCaretRangeInDirection($caretRangeFromSelection(selection), 'next');
  return $comparePointCaretNext(anchor, caret) <= 0 && $comparePointCaretNext(caret, focus) <= 0;
}

function $pointed({ clientX, clientY }: DragEvent, editor: LexicalEditor): Caret | null {
  const hit = caretFromPoint(clientX, clientY, editor.getRootElement());
  const node = hit && $getNearestNodeFromDOMNode(hit.node);
  return node ? $caretAt(node, hit.offset) : null;
}

function $drop(event: DragEvent, editor: LexicalEditor): boolean {
  const { dataTransfer } = event;
  const selection = $getSelection();
  const isOwn = dataTransfer?.getData(dragType).includes(`"${editor.getKey()}"`) ?? false;
  if (!dataTransfer || !isOwn || !$isRangeSelection(selection) || selection.isCollapsed()) return false;
  const caret = $pointed(event, editor);
  if (!caret) return false;
  event.preventDefault();
  const place = $isWithin(caret, selection) ? null : $removeThenSelect(caret);
  if (place) $insertDataTransferForRichText(dataTransfer, place, editor);
  return true;
}

/** Answers a function that ends it. */
export function registerDropping(editor: LexicalEditor): () => void {
  return editor.registerCommand(DROP_COMMAND, (event) => $drop(event, editor), COMMAND_PRIORITY_HIGH);
}
