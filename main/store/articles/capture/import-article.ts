/**
 * Takes an imported document into the notebook, with the bytes it was made from; what is there already is not taken
 * twice. Also reads the bytes back, and puts in their place in the text what another decoding makes of them.
 */

import type { OriginalInfo } from '../../../../shared/model/article';
import { newId } from '../../../../shared/model/id';
import type { ImportedDocument } from '../../../../shared/model/imported/imported-document';
import { CasebookError } from '../../../../shared/model/result';
import { get, pluck, type ReadableDB, update, type WritableDB } from '../../core/sql';
import { metadataColumns } from '../article-row';
import { originalOf } from '../articles';
import { insertArticle } from '../change-article';
import { keepDetails } from '../details-revision';
import { insertSuggestions, replaceSuggestions } from '../exclusions';
import { currentRevisionId, hashOfText } from '../revisions';
import { addRevision } from '../save-revision';
import { bringCapture, type CapturedDocument, insertOriginal } from './bring-capture';
import { findEarlierCapture } from './earlier-capture';
import { insertLocators, replaceLocators } from './locators';

/**
 * What `importArticle` did: `known`: the article has the same bytes or the same words; `recaptured`: the document is its
 * newest revision, with so many passages that lost or changed their words.
 */
export interface Imported {
  readonly articleId: string;
  readonly outcome: 'imported' | 'known' | 'recaptured';
  readonly orphaned?: number;
  readonly changed?: number;
}

/** An article's bytes as they were brought in. */
export interface OriginalBytes {
  readonly bytes: Uint8Array;
  readonly info: OriginalInfo;
}

/** The article made from the same bytes, or one of whose revisions has the same words. */
function findKnown(db: ReadableDB, { original, text }: ImportedDocument): string | undefined {
  const sameBytes = 'SELECT article_id FROM original WHERE sha256 = ? ORDER BY id';
  const sameWords = 'SELECT article_id FROM revision WHERE sha256 = ? ORDER BY id';
  return (
    pluck<string>(db, sameBytes, [original.sha256])[0] ??
    (text.trim() === '' ? undefined : pluck<string>(db, sameWords, [hashOfText(text)])[0])
  );
}

/** Whether taking a document in would give an article that is there another text. */
export function isNewerCapture(db: ReadableDB, document: ImportedDocument): boolean {
  return findKnown(db, document) === undefined && findEarlierCapture(db, document) !== undefined;
}

/** Makes an article of an imported document. */
function insertCaptured(db: WritableDB, document: CapturedDocument, id?: string): string {
  const { metadata, content, original } = document;
  const { capturedAt } = original;
  const originalId = newId();
  const captured = { kind: 'captured', originalId, reason: 'Imported' } as const;
  const article = insertArticle(db, { ...captured, metadata, content, capturedAt, id });
  insertOriginal(db, { id: originalId, articleId: article.id }, document);
  insertSuggestions(db, article.revisionId, document.exclusions);
  insertLocators(db, article.revisionId, document.locators ?? []);
  return article.id;
}

/**
 * Takes a document in: as an article, or, where its page or file is there with much of the same words, as a newer capture
 * of that one. `id`: what a new article is to be called, where the file says. Throws `bad-arguments` for content that is not
 * canonical.
 */
export function importArticle(db: WritableDB, document: CapturedDocument, id?: string): Imported {
  const known = findKnown(db, document);
  if (known !== undefined) return { articleId: known, outcome: 'known' };
  const earlier = findEarlierCapture(db, document);
  if (earlier === undefined) return { articleId: insertCaptured(db, document, id), outcome: 'imported' };
  const { isNew, orphaned, changed } = bringCapture(db, { articleId: earlier, document });
  return { articleId: earlier, outcome: isNew ? 'recaptured' : 'known', orphaned, changed };
}

/** The bytes an article was made from. Throws `not-found` for an article of the researcher's own. */
export function readOriginal(db: ReadableDB, articleId: string): OriginalBytes {
  const info = originalOf(db, articleId);
  const row =
    info &&
    get<{ bytes: Uint8Array }>(db, 'SELECT bytes FROM original_bytes WHERE sha256 = ?', [info.sha256]);
  if (!info || !row) throw new CasebookError('not-found', 'This article was not made from a file.');
  return { bytes: row.bytes, info };
}

/** Metadata that the researcher has never touched is read again with the text: a wrong encoding spoils both. */
function replaceMetadata(db: WritableDB, articleId: string, metadata: ImportedDocument['metadata']): void {
  const untouched = get(db, 'SELECT 1 FROM article WHERE id = ? AND modified_at = created_at', [articleId]);
  if (untouched) update(db, 'article', articleId, metadataColumns(metadata));
}

/**
 * Puts what another decoding makes of the original bytes in place of the text: a new revision that says so, its
 * passages followed, its page chrome found anew. Throws `not-found`.
 */
export function replaceFromOriginal(
  db: WritableDB,
  { articleId, document }: { readonly articleId: string; readonly document: ImportedDocument },
): void {
  const original = originalOf(db, articleId);
  if (!original) throw new CasebookError('not-found', 'This article was not made from a file.');
  const { encoding } = document.original;
  update(db, 'original', original.id, { encoding, encoding_origin: 'chosen' });
  replaceMetadata(db, articleId, document.metadata);
  const { content, text } = document;
  const before = currentRevisionId(db, articleId);
  const { revisionId } = addRevision(db, {
    articleId,
    kind: 'reread',
    originalId: original.id,
    content,
    text,
    reason: `Read again as ${encoding}`,
    anchors: [],
  });
  if (revisionId === before) return void keepDetails(db, articleId);
  replaceSuggestions(db, revisionId, document.exclusions);
  replaceLocators(db, revisionId, document.locators);
}
