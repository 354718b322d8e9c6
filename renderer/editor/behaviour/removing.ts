/** Cutting, by our own way of removing what is selected (`remove-selected.ts`). */
import { copyToClipboard } from '@lexical/clipboard';
import { COMMAND_PRIORITY_HIGH, CUT_COMMAND, CUT_TAG, type LexicalEditor } from 'lexical';
import { reportError } from '../../shell/notices';
import { $removeSelected } from './remove-selected';

async function cut(editor: LexicalEditor, event: ClipboardEvent | null): Promise<void> {
  await copyToClipboard(editor, event);
  editor.update($removeSelected, { tag: CUT_TAG });
}

/** Answers a function that ends it. */
export function registerRemoving(editor: LexicalEditor): () => void {
  return editor.registerCommand(
    CUT_COMMAND,
    (event) => {
      cut(editor, event instanceof ClipboardEvent ? event : null).catch(reportError);
      return true;
    },
    COMMAND_PRIORITY_HIGH,
  );
}
