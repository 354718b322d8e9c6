/**
 * The pages of a PDF as one text: paragraphs go on over columns and pages, large lines are headings, and it is known where
 * each page begins. How sure a heading is decides: when in doubt it is a paragraph.
 */
import type { Block, LeafBlock, ListBlock, TableBlock } from '../../../shared/document/blocks';
import { normaliseBlocks } from '../../../shared/document/normalise-blocks';
import { plainText } from '../../../shared/document/plain-text';
import { codePointLength } from '../../../shared/text/offsets';
import { addLine, inlinesOf, type KnownWords, knownWords, type RunningText } from './join-lines';
import type { Line } from './layout/lines';
import { isContinued, type Paragraph, paragraphsOf } from './layout/paragraphs';
import type { PageLines } from './running-lines';

export interface PdfText {
  /** In normal form. */
  readonly blocks: readonly Block[];
  /** Where each page begins, in code points of the blocks' plain text; the last ones may be at its end. */
  readonly pageStarts: readonly number[];
  /** The heading that names the document, or ''. */
  readonly title: string;
}

/** A paragraph with all its lines, and the pages that begin with one of them. */
interface Placed {
  readonly paragraph: Paragraph;
  readonly pages: readonly { readonly page: number; readonly line: number }[];
}

/** Puts together what columns and pages have parted. */
function placeParagraphs(pages: readonly PageLines[]): Placed[] {
  const placed: Placed[] = [];
  pages.forEach((regions, page) => {
    regions.forEach((lines, region) => {
      paragraphsOf(lines).forEach((paragraph, index) => {
        const last = placed.at(-1);
        const begins = region === 0 && index === 0 ? [page] : [];
        if (
          index === 0 &&
          last &&
          isContinued(last.paragraph, paragraph) &&
          last.paragraph.kind === 'words'
        ) {
          const line = last.paragraph.lines.length;
          placed[placed.length - 1] = {
            paragraph: { ...last.paragraph, lines: [...last.paragraph.lines, ...paragraph.lines] },
            pages: [...last.pages, ...begins.map((one) => ({ page: one, line }))],
          };
        } else placed.push({ paragraph, pages: begins.map((one) => ({ page: one, line: 0 })) });
      });
    });
  });
  return placed;
}

const sizeOf = ({ size }: Line): number => Math.round(size * 2) / 2;

function lettersBySize(lines: readonly Line[]): Map<number, number> {
  const letters = new Map<number, number>();
  for (const line of lines) letters.set(sizeOf(line), (letters.get(sizeOf(line)) ?? 0) + line.text.length);
  return letters;
}

/** How much larger than the body a heading's letters are at least. */
const headingRatio = 1.12;
const longestHeading = 200;
const mostHeadingLines = 4;
/** Of all letters; larger type than this much of the text heads nothing. */
const mostHeadingShare = 0.2;

/** Sizes of headings, largest first. */
function headingSizes(lines: readonly Line[]): number[] {
  const letters = lettersBySize(lines);
  const all = [...letters.values()].reduce((sum, one) => sum + one, 0);
  const [body] = [...letters].reduce((best, one) => (one[1] > best[1] ? one : best), [0, 0]);
  const sizes = [...letters.keys()].filter((size) => size >= headingRatio * body).sort((a, b) => b - a);
  const share = sizes.reduce((sum, size) => sum + (letters.get(size) ?? 0), 0) / Math.max(1, all);
  return share > mostHeadingShare ? [] : sizes;
}

const headings = ['heading1', 'heading2', 'heading3', 'heading4'] as const;

function kindOf({ lines }: Paragraph, keepsLines: boolean, sizes: readonly number[]): LeafBlock['kind'] {
  const [first] = lines;
  const text = lines.map((line) => line.text).join(' ');
  const rank = first ? sizes.indexOf(sizeOf(first)) : -1;
  const isHeading = rank >= 0 && text.length <= longestHeading && lines.length <= mostHeadingLines;
  if (isHeading && /\p{L}{2}|\p{Lo}/u.test(text))
    return headings[Math.min(rank, headings.length - 1)] ?? 'heading4';
  return keepsLines && lines.every(({ isMonospaced }) => isMonospaced) ? 'preformatted' : 'paragraph';
}

interface Made {
  readonly block: Block;
  /** Where pages begin in the block's own text, in code points. */
  readonly pages: readonly { readonly page: number; readonly at: number }[];
}

function makeTable({ lines }: Paragraph): TableBlock {
  const rows = lines.map(({ cells }) => ({
    cells: cells.map(({ spans }) => ({ header: false, paragraphs: [inlinesOf(spans)] })),
  }));
  return { kind: 'table', rows };
}

const bullet = /^[•◦▪▫‣●○■□∙\uf0b7\uf0a7]\s+/;

function makeItem(running: RunningText, text: string): ListBlock | null {
  const sign = bullet.exec(text)?.[0];
  const [first, ...rest] = running.spans;
  if (sign === undefined || !first || text.length === sign.length) return null;
  const cut = first.text.startsWith(sign)
    ? [{ ...first, text: first.text.slice(sign.length) }, ...rest]
    : null;
  // The sign may be a span of its own.
  const spans =
    cut ?? rest.map((span, index) => (index === 0 ? { ...span, text: span.text.trimStart() } : span));
  const kept = spans.filter((span) => span.text !== '');
  return { kind: 'list', ordered: false, items: [{ inlines: inlinesOf(kept), lists: [] }] };
}

function makeBlock({ paragraph, pages }: Placed, sizes: readonly number[], known: KnownWords): Made {
  const keepsLines = paragraph.kind === 'words' && paragraph.keepsLines;
  if (paragraph.kind === 'table')
    return { block: makeTable(paragraph), pages: pages.map(({ page }) => ({ page, at: 0 })) };
  const running: RunningText = { spans: [], length: 0 };
  const starts = paragraph.lines.map((line) => addLine(running, line, keepsLines, known));
  const kind = kindOf(paragraph, keepsLines, sizes);
  const text = running.spans.map((span) => span.text).join('');
  const item = kind === 'paragraph' && pages.every(({ line }) => line === 0) ? makeItem(running, text) : null;
  const block: Block = item ?? { kind, inlines: inlinesOf(running.spans) };
  return { block, pages: pages.map(({ page, line }) => ({ page, at: item ? 0 : (starts[line] ?? 0) })) };
}

/** Headings that say which part this is, not which document. */
const partName =
  /^(?:table of )?contents?$|^(?:chapter|part|section|appendix|introduction|preface|foreword|abstract|summary)\b|^\d/i;

/**
 * The only heading of the largest size, however often it stands there (on a title page and above the text); of several the
 * one that the document begins with, unless it names a part of it.
 */
function titleOf(made: readonly Made[]): string {
  const textOf = ({ block }: Made): string => plainText([block]).replace(/\s+/g, ' ');
  const tops = made.filter(({ block }) => block.kind === 'heading1');
  const [first] = tops;
  if (!first) return '';
  const [title, index] = [textOf(first), made.indexOf(first)];
  if (tops.every((one) => textOf(one) === title)) return index < 6 ? title : '';
  return index === 0 && !partName.test(title) ? title : '';
}

/** One text of the pages' lines. */
export function textOfPages(pages: readonly PageLines[]): PdfText {
  const lines = pages.flat(2);
  const sizes = headingSizes(lines);
  const known = knownWords(lines);
  const made = placeParagraphs(pages).map((placed) => makeBlock(placed, sizes, known));
  const starts = new Map<number, number>();
  let at = 0;
  for (const { block, pages: begun } of made) {
    for (const one of begun) starts.set(one.page, at + one.at);
    at += codePointLength(plainText([block])) + 1;
  }
  let next = Math.max(0, at - 1);
  const pageStarts = pages
    .map((_, page) => pages.length - 1 - page)
    .map((page) => (next = starts.get(page) ?? next));
  return {
    blocks: normaliseBlocks(made.map(({ block }) => block)),
    pageStarts: pageStarts.reverse(),
    title: titleOf(made),
  };
}
