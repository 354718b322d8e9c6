/**
 * Makes one tag of two, and two of one again, as entities are merged: nothing is moved, the merged one is read as the one
 * it was merged into, and a split finds every passage where it was.
 */
import type { CommandArgs } from '../../../shared/contract';
import { CasebookError } from '../../../shared/model/result';
import { countOf, get, pluck, type ReadableDB, run, type WritableDB } from '../core/sql';

const gone = () => new CasebookError('not-found', 'There is no such tag any more.');

function rootOf(db: ReadableDB, id: string): string {
  const [root] = pluck<string>(db, 'SELECT coalesce(root_id, id) FROM tag WHERE id = ?', [id]);
  if (root === undefined) throw gone();
  return root;
}

const isBelow = (db: ReadableDB, id: string, otherId: string): boolean =>
  countOf(
    db,
    `WITH RECURSIVE above (id) AS (SELECT parent_id FROM current_tag WHERE id = @id
       UNION SELECT t.parent_id FROM above JOIN current_tag t ON t.id = above.id)
     SELECT count(*) FROM above WHERE id = @otherId`,
    { id, otherId },
  ) > 0;

/** Writes the derived `root_id` of a tag and of all that was merged into it, however deep. */
const setRoot = `WITH RECURSIVE below (id) AS (
    SELECT @id UNION SELECT t.id FROM below JOIN tag t ON t.merged_into = below.id)
  UPDATE tag SET root_id = nullif(@rootId, id) WHERE id IN (SELECT id FROM below)`;

/**
 * Reads `mergeId` as `keepId` from now on. Throws `bad-arguments` when they are one already, `conflict` when one stands
 * below the other.
 */
export function mergeTags(db: WritableDB, args: CommandArgs<'mergeTags'>): null {
  const [keepId, mergeId] = [rootOf(db, args.keepId), rootOf(db, args.mergeId)];
  if (keepId === mergeId) throw new CasebookError('bad-arguments', 'A tag cannot be merged with itself.');
  if (isBelow(db, keepId, mergeId)) {
    throw new CasebookError('conflict', 'The one to keep stands below the other: move it out first.');
  }
  run(db, 'UPDATE tag SET merged_into = ? WHERE id = ?', [keepId, mergeId]);
  run(db, setRoot, { id: mergeId, rootId: keepId });
  return null;
}

/**
 * Takes a tag out of the one it was merged into. Where its old place in the hierarchy is below itself by now, it goes to
 * the top. Throws `bad-arguments` when it was not merged.
 */
export function splitTag(db: WritableDB, { id }: CommandArgs<'splitTag'>): null {
  const tag = get<{ merged_into: string | null }>(db, 'SELECT merged_into FROM tag WHERE id = ?', [id]);
  if (!tag) throw gone();
  if (tag.merged_into === null)
    throw new CasebookError('bad-arguments', 'It is not merged with another tag.');
  run(db, 'UPDATE tag SET merged_into = NULL WHERE id = ?', [id]);
  run(db, setRoot, { id, rootId: id });
  if (isBelow(db, id, id)) run(db, 'UPDATE tag SET parent_id = NULL WHERE id = ?', [id]);
  return null;
}
