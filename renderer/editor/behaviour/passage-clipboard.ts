/**
 * Cutting words and pasting them moves their passages; copying does not double them: what is pasted loses the passages
 * that are still in the text, and those of other texts.
 */
import {
  $getRoot,
  $isElementNode,
  $isTextNode,
  COMMAND_PRIORITY_HIGH,
  type LexicalEditor,
  type LexicalNode,
  SELECTION_INSERT_CLIPBOARD_NODES_COMMAND,
  type TextNode,
} from 'lexical';
import { $getPassages, $setPassages, type PassageKey } from '../nodes/passages-state';

function $textsIn(nodes: readonly LexicalNode[]): TextNode[] {
  return nodes.flatMap((node) =>
    $isTextNode(node) ? [node] : $isElementNode(node) ? $textsIn(node.getChildren()) : [],
  );
}

function $presentPassages(): Set<PassageKey> {
  return new Set($getRoot().getAllTextNodes().flatMap($getPassages));
}

/** `known`: the passages of the text being edited. */
export function registerPassageClipboard(editor: LexicalEditor, known: ReadonlySet<PassageKey>): () => void {
  return editor.registerCommand(
    SELECTION_INSERT_CLIPBOARD_NODES_COMMAND,
    ({ nodes }) => {
      const present = $presentPassages();
      for (const text of $textsIn(nodes)) {
        const keys = $getPassages(text);
        if (keys.length > 0)
          $setPassages(
            text,
            keys.filter((key) => known.has(key) && !present.has(key)),
          );
      }
      return false;
    },
    COMMAND_PRIORITY_HIGH,
  );
}
