/**
 * One very long text: 10,000 annotations of a file taken in on it, batch by batch as an import does it, and then one more
 * by hand. Beside it, the same rows and the same words of the index written by bare SQL, as many to a transaction.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { batchesOf } from '../../main/import/run/batches';
import { insertArticle } from '../../main/store/articles/change-article';
import { pluck, rawDatabase, run, type WritableDB } from '../../main/store/core/sql';
import { takeItemsOfFile } from '../../main/store/worker/intake-calls';
import { createSession, execute, perform, type Session, writerOf } from '../../main/store/worker/session';
import { serialiseContent } from '../../shared/document/serialise-content';
import { textToBlocks } from '../../shared/document/text-to-blocks';
import { newId } from '../../shared/model/id';
import type { ImportedAnnotation } from '../../shared/model/imported/imported-annotation';
import type { ImportedItem } from '../../shared/model/imported/imported-item';
import { cpuMsOf, cpuMsOfSlow, percentile } from '../measure';
import { makeName, makeText, type Random, seeded, vocabulary } from '../prose';
import type { Measured, Workload } from '../workload';

const annotationCount = 10_000;
const wordCount = 190_000;
/** As many as an import takes at once. */
const inTransaction = 40;
const singleCount = 40;

interface LongText {
  readonly articleId: string;
  readonly revisionId: string;
  readonly text: string;
}

function addLongText(session: Session, random: Random): LongText {
  const text = makeText(random, wordCount);
  const metadata = {
    title: 'A long text',
    authors: [],
    publisher: '',
    url: 'https://news.example/long',
    language: 'en',
    published: null,
    fields: {},
  };
  const content = serialiseContent(textToBlocks(text));
  const { value } = perform(session, 'importArticle', (db) =>
    insertArticle(db, { kind: 'captured', metadata, content, reason: 'Imported', capturedAt: '' }),
  );
  return { articleId: value.id, revisionId: value.revisionId, text };
}

/** As a file of W3C annotations names them: by address, quote and position. */
function annotationOf(random: Random, { text }: LongText, names: readonly string[]): ImportedAnnotation {
  const start = Math.floor(random() * (text.length - 120));
  const end = start + 20 + Math.floor(random() * 80);
  const quote = {
    exact: text.slice(start, end),
    prefix: text.slice(Math.max(0, start - 32), start),
    suffix: text.slice(end, end + 32),
  };
  const name = names[Math.floor(random() * names.length)] ?? '';
  const entity = { kind: 'actor', kindIsSaid: true, actorKind: '', iri: '', name, aliases: [] } as const;
  return {
    id: `urn:uuid:${newId()}`,
    isLasting: true,
    targets: [{ source: 'https://news.example/long', quote, position: { start, end } }],
    tags: random() < 0.3 ? [vocabulary[100 + Math.floor(random() * 30)] ?? ''] : [],
    comments: random() < 0.2 ? [`${name} again`] : [],
    entities: [{ ...entity, identifiers: [], description: '' }],
    events: [],
    colour: '',
    coder: 'A coder',
    createdAt: '2026-01-01T00:00:00.000Z',
    problems: [],
  };
}

function itemsFor(random: Random, long: LongText): ImportedItem[] {
  const names = Array.from({ length: 200 }, () => makeName(random));
  return Array.from({ length: annotationCount }, () => ({
    kind: 'annotation',
    articleKey: '',
    annotation: annotationOf(random, long, names),
  }));
}

async function takeAll(session: Session, items: readonly ImportedItem[]): Promise<void> {
  async function* each(): AsyncGenerator<ImportedItem, void, void> {
    yield* items;
  }
  const intakes = new Map();
  for await (const batch of batchesOf(each())) takeItemsOfFile(session, intakes, { intake: 1, items: batch });
}

const bareTable = 'CREATE VIRTUAL TABLE temp.bare USING fts5(title, body, comment)';
const insertBare = [
  `INSERT INTO annotation (id, article_id, comment, coder, created_at, modified_at) VALUES (@id, @articleId, @comment, '', '', '')`,
  `INSERT INTO selector (annotation_id, part, exact, prefix, suffix) VALUES (@id, 0, @exact, @prefix, @suffix)`,
  `INSERT INTO anchor (annotation_id, part, revision_id, start, "end", state) VALUES (@id, 0, @revisionId, @start, @end, 'exact')`,
  `INSERT INTO temp.bare (title, body, comment) VALUES ('', @exact, @comment)`,
];

/** The rows of an annotation as they are, with their words in a full-text table. */
function writeBare(db: WritableDB, { articleId, revisionId }: LongText, item: ImportedItem): void {
  if (item.kind !== 'annotation') return;
  const { quote, position } = item.annotation.targets[0] ?? {};
  const { exact = '', prefix = '', suffix = '' } = quote ?? {};
  const { start = 0, end = 1 } = position ?? {};
  const comment = item.annotation.comments.join('\n');
  const row = { id: newId(), articleId, revisionId, comment, exact, prefix, suffix, start, end };
  for (const sql of insertBare) {
    const named = [...sql.matchAll(/@(\w+)/g)].map(([, name = '']) => name);
    run(db, sql, Object.fromEntries(Object.entries(row).filter(([name]) => named.includes(name))));
  }
}

/** Forgets what the program notes of every change; the notebook is good for nothing else after it. */
function stopRecording(db: WritableDB): void {
  const triggers = pluck<string>(db, `SELECT name FROM temp.sqlite_schema WHERE type = 'trigger'`);
  for (const name of triggers) rawDatabase(db).exec(`DROP TRIGGER temp.${name}`);
}

/** Milliseconds of the processor that annotations take by bare SQL, so many in a transaction. */
function bareMs(session: Session, long: LongText, items: readonly ImportedItem[], together: number): number {
  const db = writerOf(session);
  return cpuMsOf(() => {
    for (let from = 0; from < items.length; from += together)
      rawDatabase(db).transaction(() => {
        for (const item of items.slice(from, from + together)) writeBare(db, long, item);
      })();
  });
}

interface LongRun {
  readonly importMs: number;
  readonly importBareMs: number;
  readonly singleMs: number;
  readonly singleBareMs: number;
}

/** One annotation after another, each a command of its own, in the text with all the others. */
function timesOfSingles(session: Session, long: LongText, random: Random): number[] {
  const { articleId, revisionId, text } = long;
  return Array.from({ length: singleCount }, () => {
    const start = Math.floor(random() * (text.length - 120));
    const on = { articleId, revisionId, parts: [{ start, end: start + 40 }] };
    return cpuMsOf(() => execute(session, 'annotate', { on, comment: 'by hand' }));
  });
}

async function measureIn(session: Session, beside: Session): Promise<LongRun> {
  const random = seeded(6);
  const long = addLongText(session, random);
  const items = itemsFor(random, long);
  const besideLong = addLongText(beside, seeded(6));
  stopRecording(writerOf(beside));
  rawDatabase(writerOf(beside)).exec(bareTable);
  const importMs = await cpuMsOfSlow(() => takeAll(session, items));
  return {
    importMs,
    importBareMs: bareMs(beside, besideLong, items, inTransaction),
    singleMs: percentile(timesOfSingles(session, long, random), 0.5),
    singleBareMs: bareMs(beside, besideLong, items.slice(0, singleCount), 1) / singleCount,
  };
}

let measured: Promise<LongRun> | null = null;

/** Once for both rows. */
function measureLongText(): Promise<LongRun> {
  measured ??= (async () => {
    const folder = mkdtempSync(join(tmpdir(), 'casebook-bench-'));
    const [session, beside] = ['long', 'bare'].map((name) =>
      createSession(join(folder, `${name}.casebook`), 'Bench'),
    );
    if (!session || !beside) throw new Error('no notebooks');
    try {
      return await measureIn(session, beside);
    } finally {
      session.close();
      beside.close();
      rmSync(folder, { recursive: true, force: true });
    }
  })();
  return measured;
}

async function importIntoLong(): Promise<Measured> {
  const { importMs, importBareMs } = await measureLongText();
  return { value: importMs, limit: importBareMs };
}

async function annotateLong(): Promise<Measured> {
  const { singleMs, singleBareMs } = await measureLongText();
  return { value: singleMs, limit: singleBareMs };
}

export const longTextWorkloads: readonly Workload[] = [
  { name: 'import/annotations-10k', unit: 'ms', goal: 10, run: importIntoLong },
  { name: 'import/annotate-in-10k', unit: 'ms', goal: 20, run: annotateLong },
];
