/**
 * Cutting words and pasting them moves their passages; copying does not double them. What is pasted keeps a passage only
 * as far as the text has lost characters of it since they were put on the clipboard; passages of other texts are dropped.
 */
import { mergeRegister } from '@lexical/utils';
import {
  $getRoot,
  $isElementNode,
  $isTextNode,
  COMMAND_PRIORITY_CRITICAL,
  COPY_COMMAND,
  CUT_COMMAND,
  DRAGSTART_COMMAND,
  type LexicalEditor,
  type LexicalNode,
  SELECTION_INSERT_CLIPBOARD_NODES_COMMAND,
  type TextNode,
} from 'lexical';
import { $getPassages, $setPassages, type PassageKey } from './passages-state';

type Lengths = Map<PassageKey, number>;

function $textsIn(nodes: readonly LexicalNode[]): TextNode[] {
  return nodes.flatMap((node) =>
    $isTextNode(node) ? [node] : $isElementNode(node) ? $textsIn(node.getChildren()) : [],
  );
}

/** How many characters each passage has in the texts. */
function $lengthsIn(texts: readonly TextNode[]): Lengths {
  const lengths: Lengths = new Map();
  for (const text of texts)
    for (const key of $getPassages(text))
      lengths.set(key, (lengths.get(key) ?? 0) + text.getTextContentSize());
  return lengths;
}

/** `whole`: how long the passages were when the words went on the clipboard. */
function $dropDoubled(pasted: readonly TextNode[], whole: Lengths): void {
  const present = $lengthsIn($getRoot().getAllTextNodes());
  const coming = $lengthsIn(pasted);
  const fits = (key: PassageKey) => (present.get(key) ?? 0) + (coming.get(key) ?? 0) <= (whole.get(key) ?? 0);
  for (const text of pasted) {
    const keys = $getPassages(text);
    if (keys.length > 0) $setPassages(text, keys.filter(fits));
  }
}

/** Answers a function that ends it. */
export function registerPassageClipboard(editor: LexicalEditor): () => void {
  const $lengthsNow = () => $lengthsIn($getRoot().getAllTextNodes());
  let whole = editor.getEditorState().read($lengthsNow);
  const $remember = () => {
    whole = $lengthsNow();
    return false;
  };
  return mergeRegister(
    editor.registerCommand(COPY_COMMAND, $remember, COMMAND_PRIORITY_CRITICAL),
    editor.registerCommand(CUT_COMMAND, $remember, COMMAND_PRIORITY_CRITICAL),
    editor.registerCommand(DRAGSTART_COMMAND, $remember, COMMAND_PRIORITY_CRITICAL),
    editor.registerCommand(
      SELECTION_INSERT_CLIPBOARD_NODES_COMMAND,
      ({ nodes }) => {
        $dropDoubled($textsIn(nodes), whole);
        return false;
      },
      COMMAND_PRIORITY_CRITICAL,
    ),
  );
}
