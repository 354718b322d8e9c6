/**
 * `within:`: whether all that a group asks for stands in a few sentences (or paragraphs) in a row of one article. Filters
 * stand where passages that bear them stand, words where they occur in the current text. Articles pass that have such a
 * place; passages pass that touch one and bear a filter of the group themselves.
 */
import type { QueryNode, WithinNode } from '../../../../shared/query/query';
import { nowhere } from '../index/fact-types';
import { column, sentenceStarts } from '../index/read-facts';
import type { RowSet } from '../rows/row-set';
import type { Evaluation } from './evaluation';
import type { WordsNode } from './expressions';
import { levelOf } from './levels';
import { rowsOfAccounts, rowsOfEvents } from './links';
import { accountsTogether, eventsTogether } from './match-together';
import { noRows, rowsOfKind } from './search-state';
import { wordPlaces } from './word-places';

/** One thing asked for: where it stands in an article, and which rows have it at all. */
interface Leaf {
  readonly kind: 'leaf';
  readonly index: number;
  readonly rows: RowSet;
  /** Null: a filter. */
  readonly words: WordsNode | null;
  readonly wanted: boolean;
}

interface Branch {
  readonly kind: 'and' | 'or' | 'not';
  readonly nodes: readonly Tree[];
}
type Tree = Leaf | Branch;

/** The rows that a node means by itself. */
type RowsOf = (evaluation: Evaluation, node: QueryNode, wanted: boolean) => RowSet | null;

interface Planting {
  readonly evaluation: Evaluation;
  readonly rowsOf: RowsOf;
  readonly leaves: Leaf[];
}

function leafOf(planting: Planting, rows: RowSet, words: WordsNode | null, wanted: boolean): Leaf {
  const leaf: Leaf = { kind: 'leaf', index: planting.leaves.length, rows, words, wanted };
  planting.leaves.push(leaf);
  return leaf;
}

/** The filters of a group that hold of one account or event together are one thing asked for. */
function jointLeaf(planting: Planting, nodes: readonly QueryNode[], wanted: boolean): Leaf {
  const { state } = planting.evaluation;
  const read = (node: QueryNode) => planting.rowsOf(planting.evaluation, node, true) ?? noRows(state);
  const accounts = nodes.filter((node) => levelOf(node) === 'account');
  const events = nodes.filter((node) => levelOf(node) === 'event');
  const rows =
    accounts.length > 0
      ? rowsOfAccounts(state, accountsTogether(state, { accounts, events }, read))
      : rowsOfEvents(state, eventsTogether(state, events, read));
  return leafOf(planting, rows, null, wanted);
}

function branchOf(
  planting: Planting,
  node: QueryNode & { kind: 'and' | 'or' },
  wanted: boolean,
): Tree | null {
  const isJoint = (each: QueryNode) => levelOf(each) === 'account' || levelOf(each) === 'event';
  const together = node.kind === 'and' ? node.nodes.filter(isJoint) : [];
  const joint = together.length > 1 ? together : [];
  const nodes = node.nodes
    .filter((each) => !joint.includes(each))
    .flatMap((each) => plant(planting, each, wanted) ?? []);
  if (joint.length > 0) nodes.push(jointLeaf(planting, joint, wanted));
  return nodes.length > 0 ? { kind: node.kind, nodes } : null;
}

/** What a node asks of a place; null: nothing. A group within its own distance is asked of the whole article. */
function plant(planting: Planting, node: QueryNode, wanted: boolean): Tree | null {
  switch (node.kind) {
    case 'and':
    case 'or':
      return branchOf(planting, node, wanted);
    case 'not': {
      const tree = plant(planting, node.node, !wanted);
      return tree && { kind: 'not', nodes: [tree] };
    }
    default: {
      const rows = planting.rowsOf(planting.evaluation, node, wanted);
      const isWords = node.kind === 'word' || node.kind === 'phrase' || node.kind === 'near';
      return rows && leafOf(planting, rows, isWords ? node : null, wanted);
    }
  }
}

/** Articles that may have such a place: negations are looked at only in the place itself. */
function articlesFor(articles: RowSet, tree: Tree): RowSet {
  if (tree.kind === 'leaf') return articles.clone().and(tree.rows);
  if (tree.kind === 'not') return articles.clone();
  const sets = tree.nodes.map((node) => articlesFor(articles, node));
  const [first = articles.clone(), ...others] = sets;
  return others.reduce((left, right) => (tree.kind === 'and' ? left.and(right) : left.or(right)), first);
}

/** What is not there can be so in any sentence, also where nothing that is asked for stands. */
const hasNegation = (tree: Tree): boolean =>
  tree.kind === 'not' || (tree.kind !== 'leaf' && tree.nodes.some(hasNegation));

/** Where passages stand, by row: the first and last sentence or paragraph. */
interface Places {
  readonly articleOf: Int32Array;
  readonly first: Uint16Array;
  readonly last: Uint16Array;
}

/** Passages (rows of them) by the row of their article, of some articles only. */
function passagesByArticle(
  passages: RowSet,
  articles: RowSet,
  { articleOf, first }: Places,
): Map<number, number[]> {
  const lists = new Map<number, number[]>();
  passages.forEach((row) => {
    const article = articleOf[row] ?? 0;
    if (!articles.has(article) || first[row] === nowhere) return;
    const list = lists.get(article);
    if (list) list.push(row);
    else lists.set(article, [row]);
  });
  return lists;
}

type Cover = Uint8Array;

/** One byte for each place where a window may begin: 1, the window has what is asked. */
function holds(tree: Tree, covers: readonly Cover[], length: number): Cover {
  if (tree.kind === 'leaf') return covers[tree.index] ?? new Uint8Array(length);
  const [first = new Uint8Array(length), ...others] = tree.nodes.map((node) => holds(node, covers, length));
  const held = first.slice();
  if (tree.kind === 'not') return held.map((byte) => 1 - byte);
  for (const other of others)
    for (let at = 0; at < length; at++)
      held[at] =
        tree.kind === 'and' ? (held[at] ?? 0) & (other[at] ?? 0) : (held[at] ?? 0) | (other[at] ?? 0);
  return held;
}

/** Marks every window of some size that touches a stretch from `first` to `last`. */
function cover(into: Cover, first: number, last: number, size: number): void {
  into.fill(1, Math.max(0, first - size + 1), Math.min(into.length, last + 1));
}

/** The rows that pass `within:`; the caller's own. */
export function rowsWithin(evaluation: Evaluation, { node, size, unit }: WithinNode, rowsOf: RowsOf): RowSet {
  const { state, check } = evaluation;
  const leaves: Leaf[] = [];
  const tree = plant({ evaluation, rowsOf, leaves }, node, true);
  const found = noRows(state);
  if (!tree) return found;
  const places: Places = {
    articleOf: column(state.db, 'article'),
    first: column(state.db, `${unit}_first`),
    last: column(state.db, `${unit}_last`),
  };
  const articles = articlesFor(rowsOfKind(state, 'article'), tree);
  const passages = rowsOfKind(state, 'passage');
  const standing = leaves.map((leaf) =>
    leaf.words
      ? new Map<number, number[]>()
      : passagesByArticle(passages.clone().and(leaf.rows), articles, places),
  );
  const readWords = wordPlaces(evaluation, unit);
  const isNegated = hasNegation(tree);
  const lengthOf = (article: number): number | null => {
    if (!isNegated) return null;
    const starts = sentenceStarts(state.db, article);
    return Math.max(1, (unit === 'sentence' ? starts?.sentences : starts?.paragraphs)?.length ?? 1);
  };
  articles.forEach((article) => {
    check();
    addFound({ article, tree, leaves, standing, places, size, readWords, lengthOf }, found);
  });
  return found;
}

interface InArticle {
  readonly article: number;
  readonly tree: Tree;
  readonly leaves: readonly Leaf[];
  /** By leaf, the passages that stand in each article. */
  readonly standing: readonly ReadonlyMap<number, readonly number[]>[];
  readonly places: Places;
  readonly size: number;
  readonly readWords: ReturnType<typeof wordPlaces>;
  /** How many sentences or paragraphs an article has; null: no more than are asked about matter. */
  readonly lengthOf: (article: number) => number | null;
}

function addFound(
  { article, tree, leaves, standing, places, size, readWords, lengthOf }: InArticle,
  found: RowSet,
): void {
  const { first, last } = places;
  const passagesOf = (leaf: Leaf) => standing[leaf.index]?.get(article) ?? [];
  const words = leaves.some((leaf) => leaf.words) ? readWords(article) : null;
  const stretches = leaves.map((leaf): readonly (readonly [number, number])[] =>
    leaf.words && words
      ? words.placesOf(leaf.words)
      : passagesOf(leaf).map((row) => [first[row] ?? 0, last[row] ?? 0] as const),
  );
  const length = lengthOf(article) ?? 1 + Math.max(words?.last ?? 0, ...stretches.flat().map(([, to]) => to));
  const covers = stretches.map((list) => {
    const one = new Uint8Array(length);
    for (const [from, to] of list) cover(one, from, to, size);
    return one;
  });
  const held = holds(tree, covers, length);
  if (!held.includes(1)) return;
  found.add(article);
  for (const leaf of leaves) {
    if (!leaf.wanted || leaf.words) continue;
    for (const row of passagesOf(leaf)) {
      const from = Math.max(0, (first[row] ?? 0) - size + 1);
      if (held.subarray(from, (last[row] ?? 0) + 1).includes(1)) found.add(row);
    }
  }
}
