/** Signs of Markdown take effect as they are typed, where content can hold it; one undo gives the signs back. */
import { HISTORY_PUSH_TAG, type LexicalEditor } from 'lexical';
import { $blockShortcut } from './block-shortcuts';
import { $markShortcut } from './mark-shortcuts';
import { $typedPlace } from './typed-place';

/** Answers a function that ends it. */
export function registerMarkdownShortcuts(editor: LexicalEditor): () => void {
  return editor.registerUpdateListener(({ tags, dirtyLeaves, editorState, prevEditorState }) => {
    if (dirtyLeaves.size === 0 || editor.isComposing()) return;
    const apply = editorState.read(() => {
      const place = $typedPlace(prevEditorState, tags);
      return place && ($blockShortcut(place) ?? $markShortcut(place));
    });
    if (apply) editor.update(apply, { tag: HISTORY_PUSH_TAG });
  });
}
