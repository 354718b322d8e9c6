/** From accounts and events to all that goes with them: passages that are their evidence, articles, events. */
import { rawDatabase } from '../../core/sql';
import { column } from '../index/read-facts';
import type { RowSet } from '../rows/row-set';
import { idsOfRows, noRows, remembered, rowsBearing, rowsOfKind, type SearchState } from './search-state';
import { valueIdsOf } from './things';

/** The passages that are evidence for the account of a row. */
export const evidenceSql = `SELECT i.rowid FROM search_item a
  CROSS JOIN account_evidence x ON x.account_id = a.item_id AND x.kind = 'evidence'
  CROSS JOIN search_item i ON i.kind = 'passage' AND i.item_id = x.annotation_id WHERE a.rowid = ?`;

/** Reads the rows of an account's evidence; each account once in a state of the notebook. */
export function evidenceReader(state: SearchState): (account: number) => readonly number[] {
  const known = remembered(state, 'evidence of accounts', () => new Map<number, readonly number[]>());
  const statement = rawDatabase(state.db).prepare<[number], number>(evidenceSql).pluck();
  return (account) => {
    let rows = known.get(account);
    if (!rows) known.set(account, (rows = statement.all(account)));
    return rows;
  };
}

/** Accounts (rows of them) with their evidence, the articles of it, and their events; the caller's own. */
export function rowsOfAccounts(state: SearchState, accounts: RowSet): RowSet {
  const articleOf = column(state.db, 'article');
  const eventOf = column(state.db, 'event');
  const evidenceOf = evidenceReader(state);
  const found = accounts.clone();
  accounts.forEach((account) => {
    found.add(eventOf[account] ?? 0);
    for (const passage of evidenceOf(account)) {
      found.add(passage);
      found.add(articleOf[passage] ?? 0);
    }
  });
  found.remove(0);
  return found;
}

/** Whatever bears one of some events (rows of them); the caller's own. */
export function rowsOfEvents(state: SearchState, events: RowSet): RowSet {
  return rowsBearing(state, valueIdsOf(state, 'event', idsOfRows(state, events.toArray())));
}

/** Those of some accounts whose event is one of some. */
export function accountsOfEvents(
  state: SearchState,
  events: RowSet,
  accounts = rowsOfKind(state, 'account'),
): RowSet {
  const eventOf = column(state.db, 'event');
  const found = noRows(state);
  accounts.forEach((account) => {
    if (events.has(eventOf[account] ?? 0)) found.add(account);
  });
  return found;
}
