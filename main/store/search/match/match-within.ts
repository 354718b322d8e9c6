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

/** The passages that stand in some articles, which are numbered from 0: those of `number` from `starts[number]` up to the next. */
interface Standing {
  readonly rows: Uint32Array;
  readonly starts: Uint32Array;
}

const nothing: Standing = { rows: new Uint32Array(0), starts: new Uint32Array(0) };

function passagesByArticle(passages: RowSet, articles: RowSet, { articleOf, first }: Places): Standing {
  const numberOf = articles.numbering();
  const starts = new Uint32Array(articles.count() + 1);
  const unsorted: number[] = [];
  passages.forEach((row) => {
    const article = articleOf[row] ?? 0;
    if (!articles.has(article) || first[row] === nowhere) return;
    unsorted.push(row);
    const number = numberOf(article);
    starts[number] = (starts[number] ?? 0) + 1;
  });
  for (let at = 1; at < starts.length; at++) starts[at] = (starts[at] ?? 0) + (starts[at - 1] ?? 0);
  const rows = new Uint32Array(unsorted.length);
  // Put in from behind: what was the end of an article becomes its start.
  for (let at = unsorted.length - 1; at >= 0; at--) {
    const row = unsorted[at] ?? 0;
    const number = numberOf(articleOf[row] ?? 0);
    const place = (starts[number] ?? 0) - 1;
    starts[number] = place;
    rows[place] = row;
  }
  return { rows, starts };
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
  const end = Math.min(into.length, last + 1);
  for (let at = Math.max(0, first - size + 1); at < end; at++) into[at] = 1;
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
    leaf.words ? nothing : passagesByArticle(passages.clone().and(leaf.rows), articles, places),
  );
  const readWords = wordPlaces(evaluation, unit);
  const isNegated = hasNegation(tree);
  const lengthOf = (article: number): number | null => {
    if (!isNegated) return null;
    const starts = sentenceStarts(state.db, article);
    return Math.max(1, (unit === 'sentence' ? starts?.sentences : starts?.paragraphs)?.length ?? 1);
  };
  let number = 0;
  articles.forEach((article) => {
    check();
    addFound({ article, number, tree, leaves, standing, places, size, readWords, lengthOf }, found);
    number++;
  });
  return found;
}

interface InArticle {
  readonly article: number;
  /** Of the articles that are looked at, from 0. */
  readonly number: number;
  readonly tree: Tree;
  readonly leaves: readonly Leaf[];
  /** By leaf. */
  readonly standing: readonly Standing[];
  readonly places: Places;
  readonly size: number;
  readonly readWords: ReturnType<typeof wordPlaces>;
  /** How many sentences or paragraphs an article has; null: no more than are asked about matter. */
  readonly lengthOf: (article: number) => number | null;
}

/** One more than the last sentence or paragraph that a passage of the article touches. */
function lengthTouched({ number, standing, places: { last } }: InArticle): number {
  let length = 0;
  for (const { rows, starts } of standing)
    for (let at = starts[number] ?? 0; at < (starts[number + 1] ?? 0); at++)
      length = Math.max(length, 1 + (last[rows[at] ?? 0] ?? 0));
  return length;
}

function coverOf(leaf: Leaf, { number, standing, places, size }: InArticle, length: number): Cover {
  const one = new Uint8Array(length);
  const { rows, starts } = standing[leaf.index] ?? nothing;
  for (let at = starts[number] ?? 0; at < (starts[number + 1] ?? 0); at++) {
    const row = rows[at] ?? 0;
    cover(one, places.first[row] ?? 0, places.last[row] ?? 0, size);
  }
  return one;
}

function holdsAny(held: Cover, from: number, to: number): boolean {
  for (let at = Math.max(0, from); at <= to; at++) if (held[at] === 1) return true;
  return false;
}

function addFound(looked: InArticle, found: RowSet): void {
  const { article, number, tree, leaves, standing, places, size, readWords, lengthOf } = looked;
  const words = leaves.some((leaf) => leaf.words) ? readWords(article) : null;
  const length = lengthOf(article) ?? Math.max(1 + (words?.last ?? 0), lengthTouched(looked));
  const covers = leaves.map((leaf) => {
    const one = coverOf(leaf, looked, length);
    for (const [from, to] of (leaf.words && words?.placesOf(leaf.words)) ?? []) cover(one, from, to, size);
    return one;
  });
  const held = holds(tree, covers, length);
  if (!holdsAny(held, 0, length - 1)) return;
  found.add(article);
  for (const leaf of leaves) {
    if (!leaf.wanted) continue;
    const { rows, starts } = standing[leaf.index] ?? nothing;
    for (let at = starts[number] ?? 0; at < (starts[number + 1] ?? 0); at++) {
      const row = rows[at] ?? 0;
      if (holdsAny(held, (places.first[row] ?? 0) - size + 1, places.last[row] ?? 0)) found.add(row);
    }
  }
}
