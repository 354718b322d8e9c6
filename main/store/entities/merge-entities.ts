/**
 * Makes one entity of two that turn out to be the same, and two of one again. Nothing is moved: the merged one keeps all
 * that is its own and is read as the one it was merged into, so that a split finds everything where it was, also what was
 * changed since.
 */
import type { CommandArgs } from '../../../shared/contract';
import { CasebookError } from '../../../shared/model/result';
import { countOf, get, type ReadableDB, run, type WritableDB } from '../core/sql';

interface EntityRow {
  readonly id: string;
  readonly kind: string;
  readonly name: string;
  readonly merged_into: string | null;
}

function entityRow(db: ReadableDB, id: string): EntityRow {
  const row = get<EntityRow>(db, 'SELECT id, kind, name, merged_into FROM entity WHERE id = ?', [id]);
  if (!row) throw new CasebookError('not-found', 'This entity is not there any more.');
  return row;
}

/** The entity that one stands for: itself, or where its merging ends. */
function rootOf(db: ReadableDB, id: string): EntityRow {
  const row = get<EntityRow>(
    db,
    `SELECT root.id, root.kind, root.name, root.merged_into FROM entity JOIN entity AS root
     ON root.id = coalesce(entity.root_id, entity.id) WHERE entity.id = ?`,
    [id],
  );
  return row ?? entityRow(db, id);
}

/** Whether an entity lies in itself, or in another one, as things stand after merging. */
const liesIn = (db: ReadableDB, id: string, otherId: string): boolean =>
  countOf(
    db,
    `WITH RECURSIVE above (id) AS (SELECT coalesce(p.root_id, p.id) FROM entity e JOIN entity p ON p.id = e.parent_id
         WHERE e.id = @id
       UNION SELECT coalesce(p.root_id, p.id) FROM above JOIN entity e ON e.id = above.id JOIN entity p ON p.id = e.parent_id)
     SELECT count(*) FROM above WHERE id = @otherId`,
    { id, otherId },
  ) > 0;

/** Writes the derived `root_id` of an entity and of all that was merged into it, however deep. */
const setRoot = `WITH RECURSIVE below (id) AS (
    SELECT @id UNION SELECT e.id FROM below JOIN entity e ON e.merged_into = below.id)
  UPDATE entity SET root_id = nullif(@rootId, id) WHERE id IN (SELECT id FROM below)`;

/** See the module. Throws `bad-arguments` when they are one already, `conflict` when they are of different kinds. */
export function mergeEntities(db: WritableDB, args: CommandArgs<'mergeEntities'>): null {
  const keep = rootOf(db, args.keepId);
  const merge = rootOf(db, args.mergeId);
  if (keep.id === merge.id)
    throw new CasebookError('bad-arguments', 'An entity cannot be merged with itself.');
  if (keep.kind !== merge.kind) {
    throw new CasebookError(
      'conflict',
      `“${keep.name}” is of kind ${keep.kind}, “${merge.name}” of kind ${merge.kind}: make them the same kind first.`,
    );
  }
  if (liesIn(db, keep.id, merge.id))
    throw new CasebookError('conflict', `“${keep.name}” lies in “${merge.name}”: they cannot be the same.`);
  run(db, 'UPDATE entity SET merged_into = ? WHERE id = ?', [keep.id, merge.id]);
  run(db, setRoot, { id: merge.id, rootId: keep.id });
  return null;
}

/** See the module; what was merged into it stays with it. Throws `bad-arguments` when it was not merged. */
export function splitEntity(db: WritableDB, { id }: CommandArgs<'splitEntity'>): null {
  const { merged_into } = entityRow(db, id);
  if (merged_into === null) throw new CasebookError('bad-arguments', 'It is not merged with another one.');
  run(db, 'UPDATE entity SET merged_into = NULL WHERE id = ?', [id]);
  run(db, setRoot, { id, rootId: id });
  // Its old parent may lie in it by now.
  if (liesIn(db, id, id)) run(db, 'UPDATE entity SET parent_id = NULL WHERE id = ?', [id]);
  return null;
}
