import { describe, expect, it } from 'vitest';
import { plainText } from '../../../../shared/document/plain-text';
import { serialiseContent } from '../../../../shared/document/serialise-content';
import { sliceByCodePoints } from '../../../../shared/text/offsets';
import { docxOf, paragraph, pixel, wordPart } from '../testing/office-samples';
import { readDocx } from './read-docx';

const contentOf = async (bytes: Uint8Array): Promise<string> =>
  serialiseContent((await readDocx({ bytes })).blocks);
const run = (text: string, properties = ''): string =>
  `<w:r><w:rPr>${properties}</w:rPr><w:t xml:space="preserve">${text}</w:t></w:r>`;

const styles = wordPart(
  'styles',
  '<w:style w:type="paragraph" w:styleId="berschrift2"><w:name w:val="heading 2"/></w:style>' +
    '<w:style w:type="paragraph" w:styleId="Own"><w:name w:val="My head"/><w:basedOn w:val="berschrift2"/></w:style>' +
    '<w:style w:type="paragraph" w:styleId="Level"><w:name w:val="Odd"/><w:pPr><w:outlineLvl w:val="2"/></w:pPr></w:style>' +
    '<w:style w:type="paragraph" w:styleId="Loop"><w:name w:val="Loop"/><w:basedOn w:val="Loop"/></w:style>' +
    '<w:style w:type="character" w:styleId="Strong"><w:name w:val="Strong"/><w:rPr><w:b/></w:rPr></w:style>',
);

describe('a Word document', () => {
  it('has headings by style, by what a style is based on, and by outline', async () => {
    const styled = (style: string): string => paragraph(style, `<w:pStyle w:val="${style}"/>`);
    const body = ['berschrift2', 'Own', 'Level', 'Loop', 'Unknown'].map(styled).join('');
    expect(await contentOf(docxOf(body, { 'word/styles.xml': styles }))).toBe(
      '<h2>berschrift2</h2><h2>Own</h2><h3>Level</h3><p>Loop</p><p>Unknown</p>',
    );
  });

  it('keeps how words are set, and leaves out what is hidden', async () => {
    const body = `<w:p>${run('bold', '<w:b/>')}${run(' plain', '<w:b w:val="0"/>')}${run(' both', '<w:b/><w:i/>')}${run('2', '<w:vertAlign w:val="superscript"/>')}${run(' styled', '<w:rStyle w:val="Strong"/>')}${run(' off', '<w:rStyle w:val="Strong"/><w:b w:val="false"/>')}${run('secret', '<w:vanish/>')}</w:p>`;
    const reading = await readDocx({ bytes: docxOf(body, { 'word/styles.xml': styles }) });
    expect(serialiseContent(reading.blocks)).toBe(
      '<p><strong>bold</strong> plain<strong><em> both</em></strong><sup>2</sup><strong> styled</strong> off</p>',
    );
    expect(reading.warnings).toEqual(['One stretch of hidden text was left out.']);
  });

  it('reads formulas in a line, with what is raised, lowered and divided', async () => {
    const letters = (text: string): string => `<m:r><m:t>${text}</m:t></m:r>`;
    const raised = `<m:sSup><m:e>${letters('x')}</m:e><m:sup>${letters('2')}</m:sup></m:sSup>`;
    const sum = `<m:nary><m:naryPr><m:chr m:val="∑"/></m:naryPr><m:sub>${letters('i')}</m:sub><m:sup>${letters('n')}</m:sup><m:e>${letters('i')}</m:e></m:nary>`;
    const share = `<m:f><m:num>${letters('a+b')}</m:num><m:den>${letters('2')}</m:den></m:f>`;
    const open = `<m:d><m:dPr><m:endChr m:val=""/></m:dPr><m:e><m:rad><m:deg/><m:e>${letters('y')}</m:e></m:rad></m:e></m:d>`;
    const namespace = 'xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"';
    const body = `<w:p>${run('so ')}<m:oMath ${namespace}>${raised}${letters('=')}${share}${sum}${open}</m:oMath></w:p>`;
    expect(await contentOf(docxOf(body))).toBe(
      '<p>so x<sup>2</sup>=(a+b)/2∑<sub>i</sub><sup>n</sup> i(√y</p>',
    );
  });

  it('nests lists by their levels, numbered or not', async () => {
    const level = (at: number, sort: string): string =>
      `<w:lvl w:ilvl="${at}"><w:numFmt w:val="${sort}"/></w:lvl>`;
    const numbering = wordPart(
      'numbering',
      `<w:abstractNum w:abstractNumId="7">${level(0, 'bullet')}${level(1, 'decimal')}</w:abstractNum>` +
        '<w:num w:numId="1"><w:abstractNumId w:val="7"/></w:num>',
    );
    const item = (text: string, at: number): string =>
      paragraph(text, `<w:numPr><w:ilvl w:val="${at}"/><w:numId w:val="1"/></w:numPr>`);
    const body =
      item('a', 0) + item('a1', 1) + item('a2', 1) + item('b', 0) + paragraph('after') + item('c', 0);
    expect(await contentOf(docxOf(body, { 'word/numbering.xml': numbering }))).toBe(
      '<ul><li>a<ol><li>a1</li><li>a2</li></ol></li><li>b</li></ul><p>after</p><ul><li>c</li></ul>',
    );
  });

  it('has tables with spans, covered cells and tables within', async () => {
    const cell = (inside: string, properties = ''): string =>
      `<w:tc><w:tcPr>${properties}</w:tcPr>${inside}</w:tc>`;
    const inner = `<w:tbl><w:tr>${cell(paragraph('x'))}${cell(paragraph('y'))}</w:tr></w:tbl>`;
    const body = `<w:tbl><w:tr><w:trPr><w:tblHeader/></w:trPr>${cell(paragraph('wide'), '<w:gridSpan w:val="2"/>')}</w:tr><w:tr>${cell(paragraph('tall'), '<w:vMerge w:val="restart"/>')}${cell(inner)}</w:tr><w:tr>${cell(paragraph('covered'), '<w:vMerge/>')}${cell(paragraph('z'))}</w:tr></w:tbl>`;
    expect(await contentOf(docxOf(body))).toBe(
      '<table><tr><th><p>wide</p></th><th><p></p></th></tr><tr><td><p>tall</p></td><td><p>x</p><p>y</p></td></tr>' +
        '<tr><td><p></p></td><td><p>z</p></td></tr></table>',
    );
  });

  it('leads from the sign of a note to the note and back', async () => {
    const footnotes = wordPart(
      'footnotes',
      `<w:footnote w:id="0" w:type="separator">${paragraph('---')}</w:footnote>` +
        `<w:footnote w:id="4"><w:p><w:r><w:footnoteRef/></w:r>${run(' The note.')}</w:p></w:footnote>`,
    );
    const body = `<w:p>${run('Words')}<w:r><w:footnoteReference w:id="4"/></w:r>${run('.')}</w:p>`;
    expect(await contentOf(docxOf(body, { 'word/footnotes.xml': footnotes }))).toBe(
      '<p>Words<a href="#footnote-1" id="footnote-1-sign"><sup>[1]</sup></a>.</p><hr>' +
        '<p><a href="#footnote-1-sign" id="footnote-1">[1]</a> The note.</p>',
    );
  });

  it('keeps links that lead to the web, of relations and of fields', async () => {
    const field = (type: string): string => `<w:r><w:fldChar w:fldCharType="${type}"/></w:r>`;
    const body = `<w:p><w:hyperlink r:id="web">${run('a', '<w:u/>')}</w:hyperlink> <w:hyperlink w:anchor="place">${run('b')}</w:hyperlink>${field('begin')}<w:r><w:instrText> HYPERLINK "https://example.org/c" </w:instrText></w:r>${field('separate')}${run('c')}${field('end')}<w:hyperlink r:id="bad">${run('d')}</w:hyperlink></w:p>`;
    const more = {
      web: ['hyperlink', 'https://example.org/a', true],
      bad: ['hyperlink', 'javascript:alert(1)', true],
    } as const;
    expect(await contentOf(docxOf(body, {}, more))).toBe(
      '<p><a href="https://example.org/a">a</a>b<a href="https://example.org/c">c</a>d</p>',
    );
  });

  it('keeps what was inserted and leaves out what was deleted, and says so', async () => {
    const deleted = (text: string): string => `<w:del><w:r><w:delText>${text}</w:delText></w:r></w:del>`;
    const joined = '<w:rPr><w:del w:id="1"/></w:rPr>';
    const body = `<w:p>${run('old ')}<w:ins>${run('new ')}</w:ins>${deleted('gone ')}<w:moveFrom>${run('moved ')}</w:moveFrom>${run('end')}</w:p>${paragraph('one ', joined)}${paragraph('two')}`;
    const reading = await readDocx({ bytes: docxOf(body) });
    expect(plainText(reading.blocks)).toBe('old new end\none two');
    expect(reading.warnings).toEqual(['One tracked deletion was left out; tracked insertions were kept.']);
  });

  it('keeps pictures that are in the file and names those that are not', async () => {
    const picture = (attributes: string, alt = ''): string =>
      `<w:r><w:drawing><wp:inline><wp:docPr id="1" descr="${alt}"/><a:blip ${attributes}/></wp:inline></w:drawing></w:r>`;
    const body = `<w:p>${run('See ')}${picture('r:embed="in"', 'A ferry')}${picture('r:link="out"')}${picture('r:embed="odd"', 'A chart')}</w:p>`;
    const more = {
      in: ['image', 'media/ferry.png'],
      out: ['image', 'https://example.org/spy.png', true],
      odd: ['image', 'media/chart.emf'],
    } as const;
    const parts = { 'word/media/ferry.png': pixel, 'word/media/chart.emf': 'EMF' };
    const reading = await readDocx({ bytes: docxOf(body, parts, more) });
    expect(serialiseContent(reading.blocks)).toMatch(
      /^<p>See <img src="data:image\/png;base64,[^"]+" alt="A ferry"><\/p>$/,
    );
    expect(reading.warnings).toEqual([
      'One picture is not in the file, damaged or of a kind that is not shown, and left out: “A chart”.',
      'One picture is only linked, not in the file; nothing was fetched: “https://example.org/spy.png”.',
    ]);
  });

  it('says that macros, headers and footers are left out', async () => {
    const parts = {
      'word/vbaProject.bin': 'macro',
      'word/header1.xml': wordPart('hdr', paragraph('Top secret')),
    };
    const reading = await readDocx({
      bytes: docxOf(paragraph('Words'), parts, { h: ['header', 'header1.xml'] }),
    });
    expect(reading.warnings).toEqual([
      'The macros of the document were left out; nothing of them was run.',
      'Headers and footers were left out.',
    ]);
    expect(plainText(reading.blocks)).toBe('Words');
  });

  it('takes its properties; the day it was made is no day of publication', async () => {
    const core =
      '<cp:coreProperties xmlns:cp="c" xmlns:dc="d" xmlns:t="t"><dc:title> A  title </dc:title>' +
      '<dc:creator>Ann Lee; Bo Ek</dc:creator><dc:language>uk-UA</dc:language><t:created>2020-01-02T03:04:05Z</t:created></cp:coreProperties>';
    const { metadata } = await readDocx({ bytes: docxOf(paragraph('Words'), { 'docProps/core.xml': core }) });
    expect(metadata).toEqual({
      title: 'A title',
      authors: ['Ann Lee', 'Bo Ek'],
      publisher: '',
      url: '',
      language: 'uk-UA',
      published: null,
      fields: { created: '2020-01-02T03:04:05.000Z' },
    });
  });

  it('has pages where Word counted the same number of them', async () => {
    const body = (inside: string): string =>
      `<w:p>${run('one ')}<w:r><w:lastRenderedPageBreak/></w:r>${run('two 😀 ')}</w:p>${inside}`;
    const app = (pages: number): string => `<Properties xmlns="p"><Pages>${pages}</Pages></Properties>`;
    const last = `<w:p><w:r><w:lastRenderedPageBreak/></w:r></w:p>${paragraph('three')}`;
    const pages = async (count: number, more = '') =>
      (await readDocx({ bytes: docxOf(body(last) + more, { 'docProps/app.xml': app(count) }) })).locators;
    expect(await pages(3)).toEqual([
      { kind: 'page', label: '1', start: 0 },
      { kind: 'page', label: '2', start: 4 },
      { kind: 'page', label: '3', start: 11 },
    ]);
    expect(await pages(4)).toEqual([]);
    expect(await pages(3, '<w:sectPr><w:pgNumType w:start="7"/></w:sectPr>')).toEqual([]);
  });
});

describe('comments of a Word document', () => {
  const comment = (id: number, author: string, text: string, para: string): string =>
    `<w:comment w:id="${id}" w:author="${author}" w:date="2021-05-06T07:08:09Z"><w:p w14:paraId="${para}"><w:r><w:t>${text}</w:t></w:r></w:p></w:comment>`;
  const start = (id: number): string => `<w:commentRangeStart w:id="${id}"/>`;
  const end = (id: number): string =>
    `<w:commentRangeEnd w:id="${id}"/><w:r><w:commentReference w:id="${id}"/></w:r>`;

  it('stand on the exact words, with who said it and the answers', async () => {
    const body =
      `<w:p>${run('😀 The ')}${start(1)}${run('fer', '<w:b/>')}${run('ry ')}</w:p>` +
      `<w:p>${run('sank')}${end(1)}${run(' on ')}${start(2)}${run('Monday')}${end(2)}.</w:p>${paragraph('End')}`;
    const parts = {
      'word/comments.xml': wordPart(
        'comments',
        comment(1, 'Ann Lee', 'Is that so?', 'AA') +
          comment(2, 'Bo', 'Which?', 'BB') +
          comment(3, 'Bo', 'Yes.', 'CC'),
      ),
      'word/commentsExtended.xml': wordPart(
        'commentsEx',
        '<w15:commentEx w15:paraId="AA"/><w15:commentEx w15:paraId="CC" w15:paraIdParent="AA"/>',
      ),
    };
    const reading = await readDocx({ bytes: docxOf(body, parts) });
    const text = plainText(reading.blocks);
    const [first, second, ...others] = reading.annotations ?? [];
    expect(others).toEqual([]);
    expect(first).toMatchObject({
      comments: ['Is that so?', 'Bo, 2021-05-06: Yes.'],
      coder: 'Ann Lee',
      createdAt: '2021-05-06T07:08:09.000Z',
      problems: [],
    });
    const position = first?.targets[0]?.position;
    expect(position).toEqual({ start: 6, end: 17 });
    expect(sliceByCodePoints(text, position?.start ?? 0, position?.end ?? 0)).toBe('ferry \nsank');
    expect(first?.targets[0]?.quote).toEqual({
      exact: 'ferry \nsank',
      prefix: '😀 The ',
      suffix: ' on Monday\nEnd',
    });
    expect(second?.targets[0]?.quote?.exact).toBe('Monday');
  });

  it('at a point go to the word next to it, and say so', async () => {
    const body = `<w:p>${run('One two')}<w:r><w:commentReference w:id="1"/></w:r>${run(' three')}</w:p>`;
    const parts = { 'word/comments.xml': wordPart('comments', comment(1, 'Ann', 'Hm.', 'AA')) };
    const { annotations = [] } = await readDocx({ bytes: docxOf(body, parts) });
    expect(annotations[0]?.targets[0]?.quote?.exact).toBe('two');
    expect(annotations[0]?.problems).toHaveLength(1);
  });

  it('without a place in the text are counted', async () => {
    const parts = { 'word/comments.xml': wordPart('comments', comment(1, 'Ann', 'Hm.', 'AA')) };
    const reading = await readDocx({ bytes: docxOf(paragraph('Words'), parts) });
    expect(reading.annotations).toEqual([]);
    expect(reading.warnings).toEqual(['One comment stands at no words of the text and was left out.']);
  });
});

describe('a hostile Word document', () => {
  it('is refused when it declares entities', async () => {
    const evil = `<!DOCTYPE w [<!ENTITY x SYSTEM "file:///etc/passwd">]>${wordPart('document', '<w:body/>')}`;
    await expect(readDocx({ bytes: docxOf('', { 'word/document.xml': evil }) })).rejects.toThrow(
      'declares entities',
    );
  });

  it('is refused when it unpacks to far more than it is', async () => {
    const bytes = docxOf(paragraph('x'), { 'word/media/bomb.png': new Uint8Array(17_000_000) });
    await expect(readDocx({ bytes })).rejects.toThrow('archive bomb');
  });

  it('is refused when it is nested too deeply', async () => {
    const deep = `${'<w:sdt><w:sdtContent>'.repeat(3000)}${'</w:sdtContent></w:sdt>'.repeat(3000)}`;
    await expect(readDocx({ bytes: docxOf(deep) })).rejects.toThrow('nested too deeply');
  });

  it('is refused when its text is cut short, or is none', async () => {
    const cut = wordPart('document', `<w:body>${paragraph('x')}`).slice(0, -30);
    await expect(readDocx({ bytes: docxOf('', { 'word/document.xml': cut }) })).rejects.toThrow(
      'damaged or cut short',
    );
    const other = docxOf('', { 'word/document.xml': '<other/>' });
    await expect(readDocx({ bytes: other })).rejects.toThrow('no Word document');
  });

  it('makes no table of a million cells', async () => {
    const row = `<w:tr>${'<w:tc><w:tcPr><w:gridSpan w:val="1000000"/></w:tcPr></w:tc>'.repeat(10)}</w:tr>`;
    const { blocks } = await readDocx({ bytes: docxOf(`${paragraph('x')}<w:tbl>${row}</w:tbl>`) });
    const table = blocks.find((block) => block.kind === 'table');
    expect(table?.kind === 'table' ? table.rows[0]?.cells.length : 0).toBeLessThan(100);
  });
});
