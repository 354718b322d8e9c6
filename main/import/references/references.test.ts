import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ImportedItem } from '../../../shared/model/imported/imported-item';
import type { FormatInput } from '../formats/format';
import { formatOf } from '../formats/formats';
import { importDocument } from '../import-document';
import { cslDate } from './bibliography/csl-date';
import { filesIn, readBibtex } from './bibliography/read-bibtex';
import { readRis } from './bibliography/read-ris';

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'casebook-references-'));
  mkdirSync(join(folder, 'lists', 'files'), { recursive: true });
  writeFileSync(join(folder, 'lists', 'files', 'pier.txt'), 'The pier burned on Monday, the mayor said.');
  writeFileSync(join(folder, 'secret.txt'), 'Nobody is to read this sentence.');
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const capturedAt = '2026-01-01T00:00:00.000Z';

function inputOf(name: string, text: string): FormatInput {
  return {
    bytes: new TextEncoder().encode(text),
    source: name,
    mediaType: '',
    encoding: '',
    capturedAt,
    path: join(folder, 'lists', name),
    importWithin: async (file) => importDocument(file),
  };
}

async function itemsOf(name: string, text: string): Promise<{ format: string; items: ImportedItem[] }> {
  const input = inputOf(name, text);
  const format = await formatOf(input);
  const items: ImportedItem[] = [];
  if (format.kind === 'collection') for await (const item of format.open(input)) items.push(item);
  return { format: format.name, items };
}

const bibtex = `% a comment
@string{paper = "The Harbour Paper"}
@article{pier, title={{The} pier of {\\'O}strel}, author={M{\\"u}ller, Anna and {Harbour Watch} and Petrov, Ivan},
  date={2025-07}, journal=paper, file={Full text:files/pier.txt:text/plain;Other:../secret.txt:text/plain},
  keywords={war, harbour}, doi={10.1000/182}, langid={english}}
@misc{page, title={A page}, url={https://a.example/page}, year=2024}
`;

describe('BibTeX', () => {
  it('joins a reference to its file, and opens none outside of the folder', async () => {
    const { format, items } = await itemsOf('list.bib', bibtex);
    expect(format).toBe('bibtex');
    expect(items.map(({ kind }) => kind)).toEqual(['article', 'refused', 'reference']);
    const [article, refused, page] = items;
    if (article?.kind !== 'article' || refused?.kind !== 'refused' || page?.kind !== 'reference')
      throw Error();
    expect(article.document.text).toBe('The pier burned on Monday, the mayor said.');
    expect(article.document.metadata).toMatchObject({
      title: 'The pier of Óstrel',
      authors: ['Anna Müller', 'Harbour Watch', 'Ivan Petrov'],
      publisher: 'The Harbour Paper',
      published: { edtf: '2025-07' },
      fields: { DOI: '10.1000/182', type: 'article-journal' },
    });
    expect(article.tags).toEqual(['war', 'harbour']);
    expect(refused.message).toContain('outside of the folder');
    expect(JSON.stringify(items)).not.toContain('Nobody is to read');
    expect(page.metadata).toMatchObject({ url: 'https://a.example/page', published: { edtf: '2024' } });
  });

  it('loses one broken entry, and not the others', () => {
    const { references, unread } = readBibtex(`${bibtex}\n@article{broken, title={Never closed\n`);
    expect(references.map(({ key }) => key)).toEqual(['pier', 'page']);
    expect(unread).toEqual([{ key: 'broken', message: 'This entry is not written as BibTeX is.' }]);
  });

  it('reads the ways in which files are named', () => {
    expect(filesIn('C\\:\\\\papers\\\\a.pdf')).toEqual(['C:\\papers\\a.pdf']);
    expect(filesIn(':a b.pdf:PDF')).toEqual(['a b.pdf']);
    expect(filesIn('plain.pdf;T:b\\;c.html:text/html')).toEqual(['plain.pdf', 'b;c.html']);
    expect(filesIn('')).toEqual([]);
  });
});

const ris = `TY  - NEWS
TI  - Ferry under fire
AU  - Tolvane, Mira
AU  - The city desk
DA  - 2025/07/04/
JO  - Ostrel Evening
UR  - https://b.example/ferry
KW  - ferry
KW  - fire; river
L1  - files/pier.txt
N2  - A ferry was hit
      on the river.
ER  - 

TY  - BOOK
TI  - کتاب
PY  - 1999///
ER  - `;

it('RIS keeps who wrote for a newspaper, goes on over lines, and reads part of a date', async () => {
  const { references } = readRis(ris);
  expect(references).toHaveLength(2);
  const { format, items } = await itemsOf('list.ris', ris);
  expect(format).toBe('ris');
  const [article, book] = items;
  if (article?.kind !== 'article' || book?.kind !== 'reference') throw Error();
  expect(article.document.metadata).toMatchObject({
    title: 'Ferry under fire',
    authors: ['Mira Tolvane', 'The city desk'],
    publisher: 'Ostrel Evening',
    url: 'https://b.example/ferry',
    published: { edtf: '2025-07-04' },
    fields: { abstract: 'A ferry was hit on the river.', type: 'article-newspaper' },
  });
  expect(article.tags).toEqual(['ferry', 'fire', 'river']);
  expect(book.metadata).toMatchObject({ title: 'کتاب', published: { edtf: '1999' } });
});

it('dates of CSL-JSON are as exact as they are said', () => {
  const edtf = (issued: unknown) => cslDate(issued)?.edtf ?? null;
  expect(edtf({ 'date-parts': [[2025]] })).toBe('2025');
  expect(edtf({ 'date-parts': [['2025', '7', '4']] })).toBe('2025-07-04');
  expect(edtf({ 'date-parts': [[2025, 7]], circa: true })).toBe('2025-07~');
  expect(
    edtf({
      'date-parts': [
        [2024, 12, 30],
        [2025, 1, 2],
      ],
    }),
  ).toBe('2024-12-30/2025-01-02');
  expect(edtf({ 'date-parts': [[2025]], season: 2 })).toBe('2025-22');
  expect(edtf({ raw: '4 July 2025' })).toBe('2025-07-04');
  expect(edtf({ literal: 'in the war' })).toBeNull();
  expect(edtf({ 'date-parts': [[2025, 13, 45]] })).toBeNull();
  expect(edtf({ 'date-parts': 'x' })).toBeNull();
});

it('CSL-JSON of Zotero is read', async () => {
  const csl = [
    {
      id: 'x/1',
      type: 'article-newspaper',
      title: 'The <i>Halcyon</i>',
      author: [{ family: 'Bruyn', 'non-dropping-particle': 'de', given: 'Jan' }, { literal: 'City desk' }],
      issued: { 'date-parts': [[2025, 7]] },
    },
    { title: 'no type' },
  ];
  const { format, items } = await itemsOf('zotero.json', JSON.stringify(csl, null, 2));
  expect(format).toBe('json');
  expect(items).toMatchObject([
    {
      kind: 'reference',
      metadata: {
        title: 'The Halcyon',
        authors: ['Jan de Bruyn', 'City desk'],
        published: { edtf: '2025-07' },
      },
    },
    { kind: 'refused', message: 'This is not a reference.' },
  ]);
});

const hypothesis = {
  total: 3,
  rows: [
    {
      id: 'h1',
      uri: 'https://c.example/talks',
      created: '2025-07-05T10:00:00.123456+02:00',
      user: 'acct:anna@hypothes.is',
      text: 'Who says so?',
      tags: ['talks'],
      document: { title: ['Talks at Marrow Point'] },
      target: [
        {
          source: 'https://c.example/talks',
          selector: [
            { type: 'TextPositionSelector', start: 10, end: 20 },
            { type: 'TextQuoteSelector', exact: 'talks 🕊️ went on', prefix: 'the ', suffix: ' all night' },
          ],
        },
      ],
    },
    {
      id: 'h2',
      uri: 'https://c.example/talks',
      user: 'acct:ben@hypothes.is',
      text: 'The mayor.',
      tags: [],
      references: ['h1'],
      target: [{ source: 'https://c.example/talks' }],
    },
    { id: 'h3', uri: 'https://c.example/talks', text: 'On <b>all</b> of it', target: [{ source: '' }] },
  ],
};

it('Hypothesis: quotes with their replies; a note on a page is a note', async () => {
  for (const json of [hypothesis, { export_date: 'x', annotations: hypothesis.rows }, hypothesis.rows]) {
    const { items } = await itemsOf('hypothesis.json', JSON.stringify(json));
    expect(items.map(({ kind }) => kind)).toEqual(['highlights', 'note']);
    const [page, note] = items;
    if (page?.kind !== 'highlights' || note?.kind !== 'note') throw Error();
    expect(page.highlights.metadata).toMatchObject({
      title: 'Talks at Marrow Point',
      url: 'https://c.example/talks',
    });
    expect(page.highlights.annotations).toMatchObject([
      {
        id: 'h1',
        coder: 'anna',
        createdAt: '2025-07-05T08:00:00.123Z',
        tags: ['talks'],
        comments: ['Who says so?', 'ben: The mayor.'],
        targets: [
          { quote: { exact: 'talks 🕊️ went on', prefix: 'the ', suffix: ' all night' }, position: null },
        ],
      },
    ]);
    expect(note.content).toContain('On &lt;b&gt;all&lt;/b&gt; of it');
  }
});

it('Hypothesis: answers to a note on a page, and to what is not in the file, are kept', async () => {
  const row = (id: string, text: string, ...references: string[]) => ({
    id,
    text,
    references,
    uri: 'https://c.example/x',
    user: 'acct:ben@hypothes.is',
    tags: [],
    target: [{ source: 'https://c.example/x' }],
  });
  const rows = [row('p', 'On the page'), row('r', 'An answer', 'p'), row('s', 'To what is gone', 'deleted')];
  const { items } = await itemsOf('hypothesis.json', JSON.stringify({ total: 3, rows }));
  expect(items.map((item) => item.kind === 'note' && item.content)).toEqual([
    '<p>On the page</p><p>ben: An answer</p><p>https://c.example/x</p>',
    '<p>To what is gone</p><p>https://c.example/x</p>',
  ]);
});

it('Readwise: a text for each book, whatever the order of its columns', async () => {
  const csv = `Highlight,Book Title,Book Author,Amazon Book ID,Note,Color,Tags,Location Type,Location,Highlighted at,Document tags
"Rivers, it is said, are ""borders"".",Rivers,Ana Li and Bo Ek,B01,look up,yellow,"water, border",page,12,2024-03-01 10:00:00+00:00,
کلمه‌ای دیگر,Other,,,,,,,,,
Second line,Rivers,Ana Li and Bo Ek,B01,,,,,,,
`;
  const { format, items } = await itemsOf('readwise-data.csv', csv);
  expect(format).toBe('readwise');
  expect(items).toMatchObject([
    {
      highlights: {
        metadata: { title: 'Rivers', authors: ['Ana Li', 'Bo Ek'], fields: { ASIN: 'B01' } },
        annotations: [
          {
            targets: [{ quote: { exact: 'Rivers, it is said, are "borders".' } }],
            comments: ['look up', 'page 12'],
            tags: ['water', 'border'],
            colour: 'yellow',
            createdAt: '2024-03-01T10:00:00.000Z',
          },
          { targets: [{ quote: { exact: 'Second line' } }] },
        ],
      },
    },
    { highlights: { metadata: { title: 'Other' } } },
  ]);
});

it('Kindle: highlights with the notes at their end, in several languages; bookmarks are left out', async () => {
  const clippings = `\ufeffRivers (Li, Ana; Ek, Bo)
- Your Highlight on page 12 | Location 170-172 | Added on Monday, March 4, 2024 10:22:12 PM

Rivers are borders.
==========
Rivers (Li, Ana; Ek, Bo)
- Your Note on page 12 | Location 172 | Added on Monday, March 4, 2024 10:23:12 PM

Compare the treaty.
==========
Rivers (Li, Ana; Ek, Bo)
- Your Bookmark on page 13 | Location 180 | Added on Monday, March 4, 2024 10:24:12 PM


==========
Der Fluss
- Ihre Markierung auf Seite 3 | Hinzugefügt am Montag, 4. März 2024 10:22:12

Der Fluss ist weit.
==========
`;
  const { format, items } = await itemsOf('My Clippings.txt', clippings.replaceAll('\n', '\r\n'));
  expect(format).toBe('kindle');
  expect(items).toMatchObject([
    {
      highlights: {
        metadata: { title: 'Rivers', authors: ['Ana Li', 'Bo Ek'] },
        annotations: [
          {
            targets: [{ quote: { exact: 'Rivers are borders.' } }],
            comments: ['Compare the treaty.', expect.stringContaining('Location 170-172')],
          },
        ],
      },
    },
    { highlights: { metadata: { title: 'Der Fluss' } } },
  ]);
});

it.each([
  [
    'Votre surlignement sur la page 12 | emplacement 145-147 | Ajouté le mardi 5 mars 2024 09:12:45',
    'Votre note sur la page 12 | emplacement 147 | Ajouté le mardi 5 mars 2024 09:12:46',
  ],
  [
    'La subrayado en la página xii | posición 9-10 | Añadido el lunes, 4 de marzo de 2024 10:15',
    'Tu nota en la página xii | posición 10 | Añadido el lunes, 4 de marzo de 2024 11:15',
  ],
  [
    'La tua evidenziazione alla posizione 411-412 | Aggiunto in data domenica 16 agosto 2026 11:04',
    'La tua nota alla posizione 412 | Aggiunto in data domenica 16 agosto 2026 11:05',
  ],
  [
    'Seu destaque na página 5 | posição 64-65 | Adicionado: segunda-feira, 4 de março de 2024',
    'Sua nota na página 5 | posição 65 | Adicionado: segunda-feira, 4 de março de 2024',
  ],
  [
    '您在第 2 页（位置 #37-#38）的标注 | 添加于 2018年12月31日星期一 下午11:56:41',
    '您在第 2 页（位置 #38）的笔记 | 添加于 2018年12月31日星期一 下午11:57:00',
  ],
  [
    '7ページ｜位置No. 114-116のハイライト | 作成日: 2024年12月30日月曜日 14:46:33',
    '7ページ｜位置No. 116のメモ | 作成日: 2024年12月30日月曜日 14:47:00',
  ],
  [
    'Ваш выделенный отрывок на странице 3 | Место 20–22 | Добавлено: вторник, 5 марта 2024 г.',
    'Ваша заметка на странице 3 | Место 22 | Добавлено: вторник, 5 марта 2024 г.',
  ],
  [
    'Highlight Loc. 307-10  | Added on Monday, December 17, 2012, 08:27 AM',
    'Note Loc. 310  | Added on Monday, December 17, 2012, 08:28 AM',
  ],
])('Kindle: %s', async (highlight, note) => {
  const clipping = (where: string, words: string) => `A book\n- ${where}\n\n${words}\n==========\n`;
  const text = clipping(highlight, 'Words of it.') + clipping(note, 'What I think.');
  const { items } = await itemsOf('My Clippings.txt', text);
  expect(items).toHaveLength(1);
  expect(items[0]).toMatchObject({
    highlights: {
      annotations: [
        { targets: [{ quote: { exact: 'Words of it.' } }], comments: ['What I think.', expect.anything()] },
      ],
    },
  });
});

it('Kindle: no words are made of what the book does not give, and no place of a time', async () => {
  const clippings = `A book
- Your Highlight on page 4 | Added on Monday, March 4, 2024 10:22:12 PM

Words.
==========
A book
- Your Note on page ix | Added on Monday, March 4, 2024 10:22:04 PM

At the front.
==========
A book
- Your Highlight on page 50 | Location 700-702 | Added on Monday, March 4, 2024 10:24:12 PM

<You have reached the clipping limit for this item>
==========
`;
  const { items } = await itemsOf('My Clippings.txt', clippings);
  const [book, refused] = items;
  if (book?.kind !== 'highlights') throw Error();
  expect(book.highlights.annotations.map(({ targets }) => targets[0]?.quote?.exact)).toEqual([
    'Words.',
    'At the front.',
  ]);
  expect(refused).toEqual({
    kind: 'refused',
    source: 'A book',
    message: 'One highlight has no words in the file: the book does not allow more of it to be copied.',
  });
});

it('says in words what is none of these', async () => {
  await expect(itemsOf('x.json', '{"type": "something", "a":')).rejects.toThrow('This is not JSON');
  await expect(itemsOf('x.json', '{"type": 5}')).rejects.toThrow('no references and no annotations');
  await expect(itemsOf('x.bib', 'no entries at all')).rejects.toThrow('nothing in it');
});

it('W3C annotations bring the texts that lie beside them', async () => {
  const collection = {
    '@context': 'http://www.w3.org/ns/anno.jsonld',
    type: 'AnnotationCollection',
    'dcterms:source': [
      {
        id: 'urn:uuid:00000000-0000-7000-8000-000000000001',
        'dcterms:title': 'The pier',
        'dcterms:issued': '2025-07',
        'schema:contentUrl': 'files/pier.txt',
      },
      { id: 'urn:uuid:00000000-0000-7000-8000-000000000002', 'schema:contentUrl': '../secret.txt' },
    ],
    first: {
      type: 'AnnotationPage',
      items: [
        {
          id: 'urn:x:1',
          type: 'Annotation',
          target: {
            source: 'urn:uuid:00000000-0000-7000-8000-000000000001',
            selector: { type: 'TextPositionSelector', start: 4, end: 8 },
          },
        },
      ],
    },
  };
  const { items } = await itemsOf('list.jsonld', JSON.stringify(collection));
  expect(items.map(({ kind }) => kind)).toEqual(['article', 'refused', 'annotation']);
  expect(items[0]).toMatchObject({
    document: { metadata: { title: 'The pier', published: { edtf: '2025-07' } } },
  });
  expect(items[2]).toMatchObject({ articleKey: 'urn:uuid:00000000-0000-7000-8000-000000000001' });
});
