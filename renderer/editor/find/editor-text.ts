/**
 * The words of an editor as one text of lines, and which node each stretch of it stands in: the one door by which finding
 * and replacing see the editor's tree. A line is a leaf of the content model; a character lies between two lines.
 * Offsets are UTF-16 code units.
 */
import {
  $getRoot,
  $isElementNode,
  $isLineBreakNode,
  $isTextNode,
  type ElementNode,
  type LexicalNode,
  type NodeKey,
  type PointType,
} from 'lexical';
import type { FoundStretch, SearchableText } from '../../../shared/find/find-in-text';
import { $isCitationNode } from '../nodes/citation-node';
import { $isRuleNode } from '../nodes/rule-node';

/** The stretch of one node. What is `fixed` is one piece that words cannot be replaced in. */
export interface TextPiece extends FoundStretch {
  readonly key: NodeKey;
  readonly kind: 'text' | 'break' | 'fixed';
}

export interface EditorLine extends FoundStretch {
  readonly pieces: readonly TextPiece[];
}

export interface EditorText extends SearchableText {
  readonly lines: readonly EditorLine[];
}

interface OpenLine {
  readonly start: number;
  end: number;
  readonly pieces: TextPiece[];
}

/** Puts the words together, line by line. */
class Gathering {
  private readonly words: string[] = [];
  readonly lines: OpenLine[] = [];
  private at = 0;

  beginLine(): void {
    if (this.lines.length > 0) this.words.push('\n');
    if (this.lines.length > 0) this.at += 1;
    this.lines.push({ start: this.at, end: this.at, pieces: [] });
  }

  add(key: NodeKey, kind: TextPiece['kind'], words: string): void {
    const line = this.lines.at(-1);
    if (!line || words === '') return;
    const start = this.at;
    this.at += words.length;
    line.end = this.at;
    line.pieces.push({ key, kind, start, end: this.at });
    this.words.push(words);
  }

  get text(): string {
    return this.words.join('');
  }
}

function $gatherInline(node: LexicalNode, gathering: Gathering): void {
  if ($isTextNode(node))
    gathering.add(node.getKey(), $isCitationNode(node) ? 'fixed' : 'text', node.getTextContent());
  else if ($isLineBreakNode(node)) gathering.add(node.getKey(), 'break', '\n');
  else if ($isElementNode(node)) for (const child of node.getChildren()) $gatherInline(child, gathering);
}

const $isInLine = (node: LexicalNode): boolean =>
  $isElementNode(node) ? node.isInline() : !$isRuleNode(node);

/** By the rule of `editor-to-content.ts`: what stands in a row is a line, a block among it begins another. */
function $gatherLines(node: ElementNode, gathering: Gathering): void {
  let isOpen = false;
  const children = node.getChildren();
  if (children.length === 0) gathering.beginLine();
  for (const child of children) {
    if ($isInLine(child)) {
      if (!isOpen) gathering.beginLine();
      isOpen = true;
      $gatherInline(child, gathering);
    } else {
      isOpen = false;
      if ($isElementNode(child)) $gatherLines(child, gathering);
    }
  }
}

/** The editor's words now. To be called inside `read` or `update`. */
export function $readEditorText(): EditorText {
  const gathering = new Gathering();
  $gatherLines($getRoot(), gathering);
  return { text: gathering.text, lines: gathering.lines };
}

/** The line that holds an offset; of two that meet there, the later. */
export function lineAt({ lines }: EditorText, offset: number): EditorLine | undefined {
  let low = 0;
  let high = lines.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((lines[middle]?.start ?? 0) <= offset) low = middle + 1;
    else high = middle;
  }
  return lines[low - 1];
}

/** The pieces of which some character lies in a stretch. */
export function piecesWithin(
  line: Pick<EditorLine, 'pieces'>,
  { start, end }: FoundStretch,
): readonly TextPiece[] {
  return line.pieces.filter((piece) => piece.end > start && piece.start < end);
}

function pieceOf({ lines }: EditorText, node: LexicalNode | null): TextPiece | undefined {
  const key = node?.getKey();
  for (const { pieces } of lines) {
    const piece = pieces.find((one) => one.key === key);
    if (piece) return piece;
  }
  return undefined;
}

/** The offset of a point of the editor's selection; null where there are no words. */
export function $offsetOf(text: EditorText, point: PointType): number | null {
  const node = point.getNode();
  if (!$isElementNode(node)) {
    const piece = pieceOf(text, node);
    return piece ? piece.start + point.offset : null;
  }
  const child = node.getChildAtIndex(point.offset);
  if (!child) return pieceOf(text, node.getLastDescendant())?.end ?? null;
  return pieceOf(text, $isElementNode(child) ? child.getFirstDescendant() : child)?.start ?? null;
}
