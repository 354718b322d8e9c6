/** Tables of a page: those that hold data. A table used for layout is read as a sequence of blocks by `page-to-blocks.ts`. */
import type { Block, Inline, TableCell } from '../../../shared/document/blocks';
import {
  closeLeaf,
  isHidden,
  nameNextWords,
  type PageContext,
  paragraphsOfBlocks,
  plainSetting,
  readChildren,
  startFlow,
} from './flow';
import { asElement, childrenOf, holds, type PageElement } from './page-node';
import { elementNames } from './page-policy';

const layoutElements: ReadonlySet<string> = elementNames(
  'table h1 h2 h3 hr form blockquote article nav aside section',
);
const greatestCellLength = 3000;
const greatestCellParagraphs = 6;
/** Empty cells that a table may gain through `colspan` and `rowspan`, by its own cells: hostile spans stay cheap. */
const greatestPadding = 4;

/** Whether the table has rows of cells that fit the content model. */
export function isDataTable(table: PageElement): boolean {
  const role = table.getAttribute('role');
  if (role === 'presentation' || role === 'none' || holds(table, layoutElements)) return false;
  const rows = rowsOf(table).map(cellsOf);
  if (!rows.some((cells) => cells.length > 1)) return false;
  return rows.every((cells) => cells.every(isSmall));
}

function isSmall(cell: PageElement): boolean {
  if ((cell.textContent ?? '').length > greatestCellLength) return false;
  return Array.from(cell.querySelectorAll('p')).length <= greatestCellParagraphs;
}

/** The table with its caption before it; cells that span several places are followed or underlaid by empty ones. */
export function tableBlocks(table: PageElement, page: PageContext): Block[] {
  const captions = visibleChildren(table).filter((child) => child.localName === 'caption');
  const captionBlocks = captions.flatMap((caption) => readParagraphs(caption, page));
  const rows = padSpans(rowsOf(table).map((row) => cellsOf(row).map((cell) => readCell(cell, page))));
  return [
    ...captionBlocks.map((inlines): Block => ({ kind: 'caption', inlines })),
    { kind: 'table', rows: rows.filter(hasContent).map((cells) => ({ cells })) },
  ];
}

function readParagraphs(element: PageElement, page: PageContext): Inline[][] {
  const flow = startFlow(page);
  nameNextWords(flow, element);
  readChildren(flow, element, plainSetting);
  closeLeaf(flow);
  return paragraphsOfBlocks(flow.blocks);
}

/** A row whose pictures were not in the file has nothing left. */
function hasContent(cells: readonly TableCell[]): boolean {
  return cells.some((cell) => cell.paragraphs.some((inlines) => inlines.length > 0));
}

interface SpannedCell {
  readonly cell: TableCell;
  readonly columns: number;
  readonly rows: number;
}

function readCell(element: PageElement, page: PageContext): SpannedCell {
  const paragraphs = readParagraphs(element, page);
  const cell: TableCell = {
    header: element.localName === 'th',
    paragraphs: paragraphs.length > 0 ? paragraphs : [[]],
  };
  return { cell, columns: spanOf(element, 'colspan'), rows: spanOf(element, 'rowspan') };
}

function spanOf(element: PageElement, name: string): number {
  const span = Number.parseInt(element.getAttribute(name) ?? '1', 10);
  return Number.isNaN(span) ? 1 : Math.min(Math.max(span, 1), 100);
}

/** Puts empty cells where a span covers a place, so that cells of one column stay under each other. */
function padSpans(rows: readonly (readonly SpannedCell[])[]): TableCell[][] {
  const cellCount = rows.reduce((total, cells) => total + cells.length, 0);
  const grid: SpanGrid = { covered: new Map(), paddingLeft: greatestPadding * cellCount };
  return rows.map((cells) => padRow(cells, grid));
}

interface SpanGrid {
  /** How many of the rows to come a cell above still covers, by column. */
  readonly covered: Map<number, number>;
  paddingLeft: number;
}

const emptyCell: TableCell = { header: false, paragraphs: [[]] };

function padRow(cells: readonly SpannedCell[], grid: SpanGrid): TableCell[] {
  const padded: TableCell[] = [];
  for (const { cell, columns, rows } of cells) {
    while (takeCovered(grid, padded.length)) padded.push(emptyCell);
    if (rows > 1) grid.covered.set(padded.length, rows - 1);
    const right = Math.min(columns - 1, grid.paddingLeft);
    grid.paddingLeft -= right;
    padded.push(cell, ...Array.from({ length: right }, () => emptyCell));
  }
  return padded;
}

/** Whether a cell of a row above reaches into this column of the row being read. */
function takeCovered(grid: SpanGrid, column: number): boolean {
  const left = grid.covered.get(column) ?? 0;
  if (left === 0 || grid.paddingLeft === 0) return false;
  grid.paddingLeft -= 1;
  if (left === 1) grid.covered.delete(column);
  else grid.covered.set(column, left - 1);
  return true;
}

function rowsOf(table: PageElement): PageElement[] {
  return visibleChildren(table).flatMap((child) => {
    if (child.localName === 'tr') return [child];
    const isSection = /^t(?:head|body|foot)$/.test(child.localName);
    return isSection ? visibleChildren(child).filter((row) => row.localName === 'tr') : [];
  });
}

function cellsOf(row: PageElement): PageElement[] {
  return visibleChildren(row).filter((child) => child.localName === 'td' || child.localName === 'th');
}

function visibleChildren(parent: PageElement): PageElement[] {
  return Array.from(childrenOf(parent))
    .map(asElement)
    .filter((child): child is PageElement => child !== null && !isHidden(child));
}
