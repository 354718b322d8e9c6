import { describe, expect, it } from 'vitest';
import { makeZip, zipOf } from '../archive/zip-samples';
import { importDocument } from '../import-document';
import { bookPage, docxOf, epubOf, odtOf, paragraph } from '../office/testing/office-samples';

const take = (bytes: Uint8Array, source: string, mediaType = '') =>
  importDocument({ bytes, source, mediaType, capturedAt: '2026-01-01T00:00:00.000Z' });

const samples: readonly (readonly [name: string, bytes: Uint8Array, stored: string])[] = [
  ['docx', docxOf(paragraph('The ferry sank.')), 'wordprocessingml.document'],
  ['odt', odtOf('<text:p>The ferry sank.</text:p>'), 'opendocument.text'],
  ['rtf', Buffer.from('{\\rtf1 The ferry sank.}'), 'application/rtf'],
  ['epub', epubOf({ 'a.xhtml': bookPage('<p>The ferry sank.</p>') }), 'application/epub+zip'],
];

describe.each(samples)('a file of the format %s', (name, bytes, stored) => {
  it.each(['article', 'article.html', 'article.txt', 'article.pdf', `article.${name}`])(
    'is known by its bytes, also when it is called %s',
    async (source) => {
      const { text, original } = await take(bytes, source, source === 'article.html' ? 'text/html' : '');
      expect(text).toBe('The ferry sank.');
      expect(original.mediaType).toContain(stored);
    },
  );

  it('is refused in words wherever it is cut, or told to be cut', async () => {
    for (let part = 1; part < 8; part += 1) {
      const cut = bytes.slice(0, Math.floor((bytes.length * part) / 8));
      const told = await take(cut, `article.${name}`).then(
        ({ warnings }) => warnings.join(' '),
        (cause: Error) => cause.message,
      );
      expect(told).toMatch(/damaged|cut short|no words|not an RTF document/);
    }
  });
});

describe('an archive that is none of these', () => {
  it('is called what it is', async () => {
    await expect(take(zipOf({ 'a.txt': 'x' }), 'a.docx')).rejects.toThrow('a ZIP archive');
    const sheet = zipOf({ '[Content_Types].xml': '<Types/>', 'ppt/presentation.xml': '<p/>' });
    await expect(take(sheet, 'a.docx')).rejects.toThrow('no Word document');
    await expect(take(sheet, 'a.bin')).rejects.toThrow('an Office file that is no text');
  });

  it('is an OpenDocument text when it is called one, though it packs what says so', async () => {
    const content =
      '<o:document-content xmlns:o="o" xmlns:t="t"><o:body><o:text><t:p>Words</t:p></o:text></o:body></o:document-content>';
    const files = {
      mimetype: 'application/vnd.oasis.opendocument.text',
      'content.xml': content,
      'META-INF/manifest.xml': '<m/>',
    };
    const packed = makeZip(Object.entries(files).map(([name, words]) => ({ name, content: words })));
    expect((await take(packed, 'letter.odt')).text).toBe('Words');
  });
});
