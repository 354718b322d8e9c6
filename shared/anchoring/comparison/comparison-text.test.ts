import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createComparisonText, foldQuote } from './comparison-text';

describe('createComparisonText', () => {
  it('makes equal what typesetting changes', () => {
    const printed = '“Don’t wait”\u00a0— the ﬁsh\u00admongers’ cafe\u0301 …  now';
    expect(foldQuote(printed)).toBe('"Don\'t wait" - the fishmongers\' café ... now');
  });

  it('keeps words, case, line ends and numbers', () => {
    const text = 'Kyiv, 10² км\nКиїв ＡＢ';
    expect(createComparisonText(text).text).toBe(text);
  });

  it('knows where each stretch came from', () => {
    const text = 'a\u00adb ﬁ\u00a0\u00a0c';
    const copy = createComparisonText(text);
    expect(copy.text).toBe('ab fi c');
    expect(copy.toOriginal(0, 2)).toEqual({ start: 0, end: 3 });
    expect(copy.toOriginal(3, 5)).toEqual({ start: 4, end: 5 });
    expect(copy.toOriginal(6, 7)).toEqual({ start: 7, end: 8 });
    expect(copy.fromOriginal(4, 5)).toEqual({ start: 3, end: 5 });
    expect(copy.fromOriginal(1, 2)).toEqual({ start: 1, end: 1 });
  });

  it('finds any stretch again that begins and ends with words', () => {
    const piece = fc.constantFrom(
      'word',
      ' ',
      '\u00a0',
      '  ',
      '“',
      '’',
      '\u00ad',
      'ﬁ',
      'e\u0301',
      '中',
      '😀',
      '\n',
      '…',
      '—',
      'Ї',
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 8 }), fc.array(piece, { maxLength: 8 }), (before, after) => {
        const text = `${before.join('')}x inside y${after.join('')}`;
        const copy = createComparisonText(text);
        const start = before.join('').length;
        const there = copy.fromOriginal(start, start + 10);
        expect(copy.text.slice(there.start, there.end)).toBe('x inside y');
        expect(copy.toOriginal(there.start, there.end)).toEqual({ start, end: start + 10 });
      }),
    );
  });
});
