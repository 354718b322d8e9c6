/**
 * Marks that travel with the words through the reader of pages: noncharacters of Unicode, which no text holds. They are taken out
 * again, and where they stood is told in code points of the plain text.
 */
import type { Block, Inline, ListBlock } from '../../../../shared/document/blocks';
import { normaliseBlocks } from '../../../../shared/document/normalise-blocks';
import { inlineText, leafSpans } from '../../../../shared/document/plain-text';
import { codePointLength } from '../../../../shared/text/offsets';

const anyMark = /\uFDD0(\d+)\uFDD1/g;

/** The mark of a number as text. */
export const markText = (number: number): string => `\uFDD0${number}\uFDD1`;

/** A text without what would be taken for a mark. */
export const withoutMarkSigns = (text: string): string => text.replace(/[\uFDD0\uFDD1]/g, '');

export interface MarkedPlace {
  /** Code points of the plain text. */
  readonly start: number;
  /** Which block it is in, and whether it is that block's first word. */
  readonly block: number;
  readonly isFirst: boolean;
}

/** The content without its marks, and where each stood. */
export function takeMarks(marked: readonly Block[]): {
  readonly blocks: Block[];
  readonly places: ReadonlyMap<number, MarkedPlace>;
} {
  const blocks = normaliseBlocks(marked.map(withoutMarks));
  const spans = leafSpans(blocks);
  const places = new Map<number, MarkedPlace>();
  for (const [at, { inlines }] of leafSpans(marked).entries()) {
    const span = spans[at];
    if (span === undefined) continue;
    const text = inlineText(inlines);
    for (const match of text.matchAll(anyMark)) {
      const before = codePointLength(text.slice(0, match.index).replace(anyMark, ''));
      const place = { start: span.start + before, block: span.path[0] ?? 0, isFirst: before === 0 };
      places.set(Number(match[1]), place);
    }
  }
  return { blocks, places };
}

const bare = (text: string): string => text.replace(anyMark, '');

function withoutMarks(block: Block): Block {
  if (block.kind === 'rule') return block;
  if (block.kind === 'list') return listWithout(block);
  if (block.kind !== 'table') return { ...block, inlines: inlinesWithout(block.inlines) };
  const rows = block.rows.map(({ cells }) => ({
    cells: cells.map((cell) => ({ ...cell, paragraphs: cell.paragraphs.map(inlinesWithout) })),
  }));
  return { ...block, rows };
}

function listWithout(list: ListBlock): ListBlock {
  const items = list.items.map((item) => ({
    inlines: inlinesWithout(item.inlines),
    lists: item.lists.map(listWithout),
  }));
  return { ...list, items };
}

function inlinesWithout(inlines: readonly Inline[]): Inline[] {
  return inlines.map((inline): Inline => {
    if (inline.kind === 'text') return { ...inline, text: bare(inline.text) };
    if (inline.kind !== 'link') return inline;
    const children = inline.children.map((child) =>
      child.kind === 'text' ? { ...child, text: bare(child.text) } : child,
    );
    return { ...inline, children };
  });
}
