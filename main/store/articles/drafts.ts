/** Drafts: words being typed, kept at once so that a kill loses nothing; gone when they are saved or discarded. */
import type { CommandArgs, QueryArgs, QueryValue } from '../../../shared/contract';
import type { Draft, EditedAnchor } from '../../../shared/contract/articles';
import { CasebookError } from '../../../shared/model/result';
import { all, countOf, get, type ReadableDB, run, type WritableDB } from '../core/sql';
import { currentRevisionId, hasCurrentWords } from './revisions';

/** The current revision in place of an earlier one with the same words: there the draft goes on as if begun on it. */
function presentBase(db: ReadableDB, ownerId: string, baseRevisionId: string): string {
  return hasCurrentWords(db, ownerId, baseRevisionId) ? currentRevisionId(db, ownerId) : baseRevisionId;
}

/** The draft of an article or a note, or null. */
export function getDraft(db: ReadableDB, { ownerId }: QueryArgs<'getDraft'>): Draft | null {
  const row = get<Omit<Draft, 'anchors'> & { anchors: string }>(
    db,
    `SELECT owner_id AS ownerId, content, base_revision_id AS baseRevisionId, anchors, saved_at AS savedAt
     FROM draft WHERE owner_id = ?`,
    [ownerId],
  );
  if (!row) return null;
  const baseRevisionId = presentBase(db, ownerId, row.baseRevisionId);
  return { ...row, baseRevisionId, anchors: JSON.parse(row.anchors) as EditedAnchor[] };
}

/** Every draft with the title of what it is of, newest first. */
export function listDrafts(db: ReadableDB, _args: QueryArgs<'listDrafts'>): QueryValue<'listDrafts'> {
  return all(
    db,
    `SELECT d.owner_id AS ownerId, coalesce(a.title, n.title) AS title, d.saved_at AS savedAt
     FROM draft d LEFT JOIN article a ON a.id = d.owner_id LEFT JOIN note n ON n.id = d.owner_id
     WHERE coalesce(a.id, n.id) IS NOT NULL ORDER BY d.saved_at DESC`,
  );
}

/** Keeps the words being typed in place of what was kept before. Throws `not-found` when their owner is gone. */
export function saveDraft(db: WritableDB, args: CommandArgs<'saveDraft'>): null {
  const owners =
    'SELECT (SELECT count(*) FROM article WHERE id = @id) + (SELECT count(*) FROM note WHERE id = @id)';
  if (countOf(db, owners, { id: args.ownerId }) === 0) {
    throw new CasebookError('not-found', 'What these words belong to is not there any more.');
  }
  run(
    db,
    `INSERT INTO draft (owner_id, content, base_revision_id, anchors, saved_at)
     VALUES (@ownerId, @content, @baseRevisionId, @anchors, @savedAt)
     ON CONFLICT (owner_id) DO UPDATE SET content = excluded.content, base_revision_id = excluded.base_revision_id,
       anchors = excluded.anchors, saved_at = excluded.saved_at`,
    { ...args, anchors: JSON.stringify(args.anchors), savedAt: new Date().toISOString() },
  );
  return null;
}

/** Forgets a draft, if there is one. */
export function discardDraft(db: WritableDB, { ownerId }: CommandArgs<'discardDraft'>): null {
  run(db, 'DELETE FROM draft WHERE owner_id = ?', [ownerId]);
  return null;
}
