/** DOCX and ODT: well-formed, with comments on the very words and sources in footnotes, also where LibreOffice reads them. */
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { XmlDocument } from 'libxml2-wasm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { fromBuffer, type ZipFile } from 'yauzl';
import { rangeOf, type TemporaryNotebook, temporaryNotebook } from '../../store/core/temporary-notebook';
import { collectFiles } from '../export-files';

const kinds = ['docx', 'odt'] as const;
type Kind = (typeof kinds)[number];

let notebook: TemporaryNotebook;
let folder: string;
let parts: Record<Kind, ReadonlyMap<string, string>>;

const paragraphs = [
  'Seven people died, the mayor said.',
  '«Четверо», сказала лікарня. 😀',
  'قال المتحدث إن أحدا لم يمت.',
];
const text = `Dead\n${paragraphs.join('\n')}\nWhen\tDead\nMonday\t7\nfirst\nbelow\nsecond`;
const content = `<h1>Dead</h1>${paragraphs.map((words) => `<p>${words}</p>`).join('')}<table><tr><th><p>When</p></th><th><p>Dead</p></th></tr><tr><td><p>Monday</p></td><td><p>7</p></td></tr></table><ol><li>first<ul><li>below</li></ul></li><li>second</li></ol>`;
const marked = ['Seven people died', '«Четверо»', 'إن أحدا لم يمت'] as const;
const comments = ['Who counted?', 'Hospital & <morgue>', 'من قال؟'] as const;

/** The parts of a package, in the order they stand in it. */
async function readParts(bytes: Uint8Array): Promise<ReadonlyMap<string, string>> {
  const zip = await new Promise<ZipFile>((resolve, reject) =>
    fromBuffer(Buffer.from(bytes), { lazyEntries: true }, (error, opened) =>
      error ? reject(error) : resolve(opened),
    ),
  );
  const found = new Map<string, string>();
  for await (const entry of zip.eachEntry()) {
    const pieces: Buffer[] = [];
    for await (const piece of await zip.openReadStreamPromise(entry)) pieces.push(piece as Buffer);
    found.set(entry.fileName, Buffer.concat(pieces).toString('utf8'));
  }
  return found;
}

async function make(kind: Kind, articleId: string, eventId: string): Promise<ReadonlyMap<string, string>> {
  const options = { texts: true };
  const scope = { kind: 'article', id: articleId } as const;
  const [file] = await collectFiles(notebook.db, { format: kind, scope, options });
  const bytes = file?.data as Uint8Array;
  writeFileSync(join(folder, `report-${kind}.${kind}`), bytes);
  const [event] = await collectFiles(notebook.db, { format: kind, scope: { kind: 'event', id: eventId } });
  writeFileSync(join(folder, `event-${kind}.${kind}`), event?.data as Uint8Array);
  return readParts(bytes);
}

/** Other sources of the same event: each footnote has words of its own. */
const others = ['Gazette of Anna', 'Herald of Boris', 'Courier of Cyril', 'Mercury of Dora'] as const;

function quoteIn(title: string, eventId: string): void {
  const own = `${title} has it too.`;
  const { articleId, revisionId } = notebook.capture(own);
  notebook.run('updateArticle', { id: articleId, set: { title } });
  const on = { articleId, revisionId, parts: [rangeOf(own, 'it too')] };
  notebook.run('annotate', { on, comment: `Says ${title}`, events: [{ id: eventId }] });
}

/** The footnote of a quotation, in a document as LibreOffice writes it. */
const footnoteAfter = (document: string, quotation: string): string =>
  /<text:note-body>(.*?)<\/text:note-body>/s
    .exec(document.slice(document.indexOf(quotation)))?.[1]
    ?.replace(/<[^>]*>/g, '') ?? '';

beforeAll(async () => {
  notebook = temporaryNotebook();
  folder = mkdtempSync(join(tmpdir(), 'casebook-documents-'));
  const { articleId, revisionId } = notebook.capture(text, { content });
  notebook.run('updateArticle', { id: articleId, set: { title: 'Dead & <wounded>', publisher: 'Gazette' } });
  const eventId = notebook.run('createEvent', {
    title: 'Shooting',
    typeId: null,
    date: null,
    placeId: null,
  }).id;
  for (const [index, words] of marked.entries()) {
    const on = { articleId, revisionId, parts: [rangeOf(text, words)] };
    notebook.run('annotate', { on, comment: comments[index] ?? '', events: [{ id: eventId }] });
  }
  for (const title of others) quoteIn(title, eventId);
  parts = { docx: await make('docx', articleId, eventId), odt: await make('odt', articleId, eventId) };
});
afterAll(() => {
  notebook.remove();
  rmSync(folder, { recursive: true });
});

describe.each(kinds)('%s', (kind) => {
  it('is well-formed in every part', () => {
    for (const [name, part] of parts[kind])
      if (/\.(xml|rels)$/.test(name)) XmlDocument.fromString(part).dispose();
  });
});

it('a DOCX has its comments on the very words, its directions and its headings', () => {
  const body = parts.docx.get('word/document.xml') ?? '';
  for (const [number, words] of marked.entries()) {
    const [, between = ''] =
      new RegExp(
        `<w:commentRangeStart w:id="100000${number}"/>(.*?)<w:commentRangeEnd w:id="100000${number}"/>`,
      ).exec(body) ?? [];
    expect(between.replace(/<[^>]*>/g, '')).toBe(words);
  }
  expect(parts.docx.get('word/comments.xml')).toContain('Hospital &amp; &lt;morgue&gt;');
  expect(body).toMatch(/<w:bidi\/>.*<w:rtl\/>/);
  expect(body).toContain('<w:pStyle w:val="Heading3"/>');
});

it('an ODT begins with its type, uncompressed, and has its comments on the very words', () => {
  const [first] = parts.odt.keys();
  expect(first).toBe('mimetype');
  const bytes = readFileSync(join(folder, 'report-odt.odt'));
  expect(bytes.subarray(30, 77).toString('latin1')).toBe('mimetypeapplication/vnd.oasis.opendocument.text');
  const body = parts.odt.get('content.xml') ?? '';
  for (const [number, words] of marked.entries()) {
    const [, between = ''] =
      new RegExp(
        `office:name="comment-${number}">.*?</office:annotation>(.*?)<office:annotation-end office:name="comment-${number}"`,
      ).exec(body) ?? [];
    expect(between.replace(/<[^>]*>/g, '')).toBe(words);
  }
});

const hasOffice = spawnSync('soffice', ['--version']).status === 0;
if (!hasOffice)
  console.warn('LibreOffice (soffice) is not on this machine: that it opens DOCX and ODT is not tested.');

describe.skipIf(!hasOffice)('LibreOffice', () => {
  it('opens both and keeps words, comments, footnotes, headings, tables', { timeout: 120_000 }, () => {
    const files = kinds.flatMap((kind) => [`report-${kind}.${kind}`, `event-${kind}.${kind}`]);
    const profile = `-env:UserInstallation=file://${folder}/profile`;
    const convert = ['--headless', '--convert-to', 'fodt', '--outdir', folder];
    execFileSync('soffice', [profile, ...convert, ...files.map((file) => join(folder, file))], {
      stdio: 'ignore',
    });
    for (const kind of kinds) {
      const report = readFileSync(join(folder, `report-${kind}.fodt`), 'utf8');
      const plain = report
        .replace(/<office:annotation .*?<\/office:annotation>/gs, '')
        .replace(/<[^>]*>/g, '');
      for (const words of paragraphs) expect(plain).toContain(words);
      for (const words of ['Who counted?', 'Hospital &amp; &lt;morgue&gt;', 'من قال؟'])
        expect(report).toMatch(new RegExp(`<office:annotation [\\s\\S]*?${words.replace('?', '\\?')}`));
      expect(report.match(/<office:annotation /g)).toHaveLength(3);
      expect(report).toMatch(/<text:h [^>]*text:outline-level="3"/);
      expect(report).toContain('<table:table-cell');
      // What is written from right to left stands on the right.
      const [, style] = /<text:p text:style-name="(\w+)">(?:<[^>]*>)*قال/.exec(report) ?? [];
      const look = new RegExp(`<style:style style:name="${style}"[\\s\\S]*?</style:style>`).exec(report)?.[0];
      expect(look).toMatch(/fo:text-align="end"/);
      const event = readFileSync(join(folder, `event-${kind}.fodt`), 'utf8');
      expect(event.match(/<text:note /g)).toHaveLength(3 + others.length);
      expect(event).toContain('Gazette');
      for (const title of others) expect(footnoteAfter(event, `${title} has`)).toContain(title);
      expect(event.match(/<office:annotation /g)).toHaveLength(3 + others.length);
    }
  });
});
