import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { ImportedDocument } from '../../../shared/model/imported/imported-document';
import { sliceByCodePoints } from '../../../shared/text/offsets';
import { importDocument } from '../import-document';

const shared = process.env['CASEBOOK_SHARED'] ?? resolve(__dirname, '../../../../shared');
const corpora = join(shared, 'corpora');

/** Each is read once: the books take a second each. */
const taken = new Map<string, Promise<ImportedDocument>>();

function take(path: string): Promise<ImportedDocument> {
  const document =
    taken.get(path) ??
    importDocument({
      bytes: readFileSync(join(corpora, path)),
      source: `/files/${path}`,
      capturedAt: '2026-01-01T00:00:00.000Z',
    });
  taken.set(path, document);
  return document;
}

const filesIn = (folder: string, ending: RegExp): string[] =>
  readdirSync(join(corpora, folder), { recursive: true })
    .map(String)
    .filter((name) => ending.test(name))
    .map((name) => join(folder, name));

/** Documents of the corpus without a word in them. */
const wordless = /empty|external-picture|tiny-picture/;

describe.skipIf(!existsSync(corpora))(
  'office documents of the shared corpus (skipped without CASEBOOK_SHARED)',
  () => {
    const all = [
      ...filesIn('docs/docx', /\.docx$/),
      ...filesIn('annotations/qualcoder', /\.(?:docx|odt)$/),
      ...filesIn('docs/epub', /\.epub$/),
      ...filesIn('docs/developers-reference', /\.epub$/),
      ...filesIn('docs/one-text', /\.(?:docx|odt|rtf|epub)$/),
    ];

    it.each(all)('%s is imported, or refused for having no words', async (path) => {
      if (wordless.test(path)) {
        await expect(take(path)).rejects.toThrow('There are no words in it.');
        return;
      }
      const { text, locators = [], annotations = [] } = await take(path);
      expect(text.trim()).not.toBe('');
      expect(text).not.toMatch(/[\uFDD0-\uFDEF\uFFFD]/);
      for (const { start } of locators) expect(start).toBeLessThanOrEqual([...text].length);
      for (const { targets } of annotations)
        for (const { quote, position } of targets)
          expect(sliceByCodePoints(text, position?.start ?? 0, position?.end ?? 0)).toBe(quote?.exact);
    });

    it('finds the same text in every format', async () => {
      const bare = (text: string): string[] =>
        text
          .replace(/[\s•\uFEFF]+/g, ' ')
          .trim()
          .split(' ');
      const expected = bare(readFileSync(join(corpora, 'docs/one-text/message.txt'), 'utf8'));
      expect(expected.length).toBeGreaterThan(8000);
      for (const name of ['message.docx', 'message.odt', 'message.rtf', 'message.epub'])
        expect(bare((await take(join('docs/one-text', name))).text), name).toEqual(expected);
    });

    it('finds the comments of a Word document on their words', async () => {
      const { annotations = [] } = await take('docs/docx/comments.docx');
      expect(
        annotations.map(({ comments, coder, targets }) => [comments[0], coder, targets[0]?.quote?.exact]),
      ).toEqual([
        ['A tachyon walks into a bar.', 'Michael Williamson', 'Ouch'],
        ['Fin.', 'Michael Williamson', 'Ouch.'],
      ]);
    });

    it('finds the chapters of books', async () => {
      const labels = async (path: string): Promise<string[]> =>
        ((await take(path)).locators ?? []).map(({ label }) => label);
      expect(await labels('docs/epub/ubuntu-packaging-guide.uk.epub')).toContain('Підготовка');
      const reference = await labels('docs/developers-reference/en/developers-reference.epub');
      expect(reference).toContain("Debian Developer's Duties");
      expect(reference.length).toBeGreaterThan(40);
    });
  },
);
