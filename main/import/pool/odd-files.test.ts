/** Files as they lie about in folders: wrongly named, cut off, too large, not there, changing. Each is read or refused in words. */
import { execFileSync } from 'node:child_process';
import {
  appendFileSync,
  chmodSync,
  mkdirSync,
  mkdtempSync,
  rmSync,
  symlinkSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { CasebookError } from '../../../shared/model/result';
import { makeZip } from '../archive/zip-samples';
import { greatestByteLength, greatestCollectionByteLength } from '../limits';
import { expandPaths } from './expand-paths';
import { openImportFile } from './open-import-file';
import { readImportFile } from './read-file';

let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'casebook-odd-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function file(name: string, content: string | Uint8Array): string {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
}

interface Came {
  readonly text: string;
  readonly message: string;
}

/** The text of the article, with its warnings; or why it was refused. */
async function bring(path: string): Promise<Came> {
  try {
    for await (const item of openImportFile({ source: path, capturedAt: '2026-01-01T00:00:00.000Z' })) {
      if (item.kind === 'article')
        return { text: item.document.text, message: item.document.warnings.join(' ') };
      if (item.kind === 'refused') return { text: '', message: item.message };
    }
    return { text: '', message: '' };
  } catch (cause) {
    if (!(cause instanceof CasebookError)) throw cause;
    return { text: '', message: cause.message };
  }
}

const prose = 'The ferry left at dawn, and nobody on the pier could say who had ordered it.';
const page = `<!doctype html><title>Ferry</title><p>${prose}</p>`;
const binary = Uint8Array.from({ length: 4000 }, (_, at) => (at * 7919) % 256);

describe('wrong names', () => {
  it('are seen through: the bytes decide', async () => {
    expect((await bring(file('page.pdf', page))).text).toBe(prose);
    expect((await bring(file('page.docx', page))).text).toBe(prose);
    const text = await bring(file('text.pdf', prose));
    expect(text.text).toBe(prose);
    expect(text.message).toBe('This is not a PDF: it was read as plain text.');
    expect((await bring(file('noise.pdf', binary))).message).toBe(
      'This is called .pdf, but is not a PDF, or a damaged one.',
    );
  });
});

describe('what is cut off', () => {
  it.each([
    ['cut.pdf', '%PDF-1.7\n1 0 obj\n<< /Type /Catalog'],
    ['cut.docx', 'PK\u0003\u0004\u0014\u0000\u0000\u0000\u0008\u0000 [Content_Types].xml word/document.xml'],
    ['cut.epub', 'PK\u0003\u0004\u0014\u0000\u0000\u0000\u0000\u0000mimetypeapplication/epub+zip'],
    ['cut.rtf', '{\\rtf1\\ansi {\\fonttbl {\\f0'],
    ['cut.zip', 'PK\u0003\u0004'],
    ['cut.json', '[{"a": '],
    ['cut.sqlite3', 'SQLite format 3\u0000'],
    ['cut.warc', 'WARC/1.0\r\nWARC-Type: response\r\nContent-Length: 99999\r\n\r\nHTTP/1.1 200 OK'],
    ['nothing.html', ''],
    ['blank.txt', ' \n\t'],
  ])('%s is refused in words', async (name, content) => {
    const { text, message } = await bring(file(name, Buffer.from(content, 'latin1')));
    expect(text).toBe('');
    expect(message).toMatch(/^[A-Z].{10,}\.$/s);
    expect(message).not.toMatch(/undefined|\bat \/|Error:|\[object/);
  });
});

describe('what is too large', () => {
  it('is refused before it is read', async () => {
    const path = file('huge.txt', 'x');
    truncateSync(path, greatestCollectionByteLength + 1);
    await expect(readImportFile(path)).rejects.toMatchObject({ message: expect.stringMatching(/too large/) });
    truncateSync(path, greatestByteLength + 1);
    await expect(readImportFile(path)).rejects.toMatchObject({
      message: expect.stringMatching(/too large: 65 MB, and at most 64 MB/),
    });
    for (const [content, most] of [
      ['%PDF-1.7', 64],
      ['From a@b.example Fri Jul  4 10:00:00 2025', 256],
    ] as const) {
      writeFileSync(path, content);
      truncateSync(path, greatestCollectionByteLength - 1);
      await expect(readImportFile(path)).rejects.toThrow(`at most ${most} MB`);
    }
  });
});

it('reads a web archive larger than other files', async () => {
  const answer = (block: string, length = block.length) =>
    `WARC/1.1\r\nWARC-Type: response\r\nWARC-Target-URI: https://a.example/${length}\r\nContent-Length: ${length}\r\n\r\n${block}`;
  const story = answer(`HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n${page}`);
  const film = answer('HTTP/1.1 200 OK\r\nContent-Type: video/mp4\r\n\r\n', 4 * greatestByteLength);
  const path = file('large.warc', `${story}\r\n\r\n${film}`);
  truncateSync(path, 2 * greatestByteLength);
  expect(await bring(path)).toEqual({ text: prose, message: '' });
});

describe('an archive larger than other files', () => {
  const filler = { name: 'files/film', content: new Uint8Array(greatestByteLength), isStored: true };

  it('stays on the disk, and what it holds is read', async () => {
    const http = `HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n${page}`;
    const warc = `WARC/1.1\r\nWARC-Type: response\r\nWARC-Target-URI: https://a.example/\r\nContent-Length: ${http.length}\r\n\r\n${http}\r\n\r\n`;
    const path = file('large.wacz', makeZip([filler, { name: 'archive/a.warc', content: warc }]));
    const pieces: number[] = [];
    const request = { source: path, capturedAt: '2026-01-01T00:00:00.000Z' };
    for await (const item of openImportFile(request, () => pieces.push(1)))
      expect(item).toMatchObject({ kind: 'article', document: { text: prose } });
    expect(pieces).not.toEqual([]);
    truncateSync(path, greatestByteLength + 1000);
    expect((await bring(path)).message).toMatch(/damaged|cannot be imported|too large/);
  });

  it('is refused for what is no archive of many things', async () => {
    const parts = ['[Content_Types].xml', 'word/document.xml'].map((name) => ({ name, content: '<w/>' }));
    expect((await bring(file('large.docx', makeZip([filler, ...parts])))).message).toMatch(
      /too large: 65 MB/,
    );
  });
});

describe('what is no file, or none to be read', () => {
  it('is refused in words', async () => {
    mkdirSync(join(folder, 'sub'));
    expect((await bring(join(folder, 'sub'))).message).toBe('This is not a file.');
    expect((await bring(join(folder, 'gone.txt'))).message).toBe('There is no such file.');
    symlinkSync(join(folder, 'nowhere'), join(folder, 'broken.txt'));
    expect((await bring(join(folder, 'broken.txt'))).message).toBe('There is no such file.');
    symlinkSync(join(folder, 'loop.txt'), join(folder, 'loop.txt'));
    expect((await bring(join(folder, 'loop.txt'))).message).toMatch(/could not be read \(ELOOP\)/);
  });

  it.skipIf(process.platform === 'win32')('also a pipe, which would never end', async () => {
    const pipe = join(folder, 'pipe.txt');
    execFileSync('mkfifo', [pipe]);
    expect((await bring(pipe)).message).toBe('This is not a file.');
  });

  // The system's administrator may read everything.
  it.skipIf(process.getuid?.() === 0)('also a file and a folder that are locked', async () => {
    const path = file('locked.txt', prose);
    chmodSync(path, 0);
    expect((await bring(path)).message).toBe('The file may not be read.');
    const closed = join(folder, 'closed');
    mkdirSync(closed);
    chmodSync(closed, 0);
    expect(await expandPaths([closed])).toEqual([]);
    chmodSync(closed, 0o700);
  });
});

it('refuses a file that grows while it is read', async () => {
  const path = file('growing.txt', prose.repeat(200_000));
  const growing = setInterval(() => appendFileSync(path, prose), 0);
  try {
    await expect(readImportFile(path)).rejects.toMatchObject({
      code: 'import-refused',
      message: 'The file changed while it was read. Try again when it is finished.',
    });
  } finally {
    clearInterval(growing);
  }
});
