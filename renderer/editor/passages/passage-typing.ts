/**
 * Keeps typed words out of passages they only adjoin, on every way that words are typed: the browser's own insertion, the
 * editor's, input methods. Which passages they belong to is `typing-place.ts`.
 */
import { $findMatchingParent, mergeRegister } from '@lexical/utils';
import {
  $getNodeByKey,
  $getSelection,
  $isElementNode,
  $isRangeSelection,
  $isTextNode,
  BEFORE_INPUT_COMMAND,
  COMMAND_PRIORITY_CRITICAL,
  COMPOSITION_END_TAG,
  COMPOSITION_START_COMMAND,
  CONTROLLED_TEXT_INSERTION_COMMAND,
  DELETE_CHARACTER_COMMAND,
  DELETE_LINE_COMMAND,
  DELETE_WORD_COMMAND,
  HISTORIC_TAG,
  HISTORY_MERGE_TAG,
  INSERT_PARAGRAPH_COMMAND,
  type LexicalCommand,
  type LexicalEditor,
  type LexicalNode,
  type NodeKey,
  PASTE_COMMAND,
  REMOVE_TEXT_COMMAND,
} from 'lexical';
import { $getPassages, $setPassages, type PassageKey } from './passages-state';
import { Retyping } from './retyping';
import { $textAt } from './text-beside';
import { $needsPlace, $noteDeleted, $openPlace, $passagesHere } from './typing-place';

/** Before every other handler, which then works on the place made here. */
const first = COMMAND_PRIORITY_CRITICAL;

/** How many characters a deletion takes from the text beside the caret. */
type Reach = (text: string) => number;
const oneCharacter: Reach = () => 1;
const oneWord = (isBackward: boolean): Reach => {
  const word = isBackward ? /\S+\s*$/ : /^\s*\S+/;
  return (text) => word.exec(text)?.[0].length ?? 1;
};
const wholeLine: Reach = (text) => text.length;

function $blockOf(node: LexicalNode): NodeKey | undefined {
  return $findMatchingParent(node, (at) => $isElementNode(at) && !at.isInline())?.getKey();
}

function $beforeDeletion(retyping: Retyping, isBackward: boolean, reach: Reach): void {
  const selection = $getSelection();
  if (!$isRangeSelection(selection)) return;
  if (!selection.isCollapsed()) return $noteDeleted(selection, retyping);
  const text = $textAt(selection.anchor, isBackward ? 'previous' : 'next');
  // At the start or end of a block the end of it goes, no letter.
  const isHere = text && $blockOf(text) === $blockOf(selection.anchor.getNode());
  if (isHere) retyping.deleted($getPassages(text), reach(text.getTextContent()));
}

function registerDeletions(editor: LexicalEditor, retyping: Retyping): () => void {
  const hear = (command: LexicalCommand<boolean>, reach: (isBackward: boolean) => Reach) =>
    editor.registerCommand(
      command,
      (isBackward) => {
        $beforeDeletion(retyping, isBackward, reach(isBackward));
        return false;
      },
      first,
    );
  return mergeRegister(
    hear(DELETE_CHARACTER_COMMAND, () => oneCharacter),
    hear(DELETE_WORD_COMMAND, oneWord),
    hear(DELETE_LINE_COMMAND, () => wholeLine),
    editor.registerCommand(
      REMOVE_TEXT_COMMAND,
      () => {
        $beforeDeletion(retyping, true, oneCharacter);
        return false;
      },
      first,
    ),
  );
}

/** The browser puts plain typing into the text that the caret is in; where that is the wrong one, the editor does it. */
function registerInsertions(editor: LexicalEditor, retyping: Retyping): () => void {
  // What the browser announces comes as the editor's insertion too, at times.
  let isCounted = false;
  const $insert = (data: string) => {
    if (!isCounted) retyping.typed(data);
    isCounted = false;
    $openPlace(retyping);
    return false;
  };
  return mergeRegister(
    editor.registerCommand(
      BEFORE_INPUT_COMMAND,
      (event) => {
        const selection = $getSelection();
        if (event.inputType !== 'insertText' || !event.data || !$isRangeSelection(selection)) return false;
        retyping.typed(event.data);
        isCounted = true;
        if (event.data.includes('\n') || !$needsPlace(selection, retyping)) return false;
        event.preventDefault();
        return editor.dispatchCommand(CONTROLLED_TEXT_INSERTION_COMMAND, event.data);
      },
      first,
    ),
    editor.registerCommand(
      CONTROLLED_TEXT_INSERTION_COMMAND,
      (text) => (editor.isComposing() ? false : $insert(typeof text === 'string' ? text : (text.data ?? ''))),
      first,
    ),
    editor.registerCommand(
      PASTE_COMMAND,
      () => {
        isCounted = false;
        return $insert(' ');
      },
      first,
    ),
    editor.registerCommand(
      INSERT_PARAGRAPH_COMMAND,
      () => {
        retyping.forget();
        return false;
      },
      first,
    ),
  );
}

/** Where an input method began to write. */
interface Composing {
  readonly key: NodeKey;
  readonly before: string;
  readonly offset: number;
  readonly passages: readonly PassageKey[];
}

function $beginComposing(retyping: Retyping): Composing | null {
  const selection = $getSelection();
  if (!$isRangeSelection(selection) || !selection.isCollapsed()) return null;
  const { anchor } = selection;
  const node = anchor.getNode();
  if (!$isTextNode(node) || !$needsPlace(selection, retyping)) return null;
  const passages = $passagesHere(anchor, retyping);
  return { key: node.getKey(), before: node.getTextContent(), offset: anchor.offset, passages };
}

/** An input method writes into the text that it began in: what it wrote is taken out of it afterwards. */
function $settleComposed({ key, before, offset, passages }: Composing): void {
  const node = $getNodeByKey(key);
  if (!$isTextNode(node)) return;
  const now = node.getTextContent();
  const length = now.length - before.length;
  const isInserted = now.startsWith(before.slice(0, offset)) && now.endsWith(before.slice(offset));
  if (length <= 0 || !isInserted) return;
  const pieces = node.splitText(offset, offset + length);
  const written = pieces[offset === 0 ? 0 : 1];
  if (written) $setPassages(written, passages);
}

function registerComposition(editor: LexicalEditor, retyping: Retyping): () => void {
  let composing: Composing | null = null;
  return mergeRegister(
    editor.registerCommand(
      COMPOSITION_START_COMMAND,
      () => {
        composing = $beginComposing(retyping);
        return false;
      },
      first,
    ),
    editor.registerUpdateListener(({ tags }) => {
      if (!tags.has(COMPOSITION_END_TAG)) return;
      const written = composing;
      composing = null;
      retyping.forget();
      if (written) editor.update(() => $settleComposed(written), { tag: HISTORY_MERGE_TAG });
    }),
  );
}

/** The caret going elsewhere ends the typing again of a word. */
function registerCaret(editor: LexicalEditor, retyping: Retyping): () => void {
  let last = '';
  return editor.registerUpdateListener(({ editorState, dirtyElements, dirtyLeaves, tags }) => {
    const selection = editorState.read($getSelection);
    const place = $isRangeSelection(selection) ? `${selection.anchor.key} ${selection.anchor.offset}` : '';
    const isEdit = dirtyElements.size > 0 || dirtyLeaves.size > 0;
    if (tags.has(HISTORIC_TAG) || (!isEdit && place !== last)) retyping.forget();
    last = place;
  });
}

/** Answers a function that ends it. */
export function registerPassageTyping(editor: LexicalEditor): () => void {
  const retyping = new Retyping();
  return mergeRegister(
    registerDeletions(editor, retyping),
    registerInsertions(editor, retyping),
    registerComposition(editor, retyping),
    registerCaret(editor, retyping),
  );
}
