/** Lines of a stretch of a page: which segments stand side by side, in what order they are read, and with what between them. */
import type { TextMark } from '../../../../shared/document/blocks';
import type { Piece, Segment } from './piece';
import { isMark, piecesFromRight, rightToLeftOrder } from './right-to-left';

/** Words of a line in one look. */
export interface Span {
  readonly text: string;
  readonly marks: readonly TextMark[];
  readonly href: string;
}

/** A line, or a cell of it, in points from the upper left corner. */
export interface Line {
  readonly spans: readonly Span[];
  readonly text: string;
  readonly x: number;
  readonly end: number;
  readonly y: number;
  readonly size: number;
  readonly isRightToLeft: boolean;
  readonly isMonospaced: boolean;
  /** What wide gaps part on it; a line without is one cell. */
  readonly cells: readonly Cell[];
}

export interface Cell {
  readonly spans: readonly Span[];
  readonly text: string;
  readonly x: number;
  readonly end: number;
}

/** In font heights: from here on a gap is a space between words. */
const spaceGap = 0.16;

const heightShare = (a: Segment, b: Segment): number => {
  const top = Math.max(a.y - 0.75 * a.size, b.y - 0.75 * b.size);
  const bottom = Math.min(a.y + 0.2 * a.size, b.y + 0.2 * b.size);
  return (bottom - top) / (0.95 * Math.min(a.size, b.size));
};

const isBeside = (a: Segment, b: Segment): boolean =>
  a.x >= b.end - 0.3 * b.size || b.x >= a.end - 0.3 * a.size;

/** Segments of one height, side by side; in the order of their heights. */
function rowsOf(segments: readonly Segment[]): Segment[][] {
  const rows: Segment[][] = [];
  for (const segment of [...segments].sort((a, b) => a.y - b.y)) {
    const row = rows
      .slice(-3)
      .find((one) => one.every((other) => heightShare(other, segment) > 0.5 && isBeside(other, segment)));
    if (row) row.push(segment);
    else rows.push([segment]);
  }
  return rows;
}

const isMostly = (pieces: readonly Piece[], is: (piece: Piece) => boolean): boolean => {
  const letters = (some: readonly Piece[]) => some.reduce((sum, { text }) => sum + text.trim().length, 0);
  return letters(pieces.filter(is)) * 2 > letters(pieces);
};

function marksOf(piece: Piece, row: Segment): readonly TextMark[] {
  if (piece.size > 0.82 * row.size || piece.text.trim().length > 12) return [];
  if (piece.y < row.y - 0.15 * row.size) return ['sup'];
  return piece.y > row.y + 0.08 * row.size ? ['sub'] : [];
}

function spansOf(pieces: readonly Piece[], row: Segment): Span[] {
  const spans: Span[] = [];
  let last: Piece | undefined;
  for (const piece of pieces) {
    const gap = last ? Math.max(piece.x - last.end, last.x - piece.end) : 0;
    const before = spans.at(-1);
    const needsSpace =
      before &&
      !isMark(piece) &&
      gap > spaceGap * row.size &&
      !/\s$/.test(before.text) &&
      !/^\s/.test(piece.text);
    if (needsSpace) spans.push({ text: ' ', marks: [], href: piece.href === before.href ? piece.href : '' });
    spans.push({ text: piece.text, marks: marksOf(piece, row), href: piece.href });
    if (!isMark(piece)) last = piece;
  }
  return tidy(spans);
}

/** One space for many, none at the ends. */
function tidy(spans: readonly Span[]): Span[] {
  let open = true;
  const single = spans.map((span) => {
    const text = span.text.replace(/\s+/g, ' ');
    const kept = open ? text.trimStart() : text;
    if (kept !== '') open = kept.endsWith(' ');
    return { ...span, text: kept };
  });
  const worded = single.filter(({ text }) => text !== '');
  const last = worded.at(-1);
  if (!last) return [];
  const trimmed = { ...last, text: last.text.trimEnd() };
  return trimmed.text === '' ? tidy(worded.slice(0, -1)) : [...worded.slice(0, -1), trimmed];
}

export const textOf = (spans: readonly Span[]): string => spans.map(({ text }) => text).join('');

function cellOf(segment: Segment, row: Segment, isRightToLeft: boolean): Cell {
  const pieces = isRightToLeft ? piecesFromRight(segment.pieces) : segment.pieces;
  const spans = spansOf(pieces, row);
  return { spans, text: textOf(spans), x: segment.x, end: segment.end };
}

/** Segments that a gap too narrow for a cell parts are one. */
function joinNear(segments: readonly Segment[], size: number): Segment[] {
  const joined: Segment[] = [];
  for (const segment of segments) {
    const last = joined.at(-1);
    const gap = last ? Math.max(segment.x - last.end, last.x - segment.end) : 0;
    if (!last || gap > size) joined.push(segment);
    else {
      const [x, end] = [Math.min(last.x, segment.x), Math.max(last.end, segment.end)];
      const pieces = [...last.pieces, ...segment.pieces];
      joined[joined.length - 1] = { ...last, pieces, x, end, length: last.length + segment.length };
    }
  }
  return joined;
}

function lineOf(row: readonly Segment[], isFromRight: boolean): Line {
  const pieces = row.flatMap((segment) => segment.pieces);
  const main = row.reduce((best, one) => (one.length > best.length ? one : best));
  const isRightToLeft = isFromRight && pieces.some((piece) => piece.isRightToLeft);
  const sided = row.map((one) => ({
    one,
    x: one.x,
    isRightToLeft: isMostly(one.pieces, (p) => p.isRightToLeft),
  }));
  const ordered = isRightToLeft
    ? rightToLeftOrder(sided).map(({ one }) => one)
    : [...row].sort((a, b) => a.x - b.x);
  const cells = joinNear(ordered, main.size).map((segment) => cellOf(segment, main, isRightToLeft));
  const space: Span = { text: ' ', marks: [], href: '' };
  const spans = cells.flatMap((cell, index) => (index === 0 ? cell.spans : [space, ...cell.spans]));
  return {
    spans,
    text: textOf(spans),
    x: Math.min(...row.map(({ x }) => x)),
    end: Math.max(...row.map(({ end }) => end)),
    y: main.y,
    size: main.size,
    isRightToLeft,
    isMonospaced: isMostly(pieces, (piece) => piece.isMonospaced),
    cells,
  };
}

const isFromRight = (pieces: readonly Piece[]): boolean => isMostly(pieces, (piece) => piece.isRightToLeft);

/** The lines of a stretch of a page, from above. */
export function linesOf(segments: readonly Segment[]): Line[] {
  const left = Math.min(...segments.map(({ x }) => x));
  const right = Math.max(...segments.map(({ end }) => end));
  const isAllFromRight = isFromRight(segments.flatMap(({ pieces }) => pieces));
  /** A line with more Latin letters than others is one of its paragraph all the same where it ends short on the left. */
  const isShortOnLeft = (row: readonly Segment[]): boolean =>
    row.some(({ end, size }) => right - end < size) && row.every(({ x, size }) => x - left > size);
  return rowsOf(segments)
    .map((row) => {
      const isOwn = isFromRight(row.flatMap(({ pieces }) => pieces));
      return lineOf(row, isOwn || (isAllFromRight && isShortOnLeft(row)));
    })
    .filter(({ text }) => text !== '');
}
