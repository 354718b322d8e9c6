import { describe, expect, it } from 'vitest';
import { joinOverlaid } from './overlaid';
import type { Piece } from './piece';

const piece = (text: string, x: number, end: number, y = 100): Piece => ({
  text,
  x,
  end,
  y,
  size: 10,
  isRightToLeft: false,
  isMonospaced: false,
  href: '',
});
const words = (...pieces: readonly Piece[]): string =>
  joinOverlaid(pieces)
    .map(({ text }) => text)
    .join('');

describe('signs drawn over each other', () => {
  it('are one letter, whichever is drawn first', () => {
    expect(words(piece('C´', 10, 20), piece('esar', 15.5, 35))).toBe('César');
    expect(words(piece('na¨', 10, 24), piece('ıve', 19, 35))).toBe('naïve');
    expect(
      words(piece('Thˆ', 10, 24), piece('e', 19, 24), piece('´ Th`', 20, 40, 99), piece('anh', 35, 50)),
    ).toBe('Thế Thành');
  });

  it('are two where they stand side by side: quotes, and program text', () => {
    expect(words(piece('said `', 10, 30), piece('a mayor', 30, 60))).toBe('said `a mayor');
    expect(words(piece('~', 10, 15), piece('a', 15.4, 20))).toBe('~a');
  });

  it('are a ring that says what the letter in it is', () => {
    expect(
      words(piece('copyright ', 10, 50), piece('c', 53, 57), piece('©', 50, 60), piece(' 1994', 60, 80)),
    ).toBe('copyright © 1994');
    expect(words(piece('abc', 10, 25), piece('©', 25, 35))).toBe('abc©');
  });
});
