/**
 * The plain text of a content: what is searched, hashed and anchored to. Leaf blocks in document order are joined by
 * LF (a cell that is not the first of its row by TAB); a break is LF; pictures and rules contribute nothing.
 */
import type { CodePointOffset } from '../text/offset-types';
import { codePointLength, codePoints } from '../text/offsets';
import type { Block, Inline, LeafBlock, ListBlock, TableBlock } from './blocks';

/** What stands before a leaf in the plain text. */
export type LeafSeparator = '' | '\n' | '\t';

/** One leaf of a content and the stretch of plain text (code points) that it is. */
export interface LeafSpan {
  readonly kind: LeafBlock['kind'] | 'item' | 'cell';
  /**
   * Where the leaf is: `[block]`, `[block, item]`, `[block, item, list, item, …]` or `[block, row, cell, paragraph]`,
   * indexes from 0.
   */
  readonly path: readonly number[];
  readonly inlines: readonly Inline[];
  readonly separatorBefore: LeafSeparator;
  /** After the separator. */
  readonly start: CodePointOffset;
  readonly end: CodePointOffset;
}

type Leaf = Pick<LeafSpan, 'kind' | 'path' | 'inlines'> & { readonly joint: '\n' | '\t' };

/** The plain text of inline content: breaks are LF, pictures nothing. */
export function inlineText(inlines: readonly Inline[]): string {
  let text = '';
  for (const inline of inlines) {
    if (inline.kind === 'text') text += inline.text;
    else if (inline.kind === 'break') text += '\n';
    else if (inline.kind === 'link') text += inlineText(inline.children);
    else if (inline.kind === 'citation') text += inline.label;
  }
  return text;
}

function* leavesOfList(list: ListBlock, path: readonly number[]): Generator<Leaf> {
  for (const [itemIndex, item] of list.items.entries()) {
    const itemPath = [...path, itemIndex];
    yield { kind: 'item', path: itemPath, inlines: item.inlines, joint: '\n' };
    for (const [listIndex, nested] of item.lists.entries())
      yield* leavesOfList(nested, [...itemPath, listIndex]);
  }
}

function* leavesOfTable(table: TableBlock, path: readonly number[]): Generator<Leaf> {
  for (const [rowIndex, row] of table.rows.entries()) {
    for (const [cellIndex, cell] of row.cells.entries()) {
      for (const [index, inlines] of cell.paragraphs.entries()) {
        const joint = cellIndex > 0 && index === 0 ? '\t' : '\n';
        yield { kind: 'cell', path: [...path, rowIndex, cellIndex, index], inlines, joint };
      }
    }
  }
}

function* leavesOf(blocks: readonly Block[]): Generator<Leaf> {
  for (const [index, block] of blocks.entries()) {
    if (block.kind === 'list') yield* leavesOfList(block, [index]);
    else if (block.kind === 'table') yield* leavesOfTable(block, [index]);
    else if (block.kind !== 'rule')
      yield { kind: block.kind, path: [index], inlines: block.inlines, joint: '\n' };
  }
}

/** The plain text of a content: see the module. */
export function plainText(blocks: readonly Block[]): string {
  let text = '';
  let first = true;
  for (const leaf of leavesOf(blocks)) {
    text += (first ? '' : leaf.joint) + inlineText(leaf.inlines);
    first = false;
  }
  return text;
}

/** Every leaf of a content in document order, with the stretch of plain text that it is. */
export function leafSpans(blocks: readonly Block[]): LeafSpan[] {
  const spans: LeafSpan[] = [];
  let offset = 0;
  for (const { joint, ...leaf } of leavesOf(blocks)) {
    const separatorBefore = spans.length === 0 ? '' : joint;
    const start = offset + separatorBefore.length;
    offset = start + codePointLength(inlineText(leaf.inlines));
    spans.push({ ...leaf, separatorBefore, start: codePoints(start), end: codePoints(offset) });
  }
  return spans;
}
