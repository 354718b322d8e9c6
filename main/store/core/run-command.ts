/**
 * Runs a command as one transaction and derives, from the rows it changed, what everyone else needs: the inverse, the
 * topics, events settled from their accounts, and a search index that agrees with the rows. An error leaves nothing behind.
 */
import type { Topic } from '../../../shared/contract/app';
import { settleEvents } from '../accounts/settle-events';
import { forgetIndex, refreshSearchIndex } from '../search/index/refresh-index';
import { type RowChange, takeChanges } from './recorder';
import { rawDatabase, type WritableDB } from './sql';
import { topicsOf } from './topics';

export interface CommandOutcome<Value> {
  readonly value: Value;
  /** What was changed: reverting it is the inverse. */
  readonly changes: readonly RowChange[];
  readonly topics: readonly Topic[];
}

/**
 * Runs `work` in one durable transaction. Throws what `work` throws, with the rows as they were. `eachIndexed`: called while the
 * index is brought up to date, with how much of that is done, from 0 to 1; what it throws ends the command likewise.
 */
export function runCommand<Value>(
  db: WritableDB,
  work: (db: WritableDB) => Value,
  eachIndexed?: (share: number) => void,
): CommandOutcome<Value> {
  const transaction = rawDatabase(db).transaction((): CommandOutcome<Value> => {
    const value = work(db);
    const written = takeChanges(db);
    settleEvents(db, written);
    const changes = [...written, ...takeChanges(db)];
    refreshSearchIndex(db, changes, eachIndexed);
    return { value, changes, topics: topicsOf(changes) };
  });
  try {
    return transaction.immediate();
  } catch (error) {
    forgetIndex(db);
    throw error;
  }
}
