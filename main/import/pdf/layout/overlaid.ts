/**
 * Letters that a page makes of two signs drawn over each other: TeX's older fonts have no é, but an accent and an e; and a
 * © of theirs is a ring around a c. Read one after the other these would be no word.
 */
import type { Piece } from './piece';

/** Accents that stand for themselves, and the marks that join with a letter. */
const marks: Readonly<Record<string, string>> = {
  '´': '\u0301',
  '`': '\u0300',
  '¨': '\u0308',
  ˆ: '\u0302',
  '^': '\u0302',
  '˜': '\u0303',
  '~': '\u0303',
  ˇ: '\u030c',
  '˘': '\u0306',
  '¯': '\u0304',
  '˙': '\u0307',
  '˚': '\u030a',
  '˝': '\u030b',
  '¸': '\u0327',
  '˛': '\u0328',
};

/** An i without its dot makes room for the accent. */
const dotless: Readonly<Record<string, string>> = { ı: 'i', ȷ: 'j' };

const joined = (letter: string, accent: string): string =>
  ((dotless[letter] ?? letter) + (marks[accent] ?? '')).normalize('NFC');

/** In font heights: the pen went back at least so far. */
const leastOverlap = 0.1;

const goesBack = (last: Piece, piece: Piece): boolean =>
  piece.x < last.end - leastOverlap * piece.size &&
  piece.x > last.x - 0.5 * piece.size &&
  Math.abs(piece.y - last.y) < 0.5 * piece.size;

const accentLast = new RegExp(`[${Object.keys(marks).join('')}]$`, 'u');
const accentFirst = new RegExp(`^[${Object.keys(marks).join('')}]`, 'u');

/** The two pieces as they are read, or null where nothing is made of two signs. */
function overlaid(last: Piece, piece: Piece): readonly [Piece, Piece] | null {
  if (!goesBack(last, piece)) return null;
  const [letter = ''] = /^\p{L}/u.exec(piece.text) ?? [];
  const [accent = ''] = accentLast.exec(last.text) ?? [];
  if (letter !== '' && accent !== '') {
    const text = joined(letter, accent) + piece.text.slice(letter.length);
    return [
      { ...last, text: last.text.slice(0, -1), end: piece.x },
      { ...piece, text },
    ];
  }
  const [above = ''] = accentFirst.exec(piece.text) ?? [];
  const [under = ''] = /\p{L}\p{M}*$/u.exec(last.text) ?? [];
  if (above === '' || under === '') return null;
  const text = last.text.slice(0, -under.length) + joined(under, above);
  return [
    { ...last, text },
    { ...piece, y: last.y, x: last.end, text: piece.text.slice(1) },
  ];
}

/** A letter in the ring that says what it is. */
const isRinged = (last: Piece, piece: Piece): boolean =>
  /^[©®℗]/u.test(piece.text) && /^[a-z]$/i.test(last.text) && last.x > piece.x && last.end < piece.end;

/** Pieces in the order in which they are drawn. */
export function joinOverlaid(pieces: readonly Piece[]): Piece[] {
  const kept: Piece[] = [];
  for (const piece of pieces) {
    const last = kept.at(-1);
    if (last && isRinged(last, piece)) kept.pop();
    const pair = last ? overlaid(last, piece) : null;
    if (pair) kept.splice(-1, 1, ...pair);
    else kept.push(piece);
  }
  return kept.filter(({ text }) => text !== '');
}
