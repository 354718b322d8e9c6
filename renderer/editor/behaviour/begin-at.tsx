/** Where an editor opens: at the words that were being read. */
import { useLexicalComposerContext } from '@lexical/react/LexicalComposerContext';
import { $getRoot, $isElementNode } from 'lexical';
import { useEffect, useState } from 'react';
import type { Block } from '../../../shared/document/blocks';
import { leafSpans } from '../../../shared/document/plain-text';

/** The block of a content that holds a place in its text (code points). */
function blockAt(blocks: readonly Block[], offset: number): number {
  return leafSpans(blocks).find(({ end }) => end >= offset)?.path[0] ?? 0;
}

/** Puts the caret at the block that was being read, and that block at the top. */
export function BeginAt({ blocks, offset }: { readonly blocks: readonly Block[]; readonly offset: number }) {
  const [editor] = useLexicalComposerContext();
  const [index] = useState(() => (offset > 0 ? blockAt(blocks, offset) : 0));
  useEffect(() => {
    let element: HTMLElement | null = null;
    editor.update(
      () => {
        const block = $getRoot().getChildAtIndex(index);
        if ($isElementNode(block)) block.selectStart();
        else $getRoot().selectStart();
        element = block && editor.getElementByKey(block.getKey());
      },
      { discrete: true, tag: 'history-merge' },
    );
    editor.getRootElement()?.focus({ preventScroll: true });
    if (index > 0) (element as HTMLElement | null)?.scrollIntoView({ block: 'start' });
  }, [editor, index]);
  return null;
}
