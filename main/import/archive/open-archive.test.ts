import { describe, expect, it } from 'vitest';
import { resolveEntryName } from './entry-name';
import { openArchive } from './open-archive';
import { makeZip, zipOf } from './zip-samples';

const textOf = async (bytes: Uint8Array, name: string): Promise<string> =>
  Buffer.from(await (await openArchive(bytes)).read(name)).toString();

describe('an archive', () => {
  it('gives its files by name, packed or stored', async () => {
    const bytes = makeZip([
      { name: 'mimetype', content: 'application/epub+zip', isStored: true },
      { name: 'folder/', content: '' },
      { name: 'folder/Київ.txt', content: 'words '.repeat(1000) },
    ]);
    const archive = await openArchive(bytes);
    expect(archive.entries).toEqual([
      { name: 'mimetype', byteLength: 20 },
      { name: 'folder/Київ.txt', byteLength: 6000 },
    ]);
    expect(archive.has('folder/Київ.txt')).toBe(true);
    expect(await textOf(bytes, 'mimetype')).toBe('application/epub+zip');
    expect(await textOf(bytes, 'folder/Київ.txt')).toBe('words '.repeat(1000));
    await expect(archive.read('other')).rejects.toThrow('“other” is not in the file');
  });

  it('takes the backslash of old programs for a slash', async () => {
    expect(await textOf(zipOf({ 'word\\document.xml': '<w/>' }), 'word/document.xml')).toBe('<w/>');
  });

  it.each(['../evil.txt', 'a/../../evil.txt', '..\\evil.txt', '/etc/passwd', 'C:\\evil.txt', 'a/..'])(
    'is refused for a name that leaves its folder: %s',
    async (name) => {
      await expect(openArchive(zipOf({ [name]: 'x' }))).rejects.toThrow('would leave its folder');
    },
  );

  it.each(['a\u0000b.txt', 'a\nb', '', 'n'.repeat(2000)])(
    'is refused for a name that no file can have',
    async (name) => {
      await expect(openArchive(zipOf({ [name]: 'x' }))).rejects.toThrow('name no file can have');
    },
  );

  it('is refused for two files of one name, however they are spelled', async () => {
    const twice = (other: string): Uint8Array =>
      makeZip([
        { name: 'a/b.txt', content: 'one' },
        { name: other, content: 'two' },
      ]);
    await expect(openArchive(twice('a/b.txt'))).rejects.toThrow('two files of one name');
    await expect(openArchive(twice('a\\./b.txt'))).rejects.toThrow('two files of one name');
  });

  it('is refused when a password protects it', async () => {
    const bytes = makeZip([{ name: 'a.txt', content: 'x', flags: 1 }]);
    await expect(openArchive(bytes)).rejects.toThrow('protected by a password');
  });
});

describe('a hostile archive', () => {
  it('is refused when it tells that it unpacks to far more than it is', async () => {
    const bomb = zipOf({ 'zeros.txt': new Uint8Array(17_000_000) });
    expect(bomb.length).toBeLessThan(20_000);
    await expect(openArchive(bomb)).rejects.toThrow('archive bomb');
  });

  it('is refused when a file is more than it said, or less', async () => {
    for (const saidLength of [1, 999, 1001, 5000]) {
      const bytes = makeZip([{ name: 'a.txt', content: 'y'.repeat(1000), saidLength }]);
      const archive = await openArchive(bytes);
      await expect(archive.read('a.txt')).rejects.toThrow('damaged');
    }
  });

  it('is refused when its files share their bytes', async () => {
    const quilt = makeZip([
      { name: '0', content: 'x'.repeat(1000) },
      ...Array.from({ length: 50 }, (_, at) => ({
        name: `${at + 1}`,
        content: 'x'.repeat(1000),
        sharesBytesOf: 0,
      })),
    ]);
    await expect(openArchive(quilt)).rejects.toThrow('overlap');
  });

  it('is refused for too many files, also when it tells of fewer', async () => {
    const many = makeZip(
      Array.from({ length: 100_000 }, (_, at) => ({ name: `${at}`, content: '', isStored: true })),
    );
    // 100,000 does not fit into the 16 bits that tell the count: what it says is a lie, and no more than that is read.
    await expect(openArchive(many)).rejects.toThrow('too many files');
  });

  it('keeps its limits over the archives within it', async () => {
    const within = (content: Uint8Array): Uint8Array => zipOf({ 'inner.zip': content });
    const twice = await openArchive(within(within(zipOf({ 'a.txt': 'deep' }))));
    const second = await (await twice.openWithin('inner.zip')).openWithin('inner.zip');
    expect(Buffer.from(await second.read('a.txt')).toString()).toBe('deep');
    const thrice = await openArchive(within(within(within(zipOf({ 'a.txt': 'deeper' })))));
    const inner = await (await thrice.openWithin('inner.zip')).openWithin('inner.zip');
    await expect(inner.openWithin('inner.zip')).rejects.toThrow('archives in archives');
    const full = await openArchive(within(zipOf({ 'a.txt': 'z'.repeat(9000) })), {
      unpackedByteLength: 9100,
    });
    await expect(full.openWithin('inner.zip')).rejects.toThrow('too large');
  });

  it('is refused when its files are larger than the limits', async () => {
    const bytes = zipOf({ 'a.txt': 'a'.repeat(600), 'b.txt': 'b'.repeat(600) });
    await expect(openArchive(bytes, { entryByteLength: 500 })).rejects.toThrow(
      '“a.txt” in the archive is too large',
    );
    await expect(openArchive(bytes, { unpackedByteLength: 1000 })).rejects.toThrow(
      'The archive is too large',
    );
  });
});

describe('a damaged archive', () => {
  const whole = zipOf({ 'a.txt': 'some words '.repeat(50), 'b.txt': 'other words '.repeat(50) });

  it('is refused wherever it is cut', async () => {
    for (let length = 0; length < whole.length; length += 7)
      await expect(openArchive(whole.slice(0, length))).rejects.toThrow('damaged or cut short');
  });

  it('gives only what its checksums vouch for, whichever byte is wrong', async () => {
    for (let at = 0; at < whole.length; at += 1) {
      const changed = whole.slice();
      changed[at] = (changed[at] ?? 0) ^ 0x15;
      const words = await textOf(changed, 'a.txt').catch((cause: unknown) => cause);
      const isRefusal = words instanceof Error && 'code' in words && words.code === 'import-refused';
      expect(isRefusal || words === 'some words '.repeat(50)).toBe(true);
    }
  });
});

describe('a reference within an archive', () => {
  it('is followed from the folder of the file that makes it, and never out of the archive', () => {
    expect(resolveEntryName('word/document.xml', 'media/a.png')).toBe('word/media/a.png');
    expect(resolveEntryName('word/document.xml', '../media/a.png')).toBe('media/a.png');
    expect(resolveEntryName('word/document.xml', '/word/comments.xml')).toBe('word/comments.xml');
    expect(resolveEntryName('a.opf', 'text/one.xhtml#part')).toBe('text/one.xhtml');
    expect(resolveEntryName('word/document.xml', '../../a.png')).toBeNull();
    expect(resolveEntryName('word/document.xml', 'file:///etc/passwd')).toBeNull();
    expect(resolveEntryName('word/document.xml', '//host/a.png')).toBeNull();
  });
});
