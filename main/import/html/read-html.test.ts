import { describe, expect, it } from 'vitest';
import { parseContent } from '../../../shared/document/content-html';
import { plainText } from '../../../shared/document/plain-text';
import { serialiseContent } from '../../../shared/document/serialise-content';
import { readHtml } from './read-html';

const sentence =
  'The mayor said that two bridges were closed, and that repairs would take a month or longer. ';
const prose = `<p>${sentence.repeat(4)}</p><p>${sentence.repeat(5)}</p>`;

function read(
  html: string,
  source = '/tmp/page.html',
): ReturnType<typeof readHtml> & { readonly content: string } {
  const reading = readHtml(html, { source, isPaste: false });
  return { ...reading, content: serialiseContent(reading.blocks) };
}

/** Content of pasted markup, which is taken as it is. */
function paste(html: string): string {
  const content = serialiseContent(readHtml(html, { source: 'clipboard:', isPaste: true }).blocks);
  expect(serialiseContent(parseContent(content))).toBe(content);
  return content;
}

const pixel =
  'data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==';

describe('blocks of a page', () => {
  const cases: readonly (readonly [name: string, html: string, content: string])[] = [
    ['collapses white space across elements', '<p> a\n <b> b </b> \t c</p>', '<p>a <strong>b </strong>c</p>'],
    ['keeps no-break spaces and soft hyphens', '<p>a&nbsp;&nbsp;b&shy;c</p>', '<p>a\u00a0\u00a0b\u00adc</p>'],
    [
      'does not set bold what says that it is not',
      '<b style="font-weight:normal"><p>a <b>b</b></p></b>',
      '<p>a <strong>b</strong></p>',
    ],
    [
      'sets bold what Word says is bold in one script only',
      '<p><b style="mso-bidi-font-weight:normal">a</b></p>',
      '<p><strong>a</strong></p>',
    ],
    [
      'leaves out the sign that a site puts to a heading',
      '<h2 id="u">Use <a href="#u">#</a></h2><dl><dt id="v">fold<a class="headerlink" href="#v">¶</a></dt></dl>',
      '<h2>Use</h2><p><strong>fold</strong></p>',
    ],
    [
      'keeps the sign of a note',
      '<p>a<a href="#n">†</a></p><p id="n">† b</p>',
      '<p>a<a href="#n">†</a></p><p><a href="#n" id="n">†</a> b</p>',
    ],
    [
      'leaves out the link that edits a section',
      '<h2>Flood<span class="mw-editsection">[<a href="/e">edit</a>]</span></h2>',
      '<h2>Flood</h2>',
    ],
    [
      'says in TeX what a picture of a formula shows',
      '<p>so <img class="latex" alt="a_1" src="f.png"> and <img alt="{\\displaystyle b^{2}}" src="f.svg"></p>',
      '<p>so <code>a_1</code> and <code>b^{2}</code></p>',
    ],
    [
      'reads a formula once, raised and lowered',
      '<p><math><msup><mi>x</mi><mn>2</mn></msup><msub><mi>y</mi><mi>i</mi></msub></math><span class="katex-html" aria-hidden="true">x2yi</span></p>',
      '<p>x<sup>2</sup>y<sub>i</sub></p>',
    ],
    ['reads a fraction as one', '<p><math><mfrac><mn>1</mn><mn>2</mn></mfrac></math></p>', '<p>1/2</p>'],
    ['takes a break as a break', '<p>a <br> b<br></p>', '<p>a<br>b</p>'],
    ['takes two breaks as a new paragraph', '<div>a<br> <br>b</div>', '<p>a</p><p>b</p>'],
    ['takes words between blocks as paragraphs', '<div>a<p>b</p>c</div>', '<p>a</p><p>b</p><p>c</p>'],
    [
      'keeps six heading levels as four',
      '<h1>a</h1><h2>b</h2><h3>c</h3><h4>d</h4><h5>e</h5><h6>f</h6>',
      '<h1>a</h1><h2>b</h2><h3>c</h3><h4>d</h4><h4>e</h4><h4>f</h4>',
    ],
    [
      'quotes each paragraph',
      '<blockquote><p>a</p><p>b</p></blockquote>',
      '<blockquote>a</blockquote><blockquote>b</blockquote>',
    ],
    [
      'keeps preformatted text literally',
      '<pre>\n a\n\n  <b>b</b> \n</pre>',
      '<pre> a\n\n  <strong>b</strong></pre>',
    ],
    [
      'takes lines of a preformatted block as lines',
      '<pre><div>a</div><div>b</div></pre>',
      '<pre>a\nb</pre>',
    ],
    [
      'nests marks in one order, each once',
      '<p><i><b>a<b>b</b></b></i></p>',
      '<p><strong><em>ab</em></strong></p>',
    ],
    ['gives a quotation its marks', '<p>He said <q>no</q>.</p>', '<p>He said “no”.</p>'],
    [
      'nests lists',
      '<ul><li>a<ol><li>b</li></ol></li><li>c</li></ul>',
      '<ul><li>a<ol><li>b</li></ol></li><li>c</li></ul>',
    ],
    [
      'keeps the order of words after a nested list',
      '<ul><li>a<ul><li>b</li></ul>c</li></ul>',
      '<ul><li>a<ul><li>b</li></ul></li><li>c</li></ul>',
    ],
    ['joins paragraphs of an item', '<ul><li><p>a</p><p>b</p></li></ul>', '<ul><li>a<br>b</li></ul>'],
    [
      'gives out what an item cannot hold',
      '<ol><li>a</li><li>b<pre>c</pre></li><li>d</li></ol>',
      '<ol><li>a</li></ol><p>b</p><pre>c</pre><ol><li>d</li></ol>',
    ],
    [
      'takes a list in a list as nested',
      '<ul><li>a</li><ul><li>b</li></ul></ul>',
      '<ul><li>a</li><li><ul><li>b</li></ul></li></ul>',
    ],
    ['keeps words that stand between items', '<ul>x<li>a</li></ul>', '<ul><li>x</li><li>a</li></ul>'],
    ['sets terms of a definition list', '<dl><dt>a</dt><dd>b</dd></dl>', '<p><strong>a</strong></p><p>b</p>'],
    [
      'keeps tables',
      '<table><caption>t</caption><tr><th>a</th><td>b<br>c</td></tr></table>',
      '<figcaption>t</figcaption><table><tr><th><p>a</p></th><td><p>b<br>c</p></td></tr></table>',
    ],
    [
      'keeps columns of spanned cells together',
      '<table><tr><td rowspan=2>a</td><td colspan=2>b</td></tr><tr><td>c</td><td>d</td></tr></table>',
      '<table><tr><td><p>a</p></td><td><p>b</p></td><td><p></p></td></tr><tr><td><p></p></td><td><p>c</p></td><td><p>d</p></td></tr></table>',
    ],
    [
      'takes a table of one cell as layout',
      '<table><tr><td><p>a</p><p>b</p></td></tr></table>',
      '<p>a</p><p>b</p>',
    ],
    [
      'keeps captions of figures',
      `<figure><img src="${pixel}" alt="x"><figcaption>a</figcaption></figure>`,
      `<p><img src="${pixel}" alt="x"></p><figcaption>a</figcaption>`,
    ],
    [
      'keeps footnotes as words and links',
      '<p>a<sup><a href="#fn1">[1]</a></sup></p>',
      '<p>a<a href="#fn1"><sup>[1]</sup></a></p>',
    ],
    [
      'keeps web and mail links',
      '<p><a href="https://example.org/a b?q=1&amp;r">a</a> <a href="mailto:a@example.org">b</a> <a href="/c">c</a></p>',
      '<p><a href="https://example.org/a%20b?q=1&amp;r">a</a> <a href="mailto:a@example.org">b</a> c</p>',
    ],
    [
      'leaves out what is hidden',
      '<p>a</p><p hidden>b</p><p style="color:red;display: none">c</p>',
      '<p>a</p>',
    ],
    [
      'reads unclosed markup',
      '<ul><li>a<li>b</ul><p>c<p>d<table><tr><td>e<td>f</table>',
      '<ul><li>a</li><li>b</li></ul><p>c</p><p>d</p><table><tr><td><p>e</p></td><td><p>f</p></td></tr></table>',
    ],
    [
      'reads blocks inside of inline elements',
      '<a href="https://example.org/"><div>a</div><div>b</div></a>',
      '<p><a href="https://example.org/">a</a></p><p><a href="https://example.org/">b</a></p>',
    ],
    [
      'takes the marked part of a clipboard',
      'Version:0.9\r\n<html><body><p>x</p><!--StartFragment--><p>a</p><!--EndFragment--></body></html>',
      '<p>a</p>',
    ],
    [
      'takes the notes that Word puts after the marked part',
      '<!--StartFragment--><p>a</p><!--EndFragment--><div style="mso-element:footnote-list"><div><p>n</p></div></div>',
      '<p>a</p><p>n</p>',
    ],
  ];

  it.each(cases)('%s', (_name, html, content) => {
    expect(paste(html)).toBe(content);
  });

  it('reads XHTML as XHTML', () => {
    const { content } = read(
      `<?xml version="1.0"?><html xmlns="http://www.w3.org/1999/xhtml"><body><script src="x"/><p/><p>a</p></body></html>`,
    );
    expect(content).toBe('<p>a</p>');
  });
});

describe('readHtml', () => {
  it('takes the article and leaves the site', () => {
    const nav = '<nav><a href="/">Home</a> <a href="/news">News</a></nav>';
    const foot = '<footer>Privacy policy</footer><script>x()</script>';
    const { content } = read(
      `<title>Bridges closed | Daily</title>${nav}<article><h1>Bridges closed</h1>${prose}</article>${foot}`,
    );
    expect(content).toMatch(/^<h1>Bridges closed<\/h1><p>The mayor said/);
    expect(content).not.toMatch(/News|Privacy/);
  });

  it('takes a page that is nothing but its article whole', () => {
    const { content, metadata } = read(
      `<title>Report</title><h1>Report</h1><p>Short.</p><ul><li>one</li></ul><table><tr><td>a<td>b</table>`,
    );
    expect(metadata.title).toBe('Report');
    expect(content).toBe(
      '<h1>Report</h1><p>Short.</p><ul><li>one</li></ul><table><tr><td><p>a</p></td><td><p>b</p></td></tr></table>',
    );
  });

  it('says which pictures are not in the file, and keeps those that are', () => {
    const { content, warnings } = read(
      `<article>${prose}<p><img src="https://example.org/a.jpg" alt="A burnt bridge"><img src="${pixel}" alt="b"></p></article>`,
    );
    expect(content).toContain(`<img src="${pixel}" alt="b">`);
    expect(warnings).toEqual(['One picture is not in the file and left out: “A burnt bridge”.']);
  });

  it('resolves links by what the page says of itself', () => {
    const link = '<a href="/b">b</a>';
    expect(read(`<base href="https://example.org/x/">${link}${prose}`).content).toContain(
      'https://example.org/b',
    );
    expect(read(`<link rel=canonical href="https://example.com/a">${link}${prose}`).content).toContain(
      'https://example.com/b',
    );
    expect(read(`<!-- saved from url=(0020)https://example.net/a -->${link}${prose}`).content).toContain(
      'https://example.net/b',
    );
    expect(read(link + prose, 'https://example.info/a').content).toContain('https://example.info/b');
  });
});

describe('metadata of a page', () => {
  const page = (head: string): string =>
    `<html lang="uk"><head>${head}</head><body><article>${prose}</article></body></html>`;

  it('believes JSON-LD first', () => {
    const data = {
      '@context': 'https://schema.org',
      '@graph': [
        { '@type': 'WebPage', name: 'No' },
        {
          '@type': ['NewsArticle'],
          headline: 'Two bridges closed',
          author: [{ '@type': 'Person', name: 'Ann Lee' }, 'Bo Ek'],
          publisher: { name: 'The Daily' },
          datePublished: '2025-07-04T23:10:00+03:00',
        },
      ],
    };
    const { metadata } = read(
      page(
        `<script type="application/ld+json">${JSON.stringify(data)}</script><meta name=author content=No>`,
      ),
    );
    expect(metadata).toMatchObject({
      authors: ['Ann Lee', 'Bo Ek'],
      publisher: 'The Daily',
      language: 'uk',
      published: {
        edtf: '2025-07-04',
        words: '2025-07-04T23:10:00+03:00',
        earliest: '2025-07-04',
        latest: '2025-07-04',
      },
    });
  });

  it('reads meta elements', () => {
    const { metadata } = read(
      page(`<title>x - The Daily</title><meta property="og:title" content="Two bridges closed"><meta property="og:site_name" content="The Daily">
        <meta name="author" content="By Ann Lee and Bo Ek"><meta property="article:published_time" content="2025-07-04">
        <link rel="canonical" href="https://example.org/bridges">`),
    );
    expect(metadata).toMatchObject({
      title: 'Two bridges closed',
      authors: ['Ann Lee', 'Bo Ek'],
      publisher: 'The Daily',
      url: 'https://example.org/bridges',
      published: { edtf: '2025-07-04' },
    });
  });

  it('leaves unknown what is not said', () => {
    const { metadata } = read(`<article>${prose}</article>`);
    expect(metadata).toEqual({
      title: '',
      authors: [],
      publisher: '',
      url: '',
      language: '',
      published: null,
      fields: {},
    });
  });

  it('survives data that is not what it should be', () => {
    for (const data of [
      '',
      '{',
      'null',
      '[[[[1]]]]',
      '{"@type":"Article","author":{"name":5},"headline":["x"]}',
      '{"@type":"NewsArticle","datePublished":"soon"}',
    ]) {
      const { metadata } = read(page(`<script type="application/ld+json">${data}</script>`));
      expect(metadata).toMatchObject({ authors: [], published: null });
    }
  });

  it('gives the words of the content and no others', () => {
    const { blocks } = read(page(''));
    expect(plainText(blocks)).toBe(`${sentence.repeat(4).trim()}\n${sentence.repeat(5).trim()}`);
  });
});

describe('footnotes', () => {
  const content = (html: string, source = 'clipboard:') =>
    serialiseContent(readHtml(html, { source, isPaste: true }).blocks);

  it('keep the way there and back', () => {
    expect(
      content(
        '<p>Seven were killed<sup id="ref1"><a href="#fn1">1</a></sup>.</p><ol><li id="fn1">The mayor. <a href="#ref1">↩</a></li></ol>',
      ),
    ).toBe(
      '<p>Seven were killed<a href="#fn1" id="ref1"><sup>1</sup></a>.</p><ol><li>The mayor. <a href="#ref1" id="fn1">↩</a></li></ol>',
    );
  });

  it('are found by the whole address of the page, and by names of any letters', () => {
    const page = '<p>Killed<a href="https://a.example/x#сноска">1</a>.</p><p id="сноска">The mayor.</p>';
    expect(content(page, 'https://a.example/x')).toBe(
      '<p>Killed<a href="#place-1">1</a>.</p><p><a href="#place-1" id="place-1">The</a> mayor.</p>',
    );
  });

  it('leave links alone that lead nowhere on the page', () => {
    expect(content('<p id="other">See <a href="#gone">there</a>.</p>')).toBe(
      '<p>See <a href="#gone">there</a>.</p>',
    );
  });
});
