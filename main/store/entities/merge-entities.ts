/**
 * Makes one entity of two that turn out to be the same: everything of the one goes to the other, its names become
 * aliases, and what both had is kept once. The record of row changes makes it undoable as a whole.
 */
import type { CommandArgs } from '../../../shared/contract';
import { CasebookError } from '../../../shared/model/result';
import { get, pluck, run, update, type WritableDB } from '../core/sql';
import { moveEntityCitations } from '../notes/change-note';
import { addAlias } from './change-entity';

interface EntityRow {
  readonly id: string;
  readonly kind: string;
  readonly actor_kind: string;
  readonly name: string;
  readonly description: string;
}

function entityRow(db: WritableDB, id: string): EntityRow {
  const row = get<EntityRow>(db, 'SELECT id, kind, actor_kind, name, description FROM entity WHERE id = ?', [
    id,
  ]);
  if (!row) throw new CasebookError('not-found', 'This entity is not there any more.');
  return row;
}

function mustBeAlike(keep: EntityRow, merge: EntityRow): void {
  if (keep.id === merge.id)
    throw new CasebookError('bad-arguments', 'An entity cannot be merged with itself.');
  if (keep.kind === merge.kind) return;
  throw new CasebookError(
    'conflict',
    `“${keep.name}” is of kind ${keep.kind}, “${merge.name}” of kind ${merge.kind}: make them the same kind first.`,
  );
}

/** What the kept one has already stays behind with the merged one and goes with it. */
const moves: readonly string[] = [
  'UPDATE OR IGNORE mention SET entity_id = @keepId WHERE entity_id = @mergeId',
  'UPDATE OR IGNORE identifier SET entity_id = @keepId WHERE entity_id = @mergeId',
  'UPDATE participation SET actor_id = @keepId WHERE actor_id = @mergeId',
  'UPDATE event SET place_id = @keepId WHERE place_id = @mergeId',
  // What waits in the trash comes back to the kept one; ids are unique, so they can be exchanged as text.
  'UPDATE trash SET changes = replace(changes, @mergeId, @keepId) WHERE instr(changes, @mergeId) > 0',
];

/** Two participations of one actor in one event with one role say the same, unless their evidence differs. */
const dropRepeatedParticipations = `DELETE FROM participation WHERE actor_id = @keepId AND EXISTS (
  SELECT 1 FROM participation AS o
  WHERE o.event_id = participation.event_id AND +o.actor_id = @keepId AND +o.role = participation.role
    AND o.id <> participation.id
    AND CASE WHEN participation.annotation_id IS NULL THEN o.annotation_id IS NOT NULL OR o.id < participation.id
        ELSE +o.annotation_id = participation.annotation_id AND o.id < participation.id END)`;

function moveNames(db: WritableDB, keep: EntityRow, merge: EntityRow): void {
  const aliases = pluck<string>(db, 'SELECT name FROM entity_name WHERE entity_id = ? ORDER BY id', [
    merge.id,
  ]);
  for (const name of [merge.name, ...aliases]) addAlias(db, { entityId: keep.id, name });
}

function joinDescriptions(keep: EntityRow, merge: EntityRow): string {
  if (keep.description.includes(merge.description)) return keep.description;
  return [keep.description, merge.description].filter(Boolean).join('\n\n');
}

/** See the module. Throws `conflict` when the two are of different kinds. */
export function mergeEntities(db: WritableDB, args: CommandArgs<'mergeEntities'>): null {
  const keep = entityRow(db, args.keepId);
  const merge = entityRow(db, args.mergeId);
  mustBeAlike(keep, merge);
  for (const move of moves) run(db, move, { keepId: keep.id, mergeId: merge.id });
  run(db, dropRepeatedParticipations, { keepId: keep.id });
  moveNames(db, keep, merge);
  moveEntityCitations(db, merge.id, keep.id);
  update(db, 'entity', keep.id, {
    actor_kind: keep.actor_kind || merge.actor_kind,
    description: joinDescriptions(keep, merge),
    modified_at: new Date().toISOString(),
  });
  run(db, 'DELETE FROM entity WHERE id = ?', [merge.id]);
  return null;
}
