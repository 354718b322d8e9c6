/** Signs at the beginning of a paragraph that say what it is: `# `, `> `, `- `, `1. `, `---`. A row each. */
import { $insertList } from '@lexical/list';
import { $createHeadingNode, $createQuoteNode, type HeadingTagType } from '@lexical/rich-text';
import { $setBlocksType } from '@lexical/selection';
import { $getSelection, $isParagraphNode, $isRangeSelection, $isRootNode, type ElementNode } from 'lexical';
import { $createRuleNode } from '../nodes/rule-node';
import { $beginsPassage, type TypedPlace } from './typed-place';

interface BlockShortcut {
  /** All that is before the caret. */
  readonly signs: RegExp;
  readonly make: (block: ElementNode, signs: string) => void;
}

function $turnInto(create: () => ElementNode): void {
  const selection = $getSelection();
  if ($isRangeSelection(selection)) $setBlocksType(selection, create);
}

const shortcuts: readonly BlockShortcut[] = [
  {
    signs: /^#{1,4} $/,
    make: (_, signs) => $turnInto(() => $createHeadingNode(`h${signs.length - 1}` as HeadingTagType)),
  },
  { signs: /^> $/, make: () => $turnInto($createQuoteNode) },
  { signs: /^[-*+] $/, make: () => $insertList('bullet') },
  { signs: /^1[.)] $/, make: () => $insertList('number') },
  { signs: /^---$/, make: (block) => void block.insertBefore($createRuleNode()) },
];

/** Only a paragraph of its own: in a cell, an item or preformatted text the signs mean themselves. */
function $shortcutAt({ block, node, offset, character }: TypedPlace): BlockShortcut | undefined {
  const isOwn = $isParagraphNode(block) && $isRootNode(block.getParent());
  if (!isOwn || !' -'.includes(character) || !node.is(block.getFirstDescendant())) return undefined;
  const before = node.getTextContent().slice(0, offset);
  // A line is drawn by three signs alone.
  if (character === '-' && block.getTextContentSize() !== offset) return undefined;
  const found = shortcuts.find(({ signs }) => signs.test(before));
  return found && !$beginsPassage(node) ? found : undefined;
}

/** What the typed character makes of the block, as a function that does it; null: nothing. */
export function $blockShortcut(place: TypedPlace): (() => void) | null {
  const shortcut = $shortcutAt(place);
  if (!shortcut) return null;
  const { block, node, offset } = place;
  return () => {
    const signs = node.getTextContent().slice(0, offset);
    const [typed] = offset < node.getTextContentSize() ? node.splitText(offset) : [node];
    typed?.remove();
    block.selectStart();
    shortcut.make(block.getLatest(), signs);
  };
}
