/**
 * Runs a command as one transaction and derives, from the rows it changed, what everyone else needs: the inverse, the
 * topics, events settled from their accounts, and a search index that agrees with the rows. An error leaves nothing behind.
 */
import type { Topic } from '../../../shared/contract/app';
import { settleEvents } from '../accounts/settle-events';
import { forgetIndex, refreshSearchIndex } from '../search/index/refresh-index';
import { type RowChange, recordLongTexts, takeChanges } from './recorder';
import { rawDatabase, type WritableDB } from './sql';
import { topicsOf } from './topics';

export interface CommandOutcome<Value> {
  readonly value: Value;
  /** What was changed: reverting it is the inverse. */
  readonly changes: readonly RowChange[];
  readonly topics: readonly Topic[];
}

/** What commands have changed, by the handle they write with, for who does it again on a copy of the notebook. */
const tapes = new WeakMap<WritableDB, RowChange[]>();

/** From here on what commands change through the handle is kept; what was kept is forgotten. */
export function startTape(db: WritableDB): void {
  tapes.set(db, []);
  recordLongTexts(db, true);
}

/** What was changed since the tape was started or last taken, in order; nothing where there is none. It goes on being kept. */
export function takeTape(db: WritableDB): readonly RowChange[] {
  return tapes.get(db)?.splice(0) ?? [];
}

/** Nothing is kept any more. */
export function endTape(db: WritableDB): void {
  if (tapes.delete(db)) recordLongTexts(db, false);
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
    const outcome = transaction.immediate();
    const tape = tapes.get(db);
    if (tape) for (const change of outcome.changes) tape.push(change);
    return outcome;
  } catch (error) {
    forgetIndex(db);
    throw error;
  }
}
