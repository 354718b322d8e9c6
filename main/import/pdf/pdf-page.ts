/** One page of a PDF as pieces of text on an upright page, with what its links lead to. Pictures are not looked at. */
import type { PDFPageProxy } from 'pdfjs-dist';
import type { TextItem, TextStyle } from 'pdfjs-dist/types/src/display/api';
import { cleanText } from '../../../shared/document/normalise-blocks';
import { joinOverlaid } from './layout/overlaid';
import type { Piece } from './layout/piece';
import type { Pdfjs } from './pdf-engine';
import { withLigaturesTurned } from './turned-ligatures';

/** Pieces by the way they are turned; those that most of the page is written in come first. */
export interface PagePieces {
  readonly turns: readonly (readonly Piece[])[];
  /** Comments, highlights and drawings that somebody put on it. */
  readonly remarkCount: number;
  /** Letters that no font says the meaning of. */
  readonly unreadableCount: number;
}

interface Box {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}
interface LinkBox extends Box {
  readonly href: string;
}

type Viewport = ReturnType<PDFPageProxy['getViewport']>;
type Turn = 0 | 1 | 2 | 3;

const unreadable = /[\ue000-\uf8ff\ufffd\u0000-\u0008\u000e-\u001f]/g;
/** Bullets of symbol fonts stand in the private area, and say enough. */
const symbols = /[\uf0a0-\uf0ff]/g;

/** Shapes that Arabic and Hebrew letters take beside others, for which some fonts give code points of their own. */
const shapes = /[\ufb1d-\ufdfb\ufe70-\ufefc]/g;

/** The letters of a run of text, whatever shapes they are drawn in. */
const lettersOf = (text: string): string =>
  cleanText(text).replace(shapes, (shape) => shape.normalize('NFKC').trim());

function boxOf(viewport: Viewport, rect: readonly number[]): Box {
  const [left = 0, bottom = 0, right = 0, top = 0] = rect;
  const [x1 = 0, y1 = 0] = viewport.convertToViewportPoint(left, bottom) as number[];
  const [x2 = 0, y2 = 0] = viewport.convertToViewportPoint(right, top) as number[];
  return { left: Math.min(x1, x2), right: Math.max(x1, x2), top: Math.min(y1, y2), bottom: Math.max(y1, y2) };
}

interface PdfRemark {
  readonly subtype?: string;
  readonly url?: string;
  readonly rect?: readonly number[];
}

const ownRemarks = new Set([
  'Text',
  'FreeText',
  'Highlight',
  'Underline',
  'StrikeOut',
  'Squiggly',
  'Ink',
  'Stamp',
  'Caret',
]);

/** How a quarter turn of the page's text is taken back: the place on a page on which it is upright. */
const upright: Readonly<Record<Turn, (x: number, y: number) => readonly [number, number]>> = {
  0: (x, y) => [x, y],
  1: (x, y) => [y, -x],
  2: (x, y) => [-x, -y],
  3: (x, y) => [-y, x],
};

interface Placed {
  readonly piece: Piece;
  readonly turn: Turn;
}

function linkAt(links: readonly LinkBox[], x: number, y: number): string {
  return links.find((one) => x >= one.left && x <= one.right && y >= one.top && y <= one.bottom)?.href ?? '';
}

/** Words of an item that a link covers become a piece of their own; a word is in it by its middle. */
function splitAtLinks(
  text: string,
  hrefOf: (share: number) => string,
): { text: string; href: string; from: number; to: number }[] {
  const parts: { text: string; href: string; from: number; to: number }[] = [];
  let at = 0;
  for (const word of text.match(/\s+|\S+/g) ?? []) {
    const [from, to] = [at / text.length, (at + word.length) / text.length];
    const href = hrefOf((from + to) / 2);
    const last = parts.at(-1);
    if (last && last.href === href) Object.assign(last, { text: last.text + word, to });
    else parts.push({ text: word, href, from, to });
    at += word.length;
  }
  return parts;
}

function placed(
  item: TextItem,
  matrix: readonly number[],
  style: TextStyle | undefined,
  links: readonly LinkBox[],
): Placed[] {
  const [a = 1, b = 0, c = 0, d = 1, e = 0, f = 0] = matrix;
  const size = Math.hypot(c, d) || Math.hypot(a, b) || 1;
  // Written from above: a line that runs down the page; a single letter is set as it is in a line from the left.
  const isVertical = item.dir === 'ttb' && item.str.length > 1;
  const width = isVertical ? item.height : item.dir === 'ttb' ? 0.55 * size : item.width;
  const turn = isVertical ? 1 : ((((Math.round(Math.atan2(b, a) / (Math.PI / 2)) % 4) + 4) % 4) as Turn);
  const [x, y] = upright[turn](e, f);
  const length = Math.hypot(a, b) || 1;
  const hrefOf = (share: number): string =>
    links.length === 0
      ? ''
      : linkAt(links, e + (a / length) * width * share + 0.3 * c, f + (b / length) * width * share + 0.3 * d);
  const rest = {
    y,
    size,
    isRightToLeft: item.dir === 'rtl',
    isMonospaced: style?.fontFamily === 'monospace',
  };
  return splitAtLinks(item.str, hrefOf).map(({ text, href, from, to }) => ({
    turn,
    piece: { ...rest, text: lettersOf(text), href, x: x + width * from, end: x + width * to },
  }));
}

/** Drawn a second time a little beside itself: bold by hand. A single letter may stand twice, and an l is narrow. */
function isRepeated(piece: Piece, before: Piece | undefined): boolean {
  if (!before || before.text !== piece.text || piece.text.trim() === '') return false;
  const [across, down] = [Math.abs(piece.x - before.x), Math.abs(piece.y - before.y)];
  return across < (piece.text.length > 1 ? 0.25 : 0.15) * piece.size && down < 0.25 * piece.size;
}

function isOnPage({ x, end, y, size }: Piece, width: number, height: number): boolean {
  return end > 0 && x < width && y > 0 && y - size < height;
}

function byTurn(all: readonly Placed[]): Piece[][] {
  const turns = new Map<Turn, Piece[]>();
  for (const { piece, turn } of all) {
    const pieces = turns.get(turn);
    if (!pieces) turns.set(turn, [piece]);
    else if (!isRepeated(piece, pieces.at(-1))) pieces.push(piece);
  }
  const letters = (pieces: readonly Piece[]) => pieces.reduce((sum, { text }) => sum + text.trim().length, 0);
  return [...turns.values()]
    .map(joinOverlaid)
    .filter((pieces) => letters(pieces) > 0)
    .sort((p, q) => letters(q) - letters(p));
}

/** Reads a page. Throws what pdf.js throws for a damaged one. */
export async function readPdfPage(pdfjs: Pdfjs, page: PDFPageProxy): Promise<PagePieces> {
  const viewport = page.getViewport({ scale: 1 });
  const [{ items, styles }, remarks] = await Promise.all([
    page.getTextContent(),
    page.getAnnotations().catch(() => []) as Promise<PdfRemark[]>,
  ]);
  const links = remarks.flatMap(({ subtype, url, rect }) =>
    subtype === 'Link' && url && rect ? [{ ...boxOf(viewport, rect), href: url }] : [],
  );
  const worded = items.flatMap((item) => ('str' in item && item.str !== '' ? [item] : []));
  const all = (await withLigaturesTurned(pdfjs, page, worded)).flatMap((item) => {
    const matrix = pdfjs.Util.transform(viewport.transform, item.transform) as number[];
    const style = styles[item.fontName];
    return placed(item, matrix, style, links).filter(
      ({ piece, turn }) => turn !== 0 || isOnPage(piece, viewport.width, viewport.height),
    );
  });
  const text = all.map(({ piece }) => piece.text).join('');
  return {
    turns: byTurn(all),
    remarkCount: remarks.filter(({ subtype = '' }) => ownRemarks.has(subtype)).length,
    unreadableCount: text.replace(symbols, '').match(unreadable)?.length ?? 0,
  };
}
