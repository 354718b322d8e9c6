/**
 * Which passages a stretch of text belongs to while it is edited: a state of Lexical's text nodes, so that splitting,
 * cutting, pasting and undoing carry it along with the very characters. A key is `annotationId#part`.
 */
import { $getState, $setState, createState, type TextNode } from 'lexical';

/** The keys, sorted and joined by a space: nodes of the same passages compare equal and merge. */
const passagesState = createState('passages', { parse: (value) => (typeof value === 'string' ? value : '') });

export type PassageKey = string;

export function passageKey(annotationId: string, part: number): PassageKey {
  return `${annotationId}#${part}`;
}

/** The annotation and part of a key. */
export function readPassageKey(key: PassageKey): { readonly annotationId: string; readonly part: number } {
  const cut = key.lastIndexOf('#');
  return { annotationId: key.slice(0, cut), part: Number(key.slice(cut + 1)) };
}

export function $getPassages(node: TextNode): readonly PassageKey[] {
  const joined = $getState(node, passagesState);
  return joined === '' ? [] : joined.split(' ');
}

export function $setPassages(node: TextNode, keys: Iterable<PassageKey>): TextNode {
  return $setState(node, passagesState, [...new Set(keys)].sort().join(' '));
}
