import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseDocument } from 'htmlparser2';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { toString } from 'mdast-util-to-string';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ExportFormat, ExportScope } from '../../shared/contract/exports';
import { type TemporaryNotebook, temporaryNotebook } from '../store/core/temporary-notebook';
import { collectFiles } from './export-files';
import { gatherExport } from './gather/gather-export';
import { writeExport } from './write-export';

const text =
  'President 😀 Macron spoke with Vladimir Putin. “No *progress*,” <b>said</b> the Kremlin.\nAdvertisement for a boat.\nIn Kyiv nobody & nothing moved. =HYPERLINK("http://x") is a formula.';

let notebook: TemporaryNotebook;
let article: string;
let putin: string;
let note: string;
let call: string;

beforeAll(() => {
  notebook = temporaryNotebook();
  fill();
});
afterAll(() => notebook.remove());

function mark(words: string, says: object): string {
  const { articleId, revisionId } = captured;
  const start = Array.from(text.slice(0, text.indexOf(words))).length;
  const on = { articleId, revisionId, parts: [{ start, end: start + [...words].length }] };
  return notebook.run('annotate', { on, ...says }).annotationId;
}

let captured: { articleId: string; revisionId: string };

function fill(): void {
  captured = notebook.capture(text);
  article = captured.articleId;
  const published = { edtf: '2025-07-04', words: '' };
  notebook.run('updateArticle', {
    id: article,
    set: {
      title: 'Talks [falter] <i>',
      publisher: '=cmd|calc',
      published,
      url: 'https://news.example/a?b=1&c="2"',
    },
  });
  putin = notebook.run('createEntity', { kind: 'actor', actorKind: 'person', name: 'Vladimir Putin' }).id;
  notebook.run('addAlias', { entityId: putin, name: 'Путін' });
  notebook.run('updateEntity', {
    id: putin,
    description: 'President of Russia.',
    identifiers: [{ scheme: 'wikidata', value: 'Q7747' }],
  });
  const kyiv = notebook.run('createEntity', { kind: 'place', actorKind: '', name: 'Kyiv' }).id;
  const event = notebook.run('createEvent', {
    title: 'Telephone call',
    typeId: null,
    date: { edtf: '2025-07-03', words: 'on Thursday' },
    placeId: kyiv,
  }).id;
  notebook.run('addParticipation', { eventId: event, actorId: putin, role: 'speaker', annotationId: null });
  call = mark('Macron spoke with Vladimir Putin', {
    entities: [{ id: putin }],
    events: [{ id: event }],
    comment: 'First line\nsecond <line>',
    colour: 'blue',
  });
  mark('=HYPERLINK("http://x")', { tags: [{ name: 'odd; tag' }] });
  mark('Kyiv nobody & nothing', { entities: [{ id: kyiv }] });
  const content = `<h1>What he <em>wants</em></h1><p>See <cite data-kind="annotation" data-id="${call}">the call</cite>: <strong>bold </strong>&lt;script&gt;</p><ul><li>one</li></ul><table><tr><th><p>a</p></th><td><p>b|c</p></td></tr></table>`;
  note = notebook.run('createNote', { title: 'On *calls*', content }).id;
}

async function main(format: ExportFormat, scope: ExportScope = { kind: 'everything' }): Promise<string> {
  return String((await collectFiles(notebook.db, { format, scope }))[0]?.data);
}

/** Every cell of a CSV file (RFC 4180). */
function readCsv(csv: string): Record<string, string>[] {
  expect(csv.startsWith('\ufeff')).toBe(true);
  const cells = [...csv.slice(1).matchAll(/("(?:[^"]|"")*"|[^,\r\n]*)(,|\r\n|$)/g)];
  const rows: string[][] = [[]];
  for (const [, cell = '', end] of cells) {
    rows.at(-1)?.push(cell.startsWith('"') ? cell.slice(1, -1).replace(/""/g, '"') : cell);
    if (end === '\r\n') rows.push([]);
    if (end === '') break;
  }
  const [header = [], ...body] = rows.filter((row) => row.length > 1);
  return body.map((row) => Object.fromEntries(header.map((name, index) => [name, row[index] ?? ''])));
}

describe('Markdown', () => {
  it('reads back as the same words, with no markup that was not ours', async () => {
    const tree = fromMarkdown(await main('markdown'));
    const words = toString(tree);
    expect(words).toContain('President 😀 Macron spoke with Vladimir Putin.');
    expect(words).toContain('Talks [falter] <i>, =cmd|calc, 4 July 2025');
    expect(JSON.stringify(tree)).not.toContain('"html"');
    const headings = tree.children.filter((node) => node.type === 'heading').map((node) => toString(node));
    expect(headings).toContain('On *calls*');
    expect(headings).toContain('Telephone call');
  });

  it('tells an entity’s dossier', async () => {
    const words = toString(fromMarkdown(await main('markdown', { kind: 'entity', id: putin })));
    for (const expected of [
      'Путін',
      'President of Russia.',
      'wikidata: Q7747',
      'Telephone call',
      '3 July 2025',
      'Vladimir Putin (speaker)',
      'First line',
      'spoke with Vladimir Putin',
    ]) {
      expect(words).toContain(expected);
    }
    expect(words).not.toContain('nothing moved');
  });

  it('tells a note with what it cites', async () => {
    const markdown = await main('markdown', { kind: 'note', id: note });
    expect(markdown).toContain(`[the call](urn:uuid:${call})`);
    expect(markdown).toContain('**bold** ');
    expect(toString(fromMarkdown(markdown))).toContain('Macron spoke with Vladimir Putin');
  });
});

describe('HTML', () => {
  it('is one inert file that holds every word', async () => {
    const html = await main('html');
    const tags: string[] = [];
    const walk = (nodes: readonly { name?: string; children?: readonly object[]; data?: string }[]): string =>
      nodes
        .map((node) => {
          if (node.name) tags.push(node.name);
          return node.children ? walk(node.children) : (node.data ?? '');
        })
        .join('');
    const words = walk(parseDocument(html, { decodeEntities: true }).children);
    expect(words).toContain('President 😀 Macron spoke with Vladimir Putin.');
    expect(words).toContain('second <line>');
    expect(words).toContain('Talks [falter] <i>');
    expect(tags).not.toContain('script');
    expect(tags).not.toContain('i');
    expect(html).not.toMatch(/<(link|script|img|iframe)\b/);
    expect(html).toContain('prefers-color-scheme: dark');
    expect(html).toContain('@media print');
    expect(html).toContain('<mark>Macron spoke with Vladimir Putin</mark>');
  });

  it('shows one article’s annotations in reading order', async () => {
    const html = await main('html', { kind: 'article', id: article });
    const marks = [...html.matchAll(/<mark>(.*?)<\/mark>/g)].map(([, words]) => words);
    expect(marks).toEqual([
      'Macron spoke with Vladimir Putin',
      'Kyiv nobody &amp; nothing',
      '=HYPERLINK(&quot;http://x&quot;)',
    ]);
  });
});

describe('CSV', () => {
  it('reads back as passages, formulas disarmed', async () => {
    const rows = readCsv(await main('csv-passages'));
    expect(rows).toHaveLength(3);
    expect(rows[0]).toMatchObject({
      quote: 'Macron spoke with Vladimir Putin',
      start: '12',
      actors: 'Vladimir Putin',
      events: 'Telephone call',
      comment: 'First line\nsecond <line>',
      publisher: "'=cmd|calc",
      published: '2025-07-04',
      colour: 'blue',
    });
    expect(rows[2]).toMatchObject({ quote: `'=HYPERLINK("http://x")`, tags: 'odd; tag' });
  });

  it('reads back as events', async () => {
    expect(readCsv(await main('csv-events'))).toMatchObject([
      {
        title: 'Telephone call',
        date: '2025-07-03',
        date_words: 'on Thursday',
        place: 'Kyiv',
        participants: 'Vladimir Putin (speaker)',
        evidence_count: '1',
        evidence: call,
      },
    ]);
  });
});

interface Selector {
  readonly type: string;
  readonly start: number;
  readonly end: number;
  readonly exact: string;
  readonly prefix: string;
  readonly suffix: string;
}
interface Collection {
  readonly type: string;
  readonly total: number;
  readonly 'dcterms:source': readonly {
    readonly id: string;
    readonly 'schema:contentUrl': string;
    readonly 'schema:sha256': string;
  }[];
  readonly first: {
    readonly items: readonly {
      readonly id: string;
      readonly created: string;
      readonly motivation: string[];
      readonly body: readonly Record<string, unknown>[];
      readonly target: { readonly source: string; readonly selector: readonly Selector[] };
    }[];
  };
}

describe('W3C Web Annotation', () => {
  it('points with both selectors into the texts beside it', async () => {
    const path = join(notebook.folder, 'all.jsonld');
    const { files } = await writeExport(notebook.db, { format: 'w3c', scope: { kind: 'everything' }, path });
    const collection = JSON.parse(readFileSync(path, 'utf8')) as Collection;
    expect(collection).toMatchObject({ type: 'AnnotationCollection', total: 3 });
    const [source] = collection['dcterms:source'];
    const beside = join(notebook.folder, decodeURIComponent(source?.['schema:contentUrl'] ?? ''));
    expect(files).toEqual([path, beside]);
    const bytes = readFileSync(beside);
    expect(createHash('sha256').update(bytes).digest('hex')).toBe(source?.['schema:sha256']);
    const characters = [...bytes.toString('utf8')];
    for (const { id, created, target } of collection.first.items) {
      expect(id).toMatch(/^urn:uuid:[0-9a-f-]{36}$/);
      expect(created).toMatch(/Z$/);
      expect(target.source).toBe(source?.id);
      const [position, quote] = target.selector;
      const at = (start = 0, end = 0) => characters.slice(Math.max(0, start), end).join('');
      expect(at(position?.start, position?.end)).toBe(quote?.exact);
      expect(at((position?.start ?? 0) - 32, position?.start)).toBe(quote?.prefix);
      expect(at(position?.end, (position?.end ?? 0) + 32)).toBe(quote?.suffix);
    }
  });

  it('says what a passage is about in bodies', async () => {
    const { first } = JSON.parse(await main('w3c', { kind: 'article', id: article })) as Collection;
    expect(first.items[0]?.motivation).toEqual(['commenting', 'identifying']);
    expect(first.items[0]?.body).toMatchObject([
      { purpose: 'commenting', value: 'First line\nsecond <line>' },
      {
        purpose: 'identifying',
        source: {
          id: `urn:uuid:${putin}`,
          name: 'Vladimir Putin',
          'casebook:identifier': ['http://www.wikidata.org/entity/Q7747'],
        },
      },
      { purpose: 'identifying', source: { name: 'Telephone call', 'casebook:date': '2025-07-03' } },
    ]);
    expect(first.items[2]?.body).toMatchObject([{ purpose: 'tagging', value: 'odd; tag' }]);
  });

  it('keeps an orphan by its quote alone', async () => {
    const lone = temporaryNotebook();
    const { articleId, revisionId } = lone.capture('One two three. Four five six.');
    lone.run('annotate', {
      on: { articleId, revisionId, parts: [{ start: 4, end: 7 }] },
      comment: 'gone soon',
    });
    lone.run('saveRevision', {
      articleId,
      baseRevisionId: revisionId,
      content: '<p>Nothing is left.</p>',
      reason: 'test',
      anchors: [],
    });
    const [file] = await collectFiles(lone.db, { format: 'w3c', scope: { kind: 'everything' } });
    const { first } = JSON.parse(String(file?.data)) as Collection;
    expect(first.items[0]?.target).toMatchObject({
      selector: [{ type: 'TextQuoteSelector', exact: 'two' }],
      'casebook:state': 'orphan',
    });
    lone.remove();
  });
});

describe('writeExport', () => {
  it('leaves what was there when it cannot write', async () => {
    const path = join(notebook.folder, 'taken.md');
    mkdirSync(path);
    writeFileSync(join(path, 'inside'), 'x');
    await expect(
      writeExport(notebook.db, { format: 'markdown', scope: { kind: 'everything' }, path }),
    ).rejects.toMatchObject({ code: 'conflict', message: expect.stringContaining('in the way') });
    expect(readdirSync(path)).toEqual(['inside']);
    expect(existsSync(`${path}.partial`)).toBe(false);
  });

  it('puts no folder in the place of a file or of a folder with files in it', async () => {
    const taken = join(notebook.folder, 'taken');
    writeFileSync(taken, 'x');
    const request = { format: 'csv', scope: { kind: 'everything' } } as const;
    await expect(writeExport(notebook.db, { ...request, path: taken })).rejects.toThrow(/is a file/);
    expect(readFileSync(taken, 'utf8')).toBe('x');
    const full = join(notebook.folder, 'full');
    mkdirSync(full);
    writeFileSync(join(full, 'mine'), 'x');
    await expect(writeExport(notebook.db, { ...request, path: full })).rejects.toThrow(/files in it/);
    expect(readdirSync(full)).toEqual(['mine']);
  });

  it('leaves nothing on a full disk, and what was there as it was', async () => {
    if (!existsSync('/dev/full')) return;
    const path = join(notebook.folder, 'full.md');
    writeFileSync(path, 'before');
    // What is written first goes to the device that is always full.
    symlinkSync('/dev/full', `${path}.partial`);
    await expect(
      writeExport(notebook.db, { format: 'markdown', scope: { kind: 'everything' }, path }),
    ).rejects.toMatchObject({ code: 'disk-full', message: expect.stringContaining(path) });
    expect(readFileSync(path, 'utf8')).toBe('before');
    expect(readdirSync(notebook.folder).filter((name) => name.startsWith('full.md'))).toEqual(['full.md']);
  });

  it('refuses what is not in the notebook', async () => {
    for (const kind of ['article', 'entity', 'note'] as const) {
      await expect(
        collectFiles(notebook.db, { format: 'html', scope: { kind, id: 'nothing' } }),
      ).rejects.toThrow(/no such/);
    }
  });
});

describe('a passage in two parts', () => {
  it('is one quotation to read, two rows of a table, and one annotation with two targets', async () => {
    const at = (words: string) => {
      const start = Array.from(text.slice(0, text.indexOf(words))).length;
      return { start, end: start + [...words].length };
    };
    const { articleId, revisionId } = captured;
    const on = { articleId, revisionId, parts: [at('Macron'), at('Putin')] };
    const id = notebook.run('annotate', { on }).annotationId;
    const scope = { kind: 'article', id: articleId } as const;
    const quotation = 'President 😀 Macron … Putin.';
    expect(toString(fromMarkdown(await main('markdown', scope)))).toContain(quotation);
    expect(await main('markdown', scope)).toContain('**Macron** … **Putin**');
    expect(await main('html', scope)).toContain('<mark>Macron</mark> … <mark>Putin</mark>');
    const rows = readCsv(await main('csv-passages', scope)).filter((row) => row['passage_id'] === id);
    expect(rows.map(({ part, quote }) => [part, quote])).toEqual([
      ['1', 'Macron'],
      ['2', 'Putin'],
    ]);
    expect((await main('w3c', scope)).match(/"exact": ?"(Macron|Putin)"/g)).toHaveLength(2);
    notebook.run('undo', {});
  });
});

describe('what an export holds', () => {
  it('are chosen passages with what they name, or what a search finds', async () => {
    const chosen = await main('csv-passages', { kind: 'passages', ids: [call] });
    expect(readCsv(chosen).map((row) => row['quote'])).toEqual(['Macron spoke with Vladimir Putin']);
    const events = readCsv(await main('csv-events', { kind: 'passages', ids: [call] }));
    expect(events.map((row) => row['title'])).toEqual(['Telephone call']);
    const found = readCsv(await main('csv-passages', { kind: 'search', query: 'nobody' }));
    expect(found.map((row) => row['quote'])).toEqual(['Kyiv nobody & nothing']);
    expect(readCsv(await main('csv-passages', { kind: 'passages', ids: ['nothing'] }))).toEqual([]);
  });

  it('has what is referred to beside it', () => {
    const data = gatherExport(notebook.db, { kind: 'entity', id: putin });
    expect(data.entities.map(({ name }) => name)).toEqual(['Vladimir Putin']);
    expect(data.around.entities.map(({ name }) => name)).toEqual(['Kyiv']);
    expect(data.events.map(({ accounts }) => accounts.map(({ fact }) => fact))).toEqual([
      ['date', 'place', 'participant'],
    ]);
  });

  it('is told to cancel between two passages', async () => {
    const path = join(notebook.folder, 'cancelled.csv');
    writeFileSync(path, 'what was there');
    const request = { format: 'csv-passages', scope: { kind: 'everything' }, path } as const;
    const told: string[] = [];
    const watch = {
      progress: (_done: number, _total: number, words: string) => told.push(words),
      cancelled: () => told.length > 1,
    };
    await expect(writeExport(notebook.db, request, watch)).rejects.toMatchObject({ code: 'cancelled' });
    expect(told).toContain('passages');
    expect(readFileSync(path, 'utf8')).toBe('what was there');
    expect(existsSync(`${path}.partial`)).toBe(false);
  });
});
