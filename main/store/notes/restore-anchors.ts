/**
 * Takes annotations that come back from the trash to the revisions that were made without them, so that their passages
 * are found, or are orphans that the researcher sees.
 */
import { textOfRevision } from '../annotations/anchors';
import { carryAnchors } from '../annotations/carry-anchors';
import type { RowChange } from '../core/recorder';
import { pluck, type WritableDB } from '../core/sql';

/** Annotations with a place in the first revision and none in the second. */
const between = `SELECT annotation_id FROM anchor WHERE revision_id = ?
  EXCEPT SELECT annotation_id FROM anchor WHERE revision_id = ?`;

function carryOn(db: WritableDB, from: string, to: string): void {
  const only = new Set(pluck<string>(db, between, [from, to]));
  if (only.size === 0) return;
  const [before, after] = [from, to].map((revisionId) => ({
    revisionId,
    text: textOfRevision(db, revisionId),
  }));
  if (before && after) carryAnchors(db, before, after, [], only);
}

/** Carries annotations among the restored rows on from each revision to the next, where they have no place yet. */
export function carryRestoredAnchors(db: WritableDB, changes: readonly RowChange[]): void {
  const annotations = changes.filter(({ table, after }) => table === 'annotation' && !after);
  for (const articleId of new Set(annotations.map(({ before }) => String(before?.['article_id'])))) {
    const select = 'SELECT id FROM revision WHERE article_id = ? ORDER BY number';
    const revisions = pluck<string>(db, select, [articleId]);
    revisions.slice(1).forEach((to, index) => carryOn(db, revisions[index] ?? to, to));
  }
}
