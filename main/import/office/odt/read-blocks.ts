/** The body of an OpenDocument text, a note, a comment or a cell as paragraphs, list items and tables. Words are `read-words.ts`. */
import { attribute, childElements, type XmlElement } from '../../archive/xml-node';
import {
  headingKind,
  type ListPlace,
  type OfficeBlock,
  type OfficeCell,
  type OfficeParagraph,
  paragraphOf,
} from '../content/office-block';
import { count } from '../content/remarks';
import type { OdtParagraph, OdtReading } from './odt-reading';
import { readFrame, readPlaces, readWords } from './read-words';

/** All blocks below an element, in order. */
export function readBlocks(reading: OdtReading, parent: XmlElement): OfficeBlock[] {
  const flow: BlockFlow = { reading, blocks: [] };
  readChildren(flow, parent, null);
  return flow.blocks;
}

interface BlockFlow {
  readonly reading: OdtReading;
  readonly blocks: OfficeBlock[];
}

interface OpenList {
  readonly style: string;
  readonly level: number;
  /** Whether the item being read has its first paragraph. */
  hasWords: boolean;
  /** The head of a list has no sign. */
  readonly isHead: boolean;
}

type BlockReader = (flow: BlockFlow, element: XmlElement, list: OpenList | null) => void;

const readers: ReadonlyMap<string, BlockReader> = new Map<string, BlockReader>([
  ['p', readParagraph],
  ['h', readParagraph],
  ['list', readList],
  ['numbered-paragraph', readChildren],
  ['table', readTable],
  ['section', readSection],
  ['index-body', readChildren],
  ['index-title', readChildren],
  ['table-of-content', readChildren],
  ['alphabetical-index', readChildren],
  ['illustration-index', readChildren],
  ['table-index', readChildren],
  ['object-index', readChildren],
  ['user-index', readChildren],
  ['bibliography', readChildren],
  ['tracked-changes', countDeletions],
  ['frame', readShape],
  ['g', readShape],
  ['rect', readShape],
  ['custom-shape', readShape],
  ['soft-page-break', readPlace],
  ['annotation', readPlace],
  ['annotation-end', readPlace],
]);

function readChildren(flow: BlockFlow, parent: XmlElement, list: OpenList | null): void {
  for (const child of childElements(parent)) readers.get(child.name)?.(flow, child, list);
}

function startParagraph(): OdtParagraph {
  return { pieces: [], boxes: [], atSpace: true };
}

function readParagraph({ reading, blocks }: BlockFlow, element: XmlElement, list: OpenList | null): void {
  const paragraph = startParagraph();
  const style = attribute(element, 'style-name');
  const { marks, hidden } = reading.styles.wordsOf(style);
  const leaf = leafOf(reading, element, style);
  if (hidden) count(reading.remarks, 'hidden');
  else {
    const set = leaf === 'paragraph' || leaf === 'quote' ? marks : [];
    readWords(reading, element, { readBlocks }, { marks: set, href: null }, paragraph);
  }
  const place = leaf === 'paragraph' ? placeIn(reading, list, paragraph) : null;
  blocks.push({ kind: 'paragraph', leaf, list: place, pieces: paragraph.pieces }, ...paragraph.boxes);
}

function leafOf({ styles }: OdtReading, element: XmlElement, style: string): OfficeParagraph['leaf'] {
  if (element.name !== 'h') return styles.leaf(style);
  const level = Number.parseInt(attribute(element, 'outline-level'), 10);
  return headingKind(Number.isNaN(level) ? 1 : level);
}

/** The first paragraph of an item with words has its sign; those that follow belong to it. */
function placeIn({ styles }: OdtReading, list: OpenList | null, { pieces }: OdtParagraph): ListPlace | null {
  if (list === null || list.isHead) return null;
  const sort = styles.list(list.style, list.level);
  if (sort === 'none') return null;
  const continues = list.hasWords;
  list.hasWords ||= pieces.some((piece) => piece.kind === 'text' && piece.text.trim() !== '');
  return { level: list.level, ordered: sort === 'ordered', continues };
}

const deepestLevel = 9;

function readList(flow: BlockFlow, element: XmlElement, outer: OpenList | null): void {
  const style = attribute(element, 'style-name') || outer?.style || '';
  const level = outer === null ? 0 : Math.min(outer.level + 1, deepestLevel);
  for (const item of childElements(element)) {
    const list: OpenList = { style, level, hasWords: false, isHead: item.name === 'list-header' };
    readChildren(flow, item, list);
  }
}

function readSection(flow: BlockFlow, section: XmlElement, list: OpenList | null): void {
  if (attribute(section, 'display') === 'none') count(flow.reading.remarks, 'hidden');
  else readChildren(flow, section, list);
}

function countDeletions({ reading }: BlockFlow, changes: XmlElement): void {
  for (const region of childElements(changes, 'changed-region'))
    if (childElements(region, 'deletion').length > 0) count(reading.remarks, 'deletion');
}

/** Pictures and text boxes that stand on the page, not in a paragraph. */
function readShape({ reading, blocks }: BlockFlow, shape: XmlElement): void {
  const paragraph = startParagraph();
  readFrame(reading, shape, { readBlocks }, { marks: [], href: null }, paragraph);
  blocks.push(paragraphOf(paragraph.pieces), ...paragraph.boxes);
}

function readPlace({ reading, blocks }: BlockFlow, element: XmlElement): void {
  const paragraph = startParagraph();
  readPlaces(reading, element, paragraph);
  blocks.push(paragraphOf(paragraph.pieces));
}

function readTable(flow: BlockFlow, table: XmlElement): void {
  flow.blocks.push({ kind: 'table', rows: readRows(flow.reading, table, false) });
}

function readRows(reading: OdtReading, parent: XmlElement, header: boolean): OfficeCell[][] {
  return childElements(parent).flatMap((child) => {
    if (child.name === 'table-row') return [readRow(reading, child, header)];
    const isGroup = /^table-(?:header-rows|rows|row-group)$/.test(child.name);
    return isGroup ? readRows(reading, child, header || child.name === 'table-header-rows') : [];
  });
}

/** Empty cells may be told once for many: no table of words has more columns than this. */
const mostRepeated = 64;

function readRow(reading: OdtReading, row: XmlElement, header: boolean): OfficeCell[] {
  return childElements(row).flatMap((cell): OfficeCell[] => {
    if (!/^(?:covered-)?table-cell$/.test(cell.name)) return [];
    const said = Number.parseInt(attribute(cell, 'number-columns-repeated'), 10) || 1;
    const blocks = cell.name === 'table-cell' ? readBlocks(reading, cell) : [];
    const times = Math.min(Math.max(said, 1), mostRepeated);
    return Array.from({ length: times }, () => ({ header, blocks, columns: 1 }));
  });
}
