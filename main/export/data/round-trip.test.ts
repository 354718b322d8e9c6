/** Passages go out as W3C annotations and brat standoff, and come back: whatever the script, the marks and the line ends. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import Ajv from 'ajv';
import addFormats from 'ajv-formats';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { readAnnotations } from '../../import/references/web-annotation/read-annotations';
import { annotate } from '../../store/annotations/annotate';
import { runCommand } from '../../store/core/run-command';
import { pluck } from '../../store/core/sql';
import { type TemporaryNotebook, temporaryNotebook } from '../../store/core/temporary-notebook';
import { readAnnotatedArticle } from '../../store/intake/passages/resolve-targets';
import { takeAnnotation } from '../../store/intake/passages/take-annotation';
import { collectFiles, type WholeFile } from '../export-files';
import { gatherExport } from '../gather/gather-export';
import { fillTellingly } from '../loss/testing/telling-notebook';

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
  colour: fc.constantFrom('yellow', 'purple', null),
});
const articles = fc.array(fc.tuple(text, fc.array(passage, { maxLength: 6 })), {
  minLength: 1,
  maxLength: 2,
});

interface Given {
  readonly places: readonly (readonly [number, number])[];
  readonly comment: string;
  readonly tag: string;
  readonly entity: string;
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
): void {
  const on = capture(words);
  const entityId = (name: string) =>
    pluck<string>(db, 'SELECT id FROM entity WHERE name = ?', [name])[0] ??
    run('createEntity', { kind: 'actor', actorKind: '', name }).id;
  run('updateArticle', { id: on.articleId, set: { title, authors: ['Ann'], publisher: 'Paper' } });
  const length = [...ask('getRevision', { id: on.revisionId }).text].length;
  // The first words twice, by another hand: two annotations on the same words stay two.
  for (const [index, { places, comment, tag, entity, colour }] of [
    ...passages,
    ...passages.slice(0, 1),
  ].entries()) {
    const args = {
      on: { ...on, parts: partsIn(length, places) },
      comment,
      colour,
      tags: tag === '' ? [] : [{ name: tag }],
      entities: entity === '' ? [] : [{ id: entityId(entity) }],
    };
    if (index < passages.length) run('annotate', args);
    else runCommand(db, () => annotate(db, args, { coder: 'Bo', createdAt: '' }));
  }
}

const exported = (notebook: TemporaryNotebook, format: 'w3c' | 'brat'): Promise<WholeFile[]> =>
  collectFiles(notebook.db, { format, scope: { kind: 'everything' } });

/** Ids by the order in which they come, and no times: what two notebooks with the same passages have in common. */
function withoutIdsAndTimes(json: string): string {
  const ids = new Map<string, string>();
  return json.replace(/^\s*"(created|modified)": .*\n/gm, '').replace(/[0-9a-f]{8}-[0-9a-f-]{27}/g, (id) => {
    const known = ids.get(id) ?? `id-${ids.size}`;
    ids.set(id, known);
    return known;
  });
}

/** The same articles, without a mark, and then the annotations of the file. */
function takeBack(from: TemporaryNotebook, to: TemporaryNotebook, collection: string): void {
  const file = readAnnotations(JSON.parse(collection));
  const data = gatherExport(from.db, { kind: 'everything' });
  for (const { title, revisionId } of data.articles) {
    const { articleId } = to.capture(title, { content: data.contentOf(revisionId) });
    to.run('updateArticle', { id: articleId, set: { title, authors: ['Ann'], publisher: 'Paper' } });
    const article = readAnnotatedArticle(to.db, articleId, { texts: file?.texts ?? [] });
    if (!article) throw new Error('no article');
    const here = new Set([`urn:uuid:${revisionId}`]);
    for (const annotation of file?.annotations ?? [])
      if (annotation.targets.every(({ source }) => here.has(source)))
        runCommand(to.db, (db) => takeAnnotation(db, article, annotation));
  }
}

it('W3C annotations come back as the same, but for ids and times', async () => {
  await fc.assert(
    fc.asyncProperty(articles, async (given) => {
      const [first, second] = [temporaryNotebook(), temporaryNotebook()];
      try {
        for (const [index, [words, passages]] of given.entries())
          mark(first, words, passages, `Article ${index}`);
        const [collection] = await exported(first, 'w3c');
        takeBack(first, second, String(collection?.data));
        const [again] = await exported(second, 'w3c');
        expect(withoutIdsAndTimes(String(again?.data))).toBe(withoutIdsAndTimes(String(collection?.data)));
      } finally {
        first.remove();
        second.remove();
      }
    }),
    { numRuns: 8, endOnFailure: true },
  );
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
