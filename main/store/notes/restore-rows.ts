/**
 * Brings deleted rows back from the record of their deletion, long after it: what later changes overtook stays as it is
 * now, and rows whose parent is gone do not come back but wait in the trash beside their parent, if it is there.
 */
import { type RowChange, revertChanges } from '../core/recorder';
import { all, countOf, get, quoted, run, type SqlValue, type WritableDB } from '../core/sql';

type Row = Readonly<Record<string, SqlValue>>;

interface Reference {
  readonly table: string;
  readonly from: string;
  readonly to: string;
  readonly on_delete: string;
}

const references = new Map<string, readonly Reference[]>();

/** The single-column references of a table; a selector's anchors hang on it by two and always come back with it. */
function referencesOf(db: WritableDB, table: string): readonly Reference[] {
  let known = references.get(table);
  if (!known) {
    const select = `SELECT "table", "from", "to", on_delete FROM pragma_foreign_key_list(?) AS k
      WHERE (SELECT count(*) FROM pragma_foreign_key_list(?) AS o WHERE o.id = k.id) = 1`;
    known = all<Reference>(db, select, [table, table]);
    references.set(table, known);
  }
  return known;
}

function keyColumns(db: WritableDB, table: string): string[] {
  return all<{ name: string }>(db, 'SELECT name FROM pragma_table_info(?) WHERE pk > 0', [table]).map(
    ({ name }) => name,
  );
}

/** True when a change to a row that stayed is still the last word on its columns. Such rows have an `id`. */
function isStillSo(db: WritableDB, { table, before, after }: RowChange): boolean {
  if (!before || !after) return true;
  const now = get<Row>(db, `SELECT * FROM ${table} WHERE id = ?`, [after['id'] ?? null]);
  return (
    now !== undefined &&
    Object.keys(after).every((name) => before[name] === after[name] || now[name] === after[name])
  );
}

function missingParent(db: WritableDB, row: Row, { table, from, to }: Reference): boolean {
  const value = row[from];
  return value != null && countOf(db, `SELECT count(*) FROM ${table} WHERE ${quoted(to)} = ?`, [value]) === 0;
}

/** Takes the row out again, or only its reference where the table allows that; answers what to do when the parent returns. */
function unhook(db: WritableDB, table: string, row: Row, reference: Reference): RowChange {
  const key = keyColumns(db, table);
  const where = key.map((column) => `${quoted(column)} = ?`).join(' AND ');
  const keyValues = key.map((column) => row[column] ?? null);
  if (reference.on_delete === 'SET NULL') {
    run(db, `UPDATE ${table} SET ${quoted(reference.from)} = NULL WHERE ${where}`, keyValues);
    return { table, before: row, after: { ...row, [reference.from]: null } };
  }
  run(db, `DELETE FROM ${table} WHERE ${where}`, keyValues);
  return { table, before: row, after: null };
}

/** Adds a change to the trash item that holds the deletion of the row's parent, so that both come back together. */
function leaveWithParent(db: WritableDB, change: RowChange, { table, from, to }: Reference): void {
  const value = change.before?.[from] ?? null;
  const candidates = all<{ id: string; changes: string }>(
    db,
    'SELECT id, changes FROM trash WHERE instr(changes, ?) > 0 ORDER BY id DESC',
    [value],
  );
  for (const { id, changes } of candidates) {
    const kept = JSON.parse(changes) as RowChange[];
    if (!kept.some((other) => other.table === table && !other.after && other.before?.[to] === value))
      continue;
    // First in the list: applied last, when its parent is there.
    run(db, 'UPDATE trash SET changes = ? WHERE id = ?', [JSON.stringify([change, ...kept]), id]);
    return;
  }
}

function pruneRow(db: WritableDB, { table, before }: RowChange): boolean {
  if (!before) return false;
  const reference = referencesOf(db, table).find((candidate) => missingParent(db, before, candidate));
  if (!reference) return false;
  leaveWithParent(db, unhook(db, table, before, reference), reference);
  return reference.on_delete !== 'SET NULL';
}

/**
 * Applies the changes of a deletion backwards, then takes out again what has nothing to hang on. Throws what SQLite
 * throws when a unique name is taken.
 */
export function restoreRows(db: WritableDB, changes: readonly RowChange[]): void {
  for (const change of [...changes].reverse()) {
    if (isStillSo(db, change)) revertChanges(db, [change]);
  }
  let left = changes.filter(({ before, after }) => before && !after);
  for (let pruned = true; pruned; ) {
    const next = left.filter((change) => !pruneRow(db, change));
    pruned = next.length < left.length;
    left = next;
  }
}
