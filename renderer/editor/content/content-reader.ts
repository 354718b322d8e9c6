/**
 * Reads an editor's content again and again while it is typed in, as HTML and with the passages: what was not edited since
 * the last time is not read again, and the first reading is done beforehand, between the keys.
 */
import {
  $getRoot,
  $isElementNode,
  HISTORIC_TAG,
  type LexicalEditor,
  type LexicalNode,
  type NodeKey,
} from 'lexical';
import type { Block } from '../../../shared/document/blocks';
import { joinLists } from '../../../shared/document/normalise-blocks';
import { serialiseContent } from '../../../shared/document/serialise-content';
import type { TextRange } from '../../../shared/text/offset-types';
import type { PassageKey } from '../passages/passages-state';
import { $readBlock, type ReadBlock } from './editor-to-content';
import { passagesOf } from './read-words';

/** The words as they are saved, and where the passages stand in them. */
export interface ReadContent {
  readonly html: string;
  readonly passages: ReadonlyMap<PassageKey, TextRange>;
}

interface KnownBlock extends ReadBlock {
  readonly html: string;
  /** The node and all below it, as they were read: a node that is edited becomes another. */
  readonly nodes: readonly LexicalNode[];
}

/** Left of an idle period when one more block is still begun, in milliseconds. */
const enoughMs = 3;

function $nodesIn(node: LexicalNode, into: LexicalNode[] = []): LexicalNode[] {
  into.push(node);
  if ($isElementNode(node))
    for (let child = node.getFirstChild(); child; child = child.getNextSibling()) $nodesIn(child, into);
  return into;
}

function $read(node: LexicalNode): KnownBlock {
  const read = $readBlock(node);
  return { ...read, html: serialiseContent(read.blocks), nodes: $nodesIn(node) };
}

function $isUnchanged(node: LexicalNode, { nodes }: KnownBlock): boolean {
  const now = $nodesIn(node);
  return now.length === nodes.length && now.every((one, index) => one === nodes[index]);
}

function goesOn(before: Block | undefined, after: Block | undefined): boolean {
  return before?.kind === 'list' && after?.kind === 'list' && before.ordered === after.ordered;
}

function htmlOf(read: readonly KnownBlock[]): string {
  const isSimple = read.every(
    ({ blocks }, index) => !goesOn(read[index - 1]?.blocks.at(-1), blocks[0]) && blocks.length > 0,
  );
  if (isSimple) return read.map(({ html }) => html).join('');
  return serialiseContent(joinLists(read.flatMap(({ blocks }) => blocks)));
}

export class ContentReader {
  private known = new Map<NodeKey, KnownBlock>();
  /** Blocks that nothing has happened to since they were read. */
  private readonly sure = new Set<NodeKey>();

  constructor(private readonly editor: LexicalEditor) {
    editor.registerUpdateListener(({ dirtyElements, tags }) => {
      // Undoing puts another state in place, and does not say what is different.
      if (tags.has(HISTORIC_TAG)) this.sure.clear();
      for (const key of dirtyElements.keys()) this.sure.delete(key);
    });
  }

  /** The editor's content now. */
  read(): ReadContent {
    return this.editor.getEditorState().read(() => {
      const nodes = $getRoot().getChildren();
      const read = nodes.map((node) => this.$blockOf(node));
      if (this.known.size > nodes.length) this.forgetOthers(nodes);
      return { html: htmlOf(read), passages: passagesOf(read.map(({ words }) => words)) };
    });
  }

  /** Reads what is not known yet while nothing else is to do. */
  prepare(): void {
    requestIdleCallback((deadline) => {
      const isDone = this.editor.getEditorState().read(() => {
        const next = $getRoot().getChildren();
        return next.every((node) => {
          if (deadline.timeRemaining() < enoughMs) return false;
          this.$blockOf(node);
          return true;
        });
      });
      if (!isDone) this.prepare();
    });
  }

  private $blockOf(node: LexicalNode): KnownBlock {
    const key = node.getKey();
    const known = this.known.get(key);
    if (known && this.sure.has(key)) return known;
    const now = known && $isUnchanged(node, known) ? known : $read(node);
    this.known.set(key, now);
    this.sure.add(key);
    return now;
  }

  private forgetOthers(nodes: readonly LexicalNode[]): void {
    const all = this.known;
    this.known = new Map();
    for (const node of nodes) {
      const known = all.get(node.getKey());
      if (known) this.known.set(node.getKey(), known);
    }
  }
}
