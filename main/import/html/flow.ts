/**
 * The state of reading a page's elements into blocks, and the steps that lists and tables share with everything else.
 * Which element is read how is `page-to-blocks.ts`; it hands itself in as `readNode`, so that nothing is circular.
 */
import type { Block, Inline, LeafBlock } from '../../../shared/document/blocks';
import {
  addName,
  type InlineRun,
  type InlineStyle,
  inlinesOf,
  literalInlinesOf,
  paragraphsOf,
  startRun,
} from './inline-run';
import { childrenOf, type PageElement, type PageNode } from './page-node';

/** What the element being read stands in. */
export interface Setting extends InlineStyle {
  readonly leaf: LeafBlock['kind'];
}

/** What stays the same over one page. */
export interface PageContext {
  readonly base: URL | null;
  readonly pictures: readonly string[];
  /** What links within the page lead to: an element's id, and what its words are called in the content. */
  readonly names: ReadonlyMap<string, string>;
  /** Descriptions of pictures that are not in the file, in order; '' where a picture has none. Filled while reading. */
  readonly missingPictures: string[];
  readonly readNode: (flow: Flow, node: PageNode, setting: Setting) => void;
}

/** The blocks read so far and the one being read. */
export interface Flow {
  readonly page: PageContext;
  readonly blocks: Block[];
  run: InlineRun;
  leaf: LeafBlock['kind'];
}

export const plainSetting: Setting = { marks: [], href: null, leaf: 'paragraph' };

export const startFlow = (page: PageContext, leaf: LeafBlock['kind'] = 'paragraph'): Flow => ({
  page,
  blocks: [],
  run: startRun(),
  leaf,
});

/** Ends the block being read; nothing is kept of an empty one. */
export function closeLeaf(flow: Flow): void {
  const { run, leaf } = flow;
  if (run.pieces.length === 0) return;
  flow.run = { ...startRun(), pendingNames: run.pendingNames };
  for (const inlines of contentOf(run, leaf))
    if (inlines.length > 0) flow.blocks.push({ kind: leaf, inlines });
}

function contentOf(run: InlineRun, leaf: LeafBlock['kind']): Inline[][] {
  if (leaf === 'preformatted') return [literalInlinesOf(run)];
  return leaf === 'paragraph' || leaf === 'quote' ? paragraphsOf(run) : [inlinesOf(run)];
}

/** The words of an element that links of the page lead to. */
export function nameNextWords(flow: Flow, element: PageElement): void {
  const id = element.getAttribute('id');
  const name = id === null ? undefined : flow.page.names.get(id);
  if (name !== undefined) addName(flow.run, name);
}

export function readChildren(flow: Flow, parent: PageElement, setting: Setting): void {
  for (const child of childrenOf(parent)) flow.page.readNode(flow, child, setting);
}

/** Whether the page itself hides the element, by attribute or by its own style. */
export function isHidden(element: PageElement): boolean {
  if (element.hasAttribute('hidden')) return true;
  const style = element.getAttribute('style');
  return style !== null && /(?:^|;)\s*(?:display\s*:\s*none|visibility\s*:\s*hidden)/i.test(style);
}

/** The content of blocks as paragraphs of inline content: lists and tables become their items' and cells' words. */
export function paragraphsOfBlocks(blocks: readonly Block[]): Inline[][] {
  return blocks.flatMap((block): Inline[][] => {
    if (block.kind === 'rule') return [];
    if (block.kind === 'list') {
      return block.items.flatMap((item) => [[...item.inlines], ...paragraphsOfBlocks(item.lists)]);
    }
    if (block.kind !== 'table') return [[...block.inlines]];
    return block.rows.flatMap((row) =>
      row.cells.flatMap((cell) => cell.paragraphs.map((inlines) => [...inlines])),
    );
  });
}
