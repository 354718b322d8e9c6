/**
 * An editor without a window, driven by text offsets as a person drives the real one by caret and keys: the same commands,
 * the same behaviour, its own clipboard and undo. For tests.
 */
import {
  $generateJSONFromSelectedNodes,
  $generateNodesFromSerializedNodes,
  $insertGeneratedNodes,
} from '@lexical/clipboard';
import { createHeadlessEditor } from '@lexical/headless';
import { createEmptyHistoryState, registerHistory } from '@lexical/history';
import { registerRichText } from '@lexical/rich-text';
import {
  $createRangeSelection,
  $getRoot,
  $getSelection,
  $isElementNode,
  $isLineBreakNode,
  $isTextNode,
  $setSelection,
  CONTROLLED_TEXT_INSERTION_COMMAND,
  COPY_COMMAND,
  CUT_COMMAND,
  type ElementNode,
  FORMAT_TEXT_COMMAND,
  HISTORY_PUSH_TAG,
  INSERT_PARAGRAPH_COMMAND,
  type LexicalEditor,
  type LexicalNode,
  REDO_COMMAND,
  REMOVE_TEXT_COMMAND,
  type TextFormatType,
  UNDO_COMMAND,
} from 'lexical';
import type { Block } from '../../../shared/document/blocks';
import { $removeSelected } from '../behaviour/remove-selected';
import { $loadContent, type KeyedRange } from '../content/content-to-editor';
import { $readContent, type EditedContent } from '../content/editor-to-content';
import { editorNodes } from '../nodes/editor-nodes';
import { registerPassageClipboard } from '../passages/passage-clipboard';
import { registerPassageTyping } from '../passages/passage-typing';
import { $getPassages, type PassageKey } from '../passages/passages-state';

/** One character of the text (a UTF-16 unit; LF between blocks) and the passages it belongs to. */
export interface Character {
  readonly text: string;
  readonly passages: readonly PassageKey[];
}

interface Place {
  readonly key: string;
  readonly offset: number;
  readonly type: 'text' | 'element';
}

/** The place in a block of paragraphs' text. */
function $placeIn(block: ElementNode, offset: number): Place {
  let left = offset;
  for (const [index, child] of block.getChildren().entries()) {
    const size = $isTextNode(child) ? child.getTextContentSize() : 1;
    if ($isTextNode(child) && left <= size) return { key: child.getKey(), offset: left, type: 'text' };
    if (left === 0) return { key: block.getKey(), offset: index, type: 'element' };
    left -= size;
  }
  return { key: block.getKey(), offset: block.getChildrenSize(), type: 'element' };
}

function $place(offset: number): Place {
  let left = offset;
  for (const block of $getRoot().getChildren()) {
    if (!$isElementNode(block)) continue;
    const size = block.getTextContentSize();
    if (left <= size) return $placeIn(block, left);
    left -= size + 1;
  }
  throw new Error(`there is no character ${offset}`);
}

function $charactersIn(node: LexicalNode): Character[] {
  if ($isLineBreakNode(node)) return [{ text: '\n', passages: [] }];
  if ($isElementNode(node)) return node.getChildren().flatMap($charactersIn);
  if (!$isTextNode(node)) return [];
  const passages = $getPassages(node);
  return [...Array(node.getTextContentSize()).keys()].map((at) => ({
    text: node.getTextContent().charAt(at),
    passages,
  }));
}

function $characters(): Character[] {
  return $getRoot()
    .getChildren()
    .flatMap((block, index) => [
      ...(index > 0 ? [{ text: '\n', passages: [] }] : []),
      ...$charactersIn(block),
    ]);
}

export class ScriptEditor {
  private readonly editor: LexicalEditor;
  private clipboard: ReturnType<typeof $generateJSONFromSelectedNodes>['nodes'] = [];

  constructor(blocks: readonly Block[], ranges: readonly KeyedRange[]) {
    this.editor = createHeadlessEditor({
      nodes: editorNodes,
      onError: (error) => {
        throw error;
      },
    });
    this.editor.update(() => $loadContent(blocks, ranges), { discrete: true, tag: 'history-merge' });
    registerRichText(this.editor);
    registerHistory(this.editor, createEmptyHistoryState(), 0);
    registerPassageTyping(this.editor);
    registerPassageClipboard(this.editor);
    // The history takes its first state with the first update that it hears of.
    this.select(0);
  }

  select(start: number, end = start): this {
    this.update(() => {
      const selection = $createRangeSelection();
      const [anchor, focus] = [$place(start), $place(end)];
      selection.anchor.set(anchor.key, anchor.offset, anchor.type);
      selection.focus.set(focus.key, focus.offset, focus.type);
      $setSelection(selection);
    });
    return this;
  }

  type(text: string): void {
    this.update(() => this.editor.dispatchCommand(CONTROLLED_TEXT_INSERTION_COMMAND, text), HISTORY_PUSH_TAG);
  }

  delete(): void {
    this.update(() => this.editor.dispatchCommand(REMOVE_TEXT_COMMAND, null), HISTORY_PUSH_TAG);
  }

  split(): void {
    this.update(() => this.editor.dispatchCommand(INSERT_PARAGRAPH_COMMAND, undefined), HISTORY_PUSH_TAG);
  }

  format(format: TextFormatType): void {
    this.update(() => this.editor.dispatchCommand(FORMAT_TEXT_COMMAND, format), HISTORY_PUSH_TAG);
  }

  copy(): void {
    this.update(() => this.remember(COPY_COMMAND));
  }

  cut(): void {
    this.update(() => this.remember(CUT_COMMAND));
    this.update($removeSelected, HISTORY_PUSH_TAG);
  }

  /** The window's clipboard is not there: what hears of cutting is told, what writes is done here. */
  private remember(command: typeof COPY_COMMAND): void {
    const stop = this.editor.registerCommand(command, () => true, 3);
    this.editor.dispatchCommand(command, null);
    stop();
    this.clipboard = $generateJSONFromSelectedNodes(this.editor, $getSelection()).nodes;
  }

  paste(): void {
    this.update(() => {
      const selection = $getSelection();
      if (!selection || this.clipboard.length === 0) return;
      const nodes = $generateNodesFromSerializedNodes(this.clipboard);
      $insertGeneratedNodes(this.editor, nodes, selection);
    }, HISTORY_PUSH_TAG);
  }

  undo(): void {
    this.update(() => this.editor.dispatchCommand(UNDO_COMMAND, undefined));
  }

  redo(): void {
    this.update(() => this.editor.dispatchCommand(REDO_COMMAND, undefined));
  }

  characters(): readonly Character[] {
    return this.editor.getEditorState().read($characters);
  }

  content(): EditedContent {
    return this.editor.getEditorState().read($readContent);
  }

  private update(run: () => void, tag?: string): void {
    this.editor.update(run, { discrete: true, ...(tag ? { tag } : {}) });
  }
}
