/**
 * Makes content of an office document's paragraphs and tables, and tells where in its plain text the places are that
 * comments and pages begin and end at. Lists are nested by the level that each paragraph gives.
 */
import type {
  Block,
  BreakInline,
  ImageInline,
  Inline,
  ListBlock,
  TableCell,
  TextInline,
} from '../../../../shared/document/blocks';
import { cleanText, normaliseBlocks } from '../../../../shared/document/normalise-blocks';
import { leafSpans } from '../../../../shared/document/plain-text';
import { codePointLength } from '../../../../shared/text/offsets';
import type { ListPlace, OfficeBlock, OfficeCell, OfficeParagraph, OfficeTable, Piece } from './office-block';

export interface Composed {
  /** In normal form. */
  readonly blocks: readonly Block[];
  /** Code points of the blocks' plain text, by the key of the place. */
  readonly places: ReadonlyMap<string, number>;
}

/** Empty paragraphs are left out; a place in one is where the next words begin. */
export function compose(blocks: readonly OfficeBlock[]): Composed {
  const composing: Composing = { leafPlaces: [], waiting: [], lastLength: 0 };
  const content = normaliseBlocks(composeBlocks(composing, blocks));
  const places = new Map<string, number>();
  const spans = leafSpans(content);
  for (const [at, span] of spans.entries())
    for (const { key, offset } of composing.leafPlaces[at] ?? []) places.set(key, span.start + offset);
  for (const key of composing.waiting) places.set(key, spans.at(-1)?.end ?? 0);
  return { blocks: content, places };
}

interface Place {
  readonly key: string;
  /** Code points from the start of its leaf. */
  readonly offset: number;
}

interface Composing {
  /** For each leaf in document order. */
  readonly leafPlaces: Place[][];
  /** Places of paragraphs that were left out. */
  waiting: string[];
  /** Code points of the leaf that was composed last. */
  lastLength: number;
}

function composeBlocks(composing: Composing, blocks: readonly OfficeBlock[]): Block[] {
  const made: Block[] = [];
  let lists: ListNesting | null = null;
  for (const block of blocks) {
    if (block.kind === 'paragraph' && block.list !== null) {
      if (isEmpty(block)) skipParagraph(composing, block);
      else lists = addItem(composing, lists, block, block.list);
      continue;
    }
    if (block.kind === 'paragraph' && isEmpty(block)) {
      skipParagraph(composing, block);
      continue;
    }
    if (lists !== null) made.push(...lists.root);
    lists = null;
    made.push(...composeBlock(composing, block));
  }
  return lists === null ? made : [...made, ...lists.root];
}

function composeBlock(composing: Composing, block: OfficeBlock): Block[] {
  if (block.kind === 'rule') return [{ kind: 'rule' }];
  if (block.kind === 'table') return composeTable(composing, block);
  return [{ kind: block.leaf, inlines: composeLeaf(composing, block.pieces) }];
}

/** Nothing to see in it. */
function isEmpty({ pieces }: OfficeParagraph): boolean {
  return pieces.every(
    (piece) =>
      piece.kind === 'place' || piece.kind === 'break' || (piece.kind === 'text' && piece.text.trim() === ''),
  );
}

function skipParagraph(composing: Composing, { pieces }: OfficeParagraph): void {
  for (const piece of pieces) if (piece.kind === 'place') composing.waiting.push(piece.key);
}

/** The inline content of the next leaf of the document; notes where its places are. */
function composeLeaf(composing: Composing, pieces: readonly Piece[]): Inline[] {
  const places: Place[] = composing.waiting.map((key) => ({ key, offset: 0 }));
  composing.waiting = [];
  const kept = trimBreaks(pieces);
  let offset = 0;
  for (const piece of kept) {
    if (piece.kind === 'place') places.push({ key: piece.key, offset });
    else if (piece.kind === 'break') offset += 1;
    else if (piece.kind === 'text') offset += codePointLength(cleanText(piece.text));
  }
  composing.leafPlaces.push(places);
  composing.lastLength = offset;
  return groupLinks(kept);
}

/** Line breaks at either end of a paragraph are layout. */
function trimBreaks(pieces: readonly Piece[]): readonly Piece[] {
  const isWords = (piece: Piece): boolean => piece.kind === 'text' || piece.kind === 'image';
  const first = pieces.findIndex(isWords);
  const last = pieces.findLastIndex(isWords);
  return pieces.filter((piece, at) => piece.kind !== 'break' || (at > first && at < last));
}

/** Neighbours that lead to the same place are one link. */
function groupLinks(pieces: readonly Piece[]): Inline[] {
  const inlines: Inline[] = [];
  for (const piece of pieces) {
    const made = inlineOf(piece);
    if (made === null) continue;
    const href = 'href' in piece ? piece.href : null;
    const last = inlines.at(-1);
    const name = piece.kind === 'text' ? piece.name : undefined;
    if (href === null) inlines.push(made);
    else if (last?.kind === 'link' && last.href === href && last.name === name)
      inlines[inlines.length - 1] = { ...last, children: [...last.children, made] };
    else inlines.push({ kind: 'link', href, ...(name === undefined ? {} : { name }), children: [made] });
  }
  return inlines;
}

function inlineOf(piece: Piece): TextInline | BreakInline | ImageInline | null {
  if (piece.kind === 'place') return null;
  if (piece.kind === 'text') return { kind: 'text', text: piece.text, marks: piece.marks };
  if (piece.kind === 'image') return { kind: 'image', src: piece.src, alt: piece.alt };
  return piece;
}

interface OpenItem {
  readonly inlines: Inline[];
  readonly lists: OpenList[];
  /** Code points of its words. */
  length: number;
}

interface OpenList extends ListBlock {
  readonly items: OpenItem[];
}

interface ListNesting {
  readonly root: OpenList[];
}

function addItem(
  composing: Composing,
  nesting: ListNesting | null,
  { pieces }: OfficeParagraph,
  { level, ordered, continues = false }: ListPlace,
): ListNesting {
  const { root }: ListNesting = nesting ?? { root: [] };
  const lists = listsAt(root, level);
  const list = lists.at(-1);
  const before = continues ? list?.items.at(-1) : undefined;
  if (before?.lists.length === 0) continueItem(composing, before, pieces);
  else {
    const item: OpenItem = {
      inlines: composeLeaf(composing, pieces),
      lists: [],
      length: composing.lastLength,
    };
    if (list?.ordered === ordered) list.items.push(item);
    else lists.push({ kind: 'list', ordered, items: [item] });
  }
  return { root };
}

/** The lists of a level, or of the deepest level there is. */
function listsAt(root: OpenList[], level: number): OpenList[] {
  let lists = root;
  for (let above = 0; above < level; above += 1) {
    const parent = lists.at(-1)?.items.at(-1);
    if (parent === undefined) break;
    lists = parent.lists;
  }
  return lists;
}

/** The item before, which is the last leaf, gets more words after a break. */
function continueItem(composing: Composing, item: OpenItem, pieces: readonly Piece[]): void {
  const start = item.length + 1;
  const more = composeLeaf(composing, pieces);
  const places = composing.leafPlaces.pop() ?? [];
  for (const { key, offset } of places) composing.leafPlaces.at(-1)?.push({ key, offset: offset + start });
  item.length = start + composing.lastLength;
  item.inlines.push({ kind: 'break' });
  for (const inline of more) item.inlines.push(inline);
}

/** A table of one column is a frame around paragraphs, not a table. */
function composeTable(composing: Composing, { rows }: OfficeTable): Block[] {
  const filled = rows.filter((cells) => cells.length > 0);
  if (!filled.some((cells) => cells.length > 1 || (cells[0]?.columns ?? 1) > 1))
    return composeBlocks(
      composing,
      filled.flat().flatMap(({ blocks }) => blocks),
    );
  const cellCount = filled.reduce((count, cells) => count + cells.length, 0);
  const padding = { left: greatestPadding * cellCount };
  return [{ kind: 'table', rows: filled.map((cells) => ({ cells: composeRow(composing, cells, padding) })) }];
}

/** Empty cells that a table may gain by cells that span columns, by its own cells: hostile spans stay cheap. */
const greatestPadding = 4;

function composeRow(
  composing: Composing,
  cells: readonly OfficeCell[],
  padding: { left: number },
): TableCell[] {
  return cells.flatMap(({ header, blocks, columns }) => {
    const paragraphs = paragraphsIn(blocks).filter((paragraph) => keepInCell(composing, paragraph));
    const made = paragraphs.length === 0 ? [composeLeaf(composing, [])] : [];
    const cell: TableCell = {
      header,
      paragraphs: [...made, ...paragraphs.map(({ pieces }) => composeLeaf(composing, pieces))],
    };
    const right = Math.max(0, Math.min(columns - 1, padding.left));
    padding.left -= right;
    return [cell, ...Array.from({ length: right }, () => emptyCell(composing, header))];
  });
}

function emptyCell(composing: Composing, header: boolean): TableCell {
  composing.leafPlaces.push([]);
  return { header, paragraphs: [[]] };
}

function keepInCell(composing: Composing, paragraph: OfficeParagraph): boolean {
  if (!isEmpty(paragraph)) return true;
  skipParagraph(composing, paragraph);
  return false;
}

/** A cell holds paragraphs: lists and tables in it become theirs. */
function paragraphsIn(blocks: readonly OfficeBlock[]): OfficeParagraph[] {
  return blocks.flatMap((block) => {
    if (block.kind === 'paragraph') return [block];
    if (block.kind === 'rule') return [];
    return block.rows.flatMap((cells) => cells.flatMap((cell) => paragraphsIn(cell.blocks)));
  });
}
