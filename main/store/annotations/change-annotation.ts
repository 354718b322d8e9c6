/** What happens to an annotation after it is made: links taken off, confirmed words, the trash. */
import { describe } from '../../../shared/anchoring/describe';
import type { CommandArgs } from '../../../shared/contract';
import { get, pluck, run, update, type WritableDB } from '../core/sql';
import { moveToTrash } from '../notes/trash';
import { anchorsOfAnnotation, textOfRevision } from './anchors';
import { placeOfAnnotation } from './annotations';
import { replacePart } from './former-quotes';

/** Which rows each kind of link is; what was linked to a merged one goes with the one it was merged into. */
const linkTables = [
  [
    'entityIds',
    'DELETE FROM stored_mention WHERE annotation_id = ? AND entity_id IN (SELECT id FROM entity WHERE coalesce(root_id, id) = ?)',
  ],
  ['eventIds', 'DELETE FROM evidence WHERE annotation_id = ? AND event_id = ?'],
  [
    'eventIds',
    'DELETE FROM account_evidence WHERE annotation_id = ? AND account_id IN (SELECT id FROM account WHERE event_id = ?)',
  ],
  [
    'tagIds',
    'DELETE FROM stored_annotation_tag WHERE annotation_id = ? AND tag_id IN (SELECT id FROM tag WHERE coalesce(root_id, id) = ?)',
  ],
] as const;

function touch(db: WritableDB, annotationId: string): void {
  update(db, 'annotation', annotationId, { modified_at: new Date().toISOString() });
}

/** Takes links or tags off an annotation; those that are not there are passed over. Throws `not-found`. */
export function unlink(db: WritableDB, args: CommandArgs<'unlink'>): null {
  placeOfAnnotation(db, args.annotationId);
  for (const [field, sql] of linkTables) {
    for (const id of args[field] ?? []) run(db, sql, [args.annotationId, id]);
  }
  touch(db, args.annotationId);
  return null;
}

/** Accepts the changed parts of a passage as they stand in the current text. Throws `not-found`. */
export function confirmAnchor(db: WritableDB, { annotationId }: CommandArgs<'confirmAnchor'>): null {
  const { revisionId } = placeOfAnnotation(db, annotationId);
  const changed = anchorsOfAnnotation(db, annotationId, revisionId).filter(
    ({ state }) => state === 'changed',
  );
  if (changed.length === 0) return null;
  const text = textOfRevision(db, revisionId);
  for (const { part, start, end } of changed) {
    replacePart(db, { annotationId, part }, revisionId, describe(text, start, end), 'confirmed');
  }
  touch(db, annotationId);
  return null;
}

/** How the trash lists an annotation: its words, or its comment where it has none. */
function labelOf(db: WritableDB, id: string): string {
  const quote = pluck<string>(db, 'SELECT exact FROM selector WHERE annotation_id = ? ORDER BY part', [
    id,
  ]).join(' … ');
  const comment =
    get<{ comment: string }>(db, 'SELECT comment FROM annotation WHERE id = ?', [id])?.comment ?? '';
  const words = (quote.trim() || comment).replace(/\s+/g, ' ');
  return words.length > 120 ? `${words.slice(0, 119)}…` : words;
}

/** Moves annotations with their links to the trash. Throws `not-found`. */
export function trashAnnotations(db: WritableDB, { ids }: CommandArgs<'trashAnnotations'>): null {
  for (const id of new Set(ids)) {
    moveToTrash(db, { kind: 'annotation', itemId: id, label: labelOf(db, id) }, () => {
      run(db, 'DELETE FROM annotation WHERE id = ?', [id]);
    });
  }
  return null;
}
