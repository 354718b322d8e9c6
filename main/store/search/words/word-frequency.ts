/** About how many rows have a word, by the samples that the list of words counts: what decides how its rows are found and weighed. */
import { pluck } from '../../core/sql';
import type { ExpandedNode } from '../match/expressions';
import { remembered, type SearchState } from '../match/search-state';
import type { Expansion } from './expansion';

/** How often a token was counted; null: there is none. */
export const seenSql = 'SELECT seen FROM search_word WHERE term = ?';

/** One of so many rows is counted. */
const sampled = 16;

/** About how many rows have a token. */
export function frequencyOfToken(state: SearchState, token: string): number {
  const known = remembered(state, 'uses of words', () => new Map<string, number>());
  let use = known.get(token);
  if (use === undefined)
    known.set(token, (use = sampled * (pluck<number>(state.db, seenSql, [token])[0] ?? 0)));
  return use;
}

/** No more than about so many rows have a word or phrase, in any of its forms. */
export function frequencyOfExpansion(state: SearchState, { forms }: Expansion): number {
  const phrases = forms.flatMap(({ tokens }) => tokens);
  return phrases.reduce(
    (sum, phrase) => sum + Math.min(...phrase.map((token) => frequencyOfToken(state, token))),
    0,
  );
}

/** No more than about so many rows have a node: its rarest word decides. */
export function frequencyOfNode(state: SearchState, { expansions }: ExpandedNode): number {
  return Math.min(...expansions.map((expansion) => frequencyOfExpansion(state, expansion)));
}
