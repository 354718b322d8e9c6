/** What layout works on: words with their place on an upright page, in points from its upper left corner. */

/** A run of words in one font, as the page draws it. */
export interface Piece {
  readonly text: string;
  readonly x: number;
  readonly end: number;
  /** Of the baseline, downwards. */
  readonly y: number;
  /** Height of the font in points. */
  readonly size: number;
  readonly isRightToLeft: boolean;
  readonly isMonospaced: boolean;
  /** Where a link leads, or ''. */
  readonly href: string;
}

/** Pieces that follow each other on a line without a gap. */
export interface Segment {
  readonly pieces: readonly Piece[];
  readonly x: number;
  readonly end: number;
  readonly y: number;
  readonly size: number;
  readonly length: number;
}

/** Wider than this many font heights, a gap parts columns or cells. */
const widestGap = 1.5;

const isSpace = ({ text }: Piece): boolean => text.trim() === '';

/** Whether a piece goes on where another ends, on its line or raised above it. */
function goesOn(last: Piece, piece: Piece): boolean {
  const size = Math.max(last.size, piece.size);
  const gap = piece.x - last.end;
  return Math.abs(piece.y - last.y) < 0.5 * size && gap < widestGap * size && gap > -0.6 * size;
}

function segmentOf(pieces: readonly Piece[]): Segment {
  const worded = pieces.filter((piece) => !isSpace(piece));
  const longest = worded.reduce((best, piece) => (piece.text.length > best.text.length ? piece : best));
  return {
    pieces,
    x: Math.min(...worded.map(({ x }) => x)),
    end: Math.max(...worded.map(({ end }) => end)),
    y: longest.y,
    size: longest.size,
    length: worded.reduce((sum, { text }) => sum + text.length, 0),
  };
}

/** Joins what is drawn one after the other on a line. White space between two segments belongs to neither. */
export function segmentsOf(pieces: readonly Piece[]): Segment[] {
  const groups: Piece[][] = [];
  let spaces: Piece[] = [];
  let last: Piece | undefined;
  for (const piece of pieces) {
    if (isSpace(piece)) {
      spaces.push(piece);
      continue;
    }
    if (last && goesOn(last, piece)) groups.at(-1)?.push(...spaces, piece);
    else groups.push([piece]);
    spaces = [];
    last = piece;
  }
  return groups.map(segmentOf);
}
