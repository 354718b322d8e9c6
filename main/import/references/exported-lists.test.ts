/** Lists with files as Zotero, Mendeley, JabRef and EndNote export them, on whatever system: which file is meant. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ImportedItem } from '../../../shared/model/imported/imported-item';
import { importItems } from '../import-document';
import { namedPaths } from './named-paths';

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'casebook-export-'));
  mkdirSync(join(folder, 'files', '12'), { recursive: true });
  mkdirSync(join(folder, 'files', '13'));
  writeFileSync(join(folder, 'files/12/Tolvane; Ek - 2025 - Ferries 100%.txt'), 'The ferry left at dawn.');
  writeFileSync(join(folder, 'files/12/a b.txt'), 'The river was low all summer.');
  writeFileSync(join(folder, 'files/13/index.html'), '<p>The ferry came back at noon.</p>');
  writeFileSync(join(folder, 'files/13/Müller.txt'.normalize('NFD')), 'Nobody saw the second boat.');
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

async function itemsOf(name: string, text: string): Promise<ImportedItem[]> {
  const items: ImportedItem[] = [];
  const path = join(folder, name);
  const request = { bytes: Buffer.from(text), source: path, path, capturedAt: '2026-01-01T00:00:00.000Z' };
  for await (const item of importItems(request)) items.push(item);
  return items;
}

/** The words of what came, or why not. */
const said = (items: readonly ImportedItem[]): string[] =>
  items.map((item) => {
    if (item.kind === 'article') return item.document.text;
    return item.kind === 'reference' ? (item.problems ?? []).join(' ') : JSON.stringify(item);
  });

const dawn = 'The ferry left at dawn.';
const low = 'The river was low all summer.';
const noon = 'The ferry came back at noon.';
const second = 'Nobody saw the second boat.';

describe('a list of BibTeX', () => {
  const files = (field: string) => itemsOf('list.bib', `@article{k, title={Ferries}, file={${field}}}\n`);

  it.each([
    [
      String.raw`Full Text:files/12/Tolvane\; Ek - 2025 - Ferries 100%.txt:text/plain;Snapshot:files/13/index.html:text/html`,
      [dawn, noon],
    ],
    [String.raw`files\12\a b.txt`, [low]],
    [String.raw`:files\\12\\a b.txt:TXT`, [low]],
    [String.raw`:files$\backslash$12$\backslash$a b.txt:txt`, [low]],
    ['Full Text:files/13/Müller.txt:text/plain', [second]],
    [String.raw`Snapshot:https\://a.example/x:text/html`, ['']],
    [
      String.raw`C\:\\Users\\Ann\\Zotero\\storage\\AB12\\Ferries.pdf`,
      [String.raw`Its file is not there: “C:\Users\Ann\Zotero\storage\AB12\Ferries.pdf”.`],
    ],
    [
      '/etc/hostname',
      ['Its file lies outside of the folder of the list, and is not opened: “/etc/hostname”.'],
    ],
  ])('%s', async (field, words) => {
    expect(said(await files(field))).toEqual(words);
  });

  it('gives what it says of the file to the file’s article', async () => {
    const [item] = await files('files/12/a b.txt');
    expect(item).toMatchObject({
      details: { title: 'Ferries' },
      document: { metadata: { title: 'Ferries' } },
    });
  });
});

it('RIS names files by path and by address', async () => {
  const address = pathToFileURL(join(folder, 'files/12/a b.txt')).href;
  const list = (file: string) => `TY  - NEWS\nTI  - Ferries\nL1  - ${file}\nER  - \n`;
  expect(said(await itemsOf('a.ris', list('files/12/a b.txt')))).toEqual([low]);
  expect(said(await itemsOf('a.ris', list(address)))).toEqual([low]);
  expect(said(await itemsOf('a.ris', list('https://a.example/x.pdf')))).toEqual(['']);
  expect(said(await itemsOf('a.ris', list('internal-pdf://123/x.pdf')))).toEqual(['']);
});

it('CSL-JSON names files where the exporter put them', async () => {
  const attachments = [{ title: 'Text', path: 'files/12/a b.txt' }, { url: 'https://a.example' }];
  const list = [{ id: 'a', type: 'article', title: 'Ferries', attachments }];
  expect(said(await itemsOf('a.json', JSON.stringify(list)))).toEqual([low]);
  const own = { items: [{ itemType: 'newspaperArticle', title: 'Ferries' }] };
  await expect(itemsOf('a.json', JSON.stringify(own, null, 1))).rejects.toThrow(
    'Export the same things as CSL',
  );
});

it('reads the paths of other systems', () => {
  expect(namedPaths('file:///C:/Users/Ann/a%20b.pdf')).toEqual(['C:/Users/Ann/a b.pdf']);
  expect(namedPaths('file://server/share/a.pdf')).toEqual(['//server/share/a.pdf']);
  expect(namedPaths('100%.pdf')).toEqual(['100%.pdf']);
  expect(namedPaths('')).toEqual([]);
});
