/**
 * Which passages typed words belong to: those on both sides of the caret, those that all of the replaced words belong to,
 * and those whose letters are being typed again. Without it, words typed at the edge of a passage would become part of it.
 */
import {
  $createTextNode,
  $getSelection,
  $isElementNode,
  $isRangeSelection,
  $isTextNode,
  $isTokenOrSegmented,
  type LexicalNode,
  type PointType,
  type RangeSelection,
  type TextNode,
} from 'lexical';
import { $removeSelected } from '../behaviour/remove-selected';
import { $getPassages, $setPassages, type PassageKey } from './passages-state';
import type { Retyping } from './retyping';
import { $textAt } from './text-beside';

const none: readonly PassageKey[] = [];
const $passagesOf = (text: TextNode | null) => (text ? $getPassages(text) : none);

/** The passages that words typed at the point belong to. */
export function $passagesHere(point: PointType, retyping: Retyping): PassageKey[] {
  const before = $passagesOf($textAt(point, 'previous'));
  const after = $passagesOf($textAt(point, 'next'));
  const shared = before.filter((key) => after.includes(key));
  return [...new Set([...shared, ...retyping.keys()])];
}

interface SelectedText {
  readonly node: TextNode;
  /** How many of its characters are selected; not none. */
  readonly length: number;
}

/** Not by the selection's own text, which is too short where it ends beside a line break. */
function $selectedTexts(selection: RangeSelection): SelectedText[] {
  const [start, end] = selection.isBackward()
    ? [selection.focus, selection.anchor]
    : [selection.anchor, selection.focus];
  return selection.getNodes().flatMap((node) => {
    if (!$isTextNode(node)) return [];
    const from = node.is(start.getNode()) ? start.offset : 0;
    const to = node.is(end.getNode()) ? end.offset : node.getTextContentSize();
    return to > from ? [{ node, length: to - from }] : [];
  });
}

/** Ends of lines and blocks are no letters that are owed. */
export function $noteDeleted(selection: RangeSelection, retyping: Retyping): void {
  retyping.forget();
  const texts = $selectedTexts(selection);
  const [first, ...others] = texts.map(({ node }) => $getPassages(node));
  // The passages that every selected word belongs to.
  const keys = (first ?? none).filter((key) => others.every((own) => own.includes(key)));
  retyping.deleted(
    keys,
    texts.reduce((sum, { length }) => sum + length, 0),
  );
}

const sameKeys = (a: readonly PassageKey[], b: readonly PassageKey[]) =>
  a.length === b.length && a.every((key) => b.includes(key));

/** At the end or start of a link, where what is typed goes out of it, into whatever text is there. */
function $isAtLinkEdge({ offset }: PointType, node: TextNode): boolean {
  const parent = node.getParentOrThrow();
  if (!parent.isInline()) return false;
  if (offset === 0 && !node.getPreviousSibling()) return !parent.canInsertTextBefore();
  return offset === node.getTextContentSize() && !node.getNextSibling() && !parent.canInsertTextAfter();
}

/** What is typed at the caret goes into a text of exactly these passages by itself; in another style it gets a text of its own. */
function $isPlace({ anchor, format, style }: RangeSelection, keys: readonly PassageKey[]): boolean {
  const node = anchor.getNode();
  if (!$isTextNode(node)) return keys.length === 0 && !($isElementNode(node) && node.isInline());
  if ($isAtLinkEdge(anchor, node)) return false;
  const isOfStyle = keys.length === 0 || (node.getFormat() === format && node.getStyle() === style);
  return isOfStyle && sameKeys($getPassages(node), keys);
}

function $emptyText(keys: readonly PassageKey[], { format, style }: RangeSelection): TextNode {
  const text = $createTextNode('').setFormat(format).setStyle(style);
  return keys.length > 0 ? $setPassages(text, keys) : text;
}

/** Beside a text or a link; outside of a link when at the link's edge, as typing there goes out of it. */
function $insertBeside(place: TextNode, node: LexicalNode, isAtEnd: boolean): void {
  const parent = node.getParentOrThrow();
  const isEdge = isAtEnd ? !node.getNextSibling() : !node.getPreviousSibling();
  const beside = isEdge && parent.isInline() ? parent : node;
  if (isAtEnd) beside.insertAfter(place);
  else beside.insertBefore(place);
}

function $makePlace(selection: RangeSelection, keys: readonly PassageKey[]): void {
  const { anchor } = selection;
  const node = anchor.getNode();
  const place = $emptyText(keys, selection);
  if ($isTextNode(node)) {
    if ($isTokenOrSegmented(node)) return;
    const size = node.getTextContentSize();
    if (anchor.offset > 0 && anchor.offset < size) {
      const [head] = node.splitText(anchor.offset);
      head?.insertAfter(place);
    } else $insertBeside(place, node, anchor.offset > 0);
  } else if ($isElementNode(node) && node.isInline()) {
    const beside = node.getChildAtIndex(Math.max(0, anchor.offset - 1)) ?? node;
    $insertBeside(place, beside, anchor.offset > 0);
  } else if ($isElementNode(node) && !node.isShadowRoot() && node.getType() !== 'root') {
    node.splice(anchor.offset, 0, [place]);
  } else return;
  place.select(0, 0);
}

/** Whether typing into the selection as it is would give words to the wrong passages. */
export function $needsPlace(selection: RangeSelection, retyping: Retyping): boolean {
  if (selection.isCollapsed()) return !$isPlace(selection, $passagesHere(selection.anchor, retyping));
  // Over several texts, words would go into the first of them though none of its own are replaced.
  if (selection.anchor.key !== selection.focus.key) return true;
  return $selectedTexts(selection).some(({ node }) => $getPassages(node).length > 0);
}

/** Deletes what is selected and puts the caret where what is typed goes to the right passages. */
export function $openPlace(retyping: Retyping): void {
  const selection = $getSelection();
  if (!$isRangeSelection(selection) || !$needsPlace(selection, retyping)) return;
  if (!selection.isCollapsed()) {
    $noteDeleted(selection, retyping);
    $removeSelected();
  }
  const keys = $passagesHere(selection.anchor, retyping);
  if (!$isPlace(selection, keys)) $makePlace(selection, keys);
}
