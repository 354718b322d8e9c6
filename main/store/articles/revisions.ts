/** Revisions: an article's text as it was at one time, immutable once written. */
import { createHash } from 'node:crypto';
import type { QueryArgs } from '../../../shared/contract';
import { parseContent } from '../../../shared/document/content-html';
import { plainText } from '../../../shared/document/plain-text';
import type { RevisionInfo, RevisionText } from '../../../shared/model/article';
import { newId } from '../../../shared/model/id';
import { CasebookError } from '../../../shared/model/result';
import { all, get, insert, pluck, type ReadableDB, type WritableDB } from '../core/sql';

const infoColumns = 'id, number, reason, created_at AS createdAt, sha256';

/** A revision with its words. Throws `not-found`. */
export function getRevision(db: ReadableDB, { id }: QueryArgs<'getRevision'>): RevisionText {
  const revision = get<RevisionText>(
    db,
    `SELECT ${infoColumns}, article_id AS articleId, content, text FROM revision WHERE id = ?`,
    [id],
  );
  if (!revision) throw new CasebookError('not-found', 'There is no such revision.');
  return revision;
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

/** The current revision of an article, which must be the given one. Throws `not-found`, or `conflict` when it is another. */
export function mustBeCurrent(db: ReadableDB, articleId: string, revisionId: string): void {
  if (currentRevisionId(db, articleId) === revisionId) return;
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

/** Words as people count them: runs of letters and digits; each character of a script without word spaces is one. */
export function countWords(text: string): number {
  const word =
    /[\p{scx=Han}\p{scx=Hiragana}\p{scx=Katakana}\p{scx=Thai}\p{scx=Lao}\p{scx=Khmer}\p{scx=Myanmar}]|[\p{L}\p{N}\p{M}]+(?:['’\-.][\p{L}\p{N}\p{M}]+)*/gu;
  let count = 0;
  for (const _ of text.matchAll(word)) count++;
  return count;
}

interface NewRevision {
  readonly articleId: string;
  readonly content: string;
  /** The plain text of `content`. */
  readonly text: string;
  readonly reason: string;
}

/** Writes an article's next revision and answers its id; making it the current one is the caller's. */
export function insertRevision(db: WritableDB, { articleId, content, text, reason }: NewRevision): string {
  const id = newId();
  const last =
    pluck<number>(db, 'SELECT max(number) FROM revision WHERE article_id = ?', [articleId])[0] ?? 0;
  insert(db, 'revision', {
    id,
    article_id: articleId,
    number: last + 1,
    sha256: hashOfText(text),
    word_count: countWords(text),
    reason,
    created_at: new Date().toISOString(),
    content,
    text,
  });
  return id;
}
