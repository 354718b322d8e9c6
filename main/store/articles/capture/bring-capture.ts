/**
 * Brings in a newer capture of an article: its bytes beside the earlier ones, its words as the next revision, passages
 * followed into them, details that the researcher has not touched as the page has them now.
 */
import type { ArticleMetadata } from '../../../../shared/model/article';
import { newId } from '../../../../shared/model/id';
import type { ImportedDocument } from '../../../../shared/model/imported/imported-document';
import { CasebookError } from '../../../../shared/model/result';
import { recountDates } from '../../accounts/recount-dates';
import { get, insert, pluck, type ReadableDB, run, update, type WritableDB } from '../../core/sql';
import { type ArticleRow, metadataColumns, parseMetadata, readMetadata } from '../article-row';
import { keepDetails } from '../details-revision';
import { replaceSuggestions } from '../exclusions';
import { currentRevisionId } from '../revisions';
import { addRevision } from '../save-revision';
import { replaceLocators } from './locators';

/** An imported document with the bytes it was made from. */
export type CapturedDocument = ImportedDocument & { readonly bytes: Uint8Array };

/** What a newer capture changed; passages counted by annotation. Without other words there is no new revision. */
export interface BroughtCapture {
  readonly revisionId: string;
  readonly isNew: boolean;
  readonly orphaned: number;
  readonly changed: number;
}

/** Keeps the bytes that an article was captured from, under the id that its revision refers to them by. */
export function insertOriginal(
  db: WritableDB,
  { id, articleId }: { readonly id: string; readonly articleId: string },
  { original, bytes }: Pick<CapturedDocument, 'original' | 'bytes'>,
): void {
  run(db, 'INSERT INTO original_bytes (sha256, bytes) VALUES (?, ?) ON CONFLICT DO NOTHING', [
    original.sha256,
    bytes,
  ]);
  insert(db, 'original', {
    id,
    article_id: articleId,
    source: original.source,
    media_type: original.mediaType,
    encoding: original.encoding,
    encoding_origin: original.encodingOrigin,
    sha256: original.sha256,
    byte_length: original.byteLength,
    captured_at: original.capturedAt,
  });
}

/** The details as the last capture had them, where that is known. */
function capturedMetadata(db: ReadableDB, articleId: string): ArticleMetadata | undefined {
  const json = pluck<string>(
    db,
    `SELECT metadata FROM revision WHERE article_id = ? AND kind IN ('captured', 'recaptured') ORDER BY number DESC LIMIT 1`,
    [articleId],
  )[0];
  return json === undefined ? undefined : parseMetadata(json);
}

const isSame = (one: unknown, other: unknown): boolean => JSON.stringify(one) === JSON.stringify(other);

/** Details that are as they were captured follow the page; those that the researcher has set stay. */
function followDetails(db: WritableDB, articleId: string, { metadata }: ImportedDocument): void {
  const row = get<ArticleRow>(db, 'SELECT * FROM article WHERE id = ?', [articleId]);
  if (!row) throw new CasebookError('not-found', 'There is no such article any more.');
  const now = readMetadata(row);
  const before = capturedMetadata(db, articleId);
  const names = ['title', 'authors', 'publisher', 'url', 'language', 'published'] as const;
  const followed = names.filter(
    (name) =>
      isSame(now[name], before?.[name]) &&
      metadata[name] !== null &&
      metadata[name] !== '' &&
      !isSame(metadata[name], []),
  );
  const next = Object.fromEntries(followed.map((name) => [name, metadata[name]]));
  update(db, 'article', articleId, {
    ...metadataColumns({ ...now, ...next }),
    captured_at: row.captured_at,
  });
  const { published, language } = readMetadata(
    get<ArticleRow>(db, 'SELECT * FROM article WHERE id = ?', [articleId]) ?? row,
  );
  recountDates(db, {
    articleId,
    language,
    before: now.published?.edtf ?? null,
    after: published?.edtf ?? null,
  });
}

/** Makes a document the newest capture of an article. Throws `not-found`; `bad-arguments` for content that is not canonical. */
export function bringCapture(
  db: WritableDB,
  { articleId, document }: { readonly articleId: string; readonly document: CapturedDocument },
): BroughtCapture {
  const before = currentRevisionId(db, articleId);
  const originalId = newId();
  insertOriginal(db, { id: originalId, articleId }, document);
  followDetails(db, articleId, document);
  const { content, text } = document;
  const added = addRevision(db, {
    articleId,
    kind: 'recaptured',
    originalId,
    content,
    text,
    reason: 'Newer capture',
    anchors: [],
  });
  const isNew = added.revisionId !== before;
  if (isNew) {
    replaceSuggestions(db, added.revisionId, document.exclusions);
    replaceLocators(db, added.revisionId, document.locators);
  } else keepDetails(db, articleId);
  return { ...added, isNew };
}
