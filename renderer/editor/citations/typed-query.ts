/** The `@` being typed before the caret, and the words after it: what the list of things to cite is looked up by. */
import { $getSelection, $isRangeSelection, $isTextNode, type NodeKey } from 'lexical';

export interface TypedQuery {
  /** Of the text node that holds it. */
  readonly key: NodeKey;
  /** Of the `@`, in UTF-16 units of that node. */
  readonly offset: number;
  /** After the `@`. */
  readonly text: string;
}

/** Not in the middle of a word, as in an e-mail address; at most so much, on one line, not beginning with a space. */
const beforeCaret = /(?:^|[\s([{"'“‘«—–-])@((?:[^\s@][^@\n]{0,59})?)$/u;

export function $typedQuery(): TypedQuery | null {
  const selection = $getSelection();
  if (!$isRangeSelection(selection) || !selection.isCollapsed()) return null;
  const node = selection.anchor.getNode();
  if (!$isTextNode(node) || !node.isSimpleText()) return null;
  const before = node.getTextContent().slice(0, selection.anchor.offset);
  const text = beforeCaret.exec(before)?.[1];
  return text === undefined ? null : { key: node.getKey(), offset: before.length - text.length - 1, text };
}

export const isSameQuery = (a: TypedQuery | null, b: TypedQuery | null): boolean =>
  a === b || (a?.key === b?.key && a?.offset === b?.offset && a?.text === b?.text);

/** Whether one query goes on from another: the same `@`, more words. */
export const goesOn = (query: TypedQuery, from: TypedQuery): boolean =>
  query.offset === from.offset && query.text.startsWith(from.text);
