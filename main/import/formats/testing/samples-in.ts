/** A small file of each format that can be imported, made by code in our own words; each tells of another town. */
import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { foreignSample } from '../../../store/core/file/foreign-sample';
import { makeZip, zipOf } from '../../archive/zip-samples';
import { bookPage, docxOf, epubOf, odtOf, paragraph } from '../../office/testing/office-samples';
import { sampleLines, samplePdf } from '../../pdf/pdf-samples';
import { bplist } from '../../web/webarchive/plist-sample';

const story = (town: string): string =>
  `The ferry from ${town} left at dawn, and nobody on the pier of ${town} could say who had ordered it to leave.`;

const page = (town: string): string =>
  `<!doctype html><html lang="en"><head><title>Ferry of ${town}</title></head><body><article><h1>Ferry of ${town}</h1><p>${story(town)}</p></article></body></html>`;

const crlf = (lines: readonly string[]): string => lines.join('\r\n');

const mail = (town: string): string =>
  crlf([
    'From: Mira Tolvane <mira@ostrel.example>',
    'To: desk@ostrel.example',
    `Subject: Ferry of ${town}`,
    'Date: Fri, 04 Jul 2025 10:00:00 +0000',
    'MIME-Version: 1.0',
    'Content-Type: text/plain; charset=utf-8',
    '',
    story(town),
    '',
  ]);

const inMailbox = (town: string): string =>
  `From mira@ostrel.example Fri Jul  4 10:00:00 2025\n${mail(town).replaceAll('\r', '')}\n`;

const mhtml = (town: string): string =>
  crlf([
    'From: <Saved by a browser>',
    `Snapshot-Content-Location: https://${town.toLowerCase()}.example/ferry`,
    `Subject: Ferry of ${town}`,
    'Date: Fri, 4 Jul 2025 10:00:00 +0000',
    'MIME-Version: 1.0',
    'Content-Type: multipart/related; type="text/html"; boundary="cut"',
    '',
    '--cut',
    'Content-Type: text/html',
    'Content-Transfer-Encoding: 8bit',
    `Content-Location: https://${town.toLowerCase()}.example/ferry`,
    '',
    page(town),
    '--cut--',
    '',
  ]);

function warc(town: string): string {
  const block = crlf(['HTTP/1.1 200 OK', 'Content-Type: text/html; charset=utf-8', '', page(town)]);
  return crlf([
    'WARC/1.1',
    'WARC-Type: response',
    `WARC-Target-URI: https://${town.toLowerCase()}.example/story`,
    'WARC-Date: 2025-04-05T06:07:08Z',
    `Content-Length: ${Buffer.byteLength(block)}`,
    '',
    block,
    '',
    '',
  ]);
}

const relationships = 'http://schemas.openxmlformats.org/package/2006/relationships';
const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const sheetNames = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';

function workbook(rows: readonly (readonly string[])[]): Uint8Array {
  const cells = (row: readonly string[]) =>
    row.map((cell) => `<c t="inlineStr"><is><t>${cell}</t></is></c>`).join('');
  const data = rows.map((row) => `<row>${cells(row)}</row>`).join('');
  return makeZip([
    {
      name: '[Content_Types].xml',
      content:
        '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="xml" ContentType="application/xml"/><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/></Types>',
    },
    {
      name: '_rels/.rels',
      content: `<Relationships xmlns="${relationships}"><Relationship Id="r1" Type="${office}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    },
    {
      name: 'xl/workbook.xml',
      content: `<workbook xmlns="${sheetNames}" xmlns:r="${office}"><sheets><sheet name="News" sheetId="1" r:id="r1"/></sheets></workbook>`,
    },
    {
      name: 'xl/_rels/workbook.xml.rels',
      content: `<Relationships xmlns="${relationships}"><Relationship Id="r1" Type="${office}/worksheet" Target="worksheets/sheet1.xml"/></Relationships>`,
    },
    {
      name: 'xl/worksheets/sheet1.xml',
      content: `<worksheet xmlns="${sheetNames}"><sheetData>${data}</sheetData></worksheet>`,
    },
  ]);
}

const guid = (number: number): string => `A1B2C3D4-0000-4000-8000-${String(number).padStart(12, '0')}`;

function qdpx(town: string): Uint8Array {
  const words = story(town);
  const start = words.indexOf('nobody');
  const project = `<?xml version="1.0" encoding="utf-8"?><Project name="P" xmlns="urn:QDA-XML:project:1.0"><Users><User guid="${guid(1)}" name="Ann"/></Users><CodeBook><Codes><Code guid="${guid(2)}" name="Silence" isCodable="true"/></Codes></CodeBook><Sources><TextSource guid="${guid(3)}" name="Interview in ${town}" plainTextPath="internal://${guid(4)}.txt"><PlainTextSelection guid="${guid(5)}" name="nobody" startPosition="${start}" endPosition="${start + 6}" creatingUser="${guid(1)}"><Coding guid="${guid(6)}"><CodeRef targetGUID="${guid(2)}"/></Coding></PlainTextSelection></TextSource></Sources></Project>`;
  return makeZip([
    { name: 'project.qde', content: project },
    { name: `sources/${guid(4)}.txt`, content: words },
  ]);
}

const qdc =
  '<?xml version="1.0"?><CodeBook xmlns="urn:QDA-XML:codebook:1.0"><Codes><Code guid="1" name="Weather" isCodable="true"/><Code guid="2" name="Fog" isCodable="true"/></Codes></CodeBook>';

function taguette(town: string): Buffer {
  const words = story(town);
  const start = words.indexOf('who had');
  return foreignSample(`CREATE TABLE users (login VARCHAR(30) PRIMARY KEY, hashed_password VARCHAR(192));
    CREATE TABLE projects (id INTEGER PRIMARY KEY, name VARCHAR(200), description TEXT, created DATETIME);
    CREATE TABLE documents (id INTEGER PRIMARY KEY, name VARCHAR(200), description TEXT, filename VARCHAR(200), created DATETIME, project_id INTEGER, text_direction VARCHAR(13), contents TEXT);
    CREATE TABLE tags (id INTEGER PRIMARY KEY, project_id INTEGER, path VARCHAR(200), description TEXT);
    CREATE TABLE highlights (id INTEGER PRIMARY KEY, document_id INTEGER, start_offset INTEGER, end_offset INTEGER, snippet TEXT);
    CREATE TABLE highlight_tags (highlight_id INTEGER, tag_id INTEGER);
    INSERT INTO projects VALUES (1, 'Study', '', '2024-05-06 07:08:09');
    INSERT INTO documents VALUES (1, 'Tape from ${town}', '', 'tape.txt', '2024-05-06 07:08:09', 1, 'LEFT_TO_RIGHT', '<p>${words}</p>');
    INSERT INTO tags VALUES (1, 1, 'orders', '');
    INSERT INTO highlights VALUES (1, 1, ${start}, ${start + 7}, 'who had');
    INSERT INTO highlight_tags VALUES (1, 1);`);
}

function qualcoder(town: string): Buffer {
  const words = story(town);
  const start = words.indexOf('the pier');
  return foreignSample(`CREATE TABLE project (databaseversion text, date text, memo text, about text);
    CREATE TABLE source (id integer primary key, name text, fulltext text, mediapath text, memo text, owner text, date text);
    CREATE TABLE code_cat (catid integer primary key, name text, owner text, date text, memo text, supercatid integer);
    CREATE TABLE code_name (cid integer primary key, name text, memo text, catid integer, owner text, date text, color text);
    CREATE TABLE code_text (ctid integer primary key, cid integer, fid integer, seltext text, pos0 integer, pos1 integer, owner text, date text, memo text, important integer);
    INSERT INTO project VALUES ('v9', '2024-01-01', '', '');
    INSERT INTO source VALUES (1, 'talk.txt', '${words}', NULL, '', 'Ann', '2024-05-06 07:08:09');
    INSERT INTO code_name VALUES (1, 'harbour', '', NULL, 'Ann', '2024-05-06 07:08:09', '#00AA00');
    INSERT INTO code_text VALUES (1, 1, 1, 'the pier', ${start}, ${start + 8}, 'Ann', '2024-05-06 07:08:09', '', 0);`);
}

const hypothesis = JSON.stringify({
  total: 1,
  rows: [
    {
      id: 'h1',
      uri: 'https://aldermoor.example/ferry',
      text: 'Who?',
      tags: ['question'],
      user: 'acct:mira@hypothes.is',
      created: '2025-07-04T10:00:00.000Z',
      document: { title: ['Ferry of Aldermoor'] },
      target: [
        {
          source: 'https://aldermoor.example/ferry',
          selector: [{ type: 'TextQuoteSelector', exact: 'nobody on the pier', prefix: '', suffix: '' }],
        },
      ],
    },
  ],
});

const webAnnotation = JSON.stringify({
  '@context': 'http://www.w3.org/ns/anno.jsonld',
  id: 'https://notes.example/1',
  type: 'Annotation',
  body: { type: 'TextualBody', value: 'See the log of the harbour.', purpose: 'commenting' },
  target: {
    source: 'https://aldermoor.example/ferry',
    selector: { type: 'TextQuoteSelector', exact: 'left at dawn', prefix: '', suffix: '' },
  },
});

const cslJson = JSON.stringify([
  {
    id: 'a',
    type: 'article-newspaper',
    title: 'Ferry of Aldermoor',
    DOI: '10.1000/182',
    issued: { 'date-parts': [[2025, 7]] },
  },
]);

const readwise = `Highlight,Book Title,Book Author,Amazon Book ID,Note,Color,Tags,Location Type,Location,Highlighted at,Document tags
"The river is a border only on maps.",Rivers,Anna Harbour,,True?,yellow,,location,12,2025-01-02 03:04:05+00:00,
`;

const kindle = `Night on the Bank (Ivan Petrov)
- Your Highlight on page 4 | Location 55-56 | Added on Friday, July 4, 2025 10:00:00 AM

He rowed all night and told no one.
==========
`;

const webarchive = (town: string): Uint8Array =>
  bplist({
    WebMainResource: {
      WebResourceData: Buffer.from(page(town)),
      WebResourceMIMEType: 'text/html',
      WebResourceTextEncodingName: 'UTF-8',
      WebResourceURL: `https://${town.toLowerCase()}.example/ferry`,
    },
  });

/** By name; each becomes at least one article, or something that is not one. */
export function samplesIn(): Readonly<Record<string, string | Uint8Array>> {
  return {
    'a.html': withAddress(page('Aldermoor')),
    'b.txt': `Ferry of Brack\n\n${story('Brack')}\n`,
    'c.md': `---\ntitle: Ferry of Corran\n---\n\n# Ferry\n\n${story('Corran')}\n`,
    'd.mhtml': mhtml('Dunmere'),
    'e.eml': mail('Esk'),
    'f.mbox': ['Farrow', 'Fathom'].map(inMailbox).join(''),
    'g.pdf': samplePdf([{ texts: sampleLines([story('Gale').slice(0, 60), story('Gale').slice(60)]) }]),
    'h.docx': docxOf(paragraph(story('Holm'))),
    'i.odt': odtOf(`<text:p>${story('Inver')}</text:p>`),
    'j.rtf': `{\\rtf1\\ansi\\deff0{\\fonttbl{\\f0 Serif;}}\\pard ${story('Jura')}\\par}`,
    'k.epub': epubOf({ 'one.xhtml': bookPage(`<h1>Kell</h1><p>${story('Kell')}</p>`) }),
    'l.warc': warc('Lorne'),
    'l2.warc.gz': gzipSync(warc('Laggan')),
    'm.wacz': makeZip([{ name: 'archive/data.warc', content: warc('Morven') }]),
    'n.csv': `Title,Text\nFerry of Nairn,"${story('Nairn')}"\nFerry of Nesting,"${story('Nesting')}"\n`,
    'o.xlsx': workbook([
      ['Title', 'Text'],
      ['Ferry of Oban', story('Oban')],
    ]),
    'p.qdpx': qdpx('Perran'),
    'q.qdc': qdc,
    'r.sqlite3': taguette('Ronas'),
    's.qda/data.qda': qualcoder('Skene'),
    't.bib': '@misc{a, title={Ferry of Aldermoor}, author={Tolvane, Mira}, publisher={Ostrel Evening}}\n',
    'u.ris': `TY  - NEWS\nTI  - Ferry of Brack\nAU  - Harbour, Anna\nER  - \n`,
    'v.json': cslJson,
    'w.json': hypothesis,
    'x.jsonld': webAnnotation,
    'y.csv': readwise,
    'z.txt': kindle,
    'zz.webarchive': webarchive('Zennor'),
  };
}

/** With the address of a page, so that what others said of it finds it. */
const withAddress = (html: string): string =>
  html.replace('<head>', '<head><link rel="canonical" href="https://aldermoor.example/ferry">');

type Sample = string | Uint8Array;

/** Files that are not to come in, with words of the reason. */
export const hostileIn: Readonly<Record<string, { readonly content: Sample; readonly reason: string }>> = {
  'bomb.docx': {
    content: zipOf({ '[Content_Types].xml': '<Types/>', 'word/document.xml': Buffer.alloc(20_000_000) }),
    reason: 'looks like a trap (archive bomb)',
  },
  'lie.epub': {
    content: makeZip([
      { name: 'mimetype', content: 'application/epub+zip', isStored: true },
      { name: 'META-INF/container.xml', content: 'x', saidLength: 4_000_000_000 },
    ]),
    reason: 'too large once unpacked',
  },
  'overlap.wacz': {
    content: makeZip([
      { name: 'archive/data.warc', content: warc('Overlap') },
      { name: 'archive/more.warc', content: warc('Overlap'), sharesBytesOf: 0 },
    ]),
    reason: 'overlap',
  },
  'leaves.qdpx': {
    content: zipOf({ 'project.qde': '<Project/>', '../../outside.txt': 'x' }),
    reason: 'would leave its folder',
  },
  'entities.qdc': {
    content:
      '<?xml version="1.0"?><!DOCTYPE c [<!ENTITY a "aaaa">]><CodeBook xmlns="urn:QDA-XML:codebook:1.0">&a;</CodeBook>',
    reason: 'declares entities of its own',
  },
  'deep.odt': { content: odtOf('<text:span>'.repeat(400)), reason: 'nested too deeply' },
  'noise.pdf': {
    content: Uint8Array.from({ length: 3000 }, (_, at) => (at * 7919) % 256),
    reason: 'is not a PDF',
  },
  'cut.pdf': { content: '%PDF-1.7\n1 0 obj\n', reason: 'damaged' },
};

/** Files that come in as what they are, whatever they are called or hold besides words. */
export const oddIn: Readonly<Record<string, Sample>> = {
  'odd page.docx': page('Odd'),
  'script.html': page('Script').replace(
    '<p>',
    '<script>globalThis.hacked = 1</script><img src=x onerror="hacked = 1"><a href="javascript:hacked=1">here</a><p onclick="hacked = 1">',
  ),
  'deep.html': page('Deep').replace('<p>', '<div>'.repeat(5000) + '<p>'),
};

/** Writes files into a folder. */
export async function writeSamples(
  folder: string,
  files: Readonly<Record<string, string | Uint8Array>>,
): Promise<string> {
  for (const [name, content] of Object.entries(files)) {
    const path = join(folder, name);
    await mkdir(dirname(path), { recursive: true });
    await writeFile(path, content);
  }
  return folder;
}
