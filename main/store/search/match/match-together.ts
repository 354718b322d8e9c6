/** The accounts, or events, of which all filters of one group hold together. */
import type { QueryNode } from '../../../../shared/query/query';
import type { RowSet } from '../rows/row-set';
import { accountsOfEvents } from './links';
import { rowsOfKind, type SearchState } from './search-state';

/** The filters of a group that are about accounts and about events. */
export interface Together {
  readonly accounts: readonly QueryNode[];
  readonly events: readonly QueryNode[];
}

type ReadRows = (node: QueryNode) => RowSet;

/** The rows of the events of which all of some filters hold; with no filter, every event. */
export function eventsTogether(state: SearchState, nodes: readonly QueryNode[], read: ReadRows): RowSet {
  const events = rowsOfKind(state, 'event').clone();
  for (const node of nodes) events.and(read(node));
  return events;
}

/** The rows of the accounts of which all of some filters hold, and whose event meets the others. */
export function accountsTogether(state: SearchState, { accounts, events }: Together, read: ReadRows): RowSet {
  const found = rowsOfKind(state, 'account').clone();
  for (const node of accounts) found.and(read(node));
  return events.length === 0 ? found : accountsOfEvents(state, eventsTogether(state, events, read), found);
}
