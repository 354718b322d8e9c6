/**
 * Corrected metadata as a revision: the same words under the details that hold from now on. Passages and page chrome
 * stay where they are, so they are copied row by row; nothing is compared. The words are kept a second time: they are
 * small beside the original, and every reader of a revision goes on finding them in its row.
 */
import type { ArticleMetadata } from '../../../shared/model/article';
import { newId } from '../../../shared/model/id';
import { get, run, update, type WritableDB } from '../core/sql';
import { type ArticleRow, readMetadata } from './article-row';
import { copyLocators } from './capture/locators';
import { listExclusions } from './exclusions';
import { getRevision, insertRevision } from './revisions';

/** What each field is called in a reason. */
const words: readonly (readonly [field: keyof ArticleMetadata, words: string])[] = [
  ['title', 'title'],
  ['authors', 'authors'],
  ['publisher', 'publisher'],
  ['url', 'address'],
  ['language', 'language'],
  ['published', 'date of publication'],
  ['fields', 'further fields'],
];

const isSame = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);

/** The order in which fields were entered is no difference. */
function comparable(metadata: ArticleMetadata, field: keyof ArticleMetadata): unknown {
  const value = metadata[field];
  return field === 'fields' ? Object.entries(metadata.fields).sort(([a], [b]) => (a < b ? -1 : 1)) : value;
}

function copyAnchors(db: WritableDB, from: string, to: string): void {
  run(
    db,
    `INSERT INTO anchor (annotation_id, part, revision_id, start, "end", state, former)
     SELECT annotation_id, part, @to, start, "end", state, former FROM anchor WHERE revision_id = @from`,
    { from, to },
  );
}

function copyExclusions(db: WritableDB, from: string, to: string): void {
  for (const { id } of listExclusions(db, from)) {
    run(
      db,
      `INSERT INTO exclusion (id, revision_id, start, "end", state, reason)
       SELECT @new, @to, start, "end", state, reason FROM exclusion WHERE id = @id`,
      { id, to, new: newId() },
    );
  }
}

/**
 * Makes a revision of an article's present metadata where its current revision has other; the reason names what
 * differs. Answers the id of the current revision.
 */
export function keepDetails(db: WritableDB, articleId: string): string | null {
  const row = get<ArticleRow>(db, 'SELECT * FROM article WHERE id = ?', [articleId]);
  if (!row) return null;
  const before = getRevision(db, { id: row.revision_id });
  const now = readMetadata(row);
  const changed = words.filter(
    ([field]) => !isSame(comparable(now, field), comparable(before.metadata, field)),
  );
  if (changed.length === 0) return before.id;
  const reason = `Corrected the details: ${changed.map(([, name]) => name).join(', ')}`;
  const { content, text } = before;
  const to = insertRevision(db, { articleId, kind: 'details', originalId: null, content, text, reason });
  update(db, 'article', articleId, { revision_id: to });
  for (const copy of [copyAnchors, copyExclusions, copyLocators]) copy(db, before.id, to);
  return to;
}
