/**
 * How often each value of each field occurs in what was found: what adding its filter to the query would leave. Filters
 * about accounts or events hold together with those that the query has already, and are counted so.
 */
import { type FacetField, type FacetValue, facetFields } from '../../../../shared/contract/search';
import type { QueryNode } from '../../../../shared/query/query';
import { wideYear } from '../index/facts/value-keys';
import { addRowsOf, column, countRowsOf, visitRowsOf } from '../index/read-facts';
import { levelOf } from '../match/levels';
import { accountsOfEvents, evidenceReader, rowsOfEvents } from '../match/links';
import { rowsPublished } from '../match/match-dates';
import { accountsTogether, eventsTogether } from '../match/match-together';
import { noRows, rowsBearing, type SearchState } from '../match/search-state';
import { valueIdsOf } from '../match/things';
import type { RowSet } from '../rows/row-set';
import { countTogether } from './count-together';
import type { Counted, Counting } from './counting';
import { type CountedField, choicesOf, type FacetChoice, filterOf, readChoices } from './facet-values';

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

/** Counts what bears a value. One set serves all values that several ids of the index stand for. */
function simpleCounter({ state, rows }: Counting): (choice: FacetChoice) => number {
  const { db } = state;
  const bearing = noRows(state);
  return ({ ids }) => {
    const [only] = ids;
    if (only === undefined) return 0;
    if (ids.length === 1) return countRowsOf(db, only, rows);
    const occurring = ids.filter((id) => countRowsOf(db, id, rows) > 0);
    const [first] = occurring;
    if (first === undefined) return 0;
    if (occurring.length === 1) return countRowsOf(db, first, rows);
    bearing.words.fill(0);
    addRowsOf(db, occurring, bearing);
    return bearing.countWith(rows);
  };
}

/** The given accounts, under what bears a value for them: themselves, or their events. */
function accountsByBearer(state: SearchState, accounts: RowSet, eventsBear: boolean) {
  const eventOf = column(state.db, 'event');
  const bearers = noRows(state);
  const under = new Map<number, number[]>();
  accounts.forEach((account) => {
    const bearer = eventsBear ? (eventOf[account] ?? 0) : account;
    const known = under.get(bearer);
    if (known) known.push(account);
    else under.set(bearer, [account]);
    bearers.add(bearer);
  });
  return { bearers, under };
}

/** Counts what goes with accounts that bear a value; each row once. Most values are borne by none of them. */
function accountCounter({ state, rows }: Counting, accounts: RowSet, eventsBear: boolean) {
  const articleOf = column(state.db, 'article');
  const eventOf = column(state.db, 'event');
  const evidenceOf = evidenceReader(state);
  const { bearers, under } = accountsByBearer(state, accounts, eventsBear);
  const met = new Int32Array(state.size);
  let call = 0;
  let count = 0;
  const meet = (row: number): void => {
    if (row <= 0 || met[row] === call) return;
    met[row] = call;
    if (rows.has(row)) count++;
  };
  const meetAccount = (account: number): void => {
    meet(account);
    meet(eventOf[account] ?? 0);
    for (const passage of evidenceOf(account)) {
      meet(passage);
      meet(articleOf[passage] ?? 0);
    }
  };
  return ({ ids }: FacetChoice): number => {
    call++;
    count = 0;
    for (const id of ids)
      visitRowsOf(state.db, id, bearers, (bearer) => under.get(bearer)?.forEach(meetAccount));
    return count;
  };
}

/** Counts what goes with events that bear a value. */
function eventCounter({ state, rows }: Counting, events: RowSet): (choice: FacetChoice) => number {
  return ({ ids }) => {
    const bearing: number[] = [];
    for (const id of ids)
      visitRowsOf(state.db, id, events, (row) => {
        bearing.push(row);
      });
    return bearing.length === 0 ? 0 : rowsOfEvents(state, noRows(state).addAll(bearing)).countWith(rows);
  };
}

function counterFor(counting: Counting, field: CountedField): (choice: FacetChoice) => number {
  const { state, root, read } = counting;
  const { accounts, events } = jointNodes(root);
  const isAccount = accountFields.has(field);
  const isJoint = isAccount ? accounts.length + events.length > 0 : eventFields.has(field);
  if (field === 'year') return yearCounter(counting);
  if (!isJoint) return simpleCounter(counting);
  if (isAccount) return accountCounter(counting, heldAccounts(state, accounts, events, read), false);
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

/** Years by value; where dates too wide for that are there, as the filter finds them. */
function yearCounter(counting: Counting): (choice: FacetChoice) => number {
  const { state, rows } = counting;
  const wide = rowsBearing(state, valueIdsOf(state, 'year', [wideYear]));
  const count = simpleCounter(counting);
  if (wide.and(rows).isEmpty()) return count;
  return ({ label }) =>
    rowsPublished(state, { earliest: `${label}-01-01`, latest: `${label}-12-31` }).countWith(rows);
}

function countField(counting: Counting, field: FacetField): Counted[] {
  counting.check();
  if (field === 'together') return countTogether(counting);
  if (counting.rows.isEmpty()) return [];
  readChoices(counting.state, field);
  const count = counterFor(counting, field);
  return choicesOf(counting.state, field).flatMap((choice) => {
    const occurring = count(choice);
    return occurring > 0 ? { choice, count: occurring, filter: null } : [];
  });
}

const inOrder = (a: Counted, b: Counted): number =>
  b.count - a.count || (a.choice.label < b.choice.label ? -1 : 1);

/** The most frequent, in order. There may be very many others: these are not put in order. */
function mostFrequent(counted: readonly Counted[], most: number): Counted[] {
  const counts = Float64Array.from(counted, ({ count }) => count).sort();
  const least = counts.at(-most) ?? 0;
  return counted
    .filter(({ count }) => count >= least)
    .sort(inOrder)
    .slice(0, most);
}

const toValue = ({ choice, count, filter }: Counted): FacetValue => ({
  value: choice.label,
  label: choice.label,
  count,
  filter: filter ?? filterOf(choice),
});

/** The values of a field that occur and are meant, most frequent first. */
export function countValues(
  counting: Counting,
  field: FacetField,
  isMeant: (label: string) => boolean,
): FacetValue[] {
  return countField(counting, field)
    .filter(({ choice }) => isMeant(choice.label))
    .sort(inOrder)
    .map(toValue);
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
      counted.map(([field, values]) => [field, mostFrequent(values, shownValues).map(toValue)]),
    ) as Record<FacetField, FacetValue[]>,
    facetSizes: Object.fromEntries(counted.map(([field, values]) => [field, values.length])) as Record<
      FacetField,
      number
    >,
  };
}
