/**
 * The order in which pieces of a line from the right are read. A page shows them where they are drawn; what a sign
 * between them belongs to is told by what stands on either side, as the bidirectional algorithm of Unicode has it.
 */
import type { Piece } from './piece';

/** From the right, and what reads from the left in it (numbers, Latin names) turned back. */
export function rightToLeftOrder<Item extends { readonly isRightToLeft: boolean; readonly x: number }>(
  items: readonly Item[],
): Item[] {
  const ordered: Item[] = [];
  let inserted = 0;
  for (const item of [...items].sort((a, b) => b.x - a.x)) {
    inserted = item.isRightToLeft ? 0 : inserted + 1;
    ordered.splice(ordered.length - Math.max(0, inserted - 1), 0, item);
  }
  return ordered;
}

/** A sign drawn over a letter, as a piece of its own. */
export const isMark = ({ text }: Piece): boolean => /^\p{M}+$/u.test(text.trim());

const mirrors: Readonly<Record<string, string>> = {
  '(': ')',
  ')': '(',
  '[': ']',
  ']': '[',
  '{': '}',
  '}': '{',
  '«': '»',
  '»': '«',
};

/** Neither letters nor numbers: it goes with what is around it. */
const isNeutral = ({ text }: Piece): boolean => !/[\p{L}\p{N}]/u.test(text);
const isNumber = ({ text }: Piece): boolean => !/\p{L}/u.test(text);

/** A sign over a letter comes after it. */
function placeMark(piece: Piece, all: readonly Piece[]): Piece {
  const middle = (piece.x + piece.end) / 2;
  const base = all.find(
    (other) => other !== piece && !isMark(other) && other.x <= middle && middle <= other.end,
  );
  return { ...piece, text: piece.text.trim(), isRightToLeft: true, x: base ? base.x - 0.01 : piece.x };
}

/** Signs before and after; those of an amount (`12%`, `$5`) and the dots within a name stay with it. */
const signsAround =
  /^((?:(?![%‰°€$£¥#@+\p{N}\p{L}\p{M}])[^])*)([^]*?)((?:(?![%‰°€$£¥\p{N}\p{L}\p{M}])[^])*)$/u;

/** Words from the left with signs around them, drawn at one go, are several pieces: the signs may belong to the line. */
function withoutSigns(piece: Piece): Piece[] {
  if (piece.isRightToLeft || isNeutral(piece)) return [piece];
  const [, before = '', core = '', after = ''] = signsAround.exec(piece.text) ?? [];
  const width = (piece.end - piece.x) / piece.text.length;
  let x = piece.x;
  return [before, core, after].flatMap((text) => {
    const part = { ...piece, text, x, end: x + width * text.length };
    x = part.end;
    return text === '' ? [] : [part];
  });
}

/** A sign reads from the left only between words that do; brackets of the line are drawn mirrored. */
function settle(piece: Piece, onLeft: Piece | undefined, onRight: Piece | undefined): Piece {
  if (!isNeutral(piece)) return piece;
  const isWithin =
    onLeft?.isRightToLeft === false &&
    onRight?.isRightToLeft === false &&
    !(isNumber(onLeft) && isNumber(onRight));
  if (isWithin) return { ...piece, isRightToLeft: false };
  const text = piece.text.replace(/[()[\]{}«»]/g, (sign) => mirrors[sign] ?? sign);
  return { ...piece, text, isRightToLeft: true };
}

/** A space without width stands where the pen went back, to draw a sign over a letter. */
const isNoSpace = ({ text, x, end, size }: Piece): boolean => text.trim() === '' && end - x < 0.05 * size;

/** The pieces of a line from the right in the order in which they are read. */
export function piecesFromRight(pieces: readonly Piece[]): Piece[] {
  const drawn = pieces.filter((piece) => !isNoSpace(piece)).flatMap(withoutSigns);
  const marked = drawn.map((piece) => (isMark(piece) ? placeMark(piece, drawn) : piece));
  const fromLeft = [...marked].sort((a, b) => a.x - b.x);
  const settled = fromLeft.map((piece, at) => {
    if (isMark(piece)) return piece;
    const isWorded = (other: Piece): boolean => !isNeutral(other);
    return settle(piece, fromLeft.slice(0, at).findLast(isWorded), fromLeft.slice(at + 1).find(isWorded));
  });
  return rightToLeftOrder(settled);
}
