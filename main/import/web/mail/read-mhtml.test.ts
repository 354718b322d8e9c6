import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { plainText } from '../../../../shared/document/plain-text';
import { readMessage } from './read-mail';

const picture = 'R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7';
const page = [
  'From: <Saved by Blink>',
  'Snapshot-Content-Location: https://news.example/story',
  'Subject: The story',
  'Date: Sun, 22 Nov 2026 18:19:35 GMT',
  'MIME-Version: 1.0',
  'Content-Type: multipart/related; type="text/html"; boundary="--x"',
  '',
  '',
  '----x',
  'Content-Type: text/html',
  'Content-ID: <frame-0@mhtml.blink>',
  'Content-Transfer-Encoding: quoted-printable',
  'Content-Location: https://news.example/story',
  '',
  '<html lang=3D"en"><head><title>The story</title></head><body><h1>The story of the bri=',
  'dge</h1><p>The bridge was closed on Monday.<img src=3D"https://news.example/a.gif" alt=3D"Bridge">',
  '<img src=3D"b.gif"><img src=3D"cid:c@x"><img src=3D"https://ads.example/z.gif" alt=3D"Ad"></p></body></html>',
  ...['https://news.example/a.gif', 'https://news.example/b.gif'].flatMap((location) => [
    '----x',
    'Content-Type: image/gif',
    'Content-Transfer-Encoding: base64',
    `Content-Location: ${location}`,
    '',
    picture,
  ]),
  '----x',
  'Content-Type: image/gif',
  'Content-Transfer-Encoding: base64',
  'Content-ID: <c@x>',
  '',
  picture,
  '----x--',
];
const read = (lines: readonly string[]) =>
  readMessage({ bytes: new Uint8Array(Buffer.from(lines.join('\r\n'))), source: '/p.mhtml', encoding: '' });

describe('a saved page in one file', () => {
  it('is the page with its address, its pictures and the time it was saved', () => {
    const reading = read(page);
    expect(plainText(reading.blocks).trim()).toBe(
      'The story of the bridge\nThe bridge was closed on Monday.',
    );
    expect(reading.metadata.url).toBe('https://news.example/story');
    expect(reading.capturedAt).toBe('2026-11-22T18:19:35.000Z');
    expect(reading.metadata.published).toBeNull();
    expect(JSON.stringify(reading.blocks).split(`data:image/gif;base64,${picture}`)).toHaveLength(4);
    expect(reading.warnings).toEqual(['One picture is not in the file and left out: “Ad”.']);
  });

  it('says when it was cut off, and refuses one without a page', () => {
    expect(read(page.slice(0, 20)).warnings).toEqual(
      expect.arrayContaining([expect.stringContaining('ends in the middle')]),
    );
    expect(() => read(page.filter((line) => !line.includes('text/html')))).toThrow('no page');
  });
});

const folder = resolve(__dirname, '../../../../../shared/corpora/docs/mhtml');

describe.skipIf(!existsSync(folder))('saved pages of the shared corpus (skipped without it)', () => {
  it('gives the words of the page', () => {
    for (const name of readdirSync(folder).filter((file) => file.endsWith('.mhtml'))) {
      const bytes = new Uint8Array(readFileSync(join(folder, name)));
      const reading = readMessage({ bytes, source: name, encoding: '' });
      expect(plainText(reading.blocks).length, name).toBeGreaterThan(1000);
      expect(reading.capturedAt, name).toMatch(/^20/);
    }
  });
});
