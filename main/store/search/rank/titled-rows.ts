/** Which rows of articles have the words of a query in their title. */
import { searchTokens } from '../../../../shared/text/fold';
import { all } from '../../core/sql';
import type { ExpandedNode } from '../match/expressions';
import type { SearchState } from '../match/search-state';

/** The titles of articles out of a JSON list of rows. */
export const titlesOfRowsSql = `SELECT j.value AS row, a.title FROM json_each(?) j
  CROSS JOIN search_item i ON i.rowid = j.value CROSS JOIN article a ON a.id = i.item_id WHERE i.kind = 'article'`;

function stands(tokens: readonly string[], phrase: readonly string[]): boolean {
  return tokens.some((_, at) => phrase.every((token, index) => tokens[at + index] === token));
}

/** Whether each of some words, in any of its forms, is among tokens. */
function hasAll(tokens: readonly string[], words: readonly ExpandedNode[]): boolean {
  return words.every(({ expansions }) =>
    expansions.every(({ forms }) =>
      forms.some((form) => form.tokens.some((phrase) => stands(tokens, phrase))),
    ),
  );
}

/** Those of some rows that are articles with all of some words in their title. */
export function titledRows(
  state: SearchState,
  words: readonly ExpandedNode[],
  rows: readonly number[],
): ReadonlySet<number> {
  const titles = all<{ row: number; title: string }>(state.db, titlesOfRowsSql, [JSON.stringify(rows)]);
  return new Set(titles.flatMap(({ row, title }) => (hasAll(searchTokens(title), words) ? [row] : [])));
}
