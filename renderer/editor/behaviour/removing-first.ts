/** Whatever takes the place of selected words, or only deletes them: they go by our own way of it (`remove-selected.ts`). */
import { mergeRegister } from '@lexical/utils';
import {
  $createParagraphNode,
  $getRoot,
  $getSelection,
  $isParagraphNode,
  $isRangeSelection,
  COMMAND_PRIORITY_CRITICAL,
  DELETE_CHARACTER_COMMAND,
  DELETE_LINE_COMMAND,
  DELETE_WORD_COMMAND,
  INSERT_LINE_BREAK_COMMAND,
  INSERT_PARAGRAPH_COMMAND,
  type LexicalCommand,
  type LexicalEditor,
  REMOVE_TEXT_COMMAND,
  SELECTION_INSERT_CLIPBOARD_NODES_COMMAND,
} from 'lexical';
import { $removeSelected } from './remove-selected';

function $isSelected(): boolean {
  const selection = $getSelection();
  return $isRangeSelection(selection) && !selection.isCollapsed();
}

/** When everything was deleted, no empty heading or list is left. */
function $beginAnew(): void {
  const only = $getRoot().getFirstChild();
  if (!only || only.getNextSibling() || $isParagraphNode(only) || only.getTextContentSize() > 0) return;
  const paragraph = $createParagraphNode();
  only.replace(paragraph);
  paragraph.select();
}

/** To be registered after those who only look at what is selected. Answers a function that ends it. */
export function registerRemovingFirst(editor: LexicalEditor): () => void {
  const $delete = () => {
    if (!$isSelected()) return false;
    $removeSelected();
    $beginAnew();
    return true;
  };
  const $makeRoom = () => {
    if ($isSelected()) $removeSelected();
    return false;
  };
  const first = <Payload>(command: LexicalCommand<Payload>, $run: () => boolean) =>
    editor.registerCommand(command, $run, COMMAND_PRIORITY_CRITICAL);
  return mergeRegister(
    first(REMOVE_TEXT_COMMAND, $delete),
    first(DELETE_CHARACTER_COMMAND, $delete),
    first(DELETE_WORD_COMMAND, $delete),
    first(DELETE_LINE_COMMAND, $delete),
    // Typing over words makes its own room (`typing-place.ts`).
    first(INSERT_PARAGRAPH_COMMAND, $makeRoom),
    first(INSERT_LINE_BREAK_COMMAND, $makeRoom),
    first(SELECTION_INSERT_CLIPBOARD_NODES_COMMAND, $makeRoom),
  );
}
