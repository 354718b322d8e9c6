/**
 * Checks a notebook against itself: the file, the references, every anchor against its text, every hash, the search
 * index against the rows. Reads one long row at a time, so that memory does not grow with the notebook; repairs nothing.
 */
import { createHash } from 'node:crypto';
import { foldQuote } from '../../../shared/anchoring/comparison/comparison-text';
import type { QueryArgs } from '../../../shared/contract';
import type { CheckReport, Finding } from '../../../shared/contract/notebook';
import { parseContent } from '../../../shared/document/content-html';
import { plainText } from '../../../shared/document/plain-text';
import { createOffsetMap, sliceByCodePoints } from '../../../shared/text/offsets';
import { anchorsOfRevision } from '../annotations/anchors';
import { hashOfText } from '../articles/revisions';
import { toCasebookError } from '../core/errors';
import { all, countOf, get, pluck, type ReadableDB, rawDatabase } from '../core/sql';

interface RevisionRow {
  readonly id: string;
  readonly content: string;
  readonly text: string;
  readonly sha256: string;
}

function* checkFile(db: ReadableDB): Generator<Finding> {
  // FTS5 checks the index by what it remembers of it; a query makes it forget what the other handle has changed since.
  pluck(db, 'SELECT rowid FROM search_index LIMIT 1');
  for (const message of pluck<string>(db, 'PRAGMA integrity_check')) {
    if (message !== 'ok') yield { kind: 'file', id: '', message };
  }
  for (const { table, parent } of rawDatabase(db).pragma('foreign_key_check') as {
    table: string;
    parent: string;
  }[]) {
    yield {
      kind: 'reference',
      id: '',
      message: `A row of ${table} refers to a row of ${parent} that is not there.`,
    };
  }
}

function contentText(content: string): string | null {
  try {
    return plainText(parseContent(content));
  } catch {
    return null;
  }
}

const compared = (words: string): string => foldQuote(words).replace(/\s+/g, ' ');

/** Same words, or the same but for typesetting, as anchoring compares them. */
function isSameQuote(words: string, quote: string): boolean {
  return words === quote || compared(words) === compared(quote);
}

function* checkAnchors(db: ReadableDB, { id, text }: RevisionRow): Generator<Finding> {
  const anchors = anchorsOfRevision(db, id).filter(({ state }) => state !== 'orphan');
  const map = createOffsetMap(text);
  for (const { annotationId, start, end, state, exact } of anchors) {
    if (start >= end || end > map.codePointLength) {
      yield {
        kind: 'anchor',
        id: annotationId,
        message: `A passage stands outside of the text of revision ${id}.`,
      };
    } else if (state !== 'changed' && !isSameQuote(sliceByCodePoints(text, start, end, map), exact)) {
      yield { kind: 'anchor', id: annotationId, message: `A passage is not on its words in revision ${id}.` };
    }
  }
}

function* checkRevision(db: ReadableDB, revision: RevisionRow): Generator<Finding> {
  const { id, content, text, sha256 } = revision;
  if (hashOfText(text) !== sha256)
    yield { kind: 'hash', id, message: 'The text of a revision is not the one it was saved with.' };
  if (contentText(content) !== text)
    yield { kind: 'hash', id, message: 'The text of a revision is not the text of its content.' };
  yield* checkAnchors(db, revision);
}

function* checkRevisions(db: ReadableDB): Generator<Finding> {
  for (const id of pluck<string>(db, 'SELECT id FROM revision')) {
    const revision = get<RevisionRow>(db, 'SELECT id, content, text, sha256 FROM revision WHERE id = ?', [
      id,
    ]);
    if (revision) yield* checkRevision(db, revision);
  }
}

function* checkOriginals(db: ReadableDB): Generator<Finding> {
  for (const sha256 of pluck<string>(db, 'SELECT sha256 FROM original_bytes')) {
    const bytes = get<{ bytes: Uint8Array }>(db, 'SELECT bytes FROM original_bytes WHERE sha256 = ?', [
      sha256,
    ])?.bytes;
    const found = createHash('sha256')
      .update(bytes ?? '')
      .digest('hex');
    if (found !== sha256)
      yield { kind: 'hash', id: sha256, message: 'The original bytes are not those that were kept.' };
  }
}

/** References that no foreign key holds: each selects the ids of what refers to nothing. */
const looseReferences: readonly (readonly [sql: string, message: string])[] = [
  [
    `SELECT DISTINCT n.id FROM annotation n JOIN article a ON a.id = n.article_id
     WHERE NOT EXISTS (SELECT 1 FROM anchor k WHERE k.annotation_id = n.id AND k.revision_id = a.revision_id)`,
    'An annotation has no place in the current text, not even as an orphan.',
  ],
  [
    'SELECT a.id FROM article a JOIN revision r ON r.id = a.revision_id WHERE r.article_id <> a.id',
    'The current revision of an article belongs to another article.',
  ],
  [
    'SELECT k.annotation_id FROM anchor k JOIN annotation n ON n.id = k.annotation_id JOIN revision r ON r.id = k.revision_id WHERE r.article_id <> n.article_id',
    'A passage stands in the text of another article.',
  ],
];

function* checkReferences(db: ReadableDB): Generator<Finding> {
  for (const [sql, message] of looseReferences) {
    for (const id of pluck<string>(db, sql)) yield { kind: 'reference', id, message };
  }
}

/** The table of each kind of thing that is searched. */
const searchedTables = {
  article: 'article',
  passage: 'annotation',
  note: 'note',
  entity: 'entity',
  event: 'event',
} as const;

function* checkIndex(db: ReadableDB): Generator<Finding> {
  for (const [kind, table] of Object.entries(searchedTables)) {
    const unindexed = `SELECT id FROM ${table} EXCEPT SELECT item_id FROM search_item WHERE kind = @kind`;
    const leftOver = `SELECT item_id FROM search_item WHERE kind = @kind EXCEPT SELECT id FROM ${table}`;
    for (const id of pluck<string>(db, unindexed, { kind }))
      yield { kind: 'index', id, message: `A ${kind} cannot be found by search.` };
    for (const id of pluck<string>(db, leftOver, { kind }))
      yield { kind: 'index', id, message: `Search knows a ${kind} that is gone.` };
  }
  const words = pluck<number>(
    db,
    'SELECT rowid FROM search_index EXCEPT SELECT rowid FROM search_item',
  ).length;
  const bare = pluck<number>(
    db,
    'SELECT rowid FROM search_item EXCEPT SELECT rowid FROM search_index',
  ).length;
  if (words + bare > 0)
    yield { kind: 'index', id: '', message: 'The search index and its list of things do not agree.' };
}

function countAnchors(db: ReadableDB): CheckReport['anchors'] {
  const rows = all<{ state: keyof CheckReport['anchors']; count: number }>(
    db,
    `SELECT k.state, count(*) AS count FROM anchor k JOIN article a ON a.revision_id = k.revision_id GROUP BY k.state`,
  );
  return {
    exact: 0,
    moved: 0,
    changed: 0,
    orphan: 0,
    ...Object.fromEntries(rows.map(({ state, count }) => [state, count])),
  };
}

const checks = [checkFile, checkRevisions, checkOriginals, checkReferences, checkIndex];

/** What a check finds; one that a damaged page brings to an end says so, and the others go on. */
function findingsOf(db: ReadableDB, check: (db: ReadableDB) => Iterable<Finding>): Finding[] {
  const findings: Finding[] = [];
  try {
    for (const finding of check(db)) findings.push(finding);
  } catch (error) {
    const { code, message } = toCasebookError(error);
    if (code !== 'notebook-damaged') throw error;
    findings.push({ kind: 'file', id: '', message });
  }
  return findings;
}

/** Checks everything; what is wrong is in `findings`. Anchors are counted by parts, in current revisions. */
export function checkNotebook(db: ReadableDB, _args: QueryArgs<'checkNotebook'>): CheckReport {
  return {
    articles: countOf(db, 'SELECT count(*) FROM article'),
    annotations: countOf(db, 'SELECT count(*) FROM annotation'),
    anchors: countAnchors(db),
    findings: checks.flatMap((check) => findingsOf(db, check)),
  };
}
