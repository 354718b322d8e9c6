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
  type ListItem,
  type TableBlock,
  type TableCell,
  textMarks,
} from '../../shared/document/blocks';
import { normaliseBlocks } from '../../shared/document/normalise-blocks';
import type { CodePointOffset, TextRange } from '../../shared/text/offset-types';
import { codePointLength } from '../../shared/text/offsets';
import { formatOfMark } from './content-to-editor';
import { $isCitationNode } from './nodes/citation-node';
import { $isImageNode } from './nodes/image-node';
import { $isCaptionNode, $isPreformattedNode } from './nodes/leaf-nodes';
import { $getPassages, type PassageKey } from './nodes/passages-state';
import { $isRuleNode } from './nodes/rule-node';

export interface EditedContent {
  readonly blocks: readonly Block[];
  /** From the first to the last surviving character of each passage; code points of the blocks' plain text. */
  readonly passages: ReadonlyMap<PassageKey, TextRange>;
}

/** Reads the tree while counting its plain text, by the same rule as `plainText`. */
class Reading {
  private at = 0;
  private leaves = 0;
  readonly passages = new Map<PassageKey, { start: CodePointOffset; end: CodePointOffset }>();

  beginLeaf(): void {
    if (this.leaves++ > 0) this.at += 1;
  }

  pass(length: number): void {
    this.at += length;
  }

  text(node: TextNode): void {
    const start = this.at as CodePointOffset;
    this.at += codePointLength(node.getTextContent());
    const end = this.at as CodePointOffset;
    for (const key of $getPassages(node))
      this.passages.set(key, { start: this.passages.get(key)?.start ?? start, end });
  }
}

function $textInline(node: TextNode, reading: Reading): Inline {
  if ($isCitationNode(node)) {
    reading.pass(codePointLength(node.getTextContent()));
    return { kind: 'citation', ...node.getCited(), label: node.getTextContent() };
  }
  reading.text(node);
  return {
    kind: 'text',
    text: node.getTextContent(),
    marks: textMarks.filter((mark) => node.hasFormat(formatOfMark[mark])),
  };
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
  if ($isLinkNode(node))
    return [{ kind: 'link', href: node.getURL(), children: $inlines(node, reading).filter(isLinkable) }];
  return $isElementNode(node) ? $inlines(node, reading) : [];
}

function $inlines(node: ElementNode, reading: Reading): Inline[] {
  return node.getChildren().flatMap((child) => $inline(child, reading));
}

function $leaf(node: ElementNode, reading: Reading): Inline[] {
  reading.beginLeaf();
  return $inlines(node, reading);
}

/** The list inside an item that holds nothing else, as Lexical nests lists. */
function $nestedList(item: ListItemNode): ListNode | null {
  const first = item.getFirstChild();
  return $isListNode(first) ? first : null;
}

function $list(node: ListNode, reading: Reading): ListBlock {
  const items: ListItem[] = [];
  for (const child of node.getChildren()) {
    if (!$isListItemNode(child)) continue;
    const nested = $nestedList(child);
    const last = items.at(-1);
    if (!nested) items.push({ inlines: $leaf(child, reading), lists: [] });
    else if (last) items[items.length - 1] = { ...last, lists: [...last.lists, $list(nested, reading)] };
    else {
      reading.beginLeaf(); // a list that begins nested hangs on an empty item
      items.push({ inlines: [], lists: [$list(nested, reading)] });
    }
  }
  return { kind: 'list', ordered: node.getListType() === 'number', items };
}

function $cell(node: TableCellNode, reading: Reading): TableCell {
  const paragraphs = node
    .getChildren()
    .filter($isElementNode)
    .map((child) => $leaf(child, reading));
  if (paragraphs.length === 0) reading.beginLeaf();
  return { header: node.hasHeader(), paragraphs: paragraphs.length > 0 ? paragraphs : [[]] };
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
  return $isElementNode(node) ? [{ kind: $leafKind(node), inlines: $leaf(node, reading) }] : [];
}

/** The editor's content now. To be called inside `editorState.read`. */
export function $readContent(): EditedContent {
  const reading = new Reading();
  const blocks = $getRoot()
    .getChildren()
    .flatMap((node) => $block(node, reading));
  return { blocks: normaliseBlocks(blocks), passages: reading.passages };
}
