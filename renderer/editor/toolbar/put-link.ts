/** Links of an editor's words: put on, changed, taken off; passages stay on their words. */
import { $createLinkNode, $isLinkNode, $toggleLink } from '@lexical/link';
import { $findMatchingParent } from '@lexical/utils';
import { $createTextNode, $getSelection, $isRangeSelection, type RangeSelection } from 'lexical';
import { isSafeHref } from '../../../shared/document/normalise-blocks';
import { $setPassages } from '../passages/passages-state';
import { Retyping } from '../passages/retyping';
import { $passagesHere } from '../passages/typing-place';

const site = /^[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)+(?::\d+)?(?:[/?#]\S*)?$/u;
const mailbox = /^[^\s@:/]+@[^\s@:/]+\.[^\s@:/]+$/;

/** An address as a person types it, with what stands before it; null: it is none that a link may have. */
export function addressOf(typed: string): string | null {
  const words = typed.trim();
  if (site.test(words)) return `https://${words}`;
  if (mailbox.test(words)) return `mailto:${words}`;
  return isSafeHref(words) && !/^(?:https?:\/\/|mailto:|#)$/i.test(words) ? words : null;
}

/** Nothing is selected: the address itself becomes words, as if it were typed. */
function $insertAddress(selection: RangeSelection, address: string): void {
  const words = $setPassages($createTextNode(address), $passagesHere(selection.anchor, new Retyping()));
  selection.insertNodes([$createLinkNode(address).append(words)]);
}

/** Puts a link on the selected words, or changes the one the caret is in; null takes it off. */
export function $putLink(address: string | null): void {
  const selection = $getSelection();
  if (!$isRangeSelection(selection)) return;
  const isInLink = $findMatchingParent(selection.anchor.getNode(), $isLinkNode) !== null;
  if (!selection.isCollapsed() || isInLink) $toggleLink(address);
  else if (address !== null) $insertAddress(selection, address);
}
