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
import { cleanText, normaliseBlocks } from '../../../shared/document/normalise-blocks';
import type { CodePointOffset, TextRange } from '../../../shared/text/offset-types';
import { codePointLength } from '../../../shared/text/offsets';
import { $isCitationNode } from '../nodes/citation-node';
import { $isImageNode } from '../nodes/image-node';
import { $isCaptionNode, $isPreformattedNode } from '../nodes/leaf-nodes';
import { $isRuleNode } from '../nodes/rule-node';
import { $getPassages, type PassageKey } from '../passages/passages-state';
import { formatOfMark } from './content-to-editor';

export interface EditedContent {
  readonly blocks: readonly Block[];
  /** Where each passage stands; code points of the blocks' plain text. A passage with no words left is not in it. */
  readonly passages: ReadonlyMap<PassageKey, TextRange>;
}

/** A stretch of text nodes of one passage. */
interface Piece {
  readonly start: CodePointOffset;
  end: CodePointOffset;
}

const lengthOf = ({ start, end }: TextRange) => end - start;

/**
 * From the first to the last of a passage's characters, with what was typed among them; where they lie too far apart (a
 * part was moved away), the longest piece. The bound is that of `followEdits`.
 */
function stretchOf(pieces: readonly Piece[]): TextRange | null {
  const [first] = pieces;
  const last = pieces.at(-1);
  if (!first || !last) return null;
  const whole = { start: first.start, end: last.end };
  const own = pieces.reduce((sum, piece) => sum + lengthOf(piece), 0);
  if (lengthOf(whole) <= 2 * own + 6) return whole;
  return pieces.reduce((longest, piece) => (lengthOf(piece) > lengthOf(longest) ? piece : longest));
}

/** Reads the tree while counting its plain text, by the same rule as `plainText`. */
class Reading {
  private at = 0;
  private leaves = 0;
  private readonly pieces = new Map<PassageKey, Piece[]>();

  beginLeaf(): void {
    if (this.leaves++ > 0) this.at += 1;
  }

  pass(length: number): void {
    this.at += length;
  }

  text({ length, passages }: ReadText): void {
    const start = this.at as CodePointOffset;
    this.at += length;
    const end = this.at as CodePointOffset;
    if (end > start) for (const key of passages) this.add(key, { start, end });
  }

  /** Pieces with only a line break or the end of a block between them are one. */
  private add(key: PassageKey, piece: Piece): void {
    const pieces = this.pieces.get(key);
    const last = pieces?.at(-1);
    if (last && piece.start - last.end <= 1) last.end = piece.end;
    else if (pieces) pieces.push(piece);
    else this.pieces.set(key, [piece]);
  }

  passages(): Map<PassageKey, TextRange> {
    const stretches = new Map<PassageKey, TextRange>();
    for (const [key, pieces] of this.pieces) {
      const stretch = stretchOf(pieces);
      if (stretch) stretches.set(key, { start: stretch.start, end: stretch.end });
    }
    return stretches;
  }
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
  reading.text(read);
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
  if ($isLinkNode(node))
    return [{ kind: 'link', href: node.getURL(), children: $inlines(node, reading).filter(isLinkable) }];
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

/** The editor's content now. To be called inside `editorState.read`. */
export function $readContent(): EditedContent {
  const reading = new Reading();
  const blocks = $getRoot()
    .getChildren()
    .flatMap((node) => $block(node, reading));
  return { blocks: normaliseBlocks(blocks), passages: reading.passages() };
}
