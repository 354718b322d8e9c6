import { describe, expect, it } from 'vitest';
import { plainText } from '../../../../shared/document/plain-text';
import { serialiseContent } from '../../../../shared/document/serialise-content';
import type { DecodedReading } from '../../formats/format';
import { pixel } from '../testing/office-samples';
import { readRtf } from './read-rtf';

const read = (rtf: string, encoding = ''): DecodedReading =>
  readRtf({ bytes: Buffer.from(rtf, 'latin1'), encoding });
const textOf = (rtf: string, encoding = ''): string => plainText(read(rtf, encoding).blocks);
const contentOf = (rtf: string): string => serialiseContent(read(rtf).blocks);

describe('the words of an RTF text', () => {
  it('are paragraphs and lines; line ends of the file are none', () => {
    expect(textOf('{\\rtf1 One\r\n two\\par Three\\line four\\\nFive}')).toBe('One two\nThree\nfour\nFive');
    expect(textOf('{\\rtf1 a\\~b\\_c\\-d\\{\\}\\\\ \\emdash x\\ldblquote y\\rdblquote}')).toBe(
      'a\u00a0b\u2011c\u00add{}\\ —x“y”',
    );
  });

  it('are decoded by the code page of the document', () => {
    expect(textOf("{\\rtf1\\ansi\\ansicpg1251 \\'ca\\'e8\\'bf\\'e2}")).toBe('Київ');
    expect(textOf("{\\rtf1\\ansi na\\'efve caf\\'e9}")).toBe('naïve café');
    expect(textOf("{\\rtf1\\mac caf\\'8e}")).toBe('café');
    expect(textOf("{\\rtf1\\pc caf\\'82}")).toBe('café');
  });

  it('are decoded by the character set of the font', () => {
    const fonts =
      '{\\fonttbl{\\f0\\fcharset204 Times;}{\\f1\\fcharset128 Mincho;}{\\f2\\fcharset2 Symbol;}{\\f3\\fcharset0 Arial;}}';
    expect(textOf(`{\\rtf1\\ansi${fonts}\\f0 \\'ca\\'e8\\'bf\\'e2 \\f3 caf\\'e9}`)).toBe('Київ café');
    expect(textOf(`{\\rtf1\\ansi${fonts}\\f1\\'93\\'fa\\'96\\'7b\\'8c\\'ea}`)).toBe('日本語');
    // The second byte of a letter may be a sign of RTF.
    expect(textOf(`{\\rtf1\\ansi${fonts}\\f1\\'83\\\\\\'83A}`)).toBe('ソア');
    expect(textOf(`{\\rtf1\\ansi${fonts}\\f2 abg\\f3  x}`)).toBe('αβγ x');
    expect(textOf("{\\rtf1\\ansi\\ansicpg936 \\'b1\\'b1\\'be\\'a9}")).toBe('北京');
  });

  it('are decoded as the user says', () => {
    const reading = read("{\\rtf1\\ansi\\ansicpg1252 \\'ca\\'e8\\'bf\\'e2}", 'windows-1251');
    expect(plainText(reading.blocks)).toBe('Київ');
    expect(reading.encoding).toEqual({ encoding: 'windows-1251', encodingOrigin: 'chosen' });
  });

  it('are Unicode where the file says so, without what stands for it', () => {
    expect(textOf("{\\rtf1\\uc1 \\u1050?\\u1080\\'3f\\u1111\\'3f\\u1074 ?}")).toBe('Київ');
    expect(textOf('{\\rtf1\\uc0 \\u-10179\\u-8704 end}')).toBe('😀end');
    expect(textOf('{\\rtf1\\uc2 \\u20140ab{\\u20140 a}c}')).toBe('京京c');
  });

  it('keep how they are set, and links', () => {
    const field = '{\\field{\\*\\fldinst{HYPERLINK "https://example.org/"}}{\\fldrslt{\\ul there}}}';
    expect(contentOf(`{\\rtf1 {\\b bold}{\\b\\i both}\\b0 plain{\\super 2} ${field} {\\v secret}end}`)).toBe(
      '<p><strong>bold</strong><strong><em>both</em></strong>plain<sup>2</sup> <a href="https://example.org/">there</a> end</p>',
    );
  });

  it('are not those of tables at the head, pictures, lists of signs and unknown groups', () => {
    const head =
      '{\\fonttbl{\\f0 Arial;}}{\\colortbl;\\red0;}{\\stylesheet{\\s1 heading 1;}}{\\info{\\title T}{\\company C}}{\\*\\generator G;}';
    const reading = read(
      `{\\rtf1${head}{\\header Top}{\\pict\\pngblip 89504e47}{\\listtext 1.\\tab}{\\*\\unknown {x}y}Words}`,
    );
    expect(plainText(reading.blocks)).toBe('Words');
    expect(reading.warnings).toEqual([
      'One picture was left out: it is damaged or of a kind that is not shown.',
      'Headers and footers were left out.',
    ]);
  });

  it('are kept where they were inserted and left out where they were deleted', () => {
    const reading = read('{\\rtf1 a{\\revised b}{\\deleted c}d}');
    expect(plainText(reading.blocks)).toBe('abd');
    expect(reading.warnings).toEqual(['One tracked deletion was left out; tracked insertions were kept.']);
  });
});

describe('the shape of an RTF text', () => {
  it('has headings by style and by outline', () => {
    const styles =
      '{\\stylesheet{\\s0 Normal;}{\\s1\\outlinelevel0 berschrift;}{\\s2 heading 2;}{\\*\\cs3 heading 1;}}';
    expect(
      contentOf(
        `{\\rtf1${styles}\\pard\\s1\\b One\\par\\pard\\s2 Two\\par\\pard\\outlinelevel2 Three\\par\\pard\\s3 Four\\par}`,
      ),
    ).toBe('<h1>One</h1><h2>Two</h2><h3>Three</h3><p><strong>Four</strong></p>');
  });

  it('nests lists, new and old', () => {
    const lists =
      '{\\*\\listtable{\\list{\\listlevel\\levelnfc23{\\leveltext x;}}{\\listlevel\\levelnfc0{\\leveltext y;}}\\listid9}}{\\*\\listoverridetable{\\listoverride\\listid9\\ls1}}';
    const item = (words: string, level: number): string => `\\pard\\ls1\\ilvl${level} ${words}\\par`;
    expect(contentOf(`{\\rtf1${lists}${item('a', 0)}${item('a1', 1)}${item('b', 0)}\\pard x\\par}`)).toBe(
      '<ul><li>a<ol><li>a1</li></ol></li><li>b</li></ul><p>x</p>',
    );
    const old = '{\\pntext 1.\\tab}{\\*\\pn\\pnlvlbody\\pndec{\\pntxta .}}';
    expect(contentOf(`{\\rtf1 \\pard${old}one\\par{\\pntext 2.\\tab}two\\par\\pard x\\par}`)).toBe(
      '<ol><li>one</li><li>two</li></ol><p>x</p>',
    );
  });

  it('has tables', () => {
    const row = (a: string, b: string): string =>
      `\\trowd\\cellx1\\cellx2\\pard\\intbl ${a}\\cell ${b}\\cell\\row`;
    expect(contentOf(`{\\rtf1 Before\\par${row('a', 'b\\par b2')}${row('c', '')}\\pard After\\par}`)).toBe(
      '<p>Before</p><table><tr><td><p>a</p></td><td><p>b</p><p>b2</p></td></tr><tr><td><p>c</p></td><td><p></p></td></tr></table><p>After</p>',
    );
    expect(textOf(`{\\rtf1 \\trowd\\pard\\intbl lost`)).toBe('lost');
  });

  it('leads from the sign of a note to the note and back', () => {
    expect(
      contentOf(
        '{\\rtf1 Words{\\super\\chftn{\\footnote\\pard {\\super\\chftn} Below.\\par}}, more{\\footnote\\ftnalt Last.}.}',
      ),
    ).toBe(
      '<p>Words<a href="#footnote-1" id="footnote-1-sign"><sup>[1]</sup></a>, more<a href="#endnote-1" id="endnote-1-sign"><sup>[i]</sup></a>.</p><hr>' +
        '<p><a href="#footnote-1-sign" id="footnote-1">[1]</a> Below.</p><p><a href="#endnote-1-sign" id="endnote-1">[i]</a> Last.</p>',
    );
  });

  it('keeps comments on the exact words', () => {
    // 2021-05-06 07:08, as Word packs it.
    const packed = (4 << 29) | (121 << 20) | (5 << 16) | (6 << 11) | (7 << 6) | 8;
    const { annotations = [] } = read(
      `{\\rtf1 The {\\*\\atrfstart 5}ferry{\\*\\atrfend 5}{\\*\\atnid AL}{\\*\\atnauthor Ann Lee}\\chatn{\\*\\annotation{\\*\\atnref 5}{\\*\\atndate ${packed}}\\pard Sure?\\par} sank.}`,
    );
    expect(annotations).toHaveLength(1);
    expect(annotations[0]).toMatchObject({
      targets: [{ quote: { exact: 'ferry', prefix: 'The ', suffix: ' sank.' } }],
      comments: ['Sure?'],
      coder: 'Ann Lee',
      createdAt: '2021-05-06T07:08:00.000Z',
    });
  });

  it('keeps pictures, told in digits, as they are, or in a shape', () => {
    const picture = `{\\pict\\pngblip ${pixel.toString('hex').replace(/(.{40})/g, '$1\n')}}`;
    const image = `<img src="data:image/png;base64,${pixel.toString('base64')}" alt="">`;
    const raw = `{\\pict\\pngblip\\bin${pixel.length} ${pixel.toString('latin1')}}`;
    const shape = `{\\shp{\\*\\shpinst{\\sp{\\sn pib}{\\sv ${picture}}}}}`;
    const reading = read(
      `{\\rtf1 a{\\*\\shppict${picture}}{\\nonshppict{\\pict\\wmetafile8 00}}b${raw}c${shape}d{\\pict\\wmetafile8 0102}}`,
    );
    expect(serialiseContent(reading.blocks)).toBe(`<p>a${image}b${image}c${image}d</p>`);
    expect(reading.warnings).toEqual([
      'One picture was left out: it is damaged or of a kind that is not shown.',
    ]);
  });

  it('takes its properties and the words of text boxes', () => {
    const info = '{\\info{\\title A title}{\\author Ann Lee}{\\creatim\\yr2020\\mo1\\dy2\\hr3\\min4}}';
    const reading = read(
      `{\\rtf1${info}Words{\\shp{\\*\\shpinst{\\sp{\\sn n}{\\sv v}}{\\shptxt \\pard Boxed\\par}}}\\par End}`,
    );
    expect(plainText(reading.blocks)).toBe('Words\nBoxed\nEnd');
    expect(reading.metadata).toMatchObject({
      title: 'A title',
      authors: ['Ann Lee'],
      published: null,
      fields: { created: '2020-01-02T03:04:00.000Z' },
    });
  });
});

describe('a hostile RTF text', () => {
  it('is refused when it is nested too deeply', () => {
    expect(() => read(`{\\rtf1${'{'.repeat(1_000_000)}`)).toThrow('nested too deeply');
  });

  it('is read as far as it goes, and that it is cut short is said', () => {
    const whole = '{\\rtf1 One\\par {\\b two\\footnote x}}';
    for (let length = 8; length < whole.length; length += 1) {
      const { blocks, warnings } = read(whole.slice(0, length));
      expect(plainText(blocks).startsWith('One') || length < 14).toBe(true);
      expect(warnings).toContain('The file is cut short: its end is missing.');
    }
  });

  it('is not led on by binary data, wrong numbers or a broken hex sign', () => {
    expect(textOf('{\\rtf1 a{\\pict\\bin5 }}}}}b}c}')).toBe('ac');
    expect(textOf('{\\rtf1 a\\bin99999999999 b}')).toBe('a');
    expect(textOf("{\\rtf1 a\\'zzb\\u99999999999?c}").startsWith('a')).toBe(true);
    expect(textOf('{\\rtf1 a}}}}b')).toBe('ab');
    expect(textOf('{\\rtf1{\\footnote\\annotation x}{\\shptxt{\\footnote y}}z}')).toContain('z');
  });

  it('may be one long line', () => {
    expect(textOf(`{\\rtf1 ${'word '.repeat(200_000)}}`)).toHaveLength(1_000_000);
  });
});
