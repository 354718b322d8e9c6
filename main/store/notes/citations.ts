/** The citations inside of a note's content: reading them, and pointing them at something else. */
import type { Block, CitationInline, Inline, ListBlock } from '../../../shared/document/blocks';
import { parseContent } from '../../../shared/document/content-html';
import { leafSpans } from '../../../shared/document/plain-text';
import { CasebookError } from '../../../shared/model/result';

/** Content as blocks. Throws `bad-arguments` when it is not canonical HTML. */
export function readContent(content: string): Block[] {
  try {
    return parseContent(content);
  } catch (cause) {
    throw new CasebookError('bad-arguments', `The note's words cannot be read: ${String(cause)}`, { cause });
  }
}

/** Every citation of a content, in document order. */
export function citationsOf(blocks: readonly Block[]): CitationInline[] {
  return leafSpans(blocks).flatMap(({ inlines }) =>
    inlines.filter((inline): inline is CitationInline => inline.kind === 'citation'),
  );
}

type Change = (inlines: readonly Inline[]) => readonly Inline[];

function changeList(list: ListBlock, change: Change): ListBlock {
  const items = list.items.map((item) => ({
    inlines: change(item.inlines),
    lists: item.lists.map((nested) => changeList(nested, change)),
  }));
  return { ...list, items };
}

function changeBlock(block: Block, change: Change): Block {
  if (block.kind === 'rule') return block;
  if (block.kind === 'list') return changeList(block, change);
  if (block.kind !== 'table') return { ...block, inlines: change(block.inlines) };
  const rows = block.rows.map(({ cells }) => ({
    cells: cells.map((cell) => ({ ...cell, paragraphs: cell.paragraphs.map(change) })),
  }));
  return { ...block, rows };
}

/** The content with every citation of one thing citing another instead; the words shown stay. */
export function citeInstead(
  blocks: readonly Block[],
  target: CitationInline['target'],
  fromId: string,
  toId: string,
): Block[] {
  const change: Change = (inlines) =>
    inlines.map((inline) =>
      inline.kind === 'citation' && inline.target === target && inline.targetId === fromId
        ? { ...inline, targetId: toId }
        : inline,
    );
  return blocks.map((block) => changeBlock(block, change));
}
