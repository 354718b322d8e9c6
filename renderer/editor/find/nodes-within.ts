import { $getNodeByKey, $isTextNode, type LexicalNode, type TextNode } from 'lexical';
import type { FoundStretch } from '../../../shared/find/find-in-text';
import { type EditorLine, piecesWithin } from './editor-text';

/** The part of a text that lies in a stretch, as a text of its own; the first part keeps the node's key. */
function $cutOut(node: TextNode, from: number, to: number): TextNode | undefined {
  const size = node.getTextContentSize();
  const cuts = [from, to].filter((at) => at > 0 && at < size);
  if (cuts.length === 0) return node;
  return node.splitText(...cuts)[from > 0 ? 1 : 0];
}

/**
 * The nodes of exactly a stretch's characters, in order; texts are cut where it begins and ends. Of one line, stretches
 * are taken from the last to the first: what is before a cut keeps its node. To be called inside `editor.update`.
 */
export function $nodesWithin(line: Pick<EditorLine, 'pieces'>, stretch: FoundStretch): LexicalNode[] {
  return piecesWithin(line, stretch).flatMap((piece) => {
    const node = $getNodeByKey(piece.key);
    if (!$isTextNode(node)) return node ?? [];
    return $cutOut(node, Math.max(0, stretch.start - piece.start), stretch.end - piece.start) ?? [];
  });
}
