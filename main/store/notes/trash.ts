/**
 * The trash: what was deleted is kept as the row changes that the deletion made, and comes back by applying them
 * backwards. Taking a deletion back at once is undo's work; this is for later, in another session.
 */
import type { TrashItem } from '../../../shared/contract/notes';
import { newId } from '../../../shared/model/id';
import { CasebookError } from '../../../shared/model/result';
import { toCasebookError } from '../core/errors';
import type { RowChange } from '../core/recorder';
import { all, countOf, get, insert, pluck, type ReadableDB, run, type WritableDB } from '../core/sql';
import { carryRestoredAnchors } from './restore-anchors';
import { restoreRows } from './restore-rows';

/** What is deleted: how the trash lists it. */
export interface Trashed {
  readonly kind: TrashItem['kind'];
  readonly itemId: string;
  readonly label: string;
}

interface TrashRow {
  readonly id: string;
  readonly kind: string;
  readonly item_id: string;
  readonly label: string;
  readonly changes: string;
}

/** The row changes recorded after a place in the current command's record, as the JSON that the trash keeps. */
function changesAfter(db: ReadableDB, seq: number): string {
  const rows = all<{ table_name: string; before: string | null; after: string | null }>(
    db,
    'SELECT table_name, before, after FROM temp.change WHERE seq > ? ORDER BY seq',
    [seq],
  );
  const changes = rows.map(
    ({ table_name, before, after }) =>
      `{"table":${JSON.stringify(table_name)},"before":${before ?? 'null'},"after":${after ?? 'null'}}`,
  );
  return `[${changes.join(',')}]`;
}

/**
 * Runs `deleteRows` and keeps what it deleted or changed, cascades included, in the trash. Runs inside a command; the
 * command's record keeps the same changes for undo. Throws `not-found` when nothing was deleted.
 */
export function moveToTrash(db: WritableDB, { kind, itemId, label }: Trashed, deleteRows: () => void): void {
  const before = countOf(db, 'SELECT coalesce(max(seq), 0) FROM temp.change');
  deleteRows();
  const changes = changesAfter(db, before);
  if (changes === '[]') throw new CasebookError('not-found', `There is no such ${kind} any more.`);
  insert(db, 'trash', {
    id: newId(),
    kind,
    item_id: itemId,
    label: label.slice(0, 200),
    trashed_at: new Date().toISOString(),
    changes,
  });
}

/** What is in the trash, newest first. */
export function listTrash(db: ReadableDB): TrashItem[] {
  return all<TrashItem>(
    db,
    'SELECT id, kind, label, trashed_at AS "trashedAt" FROM trash ORDER BY trashed_at DESC, id DESC',
  );
}

function trashRow(db: ReadableDB, id: string): TrashRow {
  const row = get<TrashRow>(db, 'SELECT id, kind, item_id, label, changes FROM trash WHERE id = ?', [id]);
  if (!row) throw new CasebookError('not-found', 'This is not in the trash any more.');
  return row;
}

/** Later deletions first: they may have taken what earlier ones hung on. */
function newestFirst(rows: readonly TrashRow[]): TrashRow[] {
  return [...rows].sort((a, b) => (a.id < b.id ? 1 : -1));
}

function clash(row: TrashRow, cause: unknown): CasebookError {
  const error = toCasebookError(cause);
  if (error.code !== 'conflict') return error;
  const message = `“${row.label}” cannot come back: there is another ${row.kind} of the same name now. Rename that one first.`;
  return new CasebookError('conflict', message, { cause });
}

const tableOfKind: Readonly<Record<string, string>> = { 'event type': 'event_type' };

function mustBeBack(db: ReadableDB, row: TrashRow): void {
  const table = tableOfKind[row.kind] ?? row.kind;
  if (countOf(db, `SELECT count(*) FROM ${table} WHERE id = ?`, [row.item_id]) > 0) return;
  throw new CasebookError(
    'conflict',
    `“${row.label}” has nothing to go back to: what it belongs to was deleted as well. Restore that first.`,
  );
}

function restoreItem(db: WritableDB, row: TrashRow): void {
  run(db, 'DELETE FROM trash WHERE id = ?', [row.id]);
  const changes = JSON.parse(row.changes) as RowChange[];
  try {
    restoreRows(db, changes);
  } catch (cause) {
    throw clash(row, cause);
  }
  mustBeBack(db, row);
  carryRestoredAnchors(db, changes);
}

/**
 * Brings things back with all that hung on them and still has something to hang on; what hangs on another thing in the
 * trash waits there for it. Throws `not-found`, and `conflict` when a name is taken or a passage's article is gone.
 */
export function restoreTrash(db: WritableDB, { ids }: { readonly ids: readonly string[] }): null {
  const rows = newestFirst([...new Set(ids)].map((id) => trashRow(db, id)));
  for (const { id } of rows) restoreItem(db, trashRow(db, id));
  return null;
}

/** Bytes that no article and nothing in the trash refers to; the trash holds their hash in its row changes. */
const unusedBytes = `SELECT sha256 FROM original_bytes AS b
  WHERE NOT EXISTS (SELECT 1 FROM original WHERE sha256 = b.sha256)
    AND NOT EXISTS (SELECT 1 FROM trash WHERE instr(changes, b.sha256) > 0)`;

/** Deletes things in the trash for good, with the original bytes that nothing else needs. */
export function emptyTrash(db: WritableDB, { ids }: { readonly ids: readonly string[] }): null {
  for (const id of ids) run(db, 'DELETE FROM trash WHERE id = ?', [id]);
  deleteUnusedBytes(db);
  return null;
}

/** Deletes the original bytes that nothing needs any more. */
export function deleteUnusedBytes(db: WritableDB): void {
  for (const sha256 of pluck<string>(db, unusedBytes))
    run(db, 'DELETE FROM original_bytes WHERE sha256 = ?', [sha256]);
}
