import { describe, expect, it } from 'vitest';
import { linesOf } from './lines';
import { type Piece, segmentsOf } from './piece';

const piece = (text: string, x: number, end: number, more: Partial<Piece> = {}): Piece => ({
  text,
  x,
  end,
  y: 100,
  size: 10,
  isRightToLeft: /\p{Script=Arabic}|\p{Script=Hebrew}/u.test(text),
  isMonospaced: false,
  href: '',
  ...more,
});
const read = (...pieces: readonly Piece[]) => linesOf(segmentsOf(pieces)).map(({ text }) => text);

/** Letters of a word as some programs draw them: one by one, from the left. */
const letters = (word: string, x: number): Piece[] =>
  Array.from(word)
    .reverse()
    .map((letter, index) => piece(letter, x + index * 5, x + index * 5 + 5));

describe('a line from the right', () => {
  it('is read from the right, with numbers and Latin names turned back', () => {
    const drawn = [
      piece('שלום', 10, 30),
      piece('City', 35, 50),
      piece(' ', 50, 53),
      piece('Hall', 53, 70),
      piece('23', 75, 85),
      piece('אנשים ועוד', 90, 140),
    ];
    expect(read(...drawn)).toEqual(['אנשים ועוד City Hall 23 שלום']);
  });

  it('takes the signs around a name or a number for its own, and those within for theirs', () => {
    const prefix = [piece('UN-', 10, 30), piece('ו', 30, 35), piece(' ', 35, 38), piece('אמר', 38, 60)];
    expect(read(...prefix)).toEqual(['אמר ו-UN']);
    expect(read(piece('.12.5%', 10, 40), piece(' ', 40, 43), piece('והשיעור', 43, 80))).toEqual([
      'והשיעור 12.5%.',
    ]);
    const percent = [piece('%', 10, 16), piece('12.5', 16, 36), piece(' ', 36, 39), piece('والنسبة', 39, 80)];
    expect(read(...percent)).toEqual(['والنسبة 12.5%']);
    expect(read(piece('A & B', 10, 50), piece(' ', 50, 53), piece('חברת הבנייה', 53, 80))).toEqual([
      'חברת הבנייה A & B',
    ]);
  });

  it('is whole where its letters are drawn one by one, signs over them and brackets too', () => {
    const word = letters('قال', 40);
    expect(read(...letters('نعم', 10), piece(' ', 25, 40), ...word)).toEqual(['قال نعم']);
    // The tanwin stands over the sad, which is drawn after it; the pen goes back for it.
    const tanwin = [
      piece('ا', 10, 14),
      piece('\u064b', 16, 16, { y: 98, isRightToLeft: false }),
      piece(' ', 15, 15),
    ];
    expect(read(...tanwin, piece('ص', 14, 24), piece('خ', 24, 32))).toEqual(['خص\u064bا']);
    expect(read(piece('(', 5, 8), piece('وكالة', 8, 30), piece(')', 30, 33))).toEqual(['(وكالة)']);
  });

  it('may hold more Latin letters than others, when its paragraph is from the right', () => {
    const first = piece('هذه هي الفقرة الأولى وهي طويلة', 10, 200, { y: 80 });
    const name = piece('Reuters News Agency', 100, 170, { isRightToLeft: false });
    expect(read(first, name, piece('وكالة', 175, 200))).toEqual([first.text, 'وكالة Reuters News Agency']);
    const own = [piece('The agency said', 10, 60), piece('نعم', 65, 80), piece('on Friday.', 85, 120)];
    expect(read(first, ...own)).toEqual([first.text, 'The agency said نعم on Friday.']);
  });
});

describe('a line from the left', () => {
  it('has spaces where there are gaps, raised signs, and cells where gaps are wide', () => {
    const drawn = [piece('words', 10, 30), piece('apart', 33, 50), piece('1', 50, 53, { size: 6, y: 96 })];
    const [line] = linesOf(segmentsOf([...drawn, piece('another cell', 100, 150)]));
    expect(line?.text).toBe('words apart1 another cell');
    expect(line?.spans.find(({ text }) => text === '1')?.marks).toEqual(['sup']);
    expect(line?.cells.map(({ text }) => text)).toEqual(['words apart1', 'another cell']);
  });
});
