/** A dossier holds against its verifier, everything that is changed in it is found, and what is redacted is nowhere in it. */
import { execFileSync, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join, relative } from 'node:path';
import { inflateRawSync } from 'node:zlib';
import { Ajv2020 } from 'ajv/dist/2020';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ExportOptions } from '../../../shared/contract/exports';
import { rangeOf, type TemporaryNotebook, temporaryNotebook } from '../../store/core/temporary-notebook';
import { fillRichly } from '../../store/notebook/records/testing/made-notebook';
import { zipFiles } from '../archive/zip-files';
import { collectFiles } from '../export-files';
import { writeExport } from '../write-export';
import { dossierSchema } from './dossier-schema';
import type { Dossier } from './dossier-types';
import { proofOf } from './prove';

interface Report {
  readonly ok: boolean;
  readonly problems: readonly { readonly place: string; readonly words: string }[];
  readonly notes: readonly string[];
  readonly counts: Readonly<Record<string, number>>;
  readonly seal: string;
}
type Files = Map<string, Uint8Array>;

createRequire(import.meta.url)('../../../verifier/core.js');

/** As the page and the script call it. */
const verifier = (
  globalThis as unknown as {
    readonly casebookVerifier: {
      verify(files: Files, proofs?: readonly unknown[]): Report;
      readZip(bytes: Uint8Array, inflate: (data: Uint8Array) => Promise<Uint8Array>): Promise<Files>;
      sha256(bytes: Uint8Array): string;
    };
  }
).casebookVerifier;

const secret = {
  title: 'Harbour papers leaked by night',
  author: 'Ilse Quandt',
  publisher: 'Nordkurier Blatt',
  url: 'https://nordkurier.example/politik/harbour-papers.html',
  text: 'A clerk of the harbour office copied the ledgers on a rainy Tuesday. The minister received nine crates of cash. Nobody at the quay asked a single question about it 🚢.',
};
const quoted = 'The minister received nine crates of cash';

let notebook: TemporaryNotebook;
let hidden: string;

beforeAll(() => {
  notebook = temporaryNotebook();
  fillRichly(notebook);
  const { articleId, revisionId } = notebook.capture(secret.text);
  hidden = articleId;
  const { title, author, publisher, url } = secret;
  const said = notebook.run('annotate', {
    on: { articleId, revisionId, parts: [rangeOf(secret.text, quoted)] },
    events: [{ title: `Payment as told by ${publisher}`, typeId: null, date: null, placeId: null }],
    comment: `${author} says: copied the ledgers on a rainy Tuesday, in ${url}`,
  });
  notebook.run('updateArticle', { id: articleId, set: { title, authors: [author], publisher, url } });
  notebook.run('addAccount', {
    eventId: said.eventIds[0] ?? '',
    fact: 'count',
    key: 'boxes',
    value: { kind: 'number', comparison: '=', low: 9, high: null },
    claimant: { kind: 'narrator' },
    evidence: [said.annotationId],
    comment: 'asked a single question about it',
  });
});
afterAll(() => notebook.remove());

async function dossierFiles(options: ExportOptions = {}): Promise<Files> {
  const request = { format: 'dossier', scope: { kind: 'everything' }, options } as const;
  const files = await collectFiles(notebook.db, request, 'dossier');
  return new Map(files.map(({ name, data }) => [name, new Uint8Array(Buffer.from(data as Uint8Array))]));
}
const textIn = (files: Files, name: string): string => Buffer.from(files.get(name) ?? []).toString('utf8');
const dossierIn = (files: Files): Dossier => JSON.parse(textIn(files, 'dossier.json')) as Dossier;
const put = (files: Files, name: string, words: string): void =>
  void files.set(name, new Uint8Array(Buffer.from(words)));
const textNamed = (files: Files, words: string): string =>
  [...files.keys()].find((name) => name.startsWith('texts/') && textIn(files, name).includes(words)) ?? '';

/** Changes the data as a forger would who makes the list of files true again. */
function forge(files: Files, change: (dossier: Dossier) => unknown): void {
  const dossier = dossierIn(files);
  change(dossier);
  const list = dossier.files as { name: string; bytes: number; sha256: string }[];
  for (const file of list) {
    const bytes = files.get(file.name);
    if (bytes)
      Object.assign(file, { bytes: bytes.length, sha256: createHash('sha256').update(bytes).digest('hex') });
  }
  put(files, 'dossier.json', JSON.stringify(dossier));
}
const problems = (files: Files): string[] =>
  verifier.verify(files).problems.map(({ place, words }) => `${place}: ${words}`);

describe('a dossier', () => {
  it('is as its schema says, and holds', async () => {
    const files = await dossierFiles();
    const validate = new Ajv2020({ allErrors: true, strict: false }).compile(dossierSchema);
    expect(validate(dossierIn(files)), JSON.stringify(validate.errors?.slice(0, 3))).toBe(true);
    const report = verifier.verify(files);
    expect(report.problems).toEqual([]);
    expect(report.counts).toMatchObject({ quotations: 3, unchecked: 0, events: 3, redacted: 0 });
    expect(report.counts['references']).toBeGreaterThan(5);
    expect(report.seal).toBe(
      createHash('sha256')
        .update(files.get('dossier.json') ?? '')
        .digest('hex'),
    );
    expect(JSON.parse(readFileSync('docs/formats/dossier.schema.json', 'utf8'))).toEqual(dossierSchema);
  });

  it('is checked by its own script in plain Node, as a folder and as an archive', async () => {
    const path = join(notebook.folder, 'dossier');
    const scope = { kind: 'everything' } as const;
    await writeExport(notebook.db, { format: 'dossier', scope, path });
    const script = join(path, 'verify/verify.mjs');
    expect(execFileSync(process.execPath, [script], { encoding: 'utf8' })).toContain(
      'Everything that can be checked is as',
    );
    const names = readdirSync(path, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => relative(path, join(entry.parentPath, entry.name)));
    const inner = names.map((name) => ({
      name: `my dossier/${name.replaceAll('\\', '/')}`,
      data: readFileSync(join(path, name)),
    }));
    const pieces: Uint8Array[] = [];
    for await (const piece of zipFiles(inner, { madeAt: '2026-01-01T00:00:00Z' }))
      pieces.push(Buffer.from(piece));
    const zip = Buffer.concat(pieces);
    const unpacked = await verifier.readZip(
      new Uint8Array(zip),
      async (data) => new Uint8Array(inflateRawSync(data)),
    );
    expect(verifier.verify(unpacked).problems).toEqual([]);
    writeFileSync(`${path}.zip`, zip);
    expect(spawnSync(process.execPath, ['verifier/verify.mjs', `${path}.zip`]).status).toBe(0);
    const page = join(path, 'index.html');
    writeFileSync(page, readFileSync(page, 'utf8').replace('23', '32'));
    const found = spawnSync(process.execPath, [script, '--json'], { encoding: 'utf8' });
    expect([found.status, JSON.parse(found.stdout)]).toMatchObject([
      1,
      { problems: [{ place: 'index.html' }] },
    ]);
    expect(spawnSync(process.execPath, [script, '--sideways']).status).toBe(2);
    rmSync(path, { recursive: true });
  });

  it('has the core of the verifier in its page', () => {
    const [core, page] = ['verifier/core.js', 'verifier/verify.html'].map((name) =>
      readFileSync(name, 'utf8'),
    );
    expect(page).toContain(`// core:begin\n${core}// core:end`);
    expect(page).not.toMatch(/<(?:script|link|img)[^>]+(?:src|href)=/);
  });
});

describe('what is changed is found', () => {
  // oxlint-disable-next-line typescript/no-explicit-any -- spoils any place
  type Any = any;
  type Tamper = (files: Files) => void;
  const edit =
    (change: (text: string) => string): Tamper =>
    (files) => {
      const name = textNamed(files, quoted);
      put(files, name, change(textIn(files, name)));
    };
  const forged =
    (change: (dossier: Any) => unknown): Tamper =>
    (files) =>
      forge(files, change);
  const edited =
    (change: (text: string) => string): Tamper =>
    (files) => {
      edit(change)(files);
      forge(files, () => {});
    };
  const part = (dossier: Any): Any =>
    dossier.passages.find((each: Any) => each.parts[0].exact === quoted)?.parts[0];

  it.each<[string, Tamper, RegExp]>([
    [
      'a changed word',
      edit((text) => text.replace('nine', 'nint')),
      /texts\/s\d+\.txt: the file was changed/,
    ],
    [
      'a changed word, with the list forged',
      edited((text) => text.replace('nine', 'nint')),
      /“The minister received nine crates of cash” is not in the text/,
    ],
    [
      'a word changed elsewhere in the text',
      edited((text) => text.replace('clerk', 'clark')),
      /its text is not the captured one/,
    ],
    ['added words before it', edited((text) => `Once more: ${text}`), /stands at \d+–\d+, not at/],
    [
      'a carriage return',
      edited((text) => text.replace('. ', '.\r\n').replace('\r\n', '\r\n')),
      /its text is not the captured one/,
    ],
    [
      'CR at line ends',
      (files) => {
        const name = textNamed(files, 'endured');
        put(files, name, textIn(files, name).replaceAll('\n', '\r\n'));
      },
      /carriage returns were added/,
    ],
    [
      'other Unicode',
      (files) => {
        const name = [...files.keys()].find((each) => each === 'README.txt') ?? '';
        put(files, name, `${textIn(files, name)}é`);
      },
      /README\.txt: the file was changed/,
    ],
    [
      'a text that is gone',
      (files) => void files.delete(textNamed(files, quoted)),
      /its text texts\/s\d+\.txt is missing/,
    ],
    [
      'a captured file swapped',
      (files) => {
        const names = [...files.keys()].filter((name) => name.startsWith('captures/'));
        const [one = '', other = ''] = names;
        const bytes = files.get(one) ?? new Uint8Array();
        files.set(one, files.get(other) ?? new Uint8Array());
        files.set(other, bytes);
        forge(files, () => {});
      },
      /is not the one that was captured/,
    ],
    ['an added file', (files) => put(files, 'texts/more.txt', 'x'), /not in the list of the dossier/],
    ['a shifted offset', forged((dossier) => (part(dossier).start += 1)), /not at \d+–\d+, where there is/],
    [
      'an altered quotation',
      forged((dossier) => (part(dossier).exact = 'The minister received one crate')),
      /is not in the text; at/,
    ],
    [
      'an altered context',
      forged(
        (dossier) =>
          (dossier.passages.find((each: Any) => each.parts[0].before !== '').parts[0].before = 'not '),
      ),
      /what is said to stand before/,
    ],
    [
      'an altered hash',
      forged((dossier) => (dossier.sources[0].text.sha256 = '0'.repeat(64))),
      /its text is not the captured one/,
    ],
    [
      'a passage taken out',
      forged((dossier) =>
        dossier.passages.splice(
          dossier.passages.indexOf(dossier.passages.find((each: Any) => each.parts[0].exact === quoted)),
          1,
        ),
      ),
      /refers to the passage p\d+, which is not in/,
    ],
    [
      'a source taken out',
      forged((dossier) => dossier.sources.shift()),
      /its source s1 is not in the dossier/,
    ],
    ['an entity taken out', forged((dossier) => dossier.entities.splice(0)), /refers to the entity/],
    ['a list taken out', forged((dossier) => delete dossier.passages), /its list “passages” is missing/],
    ['an id given twice', forged((dossier) => dossier.passages.push(dossier.passages[0])), /is given twice/],
    ['another version', forged((dossier) => (dossier.version = 2)), /it has version 2/],
    ['words for data', (files) => put(files, 'dossier.json', 'Dear diary'), /it is not JSON/],
    ['nothing', (files) => files.clear(), /this is no dossier/],
  ])('%s', async (_, tamper, words) => {
    const files = await dossierFiles();
    tamper(files);
    expect(problems(files).join('\n')).toMatch(words);
  });

  it('a text that was normalised', async () => {
    const files = await dossierFiles();
    const name = textNamed(files, 'endured');
    const accented = 'Cafe\u0301 by the sea.';
    put(files, name, accented.normalize('NFC'));
    forge(files, (dossier) => {
      const source = dossier.sources.find(({ text }) => text.file === name) as { text: object };
      Object.assign(source.text, {
        sha256: verifier.sha256(new Uint8Array(Buffer.from(accented))),
        codePoints: [...accented].length,
      });
    });
    expect(problems(files).join('\n')).toMatch(/its Unicode was normalised \(to NFC\)/);
  });
});

describe('a redacted source', () => {
  const redact = (keep: 'quotations' | 'nothing', hideName: boolean) =>
    dossierFiles({ redact: [{ articleId: hidden, keep, hideName }] });
  const whole = (files: Files): string =>
    [...files].map(([name, bytes]) => `${name}\n${Buffer.from(bytes).toString('utf8')}`).join('\n');

  it('shows its quotations alone, where they stand', async () => {
    const files = await redact('quotations', false);
    const report = verifier.verify(files);
    expect(report.problems).toEqual([]);
    expect(report.counts).toMatchObject({ quotations: 3, redacted: 1 });
    const said = whole(files);
    expect(said).toContain(quoted);
    expect(said).toContain(secret.publisher);
    for (const words of ['ledgers', 'rainy', 'Tuesday', 'clerk', 'quay', 'single question'])
      expect([words, said.includes(words)]).toEqual([words, false]);
  });

  it('gives nothing away when it is withheld without its name', async () => {
    const files = await redact('nothing', true);
    expect(problems(files)).toEqual([]);
    const said = whole(files).toLowerCase();
    const { title, author, publisher, url, text } = secret;
    const { original } = notebook.ask('getArticle', { id: hidden });
    const names = [title, author, publisher, url, 'nordkurier', original?.source ?? '', hidden];
    const hashes = [original?.sha256 ?? '', createHash('sha256').update(text).digest('hex')];
    const words =
      text
        .match(/\p{L}+/gu)
        ?.filter(
          (word) => word.length > 4 && !/about|received|minister|harbour|office|copied|asked/.test(word),
        ) ?? [];
    expect(words.length).toBeGreaterThan(5);
    for (const each of [...names, ...hashes, ...words, 'crates of cash'])
      expect([each, said.includes(each.toLowerCase())]).toEqual([each, false]);
    expect(verifier.verify(files).counts).toMatchObject({ unchecked: 1, redacted: 1 });
  });

  it('is proved by its owner later, and by no other text', async () => {
    const files = await redact('quotations', true);
    const proof = proofOf(notebook.db, dossierIn(files), hidden);
    expect(proof?.text).toBe(secret.text);
    expect(verifier.verify(files, [proof])).toMatchObject({ ok: true });
    expect(verifier.verify(files, [{ ...proof, text: `${secret.text} ` }]).problems).toMatchObject([
      { words: 'it is not the text that was committed to' },
    ]);
  });

  it('that is withheld tells no length and no place; its owner can prove both', async () => {
    const files = await redact('nothing', true);
    const dossier = dossierIn(files);
    const source = dossier.sources.find(({ shown }) => shown === 'nothing');
    expect(source?.text).toMatchObject({ file: null, sha256: null, codePoints: null });
    const withheld = dossier.passages.filter((passage) => passage.source === source?.id);
    expect(withheld[0]?.parts).toMatchObject([{ start: null, end: null, exact: null }]);
    const proof = proofOf(notebook.db, dossier, hidden);
    expect(proof?.places).toMatchObject([rangeOf(secret.text, quoted)]);
    const proved = verifier.verify(files, [proof]);
    expect(proved.problems).toEqual([]);
    expect(proved.notes.join('\n')).toContain(`“${quoted}”`);
    const [place] = proof?.places ?? [];
    const shifted = { ...proof, places: [{ ...place, start: (place?.start ?? 0) + 1 }] };
    expect(verifier.verify(files, [shifted]).problems).toMatchObject([
      { words: 'it is not the place that was committed to' },
    ]);
    forge(files, ({ passages }) =>
      Object.assign(passages.find(({ source: of }) => of === source?.id)?.parts[0] ?? {}, {
        start: 3,
        end: 9,
      }),
    );
    expect(problems(files).join('\n')).toMatch(/its place is given/);
  });

  it('that was tampered with is found', async () => {
    const files = await redact('quotations', false);
    const name = textNamed(files, quoted);
    put(files, name, textIn(files, name).replace('█', 'A'));
    forge(files, () => {});
    expect(problems(files).join('\n')).toMatch(/shows something outside of the quotations/);
    const other = await redact('nothing', false);
    forge(other, (dossier) =>
      Object.assign(dossier.sources.find(({ shown }) => shown === 'nothing')?.text ?? {}, {
        commitment: null,
        sha256: '0'.repeat(64),
      }),
    );
    expect(problems(other).join('\n')).toMatch(/no commitment[\s\S]*the hash of its text is given/);
  });
});
