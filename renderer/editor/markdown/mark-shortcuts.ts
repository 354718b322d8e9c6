/** Signs around words that say how they are set: `**bold**`, `*italic*`, `_italic_`, `~~struck~~`, `` `code` ``. */
import {
  $getSelection,
  $isRangeSelection,
  $isTextNode,
  type LexicalNode,
  type TextFormatType,
  type TextNode,
} from 'lexical';
import type { TextPiece } from '../find/editor-text';
import { $nodesWithin } from '../find/nodes-within';
import { $isPreformattedNode } from '../nodes/leaf-nodes';
import { $beginsPassage, type TypedPlace } from './typed-place';

interface MarkShortcut {
  readonly format: TextFormatType;
  /** The sign, once on each side. */
  readonly sign: string;
  /** The words with their signs, at the end of what is before the caret. */
  readonly pattern: RegExp;
}

/** Signs stand at the edges of words; inside a word they mean themselves (`snake_case`, `2*3*4`). */
const shortcuts: readonly MarkShortcut[] = [
  { format: 'bold', sign: '**', pattern: /(?<![*\p{L}\p{N}])\*\*(?=[^\s*])[^*]*[^\s*]\*\*$/u },
  { format: 'bold', sign: '__', pattern: /(?<![_\p{L}\p{N}])__(?=[^\s_])[^_]*[^\s_]__$/u },
  { format: 'italic', sign: '*', pattern: /(?<![*\p{L}\p{N}])\*(?=[^\s*])[^*]*[^\s*]\*$/u },
  { format: 'italic', sign: '_', pattern: /(?<![_\p{L}\p{N}])_(?=[^\s_])[^_]*[^\s_]_$/u },
  { format: 'strikethrough', sign: '~~', pattern: /(?<!~)~~(?=[^\s~])[^~]*[^\s~]~~$/u },
  { format: 'code', sign: '`', pattern: /(?<!`)`[^`]+`$/u },
];

interface Before {
  readonly words: string;
  readonly pieces: readonly TextPiece[];
}

/** The texts before the caret that stand in one row with it: a link, a citation or a break ends them. */
function $wordsBefore({ node, offset }: TypedPlace): Before {
  const texts: TextNode[] = [];
  for (let at: LexicalNode | null = node; $isTextNode(at) && at.isSimpleText(); at = at.getPreviousSibling())
    texts.unshift(at);
  const pieces: TextPiece[] = [];
  let words = '';
  for (const text of texts) {
    const own = text.is(node) ? text.getTextContent().slice(0, offset) : text.getTextContent();
    const start = words.length;
    words += own;
    pieces.push({ key: text.getKey(), kind: 'text', start, end: words.length });
  }
  return { words, pieces };
}

/** Takes the signs away and sets the words between them; what is typed next is set as before. */
function $setWords(before: Before, start: number, { sign, format }: MarkShortcut): void {
  const { length } = before.words;
  const closing = $nodesWithin(before, { start: length - sign.length, end: length });
  const words = $nodesWithin(before, { start: start + sign.length, end: length - sign.length });
  const opening = $nodesWithin(before, { start, end: start + sign.length });
  const texts = words.filter($isTextNode);
  for (const text of texts) if (!text.hasFormat(format)) text.toggleFormat(format);
  for (const node of [...closing, ...opening]) node.remove();
  const last = texts.at(-1);
  last?.select(last.getTextContentSize(), last.getTextContentSize());
  const selection = $getSelection();
  if ($isRangeSelection(selection) && selection.hasFormat(format)) selection.toggleFormat(format);
}

/** What the typed character makes of the words before it, as a function that does it; null: nothing. */
export function $markShortcut(place: TypedPlace): (() => void) | null {
  const { node, block, character } = place;
  if (!'*_~`'.includes(character) || node.hasFormat('code') || $isPreformattedNode(block)) return null;
  const before = $wordsBefore(place);
  for (const shortcut of shortcuts) {
    const match = before.words.endsWith(shortcut.sign) ? shortcut.pattern.exec(before.words) : null;
    if (!match) continue;
    const { index } = match;
    const opening = before.pieces.find(({ end }) => end > index);
    const text = opening && $nodeOf(opening, node);
    if (!text || $beginsPassage(text)) return null;
    return () => $setWords(before, index, shortcut);
  }
  return null;
}

/** The text of a piece, found from the caret's own. */
function $nodeOf({ key }: TextPiece, node: TextNode): TextNode | null {
  for (let at: LexicalNode | null = node; $isTextNode(at); at = at.getPreviousSibling())
    if (at.getKey() === key) return at;
  return null;
}
