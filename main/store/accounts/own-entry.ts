/**
 * The researcher's own entry for a fact: an account that nobody in the sources makes, as the event's form gives it. It
 * takes the place of an earlier one of its kind and leaves what sources say alone.
 */
import type { FactKind } from '../../../shared/model/account';
import { pluck, type ReadableDB, type WritableDB } from '../core/sql';
import type { GivenValue } from './account-row';
import { addAccount, removeAccount, updateAccount } from './change-account';

/** The one account there is, where it is nobody's word or the article's own; or the entry beside others. */
function ownEntry(db: ReadableDB, eventId: string, fact: FactKind): string | undefined {
  const accounts = `SELECT id FROM account WHERE event_id = ? AND fact = ?`;
  const own = pluck<string>(db, `${accounts} AND claimant_kind = 'none' ORDER BY id`, [eventId, fact])[0];
  if (own !== undefined) return own;
  const all = pluck<string>(db, accounts, [eventId, fact]);
  const [sole] = pluck<string>(db, `${accounts} AND claimant_kind = 'narrator'`, [eventId, fact]);
  return all.length === 1 ? sole : undefined;
}

/** Sets the entry of a fact; null takes it away. Throws as `addAccount`. */
export function setOwnEntry(
  db: WritableDB,
  eventId: string,
  fact: 'date' | 'place' | 'type',
  value: GivenValue | null,
): void {
  const id = ownEntry(db, eventId, fact);
  if (id !== undefined && value) updateAccount(db, { id, value });
  else if (id !== undefined) removeAccount(db, { id });
  else if (value) addAccount(db, { eventId, fact, value, evidence: [] });
}
