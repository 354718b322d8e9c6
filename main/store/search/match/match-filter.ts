/** The rows that bear what a single filter names. */
import { assertNever } from '../../../../shared/model/assert-never';
import type { ActorNode, DateNode, NameField, NameNode, ValueNode } from '../../../../shared/query/query';
import { said } from '../../../../shared/query/read-terms';
import { roleSeparator } from '../index/fact-types';
import { languageKey } from '../index/facts/value-keys';
import type { RowSet } from '../rows/row-set';
import { rowsOfEvents } from './links';
import { eventsWithin, rowsPublished } from './match-dates';
import { remembered, rowsBearing, type SearchState } from './search-state';
import { factOf, type Thing, thingsNamed, valueIdsOf } from './things';

export type FilterNode = ActorNode | NameNode | ValueNode | DateNode;

/** Says what of a filter could not be taken as meant. */
type Tell = (problem: string) => void;

/** A field as a sentence has it. */
const fieldWords: Partial<Record<NameField, string>> = { by: 'author', type: 'type of event' };

function meant(state: SearchState, field: NameField, value: string, tell: Tell): readonly Thing[] {
  const things = thingsNamed(state, field, value);
  if (things.length === 0) tell(`There is no ${fieldWords[field] ?? field} named ${said(value)}.`);
  return things;
}

/** Ids of the values that stand for things of a field. */
export function idsOfThings(state: SearchState, field: NameField, things: readonly Thing[]): number[] {
  const keys = new Set(things.flatMap((thing) => thing.keys));
  return valueIdsOf(state, factOf[field], [...keys]);
}

function rowsNamed(state: SearchState, field: NameField, value: string, tell: Tell): RowSet {
  return rowsBearing(state, idsOfThings(state, field, meant(state, field, value, tell)));
}

/** An actor taking part in one of some roles. */
function rowsOfRole(state: SearchState, node: ActorNode, tell: Tell): RowSet {
  const actors = meant(state, 'actor', node.value, tell).flatMap(({ keys }) => keys);
  const roles = node.roles.flatMap((role) => meant(state, 'role', role, tell)).flatMap(({ keys }) => keys);
  const keys = roles.flatMap((role) => actors.map((actor) => `${role}${roleSeparator}${actor}`));
  return rowsBearing(state, valueIdsOf(state, 'role-of', keys));
}

function rowsOfValue(state: SearchState, { field, value }: ValueNode, tell: Tell): RowSet {
  const ids = valueIdsOf(state, field, [field === 'lang' ? languageKey(value) : value]);
  if (field === 'lang' && ids.length === 0) tell(`There is no article in the language ${said(value)}.`);
  return rowsBearing(state, ids);
}

function rowsOfDate(state: SearchState, node: DateNode): RowSet {
  return node.field === 'published'
    ? rowsPublished(state, node)
    : rowsOfEvents(state, eventsWithin(state, node));
}

/** The rows that pass a filter; the caller's own. */
export function rowsOfFilter(state: SearchState, node: FilterNode, tell: Tell): RowSet {
  switch (node.kind) {
    case 'actor':
      if (node.roles.length > 0) return rowsOfRole(state, node, tell);
      return rowsNamed(state, 'actor', node.value, tell);
    case 'name':
      return rowsNamed(state, node.field, node.value, tell);
    case 'value':
      return rowsOfValue(state, node, tell);
    case 'date': {
      const key = `${node.field} ${node.earliest}..${node.latest}`;
      return remembered(state, key, () => rowsOfDate(state, node)).clone();
    }
    default:
      return assertNever(node);
  }
}
