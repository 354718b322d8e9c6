/**
 * Words cut from one article and pasted into another bring their annotations along, with all that is said about them. What
 * the other article still has stays there: words that were copied, words whose cutting was taken back.
 */
import type { Selector } from '../../../shared/anchoring/describe';
import { reconcile } from '../../../shared/anchoring/follow-edit';
import type { EditedAnchor } from '../../../shared/contract/articles';
import type { TextRange } from '../../../shared/text/offset-types';
import { codePoints } from '../../../shared/text/offsets';
import { anchorsOfAnnotation, type StoredAnchor } from '../annotations/anchors';
import type { AnchoredText } from '../annotations/carry-anchors';
import { get, insert, pluck, run, update, type WritableDB } from '../core/sql';
import { getDraft } from './drafts';
import { hasCurrentWords } from './revisions';

type Ranges = ReadonlyMap<number, TextRange | null>;

function rangesOf(anchors: readonly EditedAnchor[], annotationId: string): Ranges {
  const own = anchors.filter((anchor) => anchor.annotationId === annotationId);
  return new Map(own.map(({ part, range }) => [part, range as TextRange | null])); // code points, says the contract
}

/** Whether an article has none of an annotation's words: by its draft where there is one, else by its current text. */
function hasLost(db: WritableDB, articleId: string, anchors: readonly StoredAnchor[]): boolean {
  const draft = getDraft(db, { ownerId: articleId });
  const isOfNow = draft && hasCurrentWords(db, articleId, draft.baseRevisionId);
  const edited = isOfNow ? rangesOf(draft.anchors, anchors[0]?.annotationId ?? '') : new Map<number, null>();
  return anchors.every(({ part, state }) => {
    const range = edited.get(part);
    return range === undefined ? state === 'orphan' : range === null;
  });
}

function selectorOf({ start, end, exact, prefix, suffix }: StoredAnchor): Selector {
  return { start: codePoints(start), end: codePoints(end), quote: { exact, prefix, suffix } };
}

function take(
  db: WritableDB,
  annotationId: string,
  articleId: string,
  to: AnchoredText,
  ranges: Ranges,
): void {
  const owner = get<{ id: string; revisionId: string }>(
    db,
    `SELECT a.id, a.revision_id AS revisionId FROM annotation n JOIN article a ON a.id = n.article_id
     WHERE n.id = ?`,
    [annotationId],
  );
  if (!owner) return;
  const anchors = anchorsOfAnnotation(db, annotationId, owner.revisionId);
  if (anchors.length === 0 || !hasLost(db, owner.id, anchors)) return;
  const placed = anchors.map((anchor) => ({
    part: anchor.part,
    former: anchor.former,
    ...reconcile(to.text, selectorOf(anchor), ranges.get(anchor.part) ?? null),
  }));
  if (placed.every(({ state }) => state === 'orphan')) return;
  run(db, 'DELETE FROM anchor WHERE annotation_id = ?', [annotationId]);
  update(db, 'annotation', annotationId, { article_id: articleId, modified_at: new Date().toISOString() });
  for (const { part, former, state, start, end } of placed) {
    insert(db, 'anchor', {
      annotation_id: annotationId,
      part,
      revision_id: to.revisionId,
      start,
      end,
      state,
      former,
    });
  }
}

/**
 * Moves to an article the annotations of others that the editor found in its new text, unless their own article still has
 * words of them. They leave that article's earlier revisions too; former quotes go on saying where they stood.
 */
export function takeAnnotations(
  db: WritableDB,
  articleId: string,
  to: AnchoredText,
  edited: readonly EditedAnchor[],
): void {
  const here = edited.filter(({ range }) => range !== null).map(({ annotationId }) => annotationId);
  const others = pluck<string>(
    db,
    'SELECT id FROM annotation WHERE id IN (SELECT value FROM json_each(?)) AND article_id <> ?',
    [JSON.stringify([...new Set(here)]), articleId],
  );
  for (const id of others) take(db, id, articleId, to, rangesOf(edited, id));
}
