/**
 * No passage begins or ends inside a character as people see it: where an edit brings a mark, a joiner or half a flag beside
 * a letter of other passages, it belongs to what the letter belongs to. Leaves out what is just being composed.
 */
import {
  $getNodeByKey,
  $isElementNode,
  $isTextNode,
  $isTokenOrSegmented,
  HISTORIC_TAG,
  HISTORY_MERGE_TAG,
  type LexicalEditor,
  type LexicalNode,
  type NodeKey,
  type TextNode,
} from 'lexical';
import { graphemeBounds } from '../../../shared/text/offsets';
import { $getPassages, $setPassages } from './passages-state';

/** Begins a character of its own, whatever stands before it. */
const plainStart = /^[\0-\x7f]/;

function $leavesIn(node: LexicalNode): LexicalNode[] {
  return $isElementNode(node) ? node.getChildren().flatMap($leavesIn) : [node];
}

/** The texts that run up to one, without a break between, and it. */
function $runUpTo(node: TextNode): TextNode[] {
  let block = node.getParentOrThrow();
  while (block.isInline()) block = block.getParentOrThrow();
  const leaves = $leavesIn(block);
  const until = leaves.findIndex((leaf) => leaf.is(node)) + 1;
  const from = leaves.slice(0, until).findLastIndex((leaf) => !$isTextNode(leaf)) + 1;
  return leaves.slice(from, until).filter($isTextNode);
}

function $nextText(node: TextNode): TextNode | null {
  let at: LexicalNode = node;
  for (let parent = at.getParent(); !at.getNextSibling() && parent?.isInline(); parent = at.getParent())
    at = parent;
  const sibling = at.getNextSibling();
  const next = $isElementNode(sibling) && sibling.isInline() ? sibling.getFirstDescendant() : sibling;
  return $isTextNode(next) ? next : null;
}

interface Torn {
  readonly node: TextNode;
  /** How much of its beginning belongs to a character that begins before it. */
  readonly length: number;
  /** Where that character begins. */
  readonly owner: TextNode;
}

function $tornStart(node: TextNode): Torn | null {
  const text = node.getTextContent();
  if (text === '' || plainStart.test(text) || $isTokenOrSegmented(node)) return null;
  const run = $runUpTo(node).slice(0, -1);
  const head = run.map((one) => one.getTextContent()).join('');
  const { before, after } = graphemeBounds(head + text, head.length);
  if (before === head.length) return null;
  let at = 0;
  const owner = run.find((one) => {
    at += one.getTextContentSize();
    return at > before;
  });
  if (!owner || $getPassages(owner).join() === $getPassages(node).join()) return null;
  return { node, length: Math.min(text.length, after - head.length), owner };
}

function $tornIn(keys: Iterable<NodeKey>): Torn[] {
  const nodes = new Set<TextNode>();
  for (const key of keys) {
    const node = $getNodeByKey(key);
    if (!$isTextNode(node) || !node.isAttached()) continue;
    nodes.add(node);
    const next = $nextText(node);
    if (next) nodes.add(next);
  }
  return [...nodes].flatMap((node) => $tornStart(node) ?? []);
}

function $makeWhole({ node, length, owner }: Torn): void {
  const [piece] = length < node.getTextContentSize() ? node.splitText(length) : [node];
  if (piece) $setPassages(piece, $getPassages(owner));
}

/** Answers a function that ends it. */
export function registerWholeGraphemes(editor: LexicalEditor): () => void {
  return editor.registerUpdateListener(({ editorState, dirtyLeaves, tags }) => {
    if (dirtyLeaves.size === 0 || tags.has(HISTORIC_TAG) || editor.isComposing()) return;
    const isTorn = editorState.read(() => $tornIn(dirtyLeaves).length > 0);
    if (!isTorn) return;
    editor.update(() => $tornIn(dirtyLeaves).forEach($makeWhole), { discrete: true, tag: HISTORY_MERGE_TAG });
  });
}
