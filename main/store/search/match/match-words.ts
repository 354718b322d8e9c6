/** Asks the full-text index for rows with given words, where they are looked for, and with the forms of each language. */
import { type HitKind, hitKinds } from '../../../../shared/contract/search';
import type { SearchScope } from '../../../../shared/query/query';
import type { RowSet, RowSpan } from '../rows/row-set';
import { frequencyOfNode, frequencyOfToken } from '../words/word-frequency';
import { type ExpandedNode, expressionOfAll, type InLanguage, languagesOf, phrasesOf } from './expressions';
import {
  everyRow,
  isKept,
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

/** How often used words are treated apart: what they find is the same, only how is not. */
export interface Uses {
  /** The rows of a form of more use than this are found, and kept, by themselves. */
  readonly kept: number;
  /** A word of more use than this is common. */
  readonly common: number;
}

const usual: Uses = { kept: 2000, common: 20_000 };

/** What is asked of the index: where, and in which language. */
interface Asking {
  readonly state: SearchState;
  readonly uses: Uses;
  readonly columns: string;
  readonly language: InLanguage;
  /** The rows that are asked for; null: all. */
  readonly span: RowSpan | null;
}

const isCommon = ({ state, uses }: Asking, one: ExpandedNode): boolean =>
  one.node.kind === 'word' && frequencyOfNode(state, one) > uses.common;

/** The phrases of a word that are worth keeping the rows of, as expressions; and the others. */
function sortPhrases({ state, uses, columns, language }: Asking, { expansions }: ExpandedNode) {
  const [expansion] = expansions;
  const phrases = expansion ? phrasesOf(expansion, language) : [];
  const isUsed = (phrase: string) => frequencyOfToken(state, phrase.slice(1, -1)) > uses.kept;
  const used = phrases.filter(isUsed).map((phrase) => `${columns}(${phrase})`);
  return { used, others: phrases.filter((phrase) => !isUsed(phrase)) };
}

/** The rows with one word: those of its often used forms that are kept are not read again; the others of them are read in one go. */
function rowsWithWord(asking: Asking, node: ExpandedNode): RowSet {
  const { state, columns, span } = asking;
  const { used, others } = sortPhrases(asking, node);
  const unread = used.filter((expression) => !isKept(state, expression));
  const found =
    others.length > 0 ? rowsMatching(state, `${columns}(${others.join(' OR ')})`, span) : noRows(state);
  if (unread.length > 0) found.or(rowsMatching(state, unread.join(' OR '), span));
  for (const expression of used)
    if (isKept(state, expression)) found.or(rowsMatching(state, expression, span));
  return found;
}

function rowsTogether(asking: Asking, nodes: readonly ExpandedNode[], operator: 'AND' | 'OR'): RowSet {
  const { state, columns, language, span } = asking;
  const [only] = nodes;
  if (nodes.length === 1 && only?.node.kind === 'word') return rowsWithWord(asking, only);
  return rowsMatching(state, `${columns}(${expressionOfAll(nodes, operator, language)})`, span);
}

/**
 * Rows that match all, or any, of some nodes. Common words are asked one by one, since their rows serve many queries; but of
 * several that must be there only those whose rows are kept already: the index skips what the others have not.
 */
function rowsOfNodes(asking: Asking, nodes: readonly ExpandedNode[], operator: 'AND' | 'OR'): RowSet {
  const { state } = asking;
  const common = nodes.filter((node) => isCommon(asking, node));
  const isApart = (node: ExpandedNode) =>
    operator === 'OR' || sortPhrases(asking, node).used.every((expression) => isKept(state, expression));
  const apart = new Set(common.filter(isApart));
  const together = nodes.filter((node) => !apart.has(node));
  const sets = [...apart].map((node) => rowsWithWord(asking, node));
  if (together.length > 0) sets.push(rowsTogether(asking, together, operator));
  return sets.reduce((one, other) => (operator === 'AND' ? one.and(other) : one.or(other)));
}

/** Rows with all, or any, of some nodes in one place. Forms of a language count in rows of it alone. */
function rowsInPlace(
  { state, uses, span }: Pick<Asking, 'state' | 'uses' | 'span'>,
  nodes: readonly ExpandedNode[],
  operator: 'AND' | 'OR',
  { columns, kinds }: WordPlace,
): RowSet {
  const match = (language: InLanguage): RowSet =>
    rowsOfNodes({ state, uses, columns, language, span }, nodes, operator);
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

/** Rows with all, or any, of some words; the caller's own. With a span those in it, and perhaps others. */
export function rowsWithWords(
  state: SearchState,
  nodes: readonly ExpandedNode[],
  operator: 'AND' | 'OR',
  where: readonly WordPlace[],
  span: RowSpan | null,
  uses = usual,
): RowSet {
  // Each may stand in another of the places.
  if (operator === 'AND' && where.length > 1 && nodes.length > 1)
    return nodes
      .map((node) => rowsWithWords(state, [node], 'OR', where, span, uses))
      .reduce((one, other) => one.and(other));
  const found = noRows(state);
  for (const place of where) found.or(rowsInPlace({ state, uses, span }, nodes, operator, place));
  return found;
}
