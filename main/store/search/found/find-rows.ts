/** What a query string finds: parsed, evaluated and put in order; the last few answers are kept while nothing is written. */

import { parseQuery } from '../../../../shared/query/parse-query';
import type { Query, QueryNode, SearchSort, WordNode } from '../../../../shared/query/query';
import type { ReadableDB } from '../../core/sql';
import { evaluateQuery, type Meaning } from '../match/evaluate-query';
import type { ExpandedNode } from '../match/expressions';
import {
  type CheckOvertaken,
  noRows,
  remembered,
  type SearchState,
  searchState,
} from '../match/search-state';
import { inOrder, usualSort } from '../rank/order-rows';
import { mostRanked } from '../rank/rank-words';
import type { FirstRows } from '../rank/to-order';
import type { RowSet } from '../rows/row-set';
import { distinctNodes } from './distinct-nodes';
import { findNewest, firstPart } from './find-newest';

/** A query as it is asked. */
export interface Asked {
  readonly query: string;
  readonly stemming?: boolean | undefined;
  readonly asTyped?: boolean | undefined;
}

/** What was found. */
export interface Found extends Pick<Meaning, 'words' | 'terms' | 'scopes' | 'also'> {
  readonly rows: RowSet;
  /** False: only the newest of what is found, at least as many as are ranked. */
  readonly isWhole: boolean;
  readonly problems: readonly string[];
  readonly state: SearchState;
  /** Null: nothing was asked. */
  readonly root: QueryNode | null;
  readonly sort: SearchSort;
  readonly firstRows: FirstRows;
}

const mostKept = 8;

/** The last word of a query whose caret is still at it: it may be the beginning of another. */
function wordAtEnd({ root }: Query, query: string): WordNode | null {
  let last: QueryNode | null = root;
  while (last && (last.kind === 'and' || last.kind === 'or')) last = last.nodes.at(-1) ?? null;
  const isPlain = last?.kind === 'word' && !last.prefix && last.fuzzy === 0 && !last.exact;
  return last?.kind === 'word' && isPlain && query.endsWith(last.text) ? last : null;
}

/** Nothing is the more relevant for having many words that begin with the letters typed so far, while they are so few. */
const fewLetters = 2;

const isTelling = (node: QueryNode): boolean => node.kind === 'word' && node.text.length > fewLetters;

const nothing: Pick<Found, 'words' | 'terms' | 'scopes' | 'also'> = {
  words: [],
  terms: [],
  scopes: [],
  also: [],
};

/** So much is found of a query at the least: all, or the newest. */
type Much = 'all' | 'newest';

/** What the words of a query go by: those of a word being typed tell nothing while it is so short. */
const weighedOf = (words: readonly ExpandedNode[], completed: WordNode | null): readonly ExpandedNode[] =>
  words.filter(({ node }) => node !== completed || isTelling(node));

function findAnew(
  state: SearchState,
  { query, stemming, asTyped }: Asked,
  much: Much,
  check: CheckOvertaken,
): Found {
  const read = parseQuery(query);
  const { sort } = read;
  const root = read.root && distinctNodes(read.root);
  if (!root) {
    const none = { rows: noRows(state), isWhole: true, root, firstRows: () => [] };
    return { ...nothing, ...none, state, problems: read.problems, sort: sort ?? usualSort([]) };
  }
  const completed = asTyped ? wordAtEnd({ ...read, root }, query) : null;
  const meaning = evaluateQuery(state, root, { stemming: stemming ?? true, completed }, check);
  const { words, terms, scopes, also } = meaning;
  const part = much === 'newest' ? firstPart(state, { root, sort, meaning }, mostRanked) : null;
  const { rows, isWhole } =
    part === null
      ? { rows: meaning.findRows(null), isWhole: true }
      : findNewest(state, meaning.findRows, mostRanked, part);
  const weighed = weighedOf(words, completed);
  const firstRows = inOrder({ state, root, rows, words, weighed }, sort);
  const problems = [...read.problems, ...meaning.problems];
  const said = { words, terms, scopes, also, problems, sort: sort ?? usualSort(words) };
  return { ...said, state, root, rows, isWhole, firstRows };
}

/** No newer search can overtake this one. */
export const neverOvertaken: CheckOvertaken = () => {};

function find(db: ReadableDB, asked: Asked, much: Much, check: CheckOvertaken): Found {
  const state = searchState(db);
  const known = remembered(state, 'found', () => new Map<string, Found>());
  const key = JSON.stringify([asked.query, asked.stemming ?? true, asked.asTyped ?? false]);
  const before = known.get(key);
  const isEnough = before && (before.isWhole || much === 'newest');
  const found = isEnough ? before : findAnew(state, asked, much, check);
  known.delete(key);
  known.set(key, found);
  const [oldest] = known.keys();
  if (known.size > mostKept && oldest !== undefined) known.delete(oldest);
  return found;
}

/** What a query finds in the notebook as it is now. Never throws for the words of a query, but when it is overtaken. */
export function findRows(db: ReadableDB, asked: Asked, check: CheckOvertaken = neverOvertaken): Found {
  return find(db, asked, 'all', check);
}

/**
 * The same for whoever asks for the first so many rows alone: where the newest of what is found decide which these are, and finding
 * all would take long, the newest are found only.
 */
export function findFirst(
  db: ReadableDB,
  asked: Asked,
  count: number,
  check: CheckOvertaken = neverOvertaken,
): Found {
  return find(db, asked, count > mostRanked ? 'all' : 'newest', check);
}
