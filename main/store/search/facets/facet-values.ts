/** The values that each field can have, as they are shown and as they are put into a query. */
import type { FacetField } from '../../../../shared/contract/search';
import { certainties } from '../../../../shared/model/account';
import { formatFilter } from '../../../../shared/query/format-query';
import { type NameField, nameFields, searchKinds } from '../../../../shared/query/query';
import type { FactField } from '../index/fact-types';
import { wideYear } from '../index/facts/value-keys';
import { valuesOf } from '../index/read-facts';
import { idsOfThings } from '../match/match-filter';
import { remembered, type SearchState } from '../match/search-state';
import { thingsCompared, thingsOf, valueIdsOf } from '../match/things';

/** A field that is counted by the rows that bear its values. */
export type CountedField = Exclude<FacetField, 'together'>;

/** One value of a field, and the values of the index that stand for it. */
export interface FacetChoice {
  readonly field: CountedField;
  readonly label: string;
  readonly ids: readonly number[];
}

/** What is put into a query for a value. */
export function filterOf({ field, label }: FacetChoice): string {
  return formatFilter(field === 'year' ? 'published' : field, label);
}

const isNameField = (field: CountedField): field is NameField & CountedField =>
  nameFields.some((name) => name === field);

/** Things that are called the same are one: a filter by that name finds all of them. */
function namedChoices(state: SearchState, field: NameField & CountedField): FacetChoice[] {
  const choices = new Map<string, FacetChoice>();
  for (const { label, names } of thingsOf(state, field)) {
    const [key = ''] = names;
    if (choices.has(key)) continue;
    const ids = idsOfThings(state, field, thingsCompared(state, field, key));
    if (ids.length > 0) choices.set(key, { field, label, ids });
  }
  return [...choices.values()];
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
    return keysOf(state, field).map((key) => ({ field, label: key, ids: valueIdsOf(state, field, [key]) }));
  });
}

/** By value of the index, the values of some fields that it stands for; shared, not to be changed. */
export function choicesByValue(
  state: SearchState,
  fields: readonly CountedField[],
): ReadonlyMap<number, readonly FacetChoice[]> {
  return remembered(state, `choices by value ${fields.join()}`, () => {
    const byValue = new Map<number, FacetChoice[]>();
    for (const choice of fields.flatMap((field) => choicesOf(state, field)))
      for (const id of choice.ids) {
        const known = byValue.get(id);
        if (known) known.push(choice);
        else byValue.set(id, [choice]);
      }
    return byValue;
  });
}
