/** The values that each field can have, as they are shown and as they are put into a query. */
import type { FacetField } from '../../../../shared/contract/search';
import { certainties } from '../../../../shared/model/account';
import { formatFilter } from '../../../../shared/query/format-query';
import { type NameField, nameFields, searchKinds } from '../../../../shared/query/query';
import type { FactField } from '../index/fact-types';
import { wideYear } from '../index/facts/value-keys';
import { readField, valuesOf } from '../index/read-facts';
import { idsOfThings } from '../match/match-filter';
import { remembered, type SearchState } from '../match/search-state';
import { comparableName, thingsCalled, thingsOf, valueIdsOf } from '../match/things';

/** A field that is counted by the rows that bear its values. */
export type CountedField = Exclude<FacetField, 'together'>;

/** One value of a field: the values of the index that stand for it, and what is put into a query for it. */
export interface FacetChoice {
  readonly value: string;
  readonly label: string;
  readonly filter: string;
  readonly ids: readonly number[];
}

const isNameField = (field: CountedField): field is NameField & CountedField =>
  nameFields.some((name) => name === field);

/** Things that are called the same are one: a filter by that name finds all of them. */
function namedChoices(state: SearchState, field: NameField): FacetChoice[] {
  const choices = new Map<string, FacetChoice>();
  for (const { label } of thingsOf(state, field)) {
    const key = comparableName(label);
    if (choices.has(key)) continue;
    const ids = idsOfThings(state, field, thingsCalled(state, field, label));
    choices.set(key, { value: label, label, filter: formatFilter(field, label), ids });
  }
  return [...choices.values()].filter(({ ids }) => ids.length > 0);
}

/** The values of a field of the index that are words of the language themselves. */
function plainChoices(state: SearchState, field: CountedField, fact: FactField, keys: readonly string[]) {
  const name = field === 'year' ? 'published' : field;
  return keys.map(
    (key): FacetChoice => ({
      value: key,
      label: key,
      filter: formatFilter(name as Parameters<typeof formatFilter>[0], key),
      ids: valueIdsOf(state, fact, [key]),
    }),
  );
}

function keysOf(state: SearchState, field: CountedField): readonly string[] {
  if (field === 'kind') return searchKinds;
  const keys = valuesOf(state.db, field as FactField).map(({ key }) => key);
  if (field === 'certainty') return [...certainties.filter((one) => one !== ''), 'unsaid'];
  return field === 'year' ? keys.filter((key) => key !== wideYear) : keys;
}

/** Every value of a field; shared, not to be changed. */
export function choicesOf(state: SearchState, field: CountedField): readonly FacetChoice[] {
  return remembered(state, `choices ${field}`, () => {
    if (isNameField(field)) return namedChoices(state, field);
    return plainChoices(state, field, field, keysOf(state, field));
  });
}

/** Brings the rows of all values of a field into memory, where they are many. */
export function readChoices(state: SearchState, field: CountedField): void {
  const fact: FactField = field === 'actor' || field === 'place' ? 'entity' : field;
  readField(state.db, fact);
}
