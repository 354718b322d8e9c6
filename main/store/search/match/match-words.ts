/** Asks the full-text index for rows with given words, where they are looked for, and with the forms of each language. */
import { type HitKind, hitKinds } from '../../../../shared/contract/search';
import type { SearchScope } from '../../../../shared/query/query';
import type { RowSet } from '../rows/row-set';
import { type ExpandedNode, expressionOfAll, languagesOf } from './expressions';
import {
  everyRow,
  noRows,
  remembered,
  rowsBearing,
  rowsMatching,
  rowsOfKinds,
  type SearchState,
} from './search-state';
import { valueIdsOf } from './things';

/** Where words are looked for: columns of the index and kinds of row. */
export interface WordPlace {
  /** As a column filter of the full-text index; '' for all. */
  readonly columns: string;
  readonly kinds: readonly HitKind[];
}

const everywhere: WordPlace = { columns: '', kinds: hitKinds };

/** Where each scope looks. */
const places: Readonly<Record<SearchScope, WordPlace>> = {
  title: { columns: '{title} : ', kinds: hitKinds },
  text: { columns: '{body} : ', kinds: ['article', 'passage'] },
  note: { columns: '{title body} : ', kinds: ['note'] },
  comment: { columns: '{comment} : ', kinds: ['passage'] },
};

/** The places that scopes mean together; without any, everywhere. */
export function placesOfScopes(scopes: readonly SearchScope[]): readonly WordPlace[] {
  return scopes.length === 0 ? [everywhere] : scopes.map((scope) => places[scope]);
}

/** The rows of articles in a language, with their passages; shared, not to be changed. Events bear languages too: not these. */
function rowsInLanguage(state: SearchState, language: string): RowSet {
  return remembered(state, `language ${language}`, () =>
    rowsBearing(state, valueIdsOf(state, 'lang', [language])).and(rowsOfKinds(state, ['article', 'passage'])),
  );
}

/** Rows with all, or any, of some nodes in one place. Forms of a language count in rows of it alone. */
function rowsInPlace(
  state: SearchState,
  nodes: readonly ExpandedNode[],
  operator: 'AND' | 'OR',
  { columns, kinds }: WordPlace,
): RowSet {
  const match = (language: string | null): RowSet =>
    rowsMatching(state, `${columns}(${expressionOfAll(nodes, operator, language)})`);
  const languages = languagesOf(nodes);
  const found = noRows(state);
  const others = kinds.length === hitKinds.length ? everyRow(state) : rowsOfKinds(state, kinds);
  const allowed = others.clone();
  let isDone = false;
  for (const language of languages) {
    const rows = rowsInLanguage(state, language);
    const matched = match(language);
    found.or(matched.clone().and(rows));
    others.andNot(rows);
    // What has no form at all outside the language has none as typed there either.
    isDone ||= matched.and(others).isEmpty();
  }
  if (!isDone) found.or(match(null).and(others));
  return found.and(allowed);
}

/** Rows with all, or any, of some words; the caller's own. */
export function rowsWithWords(
  state: SearchState,
  nodes: readonly ExpandedNode[],
  operator: 'AND' | 'OR',
  where: readonly WordPlace[],
): RowSet {
  const found = noRows(state);
  for (const place of where) found.or(rowsInPlace(state, nodes, operator, place));
  return found;
}
