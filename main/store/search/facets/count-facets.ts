/**
 * How often each value of each field occurs in what was found: what adding its filter to the query would leave. Filters
 * about accounts or events hold together with those that the query has already, and are counted so.
 */
import { type FacetField, type FacetValue, facetFields } from '../../../../shared/contract/search';
import type { QueryNode } from '../../../../shared/query/query';
import { wideYear } from '../index/facts/value-keys';
import { column, countRowsOf } from '../index/read-facts';
import { levelOf } from '../match/levels';
import { accountsOfEvents, evidenceReader, rowsOfAccounts, rowsOfEvents } from '../match/links';
import { rowsPublished } from '../match/match-dates';
import { rowsOfFilter } from '../match/match-filter';
import { accountsTogether, eventsTogether } from '../match/match-together';
import { type CheckOvertaken, rowsBearing, rowsOfKind, type SearchState } from '../match/search-state';
import { valueIdsOf } from '../match/things';
import type { RowSet } from '../rows/row-set';
import { countTogether } from './count-together';
import { type CountedField, choicesOf, type FacetChoice, readChoices } from './facet-values';

/** What is counted. */
export interface Counting {
  readonly state: SearchState;
  readonly root: QueryNode;
  readonly rows: RowSet;
  readonly check: CheckOvertaken;
  /** The rows that a node of the query means. */
  readonly read: (node: QueryNode) => RowSet;
}

interface Counted {
  readonly choice: FacetChoice;
  readonly count: number;
}

const accountFields: ReadonlySet<FacetField> = new Set(['role', 'mode', 'certainty', 'claimant']);
const eventFields: ReadonlySet<FacetField> = new Set(['event', 'type']);

/** The filters of the query that a further one would hold together with. */
function jointNodes(root: QueryNode): { accounts: QueryNode[]; events: QueryNode[] } {
  const nodes = root.kind === 'and' ? root.nodes : [root];
  return {
    accounts: nodes.filter((node) => levelOf(node) === 'account'),
    events: nodes.filter((node) => levelOf(node) === 'event'),
  };
}

/** Counts what bears a value. */
function simpleCounter({ state, rows }: Counting): (choice: FacetChoice) => number {
  return ({ ids }) => {
    const [only] = ids;
    if (only === undefined) return 0;
    return ids.length === 1 ? countRowsOf(state.db, only, rows) : rowsBearing(state, ids).countWith(rows);
  };
}

/** Counts what goes with accounts that bear a value; each row once. */
function accountCounter({ state, rows }: Counting, accounts: RowSet, eventsBear: boolean) {
  const articleOf = column(state.db, 'article');
  const eventOf = column(state.db, 'event');
  const evidenceOf = evidenceReader(state);
  const met = new Int32Array(state.size);
  let call = 0;
  return ({ ids }: FacetChoice): number => {
    call++;
    let count = 0;
    const meet = (row: number): void => {
      if (row <= 0 || met[row] === call) return;
      met[row] = call;
      if (rows.has(row)) count++;
    };
    const bearing = rowsBearing(state, ids);
    accounts.forEach((account) => {
      const event = eventOf[account] ?? 0;
      if (!bearing.has(eventsBear ? event : account)) return;
      meet(account);
      meet(event);
      for (const passage of evidenceOf(account)) {
        meet(passage);
        meet(articleOf[passage] ?? 0);
      }
    });
    return count;
  };
}

/** Accounts without a certainty bear no value for it. */
function countUnsaid(counting: Counting, accounts: RowSet): number {
  const { state, rows } = counting;
  const unsaid = rowsOfFilter(state, { kind: 'value', field: 'certainty', value: 'unsaid' }, () => {});
  return rowsOfAccounts(state, accounts.clone().and(unsaid)).countWith(rows);
}

/** Counts what goes with events that bear a value. */
function eventCounter({ state, rows }: Counting, events: RowSet): (choice: FacetChoice) => number {
  return ({ ids }) => {
    const bearing = rowsBearing(state, ids).and(events);
    return bearing.isEmpty() ? 0 : rowsOfEvents(state, bearing).countWith(rows);
  };
}

function counterFor(counting: Counting, field: CountedField): (choice: FacetChoice) => number {
  const { state, root, read } = counting;
  const { accounts, events } = jointNodes(root);
  const isAccount = accountFields.has(field);
  const isJoint = isAccount ? accounts.length + events.length > 0 : eventFields.has(field);
  if (field === 'year') return yearCounter(counting);
  if (!isJoint) return withUnsaid(counting, rowsOfKind(state, 'account'), simpleCounter(counting));
  if (isAccount) {
    const held = heldAccounts(state, accounts, events, read);
    return withUnsaid(counting, held, accountCounter(counting, held, false));
  }
  if (accounts.length > 0) return accountCounter(counting, heldAccounts(state, accounts, events, read), true);
  if (events.length === 0) return simpleCounter(counting);
  return eventCounter(counting, eventsTogether(state, events, read));
}

function heldAccounts(
  state: SearchState,
  accounts: readonly QueryNode[],
  events: readonly QueryNode[],
  read: Counting['read'],
): RowSet {
  if (accounts.length > 0) return accountsTogether(state, { accounts, events }, read);
  return accountsOfEvents(state, eventsTogether(state, events, read));
}

function withUnsaid(
  counting: Counting,
  accounts: RowSet,
  count: (choice: FacetChoice) => number,
): (choice: FacetChoice) => number {
  return (choice) => (choice.filter === 'certainty:unsaid' ? countUnsaid(counting, accounts) : count(choice));
}

/** Years by value; where dates too wide for that are there, as the filter finds them. */
function yearCounter(counting: Counting): (choice: FacetChoice) => number {
  const { state, rows } = counting;
  const wide = rowsBearing(state, valueIdsOf(state, 'year', [wideYear]));
  const count = simpleCounter(counting);
  if (wide.and(rows).isEmpty()) return count;
  return ({ value }) =>
    rowsPublished(state, { earliest: `${value}-01-01`, latest: `${value}-12-31` }).countWith(rows);
}

function countField(counting: Counting, field: FacetField): Counted[] {
  counting.check();
  if (field === 'together') return countTogether(counting);
  if (counting.rows.isEmpty()) return [];
  readChoices(counting.state, field);
  const count = counterFor(counting, field);
  const counted = choicesOf(counting.state, field).map((choice) => ({ choice, count: count(choice) }));
  return counted
    .filter((each) => each.count > 0)
    .sort((a, b) => b.count - a.count || (a.choice.label < b.choice.label ? -1 : 1));
}

const toValue = ({ choice: { value, label, filter }, count }: Counted): FacetValue => ({
  value,
  label,
  count,
  filter,
});

/** All values of a field that occur, most frequent first. */
export function countValues(counting: Counting, field: FacetField): FacetValue[] {
  return countField(counting, field).map(toValue);
}

const shownValues = 20;

/** The most frequent values of every field, and how many each has. */
export function countFacets(counting: Counting): {
  readonly facets: Readonly<Record<FacetField, readonly FacetValue[]>>;
  readonly facetSizes: Readonly<Record<FacetField, number>>;
} {
  const counted = facetFields.map((field) => [field, countField(counting, field)] as const);
  return {
    facets: Object.fromEntries(
      counted.map(([field, values]) => [field, values.slice(0, shownValues).map(toValue)]),
    ) as Record<FacetField, FacetValue[]>,
    facetSizes: Object.fromEntries(counted.map(([field, values]) => [field, values.length])) as Record<
      FacetField,
      number
    >,
  };
}
