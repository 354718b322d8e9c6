import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { plainText } from '../../../shared/document/plain-text';
import { readPdf } from './read-pdf';

const folder = '../shared/corpora/docs';
const isThere = existsSync(folder);
if (!isThere) console.warn(`${folder} is not here: real PDFs are not read.`);

const bytesOf = (path: string) => new Uint8Array(readFileSync(join(folder, path)));
const words = (text: string): string[] => text.normalize('NFC').match(/[\p{L}\p{N}\p{M}]+/gu) ?? [];

/** Length of the longest run of words that both have in order, by pieces: the texts are nearly the same. */
function sharedWords(one: readonly string[], other: readonly string[]): number {
  let [at, shared] = [0, 0];
  for (const word of one) {
    const found = other.indexOf(word, at);
    if (found < 0 || found > at + 40) continue;
    shared += 1;
    at = found + 1;
  }
  return shared;
}

describe.skipIf(!isThere)('real PDFs', () => {
  it('give the text that other formats of it have, word for word and paragraph for paragraph', async () => {
    const { blocks, metadata, locators } = await readPdf(bytesOf('one-text/message.pdf'));
    const text = plainText(blocks);
    const expected = readFileSync(join(folder, 'one-text/message.txt'), 'utf8').replace(/^\ufeff/, '');
    const [mine, theirs] = [words(text), words(expected)];
    expect(sharedWords(mine, theirs) / Math.max(mine.length, theirs.length)).toBeGreaterThan(0.998);
    const lines = new Set(text.split('\n'));
    const missed = expected
      .split(/\r?\n/)
      .filter((line) => line.trim().length > 40 && !lines.has(line.trim()));
    expect(missed).toEqual([]);
    expect(metadata).toMatchObject({
      title: 'Annual Message to Congress',
      authors: ['Abraham Lincoln'],
      published: null,
    });
    expect(locators).toHaveLength(11);
  });

  const files = isThere ? readdirSync(join(folder, 'pdf')).map((name) => `pdf/${name}`) : [];
  it.each(files)('%s is an article', async (path) => {
    const { blocks, locators = [] } = await readPdf(bytesOf(path));
    const text = plainText(blocks);
    expect(words(text)).not.toEqual([]);
    expect(locators.map(({ start }) => start)).toEqual(
      locators.map(({ start }) => start).sort((a, b) => a - b),
    );
    expect(locators.at(-1)?.start).toBeLessThanOrEqual(Array.from(text).length);
  });

  it('lose neither their words nor their order', { timeout: 60_000 }, async () => {
    const { blocks, locators } = await readPdf(bytesOf('developers-reference/en/developers-reference.pdf'));
    const text = plainText(blocks);
    // A paragraph over two pages, with a foot and a head between them; and labels in two rows of numbers.
    expect(locators?.map(({ label }) => label).slice(0, 9)).toEqual([
      '1',
      '2',
      'i',
      'ii',
      'iii',
      'iv',
      'v',
      'vi',
      '1',
    ]);
    expect(text.match(/^(?:[ivx]+|\d+|Chapter \d+\..*\d+)$/gm)).toBeNull();
    const order = [
      'Scope of This Document',
      'Applying to Become a Member',
      'Mailing lists',
      'Managing Packages',
    ];
    const places = order.map((title) => text.lastIndexOf(`\n${title}\n`));
    expect(places).toEqual([...places].sort((a, b) => a - b));
  });
});
