/** What happens to an article as a record: made, described, marked as read, thrown away. Its words are `save-revision.ts`. */
import type { CommandArgs, CommandValue } from '../../../shared/contract';
import type { ArticleKind } from '../../../shared/model/article';
import { newId } from '../../../shared/model/id';
import { CasebookError } from '../../../shared/model/result';
import { recountDates } from '../accounts/recount-dates';
import { get, insert, run, update, type WritableDB } from '../core/sql';
import { moveToTrash } from '../notes/trash';
import {
  type ArticleRow,
  type GivenMetadata,
  metadataColumns,
  metadataOfColumns,
  readMetadata,
} from './article-row';
import { keepDetails } from './details-revision';
import { insertRevision, textOfContent } from './revisions';

interface NewArticle {
  readonly kind: ArticleKind;
  readonly metadata: GivenMetadata;
  /** Canonical HTML. */
  readonly content: string;
  readonly reason: string;
  /** ISO 8601 UTC. */
  readonly capturedAt: string;
  /** The id that its original has, or is about to have, where it was made from one. */
  readonly originalId?: string;
  /** One that nothing has yet; absent: a new one. */
  readonly id?: string | undefined;
}

/** Writes an article with its first revision; answers both ids. Throws `bad-arguments` for content that is not canonical. */
export function insertArticle(db: WritableDB, article: NewArticle): { id: string; revisionId: string } {
  const { id = newId(), content, reason, originalId = null } = article;
  const revisionId = newId();
  const now = new Date().toISOString();
  const described = metadataColumns(article.metadata);
  insert(db, 'article', {
    id,
    kind: article.kind,
    ...described,
    captured_at: article.capturedAt,
    revision_id: revisionId, // foreign keys from articles to revisions are checked at the end
    created_at: now,
    modified_at: now,
  });
  const kind = article.kind === 'own' ? 'written' : 'captured';
  const text = textOfContent(content);
  const first = { id: revisionId, metadata: metadataOfColumns(described) };
  insertRevision(db, { articleId: id, kind, originalId, content, text, reason, first });
  return { id, revisionId };
}

const noMetadata = { authors: [], publisher: '', url: '', language: '', published: null, fields: {} };

/** An empty article of the researcher's own. */
export function createArticle(
  db: WritableDB,
  { title }: CommandArgs<'createArticle'>,
): CommandValue<'createArticle'> {
  const capturedAt = new Date().toISOString();
  const own = { kind: 'own', content: '<p></p>', reason: 'Created' } as const;
  return { id: insertArticle(db, { ...own, metadata: { ...noMetadata, title }, capturedAt }).id };
}

/**
 * Sets the given metadata; where it was something else, in a new revision with the same words. Dates that count from the
 * day of publication are counted again. Throws `not-found`;
 * `bad-arguments` for a date that is not EDTF.
 */
export function updateArticle(
  db: WritableDB,
  { id, set }: CommandArgs<'updateArticle'>,
): CommandValue<'updateArticle'> {
  const row = get<ArticleRow>(db, 'SELECT * FROM article WHERE id = ?', [id]);
  if (!row) throw new CasebookError('not-found', 'There is no such article any more.');
  const given = Object.fromEntries(Object.entries(set).filter(([, value]) => value !== undefined));
  const before = readMetadata(row);
  const now = { ...before, ...given };
  update(db, 'article', id, { ...metadataColumns(now), modified_at: new Date().toISOString() });
  keepDetails(db, id);
  const days = { before: before.published?.edtf ?? null, after: now.published?.edtf ?? null };
  return { recounted: recountDates(db, { articleId: id, language: now.language, ...days }) };
}

/** Marks articles as read now, or as unread; those that are so already stay as they are. */
export function setRead(db: WritableDB, { ids, read }: CommandArgs<'setRead'>): null {
  const sql = read
    ? 'UPDATE article SET read_at = @now WHERE id = @id AND read_at IS NULL'
    : 'UPDATE article SET read_at = NULL WHERE id = @id AND read_at IS NOT NULL';
  const now = new Date().toISOString();
  for (const id of ids) run(db, sql, read ? { id, now } : { id });
  return null;
}

/** Moves articles with their passages, revisions and draft to the trash. Throws `not-found`. */
export function trashArticles(db: WritableDB, { ids }: CommandArgs<'trashArticles'>): null {
  for (const id of new Set(ids)) {
    const label = get<{ title: string }>(db, 'SELECT title FROM article WHERE id = ?', [id])?.title ?? '';
    moveToTrash(db, { kind: 'article', itemId: id, label }, () => {
      run(db, 'DELETE FROM article WHERE id = ?', [id]);
      run(db, 'DELETE FROM draft WHERE owner_id = ?', [id]);
    });
  }
  return null;
}
