/** From accounts and events to all that goes with them: passages that are their evidence, articles, events. */
import { rawDatabase } from '../../core/sql';
import { column } from '../index/read-facts';
import type { RowSet } from '../rows/row-set';
import { idsOfRows, noRows, remembered, rowsBearing, rowsOfKind, type SearchState } from './search-state';
import { valueIdsOf } from './things';

/** The passages that are evidence for accounts, out of a JSON list of rows. */
export const evidenceSql = `SELECT a.rowid, i.rowid FROM json_each(?) j CROSS JOIN search_item a ON a.rowid = j.value
  CROSS JOIN account_evidence x ON x.account_id = a.item_id AND x.kind = 'evidence'
  CROSS JOIN search_item i ON i.kind = 'passage' AND i.item_id = x.annotation_id`;

const none: readonly number[] = [];

/** Reads the rows of the evidence of some accounts; each account once in a state of the notebook. */
export function evidenceReader(state: SearchState, accounts: RowSet): (account: number) => readonly number[] {
  const known = remembered(state, 'evidence of accounts', () => new Map<number, number[]>());
  const missing = accounts.toArray().filter((account) => !known.has(account));
  const statement = rawDatabase(state.db).prepare<[string], [number, number]>(evidenceSql).raw();
  for (const account of missing) known.set(account, []);
  const pairs = missing.length > 0 ? statement.all(JSON.stringify(missing)) : [];
  for (const [account, passage] of pairs) known.get(account)?.push(passage);
  return (account) => known.get(account) ?? none;
}

/** Accounts (rows of them) with their evidence, the articles of it, and their events; the caller's own. */
export function rowsOfAccounts(state: SearchState, accounts: RowSet): RowSet {
  const articleOf = column(state.db, 'article');
  const eventOf = column(state.db, 'event');
  const evidenceOf = evidenceReader(state, accounts);
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
