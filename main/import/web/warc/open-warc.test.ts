import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { brotliCompressSync, deflateRawSync, gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { ZipFile } from 'yazl';
import type { ImportedItem } from '../../../../shared/model/imported/imported-item';
import { importDocument } from '../../import-document';
import { looksLikeWarc } from './looks-like-warc';
import { openWacz } from './open-wacz';
import { openWarc } from './open-warc';

setFlagsFromString('--expose-gc');
const collectGarbage = runInNewContext('gc') as () => void;

/** Bytes of buffers that somebody has hold of. */
function heldBytes(): number {
  // The bytes of what the first collection found are given back by the second at the latest.
  collectGarbage();
  collectGarbage();
  return process.memoryUsage().arrayBuffers;
}

const page = (words: string): string =>
  `<html><head><title>${words}</title></head><body><article><h1>${words}</h1><p>${'The bridge was closed to cars on Monday, the council said. '.repeat(4)}</p></article></body></html>`;

interface Made {
  readonly kind?: string;
  readonly url: string;
  readonly http: string;
  readonly body: string | Uint8Array;
}

function record({ kind = 'response', url, http, body }: Made): Buffer {
  const block = Buffer.concat([
    Buffer.from(http.replaceAll('\n', '\r\n')),
    Buffer.from('\r\n\r\n'),
    Buffer.from(body),
  ]);
  const head = `WARC/1.1\r\nWARC-Type: ${kind}\r\nWARC-Target-URI: ${url}\r\nWARC-Date: 2025-04-05T06:07:08Z\r\nContent-Length: ${block.length}\r\n\r\n`;
  return Buffer.concat([Buffer.from(head), block, Buffer.from('\r\n\r\n')]);
}

const ok = 'HTTP/1.1 200 OK\nContent-Type: text/html; charset=utf-8';
const story: Made = { url: 'https://news.example/story', http: ok, body: page('The story') };

const inputOf = (bytes: Uint8Array, more: Partial<Parameters<typeof openWarc>[0]> = {}) =>
  Object.assign(
    { bytes, source: '/a.warc', capturedAt: '2026-01-01T00:00:00.000Z', importWithin: importDocument },
    more,
  );

async function itemsOf(
  bytes: Uint8Array,
  open: typeof openWarc | typeof openWacz = openWarc,
): Promise<ImportedItem[]> {
  const items: ImportedItem[] = [];
  for await (const item of open(inputOf(bytes))) items.push(item);
  return items;
}

const addresses = (items: readonly ImportedItem[]): string[] =>
  items.flatMap((item) => (item.kind === 'article' ? [item.key] : []));
const refusals = (items: readonly ImportedItem[]): string[] =>
  items.flatMap((item) => (item.kind === 'refused' ? [item.message] : []));

describe('a web archive', () => {
  it('gives its pages with their address and the time they were saved', async () => {
    const items = await itemsOf(gzipSync(record(story)));
    expect(items).toHaveLength(1);
    const [item] = items;
    if (item?.kind !== 'article') throw new Error('no article');
    expect(item.document.metadata).toMatchObject({ title: 'The story', url: story.url });
    expect(item.document.original).toMatchObject({
      source: story.url,
      capturedAt: '2025-04-05T06:07:08.000Z',
      mediaType: 'text/html',
    });
  });

  it('unpacks what was packed for the way', async () => {
    const body = Buffer.from(page('Packed'));
    const half = Math.floor(body.length / 2);
    const chunk = (bytes: Buffer): Buffer =>
      Buffer.concat([Buffer.from(`${bytes.length.toString(16)}\r\n`), bytes, Buffer.from('\r\n')]);
    const ways: readonly [string, Uint8Array][] = [
      ['Content-Encoding: gzip', gzipSync(body)],
      ['Content-Encoding: deflate', deflateRawSync(body)],
      ['Content-Encoding: br', brotliCompressSync(body)],
      ['Content-Encoding: br', body],
      [
        'Transfer-Encoding: chunked',
        Buffer.concat([chunk(body.subarray(0, half)), chunk(body.subarray(half)), Buffer.from('0\r\n\r\n')]),
      ],
      ['Transfer-Encoding: chunked', body],
    ];
    const made = ways.map(([header, bytes], at) =>
      record({ url: `https://x.example/${at}`, http: `${ok}\n${header}`, body: bytes }),
    );
    const items = await itemsOf(Buffer.concat(made));
    expect(items.map((item) => item.kind === 'article' && item.document.metadata.title)).toEqual(
      ways.map(() => 'Packed'),
    );
    const strange = await itemsOf(
      Buffer.concat([record(story), record({ ...story, http: `${ok}\nContent-Encoding: zstd` })]),
    );
    expect(refusals(strange)).toEqual(['Its bytes are packed in a way that could not be undone.']);
  });

  it('shows the pictures that it holds', async () => {
    const picture = Buffer.from('R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7', 'base64');
    const shown = page('Shown').replace(
      '</h1>',
      '</h1><p>A map: <img src="/a.gif" alt="Map"> <img src="b.gif" alt="Gone"></p>',
    );
    const items = await itemsOf(
      Buffer.concat([
        record({ ...story, body: shown }),
        record({
          url: 'https://news.example/a.gif',
          http: 'HTTP/1.1 200 OK\nContent-Type: image/gif',
          body: picture,
        }),
      ]),
    );
    const [item] = items;
    expect(item?.kind === 'article' && item.document.content).toContain(
      `data:image/gif;base64,${picture.toString('base64')}`,
    );
    expect(item?.kind === 'article' && item.document.warnings).toEqual([
      'One picture is not in the file and left out: “Gone”.',
    ]);
  });

  it('passes over frames, parts and pages that were not there, and says so', async () => {
    const request = (url: string, wanted: string): Buffer =>
      record({ kind: 'request', url, http: `GET / HTTP/1.1\nSec-Fetch-Dest: ${wanted}`, body: '' });
    const [frame, late] = ['https://x.example/frame', 'https://x.example/late'];
    const items = await itemsOf(
      Buffer.concat([
        record({ kind: 'warcinfo', url: '', http: 'software: x', body: '' }),
        request(story.url, 'document'),
        record(story),
        request(frame, 'iframe'),
        record({ ...story, url: frame }),
        record({ ...story, url: late }),
        request(late, 'iframe'),
        record({ ...story, url: 'https://ad.doubleclick.net/x' }),
        record({
          ...story,
          url: 'https://x.example/gone',
          http: 'HTTP/1.1 404 Gone\nContent-Type: text/html',
        }),
        record({
          ...story,
          url: 'https://x.example/a.png',
          http: 'HTTP/1.1 200 OK\nContent-Type: image/png',
        }),
        record({ ...story, kind: 'revisit', url: 'https://x.example/again' }),
        record({ ...story, kind: 'metadata', url: 'https://x.example/meta' }),
      ]),
    );
    expect(addresses(items)).toEqual([story.url]);
    expect(refusals(items)).toEqual([
      'Left out: 3 frames and advertisements; one page that could not be had when it was saved; one picture, script or other part of pages.',
    ]);
  });

  it('gives what is whole of one that was cut off or damaged', async () => {
    const both = [record(story), record({ ...story, url: 'https://news.example/second' })];
    const plain = Buffer.concat(both);
    const packed = Buffer.concat(both.map((one) => gzipSync(one)));
    for (const bytes of [plain.subarray(0, -60), packed.subarray(0, -60)]) {
      const items = await itemsOf(bytes);
      expect(addresses(items)).toEqual([story.url]);
      expect(refusals(items)).toEqual([expect.stringContaining('ends in the middle')]);
    }
    const items = await itemsOf(Buffer.concat([record(story), Buffer.from('rubbish\r\n\r\n')]));
    expect(refusals(items)).toEqual([expect.stringContaining('damaged')]);
    await expect(itemsOf(Buffer.from('WARC/1.0\r\n'))).rejects.toThrow('no page');
  });

  it('gives the same where it is read piece by piece', async () => {
    const records = [record(story), record({ ...story, url: 'https://news.example/second' })];
    for (const bytes of [Buffer.concat(records), Buffer.concat(records.map((one) => gzipSync(one)))]) {
      for (const length of [7, 500]) {
        const pieces = async function* () {
          for (let at = 0; at < bytes.length; at += length) yield bytes.subarray(at, at + length);
        };
        const items: ImportedItem[] = [];
        const largeFile = { byteLength: bytes.length, pieces };
        for await (const item of openWarc(inputOf(bytes.subarray(0, 64), { largeFile }))) items.push(item);
        expect(items, String(length)).toEqual(await itemsOf(bytes));
      }
    }
  });

  it('lets go of the pieces that it has read', async () => {
    const [count, length] = [120, 1 << 20];
    const film = {
      ...story,
      url: 'https://news.example/film',
      http: 'HTTP/1.1 200 OK\nContent-Type: video/mp4',
    };
    const filmHead = record({ ...film, body: '' }).toString('latin1');
    const head = filmHead.replace(
      /Content-Length: (\d+)/,
      (_, bare) => `Content-Length: ${Number(bare) + count * length}`,
    );
    const first = Buffer.concat([record(story), Buffer.from(head.slice(0, -4), 'latin1')]);
    const before = heldBytes();
    const held: number[] = [];
    const pieces = async function* () {
      yield first;
      for (let each = 1; each <= count; each++) {
        if (each % 40 === 0) held.push(heldBytes() - before);
        yield new Uint8Array(length);
      }
      yield Buffer.from('\r\n\r\n');
    };
    const largeFile = { byteLength: first.length + count * length + 4, pieces };
    const items: ImportedItem[] = [];
    for await (const item of openWarc(inputOf(first, { largeFile }))) items.push(item);
    expect(addresses(items)).toEqual([story.url]);
    expect(held.length).toBeGreaterThanOrEqual(3);
    expect(Math.max(...held)).toBeLessThan(8 * length);
  });

  it('refuses a bomb', async () => {
    const bomb = gzipSync(Buffer.concat([record({ ...story, body: Buffer.alloc(48_000_000) })]));
    await expect(itemsOf(bomb)).rejects.toThrow('packed so tightly');
    const inner = gzipSync(Buffer.alloc(70_000_000));
    const items = await itemsOf(
      Buffer.concat([
        record(story),
        record({ ...story, http: `${ok}\nContent-Encoding: gzip`, body: inner }),
      ]),
    );
    expect(refusals(items)).toEqual(['Its bytes are packed in a way that could not be undone.']);
  });

  it('is known by its first bytes', () => {
    expect(looksLikeWarc(gzipSync(record(story)))).toBe(true);
    expect(looksLikeWarc(record(story))).toBe(true);
    expect(looksLikeWarc(gzipSync('words'))).toBe(false);
  });
});

async function zipOf(files: Readonly<Record<string, string | Uint8Array>>): Promise<Buffer> {
  const zip = new ZipFile();
  for (const [name, content] of Object.entries(files)) zip.addBuffer(Buffer.from(content), name);
  zip.end();
  const parts: Buffer[] = [];
  for await (const part of zip.outputStream as AsyncIterable<Buffer>) parts.push(part);
  return Buffer.concat(parts);
}

describe('a collection of web archives', () => {
  const warc = gzipSync(
    Buffer.concat([record(story), record({ ...story, url: 'https://news.example/other' })]),
  );
  const packageOf = (hash: string): string =>
    JSON.stringify({ resources: [{ path: 'archive/data.warc.gz', hash: `sha256:${hash}` }] });
  const list = `${JSON.stringify({ format: 'json-pages-1.0' })}\n${JSON.stringify({ url: story.url, title: 'x' })}\n`;

  it('gives the pages that it lists', async () => {
    const hash = createHash('sha256').update(warc).digest('hex');
    const zip = await zipOf({
      'archive/data.warc.gz': warc,
      'pages/pages.jsonl': list,
      'datapackage.json': packageOf(hash),
    });
    const items = await itemsOf(zip, openWacz);
    expect(addresses(items)).toEqual([story.url]);
    expect(refusals(items)).toEqual(['Left out: one page that the archive does not list.']);
  });

  it('reads a part piece by piece that is larger than what is held', async () => {
    const zip = await zipOf({ 'archive/data.warc.gz': warc });
    const open: typeof openWacz = (input) => openWacz(input, 100);
    expect(await itemsOf(zip, open)).toEqual(await itemsOf(zip, openWacz));
    const changed = Buffer.from(zip);
    changed[200] = (changed[200] ?? 0) ^ 1;
    expect(refusals(await itemsOf(changed, open))).toEqual(['The file is damaged or cut short.']);
    const hash = packageOf('0'.repeat(64));
    const spoiled = await zipOf({ 'archive/data.warc.gz': warc, 'datapackage.json': hash });
    expect(refusals(await itemsOf(spoiled, open))).toEqual([expect.stringContaining('changed after')]);
  });

  it('does not take what was changed', async () => {
    const zip = await zipOf({ 'archive/data.warc.gz': warc, 'datapackage.json': packageOf('0'.repeat(64)) });
    expect(refusals(await itemsOf(zip, openWacz))).toEqual([
      expect.stringContaining('changed after it was made'),
    ]);
    await expect(itemsOf(await zipOf({ x: 'y' }), openWacz)).rejects.toThrow('no web archive');
  });
});

const folder = resolve(__dirname, '../../../../../shared/corpora/docs/warc');

describe.skipIf(!existsSync(folder))('web archives of the shared corpus (skipped without it)', () => {
  it('each gives its page', async () => {
    for (const name of readdirSync(folder)) {
      const items = await itemsOf(new Uint8Array(readFileSync(join(folder, name))));
      expect(addresses(items), name).toHaveLength(1);
    }
  });
});
