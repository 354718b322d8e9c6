import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { codePointLength, createOffsetMap, sliceByCodePoints, snapToGraphemes } from './offsets';

const anyText = fc.string({
  unit: fc.oneof(
    fc.constantFrom('a', 'я', '中', '😀', '👩‍👩‍👧', 'e\u0301', '\n', '\ud83d', '🇺🇦'),
    fc.constant(' '),
  ),
});

describe('createOffsetMap', () => {
  it('agrees with iterating the string', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const map = createOffsetMap(text);
        let utf16 = 0;
        const points = Array.from(text);
        for (const [index, point] of points.entries()) {
          expect(map.toUtf16(index)).toBe(utf16);
          expect(map.toCodePoint(utf16)).toBe(index);
          if (point.length === 2) expect(map.toCodePoint(utf16 + 1)).toBe(index);
          utf16 += point.length;
        }
        expect(map.toUtf16(points.length)).toBe(utf16);
        expect(map.toCodePoint(utf16)).toBe(points.length);
        expect(map.codePointLength).toBe(points.length);
        expect(codePointLength(text)).toBe(points.length);
      }),
    );
  });

  it('clamps offsets outside of the text', () => {
    const map = createOffsetMap('a😀');
    expect(map.toUtf16(9)).toBe(3);
    expect(map.toCodePoint(-1)).toBe(0);
  });
});

describe('sliceByCodePoints', () => {
  it('cuts no surrogate pair', () => {
    expect(sliceByCodePoints('a😀b😀c', 1, 3)).toBe('😀b');
  });
});

describe('snapToGraphemes', () => {
  it('widens to whole clusters', () => {
    const text = 'x👩‍👩‍👧y e\u0301z 🇺🇦🇵🇱';
    expect(snapToGraphemes(text, 2, 3)).toEqual({ start: 1, end: 6 });
    expect(snapToGraphemes(text, 8, 9)).toEqual({ start: 8, end: 10 });
    expect(snapToGraphemes(text, 3, 3)).toEqual({ start: 1, end: 1 });
    expect(snapToGraphemes(text, 13, 14)).toEqual({ start: 12, end: 14 });
    expect(snapToGraphemes('a\r\nb', 2, 3)).toEqual({ start: 1, end: 3 });
  });

  it('agrees with segmenting the whole text', () => {
    const segmenter = new Intl.Segmenter(undefined, { granularity: 'grapheme' });
    fc.assert(
      fc.property(anyText, fc.nat(40), (text, at) => {
        const map = createOffsetMap(text);
        const offset = Math.min(at, map.codePointLength);
        const boundaries = [...segmenter.segment(text)].map((part) => map.toCodePoint(part.index));
        const before = [...boundaries, map.codePointLength].filter((boundary) => boundary <= offset).at(-1);
        expect(snapToGraphemes(text, offset, offset).start).toBe(before);
      }),
    );
  });
});
