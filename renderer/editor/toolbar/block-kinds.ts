/** The kinds of block a person can choose, a row each: what it is called, how it is recognised and how it is made. */
import {
  $isListNode,
  INSERT_ORDERED_LIST_COMMAND,
  INSERT_UNORDERED_LIST_COMMAND,
  type ListNode,
} from '@lexical/list';
import { $createHeadingNode, $createQuoteNode, $isHeadingNode, $isQuoteNode } from '@lexical/rich-text';
import { $setBlocksType } from '@lexical/selection';
import { $findMatchingParent } from '@lexical/utils';
import {
  $create,
  $createParagraphNode,
  $getSelection,
  $isRangeSelection,
  type ElementNode,
  type LexicalEditor,
  type LexicalNode,
} from 'lexical';
import { $isCaptionNode, $isPreformattedNode, CaptionNode, PreformattedNode } from '../nodes/leaf-nodes';

export const blockKinds = [
  'paragraph',
  'h1',
  'h2',
  'h3',
  'h4',
  'quote',
  'preformatted',
  'caption',
  'bullet',
  'number',
] as const;
export type BlockKind = (typeof blockKinds)[number];

export const blockLabels: Readonly<Record<BlockKind, string>> = {
  paragraph: 'Paragraph',
  h1: 'Heading 1',
  h2: 'Heading 2',
  h3: 'Heading 3',
  h4: 'Heading 4',
  quote: 'Quotation',
  preformatted: 'Preformatted',
  caption: 'Caption',
  bullet: 'Bulleted list',
  number: 'Numbered list',
};

function setBlocks(editor: LexicalEditor, create: () => ElementNode): void {
  editor.update(() => {
    const selection = $getSelection();
    if ($isRangeSelection(selection)) $setBlocksType(selection, create);
  });
}

const makers: Readonly<Record<BlockKind, (editor: LexicalEditor) => void>> = {
  paragraph: (editor) => setBlocks(editor, $createParagraphNode),
  h1: (editor) => setBlocks(editor, () => $createHeadingNode('h1')),
  h2: (editor) => setBlocks(editor, () => $createHeadingNode('h2')),
  h3: (editor) => setBlocks(editor, () => $createHeadingNode('h3')),
  h4: (editor) => setBlocks(editor, () => $createHeadingNode('h4')),
  quote: (editor) => setBlocks(editor, $createQuoteNode),
  preformatted: (editor) => setBlocks(editor, () => $create(PreformattedNode)),
  caption: (editor) => setBlocks(editor, () => $create(CaptionNode)),
  bullet: (editor) => editor.dispatchCommand(INSERT_UNORDERED_LIST_COMMAND, undefined),
  number: (editor) => editor.dispatchCommand(INSERT_ORDERED_LIST_COMMAND, undefined),
};

/** Turns the selected blocks into the given kind. */
export function setBlockKind(editor: LexicalEditor, kind: BlockKind): void {
  makers[kind](editor);
  editor.focus();
}

/** The kind of the block a node is in. */
export function $blockKindOf(node: LexicalNode): BlockKind {
  const list = $findMatchingParent(node, (at): at is ListNode => $isListNode(at));
  if (list) return list.getListType() === 'number' ? 'number' : 'bullet';
  const block = $findMatchingParent(
    node,
    (at) => $isHeadingNode(at) || $isQuoteNode(at) || $isPreformattedNode(at) || $isCaptionNode(at),
  );
  if ($isHeadingNode(block))
    return block.getTag() === 'h5' || block.getTag() === 'h6' ? 'h4' : (block.getTag() as BlockKind);
  if ($isQuoteNode(block)) return 'quote';
  if ($isCaptionNode(block)) return 'caption';
  return $isPreformattedNode(block) ? 'preformatted' : 'paragraph';
}
