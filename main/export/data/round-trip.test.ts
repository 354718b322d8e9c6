/** Passages go out as W3C annotations and brat standoff, and come back: whatever the script, the marks and the line ends. */
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { readAnnotations } from '../../import/references/web-annotation/read-annotations';
import { runCommand } from '../../store/core/run-command';
import { pluck } from '../../store/core/sql';
import { type TemporaryNotebook, temporaryNotebook } from '../../store/core/temporary-notebook';
import { readAnnotatedArticle } from '../../store/intake/passages/resolve-targets';
import { takeAnnotation } from '../../store/intake/passages/take-annotation';
import { collectFiles, type WholeFile } from '../export-files';
import { gatherExport } from '../gather/gather-export';

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
  for (const { places, comment, tag, entity, colour } of passages) {
    run('annotate', {
      on: { ...on, parts: partsIn(length, places) },
      comment,
      colour,
      tags: tag === '' ? [] : [{ name: tag }],
      entities: entity === '' ? [] : [{ id: entityId(entity) }],
    });
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
