import { $getSelection, $isRangeSelection, type LexicalEditor } from 'lexical';
import type { FoundStretch } from '../../../shared/find/find-in-text';
import { $offsetOf, $readEditorText } from './editor-text';

/** The words that are selected in an editor, by their offsets in `$readEditorText`; null: none are. */
export function selectedStretch(editor: LexicalEditor): FoundStretch | null {
  return editor.getEditorState().read(() => {
    const selection = $getSelection();
    if (!$isRangeSelection(selection) || selection.isCollapsed()) return null;
    const text = $readEditorText();
    const ends = [$offsetOf(text, selection.anchor), $offsetOf(text, selection.focus)] as const;
    const [one, other] = [ends[0] ?? text.text.length, ends[1] ?? text.text.length];
    return { start: Math.min(one, other), end: Math.max(one, other) };
  });
}

/** Where the caret is, or the selected words begin. */
export function caretOffset(editor: LexicalEditor): number {
  return editor.getEditorState().read(() => {
    const selection = $getSelection();
    if (!$isRangeSelection(selection)) return 0;
    const first = selection.isBackward() ? selection.focus : selection.anchor;
    return $offsetOf($readEditorText(), first) ?? 0;
  });
}

const prefilledLength = 100;

/** What is selected, as words to look for; '' when that is nothing or too much. */
export function selectedQuery(editor: LexicalEditor): string {
  const words = editor.getEditorState().read(() => $getSelection()?.getTextContent() ?? '');
  return words.length > prefilledLength || /[\n\t]/.test(words) ? '' : words;
}
