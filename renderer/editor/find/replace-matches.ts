/**
 * Puts words in the place of others, with their passages: what is put in belongs to the passages that all of the replaced
 * words belong to, and to those on both sides, as when words are typed over others. Whole words that both have at their
 * ends stay as they are. Words that are put in without taking any out belong to the passages of all of the match.
 */
import {
  $createLineBreakNode,
  $createTextNode,
  $getNodeByKey,
  $isTextNode,
  type LexicalNode,
  type TextNode,
} from 'lexical';
import type { FoundStretch, Replacement } from '../../../shared/find/find-in-text';
import { keptEnds } from '../../../shared/find/kept-ends';
import { $getPassages, $setPassages, type PassageKey } from '../passages/passages-state';
import { $textBeside } from '../passages/text-beside';
import { $readEditorText, type EditorLine, lineAt, piecesWithin, type TextPiece } from './editor-text';
import { $nodesWithin } from './nodes-within';

/** The passages that all texts belong to. */
function $sharedBy(nodes: readonly LexicalNode[]): readonly PassageKey[] {
  const [first, ...others] = nodes.filter($isTextNode).map($getPassages);
  return (first ?? []).filter((key) => others.every((keys) => keys.includes(key)));
}

function $nodesOf(pieces: readonly TextPiece[]): LexicalNode[] {
  return pieces.flatMap(({ key }) => $getNodeByKey(key) ?? []);
}

interface Putting {
  readonly words: string;
  readonly passages: readonly PassageKey[];
  /** Whose character style they take. */
  readonly like: TextNode | null;
}

function $createWords({ words, passages, like }: Putting): LexicalNode[] {
  return words.split('\n').flatMap((line, index): LexicalNode[] => {
    const text = $createTextNode(line);
    if (like) text.setFormat(like.getFormat()).setStyle(like.getStyle());
    const made = line === '' ? [] : [$setPassages(text, passages)];
    return index > 0 ? [$createLineBreakNode(), ...made] : made;
  });
}

const $sides = (first: LexicalNode, last: LexicalNode): readonly PassageKey[] => {
  const [before, after] = [$textBeside(first, 'previous'), $textBeside(last, 'next')];
  return before && after ? $sharedBy([before, after]) : [];
};

/** Takes nodes out and puts words where the first of them stood. */
function $putInstead(nodes: readonly LexicalNode[], words: string, whole: readonly PassageKey[]): void {
  const [first] = nodes;
  const last = nodes.at(-1);
  if (!first || !last) return;
  const passages = [...$sharedBy(nodes), ...$sides(first, last), ...whole];
  const like = nodes.find($isTextNode) ?? $textBeside(first, 'previous');
  for (const made of $createWords({ words, passages, like })) first.insertBefore(made);
  for (const node of nodes) node.remove();
}

/** Puts words beside those of a match that stay. */
function $putBetween(
  line: EditorLine,
  at: number,
  match: FoundStretch,
  put: string,
  whole: readonly PassageKey[],
) {
  const isAfter = at > match.start;
  const stays = isAfter ? { start: match.start, end: at } : { start: at, end: match.end };
  const nodes = $nodesWithin(line, stays);
  const beside = isAfter ? nodes.at(-1) : nodes[0];
  if (!beside) return;
  const after = $textBeside(beside, isAfter ? 'next' : 'previous');
  const sides = $isTextNode(beside) && after ? $sharedBy([beside, after]) : [];
  const like = $isTextNode(beside) ? beside : null;
  const made = $createWords({ words: put, passages: [...sides, ...whole], like });
  if (isAfter) for (const node of made.toReversed()) beside.insertAfter(node);
  else for (const node of made) beside.insertBefore(node);
}

function $replaceOne(line: EditorLine, words: string, match: Replacement): boolean {
  const pieces = piecesWithin(line, match);
  if (pieces.length === 0 || pieces.some(({ kind }) => kind === 'fixed')) return false;
  const kept = keptEnds(words, match.put);
  const start = match.start + kept.before;
  const end = match.end - kept.after;
  const put = match.put.slice(kept.before, match.put.length - kept.after);
  const whole = $sharedBy($nodesOf(pieces));
  if (end > start) $putInstead($nodesWithin(line, { start, end }), put, whole);
  else if (put !== '') $putBetween(line, start, match, put, whole);
  return true;
}

/**
 * Replaces matches, from the last to the first. Offsets are those of `$readEditorText`; matches are in order, none goes
 * over the end of a line, none overlaps another. Answers how many were replaced: words in a citation are not. To be
 * called inside `editor.update`.
 */
export function $replaceMatches(matches: readonly Replacement[]): number {
  const text = $readEditorText();
  return matches.reduceRight((count, match) => {
    const line = lineAt(text, match.start);
    if (!line || match.end > line.end) return count;
    return $replaceOne(line, text.text.slice(match.start, match.end), match) ? count + 1 : count;
  }, 0);
}
