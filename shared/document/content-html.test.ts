import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Block } from './blocks';
import { anyContent } from './content-arbitrary';
import { parseContent, serialiseContent } from './content-html';
import { normaliseBlocks } from './normalise-blocks';

describe('canonical HTML', () => {
  it('reads back what it writes', () => {
    fc.assert(
      fc.property(anyContent, (content) => {
        const normal = normaliseBlocks(content);
        expect(parseContent(serialiseContent(normal))).toEqual(normal);
      }),
      { numRuns: 500 },
    );
  });

  it('is read alike in another spelling', () => {
    const x: Block = { kind: 'paragraph', inlines: [{ kind: 'text', text: 'x', marks: [] }] };
    fc.assert(
      fc.property(anyContent, (content) => {
        const normal = normaliseBlocks(content);
        // One reference by number, and all of it is read by the parser of all HTML.
        expect(parseContent(`<p>&#120;</p>${serialiseContent(normal)}`)).toEqual([x, ...normal]);
      }),
      { numRuns: 200 },
    );
  });

  it('is written as documented', () => {
    const content: Block[] = [
      { kind: 'heading1', inlines: [{ kind: 'text', text: 'A & B', marks: [] }] },
      {
        kind: 'paragraph',
        inlines: [
          { kind: 'text', text: 'x', marks: ['strong', 'em'] },
          { kind: 'break' },
          { kind: 'citation', target: 'entity', targetId: '1', label: 'Kyiv' },
        ],
      },
      { kind: 'preformatted', inlines: [{ kind: 'text', text: '\n a\nb', marks: [] }] },
      { kind: 'rule' },
      {
        kind: 'list',
        ordered: false,
        items: [
          { inlines: [], lists: [{ kind: 'list', ordered: true, items: [{ inlines: [], lists: [] }] }] },
        ],
      },
      { kind: 'table', rows: [{ cells: [{ header: true, paragraphs: [[]] }] }] },
    ];
    expect(serialiseContent(content)).toBe(
      '<h1>A &amp; B</h1><p><strong><em>x</em></strong><br><cite data-kind="entity" data-id="1">Kyiv</cite></p>' +
        '<pre>\n\n a\nb</pre><hr><ul><li><ol><li></li></ol></li></ul><table><tr><th><p></p></th></tr></table>',
    );
  });

  it.each([
    'words',
    '<p>a</p> <p>b</p>',
    '<div>a</div>',
    '<p>a',
    '<p>a<p>b</p>',
    '</p>',
    '<p class="x">a</p>',
    '<p onclick="x()">a</p>',
    '<script>alert(1)</script>',
    '<p><img src="https://a.example/x.png" alt=""></p>',
    '<p><img src="data:image/svg+xml;base64,AAAA" alt=""></p>',
    '<p><a href="javascript:alert(1)">a</a></p>',
    '<p><a href="https://a.example"><a href="#b">a</a></a></p>',
    '<p><cite data-kind="other" data-id="1">a</cite></p>',
    '<p><cite>a</cite></p>',
    '<ul></ul>',
    '<ul>a</ul>',
    '<ul><li><ul><li>b</li></ul>a</li></ul>',
    '<table><tr><td>a</td></tr></table>',
    '<table><tbody><tr><td><p>a</p></td></tr></tbody></table>',
    '<!-- a -->',
    '<!doctype html>',
    '<p><strong><strong>a</strong></strong></p>',
    '<P>a</P>',
    '<p>a</br></p>',
    '<p><![CDATA[a]]></p>',
  ])('refuses %s', (html) => {
    expect(() => parseContent(html)).toThrow(/not canonical/);
  });

  it('never throws anything but its own refusal', () => {
    fc.assert(
      fc.property(
        fc.string({
          unit: fc.constantFrom('<', '>', 'p', '/', '"', '&', ' ', 'a', '!', '-', '=', '\n', 'li', 'br'),
        }),
        (html) => {
          try {
            parseContent(html);
          } catch (error) {
            expect(String(error)).toContain('not canonical');
          }
        },
      ),
    );
  });
});
