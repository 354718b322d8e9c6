/**
 * Who and what is named together with the actors and places of a query: for each other one, how much of what was found
 * passes `(those it:… within:1s)`. Looks only at sentences in which all of the query's are named.
 */
import { formatQuery } from '../../../../shared/query/format-query';
import type { QueryNode } from '../../../../shared/query/query';
import { nowhere } from '../index/fact-types';
import { column } from '../index/read-facts';
import { idsOfThings } from '../match/match-filter';
import { noRows, rowsOfKind, type SearchState } from '../match/search-state';
import { thingsNamed } from '../match/things';
import type { RowSet } from '../rows/row-set';
import { bearersByChoice } from './count-joint';
import type { Counted, Counting } from './counting';
import { filterOf } from './facet-values';

/** The actors and places that the query asks for. */
export function namedNodes(root: QueryNode): readonly QueryNode[] {
  const nodes = root.kind === 'and' ? root.nodes : [root];
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
  readonly passages: readonly Stretch[];
  readonly held: Uint8Array;
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

/** Where all of the query's names stand in one sentence, by article. */
function namedByArticle({ state, read, rows }: Counting, nodes: readonly QueryNode[]): Map<number, Named> {
  const columns = columnsOf(state);
  const passages = rowsOfKind(state, 'passage');
  const sets = nodes.map(read);
  const articles = rowsOfKind(state, 'article').clone();
  for (const set of sets) articles.and(set);
  // Only what was found is counted: an article of which nothing was found has no say.
  articles.and(withArticles(state, rows, columns));
  const lists = sets.map((set) => stretchesByArticle(set.and(passages), articles, columns));
  const named = new Map<number, Named>();
  articles.forEach((article) => {
    const stretches = lists.map((list) => list.get(article) ?? []);
    const length = 1 + Math.max(0, ...stretches.flat().map(({ last }) => last));
    const held = new Uint8Array(length).fill(1);
    for (const list of stretches) {
      const one = new Uint8Array(length);
      for (const { first, last } of list) one.fill(1, first, last + 1);
      for (let at = 0; at < length; at++) held[at] = (held[at] ?? 0) & (one[at] ?? 0);
    }
    if (held.includes(1)) named.set(article, { passages: stretches.flat(), held });
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

/** The passages that touch a sentence with all of the query's names. */
function touching(
  state: SearchState,
  named: ReadonlyMap<number, Named>,
  { articleOf, first, last }: Columns,
) {
  const found = noRows(state);
  const articles = noRows(state).addAll([...named.keys()]);
  rowsOfKind(state, 'passage').forEach((row) => {
    const article = articleOf[row] ?? 0;
    if (first[row] === nowhere || !articles.has(article)) return;
    const held = named.get(article)?.held;
    if (held?.subarray(first[row], (last[row] ?? 0) + 1).includes(1)) found.add(row);
  });
  return found;
}

/** Counts what passes for the passages of one value: these, those of the query's names that they meet, and their articles. */
function counterFor({ state, rows }: Counting, named: ReadonlyMap<number, Named>) {
  const { articleOf, first, last } = columnsOf(state);
  return (passages: readonly number[]): number => {
    const met = new Set<number>();
    for (const row of passages) {
      const article = articleOf[row] ?? 0;
      const { passages: own = [], held = new Uint8Array(0) } = named.get(article) ?? {};
      met.add(row).add(article);
      for (const one of own) {
        const from = Math.max(one.first, first[row] ?? 0);
        const to = Math.min(one.last, last[row] ?? 0);
        if (from <= to && held.subarray(from, to + 1).includes(1)) met.add(one.row);
      }
    }
    let count = 0;
    for (const row of met) if (rows.has(row)) count++;
    return count;
  };
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
  const named = namedByArticle(counting, nodes);
  check();
  const count = counterFor(counting, named);
  const own = formatQuery({ root: nodes.length > 1 ? { kind: 'and', nodes } : (nodes[0] ?? null) });
  const asked = new Set(nodes.flatMap((node) => idsAsked(state, node)));
  const byChoice = bearersByChoice(state, touching(state, named, columnsOf(state)), ['actor', 'place']);
  return [...byChoice]
    .filter(([{ ids }]) => !ids.every((id) => asked.has(id)))
    .flatMap(([choice, passages]) => {
      const occurring = count(passages);
      const filter = `(${own} ${filterOf(choice)} within:1s)`;
      return occurring > 0 ? { choice, count: occurring, filter } : [];
    });
}
