/** What a query string finds: parsed, evaluated and put in order; the last few answers are kept while nothing is written. */

import { parseQuery } from '../../../../shared/query/parse-query';
import type { Query, QueryNode, SearchSort, WordNode } from '../../../../shared/query/query';
import type { ReadableDB } from '../../core/sql';
import { evaluateQuery, type Meaning } from '../match/evaluate-query';
import {
  type CheckOvertaken,
  noRows,
  remembered,
  type SearchState,
  searchState,
} from '../match/search-state';
import { inOrder, usualSort } from '../rank/order-rows';
import type { FirstRows } from '../rank/to-order';
import { distinctNodes } from './distinct-nodes';

/** A query as it is asked. */
export interface Asked {
  readonly query: string;
  readonly stemming?: boolean | undefined;
  readonly asTyped?: boolean | undefined;
}

/** What was found. */
export interface Found extends Meaning {
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

function findAnew(state: SearchState, { query, stemming, asTyped }: Asked, check: CheckOvertaken): Found {
  const read = parseQuery(query);
  const { sort } = read;
  const parsed: Query = { ...read, root: read.root && distinctNodes(read.root) };
  const { root } = parsed;
  const choice = { stemming: stemming ?? true, completed: asTyped ? wordAtEnd(parsed, query) : null };
  const meaning: Meaning = root
    ? evaluateQuery(state, root, choice, check)
    : { rows: noRows(state), words: [], terms: [], scopes: [], problems: [], also: [] };
  const problems = [...parsed.problems, ...meaning.problems];
  const { rows, words } = meaning;
  const weighed = words.filter(({ node }) => node !== choice.completed || isTelling(node));
  const firstRows: FirstRows = root ? inOrder({ state, root, rows, words, weighed }, sort) : () => [];
  return { ...meaning, problems, state, root, sort: sort ?? usualSort(meaning.words), firstRows };
}

/** No newer search can overtake this one. */
export const neverOvertaken: CheckOvertaken = () => {};

/** What a query finds in the notebook as it is now. Never throws for the words of a query, but when it is overtaken. */
export function findRows(db: ReadableDB, asked: Asked, check: CheckOvertaken = neverOvertaken): Found {
  const state = searchState(db);
  const known = remembered(state, 'found', () => new Map<string, Found>());
  const key = JSON.stringify([asked.query, asked.stemming ?? true, asked.asTyped ?? false]);
  const found = known.get(key) ?? findAnew(state, asked, check);
  known.delete(key);
  known.set(key, found);
  const [oldest] = known.keys();
  if (known.size > mostKept && oldest !== undefined) known.delete(oldest);
  return found;
}
