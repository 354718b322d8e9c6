import { describe, expect, it } from 'vitest';
import { parseContent } from '../../../../shared/document/content-html';
import { plainText } from '../../../../shared/document/plain-text';
import { serialiseContent } from '../../../../shared/document/serialise-content';
import { readMarkdown } from './read-markdown';

const read = (text: string) => readMarkdown(text, { source: '/notes/a.md', pictureBeside: undefined });
const content = (text: string): string => serialiseContent(read(text).blocks);

describe('Markdown', () => {
  it('becomes headings, lists, quotes, code and tables', () => {
    expect(
      content(
        '# Title\n\nSome *soft* and **hard** `words` ~~gone~~.\n\n1. one\n2. two\n   - inner\n\n> quoted\n\n```js\na < b\n```\n\n---\n',
      ),
    ).toBe(
      '<h1>Title</h1><p>Some <em>soft</em> and <strong>hard</strong> <code>words</code> <s>gone</s>.</p>' +
        '<ol><li>one</li><li>two<ul><li>inner</li></ul></li></ol><blockquote>quoted</blockquote><pre>a &lt; b</pre><hr>',
    );
    expect(content('| a | b |\n|---|---|\n| 1 | *2* |')).toBe(
      '<table><tr><th><p>a</p></th><th><p>b</p></th></tr><tr><td><p>1</p></td><td><p><em>2</em></p></td></tr></table>',
    );
    expect(content('- [x] done\n- [ ] open')).toBe('<ul><li>☑ done</li><li>☐ open</li></ul>');
    expect(content('[words](https://a.example/x?a=1&b=2) and https://b.example')).toBe(
      '<p><a href="https://a.example/x?a=1&amp;b=2">words</a> and <a href="https://b.example/">https://b.example</a></p>',
    );
  });

  it('links footnotes there and back', () => {
    const html = content(
      'Said so.[^b] And so.[^a]\n\n[^a]: The second.\n[^b]: The *first*.\n[^c]: Nobody cites it.',
    );
    expect(html).toContain('<a href="#note-1" id="note-sign-1">');
    expect(html).toContain('<a href="#note-sign-1" id="note-1">1</a>. The <em>first</em>.');
    expect(html.indexOf('The second')).toBeGreaterThan(html.indexOf('first'));
    expect(html).toContain('3. Nobody cites it.');
    expect(content('Unknown[^x]')).toBe('<p>Unknown[^x]</p>');
  });

  it('takes front matter as what is known of the article', () => {
    const { metadata, tags, blocks } = read(
      '---\ntitle: "The bridge: a story"\nauthor:\n  - "[[Ann Lee]]"\n  - name: Bo Ek\n    email: bo@example.org\ndate: 2024-03-05\nsource: https://news.example/bridge\ntags: [bridges, "#city"]\npublisher: The Gazette\nlang: en\nrating: 5\ncssclasses: wide\nmore: {a: 1, b: [2, 3]}\n---\n\nWords.',
    );
    expect(metadata).toMatchObject({
      title: 'The bridge: a story',
      authors: ['Ann Lee', 'Bo Ek'],
      url: 'https://news.example/bridge',
      publisher: 'The Gazette',
      language: 'en',
      published: { edtf: '2024-03-05' },
    });
    expect(metadata.fields).toEqual({ rating: '5', more: '1 2, 3' });
    expect(tags).toEqual(['bridges', 'city']);
    expect(plainText(blocks)).toBe('Words.');
  });

  it('reads front matter that is no YAML, and leaves rules alone', () => {
    const { metadata, tags } = read(
      '---\ntitle: The bridge: a story\nauthor: Ann Lee\ntags:\n- one\n- two\n---\nWords.',
    );
    expect(metadata).toMatchObject({ title: 'The bridge: a story', authors: ['Ann Lee'] });
    expect(tags).toEqual(['one', 'two']);
    expect(plainText(read('---\nWords.\n---\nMore.').blocks)).toBe('Words.\nMore.');
    expect(read('# Title\n\nWords.').metadata.title).toBe('Title');
  });

  it('says what Obsidian adds in words', () => {
    expect(
      plainText(read('See [[Kyiv]], [[Notes/Port#Harbour|the port]] and [[A#B]]. ^block-1').blocks),
    ).toBe('See Kyiv, the port and A > B.');
    expect(content('> [!warning]- Mind the gap\n> It is wide.')).toBe(
      '<blockquote><strong>Mind the gap</strong></blockquote><blockquote>It is wide.</blockquote>',
    );
    expect(content('> [!note]\n> Words.')).toContain('<strong>Note</strong>');
    const { warnings, blocks } = read('![[map.png|300]] ![[Other note]]');
    expect(warnings).toEqual(['One picture is not in the file and left out.']);
    expect(plainText(blocks).trim()).toBe('Other note');
  });

  it('cleans the markup in it', () => {
    const html = content(
      'A <b>bold</b> H<sub>2</sub>O <a href="javascript:alert(1)">link</a> [x](javascript:alert(1))\n\n<script>alert(2)</script>\n\n<div onclick="x">Words <img src="https://evil.example/x.png"></div>\n\n![y](data:text/html,z)',
    );
    expect(html).toBe('<p>A <strong>bold</strong> H<sub>2</sub>O link x</p><p>Words</p>');
  });

  it('shows pictures that lie beside it', () => {
    const picture = 'data:image/png;base64,iVBORw0KGgo=';
    const { blocks } = readMarkdown('![Map](map.png)', {
      source: '/a.md',
      pictureBeside: (address) => (address === 'map.png' ? picture : null),
    });
    expect(serialiseContent(blocks)).toBe(`<p><img src="${picture}" alt="Map"></p>`);
  });
});

describe('hostile Markdown', () => {
  it('is kept as it is written, or set, and always ends', () => {
    const texts = [
      `${'>'.repeat(50_000)} deep`,
      `${'> '.repeat(20_000)}deep`,
      `${'- '.repeat(20_000)}deep`,
      `${'['.repeat(50_000)}deep`,
      '*a _b '.repeat(1_000),
      '![a]('.repeat(5_000),
      `${'`'.repeat(20_000)}a`,
      '<a '.repeat(20_000),
      `${'|a'.repeat(1_000)}\n${'|-'.repeat(1_000)}\n|b`,
      '[a]'.repeat(20_000),
      `${'[^a]'.repeat(1_000)}\n\n[^a]: ${'[^a]'.repeat(1_000)}`,
      Array.from({ length: 200 }, (_, depth) => `${'  '.repeat(depth)}- x`).join('\n'),
    ];
    for (const text of texts) {
      const { blocks } = read(text);
      expect(serialiseContent(parseContent(serialiseContent(blocks)))).toBe(serialiseContent(blocks));
    }
  });

  it('ends a YAML bomb', () => {
    const levels = Array.from(
      { length: 12 },
      (_, at) => `a${at + 1}: &b${at + 1} [${Array(9).fill(`*b${at}`).join(',')}]`,
    );
    const { blocks } = read(`---\na0: &b0 [x]\n${levels.join('\n')}\n---\nWords.`);
    expect(plainText(blocks)).toBe('Words.');
  });
});
