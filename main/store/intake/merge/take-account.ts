/** The preference of accounts: one at most for each fact of an event. */
import { pluck, type ReadableDB } from '../../core/sql';
import type { JsonObject } from '../../notebook/records/record-types';

/** Another account of the same fact that is preferred in our notebook, or undefined. */
export function otherPreferred(db: ReadableDB, account: JsonObject): string | undefined {
  const { id, eventId, fact, key } = account;
  return pluck<string>(
    db,
    `SELECT id FROM account WHERE event_id = ? AND fact = ? AND key = ? AND preferred_reason IS NOT NULL AND id <> ?`,
    [eventId, fact, key, id].map(String),
  )[0];
}
