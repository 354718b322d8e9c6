import { useLexicalComposerContext } from '@lexical/react/LexicalComposerContext';
import { $getRoot, type LexicalEditor } from 'lexical';
import { useEffect } from 'react';
import { $getPassages, readPassageKey } from './passages-state';

function firstElementOf(editor: LexicalEditor, annotationId: string): HTMLElement | null {
  const text = editor.getEditorState().read(() =>
    $getRoot()
      .getAllTextNodes()
      .find((node) => $getPassages(node).some((key) => readPassageKey(key).annotationId === annotationId)),
  );
  return text ? editor.getElementByKey(text.getKey()) : null;
}

/** Brings the words of an annotation into view, when another one is meant. */
export function RevealPassage({ annotationId }: { readonly annotationId: string | undefined }) {
  const [editor] = useLexicalComposerContext();
  useEffect(() => {
    if (annotationId) firstElementOf(editor, annotationId)?.scrollIntoView({ block: 'center' });
  }, [editor, annotationId]);
  return null;
}
