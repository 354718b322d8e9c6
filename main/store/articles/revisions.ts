/** Revisions: an article's text as it was at one time, immutable once written. */
import { createHash } from 'node:crypto';
import type { QueryArgs } from '../../../shared/contract';
import { parseContent } from '../../../shared/document/content-html';
import { plainText } from '../../../shared/document/plain-text';
import type { RevisionInfo, RevisionKind, RevisionText } from '../../../shared/model/article';
import { newId } from '../../../shared/model/id';
import { CasebookError } from '../../../shared/model/result';
import { countWords } from '../../../shared/text/count-words';
import { all, countOf, get, insert, pluck, type ReadableDB, type WritableDB } from '../core/sql';
import { type ArticleRow, metadataJson, parseMetadata, readMetadata } from './article-row';
import { listLocators } from './capture/locators';
import { keepWrittenText } from './revision-words';

const infoColumns =
  'id, number, kind, original_id AS originalId, reason, created_at AS createdAt, sha256, word_count AS wordCount';

/** A revision with its words. Throws `not-found`. */
export function getRevision(db: ReadableDB, { id }: QueryArgs<'getRevision'>): RevisionText {
  const revision = get<Omit<RevisionText, 'metadata' | 'locators'> & { metadata: string }>(
    db,
    `SELECT ${infoColumns}, article_id AS articleId, metadata, content, text FROM revision WHERE id = ?`,
    [id],
  );
  if (!revision) throw new CasebookError('not-found', 'There is no such revision.');
  return { ...revision, metadata: parseMetadata(revision.metadata), locators: listLocators(db, id) };
}

/** An article's revisions, oldest first, without their words. */
export function listRevisions(db: ReadableDB, articleId: string): RevisionInfo[] {
  return all(db, `SELECT ${infoColumns} FROM revision WHERE article_id = ? ORDER BY number`, [articleId]);
}

/** Id of the current revision of an article. Throws `not-found`. */
export function currentRevisionId(db: ReadableDB, articleId: string): string {
  const id = pluck<string>(db, 'SELECT revision_id FROM article WHERE id = ?', [articleId])[0];
  if (id === undefined) throw new CasebookError('not-found', 'There is no such article any more.');
  return id;
}

/** True when only details were corrected since a revision: its words, and all places in them, are the current ones. */
export function hasCurrentWords(db: ReadableDB, articleId: string, revisionId: string): boolean {
  const number = pluck<number>(db, 'SELECT number FROM revision WHERE id = ? AND article_id = ?', [
    revisionId,
    articleId,
  ])[0];
  const edits = `SELECT count(*) FROM revision WHERE article_id = ? AND number > ? AND kind <> 'details'`;
  return number !== undefined && countOf(db, edits, [articleId, number]) === 0;
}

/**
 * Id of the current revision of an article for work that began on the given one: the same, or one that has corrected
 * details alone. Throws `not-found`, or `conflict` when the words were changed meanwhile.
 */
export function mustBeCurrent(db: ReadableDB, articleId: string, revisionId: string): string {
  const current = currentRevisionId(db, articleId);
  if (current === revisionId || hasCurrentWords(db, articleId, revisionId)) return current;
  throw new CasebookError(
    'conflict',
    'The text was changed meanwhile: this was made on an earlier revision.',
  );
}

/** The plain text of canonical HTML. Throws `bad-arguments` for content outside of the canonical subset. */
export function textOfContent(content: string): string {
  try {
    return plainText(parseContent(content));
  } catch (cause) {
    throw new CasebookError('bad-arguments', cause instanceof Error ? cause.message : String(cause), {
      cause,
    });
  }
}

/** SHA-256 of a text as UTF-8, lower-case hex. */
export function hashOfText(text: string): string {
  return createHash('sha256').update(text, 'utf8').digest('hex');
}

interface NewRevision {
  readonly articleId: string;
  readonly kind: RevisionKind;
  /** The capture it is made from; null for a correction. */
  readonly originalId: string | null;
  readonly content: string;
  /** The plain text of `content`. */
  readonly text: string;
  readonly reason: string;
  /** Of an article's first: its id, which the article's row names already, and the article's metadata as JSON. */
  readonly first?: { readonly id: string; readonly metadata: string };
}

function metadataNow(db: ReadableDB, articleId: string): string {
  const row = get<ArticleRow>(db, 'SELECT * FROM article WHERE id = ?', [articleId]);
  if (!row) throw new CasebookError('not-found', 'There is no such article any more.');
  return metadataJson(readMetadata(row));
}

const lastNumber = (db: ReadableDB, articleId: string): number =>
  pluck<number>(db, 'SELECT max(number) FROM revision WHERE article_id = ?', [articleId])[0] ?? 0;

/**
 * Writes an article's next revision, with the metadata that the article has now, and answers its id; making it the
 * current one is the caller's.
 */
export function insertRevision(db: WritableDB, revision: NewRevision): string {
  const { articleId, kind, originalId, content, text, reason, first } = revision;
  const { id = newId(), metadata = metadataNow(db, articleId) } = first ?? {};
  insert(db, 'revision', {
    id,
    article_id: articleId,
    number: first ? 1 : lastNumber(db, articleId) + 1,
    kind,
    original_id: originalId,
    sha256: hashOfText(text),
    word_count: countWords(text),
    reason,
    created_at: new Date().toISOString(),
    metadata,
    content,
    text,
  });
  keepWrittenText(db, id, text);
  return id;
}
