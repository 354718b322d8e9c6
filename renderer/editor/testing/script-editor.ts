/**
 * An editor without a window, driven by text offsets as a person drives the real one by caret and keys: the same commands
 * and behaviour. What only a browser can do (measuring how far a deletion reaches, its clipboard) is done here. For tests.
 */
import {
  $generateJSONFromSelectedNodes,
  $generateNodesFromSerializedNodes,
  $insertGeneratedNodes,
} from '@lexical/clipboard';
import { createHeadlessEditor } from '@lexical/headless';
import { createEmptyHistoryState, registerHistory } from '@lexical/history';
import { registerLink } from '@lexical/link';
import { registerList } from '@lexical/list';
import { registerRichText } from '@lexical/rich-text';
import {
  $findCellNode,
  $findTableNode,
  $isTableCellNode,
  $isTableRowNode,
  registerTableCellUnmergeTransform,
  registerTablePlugin,
} from '@lexical/table';
import { mergeRegister } from '@lexical/utils';
import {
  $createRangeSelection,
  $getNodeByKey,
  $getSelection,
  $isRangeSelection,
  $setSelection,
  COMMAND_PRIORITY_CRITICAL,
  COMMAND_PRIORITY_HIGH,
  COMMAND_PRIORITY_LOW,
  CONTROLLED_TEXT_INSERTION_COMMAND,
  COPY_COMMAND,
  CUT_COMMAND,
  DELETE_CHARACTER_COMMAND,
  DELETE_WORD_COMMAND,
  DRAGSTART_COMMAND,
  DROP_COMMAND,
  type EditorState,
  HISTORIC_TAG,
  HISTORY_MERGE_TAG,
  HISTORY_PUSH_TAG,
  type LexicalCommand,
  type LexicalEditor,
  PASTE_COMMAND,
  REDO_COMMAND,
  REMOVE_TEXT_COMMAND,
  UNDO_COMMAND,
} from 'lexical';
import type { Block } from '../../../shared/document/blocks';
import { graphemeBounds } from '../../../shared/text/offsets';
import { registerBlockKeys } from '../behaviour/block-keys';
import { $caretAt, $removeThenSelect } from '../behaviour/dropping';
import { registerPasteInCell } from '../behaviour/paste-in-cell';
import { $removeSelected } from '../behaviour/remove-selected';
import { registerRemovingFirst } from '../behaviour/removing-first';
import { registerSoundNodes } from '../behaviour/sound-nodes';
import { $loadContent, $nodesOf, type KeyedRange } from '../content/content-to-editor';
import { $readContent, type EditedContent } from '../content/editor-to-content';
import { editorNodes } from '../nodes/editor-nodes';
import { registerPassageClipboard } from '../passages/passage-clipboard';
import { registerPassageTyping } from '../passages/passage-typing';
import type { PassageKey } from '../passages/passages-state';
import { registerWholeGraphemes } from '../passages/whole-graphemes';
import { KeySets } from './key-sets';
import { $place, $readText, $stretchOf, isAt, type Place, type ReadText } from './text-places';

/** One character of the text (a UTF-16 unit; LF between blocks) and the passages it belongs to. */
export interface Character {
  readonly text: string;
  readonly passages: readonly PassageKey[];
}

function $cellAt(read: ReadText, offset: number): string | null {
  const node = $getNodeByKey($place(read, offset, false).key);
  return (node && $findCellNode(node)?.getKey()) ?? null;
}

type Clipboard = ReturnType<typeof $generateJSONFromSelectedNodes>['nodes'];

const nothing = { value: undefined, peek: () => undefined };
/** As a signal of Lexical's that never changes. */
const linkSettings = { validateUrl: nothing, attributes: nothing } as unknown as Parameters<
  typeof registerLink
>[1];

function $select(anchor: Place, focus: Place): void {
  const selection = $createRangeSelection();
  selection.anchor.set(anchor.key, anchor.offset, anchor.type);
  selection.focus.set(focus.key, focus.offset, focus.type);
  $setSelection(selection);
}

export class ScriptEditor {
  readonly editor: LexicalEditor;
  readonly sets: KeySets;
  private readonly history = createEmptyHistoryState();
  private clipboard: Clipboard = [];
  private places: [number, number] = [0, 0];
  private readonly stop: () => void;

  constructor(blocks: readonly Block[], ranges: readonly KeyedRange[], sets = new KeySets()) {
    this.sets = sets;
    this.editor = createHeadlessEditor({
      nodes: editorNodes,
      onError: (error) => {
        throw error;
      },
    });
    const { editor } = this;
    // Lexical asks a window without a selection how far a deletion reaches, and learns nothing.
    Object.assign(editor, { _window: { getSelection: () => null } });
    this.stop = mergeRegister(
      registerRichText(editor),
      registerHistory(editor, this.history, 0),
      registerList(editor),
      registerLink(editor, linkSettings),
      registerTablePlugin(editor),
      registerTableCellUnmergeTransform(editor),
      registerPassageTyping(editor),
      registerPassageClipboard(editor, true),
      registerRemovingFirst(editor),
      registerPasteInCell(editor),
      registerSoundNodes(editor),
      registerWholeGraphemes(editor),
      // A browser measures what follows; here it was measured and selected.
      editor.registerCommand(DELETE_CHARACTER_COMMAND, () => this.deleteReached(), COMMAND_PRIORITY_HIGH),
      editor.registerCommand(DELETE_WORD_COMMAND, () => this.deleteReached(), COMMAND_PRIORITY_HIGH),
      registerBlockKeys(editor),
      editor.registerCommand(PASTE_COMMAND, () => this.insertPasted(), COMMAND_PRIORITY_LOW),
    );
    this.begin(this.load(blocks, ranges));
  }

  /** A state to begin with, as often as one likes. */
  load(blocks: readonly Block[], ranges: readonly KeyedRange[]): EditorState {
    this.update(() => $loadContent(blocks, ranges), HISTORY_MERGE_TAG);
    return this.editor.getEditorState();
  }

  /** Begins anew: the caret at the start, nothing to undo. */
  begin(state: EditorState): void {
    this.editor.setEditorState(state);
    this.select(0);
    Object.assign(this.history, createEmptyHistoryState(), {
      current: { editor: this.editor, editorState: this.editor.getEditorState() },
    });
  }

  /** Ends it. */
  close(): void {
    this.stop();
  }

  /** `late`: where two texts touch, the caret is in the second. A caret that was there already goes elsewhere first. */
  select(start: number, end = start, late = false): this {
    this.places = [start, end];
    const [anchor, focus] = this.placesOf(start, end, late);
    const now = this.editor.read(() => $getSelection());
    if ($isRangeSelection(now) && isAt(now.anchor, anchor)) this.update(() => $setSelection(null));
    this.update(() => $select(anchor, focus));
    return this;
  }

  private placesOf(start: number, end: number, late: boolean): [anchor: Place, focus: Place] {
    const read = this.owned();
    return this.editor.read(() => {
      const anchor = $place(read, start, late);
      return [anchor, start === end ? anchor : $place(read, end, late)];
    });
  }

  type(text: string): void {
    this.dispatch(CONTROLLED_TEXT_INSERTION_COMMAND, text);
  }

  delete(): void {
    this.dispatch(REMOVE_TEXT_COMMAND, null);
  }

  /** The nearest place between two characters as people see them. */
  snap(text: string, offset: number): number {
    return graphemeBounds(text, offset).before;
  }

  /** A browser selects no words across the edge of a table's cell: as much as there is in the line of the first. */
  within(text: string, from: number, to: number): number {
    const read = this.owned();
    return this.editor.read(() => {
      const [first, last] = [$cellAt(read, from), $cellAt(read, to)];
      if (first === last) return to;
      const end = text.indexOf('\n', from);
      return end < 0 ? to : Math.min(to, end);
    });
  }

  private reached: readonly [anchor: Place, focus: Place] | null = null;

  /** Backspace or Delete, alone or for a word; answers how many characters that are no ends of lines went. */
  deleteBeside(isBackward: boolean, isWord: boolean): number {
    const [at] = this.places;
    const { text } = this.owned();
    const beside = isBackward ? text.slice(0, at) : text.slice(at);
    const word = isBackward ? /[^\s]+\s*$/u : /^\s*[^\s]+/u;
    const line = isBackward ? beside.slice(beside.lastIndexOf('\n') + 1) : (beside.split('\n')[0] ?? '');
    const { before, after } = graphemeBounds(text, isBackward ? at - 1 : at + 1);
    const one = isBackward ? at - before : Math.max(after, at + 1) - at;
    const reach = line === '' ? 0 : isWord ? (word.exec(line)?.[0].length ?? one) : one;
    this.reached = reach === 0 ? null : this.placesOf(at, isBackward ? at - reach : at + reach, false);
    this.dispatch(isWord ? DELETE_WORD_COMMAND : DELETE_CHARACTER_COMMAND, isBackward);
    this.reached = null;
    return reach;
  }

  private deleteReached(): boolean {
    if (this.reached === null) return false;
    $select(...this.reached);
    this.reached = null;
    const selection = $getSelection();
    if ($isRangeSelection(selection)) selection.removeText();
    return true;
  }

  isInTable(): boolean {
    return this.editor.read(() => {
      const node = $getSelection()?.getNodes()[0];
      return node ? $findTableNode(node) !== null : false;
    });
  }

  /** Where the characters of the row, the column or the table at the caret are, without ends of lines. */
  tablePieces(what: 'row' | 'column' | 'table'): readonly (readonly [number, number])[] | null {
    return this.editor.read(() => {
      const node = $getSelection()?.getNodes()[0];
      const cell = node && $findCellNode(node);
      const table = node && $findTableNode(node);
      if (!cell || !table) return null;
      const column = cell.getIndexWithinParent();
      const rows = table.getChildren().filter($isTableRowNode);
      const gone = rows.flatMap((row) =>
        row
          .getChildren()
          .filter($isTableCellNode)
          .filter((_, at) => (what === 'row' ? row.is(cell.getParent()) : what === 'table' || at === column)),
      );
      return gone.flatMap((one) => $stretchOf(one));
    });
  }

  /** Drags what is selected to a place outside of it, as Lexical does where it is dropped. */
  drag(into: number): void {
    const [{ key, offset }] = this.placesOf(into, into, false);
    this.update(() => this.remember(DRAGSTART_COMMAND));
    this.tell(DROP_COMMAND);
    this.step(() => {
      const node = $getNodeByKey(key);
      const caret = node && $caretAt(node, offset);
      if (caret) $removeThenSelect(caret);
      this.insertPasted();
    });
  }

  /** Any command of the editor, as one step to undo. */
  dispatch<Payload>(command: LexicalCommand<Payload>, payload: Payload): void {
    this.step(() => this.editor.dispatchCommand(command, payload));
  }

  /** Anything that is done inside an update, as one step to undo. */
  step(run: () => void): void {
    this.update(run, HISTORY_PUSH_TAG);
  }

  copy(): Clipboard {
    this.update(() => this.remember(COPY_COMMAND));
    return this.clipboard;
  }

  cut(): Clipboard {
    this.update(() => this.remember(CUT_COMMAND));
    this.step($removeSelected);
    return this.clipboard;
  }

  /** The window's clipboard is not there: what hears of cutting is told, what writes is done here. */
  remember<Payload>(command: LexicalCommand<Payload>): void {
    this.tell(command);
    this.clipboard = $generateJSONFromSelectedNodes(this.editor, $getSelection()).nodes;
  }

  private tell<Payload>(command: LexicalCommand<Payload>): void {
    const stop = this.editor.registerCommand(command, () => true, COMMAND_PRIORITY_CRITICAL);
    this.editor.dispatchCommand(command, null as Payload);
    stop();
  }

  paste(clipboard: Clipboard = this.clipboard): void {
    if (clipboard.length === 0) return;
    this.clipboard = clipboard;
    this.step(() => this.editor.dispatchCommand(PASTE_COMMAND, null as unknown as ClipboardEvent));
  }

  private insertPasted(): true {
    const selection = $getSelection();
    if (selection)
      $insertGeneratedNodes(this.editor, $generateNodesFromSerializedNodes(this.clipboard), selection);
    return true;
  }

  /** Words from another program. */
  bring(blocks: readonly Block[]): void {
    this.step(() => {
      $removeSelected();
      const selection = $getSelection();
      if (selection) $insertGeneratedNodes(this.editor, $nodesOf(blocks), selection);
    });
  }

  undo(): void {
    this.update(() => this.editor.dispatchCommand(UNDO_COMMAND, undefined));
  }

  redo(): void {
    this.update(() => this.editor.dispatchCommand(REDO_COMMAND, undefined));
  }

  /** How many steps can be undone, and redone. */
  get depth(): readonly [undo: number, redo: number] {
    return [this.history.undoStack.length, this.history.redoStack.length];
  }

  private read: { readonly state: EditorState; readonly text: ReadText } | null = null;

  owned(): ReadText {
    const state = this.editor.getEditorState();
    if (this.read?.state !== state) this.read = { state, text: state.read(() => $readText(this.sets)) };
    return this.read.text;
  }

  characters(): readonly Character[] {
    const { text, owners } = this.owned();
    return [...owners].map((sign, at) => ({ text: text.charAt(at), passages: this.sets.keysOf(sign) }));
  }

  content(): EditedContent {
    return this.editor.getEditorState().read($readContent);
  }

  update(run: () => void, tag?: string): void {
    this.editor.update(run, { discrete: true, ...(tag && tag !== HISTORIC_TAG ? { tag } : {}) });
  }
}
