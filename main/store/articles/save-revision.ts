/** Saves a corrected text: the new revision, the place of every passage in it, and the end of its draft, at once. */
import type { CommandArgs, CommandValue } from '../../../shared/contract';
import type { EditedAnchor } from '../../../shared/contract/articles';
import type { RevisionKind } from '../../../shared/model/article';
import { type AnchoredText, type Carried, carryAnchors } from '../annotations/carry-anchors';
import { run, update, type WritableDB } from '../core/sql';
import { carryLocators } from './capture/locators';
import { carryExclusions } from './exclusions';
import { currentRevisionId, getRevision, insertRevision, mustBeCurrent, textOfContent } from './revisions';
import { takeAnnotations } from './take-annotations';

interface NewText {
  readonly articleId: string;
  readonly kind: Exclude<RevisionKind, 'details'>;
  /** The capture it is made from; null for a correction. */
  readonly originalId: string | null;
  /** Canonical HTML, and its plain text. */
  readonly content: string;
  readonly text: string;
  readonly reason: string;
  readonly anchors: readonly EditedAnchor[];
}

type Added = Carried & { readonly revisionId: string };

/**
 * Makes a text the current revision of an article and carries passages and page chrome over to it. The same content as
 * before makes no revision: the id is then that of the current one.
 */
export function addRevision(db: WritableDB, { anchors, ...added }: NewText): Added {
  const { articleId, content, text } = added;
  const before = getRevision(db, { id: currentRevisionId(db, articleId) });
  if (before.content === content) return { revisionId: before.id, orphaned: 0, changed: 0 };
  const revisionId = insertRevision(db, added);
  update(db, 'article', articleId, { revision_id: revisionId });
  const from: AnchoredText = { revisionId: before.id, text: before.text };
  const carried = carryAnchors(db, from, { revisionId, text }, anchors);
  carryExclusions(db, from, { revisionId, text });
  carryLocators(db, from, { revisionId, text });
  return { revisionId, ...carried };
}

/**
 * Saves what was edited, and takes over annotations whose words were cut from another article into this one. Throws `conflict` when the edit did not begin from the current revision, `bad-arguments` for
 * content outside of the canonical subset, `not-found`.
 */
export function saveRevision(
  db: WritableDB,
  args: CommandArgs<'saveRevision'>,
): CommandValue<'saveRevision'> {
  const { articleId, baseRevisionId, content, reason, anchors } = args;
  const base = mustBeCurrent(db, articleId, baseRevisionId);
  const text = textOfContent(content);
  const how = { kind: 'corrected', originalId: null, reason, anchors } as const;
  const added = addRevision(db, { articleId, content, text, ...how });
  if (added.revisionId !== base) {
    update(db, 'article', articleId, { modified_at: new Date().toISOString() });
    takeAnnotations(db, articleId, { revisionId: added.revisionId, text }, anchors);
  }
  run(db, 'DELETE FROM draft WHERE owner_id = ?', [articleId]);
  return added;
}
