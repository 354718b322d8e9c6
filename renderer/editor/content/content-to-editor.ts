/**
 * Content blocks → Lexical nodes, with the passages on their words, built in one sweep over the text: a stretch between
 * two passage boundaries is one text node. Offsets are code points of the content's plain text.
 */
import { $createLinkNode, type LinkNode } from '@lexical/link';
import { $createListItemNode, $createListNode, type ListNode } from '@lexical/list';
import { $createHeadingNode, $createQuoteNode } from '@lexical/rich-text';
import {
  $createTableCellNode,
  $createTableNode,
  $createTableRowNode,
  TableCellHeaderStates,
  type TableNode,
} from '@lexical/table';
import {
  $create,
  $createLineBreakNode,
  $createParagraphNode,
  $createTextNode,
  $getRoot,
  type ElementNode,
  type LexicalNode,
  type TextFormatType,
  type TextNode,
} from 'lexical';
import type {
  Block,
  Inline,
  LeafBlock,
  LinkInline,
  ListBlock,
  TableBlock,
  TextInline,
  TextMark,
} from '../../../shared/document/blocks';
import { assertNever } from '../../../shared/model/assert-never';
import type { TextRange } from '../../../shared/text/offset-types';
import { $createCitationNode } from '../nodes/citation-node';
import { $createImageNode } from '../nodes/image-node';
import { CaptionNode, PreformattedNode } from '../nodes/leaf-nodes';
import { $setLinkName } from '../nodes/link-name';
import { $createRuleNode } from '../nodes/rule-node';
import { $setPassages, type PassageKey } from '../passages/passages-state';

/** A passage's stretch of words and the key it is followed by. */
export interface KeyedRange extends TextRange {
  readonly key: PassageKey;
}

/** Lexical's name for each character style. */
export const formatOfMark: Readonly<Record<TextMark, TextFormatType>> = {
  strong: 'bold',
  em: 'italic',
  u: 'underline',
  s: 'strikethrough',
  code: 'code',
  sub: 'subscript',
  sup: 'superscript',
};

const createLeaf: Readonly<Record<LeafBlock['kind'], () => ElementNode>> = {
  paragraph: $createParagraphNode,
  heading1: () => $createHeadingNode('h1'),
  heading2: () => $createHeadingNode('h2'),
  heading3: () => $createHeadingNode('h3'),
  heading4: () => $createHeadingNode('h4'),
  quote: $createQuoteNode,
  preformatted: () => $create(PreformattedNode),
  caption: () => $create(CaptionNode),
};

/** Walks the content with a place in its plain text, knowing which passages are open there. */
class Sweep {
  private at = 0;
  private leaves = 0;
  private next = 0;
  private readonly boundaries: readonly number[];
  private readonly open = new Map<PassageKey, number>();
  private readonly byStart: readonly KeyedRange[];

  constructor(ranges: readonly KeyedRange[]) {
    this.byStart = [...ranges].filter(({ start, end }) => end > start).sort((a, b) => a.start - b.start);
    this.boundaries = [...new Set(this.byStart.flatMap(({ start, end }) => [start, end]))].sort(
      (a, b) => a - b,
    );
  }

  /** Every leaf but the first has a separator of one character before it. */
  beginLeaf(): void {
    if (this.leaves++ > 0) this.at += 1;
  }

  /** Passes a character that no text node holds (a break). */
  pass(): void {
    this.at += 1;
  }

  /** Cuts a text at the passage boundaries in it; a piece is told which passages it belongs to. */
  take(text: string, make: (piece: string) => TextNode): TextNode[] {
    const points = [...text];
    const pieces: TextNode[] = [];
    let from = 0;
    while (from < points.length) {
      const end = Math.min(points.length, from + this.untilBoundary());
      const node = make(points.slice(from, end).join(''));
      this.settle();
      pieces.push(this.open.size > 0 ? $setPassages(node, this.open.keys()) : node);
      this.at += end - from;
      from = end;
    }
    return pieces;
  }

  private boundary = 0;

  private untilBoundary(): number {
    while ((this.boundaries[this.boundary] ?? Number.POSITIVE_INFINITY) <= this.at) this.boundary += 1;
    return (this.boundaries[this.boundary] ?? Number.POSITIVE_INFINITY) - this.at;
  }

  /** Opens what starts at or before this place, closes what has ended. */
  private settle(): void {
    for (
      let range = this.byStart[this.next];
      range && range.start <= this.at;
      range = this.byStart[++this.next]
    )
      this.open.set(range.key, range.end);
    for (const [key, end] of this.open) if (end <= this.at) this.open.delete(key);
  }
}

function $textNodes({ text, marks }: TextInline, sweep: Sweep): LexicalNode[] {
  return text.split('\n').flatMap((line, index): LexicalNode[] => {
    if (index > 0) sweep.pass();
    const nodes = sweep.take(line, (piece) => {
      const node = $createTextNode(piece);
      for (const mark of marks) node.toggleFormat(formatOfMark[mark]);
      return node;
    });
    return index > 0 ? [$createLineBreakNode(), ...nodes] : nodes;
  });
}

function $linkNode({ href, name, children }: LinkInline, sweep: Sweep): LinkNode {
  const link = $createLinkNode(href);
  if (name !== undefined) $setLinkName(link, name);
  link.append(...$inlineNodes(children, sweep));
  return link;
}

function $inlineNode(inline: Inline, sweep: Sweep): LexicalNode[] {
  switch (inline.kind) {
    case 'text':
      return $textNodes(inline, sweep);
    case 'break':
      sweep.pass();
      return [$createLineBreakNode()];
    case 'image':
      return [$createImageNode(inline.src, inline.alt)];
    case 'link':
      return [$linkNode(inline, sweep)];
    case 'citation':
      // One piece whatever passages overlap it: notes have none, articles no citations.
      for (const _ of inline.label) sweep.pass();
      return [$createCitationNode(inline, inline.label)];
    default:
      return assertNever(inline);
  }
}

function $inlineNodes(inlines: readonly Inline[], sweep: Sweep): LexicalNode[] {
  return inlines.flatMap((inline) => $inlineNode(inline, sweep));
}

function $listNode(list: ListBlock, sweep: Sweep): ListNode {
  const node = $createListNode(list.ordered ? 'number' : 'bullet');
  for (const item of list.items) {
    sweep.beginLeaf();
    const itemNode = $createListItemNode();
    itemNode.append(...$inlineNodes(item.inlines, sweep));
    node.append(itemNode);
    // Lexical keeps a nested list in an item of its own.
    for (const nested of item.lists) node.append($createListItemNode().append($listNode(nested, sweep)));
  }
  return node;
}

function $tableNode(table: TableBlock, sweep: Sweep): TableNode {
  const node = $createTableNode();
  for (const row of table.rows) {
    const rowNode = $createTableRowNode();
    for (const cell of row.cells) {
      const cellNode = $createTableCellNode(
        cell.header ? TableCellHeaderStates.ROW : TableCellHeaderStates.NO_STATUS,
      );
      for (const inlines of cell.paragraphs) {
        sweep.beginLeaf();
        cellNode.append($createParagraphNode().append(...$inlineNodes(inlines, sweep)));
      }
      rowNode.append(cellNode);
    }
    node.append(rowNode);
  }
  return node;
}

function $blockNode(block: Block, sweep: Sweep): LexicalNode {
  if (block.kind === 'list') return $listNode(block, sweep);
  if (block.kind === 'table') return $tableNode(block, sweep);
  if (block.kind === 'rule') return $createRuleNode();
  sweep.beginLeaf();
  return createLeaf[block.kind]().append(...$inlineNodes(block.inlines, sweep));
}

/** Nodes for blocks, in no editor's tree yet. To be called inside `editor.update`. */
export function $nodesOf(blocks: readonly Block[], ranges: readonly KeyedRange[] = []): LexicalNode[] {
  const sweep = new Sweep(ranges);
  return blocks.map((block) => $blockNode(block, sweep));
}

/** Replaces the editor's content. To be called inside `editor.update`. */
export function $loadContent(blocks: readonly Block[], ranges: readonly KeyedRange[] = []): void {
  const root = $getRoot().clear();
  root.append(...$nodesOf(blocks, ranges));
  if (root.isEmpty()) root.append($createParagraphNode());
}
