import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { SearchResult } from '../../shared/contract/search';
import { runCli } from './run-cli';

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'casebook-cli-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

interface Said {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

async function casebook(...argv: readonly string[]): Promise<Said> {
  const said = { out: '', err: '' };
  const io = {
    stdout: { write: (words: string) => (said.out += words) },
    stderr: { write: (words: string) => (said.err += words) },
    cwd: folder,
  };
  return { code: await runCli(argv, io), ...said };
}

async function json<Value>(...argv: readonly string[]): Promise<Value> {
  const { out, err, code } = await casebook(...argv, '--json');
  expect({ code, err, out: out.slice(0, 200) }).toMatchObject({ code: 0 });
  return JSON.parse(out) as Value;
}

const prose = `Ceasefire talks in Kyiv

President Macron spoke with President Putin on 3 July. “No progress,” said the Kremlin.

The talks in Kyiv lasted two hours. Nobody expected a ceasefire before winter. 😀 Kyiv again.`;

function write(name: string, data: string): string {
  writeFileSync(join(folder, name), data);
  return name;
}

interface Article {
  readonly id: string;
  readonly title: string;
}
interface Hit {
  readonly kind: string;
  readonly passage: { readonly start: number; readonly end: number; readonly quote: string } | null;
  readonly snippet: string;
}

async function notebookWithArticle(): Promise<string> {
  await casebook('new', 'a.casebook');
  write('talks.txt', prose);
  await casebook('import', 'a.casebook', 'talks.txt');
  const [article] = await json<Article[]>('list', 'a.casebook', 'articles');
  return article?.id ?? '';
}

describe('casebook', () => {
  it('says its version, and where the help of a verb is that was written in a wrong way', async () => {
    expect(await casebook('--version')).toMatchObject({
      code: 0,
      out: expect.stringMatching(/^casebook \d+\.\d+\.\d+\n$/),
    });
    expect(await casebook('check')).toMatchObject({
      code: 2,
      err: expect.stringContaining('Try: casebook help check'),
    });
    expect(await casebook('chek')).toMatchObject({
      code: 2,
      err: expect.stringMatching(/Try: casebook help\n$/),
    });
  });

  it('makes a notebook, and never over a file', async () => {
    expect(await json('new', 'a.casebook')).toMatchObject({ path: join(folder, 'a.casebook'), title: 'a' });
    const again = await casebook('new', 'a.casebook', '--json');
    expect(again.code).toBe(1);
    expect(JSON.parse(again.out)).toMatchObject({ error: { code: 'conflict' } });
  });

  it('imports past a bad file, and says which', async () => {
    await casebook('new', 'a.casebook');
    write('talks.txt', prose);
    write('empty.txt', '');
    const { code, out, err } = await casebook(
      'import',
      'a.casebook',
      'empty.txt',
      'talks.txt',
      'missing.txt',
      '--json',
    );
    expect(code).toBe(1);
    expect(JSON.parse(out)).toMatchObject({ imported: 1, known: 0, refused: 2 });
    expect(err).toContain('missing.txt');
    expect(await json('import', 'a.casebook', 'talks.txt')).toMatchObject({ imported: 0, known: 1 });
  });

  it('finds words, with the stretch to land on', async () => {
    await notebookWithArticle();
    const { total, hits } = await json<{ total: number; hits: Hit[] }>(
      'search',
      'a.casebook',
      'KYIV',
      '-winterx',
    );
    expect(total).toBe(1);
    expect(hits[0]).toMatchObject({ kind: 'article', passage: { quote: 'Kyiv' } });
    const passage = hits[0]?.passage;
    expect([...prose].slice(passage?.start, passage?.end).join('')).toBe('Kyiv');
    expect((await casebook('search', 'a.casebook', '-kyiv')).code).toBe(0);
    expect((await casebook('search', 'a.casebook', '"(((')).code).toBe(0);
  });

  it('answers a search as the window does: counts, facets and problems, in the order asked for', async () => {
    await notebookWithArticle();
    const found = await json<SearchResult>('search', 'a.casebook', 'talk kind:article sort:oldest "no');
    expect(found).toMatchObject({ total: 1, sort: 'oldest', groups: [], alsoSearched: [] });
    expect(found.totals).toMatchObject({ article: 1, passage: 0 });
    expect(found.facets.kind).toMatchObject([{ value: 'article', count: 1 }]);
    expect(found.problems).toEqual(['A quotation mark is missing at the end.']);
    const exact = await json<SearchResult>('search', 'a.casebook', 'ceasefires', '--no-stemming');
    expect(exact).toMatchObject({ total: 0, hits: [] });
    const said = await casebook('search', 'a.casebook', 'kyiv OR macron');
    expect(said.err).toContain('1 found');
    expect(said.out).toMatch(/^article\t\S+\tCeasefire talks in Kyiv\n\t/);
  });

  it('takes W3C annotations, and exports what reads back the same', async () => {
    const article = await notebookWithArticle();
    write('notes.jsonld', JSON.stringify(foreignAnnotations(prose)));
    const taken = await casebook(
      'annotate',
      'a.casebook',
      '--article',
      article,
      '--from',
      'notes.jsonld',
      '--json',
    );
    expect(taken.code).toBe(1);
    expect(JSON.parse(taken.out)).toMatchObject({ made: 3, refused: 1, elsewhere: 0 });
    const passages = await json<object[]>('list', 'a.casebook', 'passages');
    expect(passages).toMatchObject([
      {
        passage: { quote: 'President Putin' },
        entities: [{ name: 'Vladimir Putin', kind: 'actor' }],
        tags: ['talks'],
      },
      {
        passage: { quote: 'talks in Kyiv lasted' },
        events: [{ name: 'Talks in Kyiv' }],
        comment: 'Two hours only',
      },
      { passage: { quote: '😀 Kyiv' }, entities: [{ name: 'Kyiv', kind: 'place' }] },
    ]);

    await json('export', 'a.casebook', '--format', 'w3c', '--out', 'out.jsonld');
    await casebook('new', 'b.casebook');
    await casebook('import', 'b.casebook', 'talks.txt');
    const [copy] = await json<Article[]>('list', 'b.casebook', 'articles');
    expect(
      await json('annotate', 'b.casebook', '--article', copy?.id ?? '', '--from', 'out.jsonld'),
    ).toMatchObject({ made: 3, refused: 0 });
    const bare = (rows: readonly object[]) =>
      JSON.stringify(rows).replace(/"[0-9a-f-]{36}"|"\d{4}-[^"]*Z"/g, '""');
    expect(bare(await json<object[]>('list', 'b.casebook', 'passages'))).toBe(bare(passages));
    for (const kind of ['entities', 'events']) {
      expect(bare(await json<object[]>('list', 'b.casebook', kind))).toBe(
        bare(await json<object[]>('list', 'a.casebook', kind)),
      );
    }
    expect(await json('check', 'b.casebook')).toMatchObject({ ok: true, annotations: 3 });
  });

  it('takes a passage in several parts there and back', async () => {
    const article = await notebookWithArticle();
    const words = ['President Macron', 'Kremlin', '😀 Kyiv'];
    const target = words.toReversed().map((exact) => targetAt(prose, exact));
    write('parts.json', JSON.stringify({ type: 'Annotation', id: 'x', bodyValue: 'Said so', target }));
    await json('annotate', 'a.casebook', '--article', article, '--from', 'parts.json');
    await json('export', 'a.casebook', '--format', 'w3c', '--out', 'parts.jsonld');
    await casebook('new', 'b.casebook');
    await casebook('import', 'b.casebook', 'talks.txt');
    const [copy] = await json<Article[]>('list', 'b.casebook', 'articles');
    const again = ['annotate', 'b.casebook', '--article', copy?.id ?? '', '--from', 'parts.jsonld'];
    expect(await json(...again)).toMatchObject({ made: 1, refused: 0 });
    const partsIn = async (file: string) =>
      (await json<{ parts: { quote: string; state: string }[] }[]>('list', file, 'passages')).map(
        ({ parts }) => parts,
      );
    const taken = await partsIn('a.casebook');
    expect(taken.map((parts) => parts.map(({ quote, state }) => [quote, state]))).toEqual([
      words.map((exact) => [exact, 'exact']),
    ]);
    expect(await partsIn('b.casebook')).toEqual(taken);
  });

  it('taking the same annotations twice changes nothing', async () => {
    const article = await notebookWithArticle();
    write('notes.jsonld', JSON.stringify(foreignAnnotations(prose)));
    const take = () => casebook('annotate', 'a.casebook', '--article', article, '--from', 'notes.jsonld');
    await take();
    const once = await json<object[]>('list', 'a.casebook', 'passages');
    await take();
    const strip = (rows: readonly object[]) => JSON.stringify(rows).replace(/"modifiedAt":"[^"]*"/g, '');
    expect(strip(await json<object[]>('list', 'a.casebook', 'passages'))).toBe(strip(once));
    expect(await json<object[]>('list', 'a.casebook', 'entities')).toHaveLength(2);
  });

  it('keeps words that only resemble those that were meant for the researcher to confirm', async () => {
    const article = await notebookWithArticle();
    const quote = {
      type: 'TextQuoteSelector',
      exact: 'Nobody expected one ceasefire before the winter',
      prefix: 'lasted two hours. ',
      suffix: '. ',
    };
    write('one.json', JSON.stringify({ type: 'Annotation', id: 'x', target: { selector: quote } }));
    const report = await json<{ changed: number }>(
      'annotate',
      'a.casebook',
      '--article',
      article,
      '--from',
      'one.json',
    );
    expect(report).toMatchObject({ made: 1, changed: 1 });
    const [passage] = await json<object[]>('list', 'a.casebook', 'passages');
    expect(passage).toMatchObject({ passage: { state: 'changed' } });
    expect(await json('check', 'a.casebook')).toMatchObject({ ok: true, anchors: { changed: 1 } });
  });

  it('leaves the quote of a passage that is there already', async () => {
    const article = await notebookWithArticle();
    const target = (exact: string) => ({ selector: { type: 'TextQuoteSelector', exact, prefix: 'hours. ' } });
    const take = async (exact: string) => {
      write('one.json', JSON.stringify({ type: 'Annotation', id: 'x', target: target(exact) }));
      await casebook('annotate', 'a.casebook', '--article', article, '--from', 'one.json');
    };
    await take('Nobody expected a ceasefire before winter');
    const once = await json<object[]>('list', 'a.casebook', 'passages');
    await take('Nobody expected one ceasefire before winter');
    const passage = { state: 'exact', quote: 'Nobody expected a ceasefire before winter' };
    expect(once).toMatchObject([{ passage }]);
    expect(await json('list', 'a.casebook', 'passages')).toMatchObject([{ passage }]);
  });

  it('takes positions counted in the imported file, by the how-manieth time the words stand there', async () => {
    const article = await notebookWithArticle();
    const start = Array.from(prose.slice(0, prose.lastIndexOf('Kyiv'))).length;
    const selector = [
      { type: 'TextPositionSelector', start, end: start + 4 },
      { type: 'TextQuoteSelector', exact: 'Kyiv' },
    ];
    write('last.json', JSON.stringify({ type: 'Annotation', target: { selector } }));
    await json('annotate', 'a.casebook', '--article', article, '--from', 'last.json');
    const [passage] = await json<{ parts: { prefix: string }[] }[]>('list', 'a.casebook', 'passages');
    expect(passage?.parts[0]?.prefix.endsWith('😀 ')).toBe(true);
  });

  it('refuses words that stand at several places when nothing says which', async () => {
    const article = await notebookWithArticle();
    write(
      'any.json',
      JSON.stringify({
        type: 'Annotation',
        target: { selector: { type: 'TextQuoteSelector', exact: 'Kyiv' } },
      }),
    );
    expect((await casebook('annotate', 'a.casebook', '--article', article, '--from', 'any.json')).code).toBe(
      1,
    );
    expect(await json('list', 'a.casebook', 'passages')).toEqual([]);
  });

  it('takes an empty collection as done, and what is no annotations as refused', async () => {
    const article = await notebookWithArticle();
    const take = (file: string) => casebook('annotate', 'a.casebook', '--article', article, '--from', file);
    await casebook('export', 'a.casebook', '--format', 'w3c', '--out', 'none.jsonld');
    expect((await take('none.jsonld')).code).toBe(0);
    write('other.json', '{"hello": "world"}');
    expect((await take('other.json')).code).toBe(1);
    write('broken.json', '{');
    expect((await take('broken.json')).code).toBe(1);
  });

  it('never trusts a position without words, but in the very text it counts in', async () => {
    const article = await notebookWithArticle();
    const target = {
      source: 'https://elsewhere.example/',
      selector: { type: 'TextPositionSelector', start: 0, end: 9 },
    };
    write('position.json', JSON.stringify({ type: 'Annotation', target }));
    const { code, out } = await casebook(
      'annotate',
      'a.casebook',
      '--article',
      article,
      '--from',
      'position.json',
      '--json',
    );
    expect(code).toBe(1);
    expect(JSON.parse(out)).toMatchObject({ made: 0, refused: 1 });
  });

  it.each(['markdown', 'html', 'csv-passages', 'csv-events', 'w3c'])('exports %s', async (format) => {
    await notebookWithArticle();
    const written = await json<{ path: string; files: string[] }>(
      'export',
      'a.casebook',
      '--format',
      format,
      '--out',
      'out.file',
    );
    expect(written.path).toBe(join(folder, 'out.file'));
    for (const file of written.files) expect(readFileSync(file, 'utf8').length).toBeGreaterThan(0);
  });

  it('says that plain Node prints no PDF', async () => {
    await casebook('new', 'a.casebook');
    const { code, err } = await casebook('export', 'a.casebook', '--format', 'pdf', '--out', 'out.pdf');
    expect(code).toBe(1);
    expect(err).toContain('PDF');
  });

  it.each([
    [[], 2],
    [['fly'], 2],
    [['new'], 2],
    [['list', 'a.casebook', 'stars'], 2],
    [['list', 'a.casebook', 'articles', '--colour'], 2],
    [['search', 'a.casebook', 'x', '--limit', 'many'], 2],
    [['export', 'a.casebook', '--out', 'x'], 2],
    [['annotate', 'a.casebook'], 2],
    [['list', 'nowhere.casebook', 'articles'], 1],
    [['help'], 0],
    [['search', '--help'], 0],
  ])('answers %j with %i', async (argv, code) => {
    await casebook('new', 'a.casebook');
    expect((await casebook(...argv)).code).toBe(code);
  });

  it('finds a damaged file damaged', async () => {
    write('bad.casebook', 'SQLite format 3\u0000 but not really');
    expect((await casebook('check', 'bad.casebook')).code).toBe(1);
  });
});

function targetAt(text: string, exact: string): object {
  const start = Array.from(text.slice(0, text.indexOf(exact))).length;
  const quote = { type: 'TextQuoteSelector', exact, prefix: text.slice(0, text.indexOf(exact)).slice(-20) };
  return {
    source: 'https://news.example/talks',
    selector: [{ type: 'TextPositionSelector', start, end: start + [...exact].length }, quote],
  };
}

/** As another program might write them: positions in code points, quotes, a bare body, a body with types of schema.org. */
function foreignAnnotations(text: string): object {
  const at = (exact: string) => targetAt(text, exact);
  const identifying = (source: object) => ({ type: 'SpecificResource', purpose: 'identifying', source });
  return [
    {
      '@context': 'http://www.w3.org/ns/anno.jsonld',
      id: 'urn:a:1',
      type: 'Annotation',
      body: [
        { type: 'TextualBody', purpose: 'tagging', value: 'talks' },
        identifying({ id: 'http://www.wikidata.org/entity/Q7747', type: 'Person', name: 'Vladimir Putin' }),
      ],
      target: at('President Putin'),
    },
    {
      id: 'urn:a:2',
      type: 'Annotation',
      body: [
        identifying({ type: 'schema:Event', name: 'Talks in Kyiv' }),
        { type: 'TextualBody', value: 'Two hours only' },
      ],
      target: at('talks in Kyiv lasted'),
    },
    {
      id: 'urn:a:3',
      type: 'Annotation',
      motivation: 'identifying',
      body: { type: 'Place', label: 'Kyiv' },
      target: at('😀 Kyiv'),
    },
    {
      id: 'urn:a:4',
      type: 'Annotation',
      bodyValue: 'gone',
      target: { selector: { type: 'TextQuoteSelector', exact: 'words that are nowhere in it' } },
    },
  ];
}
