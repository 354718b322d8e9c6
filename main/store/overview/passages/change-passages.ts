/** Changes to many passages at once, each one step of undo: tags given, taken off and moved, links, colours. */
import type { CommandArgs, CommandValue } from '../../../../shared/contract';
import { CasebookError } from '../../../../shared/model/result';
import { resolveTag } from '../../codebook/tags';
import { countOf, pluck, type ReadableDB, run, type SqlValue, type WritableDB } from '../../core/sql';
import { createEvent } from '../../events/change-event';

/** The annotations of these that are there. */
const given = 'SELECT id FROM annotation WHERE id IN (SELECT value FROM json_each(@ids))';

/** Says of annotations that they were changed now. */
function touch(db: WritableDB, ids: readonly string[]): number {
  return run(db, 'UPDATE annotation SET modified_at = @now WHERE id IN (SELECT value FROM json_each(@ids))', {
    ids: JSON.stringify(ids),
    now: new Date().toISOString(),
  });
}

/** Puts a link on those that lack it; answers which these were. */
function addLink(
  db: WritableDB,
  ids: readonly string[],
  link: { readonly table: string; readonly column: string; readonly id: string },
): string[] {
  const { table, column, id } = link;
  const params = { ids: JSON.stringify(ids), id };
  const lacking = pluck<string>(
    db,
    `${given} AND NOT EXISTS (SELECT 1 FROM ${table} WHERE annotation_id = annotation.id AND ${column} = @id)`,
    params,
  );
  run(db, `INSERT INTO ${table} (annotation_id, ${column}) SELECT value, @id FROM json_each(@ids)`, {
    ...params,
    ids: JSON.stringify(lacking),
  });
  return lacking;
}

/** Every stored id that counts as this tag. */
const asTag =
  'SELECT id FROM tag WHERE coalesce(root_id, id) = (SELECT coalesce(root_id, id) FROM tag WHERE id = @tagId)';

/** Takes a tag, and what was merged into it, off those that bear it; answers which these were. */
function dropTag(db: WritableDB, ids: readonly string[], tagId: string): string[] {
  const params: Record<string, SqlValue> = { ids: JSON.stringify(ids), tagId };
  const where = `annotation_id IN (SELECT value FROM json_each(@ids)) AND tag_id IN (${asTag})`;
  const bearing = pluck<string>(
    db,
    `SELECT DISTINCT annotation_id FROM stored_annotation_tag WHERE ${where}`,
    params,
  );
  run(db, `DELETE FROM stored_annotation_tag WHERE ${where}`, params);
  return bearing;
}

const tagLink = (id: string) => ({ table: 'stored_annotation_tag', column: 'tag_id', id });

/** Puts a tag on passages, making it when its name is new. Throws `not-found` when the tag is gone. */
export function tagPassages(
  db: WritableDB,
  { ids, tag }: CommandArgs<'tagPassages'>,
): CommandValue<'tagPassages'> {
  return { count: touch(db, addLink(db, ids, tagLink(resolveTag(db, tag)))) };
}

/** Takes a tag off passages. */
export function untagPassages(
  db: WritableDB,
  { ids, tagId }: CommandArgs<'untagPassages'>,
): CommandValue<'untagPassages'> {
  return { count: touch(db, dropTag(db, ids, tagId)) };
}

/** Gives those that bear one tag another in its place: so a tag is split. Throws `not-found` when the other is gone. */
export function moveToTag(
  db: WritableDB,
  { ids, fromId, to }: CommandArgs<'moveToTag'>,
): CommandValue<'moveToTag'> {
  const toId = resolveTag(db, to);
  if (toId === fromId) throw new CasebookError('bad-arguments', 'That is the same tag.');
  const moved = dropTag(db, ids, fromId);
  addLink(db, moved, tagLink(toId));
  return { count: touch(db, moved) };
}

function mustExist(db: ReadableDB, table: 'entity' | 'event', id: string): void {
  if (countOf(db, `SELECT count(*) FROM ${table} WHERE id = ?`, [id]) > 0) return;
  throw new CasebookError('not-found', `There is no such ${table} any more.`);
}

function linkEntity(db: WritableDB, ids: readonly string[], id: string | undefined): string[] {
  if (id === undefined) return [];
  mustExist(db, 'entity', id);
  return addLink(db, ids, { table: 'stored_mention', column: 'entity_id', id });
}

function linkEvent(
  db: WritableDB,
  ids: readonly string[],
  event: CommandArgs<'linkPassages'>['event'],
): string[] {
  if (event === undefined) return [];
  if ('id' in event) mustExist(db, 'event', event.id);
  const id = 'id' in event ? event.id : createEvent(db, event).id;
  return addLink(db, ids, { table: 'evidence', column: 'event_id', id });
}

/** Links passages to an entity, or makes them evidence for an event (one to be made, if need be). Throws `not-found`. */
export function linkPassages(
  db: WritableDB,
  { ids, entityId, event }: CommandArgs<'linkPassages'>,
): CommandValue<'linkPassages'> {
  const linked = new Set([...linkEntity(db, ids, entityId), ...linkEvent(db, ids, event)]);
  return { count: touch(db, [...linked]) };
}

/** Gives passages a colour, or takes theirs (null). */
export function colourPassages(
  db: WritableDB,
  { ids, colour }: CommandArgs<'colourPassages'>,
): CommandValue<'colourPassages'> {
  const params = { ids: JSON.stringify(ids), colour };
  const other = pluck<string>(db, `${given} AND colour IS NOT @colour`, params);
  run(db, 'UPDATE annotation SET colour = @colour WHERE id IN (SELECT value FROM json_each(@ids))', {
    ids: JSON.stringify(other),
    colour,
  });
  return { count: touch(db, other) };
}
