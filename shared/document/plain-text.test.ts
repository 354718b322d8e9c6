import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sliceByCodePoints } from '../text/offsets';
import { anyContent } from './content-arbitrary';
import { parseContent } from './content-html';
import { normaliseBlocks } from './normalise-blocks';
import { inlineText, leafSpans, plainText } from './plain-text';

describe('plainText', () => {
  it('joins leaves by LF and cells by TAB', () => {
    const content = parseContent(
      '<h1>Title</h1><p></p><hr><p>a<br>b <a href="#x">c</a></p><ul><li>one<ol><li>two</li></ol></li><li>three</li></ul>' +
        '<table><tr><th><p>x</p></th><td><p>y</p><p>z</p></td></tr><tr><td><p>w</p></td></tr></table><figcaption>end</figcaption>',
    );
    expect(plainText(content)).toBe('Title\n\na\nb c\none\ntwo\nthree\nx\ty\nz\nw\nend');
  });

  it('does not change when content is brought into its normal form twice', () => {
    fc.assert(
      fc.property(anyContent, (content) => {
        const normal = normaliseBlocks(content);
        expect(normaliseBlocks(normal)).toEqual(normal);
        expect(plainText(normal)).not.toMatch(/\r/);
      }),
    );
  });
});

describe('leafSpans', () => {
  it('covers the plain text', () => {
    fc.assert(
      fc.property(anyContent, (content) => {
        const normal = normaliseBlocks(content);
        const text = plainText(normal);
        let covered = '';
        for (const span of leafSpans(normal)) {
          expect(sliceByCodePoints(text, span.start, span.end)).toBe(inlineText(span.inlines));
          covered += span.separatorBefore + inlineText(span.inlines);
        }
        expect(covered).toBe(text);
      }),
    );
  });

  it('tells where a leaf is', () => {
    const content = parseContent(
      '<p>a</p><ul><li>b<ul><li>c</li></ul></li></ul><table><tr><td><p>d</p></td><td><p>e</p></td></tr></table>',
    );
    expect(
      leafSpans(content).map((span) => [span.kind, span.path, span.start, span.separatorBefore]),
    ).toEqual([
      ['paragraph', [0], 0, ''],
      ['item', [1, 0], 2, '\n'],
      ['item', [1, 0, 0, 0], 4, '\n'],
      ['cell', [2, 0, 0, 0], 6, '\n'],
      ['cell', [2, 0, 1, 0], 8, '\t'],
    ]);
  });
});
