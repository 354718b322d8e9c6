/**
 * Cutting words and pasting them moves their passages, into another article too; copying does not double them. What is
 * pasted keeps a passage only as far as the text has lost characters of it since they were put on the clipboard. Whether a
 * passage that came from another article belongs here from now on is the store's to say, when the text is saved.
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
  DROP_COMMAND,
  type LexicalCommand,
  type LexicalEditor,
  type LexicalNode,
  PASTE_COMMAND,
  SELECTION_INSERT_CLIPBOARD_NODES_COMMAND,
  type TextNode,
} from 'lexical';
import { $removeSelected } from '../behaviour/remove-selected';
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

/** What this window has put on the clipboard last. */
interface Clip {
  readonly editorKey: string;
  /** Cut, or dragged. */
  readonly isCut: boolean;
  /** How long the passages of its text were then. */
  readonly whole: Lengths;
}

/** One for all editors of the window, as the clipboard is. */
let clip: Clip | null = null;

/** Takes from pasted words the passages that they do not bring along. */
function $dropDoubled(pasted: readonly TextNode[], from: Clip | null): void {
  const present = $lengthsIn($getRoot().getAllTextNodes());
  const coming = $lengthsIn(pasted);
  const fits = (key: PassageKey) =>
    (present.get(key) ?? 0) + (coming.get(key) ?? 0) <= (from?.whole.get(key) ?? 0);
  for (const text of pasted) {
    const keys = $getPassages(text);
    if (keys.length > 0) $setPassages(text, keys.filter(fits));
  }
}

/** `takesOthers`: words cut from another text bring their passages. Answers a function that ends it. */
export function registerPassageClipboard(editor: LexicalEditor, takesOthers: boolean): () => void {
  const editorKey = editor.getKey();
  let dragged: Clip | null = null;
  let isDropping = false;
  const $clipNow = (isCut: boolean): Clip => {
    return { editorKey, isCut, whole: $lengthsIn($getRoot().getAllTextNodes()) };
  };
  const remembering = (isCut: boolean) => () => {
    clip = $clipNow(isCut);
  };
  const $insert = (nodes: readonly LexicalNode[]) => {
    const from = isDropping ? dragged : clip;
    isDropping = false;
    // What is replaced is gone before it is counted what is there.
    $removeSelected();
    $dropDoubled(
      $textsIn(nodes),
      from?.editorKey === editorKey || (takesOthers && from?.isCut) ? from : null,
    );
  };
  const hear = <Payload>(command: LexicalCommand<Payload>, $then: (payload: Payload) => void) =>
    editor.registerCommand(
      command,
      (payload) => {
        $then(payload);
        return false;
      },
      COMMAND_PRIORITY_CRITICAL,
    );
  return mergeRegister(
    hear(COPY_COMMAND, remembering(false)),
    hear(CUT_COMMAND, remembering(true)),
    hear(DRAGSTART_COMMAND, () => {
      dragged = $clipNow(true);
    }),
    hear(DROP_COMMAND, () => {
      isDropping = true;
    }),
    hear(PASTE_COMMAND, () => {
      isDropping = false;
    }),
    hear(SELECTION_INSERT_CLIPBOARD_NODES_COMMAND, ({ nodes }) => $insert(nodes)),
  );
}
