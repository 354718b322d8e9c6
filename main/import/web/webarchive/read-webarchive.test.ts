import { describe, expect, it } from 'vitest';
import { plainText } from '../../../../shared/document/plain-text';
import { importDocument } from '../../import-document';
import { isBinaryPlist } from './binary-plist';
import { bplist } from './plist-sample';
import { readWebarchive } from './read-webarchive';

const picture = Buffer.from('R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7', 'base64');
const html =
  '<html><body><h1>Міст закрито</h1><p>The bridge was closed.<img src="/a.gif"><img src="b.gif"></p></body></html>';
const archive = bplist({
  WebMainResource: {
    WebResourceData: Buffer.from(html),
    WebResourceMIMEType: 'text/html',
    WebResourceTextEncodingName: 'UTF-8',
    WebResourceURL: 'https://news.example/story',
  },
  WebSubresources: [
    {
      WebResourceData: picture,
      WebResourceURL: 'https://news.example/a.gif',
      WebResourceMIMEType: 'image/gif',
    },
  ],
});

describe('a page that Safari saved', () => {
  it('is known by its bytes, whatever it is called', async () => {
    const document = await importDocument({
      bytes: archive,
      source: '/saved/story.txt',
      capturedAt: '2026-01-01T00:00:00.000Z',
    });
    expect(document.original.mediaType).toBe('application/x-webarchive');
    expect(document.metadata.title).toBe('story');
  });

  it('is the page with its address and its pictures', () => {
    const reading = readWebarchive({ bytes: archive, encoding: '' });
    expect(isBinaryPlist(archive)).toBe(true);
    expect(plainText(reading.blocks).trim()).toBe('Міст закрито\nThe bridge was closed.');
    expect(reading.metadata.url).toBe('https://news.example/story');
    expect(JSON.stringify(reading.blocks)).toContain(`data:image/gif;base64,${picture.toString('base64')}`);
    expect(reading.warnings).toEqual(['One picture is not in the file and left out.']);
  });

  it('is refused where it is cut, damaged, or leads in circles', () => {
    const read = (bytes: Uint8Array) => readWebarchive({ bytes, encoding: '' });
    for (let at = 0; at < archive.length; at += 37)
      expect(() => read(archive.slice(0, at)), String(at)).toThrow(/damaged|no page/);
    for (let at = 8; at < archive.length; at += 11) {
      const spoiled = archive.slice();
      spoiled[at] = 0xaf;
      try {
        read(spoiled);
      } catch (cause) {
        expect(String(cause), String(at)).toMatch(/damaged|no page/);
      }
    }
    const circle = Buffer.concat([
      Buffer.from('bplist00'),
      Buffer.from([0xa2, 0, 0]),
      Buffer.from([8]),
      Buffer.alloc(6),
      Buffer.from([1, 1]),
    ]);
    const numbers = Buffer.alloc(24);
    numbers.writeBigUInt64BE(1n, 0);
    numbers.writeBigUInt64BE(11n, 16);
    expect(() => read(new Uint8Array(Buffer.concat([circle, numbers])))).toThrow('damaged');
  });
});
