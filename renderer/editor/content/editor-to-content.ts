/**
 * Lexical nodes → content blocks, and where each passage stands in the plain text of those blocks: the one place where
 * the editor's state is read. Nodes outside the content model do not occur: the editor has none registered.
 */
import { $isLinkNode } from '@lexical/link';
import { $isListItemNode, $isListNode, type ListItemNode, type ListNode } from '@lexical/list';
import { $isHeadingNode, $isQuoteNode } from '@lexical/rich-text';
import {
  $isTableCellNode,
  $isTableNode,
  $isTableRowNode,
  type TableCellNode,
  type TableNode,
} from '@lexical/table';
import {
  $getRoot,
  $isElementNode,
  $isLineBreakNode,
  $isTextNode,
  type ElementNode,
  type LexicalNode,
  type TextNode,
} from 'lexical';
import {
  type Block,
  type Inline,
  type LeafBlock,
  type LinkInline,
  type ListBlock,
  type TableBlock,
  type TableCell,
  type TextInline,
  type TextMark,
  textMarks,
} from '../../../shared/document/blocks';
import { cleanText, joinLists, normaliseBlocks } from '../../../shared/document/normalise-blocks';
import type { TextRange } from '../../../shared/text/offset-types';
import { codePointLength } from '../../../shared/text/offsets';
import { $isCitationNode } from '../nodes/citation-node';
import { $isImageNode } from '../nodes/image-node';
import { $isCaptionNode, $isPreformattedNode } from '../nodes/leaf-nodes';
import { $getLinkName } from '../nodes/link-name';
import { $isRuleNode } from '../nodes/rule-node';
import { $getPassages, type PassageKey } from '../passages/passages-state';
import { formatOfMark } from './content-to-editor';
import { passagesOf, Reading, type ReadWords } from './read-words';

export interface EditedContent {
  readonly blocks: readonly Block[];
  /** Where each passage stands; code points of the blocks' plain text. A passage with no words left is not in it. */
  readonly passages: ReadonlyMap<PassageKey, TextRange>;
}

/** What one of the root's children holds. */
export interface ReadBlock {
  /** In normal form, but that lists may go on in the next block. */
  readonly blocks: readonly Block[];
  readonly words: ReadWords;
}

/** What one text node holds. */
interface ReadText {
  readonly inline: TextInline;
  /** In code points, as content keeps the text. */
  readonly length: number;
  readonly passages: readonly PassageKey[];
}

/** A committed node never changes, an edit makes another: of a long text only what was edited is read anew. */
const readTexts = new WeakMap<TextNode, ReadText>();

const marksByFormat = new Map<number, readonly TextMark[]>();

function $marksOf(node: TextNode): readonly TextMark[] {
  const format = node.getFormat();
  const known = marksByFormat.get(format);
  if (known) return known;
  const marks = textMarks.filter((mark) => node.hasFormat(formatOfMark[mark]));
  marksByFormat.set(format, marks);
  return marks;
}

function $readText(node: TextNode): ReadText {
  const known = readTexts.get(node);
  if (known) return known;
  const text = node.getTextContent();
  const read: ReadText = {
    inline: { kind: 'text', text, marks: $marksOf(node) },
    length: codePointLength(cleanText(text)),
    passages: $getPassages(node),
  };
  readTexts.set(node, read);
  return read;
}

function $textInline(node: TextNode, reading: Reading): Inline {
  if ($isCitationNode(node)) {
    reading.pass(codePointLength(node.getTextContent()));
    return { kind: 'citation', ...node.getCited(), label: node.getTextContent() };
  }
  const read = $readText(node);
  reading.text(read.length, read.passages);
  return read.inline;
}

/** Links hold no links or citations. */
function isLinkable(inline: Inline): inline is LinkInline['children'][number] {
  return inline.kind !== 'link' && inline.kind !== 'citation';
}

function $inline(node: LexicalNode, reading: Reading): Inline[] {
  if ($isTextNode(node)) return [$textInline(node, reading)];
  if ($isLineBreakNode(node)) {
    reading.pass(1);
    return [{ kind: 'break' }];
  }
  if ($isImageNode(node)) return [{ kind: 'image', src: node.getSource(), alt: node.getAlt() }];
  if ($isLinkNode(node)) {
    const name = $getLinkName(node);
    const children = $inlines(node, reading).filter(isLinkable);
    return [{ kind: 'link', href: node.getURL(), ...(name === '' ? {} : { name }), children }];
  }
  return $isElementNode(node) ? $inlines(node, reading) : [];
}

function $inlines(node: ElementNode, reading: Reading): Inline[] {
  return node.getChildren().flatMap((child) => $inline(child, reading));
}

/** What stands in a line, rather than being one. */
function $isInLine(node: LexicalNode): boolean {
  if ($isElementNode(node)) return node.isInline();
  return !$isRuleNode(node);
}

/**
 * The lines of words in an element: one, unless blocks got into it by some way of editing. Whatever stands where, no words
 * of two blocks run together and none are lost.
 */
function $leaves(node: ElementNode, reading: Reading): Inline[][] {
  const leaves: Inline[][] = [];
  let open: Inline[] | null = null;
  for (const child of node.getChildren()) {
    if (!$isInLine(child)) {
      open = null;
      if ($isElementNode(child)) leaves.push(...$leaves(child, reading));
      continue;
    }
    if (!open) {
      open = [];
      leaves.push(open);
      reading.beginLeaf();
    }
    open.push(...$inline(child, reading));
  }
  if (leaves.length === 0) {
    reading.beginLeaf();
    leaves.push([]);
  }
  return leaves;
}

type Items = { inlines: Inline[]; lists: ListBlock[] }[];

/** One item of Lexical's: words, or (as Lexical nests lists) a list that hangs on the item before; seldom both. */
function $addItem(item: ListItemNode, items: Items, reading: Reading): void {
  const lists = item.getChildren().filter($isListNode);
  const others = item.getChildren().filter((child) => !$isListNode(child));
  if (others.length > 0 || lists.length === 0) $addWords(item, items, reading);
  else if (items.length === 0) {
    reading.beginLeaf(); // a list that begins nested hangs on an empty item
    items.push({ inlines: [], lists: [] });
  }
  if (others.length === 0) for (const list of lists) items.at(-1)?.lists.push($list(list, reading));
}

/** Lists among words become further items: their order is kept, their depth is not. */
function $addWords(item: ListItemNode, items: Items, reading: Reading): void {
  for (const inlines of $leaves(item, reading)) items.push({ inlines, lists: [] });
}

function $list(node: ListNode, reading: Reading): ListBlock {
  const items: Items = [];
  for (const child of node.getChildren()) if ($isListItemNode(child)) $addItem(child, items, reading);
  return { kind: 'list', ordered: node.getListType() === 'number', items };
}

function $cell(node: TableCellNode, reading: Reading): TableCell {
  return { header: node.hasHeader(), paragraphs: $leaves(node, reading) };
}

function $table(node: TableNode, reading: Reading): TableBlock {
  const rows = node
    .getChildren()
    .filter($isTableRowNode)
    .map((row) => ({
      cells: row
        .getChildren()
        .filter($isTableCellNode)
        .map((cell) => $cell(cell, reading)),
    }));
  return { kind: 'table', rows };
}

function $leafKind(node: LexicalNode): LeafBlock['kind'] {
  if ($isHeadingNode(node)) return headingKinds[node.getTag()] ?? 'heading4';
  if ($isQuoteNode(node)) return 'quote';
  if ($isPreformattedNode(node)) return 'preformatted';
  return $isCaptionNode(node) ? 'caption' : 'paragraph';
}

const headingKinds: Readonly<Record<string, LeafBlock['kind']>> = {
  h1: 'heading1',
  h2: 'heading2',
  h3: 'heading3',
  h4: 'heading4',
};

function $block(node: LexicalNode, reading: Reading): Block[] {
  if ($isRuleNode(node)) return [{ kind: 'rule' }];
  if ($isListNode(node)) return [$list(node, reading)];
  if ($isTableNode(node)) return [$table(node, reading)];
  if (!$isElementNode(node)) return [];
  const kind = $leafKind(node);
  return $leaves(node, reading).map((inlines) => ({ kind, inlines }));
}

/** What a child of the root holds. To be called inside `editorState.read`. */
export function $readBlock(node: LexicalNode): ReadBlock {
  const reading = new Reading();
  const blocks = normaliseBlocks($block(node, reading));
  return { blocks, words: reading.words() };
}

/** The editor's content now. To be called inside `editorState.read`. */
export function $readContent(): EditedContent {
  const read = $getRoot().getChildren().map($readBlock);
  return {
    blocks: joinLists(read.flatMap(({ blocks }) => blocks)),
    passages: passagesOf(read.map(({ words }) => words)),
  };
}
