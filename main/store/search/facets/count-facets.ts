/**
 * How often each value of each field occurs in what was found: what adding its filter to the query would leave. Filters
 * about accounts or events hold together with those that the query has already, and are counted so.
 */
import { type FacetField, type FacetValue, facetFields } from '../../../../shared/contract/search';
import type { QueryNode } from '../../../../shared/query/query';
import { wideYear } from '../index/facts/value-keys';
import { levelOf } from '../match/levels';
import { accountsOfEvents } from '../match/links';
import { rowsPublished } from '../match/match-dates';
import { accountsTogether, eventsTogether } from '../match/match-together';
import type { SearchState } from '../match/search-state';
import { valueIdsOf } from '../match/things';
import type { RowSet } from '../rows/row-set';
import { countOfAccounts, countOfEvents } from './count-joint';
import { countTogether } from './count-together';
import type { Counted, Counting } from './counting';
import { type CountedField, choicesOf, type FacetChoice, filterOf } from './facet-values';
import { countFound, type ValueCounter } from './value-counts';

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
function yearCounter(
  { state, rows }: Counting,
  { ofValue, ofChoice }: ValueCounter,
): (choice: FacetChoice) => number {
  const hasWide = valueIdsOf(state, 'year', [wideYear]).some((id) => ofValue(id) > 0);
  if (!hasWide) return ofChoice;
  return ({ label }) =>
    rowsPublished(state, { earliest: `${label}-01-01`, latest: `${label}-12-31` }).countWith(rows);
}

/** By themselves, or null: a further filter of the field would hold together with others of the query. */
function countJoint(counting: Counting, field: CountedField): Counted[] | null {
  const { state, root, read } = counting;
  const { accounts, events } = jointNodes(root);
  const isAccount = accountFields.has(field);
  if (!isAccount && !eventFields.has(field)) return null;
  if (accounts.length > 0 || (isAccount && events.length > 0))
    return countOfAccounts(counting, field, heldAccounts(state, accounts, events, read), !isAccount);
  return events.length > 0 ? countOfEvents(counting, field, eventsTogether(state, events, read)) : null;
}

function countField(counting: Counting, field: FacetField, counter: ValueCounter): Counted[] {
  counting.check();
  if (field === 'together') return countTogether(counting);
  if (counting.rows.isEmpty()) return [];
  const joint = countJoint(counting, field);
  if (joint) return joint;
  const count = field === 'year' ? yearCounter(counting, counter) : counter.ofChoice;
  const counted: Counted[] = [];
  for (const choice of choicesOf(counting.state, field)) {
    const occurring = count(choice);
    if (occurring > 0) counted.push({ choice, count: occurring, filter: null });
  }
  return counted;
}

const inOrder = (a: Counted, b: Counted): number =>
  b.count - a.count || (a.choice.label < b.choice.label ? -1 : 1);

/** The most frequent, in order. There may be very many others: these are not put in order. */
function mostFrequent(counted: readonly Counted[], most: number): Counted[] {
  const first: Counted[] = [];
  for (const each of counted) {
    const last = first.at(-1);
    if (first.length === most && last && inOrder(each, last) > 0) continue;
    const place = first.findIndex((other) => inOrder(each, other) < 0);
    first.splice(place < 0 ? first.length : place, 0, each);
    if (first.length > most) first.pop();
  }
  return first;
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
  return countField(counting, field, countFound(counting.state, counting.rows))
    .filter(({ choice }) => isMeant(choice.label))
    .sort(inOrder)
    .map(toValue);
}

const shownValues = 20;

/** The most frequent values of every field, and how many each has. */
export function countFacets(
  counting: Counting,
  counter: ValueCounter,
): {
  readonly facets: Readonly<Record<FacetField, readonly FacetValue[]>>;
  readonly facetSizes: Readonly<Record<FacetField, number>>;
} {
  const counted = facetFields.map((field) => [field, countField(counting, field, counter)] as const);
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
