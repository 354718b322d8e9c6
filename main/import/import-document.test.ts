import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import iconv from 'iconv-lite';
import { describe, expect, it } from 'vitest';
import { parseContent } from '../../shared/document/content-html';
import { plainText } from '../../shared/document/plain-text';
import type { ImportedDocument } from '../../shared/model/imported/imported-document';
import { CasebookError } from '../../shared/model/result';
import { type ImportRequest, importDocument } from './import-document';
import { greatestByteLength } from './limits';

const capturedAt = '2025-07-05T10:00:00.000Z';
const prose =
  'The mayor said that two bridges were closed, and that repairs would take a month or longer. '.repeat(4);

function take(content: string | Uint8Array, rest: Partial<ImportRequest> = {}): Promise<ImportedDocument> {
  const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content;
  return importDocument({ bytes, source: '/news/bridges.txt', capturedAt, ...rest });
}

async function refusal(content: string | Uint8Array, rest: Partial<ImportRequest> = {}): Promise<string> {
  try {
    await take(content, rest);
  } catch (cause) {
    expect(cause).toBeInstanceOf(CasebookError);
    if (cause instanceof CasebookError) {
      expect(cause.code).toBe('import-refused');
      return cause.message;
    }
  }
  throw new Error('It was not refused.');
}

describe('importDocument', () => {
  it('gives content, text, hash and place of a text', async () => {
    const document = await take(`Two Bridges Closed\n\n${prose}\n\nPost a Comment\n`);
    expect(document.original).toEqual({
      source: '/news/bridges.txt',
      mediaType: 'text/plain',
      encoding: 'utf-8',
      encodingOrigin: 'guessed',
      sha256: expect.stringMatching(/^[0-9a-f]{64}$/),
      byteLength: expect.any(Number),
      capturedAt,
    });
    expect(document.metadata).toMatchObject({ title: 'Two Bridges Closed', language: 'en', published: null });
    expect(plainText(parseContent(document.content))).toBe(document.text);
    const [exclusion] = document.exclusions;
    expect(document.text.slice(exclusion?.start, exclusion?.end)).toBe('Post a Comment');
    expect(document.warnings).toEqual([]);
  });

  it('hashes the bytes, not the text', async () => {
    const sha256 = async (encoding: string): Promise<string> =>
      (await take(iconv.encode(prose, encoding))).original.sha256;
    expect(await sha256('utf-8')).toBe(await sha256('utf-8'));
    expect(await sha256('utf-16le')).not.toBe(await sha256('utf-8'));
  });

  it('decides by media type, then by content, then by name', async () => {
    const page = `<!doctype html><p>${prose}</p>`;
    expect((await take(page, { source: '/a.txt' })).original.mediaType).toBe('text/html');
    expect((await take(page, { source: '/a.txt', mediaType: 'text/plain' })).text).toContain(
      '<!doctype html>',
    );
    expect((await take(`<p>${prose}</p>`, { source: '/a.html' })).text).toBe(prose.trim());
    expect((await take(`<p>${prose}</p>`, { source: '/a.txt' })).text).toContain('<p>');
    expect(
      (
        await take(`<p>${prose}</p>`, {
          source: 'https://example.org/a',
          mediaType: 'text/html; charset=utf-8',
        })
      ).metadata.url,
    ).toBe('https://example.org/a');
  });

  it('keeps the lines of a text that only calls itself a page', async () => {
    const document = await take(`First line\nsecond line\n\n${prose}`, { source: '/a.html' });
    expect(document.text).toContain('First line\nsecond line');
    expect(document.warnings).toEqual(['This file holds no web page and was read as plain text.']);
  });

  it('names what has no headline by its file, or by its first words', async () => {
    expect((await take(`${prose}\n\n${prose}`)).metadata.title).toBe('bridges');
    expect((await take(prose, { source: 'clipboard:' })).metadata.title).toMatch(
      /^The mayor said .{20,70}…$/,
    );
  });

  it('believes no declared language that the letters contradict', async () => {
    const page = (text: string): string => `<html lang="en"><body><p>${text}</p></body></html>`;
    const ukrainian =
      'Українська влада заявила, що обидва мости закрито, а ремонт триватиме щонайменше місяць. '.repeat(3);
    expect((await take(page(ukrainian))).metadata.language).toBe('uk');
    expect((await take(page(prose))).metadata.language).toBe('en');
    expect((await take('12 34')).metadata.language).toBe('');
  });

  it('says how it was decoded and takes the user at their word', async () => {
    const text =
      'Українська влада заявила, що росіяни обстріляли місто. Її слова підтвердив очільник області.';
    expect((await take(iconv.encode(text, 'koi8-u'))).original).toMatchObject({
      encoding: 'koi8-u',
      encodingOrigin: 'guessed',
    });
    expect((await take(iconv.encode(text, 'koi8-u'), { encoding: 'windows-1251' })).original).toMatchObject({
      encoding: 'windows-1251',
      encodingOrigin: 'chosen',
    });
    const page = iconv.encode(`<meta charset=windows-1251><p>${text}</p>`, 'windows-1251');
    expect(await take(page, { source: 'a.html' })).toMatchObject({
      text,
      original: { encoding: 'windows-1251', encodingOrigin: 'declared' },
    });
  });

  it('says when characters could not be read, and when the encoding is a guess', async () => {
    expect((await take(`${prose}\uFFFD and \uFFFD`)).warnings).toEqual(['2 characters could not be read.']);
    expect((await take(Uint8Array.from([0x41, 0xe0]))).warnings[0]).toMatch(/not certain/);
  });

  it('takes a paste whole', async () => {
    const paste = { source: 'clipboard:', mediaType: 'text/html' };
    expect((await take('<nav>a</nav><p>b</p>', paste)).text).toBe('a\nb');
    expect((await take('a\n\nb', { source: 'clipboard:', mediaType: 'text/plain' })).text).toBe('a\nb');
  });

  it('refuses in words what is no article', async () => {
    expect(await refusal('')).toMatch(/empty/);
    expect(await refusal(' \n \t')).toMatch(/no words/);
    expect(await refusal('<html><body><script>x()</script></body></html>')).toMatch(/no words/);
    expect(await refusal(new Uint8Array(greatestByteLength + 1))).toMatch(/too large: 65 MB.*64 MB/);
    expect(await refusal(Uint8Array.from({ length: 5000 }, (_, at) => (at * 7919) % 256))).toMatch(
      /not a text/,
    );
    expect(await refusal(new Uint8Array(5000))).toMatch(/not a text/);
  });

  it('knows other kinds of file whatever their name', async () => {
    const bytes = (start: string, rest = ''): Uint8Array =>
      Buffer.from(`${start}${rest}${'\0'.repeat(100)}`, 'latin1');
    const source = 'article.html';
    expect(await refusal(bytes('%PDF-1.7'), { source })).toBe('It is damaged: it cannot be read as a PDF.');
    const word = bytes('PK\u0003\u0004', '....[Content_Types].xml....word/document.xml');
    expect(await refusal(word, { source })).toMatch(/damaged or cut short/);
    const book = bytes('PK\u0003\u0004', '....mimetypeapplication/epub+zip');
    expect(await refusal(book, { source })).toMatch(/damaged or cut short/);
    const sheet = bytes('PK\u0003\u0004', '....mimetypeapplication/vnd.oasis.opendocument.graphics');
    expect(await refusal(sheet, { source })).toMatch(/an OpenDocument file that is no text/);
    expect(await refusal(bytes('{\\rtf1\\ansi'), { source })).toMatch(/no words/);
    expect(await refusal(bytes('SQLite format 3'), { source })).toMatch(/not one article/);
    expect(await refusal(bytes('\u0089PNG\r\n'), { source })).toMatch(/picture/);
    expect(await refusal(bytes('\u001f\u008b'), { source, mediaType: 'text/html' })).toMatch(/gzip/);
  });
});

const shared = process.env['CASEBOOK_SHARED'] ?? resolve(__dirname, '../../../shared');
const documents = join(shared, 'corpora/docs');

describe.skipIf(!existsSync(documents))(
  'documents of the shared corpus (skipped without CASEBOOK_SHARED)',
  () => {
    it('finds the same words in the same text as a page and as plain text', async () => {
      const words = async (name: string): Promise<string[]> =>
        (await take(readFileSync(join(documents, 'one-text', name)), { source: name })).text.match(
          /[\p{L}\p{N}]+/gu,
        ) ?? [];
      const [page, text] = [await words('message.html'), await words('message.txt')];
      expect(page.length).toBeGreaterThan(5000);
      const share = page.filter((word) => text.includes(word)).length / page.length;
      expect(share).toBeGreaterThan(0.99);
    });
  },
);
