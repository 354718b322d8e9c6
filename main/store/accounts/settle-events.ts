/**
 * Keeps the derived columns of events equal to what their accounts come to, from the record of row changes, in the same
 * transaction. The rules are in `shared/accounts`.
 */
import { settleEvent } from '../../../shared/accounts/settle';
import type { RowChange } from '../core/recorder';
import { all, get, pluck, type ReadableDB, run, type SqlValue, type WritableDB } from '../core/sql';
import { type AccountRow, accountSelect, valueOfRow } from './account-row';

type SettledColumns = Readonly<Record<string, SqlValue>>;

/** What an event's derived columns should be. */
export function settledColumns(db: ReadableDB, eventId: string): SettledColumns {
  const rows = all<AccountRow>(db, `${accountSelect} WHERE account.event_id = ? ORDER BY account.id`, [
    eventId,
  ]);
  const { date, placeId, typeId, happened, conflictCount } = settleEvent(
    rows.map((row) => ({
      id: row.id,
      fact: row.fact,
      key: row.key,
      value: valueOfRow(row),
      mode: row.mode,
      instead: row.instead === 1,
      preferredReason: row.preferred_reason,
    })),
  );
  return {
    date_edtf: date?.edtf ?? null,
    date_words: date?.words ?? '',
    date_earliest: date?.earliest ?? null,
    date_latest: date?.latest ?? null,
    place_id: placeId,
    type_id: typeId,
    happened,
    conflict_count: conflictCount,
  };
}

/** The columns that follow from accounts. */
const derived = [
  'date_edtf',
  'date_words',
  'date_earliest',
  'date_latest',
  'place_id',
  'type_id',
  'happened',
  'conflict_count',
] as const;

function settle(db: WritableDB, eventId: string): void {
  const now = get<SettledColumns>(db, `SELECT ${derived.join(', ')} FROM event WHERE id = ?`, [eventId]);
  if (!now) return;
  const due = settledColumns(db, eventId);
  if (derived.every((column) => now[column] === due[column])) return;
  const set = derived.map((column) => `${column} = @${column}`).join(', ');
  run(db, `UPDATE event SET ${set} WHERE id = @event_id`, { ...due, event_id: eventId });
}

/** Events told of at a place, at one inside it, or at one merged into these. */
const eventsAt = `WITH RECURSIVE inside (id) AS (
    SELECT ? UNION SELECT e.id FROM inside JOIN entity e ON e.parent_id = inside.id OR e.merged_into = inside.id)
  SELECT DISTINCT a.event_id FROM inside JOIN account a ON a.entity_id = inside.id AND a.fact = 'place'`;
const eventsOfType = `WITH RECURSIVE inside (id) AS (
    SELECT ? UNION SELECT t.id FROM inside JOIN event_type t ON t.parent_id = inside.id)
  SELECT DISTINCT a.event_id FROM inside JOIN account a ON a.type_id = inside.id`;

const differs = ({ before, after }: RowChange, columns: readonly string[]): boolean =>
  before !== null && after !== null && columns.some((column) => before[column] !== after[column]);

/** The events whose derived columns a change may have made untrue. */
function touchedBy(db: ReadableDB, change: RowChange): readonly string[] {
  const row = change.after ?? change.before ?? {};
  const id = String(row['id']);
  switch (change.table) {
    case 'account':
      return [String(row['event_id'])];
    case 'event':
      return [id];
    case 'entity':
      return differs(change, ['root_id', 'parent_id']) ? pluck<string>(db, eventsAt, [id]) : [];
    case 'event_type':
      return differs(change, ['parent_id']) ? pluck<string>(db, eventsOfType, [id]) : [];
    default:
      return [];
  }
}

/** Settles anew the events that a command touched. */
export function settleEvents(db: WritableDB, changes: readonly RowChange[]): void {
  const touched = new Set(changes.flatMap((change) => touchedBy(db, change)));
  for (const eventId of touched) settle(db, eventId);
}
