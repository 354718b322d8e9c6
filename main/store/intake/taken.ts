import type { ImportedItem } from '../../../shared/model/imported/imported-item';

/**
 * What became of one item of a file. `imported`: made; `known`: all of it is there; `recaptured`: a new revision of an
 * article that was there; `joined`: details put to an article that was there; `refused`: not taken.
 */
export interface Taken {
  readonly kind: ImportedItem['kind'];
  readonly outcome: 'imported' | 'known' | 'recaptured' | 'joined' | 'refused';
  readonly articleId: string | null;
  readonly title: string;
  /** In words: why it was refused, what was left out, what to look at. '' when there is nothing to say. */
  readonly message: string;
  /** Passages made with it, how many of these have other words than the file says, and what of it could not be taken. */
  readonly passages: number;
  readonly changed: number;
  readonly lost: readonly string[];
  /** Details that were put to an article that was there. */
  readonly filled: number;
}

/** A row with nothing special in it. */
export function taken(
  kind: Taken['kind'],
  outcome: Taken['outcome'],
  rest: Partial<Omit<Taken, 'kind' | 'outcome'>> = {},
): Taken {
  return {
    kind,
    outcome,
    articleId: null,
    title: '',
    message: '',
    passages: 0,
    changed: 0,
    lost: [],
    filled: 0,
    ...rest,
  };
}
