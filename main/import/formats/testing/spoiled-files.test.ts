/**
 * A file of each format, cut, spliced and spoiled by chance: each comes in, as text that a notebook can keep, or is refused
 * in words. `CASEBOOK_RUNS` asks for more of each.
 */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { parseContent } from '../../../../shared/document/content-html';
import { plainText } from '../../../../shared/document/plain-text';
import type { ImportedItem } from '../../../../shared/model/imported/imported-item';
import { CasebookError } from '../../../../shared/model/result';
import { formatNameOf, importItems } from '../../import-document';
import { formats } from '../formats';
import { hostileIn, oddIn, samplesIn } from './samples-in';
import { chanceOf, spoil } from './spoil';

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'casebook-spoiled-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const samples = Object.entries(samplesIn()).map(([name, content]) => [name, Buffer.from(content)] as const);
const runs = Number(process.env['CASEBOOK_RUNS'] ?? 3);

async function itemsOf(name: string, bytes: Uint8Array): Promise<ImportedItem[]> {
  // Databases are read from the disk.
  const path = join(folder, basename(name));
  writeFileSync(path, bytes);
  const items: ImportedItem[] = [];
  const request = {
    bytes: new Uint8Array(bytes),
    source: path,
    path,
    capturedAt: '2026-01-01T00:00:00.000Z',
  };
  for await (const item of importItems(request)) items.push(item);
  return items;
}

/** What is said of a file; a fault of the program is thrown. */
async function wordsOf(name: string, bytes: Uint8Array): Promise<string[]> {
  try {
    const items = await itemsOf(name, bytes);
    for (const item of items)
      if (item.kind === 'article')
        expect(plainText(parseContent(item.document.content))).toBe(item.document.text);
    expect(JSON.stringify(items, (_, value: unknown) => (ArrayBuffer.isView(value) ? 0 : value))).not.toMatch(
      /[^\\]\\u(?:d[89a-f]|0000)/,
    );
    return items.flatMap((item) => (item.kind === 'refused' ? [item.message] : []));
  } catch (cause) {
    if (!(cause instanceof CasebookError) || cause.code !== 'import-refused') throw cause;
    expect(cause.message).toMatch(/^[A-Z“].*[.?!]$/s);
    return [cause.message];
  }
}

/** Words of exceptions. */
const notForPeople =
  /undefined|null|NaN|\[object|Error|\bat \/|is not a function|Cannot |Unexpected|ERR_|SQLITE/;

it('there is a sample of every row of the table', async () => {
  const read = await Promise.all(samples.map(([source, bytes]) => formatNameOf({ source, bytes })));
  expect(formats.map(({ name }) => name).filter((name) => !read.includes(name))).toEqual([]);
});

it.each(samples)('%s, spoiled, comes in or is refused', { timeout: 300_000 }, async (name, sample) => {
  for (let seed = 1; seed <= runs; seed += 1) {
    const chance = chanceOf(seed);
    const other = samples[Math.floor(chance() * samples.length)]?.[1] ?? sample;
    const words = await wordsOf(name, await spoil(sample, chance, other));
    for (const said of words) expect(said, `seed ${seed}`).not.toMatch(notForPeople);
  }
});

it.each(Object.entries(hostileIn))('%s is refused', async (name, { content, reason }) => {
  await expect(itemsOf(name, Buffer.from(content))).rejects.toThrow(reason);
});

it.each(Object.entries(oddIn))('%s comes in as what it is', async (name, content) => {
  const [item] = await itemsOf(name, Buffer.from(content));
  if (item?.kind !== 'article') throw new Error('no article');
  expect(item.document.text).toContain('left at dawn');
  expect(item.document.content).not.toMatch(/script|onerror|onclick|hacked/);
});
