/**
 * Brings deleted rows back from the record of their deletion, long after it: what later changes overtook stays as it is
 * now, and what needs a row that is in the trash itself waits there beside it.
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

/** The single-column references of a table. */
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
  const select = 'SELECT name FROM pragma_table_info(?) WHERE pk > 0';
  return all<{ name: string }>(db, select, [table]).map(({ name }) => name);
}

/** Adds a change to the trash item that holds the deletion of a row which the change needs: both come back together. */
function leaveWith(db: WritableDB, change: RowChange, table: string, column: string, value: SqlValue): void {
  const candidates = all<{ id: string; changes: string }>(
    db,
    'SELECT id, changes FROM trash WHERE instr(changes, ?) > 0 ORDER BY id DESC',
    [value],
  );
  for (const { id, changes } of candidates) {
    const kept = JSON.parse(changes) as RowChange[];
    const holds = kept.some(
      (other) => other.table === table && !other.after && other.before?.[column] === value,
    );
    if (!holds) continue;
    // First in the list: applied last, when that row is there.
    run(db, 'UPDATE trash SET changes = ? WHERE id = ?', [JSON.stringify([change, ...kept]), id]);
    return;
  }
}

/**
 * Takes one change back and answers whether it was. A row that the deletion only changed (such rows have an `id`) is
 * changed back where nothing else has changed it since.
 */
function revertOne(db: WritableDB, change: RowChange): boolean {
  const { table, before, after } = change;
  if (before && after) {
    const now = get<Row>(db, `SELECT * FROM ${table} WHERE id = ?`, [after['id'] ?? null]);
    if (!now) leaveWith(db, change, table, 'id', after['id'] ?? null);
    if (!now || Object.keys(after).some((name) => before[name] !== after[name] && now[name] !== after[name]))
      return false;
  }
  revertChanges(db, [change]);
  return true;
}

function missingParent(db: WritableDB, row: Row, { table, from, to }: Reference): boolean {
  const value = row[from];
  return value != null && countOf(db, `SELECT count(*) FROM ${table} WHERE ${quoted(to)} = ?`, [value]) === 0;
}

/** Takes a row out again, or only its reference where that may be empty, and leaves it with its parent. */
function unhook(db: WritableDB, table: string, row: Row, reference: Reference): void {
  const { from, to, on_delete } = reference;
  const key = keyColumns(db, table);
  const where = key.map((column) => `${quoted(column)} = ?`).join(' AND ');
  const keyValues = key.map((column) => row[column] ?? null);
  const optional = on_delete === 'SET NULL';
  // As it stands: changes that waited for the row may have been applied to it already.
  const before = optional ? row : (get<Row>(db, `SELECT * FROM ${table} WHERE ${where}`, keyValues) ?? row);
  run(
    db,
    optional
      ? `UPDATE ${table} SET ${quoted(from)} = NULL WHERE ${where}`
      : `DELETE FROM ${table} WHERE ${where}`,
    keyValues,
  );
  const change = { table, before, after: optional ? { ...row, [from]: null } : null };
  leaveWith(db, change, reference.table, to, row[from] ?? null);
}

/** Takes out what cannot be without a parent that is missing, and what hangs on that in turn; answers what stays. */
function dropUnsupported(db: WritableDB, changes: readonly RowChange[]): RowChange[] {
  const stays = changes.filter(({ table, before, after }) => {
    const needed = after ? [] : referencesOf(db, table).filter(({ on_delete }) => on_delete !== 'SET NULL');
    const missing = before && needed.find((reference) => missingParent(db, before, reference));
    if (before && missing) unhook(db, table, before, missing);
    return !missing;
  });
  return stays.length === changes.length ? stays : dropUnsupported(db, stays);
}

/** Empties the references to what is missing, of rows that may be without it. */
function emptyReferences(db: WritableDB, changes: readonly RowChange[]): void {
  for (const { table, before, after } of changes) {
    const restored = referencesOf(db, table).filter(
      ({ from, on_delete }) => on_delete === 'SET NULL' && before?.[from] !== after?.[from],
    );
    for (const reference of restored) {
      if (before && missingParent(db, before, reference)) unhook(db, table, before, reference);
    }
  }
}

/**
 * Applies the changes of a deletion backwards, then takes out again what has nothing to hang on. Throws what SQLite
 * throws when a unique name is taken.
 */
export function restoreRows(db: WritableDB, changes: readonly RowChange[]): void {
  const reverted = [...changes].reverse().filter((change) => revertOne(db, change));
  emptyReferences(db, dropUnsupported(db, reverted));
}
