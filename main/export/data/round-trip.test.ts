/** Passages go out as W3C annotations and brat standoff, and come back: whatever the script, the marks and the line ends. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import Ajv from 'ajv';
import addFormats from 'ajv-formats';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { parseContent } from '../../../shared/document/content-html';
import { serialiseContent } from '../../../shared/document/serialise-content';
import { openReferenceFile } from '../../import/references/open-reference-file';
import { annotate } from '../../store/annotations/annotate';
import { runCommand } from '../../store/core/run-command';
import { pluck } from '../../store/core/sql';
import { type TemporaryNotebook, temporaryNotebook } from '../../store/core/temporary-notebook';
import { beginIntake } from '../../store/intake/intake-state';
import { takeItem } from '../../store/intake/take-item';
import { collectFiles, type WholeFile } from '../export-files';
import { fillTellingly } from '../loss/testing/telling-notebook';
import { hardNotebook } from '../testing/hard-notebook';
import { writeExport } from '../write-export';

const pieces = [
  '👩‍👩‍👧‍👦',
  'e\u0301',
  'שלום',
  'مرحبا',
  '\r\n',
  '\r\n\r\n',
  '\n',
  ' ',
  ' ',
  'word',
  'Kyiv',
  '.',
  '𝒳',
  'ß',
  'İ',
  '<&>',
];
const text = fc
  .array(fc.constantFrom(...pieces), { minLength: 12, maxLength: 60 })
  .map((parts) => `Beginning ${parts.join('')} end.`);

const passage = fc.record({
  places: fc.array(fc.tuple(fc.nat(1000), fc.integer({ min: 1, max: 25 })), { minLength: 1, maxLength: 3 }),
  comment: fc.constantFrom('', 'said twice', 'א comment 😀'),
  tag: fc.constantFrom('', 'claims', 'тег', 'été'),
  entity: fc.constantFrom('', 'Kyiv', 'الرئيس'),
  event: fc.constantFrom('', 'The flood', 'نشست'),
  coder: fc.constantFrom('', 'Ann "the" Coder'),
  colour: fc.constantFrom('yellow', 'purple', null),
});
/** What is cut out of the text when everything is marked: from where, and how much. */
const cut = fc.option(fc.tuple(fc.nat(1000), fc.integer({ min: 1, max: 30 })));
const articles = fc.array(fc.tuple(text, fc.array(passage, { minLength: 1, maxLength: 6 }), cut), {
  minLength: 1,
  maxLength: 2,
});

interface Given {
  readonly places: readonly (readonly [number, number])[];
  readonly comment: string;
  readonly tag: string;
  readonly entity: string;
  readonly event: string;
  readonly coder: string;
  readonly colour: 'yellow' | 'purple' | null;
}

/** Parts are widened to whole graphemes, of which the largest here has 7 code points: further apart they stay apart. */
const apart = 14;

/** Stretches of the text that do not overlap, in reading order. */
function partsIn(length: number, places: Given['places']): { start: number; end: number }[] {
  const parts: { start: number; end: number }[] = [];
  for (const [at, size] of [...places].sort(([a], [b]) => (a % length) - (b % length))) {
    const start = Math.max(at % length, (parts.at(-1)?.end ?? -apart) + apart);
    if (start < length) parts.push({ start, end: Math.min(length, start + size) });
  }
  return parts;
}

function mark(
  { run, ask, capture, db }: TemporaryNotebook,
  words: string,
  passages: readonly Given[],
  title: string,
  removed: readonly [number, number] | null = null,
): void {
  const on = capture(words);
  const entityId = (name: string) =>
    pluck<string>(db, 'SELECT id FROM entity WHERE name = ?', [name])[0] ??
    run('createEntity', { kind: 'actor', actorKind: '', name }).id;
  const language = words.length % 2 === 0 ? 'uk' : '';
  run('updateArticle', { id: on.articleId, set: { title, authors: ['Ann'], publisher: 'Paper', language } });
  const eventId = (name: string) =>
    pluck<string>(db, 'SELECT id FROM event WHERE title = ?', [name])[0] ??
    run('createEvent', { title: name, typeId: null, date: { edtf: '2022-05', words: '' }, placeId: null }).id;
  const { text: captured, content } = ask('getRevision', { id: on.revisionId });
  const { length } = [...captured];
  // The first words twice, by another hand: two annotations on the same words stay two.
  for (const given of [...passages, ...passages.slice(0, 1).map((each) => ({ ...each, coder: 'Bo' }))]) {
    const { places, comment, tag, entity, event, coder, colour } = given;
    const args = {
      on: { ...on, parts: partsIn(length, places) },
      comment,
      colour,
      tags: tag === '' ? [] : [{ name: tag }],
      entities: entity === '' ? [] : [{ id: entityId(entity) }],
      events: event === '' ? [] : [{ id: eventId(event) }],
    };
    if (coder === '') run('annotate', args);
    else runCommand(db, () => annotate(db, args, { coder, createdAt: '' }));
  }
  if (removed === null) return;
  const edit = { content: withoutStretch(content, removed), reason: 'test', anchors: [] };
  run('saveRevision', { articleId: on.articleId, baseRevisionId: on.revisionId, ...edit });
}

/** Content without some of the words of its first paragraph. */
function withoutStretch(content: string, [from, count]: readonly [number, number]): string {
  const [first, ...others] = parseContent(content);
  if (first?.kind !== 'paragraph') return content;
  const inlines = first.inlines.map((inline) => {
    if (inline.kind !== 'text') return inline;
    const characters = [...inline.text];
    characters.splice(from % characters.length, count);
    return { ...inline, text: characters.join('') };
  });
  return serialiseContent([{ ...first, inlines }, ...others]);
}

const exported = (notebook: TemporaryNotebook, format: 'w3c' | 'brat'): Promise<WholeFile[]> =>
  collectFiles(notebook.db, { format, scope: { kind: 'everything' } });

/** Takes everything of an exported file into a notebook, with the texts that lie beside it; answers what was refused. */
async function takeBack({ db }: TemporaryNotebook, path: string): Promise<string[]> {
  const state = beginIntake();
  const input = {
    bytes: readFileSync(path),
    source: path,
    path,
    mediaType: '',
    encoding: '',
    capturedAt: '2026-01-02T03:04:05.000Z',
    importWithin: () => Promise.reject(new Error('not asked for')),
  };
  const refused: string[] = [];
  for await (const item of openReferenceFile('json', input)) {
    const { outcome, message } = runCommand(db, () => takeItem(db, state, item)).value;
    if (outcome === 'refused') refused.push(message);
  }
  return refused;
}

/** Written to a folder, into an empty notebook, written again; answers what was written. */
async function thereAndBack(first: TemporaryNotebook): Promise<readonly [string, string]> {
  const second = temporaryNotebook();
  const pathIn = ({ folder }: TemporaryNotebook) => join(folder, 'all.jsonld');
  const write = async (notebook: TemporaryNotebook): Promise<string> => {
    const request = { format: 'w3c', scope: { kind: 'everything' }, path: pathIn(notebook) } as const;
    await writeExport(notebook.db, request);
    return readFileSync(pathIn(notebook), 'utf8');
  };
  try {
    const sent = await write(first);
    expect(await takeBack(second, pathIn(first))).toEqual([]);
    const again = await write(second);
    // Once more changes nothing, not even when something was modified.
    expect(await takeBack(second, pathIn(first))).toEqual([]);
    const exportTime = /"created": "[^"]*",\n {2}"generator"/;
    expect((await write(second)).replace(exportTime, '')).toBe(again.replace(exportTime, ''));
    return [sent, again];
  } finally {
    second.remove();
  }
}

/** Without times, and without what is said of the rest of the notebook; texts, which are captured anew, by their hashes. */
function comparable(json: string): unknown {
  const { 'casebook:notKept': _, ...collection } = JSON.parse(json);
  let words = JSON.stringify(collection, null, 1).replace(/^\s*"(created|modified)": .*\n/gm, '');
  for (const text of collection['dcterms:source'] ?? [])
    words = words.replaceAll(text.id.replace('urn:uuid:', ''), text['schema:sha256']);
  return JSON.parse(words);
}

it('W3C annotations come back the same into an empty notebook, but for times', async () => {
  await fc.assert(
    fc.asyncProperty(articles, async (given) => {
      const first = temporaryNotebook();
      try {
        for (const [index, [words, passages, cut]] of given.entries())
          mark(first, words, passages, index === 0 ? '' : 'Article', cut);
        const [sent, again] = await thereAndBack(first);
        expect(comparable(again)).toEqual(comparable(sent));
      } finally {
        first.remove();
      }
    }),
    { numRuns: 3, endOnFailure: true },
  );
});

it('W3C annotations of every kind come back, those with changed words and without their words too', async () => {
  const first = hardNotebook();
  const [sent, again] = await thereAndBack(first);
  for (const state of ['exact', 'changed', 'orphan']) expect(sent).toContain(`"casebook:state": "${state}"`);
  expect(comparable(again)).toEqual(comparable(sent));
  first.remove();
});

it('brat counts code points of the text beside, and no fragment has a line end', async () => {
  await fc.assert(
    fc.asyncProperty(text, fc.array(passage, { minLength: 1, maxLength: 5 }), async (words, passages) => {
      const notebook = temporaryNotebook();
      try {
        mark(notebook, words, passages, 'Article');
        const files = await exported(notebook, 'brat');
        const characters = [...String(files.find(({ name }) => name.endsWith('.txt'))?.data)];
        const lines = String(files.find(({ name }) => name.endsWith('.ann'))?.data).split('\n');
        expect(lines.at(-1)).toBe('');
        for (const line of lines.slice(0, -1)) {
          expect(line).toMatch(/^[TNA#]\d+\t[^\t]+(\t[^\t]*)?$/u);
          const [id = '', place = '', quoted] = line.split('\t');
          if (!id.startsWith('T')) continue;
          const [type = '', ...spans] = place.split(/ (.*)/);
          expect(type).toMatch(/^[A-Za-z0-9_]+$/);
          const read = (spans[0] ?? '').split(';').map((span) => {
            const [start, end] = span.split(' ').map(Number);
            return characters.slice(start, end).join('');
          });
          expect(read.join(' ')).toBe(quoted);
        }
      } finally {
        notebook.remove();
      }
    }),
    { numRuns: 8, endOnFailure: true },
  );
});

/** What the Web Annotation Data Model says an annotation must have, as a schema in our own words. */
const iri = { type: 'string', pattern: '^[A-Za-z][A-Za-z0-9+.-]*:\\S+$' };
const oneOrMore = (each: object) => ({ anyOf: [each, { type: 'array', minItems: 1, items: each }] });
/** A rule for things of a type only. */
const whereType = (type: string, rule: object) => ({
  anyOf: [{ not: { properties: { type: { const: type } }, required: ['type'] } }, rule],
});
const selector = {
  type: 'object',
  required: ['type'],
  allOf: [
    ['TextQuoteSelector', { required: ['exact'], properties: { exact: { type: 'string' } } }],
    [
      'TextPositionSelector',
      {
        required: ['start', 'end'],
        properties: { start: { type: 'integer', minimum: 0 }, end: { type: 'integer', minimum: 0 } },
      },
    ],
    ['FragmentSelector', { required: ['value'], properties: { value: { type: 'string' } } }],
  ].map(([type, rule]) => whereType(type as string, rule as object)),
};
const resource = {
  anyOf: [
    iri,
    {
      type: 'object',
      ...whereType('SpecificResource', {
        required: ['source'],
        properties: { selector: oneOrMore({ anyOf: [iri, selector] }) },
      }),
    },
  ],
};
const annotationSchema = {
  type: 'object',
  required: ['@context', 'id', 'type', 'target'],
  properties: {
    '@context': {
      anyOf: [
        { const: 'http://www.w3.org/ns/anno.jsonld' },
        { type: 'array', contains: { const: 'http://www.w3.org/ns/anno.jsonld' } },
      ],
    },
    id: iri,
    type: { anyOf: [{ const: 'Annotation' }, { type: 'array', contains: { const: 'Annotation' } }] },
    target: oneOrMore(resource),
    body: oneOrMore(resource),
    created: { type: 'string', format: 'date-time' },
    modified: { type: 'string', format: 'date-time' },
    motivation: oneOrMore({ type: 'string' }),
    generator: { anyOf: [iri, { type: 'object' }] },
    rights: oneOrMore(iri),
    via: oneOrMore(iri),
  },
};

const ajv = new Ajv({ strict: false });
addFormats(ajv);
const isAnnotation = ajv.compile(annotationSchema);

const corpus = join('..', 'shared', 'corpora', 'annotations', 'w3c');
/** Those of the W3C's test files that are JSON at all. */
function corpusFiles(folder: string): [string, Record<string, unknown>][] {
  return readdirSync(join(corpus, folder)).flatMap((name): [string, Record<string, unknown>][] => {
    try {
      return [
        [name, JSON.parse(readFileSync(join(corpus, folder, name), 'utf8')) as Record<string, unknown>],
      ];
    } catch {
      return [];
    }
  });
}

it.skipIf(!existsSync(corpus))('the rules of W3C annotations agree with the W3C’s own examples', () => {
  const isOne = (json: Record<string, unknown>) => [json['type']].flat().includes('Annotation');
  const correct = corpusFiles('correct').filter(([, json]) => isOne(json));
  expect(correct.length).toBeGreaterThan(10);
  expect(correct.filter(([, json]) => !isAnnotation(json)).map(([name]) => name)).toEqual([]);
  const incorrect = corpusFiles('incorrect');
  expect(incorrect.length).toBeGreaterThan(5);
  expect(incorrect.filter(([, json]) => isAnnotation(json)).map(([name]) => name)).toEqual([]);
});

it('every annotation that is exported keeps the rules', async () => {
  const notebook = temporaryNotebook();
  fillTellingly(notebook);
  const [file] = await exported(notebook, 'w3c');
  const collection = JSON.parse(String(file?.data)) as { '@context': unknown; first: { items: object[] } };
  expect(collection.first.items).toHaveLength(5);
  for (const item of collection.first.items) {
    isAnnotation({ '@context': collection['@context'], ...item });
    expect(isAnnotation.errors).toBeNull();
  }
  notebook.remove();
});
