import { describe, expect, it } from 'vitest';
import { plainText } from '../../../../shared/document/plain-text';
import { serialiseContent } from '../../../../shared/document/serialise-content';
import { odtOf, pixel } from '../testing/office-samples';
import { readOdt } from './read-odt';

const contentOf = async (...document: Parameters<typeof odtOf>): Promise<string> =>
  serialiseContent((await readOdt({ bytes: odtOf(...document) })).blocks);

describe('an OpenDocument text', () => {
  it('has headings by level and by style, quotations and how words are set', async () => {
    const styles =
      '<style:style style:name="T1" style:family="text"><style:text-properties fo:font-weight="bold"/></style:style>' +
      '<style:style style:name="T2" style:family="text"><style:text-properties style:text-position="super 58%" style:text-underline-style="solid"/></style:style>' +
      '<style:style style:name="P1" style:family="paragraph" style:parent-style-name="Quotations"/>' +
      '<style:style style:name="Quotations" style:family="paragraph"/>' +
      '<style:style style:name="P2" style:family="paragraph"><style:text-properties fo:font-style="italic"/></style:style>' +
      '<style:style style:name="H" style:family="text"><style:text-properties text:display="none"/></style:style>';
    const body =
      '<text:h text:outline-level="2">Head</text:h><text:p text:style-name="P1">Said</text:p>' +
      '<text:p text:style-name="P2">Slanted</text:p>' +
      '<text:p>a <text:span text:style-name="T1">b</text:span><text:span text:style-name="T2">c</text:span><text:span text:style-name="H">hidden</text:span></text:p>';
    expect(await contentOf(body, { styles })).toBe(
      '<h2>Head</h2><blockquote>Said</blockquote><p><em>Slanted</em></p><p>a <strong>b</strong><u><sup>c</sup></u></p>',
    );
  });

  it('counts white space as the format does', async () => {
    const body =
      '<text:p>  one\n   two <text:span> three</text:span><text:s text:c="3"/>x<text:tab/>y<text:line-break/> z</text:p>';
    expect(plainText((await readOdt({ bytes: odtOf(body) })).blocks)).toBe('one two three   x\ty\nz');
  });

  it('nests lists and keeps the further paragraphs of an item with it', async () => {
    const number = '<text:list-level-style-number text:level="2" style:num-format="1"/>';
    const styles = `<text:list-style style:name="L"><text:list-level-style-bullet text:level="1"/>${number}</text:list-style>`;
    const item = (inside: string): string => `<text:list-item>${inside}</text:list-item>`;
    const body =
      `<text:list text:style-name="L">${item('<text:p>a</text:p><text:p>more of a</text:p>')}` +
      `${item(`<text:p>b</text:p><text:list>${item('<text:p>b1</text:p>')}${item('<text:p>b2</text:p>')}</text:list>`)}</text:list>` +
      '<text:p>after</text:p>';
    expect(await contentOf(body, { styles })).toBe(
      '<ul><li>a<br>more of a</li><li>b<ol><li>b1</li><li>b2</li></ol></li></ul><p>after</p>',
    );
  });

  it('makes an item of its own of words that follow the lists within an item', async () => {
    const item = (inside: string): string => `<text:list-item>${inside}</text:list-item>`;
    const inner = `<text:list>${item('<text:p>b1</text:p>')}</text:list>`;
    expect(
      await contentOf(`<text:list>${item(`<text:p>b</text:p>${inner}<text:p>more</text:p>`)}</text:list>`),
    ).toBe('<ul><li>b<ul><li>b1</li></ul></li><li>more</li></ul>');
  });

  it('has tables with heads and covered cells', async () => {
    const cell = (text: string): string => `<table:table-cell><text:p>${text}</text:p></table:table-cell>`;
    const body =
      `<table:table><table:table-header-rows><table:table-row>${cell('A')}${cell('B')}</table:table-row></table:table-header-rows>` +
      `<table:table-row>${cell('wide')}<table:covered-table-cell/></table:table-row></table:table>`;
    expect(await contentOf(body)).toBe(
      '<table><tr><th><p>A</p></th><th><p>B</p></th></tr><tr><td><p>wide</p></td><td><p></p></td></tr></table>',
    );
  });

  it('leads from the sign of a note to the note and back', async () => {
    const note = (kind: string, sign: string, words: string): string =>
      `<text:note text:note-class="${kind}"><text:note-citation>${sign}</text:note-citation><text:note-body><text:p>${words}</text:p></text:note-body></text:note>`;
    expect(
      await contentOf(
        `<text:p>Words${note('footnote', '*', 'Below.')}, more${note('endnote', 'i', 'Last.')}.</text:p>`,
      ),
    ).toBe(
      '<p>Words<a href="#footnote-1" id="footnote-1-sign"><sup>[*]</sup></a>, more<a href="#endnote-1" id="endnote-1-sign"><sup>[i]</sup></a>.</p><hr>' +
        '<p><a href="#footnote-1-sign" id="footnote-1">[*]</a> Below.</p><p><a href="#endnote-1-sign" id="endnote-1">[i]</a> Last.</p>',
    );
  });

  it('keeps comments on the exact words, with who said it and the answers', async () => {
    const comment = (name: string, who: string, words: string, more = ''): string =>
      `<office:annotation office:name="${name}" ${more}><dc:creator>${who}</dc:creator><dc:date>2021-05-06T07:08:09.5</dc:date><text:p>${words}</text:p></office:annotation>`;
    const body =
      `<text:p>😀 The ${comment('a', 'Ann Lee', 'Sure?')}ferry sank<office:annotation-end office:name="a"/>` +
      `${comment('b', 'Bo', 'Yes.', 'loext:parent-name="a"')} on${comment('c', 'Bo', 'When?')} Monday.</text:p>`;
    const { annotations = [], blocks } = await readOdt({ bytes: odtOf(body) });
    expect(plainText(blocks)).toBe('😀 The ferry sank on Monday.');
    expect(annotations).toHaveLength(2);
    expect(annotations[0]).toMatchObject({
      targets: [{ quote: { exact: 'ferry sank' }, position: { start: 6, end: 16 } }],
      comments: ['Sure?', 'Bo, 2021-05-06: Yes.'],
      coder: 'Ann Lee',
      createdAt: '2021-05-06T07:08:09.000Z',
      problems: [],
    });
    expect(annotations[1]).toMatchObject({ targets: [{ quote: { exact: 'on' } }], coder: 'Bo' });
    expect(annotations[1]?.problems).toHaveLength(1);
  });

  it('leaves out tracked deletions and hidden sections, and says so', async () => {
    const body =
      '<text:tracked-changes><text:changed-region><text:deletion><text:p>gone</text:p></text:deletion></text:changed-region></text:tracked-changes>' +
      '<text:section text:display="none"><text:p>hidden</text:p></text:section><text:p>a<text:change text:change-id="1"/>b</text:p>';
    const { blocks, warnings } = await readOdt({ bytes: odtOf(body) });
    expect(plainText(blocks)).toBe('ab');
    expect(warnings).toEqual([
      'One tracked deletion was left out; tracked insertions were kept.',
      'One stretch of hidden text was left out.',
    ]);
  });

  it('keeps pictures that are in the file, names those that are not, and the words of text boxes', async () => {
    const frame = (inside: string): string => `<draw:frame>${inside}</draw:frame>`;
    const body =
      `<text:p>See ${frame('<draw:image xlink:href="Pictures/a.png"/><svg:desc>A ferry</svg:desc>')}` +
      `${frame('<draw:image xlink:href="https://example.org/spy.png"/>')}${frame('<draw:text-box><text:p>Boxed</text:p></draw:text-box>')}</text:p>` +
      '<draw:g><draw:g><draw:frame><draw:text-box><text:p>Grouped</text:p></draw:text-box></draw:frame></draw:g></draw:g>';
    const { blocks, warnings } = await readOdt({
      bytes: odtOf(body, { parts: { 'Pictures/a.png': pixel } }),
    });
    expect(serialiseContent(blocks)).toMatch(
      /^<p>See <img src="data:image\/png;base64,[^"]+" alt="A ferry"><\/p><p>Boxed<\/p><p>Grouped<\/p>$/,
    );
    expect(warnings).toEqual([
      'One picture is only linked, not in the file; nothing was fetched: “https://example.org/spy.png”.',
    ]);
  });

  it('has pages where the program counted the same number of them', async () => {
    const body =
      '<text:p>one <text:soft-page-break/>two</text:p><text:soft-page-break/><text:p>three</text:p>';
    const pages = async (count: number) =>
      (
        await readOdt({
          bytes: odtOf(body, { meta: `<meta:document-statistic meta:page-count="${count}"/>` }),
        })
      ).locators;
    expect((await pages(3))?.map(({ start }) => start)).toEqual([0, 4, 8]);
    expect(await pages(2)).toEqual([]);
  });

  it('takes its properties', async () => {
    const meta =
      '<dc:title>T</dc:title><meta:initial-creator>Ann Lee</meta:initial-creator><dc:creator>Bo Ek</dc:creator>' +
      '<meta:creation-date>2020-01-02T03:04:05</meta:creation-date><meta:keyword>a</meta:keyword><meta:keyword>b</meta:keyword>';
    expect((await readOdt({ bytes: odtOf('<text:p>x</text:p>', { meta }) })).metadata).toMatchObject({
      title: 'T',
      authors: ['Ann Lee'],
      published: null,
      fields: { created: '2020-01-02T03:04:05.000Z', keywords: 'a, b' },
    });
  });
});

describe('a hostile OpenDocument text', () => {
  const refusal = async (parts: Record<string, string>): Promise<unknown> =>
    readOdt({ bytes: odtOf('<text:p>x</text:p>', { parts }) }).catch((cause: Error) => cause.message);

  it('is refused when it is protected, declares entities, or is cut short', async () => {
    const manifest = '<m:manifest xmlns:m="m"><m:file-entry><m:encryption-data/></m:file-entry></m:manifest>';
    expect(await refusal({ 'META-INF/manifest.xml': manifest })).toBe(
      'The document is protected by a password.',
    );
    const evil = '<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]><x>&a;</x>';
    expect(await refusal({ 'content.xml': evil })).toMatch(/declares entities/);
    expect(await refusal({ 'content.xml': '<office:document-content><office:body>' })).toMatch(/cut short/);
    expect(await refusal({ 'content.xml': '<sheet/>' })).toMatch(/no text document/);
  });

  it('makes no row of a million cells and no million blanks', async () => {
    const body =
      '<table:table><table:table-row><table:table-cell table:number-columns-repeated="1000000"/><table:table-cell><text:p>x</text:p></table:table-cell></table:table-row></table:table>' +
      '<text:p>a<text:s text:c="999999999"/>b</text:p>';
    expect((await contentOf(body)).length).toBeLessThan(5000);
  });
});
