/**
 * What a long text needs to be typed in as fast as a short one: the browser draws its blocks only where one looks
 * (`editor.css`), so here the blocks about the caret are kept drawn, since the caret goes nowhere that is not.
 */
import { $getSelection, $isRangeSelection, type LexicalEditor, type LexicalNode } from 'lexical';
import type { Block } from '../../../shared/document/blocks';
import { plainText } from '../../../shared/document/plain-text';

/** In characters; about 16,000 words. In a shorter text, telling what is in view costs more than it saves. */
const longFrom = 100_000;
/** Characters in a line; only an estimate of height depends on it. */
const lineCharacters = 70;
/** Blocks on each side of the caret that are kept drawn: more than a page. */
const near = 12;

/** The lines that a block of the text has on average; null where the text is short. */
export function blockLines(blocks: readonly Block[]): number | null {
  const { length } = plainText(blocks);
  if (length < longFrom) return null;
  return Math.max(1, Math.round((length / blocks.length / lineCharacters + 0.5) * 10) / 10);
}

function $around(block: LexicalNode): LexicalNode[] {
  const found = [block];
  let [before, after] = [block.getPreviousSibling(), block.getNextSibling()];
  for (let count = 0; count < near; count++) {
    if (before) found.push(before);
    if (after) found.push(after);
    before = before?.getPreviousSibling() ?? null;
    after = after?.getNextSibling() ?? null;
  }
  return found;
}

function $nearCaret(): LexicalNode[] {
  const selection = $getSelection();
  if (!$isRangeSelection(selection)) return [];
  const block = selection.focus.getNode().getTopLevelElement();
  return block ? $around(block) : [];
}

/** Answers a function that ends it. */
export function registerNearCaret(editor: LexicalEditor): () => void {
  let shown = new Set<HTMLElement>();
  return editor.registerUpdateListener(({ editorState }) => {
    const now = new Set(
      editorState
        .read($nearCaret)
        .map((node) => editor.getElementByKey(node.getKey()))
        .filter((element) => element !== null),
    );
    if (now.size === 0) return;
    for (const element of now) if (!shown.has(element)) element.dataset['near'] = '';
    for (const element of shown) if (!now.has(element)) delete element.dataset['near'];
    shown = now;
  });
}
