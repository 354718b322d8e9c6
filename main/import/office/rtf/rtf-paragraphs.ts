/** Paragraphs, cells and rows of an RTF text, as its control words end them. */
import {
  headingKind,
  type ListPlace,
  type OfficeBlock,
  type OfficeParagraph,
  type Piece,
} from '../content/office-block';
import { leafOfStyleName } from '../content/style-names';
import type { ParagraphState, RtfFlow, RtfReading } from './rtf-state';
import { group } from './rtf-text';

const innermost = (reading: RtfReading): RtfFlow | undefined => reading.flows.at(-1);

/** Ends the paragraph being read, in the table or outside of it. */
export function endParagraph(reading: RtfReading): void {
  const flow = innermost(reading);
  if (flow === undefined) return;
  const { paragraph } = group(reading);
  const ended = takeParagraph(reading, flow, paragraph);
  if (paragraph.inTable) flow.cellBlocks.push(...ended);
  else {
    if (ended.some(isSomething)) endTable(flow);
    flow.blocks.push(...ended);
  }
}

function isSomething(block: OfficeBlock): boolean {
  return block.kind !== 'paragraph' || block.pieces.length > 0;
}

function takeParagraph(reading: RtfReading, flow: RtfFlow, state: ParagraphState): OfficeBlock[] {
  const { pieces, boxes } = flow;
  flow.pieces = [];
  flow.boxes = [];
  const leaf = leafOf(reading, state);
  const list = leaf === 'paragraph' ? listPlace(reading, state) : null;
  return [
    { kind: 'paragraph', leaf, list, pieces: isHeading(leaf) ? withoutBold(pieces) : pieces },
    ...boxes,
  ];
}

const isHeading = (leaf: OfficeParagraph['leaf']): boolean => leaf.startsWith('heading');

/** RTF repeats what a style sets in each paragraph: headings are bold by being headings. */
function withoutBold(pieces: readonly Piece[]): Piece[] {
  return pieces.map((piece) =>
    piece.kind === 'text' ? { ...piece, marks: piece.marks.filter((mark) => mark !== 'strong') } : piece,
  );
}

/** Nine is the level of body text. */
function leafOf({ styles }: RtfReading, { style, outline }: ParagraphState): OfficeParagraph['leaf'] {
  const known = styles.get(style);
  const named = leafOfStyleName(known?.name ?? '');
  const level = outline ?? known?.outline ?? null;
  return level !== null && level >= 0 && level < 9 ? headingKind(level + 1) : (named ?? 'paragraph');
}

const bullet = 23;
const nothing = 255;
const deepestLevel = 8;

function listPlace({ lists, overrides }: RtfReading, state: ParagraphState): ListPlace | null {
  const level = Math.min(Math.max(state.level, 0), deepestLevel);
  if (state.list === null || state.list === 0)
    return state.oldList === null ? null : { level, ordered: state.oldList === 'ordered' };
  const format = lists.get(overrides.get(state.list) ?? 0)?.[level] ?? bullet;
  return format === nothing ? null : { level, ordered: format !== bullet };
}

export function endCell(reading: RtfReading): void {
  const flow = innermost(reading);
  if (flow === undefined) return;
  const last = takeParagraph(reading, flow, group(reading).paragraph);
  flow.cells.push({ header: flow.isHeaderRow, blocks: [...flow.cellBlocks, ...last], columns: 1 });
  flow.cellBlocks = [];
}

/** A cell of a table within a cell: its words become paragraphs of the outer one. */
export function endInnerCell(reading: RtfReading): void {
  const flow = innermost(reading);
  flow?.cellBlocks.push(...takeParagraph(reading, flow, group(reading).paragraph));
}

export function endRow(reading: RtfReading): void {
  const flow = innermost(reading);
  if (flow === undefined || flow.cells.length === 0) return;
  flow.rows.push(flow.cells.map((cell) => ({ ...cell, header: flow.isHeaderRow })));
  flow.cells = [];
  flow.isHeaderRow = false;
}

/** A table ends with the first paragraph after it; words of a row that never ended are kept. */
function endTable(flow: RtfFlow): void {
  const loose = [...flow.cells.flatMap(({ blocks }) => blocks), ...flow.cellBlocks];
  if (flow.rows.length > 0) flow.blocks.push({ kind: 'table', rows: flow.rows });
  flow.blocks.push(...loose);
  flow.rows = [];
  flow.cells = [];
  flow.cellBlocks = [];
}

/** Ends the innermost flow and gives its blocks. */
export function endFlow(reading: RtfReading): OfficeBlock[] {
  endParagraph(reading);
  const flow = reading.flows.pop();
  if (flow === undefined) return [];
  endTable(flow);
  return flow.blocks;
}
