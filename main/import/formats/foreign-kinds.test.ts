import { describe, expect, it } from 'vitest';
import { foreignKind } from './foreign-kinds';

const bytes = (text: string): Uint8Array => Buffer.from(text, 'latin1');
const compound = (part: string): Uint8Array =>
  Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.alloc(600), Buffer.from(part, 'utf16le')]);

describe('a file of a kind that cannot be read', () => {
  it.each([
    ['a .doc', compound('WordDocument'), /Word document of the old kind/, /DOCX/],
    ['a .xls', compound('Workbook'), /Excel workbook of the old kind/, /XLSX/],
    ['a .msg', compound('__substg1.0_0037001F'), /mail of Outlook/, /EML/],
    ['a locked .docx', compound('EncryptedPackage'), /password/, /without one/],
    [
      'a .fodt',
      bytes('<?xml version="1.0"?>\n<office:document xmlns:office="o">'),
      /flat OpenDocument/,
      /ODT/,
    ],
    ['a .djvu', bytes('AT&TFORM\0\0\u0001\0DJVM'), /DjVu/, /text layer/],
    ['a .pages', bytes('PK\u0003\u0004…Index/Document.iwa'), /Apple Pages/, /Word or PDF/],
    ['a .mobi', bytes(`${'\0'.repeat(60)}BOOKMOBI`), /Kindle/, /EPUB/],
    ['a picture', bytes('\u0089PNG'), /picture/, /OCR/],
  ])('says what %s is and what can be done', (_, file, words, wayOut) => {
    const kind = foreignKind(file);
    expect(kind?.words).toMatch(words);
    expect(kind?.wayOut).toMatch(wayOut);
  });

  it('takes words about such files for words', () => {
    expect(foreignKind(bytes('The WordDocument was an <office:document> once.'))).toBe(null);
  });
});
