/** Cutting, and starting a new line over what is selected, by our own way of removing it (`remove-selected.ts`). */
import { copyToClipboard } from '@lexical/clipboard';
import { mergeRegister } from '@lexical/utils';
import {
  $getSelection,
  $isRangeSelection,
  COMMAND_PRIORITY_CRITICAL,
  COMMAND_PRIORITY_HIGH,
  CUT_COMMAND,
  CUT_TAG,
  INSERT_LINE_BREAK_COMMAND,
  INSERT_PARAGRAPH_COMMAND,
  type LexicalEditor,
} from 'lexical';
import { reportError } from '../../shell/notices';
import { $removeSelected } from './remove-selected';

async function cut(editor: LexicalEditor, event: ClipboardEvent | null): Promise<void> {
  await copyToClipboard(editor, event);
  editor.update($removeSelected, { tag: CUT_TAG });
}

/** Answers a function that ends it. */
export function registerRemoving(editor: LexicalEditor): () => void {
  const $removeFirst = () => {
    const selection = $getSelection();
    if ($isRangeSelection(selection)) $removeSelected();
    return false;
  };
  return mergeRegister(
    editor.registerCommand(INSERT_PARAGRAPH_COMMAND, $removeFirst, COMMAND_PRIORITY_CRITICAL),
    editor.registerCommand(INSERT_LINE_BREAK_COMMAND, $removeFirst, COMMAND_PRIORITY_CRITICAL),
    editor.registerCommand(
      CUT_COMMAND,
      (event) => {
        cut(editor, event instanceof ClipboardEvent ? event : null).catch(reportError);
        return true;
      },
      COMMAND_PRIORITY_HIGH,
    ),
  );
}
