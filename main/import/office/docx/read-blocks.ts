/** The body of a Word document, a note, a comment or a cell as paragraphs and tables. The words of a paragraph are `read-words.ts`. */
import { attribute, childElements, childNamed, type XmlElement } from '../../archive/xml-node';
import { commentEnd, commentStart } from '../content/comments';
import type { OfficeBlock, OfficeCell, OfficeParagraph, Piece } from '../content/office-block';
import { paragraphOf } from '../content/office-block';
import { count } from '../content/remarks';
import type { DocxReading, ParagraphParts } from './docx-reading';
import { isOn, leafOfOutline } from './docx-styles';
import { readWords } from './read-words';

/** All blocks below an element, in order. */
export function readBlocks(reading: DocxReading, parent: XmlElement): OfficeBlock[] {
  const flow: BlockFlow = { reading, blocks: [], carried: [] };
  readChildren(flow, parent);
  if (flow.carried.length > 0) flow.blocks.push(paragraphOf(flow.carried));
  return flow.blocks;
}

interface BlockFlow {
  readonly reading: DocxReading;
  readonly blocks: OfficeBlock[];
  /** Words of a paragraph whose end was deleted: they go on in the next one. */
  carried: Piece[];
}

type BlockReader = (flow: BlockFlow, element: XmlElement) => void;

const readers: ReadonlyMap<string, BlockReader> = new Map<string, BlockReader>([
  ['p', readParagraph],
  ['tbl', (flow, table) => flow.blocks.push({ kind: 'table', rows: readRows(flow.reading, table) })],
  ['sdt', (flow, control) => readInside(flow, childNamed(control, 'sdtContent'))],
  ['customXml', readChildren],
  ['ins', readChildren],
  ['moveTo', readChildren],
  ['AlternateContent', (flow, element) => readInside(flow, preferredContent(element))],
  ['commentRangeStart', (flow, mark) => addPlace(flow, commentStart(attribute(mark, 'id')))],
  ['commentRangeEnd', (flow, mark) => addPlace(flow, commentEnd(attribute(mark, 'id')))],
  ['altChunk', ({ reading }) => count(reading.remarks, 'object')],
]);

function readChildren(flow: BlockFlow, parent: XmlElement): void {
  for (const child of childElements(parent)) readers.get(child.name)?.(flow, child);
}

function readInside(flow: BlockFlow, parent: XmlElement | null): void {
  if (parent !== null) readChildren(flow, parent);
}

/** The same thing told for newer and older programs: the first way that says something. */
export function preferredContent(element: XmlElement): XmlElement | null {
  return childNamed(element, 'Choice') ?? childNamed(element, 'Fallback');
}

/** Between paragraphs, a place stands in one without words: it moves on to the next. */
function addPlace(flow: BlockFlow, key: string): void {
  flow.blocks.push(paragraphOf([{ kind: 'place', key }]));
}

function readParagraph(flow: BlockFlow, paragraph: XmlElement): void {
  const { reading } = flow;
  const parts: ParagraphParts = { pieces: [...flow.carried], boxes: [] };
  flow.carried = [];
  readWords(reading, paragraph, { readBlocks }, parts);
  const properties = childNamed(paragraph, 'pPr');
  // A tracked deletion of the paragraph's end joins it with the next one.
  const isJoined = childNamed(childNamed(properties, 'rPr'), 'del') !== null;
  if (isJoined) flow.carried = parts.pieces;
  else flow.blocks.push(placed(reading, properties, parts.pieces));
  flow.blocks.push(...parts.boxes);
}

function placed(
  reading: DocxReading,
  properties: XmlElement | null,
  pieces: readonly Piece[],
): OfficeParagraph {
  const style = childNamed(properties, 'pStyle');
  const meaning = reading.styles.paragraph(style === null ? '' : attribute(style, 'val'));
  const leaf = leafOfOutline(properties) ?? meaning.leaf;
  const numbering = childNamed(properties, 'numPr') ?? meaning.numbering;
  const list = leaf === 'paragraph' && numbering !== null ? reading.numbering(numbering) : null;
  return { kind: 'paragraph', leaf, list, pieces };
}

/** Rows and cells may stand in controls and tracked changes. */
function elementsIn(parent: XmlElement, name: string): XmlElement[] {
  return childElements(parent).flatMap((child) => {
    if (child.name === name) return [child];
    const inside = child.name === 'sdt' ? childNamed(child, 'sdtContent') : child;
    const isWrapper = inside !== null && /^(?:sdtContent|customXml|ins|moveTo)$/.test(inside.name);
    return isWrapper ? elementsIn(inside, name) : [];
  });
}

function readRows(reading: DocxReading, table: XmlElement): OfficeCell[][] {
  return elementsIn(table, 'tr').flatMap((row) => {
    const properties = childNamed(row, 'trPr');
    if (childNamed(properties, 'del') === null) return [readRow(reading, row, isOn(properties, 'tblHeader'))];
    count(reading.remarks, 'deletion');
    return [];
  });
}

function readRow(reading: DocxReading, row: XmlElement, header: boolean): OfficeCell[] {
  return elementsIn(row, 'tc').map((cell) => {
    const properties = childNamed(cell, 'tcPr');
    const span = childNamed(properties, 'gridSpan');
    const merge = childNamed(properties, 'vMerge');
    const isCovered = merge !== null && attribute(merge, 'val') !== 'restart';
    const columns = span === null ? 1 : Number.parseInt(attribute(span, 'val'), 10) || 1;
    return { header, blocks: isCovered ? [] : readBlocks(reading, cell), columns };
  });
}
