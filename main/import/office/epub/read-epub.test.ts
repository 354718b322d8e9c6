import { describe, expect, it } from 'vitest';
import { plainText } from '../../../../shared/document/plain-text';
import { serialiseContent } from '../../../../shared/document/serialise-content';
import { sliceByCodePoints } from '../../../../shared/text/offsets';
import { bookPage, epubOf, pixel } from '../testing/office-samples';
import { readEpub } from './read-epub';

const link = (to: string, words: string, below = ''): string =>
  `<li><a href="${to}">${words}</a>${below === '' ? '' : `<ol>${below}</ol>`}</li>`;

describe('a book', () => {
  it('is its files in reading order, without the table of contents', async () => {
    const bytes = epubOf({
      'b.xhtml': bookPage('<h1>One</h1><p>First.</p>'),
      'a.xhtml': bookPage('<p>Second.</p>'),
    });
    expect(serialiseContent((await readEpub({ bytes })).blocks)).toBe(
      '<h1>One</h1><p>First.</p><p>Second.</p>',
    );
  });

  it('tells where its chapters and printed pages begin', async () => {
    const contents =
      link('a.xhtml', 'Part 😀', link('a.xhtml', 'One') + link('a.xhtml#two', 'Two')) +
      link('b.xhtml', 'Three');
    const bytes = epubOf(
      {
        'a.xhtml': bookPage(
          '<div>\n <p>One</p></div><p>😀 words <span epub:type="pagebreak" id="p9" title="9"/>more</p><section id="two"><table><tr><td>Two</td><td>x</td></tr></table></section>',
        ),
        'b.xhtml': bookPage('<ul><li>Three</li></ul>'),
      },
      { contents },
    );
    const { blocks, locators = [] } = await readEpub({ bytes });
    const text = plainText(blocks);
    expect(text).toBe('One\n😀 words more\nTwo\tx\nThree');
    expect(
      locators.map(({ kind, label, start }) => [kind, label, sliceByCodePoints(text, start, start + 4)]),
    ).toEqual([
      ['chapter', 'Part 😀 · One', 'One\n'],
      ['page', '9', 'more'],
      ['chapter', 'Two', 'Two\t'],
      ['chapter', 'Three', 'Thre'],
    ]);
    // What the contents call a chapter is its heading where the book has only a paragraph for it.
    expect(serialiseContent(blocks)).toMatch(/^<h2>One<\/h2><p>😀/);
  });

  it('keeps the links of notes, also into another file', async () => {
    const bytes = epubOf({
      'a.xhtml': bookPage(
        '<p>Words<a epub:type="noteref" id="r" href="notes.xhtml#n1">1</a>. <a href="gone.xhtml#x">No</a></p>',
      ),
      'notes.xhtml': bookPage('<aside id="n1"><p><a href="a.xhtml#r">1</a> The note.</p></aside>'),
    });
    expect(serialiseContent((await readEpub({ bytes })).blocks)).toBe(
      '<p>Words<a href="#part-2-n1" id="part-1-r">1</a>. No</p><p><a href="#part-1-r" id="part-2-n1">1</a> The note.</p>',
    );
  });

  it('has its pictures, and not its cover', async () => {
    const bytes = epubOf(
      {
        'cover.xhtml': bookPage('<svg><image xlink:href="pic/a.png"/></svg>'),
        'a.xhtml': bookPage(
          '<p>See <img src="pic/a.png" alt="A ferry"/><img src="https://example.org/spy.png" alt="Far"/></p>',
        ),
      },
      { parts: { 'OEBPS/pic/a.png': pixel } },
    );
    const { blocks, warnings } = await readEpub({ bytes });
    expect(serialiseContent(blocks)).toMatch(
      /^<p>See <img src="data:image\/png;base64,[^"]+" alt="A ferry"><\/p>$/,
    );
    expect(warnings).toEqual(['One picture is not in the file and left out: “Far”.']);
  });

  it('takes what it says of itself', async () => {
    const metadata =
      '<dc:title>A book</dc:title><dc:creator id="c1">Ann Lee</dc:creator><dc:creator id="c2">Bo Ek</dc:creator>' +
      '<meta refines="#c2" property="role">trl</meta><dc:publisher>House</dc:publisher><dc:language>uk</dc:language>' +
      '<dc:date>2001</dc:date><dc:identifier>urn:isbn:9780000000000</dc:identifier><dc:source>https://example.org/book</dc:source>';
    const bytes = epubOf({ 'a.xhtml': bookPage('<p>x</p>') }, { metadata });
    expect((await readEpub({ bytes })).metadata).toMatchObject({
      title: 'A book',
      authors: ['Ann Lee'],
      publisher: 'House',
      language: 'uk',
      url: 'https://example.org/book',
      published: { edtf: '2001' },
      fields: { identifier: 'urn:isbn:9780000000000' },
    });
  });

  it('is cleaned of scripts, and says what of it is missing', async () => {
    const bytes = epubOf(
      {
        'a.xhtml': bookPage(
          '<script>alert(1)</script><p onclick="x()">Words<iframe src="https://example.org"/></p>',
        ),
      },
      { parts: { 'OEBPS/book.opf': '' } },
    );
    await expect(readEpub({ bytes })).rejects.toThrow('damaged');
    const clean = epubOf({ 'a.xhtml': bookPage('<script>alert(1)</script><p onclick="x()">Words</p>') });
    expect(serialiseContent((await readEpub({ bytes: clean })).blocks)).toBe('<p>Words</p>');
  });
});

describe('a book that cannot be read', () => {
  const encryption = (algorithm: string): string =>
    `<encryption xmlns="e"><EncryptedData><EncryptionMethod Algorithm="${algorithm}"/></EncryptedData></encryption>`;
  const locked = (algorithm: string): Uint8Array =>
    epubOf(
      { 'a.xhtml': bookPage('<p>x</p>') },
      { parts: { 'META-INF/encryption.xml': encryption(algorithm) } },
    );

  it('is refused when its seller locked it, not when only its fonts are scrambled', async () => {
    await expect(readEpub({ bytes: locked('http://www.w3.org/2001/04/xmlenc#aes128-cbc') })).rejects.toThrow(
      'DRM',
    );
    const { blocks } = await readEpub({ bytes: locked('http://www.idpf.org/2008/embedding') });
    expect(plainText(blocks)).toBe('x');
  });

  it('is refused when a file of it declares entities', async () => {
    const evil = `<!DOCTYPE html [<!ENTITY x SYSTEM "file:///etc/passwd">]>${bookPage('<p>&x;</p>')}`;
    await expect(readEpub({ bytes: epubOf({ 'a.xhtml': evil }) })).rejects.toThrow('declares entities');
  });

  it('is read without its contents where these are damaged', async () => {
    const bytes = epubOf({ 'a.xhtml': bookPage('<p>x</p>') }, { parts: { 'OEBPS/nav.xhtml': '<nav><ol>' } });
    expect((await readEpub({ bytes })).locators).toEqual([]);
  });

  it('is cut where it is nested too deeply, and not where it is long', async () => {
    const deep = bookPage(`${'<div>'.repeat(5000)}deep${'</div>'.repeat(5000)}<p>after</p>`);
    expect(plainText((await readEpub({ bytes: epubOf({ 'a.xhtml': deep }) })).blocks)).toBe('deep\nafter');
  });
});
