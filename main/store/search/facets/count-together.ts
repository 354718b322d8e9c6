/**
 * Who and what is named together with the actors and places of a query: for each other one, how much of what was found
 * passes `(those it:… within:1s)`. Looks only at sentences in which all of the query's are named.
 */
import { formatQuery } from '../../../../shared/query/format-query';
import type { QueryNode } from '../../../../shared/query/query';
import { nowhere } from '../index/fact-types';
import { listsFor } from '../index/read-borne';
import { column } from '../index/read-facts';
import { visitOwnValues } from '../index/stored/borne-lists';
import { idsOfThings } from '../match/match-filter';
import { noRows, rowsOfKind, type SearchState } from '../match/search-state';
import { thingsNamed } from '../match/things';
import type { RowSet } from '../rows/row-set';
import type { Counted, Counting } from './counting';
import { choicesByValue, type FacetChoice, filterOf } from './facet-values';

const partsOf = (node: QueryNode): readonly QueryNode[] => (node.kind === 'and' ? node.nodes : [node]);

/** The actors and places that the query asks for, also near to each other. */
export function namedNodes(root: QueryNode): readonly QueryNode[] {
  const nodes = partsOf(root).flatMap((node) => (node.kind === 'within' ? partsOf(node.node) : [node]));
  return nodes.filter(
    (node) =>
      (node.kind === 'actor' && node.roles.length === 0) || (node.kind === 'name' && node.field === 'place'),
  );
}

interface Stretch {
  readonly row: number;
  readonly first: number;
  readonly last: number;
}

/** Of an article: the passages of the query's names, and a byte for each sentence with all of them. */
interface Named {
  readonly article: number;
  readonly passages: readonly Stretch[];
  readonly held: Uint8Array;
  /** The passages that touch such a sentence. */
  readonly touching: number[];
}

interface Columns {
  readonly articleOf: Int32Array;
  readonly first: Uint16Array;
  readonly last: Uint16Array;
}

function columnsOf({ db }: SearchState): Columns {
  return {
    articleOf: column(db, 'article'),
    first: column(db, 'sentence_first'),
    last: column(db, 'sentence_last'),
  };
}

function stretchesByArticle(
  rows: RowSet,
  articles: RowSet,
  { articleOf, first, last }: Columns,
): Map<number, Stretch[]> {
  const lists = new Map<number, Stretch[]>();
  rows.forEach((row) => {
    const article = articleOf[row] ?? 0;
    if (first[row] === nowhere || !articles.has(article)) return;
    const stretch = { row, first: first[row] ?? 0, last: last[row] ?? 0 };
    const list = lists.get(article);
    if (list) list.push(stretch);
    else lists.set(article, [stretch]);
  });
  return lists;
}

/** A byte for each sentence that is touched by a stretch of every list. */
function sentencesOf(lists: readonly (readonly Stretch[])[]): Uint8Array {
  let length = 1;
  for (const list of lists) for (const { last } of list) length = Math.max(length, last + 1);
  const held = new Uint8Array(length).fill(1);
  for (const list of lists) {
    const one = new Uint8Array(length);
    for (const { first, last } of list) one.fill(1, first, last + 1);
    for (let at = 0; at < length; at++) held[at] = (held[at] ?? 0) & (one[at] ?? 0);
  }
  return held;
}

/** The articles in which all of the query's names stand in one sentence. */
function namedArticles(
  { state, read, rows, check }: Counting,
  nodes: readonly QueryNode[],
): readonly Named[] {
  const columns = columnsOf(state);
  const passages = rowsOfKind(state, 'passage');
  const sets = nodes.map(read);
  const articles = rowsOfKind(state, 'article').clone();
  for (const set of sets) articles.and(set);
  // Only what was found is counted: an article of which nothing was found has no say.
  articles.and(withArticles(state, rows, columns));
  const stretches = sets.map((set) => stretchesByArticle(set.and(passages), articles, columns));
  check();
  const named: Named[] = [];
  articles.forEach((article) => {
    const lists = stretches.map((each) => each.get(article) ?? []);
    const held = sentencesOf(lists);
    if (held.includes(1)) named.push({ article, passages: lists.flat(), held, touching: [] });
  });
  return named;
}

function withArticles(state: SearchState, rows: RowSet, { articleOf }: Columns): RowSet {
  const articles = rows.clone();
  rows
    .clone()
    .and(rowsOfKind(state, 'passage'))
    .forEach((row) => articles.add(articleOf[row] ?? 0));
  return articles;
}

function isHeld(held: Uint8Array, first: number, last: number): boolean {
  for (let at = first; at <= last; at++) if (held[at] === 1) return true;
  return false;
}

/** Finds the passages that touch a sentence with all of the query's names; answers all of them. */
function findTouching(state: SearchState, named: readonly Named[]): RowSet {
  const { articleOf, first, last } = columnsOf(state);
  const found = noRows(state);
  const placeOf = new Uint32Array(state.size);
  named.forEach(({ article }, index) => {
    placeOf[article] = index + 1;
  });
  for (let row = 0; row < state.size; row++) {
    const place = placeOf[articleOf[row] ?? 0] ?? 0;
    if (place === 0 || first[row] === nowhere) continue;
    const one = named[place - 1];
    if (!one || !isHeld(one.held, first[row] ?? 0, last[row] ?? 0)) continue;
    one.touching.push(row);
    found.add(row);
  }
  return found;
}

/** How much of what was found passes for a value: rows that were met, each once, article by article. */
interface Tally {
  article: number;
  /** The rows met in this article. */
  readonly met: number[];
  count: number;
}

/** Counts for each value its passages, those of the query's names that they meet, and their articles. */
function talliesOf({ state, rows }: Counting, named: readonly Named[]): ReadonlyMap<FacetChoice, Tally> {
  const { first, last } = columnsOf(state);
  const byValue = choicesByValue(state, ['actor', 'place']);
  const lists = listsFor(state.db, findTouching(state, named));
  const tallies = new Map<FacetChoice, Tally>();
  const meet = (tally: Tally, row: number): void => {
    if (tally.met.includes(row)) return;
    tally.met.push(row);
    if (rows.has(row)) tally.count++;
  };
  const tallyFor = (choice: FacetChoice, article: number): Tally => {
    let tally = tallies.get(choice);
    if (!tally) tallies.set(choice, (tally = { article: 0, met: [], count: 0 }));
    if (tally.article === article) return tally;
    tally.article = article;
    tally.met.length = 0;
    meet(tally, article);
    return tally;
  };
  const meetAll = (choice: FacetChoice, { article, passages, held }: Named, row: number): void => {
    const tally = tallyFor(choice, article);
    meet(tally, row);
    for (const one of passages) {
      const from = Math.max(one.first, first[row] ?? 0);
      if (isHeld(held, from, Math.min(one.last, last[row] ?? 0))) meet(tally, one.row);
    }
  };
  for (const one of named)
    for (const row of one.touching)
      visitOwnValues(lists, row, (value) => {
        for (const choice of byValue.get(value) ?? []) meetAll(choice, one, row);
      });
  return tallies;
}

/** Ids of the values that a name in the query stands for. */
function idsAsked(state: SearchState, node: QueryNode): number[] {
  if (node.kind === 'actor') return idsOfThings(state, 'actor', thingsNamed(state, 'actor', node.value));
  return node.kind === 'name'
    ? idsOfThings(state, node.field, thingsNamed(state, node.field, node.value))
    : [];
}

/** The actors and places named in one sentence with those of the query, most frequent first; none where it names none. */
export function countTogether(counting: Counting): Counted[] {
  const { state, root, check } = counting;
  const nodes = namedNodes(root);
  if (nodes.length === 0) return [];
  const named = namedArticles(counting, nodes);
  check();
  const own = formatQuery({ root: nodes.length > 1 ? { kind: 'and', nodes } : (nodes[0] ?? null) });
  const asked = new Set(nodes.flatMap((node) => idsAsked(state, node)));
  return [...talliesOf(counting, named)]
    .filter(([{ ids }, { count }]) => count > 0 && !ids.every((id) => asked.has(id)))
    .map(([choice, { count }]) => ({
      choice,
      count,
      filter: `(${own} ${filterOf(choice)} within:1s)`,
    }));
}
