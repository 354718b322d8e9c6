/**
 * Content whose words know where they stand in its plain text, cut where passages begin and end, so that a writer of any
 * format can mark the exact words. Offsets are code points of the plain text, which is not changed.
 */
import type {
  Block,
  Inline,
  ListBlock,
  ListItem,
  TableBlock,
  TextInline,
} from '../../../../shared/document/blocks';

/** Words with the place they begin at. Normal content has none of these; `isPlaced` tells. */
export interface PlacedText extends TextInline {
  readonly at: number;
}

export const isPlaced = (inline: TextInline): inline is PlacedText => 'at' in inline;

/** Places to cut at, ascending. */
interface Cutting {
  readonly cuts: readonly number[];
  offset: number;
  isFirst: boolean;
}

/** Every leaf but the first is parted from the one before by one character. */
function enterLeaf(cutting: Cutting): void {
  if (cutting.isFirst) cutting.isFirst = false;
  else cutting.offset += 1;
}

/** The first of ascending numbers that is greater. */
function firstAfter(numbers: readonly number[], limit: number): number {
  let low = 0;
  let high = numbers.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((numbers[middle] ?? 0) > limit) high = middle;
    else low = middle + 1;
  }
  return low;
}

function placeText(inline: TextInline, cutting: Cutting): PlacedText[] {
  const points = [...inline.text];
  const { offset: start, cuts } = cutting;
  const end = start + points.length;
  const places = [start];
  for (let index = firstAfter(cuts, start); (cuts[index] ?? end) < end; index += 1)
    places.push(cuts[index] ?? end);
  cutting.offset = end;
  return places.map((at, index) => ({
    kind: 'text',
    marks: inline.marks,
    at,
    text: points.slice(at - start, (places[index + 1] ?? end) - start).join(''),
  }));
}

function placeInline(inline: Inline, cutting: Cutting): readonly Inline[] {
  switch (inline.kind) {
    case 'text':
      return placeText(inline, cutting);
    case 'break':
      cutting.offset += 1;
      return [inline];
    case 'citation':
      cutting.offset += [...inline.label].length;
      return [inline];
    case 'link': {
      const children = inline.children.flatMap((child) =>
        placeInline(child, cutting),
      ) as typeof inline.children;
      return [{ ...inline, children }];
    }
    case 'image':
      return [inline];
  }
}

function placeLeaf(inlines: readonly Inline[], cutting: Cutting): readonly Inline[] {
  enterLeaf(cutting);
  return inlines.flatMap((inline) => placeInline(inline, cutting));
}

function placeList(list: ListBlock, cutting: Cutting): ListBlock {
  const items = list.items.map(
    (item): ListItem => ({
      inlines: placeLeaf(item.inlines, cutting),
      lists: item.lists.map((nested) => placeList(nested, cutting)),
    }),
  );
  return { ...list, items };
}

function placeTable(table: TableBlock, cutting: Cutting): TableBlock {
  const rows = table.rows.map(({ cells }) => ({
    cells: cells.map((cell) => ({
      ...cell,
      paragraphs: cell.paragraphs.map((inlines) => placeLeaf(inlines, cutting)),
    })),
  }));
  return { ...table, rows };
}

/** The content with its words cut and placed; `cuts` in any order. */
export function placeWords(blocks: readonly Block[], cuts: readonly number[]): Block[] {
  const cutting: Cutting = { cuts: [...new Set(cuts)].sort((a, b) => a - b), offset: 0, isFirst: true };
  return blocks.map((block) => {
    if (block.kind === 'rule') return block;
    if (block.kind === 'list') return placeList(block, cutting);
    if (block.kind === 'table') return placeTable(block, cutting);
    return { ...block, inlines: placeLeaf(block.inlines, cutting) };
  });
}
