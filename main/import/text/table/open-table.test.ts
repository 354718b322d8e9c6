import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import iconv from 'iconv-lite';
import { describe, expect, it } from 'vitest';
import writeWorkbook from 'write-excel-file/node';
import type { ImportedItem } from '../../../../shared/model/imported/imported-item';
import type { TableMapping } from '../../../../shared/model/imported/table-mapping';
import { guessMapping } from './guess-mapping';
import { openTable, previewTable } from './open-table';
import { delimitedRows } from './read-delimited';
import { ambiguousDate, provenOrder, tableDate } from './table-dates';

const bytesOf = (text: string): Uint8Array => new Uint8Array(Buffer.from(text));

async function itemsOf(bytes: Uint8Array, mapping?: TableMapping): Promise<ImportedItem[]> {
  const items: ImportedItem[] = [];
  const input = {
    bytes,
    source: '/t/news.csv',
    encoding: '',
    capturedAt: '2026-01-01T00:00:00.000Z',
    mapping,
  };
  for await (const item of openTable(input)) items.push(item);
  return items;
}

async function articles(text: string, mapping?: TableMapping) {
  return (await itemsOf(bytesOf(text), mapping)).flatMap((item) => (item.kind === 'article' ? [item] : []));
}

const words = 'The bridge over the river was closed to all cars on Monday, the council said.';

describe('a table of articles', () => {
  it('gives a row as an article, by its headings', async () => {
    const table = `Title,Author,Date,Link,Body,Tags,Region\n"The bridge, again",Ann Lee and Bo Ek,2024-03-05,https://n.example/a,"${words}\n\nMore.",river; city,North\n,,,,,,\nEmpty,,,,,,South\n`;
    const [first, second] = await itemsOf(bytesOf(table));
    if (first?.kind !== 'article') throw new Error('no article');
    expect(first.document.metadata).toMatchObject({
      title: 'The bridge, again',
      authors: ['Ann Lee', 'Bo Ek'],
      url: 'https://n.example/a',
      published: { edtf: '2024-03-05' },
      fields: { Region: 'North' },
    });
    expect(first.document.text).toBe(`${words}\nMore.`);
    expect(first.tags).toEqual(['river', 'city']);
    expect(Buffer.from(first.bytes).toString()).toBe(`${words}\n\nMore.`);
    expect(second).toEqual({
      kind: 'refused',
      source: '/t/news.csv#row=3',
      message: 'This row has no text.',
    });
  });

  it('knows headings in other languages, other delimiters and encodings', async () => {
    const german = await articles(`Überschrift;Datum;Volltext\nDie Brücke;05.03.2024;${words}\n`);
    expect(german[0]?.document.metadata).toMatchObject({
      title: 'Die Brücke',
      published: { edtf: '2024-03-05' },
    });
    const ukrainian = iconv.encode(
      `Заголовок\tДата\tТекст\nМіст над річкою\t2024-03-05\tМіст закрили для всіх автомобілів у понеділок, повідомила міська рада.\n`,
      'windows-1251',
    );
    const [item] = await itemsOf(new Uint8Array(ukrainian));
    expect(item?.kind === 'article' && item.document.metadata.title).toBe('Міст над річкою');
    expect((await articles(`sep=|\nTitle|Text\nOne|${words}`))[0]?.document.metadata.title).toBe('One');
  });

  it('guesses by what is in the columns where none is named', () => {
    const rows = delimitedRows(
      Array.from(
        { length: 5 },
        (_, at) =>
          `https://n.example/${at},2024-03-0${at + 1},A headline of number ${at},"${words} ${words} ${words}"`,
      ).join('\n'),
    );
    expect(guessMapping(rows, '')).toEqual({
      sheet: '',
      hasHeadings: false,
      columns: ['url', 'published', 'title', 'text'],
      dateOrder: null,
    });
  });

  it('asks for dates that can be read in two ways, and does not guess', async () => {
    const table = `Title,Date,Text\nA,01/02/2024,${words}\nB,03/02/2024,${words} Two.\n`;
    const preview = await previewTable({ bytes: bytesOf(table), encoding: '' }, null);
    expect(preview.ambiguousDate).toBe('01/02/2024');
    expect(preview.articles[0]).toMatchObject({
      row: 2,
      title: 'A',
      published: '',
      problem: expect.stringContaining('two ways') as string,
    });
    const [undecided] = await articles(table);
    expect(undecided?.document.metadata).toMatchObject({
      published: null,
      fields: { 'Date as written': '01/02/2024' },
    });
    const chosen: TableMapping = { ...preview.mapping, dateOrder: 'month-first' };
    expect((await articles(table, chosen))[0]?.document.metadata.published?.edtf).toBe('2024-01-02');
    expect((await previewTable({ bytes: bytesOf(table), encoding: '' }, chosen)).ambiguousDate).toBe('');
  });

  it('takes the order that other dates of the column prove', () => {
    expect(provenOrder(['01/02/2024', '25/02/2024'])).toBe('day-first');
    expect(provenOrder(['01/02/2024', '02/25/2024'])).toBe('month-first');
    expect(provenOrder(['25/02/2024', '02/25/2024'])).toBeNull();
    expect(ambiguousDate(['x', '2024-01-02', '25/02/2024'])).toBe('');
    expect(tableDate('03/03/2024', null)?.edtf).toBe('2024-03-03');
    expect(tableDate('31/02/2024', 'day-first')).toBeNull();
  });

  it('cleans markup and leaves formulas as words', async () => {
    const [item] = await articles(
      `Title,Text\n"=HYPERLINK(""https://evil.example"")","<p>Words <b>here</b>.</p><script>alert(1)</script>"\n`,
    );
    expect(item?.document.content).toBe('<p>Words <strong>here</strong>.</p>');
    expect(item?.document.metadata.title).toBe('=HYPERLINK("https://evil.example")');
  });

  it('says how many rows have no text, whatever the choice', async () => {
    const bytes = bytesOf(`Title,Text\nOne,${words}\nTwo,\nThree,\n`);
    const preview = await previewTable({ bytes, encoding: '' }, null);
    expect(preview).toMatchObject({ rowCount: 3, rowsWithoutText: 2 });
    const none: TableMapping = { ...preview.mapping, columns: ['title', null] };
    expect(await previewTable({ bytes, encoding: '' }, none)).toMatchObject({ rowsWithoutText: 3 });
    await expect(itemsOf(bytes, none)).rejects.toThrow('No column');
  });
});

describe('a workbook', () => {
  it('gives words, dates and several sheets', async () => {
    const header = ['Title', 'Date', 'Text'].map((value) => ({ value }));
    const row = [
      { value: 'The bridge' },
      { value: new Date(Date.UTC(2024, 2, 5)), type: Date, format: 'dd/mm/yyyy' },
      { value: words },
    ];
    const workbook = await writeWorkbook([
      { data: [[{ value: 'About' }]], sheet: 'Read me' },
      { data: [header, row], sheet: 'News' },
    ] as never).toBuffer();
    const [item] = await itemsOf(new Uint8Array(workbook));
    if (item?.kind !== 'article') throw new Error('no article');
    expect(item.document.metadata).toMatchObject({ title: 'The bridge', published: { edtf: '2024-03-05' } });
    const preview = await previewTable({ bytes: new Uint8Array(workbook), encoding: '' }, null);
    expect(preview).toMatchObject({ sheets: ['Read me', 'News'], sheet: 'News' });
  });
});

describe('a hostile table', () => {
  it('is refused for an endless row, an open quotation mark and too many columns', async () => {
    await expect(itemsOf(bytesOf(`Title,Text\nA,"${'x'.repeat(5_000_000)}`))).rejects.toThrow(
      'longer than an article',
    );
    await expect(itemsOf(bytesOf('Title,Text\nA,"words\nB,more\n'))).rejects.toThrow('never closed');
    await expect(itemsOf(bytesOf(`${'a,'.repeat(600)}\n${'b,'.repeat(600)}`))).rejects.toThrow('columns');
    await expect(itemsOf(bytesOf(''))).rejects.toThrow();
  });
});

const file = resolve(__dirname, '../../../../../shared/corpora/annotations/qualcoder');

describe.skipIf(!existsSync(file))('tables of the shared corpus (skipped without it)', () => {
  it('are read or refused in words', async () => {
    const { readdirSync } = await import('node:fs');
    for (const name of readdirSync(file).filter((one) => one.endsWith('.csv'))) {
      const preview = await previewTable(
        { bytes: new Uint8Array(readFileSync(resolve(file, name))), encoding: '' },
        null,
      );
      expect(preview.rowCount, name).toBeGreaterThan(0);
    }
  });
});
