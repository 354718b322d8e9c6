import { deflateSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { plainText } from '../../../shared/document/plain-text';
import { serialiseContent } from '../../../shared/document/serialise-content';
import { importDocument } from '../import-document';
import { type SampleOptions, type SamplePage, sampleLines, samplePdf } from './pdf-samples';
import { readPdf } from './read-pdf';

const read = (pages: readonly SamplePage[], options?: SampleOptions) => readPdf(samplePdf(pages, options));
const linesOf = async (...pages: readonly SamplePage[]) => plainText((await read(pages)).blocks).split('\n');
const refusal = (bytes: Uint8Array) =>
  readPdf(bytes).then(
    () => 'nothing',
    (error: { code: string; message: string }) => `${error.code}: ${error.message}`,
  );

/** A paragraph as a page sets it: its second line comes short of the first. */
const filled = (first: string, last: string) => [first.padEnd(62, ' and so on'), last];

describe('words of a PDF', () => {
  it('are paragraphs, parted by an indent, by space and by a line that ends early', async () => {
    const indented = sampleLines(
      ['The bridge was closed at midnight, said the mayor of the town.', 'The police confirmed it.'],
      {},
    );
    const [first, ...rest] = sampleLines(
      ['A spokesman for the railway, reached by telephone, denied', 'that any train had stopped.'],
      { y: 576 },
    );
    const apart = sampleLines(['Nobody was hurt.'], { y: 540 });
    const texts = [...indented, { ...first, x: 62, y: 576, text: first?.text ?? '' }, ...rest, ...apart];
    expect(await linesOf({ texts })).toEqual([
      'The bridge was closed at midnight, said the mayor of the town. The police confirmed it.',
      'A spokesman for the railway, reached by telephone, denied that any train had stopped.',
      'Nobody was hurt.',
    ]);
  });

  it('are whole again where a hyphen parted them at the end of a line', async () => {
    const lines = [
      'The town council met the rail-road people, and the govern-',
      'ment sent a well-known man of the Anglo-',
      'American society; the well-',
      'known man and the un-',
      'happy mayor.',
    ];
    const words =
      'The town council met the rail-road people, and the government sent a well-known man of the Anglo-American society; the well-known man and the unhappy mayor.';
    expect((await linesOf({ texts: sampleLines(lines) })).join(' ')).toBe(words);
  });

  it('are read column by column, and tables row by row', async () => {
    const left = [
      'Left column has a first line that',
      'goes on over the second line and',
      'ends on the third line of the text.',
    ];
    const right = [
      'Right column begins after it and',
      'has as many lines as the left one',
      'before the page comes to its end.',
    ];
    const title = {
      x: 60,
      y: 650,
      text: 'Over both columns stands this long line of a page that is wide',
      size: 13,
    };
    const columns = [...sampleLines(left), ...sampleLines(right, { x: 270, y: 598 })];
    // Drawn line by line, as some programs do.
    const texts = [title, ...columns.sort((a, b) => b.y - a.y)];
    expect(await linesOf({ texts })).toEqual([title.text, left.join(' '), right.join(' ')]);
    const cells = (y: number, ...words: readonly string[]) =>
      words.map((text, index) => ({ x: 50 + 150 * index, y, text }));
    const table = [
      ...cells(400, 'Town', 'Dead', 'Injured'),
      ...cells(386, 'Ostrel', '3', '14'),
      ...cells(372, 'Sandby', '0', '2'),
    ];
    const { blocks } = await read([{ texts: table }]);
    expect(blocks.map(({ kind }) => kind)).toEqual(['table']);
    expect(plainText(blocks)).toBe('Town\tDead\tInjured\nOstrel\t3\t14\nSandby\t0\t2');
  });

  it('are a line each in a table of contents, with dots or without', async () => {
    const dots = ' . . . . . . . . . . . . . . . . . . . ';
    const entries = [`1.1 Bridges${dots}4`, '2 Roads 7', `2.1 Streets${dots}7`];
    expect(
      await linesOf({ texts: sampleLines(entries) }, { texts: sampleLines(['a word of the text.']) }),
    ).toEqual([...entries.map((entry) => entry.replace(/\s+/g, ' ')), 'a word of the text.']);
  });

  it('keep lines of verse and of programs, lists, headings, notes and links', async () => {
    const texts = [
      { x: 50, y: 650, text: 'Of bridges', size: 18 },
      ...sampleLines(
        filled('A paragraph of a usual length stands here, and then another', 'line of it with a note.'),
        { y: 620 },
      ),
      { x: 170, y: 612, text: '1', size: 6 },
      ...sampleLines(['• one thing', '• another thing'], { y: 580, x: 60 }),
      ...sampleLines(['if (closed) {', 'wait();', '}'], { y: 540, isMonospaced: true }),
    ];
    const links = [{ rect: [50, 605, 90, 616] as const, url: 'https://example.org/' }];
    const { blocks, metadata } = await read([{ texts, links }]);
    expect(metadata.title).toBe('Of bridges');
    const html = serialiseContent(blocks);
    expect(html).toMatch(/^<h1>Of bridges<\/h1>/);
    expect(html).toContain('<a href="https://example.org/">line of it</a> with a note. <sup>1</sup>');
    expect(html).toContain('<ul><li>one thing</li><li>another thing</li></ul>');
    expect(html).toContain('<pre>if (closed) {\nwait();\n}</pre>');
  });

  it('that are turned are read upright', async () => {
    const texts = sampleLines(['The first line of a wide page', 'and its second line.']).map(
      (one, index) => ({
        ...one,
        x: 100 + index * 12,
        y: 50,
        isTurned: true,
      }),
    );
    expect(await linesOf({ texts })).toEqual(['The first line of a wide page and its second line.']);
  });
});

const page = (number: number, texts: readonly string[], foot = true): SamplePage => ({
  texts: [
    { x: 50, y: 670, text: number % 2 === 0 ? 'THE BRIDGE' : 'A REPORT', size: 8 },
    ...sampleLines(texts),
    ...(foot ? [{ x: 240, y: 30, text: String(number), size: 8 }] : []),
  ],
});

describe('pages', () => {
  const body = (words: string) =>
    filled(`This page tells of ${words} that somebody saw that day,`, `and ends with ${words}.`);
  const pages = [
    page(1, body('a ship')),
    page(2, body('a train')),
    { texts: [], hasPicture: true },
    page(4, [
      'This page tells of a wheel that somebody saw that day, and it',
      'goes on without an end of its',
    ]),
    page(5, ['sentence, to end on this page.', ...body('a horse')]),
  ];

  it('begin where their words do, by the labels the file gives them', async () => {
    const { blocks, locators, warnings } = await read(pages, { romanPages: 2 });
    const text = plainText(blocks);
    const begin = locators?.map(
      ({ label, start }) =>
        `${label}: ${Array.from(text)
          .slice(start, start + 24)
          .join('')}`,
    );
    expect(begin).toEqual([
      'i: This page tells of a shi',
      'ii: This page tells of a tra',
      '1: This page tells of a whe',
      '2: This page tells of a whe',
      '3: sentence, to end on this',
    ]);
    expect(text).toContain('goes on without an end of its sentence, to end on this page.');
    expect(text).not.toMatch(/REPORT|BRIDGE|\n\d+\n/);
    expect(warnings).toEqual([
      'One page has no text (empty, or pictures): 1.',
      'Running heads, feet and page numbers were left out: “A REPORT”, “1”, “THE BRIDGE”.',
    ]);
  });

  it('keep what the pages of a form share below their heads', async () => {
    const form = (name: string) =>
      page(1, [`Name of the witness: ${name}`, 'Sworn at the town hall of Ostrel'], false);
    const lines = await linesOf(form('Ann Lee'), form('Bo Ek'), form('Cy Orr'));
    expect(lines.join(' ').match(/Sworn at the town hall/g)).toHaveLength(3);
    expect(lines.join(' ')).not.toContain('A REPORT');
  });

  it('keep a number that counts no pages, and words that stand on one page', async () => {
    const texts = ['In the year', '1862'];
    const lines = await linesOf(page(1, texts, false), page(2, ['Twelve days later', '17'], false));
    expect(lines.join(' ')).toContain('1862');
    expect(lines.join(' ')).toContain('17');
    expect(lines.join(' ')).toContain('THE BRIDGE');
  });
});

describe('what a PDF says about itself', () => {
  const texts = sampleLines(['Some words stand here.']);
  const facts = async (info: Record<string, string>, language?: string) =>
    (await read([{ texts }], { info, ...(language && { language }) })).metadata;

  it('is taken where it says something, and its dates are not those of publication', async () => {
    const info = { Title: 'The bridge', Author: 'Ann Lee; Bo Ek', CreationDate: 'D:20250705100000Z' };
    expect(await facts(info, 'en-GB')).toMatchObject({
      title: 'The bridge',
      authors: ['Ann Lee', 'Bo Ek'],
      language: 'en-GB',
      published: null,
    });
  });

  it('is left out where it names a file or an account', async () => {
    expect(await facts({ Title: 'Microsoft Word - report_final.doc', Author: 'jlee4' })).toMatchObject({
      title: '',
      authors: [],
    });
    expect((await facts({ Title: 'Microsoft Word - The bridge' })).title).toBe('The bridge');
  });

  it('is the name of a file where the page says it too', async () => {
    expect((await facts({ Title: 'Microsoft Word - Some words_1.doc' })).title).toBe('Some words');
    expect((await facts({ Title: 'words.doc' })).title).toBe('');
  });

  it('is the heading that stands on the title page and again above the text', async () => {
    const prose = (page: number) =>
      [0, 1, 2].map((line) => `Page ${page} has a paragraph of a usual length, and line ${line} goes on`);
    // The same heading at the top of both would be a running head.
    const titled = (first: string, second: string) =>
      read([
        { texts: [{ x: 50, y: 560, text: first, size: 18 }, ...sampleLines(prose(1), { y: 500 })] },
        { texts: [...sampleLines(prose(2), { y: 640 }), { x: 50, y: 560, text: second, size: 18 }] },
      ]).then(({ metadata }) => metadata.title);
    expect(await titled('Of bridges', 'Of bridges')).toBe('Of bridges');
    expect(await titled('Of bridges', 'Of roads')).toBe('Of bridges');
    expect(await titled('Introduction', 'Of roads')).toBe('');
  });
});

describe('Arabic of a PDF', () => {
  // Drawn from the left: “قال لا”, “الجسر”; X is one sign of two letters.
  const drawing = [
    { x: 50, y: 600, text: 'X LAQ' },
    { x: 50, y: 570, text: 'RSJLA' },
  ];
  const letters = { Q: 'ق', A: 'ا', L: 'ل', R: 'ر', S: 'س', J: 'ج' };

  it.each([
    ['as it is read', 'لا'],
    ['as it is drawn', 'ال'],
    ['as a shape of its own', '\ufefb'],
  ])('has lām-alif in its order where its one sign is told %s', async (_, sign) => {
    const { blocks } = await read([{ texts: drawing }], { meanings: { ...letters, X: sign } });
    expect(plainText(blocks)).toBe('قال لا الجسر');
  });
});

describe('a PDF that cannot be read', () => {
  const texts = sampleLines(['Some words stand here.', 'And some more of them.']);

  it('is refused with the reason', async () => {
    expect(await refusal(samplePdf([{ texts: [], hasPicture: true }, { texts: [] }]))).toBe(
      'import-refused: It has no text: it is a scan of 2 pages, or pictures. Have its text recognised (OCR), for example with OCRmyPDF or Acrobat, and import the file that comes out.',
    );
    expect(await refusal(samplePdf([{ texts }], { isEncrypted: true }))).toMatch(
      /^import-refused: It is encrypted/,
    );
    expect(await refusal(new TextEncoder().encode('%PDF-1.4\nnothing of the kind'))).toMatch(
      /^import-refused: It is damaged/,
    );
  });

  it('is refused before a small part of it becomes gigabytes', { timeout: 60_000 }, async () => {
    const packed = deflateSync(Buffer.alloc(300 * 1024 * 1024, ' '), { level: 9 }).toString('latin1');
    const bomb = samplePdf([{ texts, packed }]);
    expect(bomb.length).toBeLessThan(400_000);
    expect(await refusal(bomb)).toBe('import-refused: A part of it unpacks to more than an import can hold.');
  });

  it('is read as far as it is there, and that is said', async () => {
    const whole = samplePdf([{ texts }, { texts: sampleLines(['Another page.']) }]);
    const cut = whole.subarray(0, whole.indexOf(0x78, whole.length - 400) - 40);
    const { blocks, warnings } = await readPdf(cut);
    expect(plainText(blocks)).toContain('Some words stand here.');
    expect(warnings[0]).toBe('The end of the file is missing: pages may be missing too.');
    const random = (seed: number) => () => (seed = (seed * 16807) % 2147483647) / 2147483647;
    const next = random(7);
    for (let round = 0; round < 40; round += 1) {
      const spoiled = whole.slice();
      for (let at = 0; at < 12; at += 1)
        spoiled[Math.floor(next() * spoiled.length)] = Math.floor(next() * 256);
      expect(await refusal(spoiled)).toMatch(/^(?:nothing|import-refused)/);
    }
  });

  it('runs nothing and opens nothing that lies in it', async () => {
    const script = 'globalThis.wasRun = true; app.launchURL("https://example.org/")';
    const { warnings } = await read([{ texts }], { script, attachment: 'payload.exe' });
    expect(globalThis).not.toHaveProperty('wasRun');
    expect(warnings).toEqual(['One attached file left out.']);
  });
});

it('is an article with its pages', async () => {
  const bytes = samplePdf([page(1, ['Some words stand here, and they are enough to be a text.'], false)]);
  const request = { bytes, source: '/home/someone/bridge.pdf', capturedAt: '2025-07-05T10:00:00.000Z' };
  const document = await importDocument(request);
  expect(document.original).toMatchObject({ mediaType: 'application/pdf', encodingOrigin: 'declared' });
  expect(document.locators).toEqual([{ kind: 'page', label: '1', start: 0 }]);
});
