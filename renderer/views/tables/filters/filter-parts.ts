/** A filter of passages as parts that are added and taken off one by one: what the chips above a list stand for. */
import type { PassageFilters, PassageProperty } from '../../../../shared/contract/passages';

type Name = keyof PassageFilters;

/** One part: of a list of conditions the one at `index`. */
export interface FilterPart {
  readonly name: Name;
  readonly index: number;
}

/** The filter without what is empty. */
function cleaned(filters: PassageFilters): PassageFilters {
  const kept = Object.entries(filters).filter(
    ([, value]) => value !== undefined && !(Array.isArray(value) && value.length === 0),
  );
  return Object.fromEntries(kept) as PassageFilters;
}

/** Each part, in the order they are listed; words have a field of their own. */
export function partsOf(filters: PassageFilters): readonly FilterPart[] {
  return Object.entries(filters).flatMap(([key, value]): readonly FilterPart[] => {
    const name = key as Name;
    if (value === undefined || name === 'words') return [];
    return Array.isArray(value) ? value.map((_, index) => ({ name, index })) : [{ name, index: 0 }];
  });
}

/** The filter with one part taken off. */
export function withoutPart(filters: PassageFilters, { name, index }: FilterPart): PassageFilters {
  const value = filters[name];
  const left = Array.isArray(value) ? value.filter((_, at) => at !== index) : undefined;
  return cleaned({ ...filters, [name]: left });
}

const add = <Item>(items: readonly Item[] | undefined, item: Item): Item[] =>
  (items ?? []).some((one) => JSON.stringify(one) === JSON.stringify(item))
    ? [...(items ?? [])]
    : [...(items ?? []), item];

/** The filter with more conditions: lists grow, each condition once; what there is one of is replaced. */
export function withParts(filters: PassageFilters, more: PassageFilters): PassageFilters {
  const merged: Record<string, unknown> = { ...filters };
  for (const [name, value] of Object.entries(more)) {
    merged[name] = Array.isArray(value)
      ? (value as unknown[]).reduce<unknown[]>(
          (all, item) => add(all, item),
          (merged[name] as unknown[]) ?? [],
        )
      : value;
  }
  return cleaned(merged);
}

/** In the words of a sentence: “has a comment”. */
export const propertyWords: Readonly<Record<PassageProperty, string>> = {
  actor: 'an actor',
  place: 'a place',
  object: 'an object',
  event: 'an event',
  tag: 'a tag',
  comment: 'a comment',
  publisher: 'a known publisher',
  month: 'a known month of publication',
};
export const lackWords: Readonly<Record<PassageProperty, string>> = {
  actor: 'no actor',
  place: 'no place',
  object: 'no object',
  event: 'no event',
  tag: 'no tag',
  comment: 'no comment',
  publisher: 'no known publisher',
  month: 'no known month of publication',
};
/** Who says it, where that is no actor of the notebook. */
export const claimantWords = { narrator: 'The article itself', unnamed: 'A source without a name' } as const;
export const stateWords = {
  exact: 'Words as they were',
  moved: 'Words have moved',
  changed: 'Words have changed',
  orphan: 'Words are gone',
} as const;
