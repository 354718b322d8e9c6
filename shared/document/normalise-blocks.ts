/**
 * Brings content into the one form in which equal contents are equal values: texts merged, marks in order, line ends LF,
 * nothing that HTML and UTF-8 cannot carry. It leaves out judging what belongs into an article: that is the importer's.
 */
import type {
  Block,
  BreakInline,
  ImageInline,
  Inline,
  ListBlock,
  TableCell,
  TextInline,
  TextMark,
} from './blocks';
import { textMarks } from './blocks';

type Simple = TextInline | BreakInline | ImageInline;

/** C0 controls but TAB and LF: HTML and XML cannot carry them. CR goes with them, so that CR LF becomes LF. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what it removes
const forbidden = /[\u0000-\u0008\u000b-\u001f]/g;

/** Most texts have nothing of what is looked for. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: as above
const mayBeUnclean = /[\u0000-\u0008\u000b-\u001f\ud800-\udfff]/;

/** Text as content keeps it: without control characters (line ends are LF), lone surrogates replaced. */
export const cleanText = (text: string): string =>
  mayBeUnclean.test(text) ? text.replace(forbidden, '').replace(/\p{Cs}/gu, '\ufffd') : text;
const cleanLine = (text: string): string => cleanText(text).replace(/\n/g, ' ');
/** In order; what is raised is not lowered as well. */
const orderMarks = (marks: readonly TextMark[]): readonly TextMark[] =>
  marks.length < 2
    ? marks
    : textMarks.filter((mark) => marks.includes(mark) && !(mark === 'sub' && marks.includes('sup')));

/** What a link may point to: nothing that runs, nothing that is fetched by being there. */
export const isSafeHref = (href: string): boolean => /^(?:https?:\/\/|mailto:|#)[^\s<>"]*$/i.test(href);

/** What a link may be called, for others to lead to it. */
export const isLinkName = (name: string): boolean => /^[\w.:-]{1,200}$/.test(name);

/** An embedded picture of a format every supported Chromium shows. */
export const isEmbeddedImage = (src: string): boolean =>
  /^data:image\/(?:png|jpeg|gif|webp|avif);base64,[A-Za-z0-9+/=]+$/.test(src);

const sameMarks = (a: TextInline, b: TextInline): boolean =>
  a.marks.length === b.marks.length && a.marks.every((mark, at) => mark === b.marks[at]);

function mergeTexts<T extends Inline>(inlines: readonly T[]): T[] {
  const merged: T[] = [];
  for (const inline of inlines) {
    const last = merged.at(-1);
    if (inline.kind !== 'text') merged.push(inline);
    else if (inline.text === '') continue;
    else if (last?.kind === 'text' && sameMarks(last, inline)) {
      merged[merged.length - 1] = { ...last, text: last.text + inline.text };
    } else merged.push(inline);
  }
  return merged;
}

function textPieces(inline: TextInline, preformatted: boolean): Simple[] {
  const marks = orderMarks(inline.marks);
  const text = cleanText(inline.text);
  if (!text.includes('\n')) return [{ kind: 'text', text, marks }];
  if (preformatted)
    return text
      .split(/(\n)/)
      .map((piece) => ({ kind: 'text', text: piece, marks: piece === '\n' ? [] : marks }));
  return text.split('\n').flatMap((line, index): Simple[] => {
    const piece: Simple = { kind: 'text', text: line, marks };
    return index === 0 ? [piece] : [{ kind: 'break' }, piece];
  });
}

function simplePieces(inline: Simple, preformatted: boolean): Simple[] {
  if (inline.kind === 'text') return textPieces(inline, preformatted);
  if (inline.kind === 'break') return preformatted ? [{ kind: 'text', text: '\n', marks: [] }] : [inline];
  return isEmbeddedImage(inline.src) ? [{ ...inline, alt: cleanText(inline.alt) }] : [];
}

function inlinePieces(inline: Inline, preformatted: boolean): Inline[] {
  if (inline.kind === 'citation') return [{ ...inline, label: cleanLine(inline.label) }];
  if (inline.kind !== 'link') return simplePieces(inline, preformatted);
  const children = mergeTexts(inline.children.flatMap((child) => simplePieces(child, preformatted)));
  if (!isSafeHref(inline.href)) return children;
  const { kind, href, name = '' } = inline;
  return children.length === 0 ? [] : [{ kind, href, ...(isLinkName(name) ? { name } : {}), children }];
}

/** {@link normaliseBlocks} for the inline content of one leaf; `preformatted` keeps LF as text instead of breaks. */
export function normaliseInlines(inlines: readonly Inline[], preformatted = false): Inline[] {
  return mergeTexts(inlines.flatMap((inline) => inlinePieces(inline, preformatted)));
}

function normaliseList(list: ListBlock): ListBlock[] {
  if (list.items.length === 0) return [];
  const items = list.items.map((item) => ({
    inlines: normaliseInlines(item.inlines),
    lists: joinLists(item.lists.flatMap(normaliseList)),
  }));
  return [{ kind: 'list', ordered: list.ordered, items }];
}

/** Two lists of one sort that touch are one list: editors cannot keep them apart. A part of {@link normaliseBlocks}. */
export function joinLists<T extends Block>(blocks: readonly T[]): T[] {
  const merged: T[] = [];
  for (const block of blocks) {
    const last = merged.at(-1);
    const joins = block.kind === 'list' && last?.kind === 'list' && last.ordered === block.ordered;
    if (joins) merged[merged.length - 1] = { ...last, items: [...last.items, ...block.items] };
    else merged.push(block);
  }
  return merged;
}

function normaliseCell(cell: TableCell): TableCell {
  const paragraphs = cell.paragraphs.length === 0 ? [[]] : cell.paragraphs;
  return { header: cell.header, paragraphs: paragraphs.map((inlines) => normaliseInlines(inlines)) };
}

function normaliseBlock(block: Block): Block[] {
  if (block.kind === 'rule') return [block];
  if (block.kind === 'list') return normaliseList(block);
  if (block.kind === 'table') {
    const rows = block.rows.filter((row) => row.cells.length > 0);
    return rows.length === 0
      ? []
      : [{ kind: 'table', rows: rows.map((row) => ({ cells: row.cells.map(normaliseCell) })) }];
  }
  return [{ kind: block.kind, inlines: normaliseInlines(block.inlines, block.kind === 'preformatted') }];
}

/**
 * The normal form of a content: adjacent texts of the same marks merged, marks ordered, empty texts, lists, rows and
 * links dropped, touching lists of one sort joined, unsafe links unwrapped, pictures that are not embedded dropped, LF in a text made a break (kept as LF
 * in preformatted blocks), CR and control characters removed.
 */
export function normaliseBlocks(blocks: readonly Block[]): Block[] {
  return joinLists(blocks.flatMap(normaliseBlock));
}
