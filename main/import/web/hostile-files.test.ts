/** Files of the web, mail and tables that are cut, spoiled or spliced: each comes in or is refused; none breaks the reader. */
import { gzipSync } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseContent } from '../../../shared/document/content-html';
import { CasebookError } from '../../../shared/model/result';
import { importItems } from '../import-document';

const words = 'The bridge over the river was closed to all cars on Monday, the council said.';
const page = `<html><head><title>The bridge</title></head><body><article><h1>The bridge</h1><p>${words} ${words}</p></article></body></html>`;
const mail = `From: "Lee, Ann" <ann@example.org>\r\nTo: team: a@b.c;\r\nSubject: =?utf-8?B?0J/RgNC4?= =?utf-8?Q?_x?=\r\nDate: Tue, 3 Mar 2026 09:10:00 +0200\r\nMIME-Version: 1.0\r\nContent-Type: multipart/mixed; boundary="b"\r\n\r\n--b\r\nContent-Type: text/html; charset="koi8-u"\r\nContent-Transfer-Encoding: quoted-printable\r\nContent-Location: https://n.example/\r\n\r\n<p>=D0=9F ${words}</p>\r\n--b\r\nContent-Type: text/plain; format=flowed; name*0*=utf-8''a%20; name*1=b\r\nContent-ID: <x@y>\r\n\r\n${words} \r\nmore\r\n--b--\r\n`;
const http = `HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nTransfer-Encoding: chunked\r\n\r\n${page.length.toString(16)}\r\n${page}\r\n0\r\n\r\n`;
const warc = `WARC/1.1\r\nWARC-Type: response\r\nWARC-Target-URI: <https://n.example/>\r\nWARC-Date: 2025-04-05T06:07:08Z\r\nContent-Length: ${http.length}\r\n\r\n${http}\r\n\r\n`;
const markdown = `---\ntitle: The bridge: a story\ntags: [a, "b"]\nmore: &x {a: *x}\n---\n# Title\n\n> [!note] Mind\n> ${words}[^1]\n\n| a | b |\n|---|---|\n| [[N|w]] | <b>x |\n\n- [x] done\n\n[^1]: A *note*.\n`;
const table = `Title;Date;Text;URL\n"The ""bridge""";01/02/2024;${words};https://n.example/a\nTwo;2024-03-05;<p>${words}</p>;x\n`;

const samples = new Map<string, Uint8Array>(
  Object.entries({
    'a.eml': mail,
    'a.warc': warc,
    'a.md': markdown,
    'a.csv': table,
    'a.html': page,
  }).map(([name, text]) => [name, new Uint8Array(Buffer.from(text))]),
);
samples.set('a.warc.gz', new Uint8Array(gzipSync(Buffer.concat([Buffer.from(warc), Buffer.from(warc)]))));

/** Bytes put over others, a piece cut out, a piece said twice. */
const spoiling = fc.record({
  at: fc.double({ min: 0, max: 1, noNaN: true }),
  length: fc.nat({ max: 40 }),
  kind: fc.constantFrom('cut', 'drop', 'twice', 'over'),
  bytes: fc.uint8Array({ maxLength: 12 }),
});

function spoiled(
  sample: Uint8Array,
  { at, length, kind, bytes }: typeof spoiling extends fc.Arbitrary<infer T> ? T : never,
): Uint8Array {
  const start = Math.floor(at * sample.length);
  const [before, piece, after] = [
    sample.subarray(0, start),
    sample.subarray(start, start + length),
    sample.subarray(start + length),
  ];
  if (kind === 'cut') return new Uint8Array(before);
  if (kind === 'drop') return new Uint8Array(Buffer.concat([before, after]));
  if (kind === 'twice') return new Uint8Array(Buffer.concat([before, piece, piece, piece, after]));
  return new Uint8Array(Buffer.concat([before, bytes, after]));
}

async function readAll(bytes: Uint8Array, source: string): Promise<void> {
  try {
    for await (const item of importItems({ bytes, source, capturedAt: '2026-01-01T00:00:00.000Z' }))
      if (item.kind === 'article') parseContent(item.document.content);
  } catch (cause) {
    if (cause instanceof CasebookError && cause.code === 'import-refused') return;
    throw cause;
  }
}

describe('spoiled files', () => {
  it('come in or are refused', { timeout: 300_000 }, async () => {
    const spoilt = fc.tuple(
      fc.constantFrom(...samples.keys()),
      fc.array(spoiling, { minLength: 1, maxLength: 3 }),
    );
    await fc.assert(
      fc.asyncProperty(spoilt, async ([name, ways]) => {
        const bytes = ways.reduce(spoiled, samples.get(name) ?? new Uint8Array());
        await expect(readAll(bytes, `/t/${name}`)).resolves.toBeUndefined();
      }),
      { numRuns: Number(process.env['CASEBOOK_RUNS'] ?? 60) },
    );
  });
});
