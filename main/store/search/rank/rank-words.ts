/** How relevant rows are to the words of a query: BM25, where a title weighs more than a comment, and that more than a text. */
import type { QueryNode } from '../../../../shared/query/query';
import { rawDatabase } from '../../core/sql';
import { type ExpandedNode, expressionOfAll, phrasesOf } from '../match/expressions';
import type { SearchState } from '../match/search-state';
import type { RowSet } from '../rows/row-set';
import { frequencyOfExpansion, frequencyOfNode, frequencyOfToken } from '../words/word-frequency';
import { titledRows } from './titled-rows';

/** Of more rows than this the newest are ranked; what is older follows, newest first. */
export const mostRanked = 2000;

/**
 * BM25 reads every row that has a word to learn how rare it is. Of words that all must be there, those of more use than this
 * are left out beside a rarer one, beside which they weigh next to nothing. Where all are of more use, of the newest rows those with
 * the words in their title come first, then the newest: nearly every row has them, and more of them tells little.
 */
const mostUsed = 20_000;

/** An expression of a query's words; `isOptional`: rows may be found that do not match it. */
interface RankExpression {
  readonly text: string;
  readonly isOptional: boolean;
  /** About how many rows have it; see `frequencyOfNode`. */
  readonly use: number;
}

/** What is known of the words of a query; `isExact`: all of them are weighed as they are. */
interface Weighing {
  readonly state: SearchState;
  readonly expanded: ReadonlyMap<QueryNode, ExpandedNode>;
  readonly isExact: boolean;
}

const joined = (list: readonly RankExpression[], operator: string) =>
  list.map(({ text }) => `(${text})`).join(operator);

/** Those that are not common, or else the rarest. */
function telling(parts: readonly RankExpression[], { isExact }: Weighing): readonly RankExpression[] {
  const rarest = Math.min(...parts.map(({ use }) => use));
  return isExact ? parts : parts.filter(({ use }) => use <= Math.max(rarest, mostUsed));
}

function expressionOfGroup(
  nodes: readonly QueryNode[],
  kind: 'and' | 'or',
  weighing: Weighing,
): RankExpression | null {
  const parts = nodes.map((node) => rankExpression(node, weighing));
  const known = parts.filter((part) => part !== null);
  if (known.length === 0) return null;
  const any = known.reduce((sum, { use }) => sum + use, 0);
  if (kind === 'or') {
    const isOptional = known.length < nodes.length || known.some((part) => part.isOptional);
    return { text: joined(known, ' OR '), isOptional, use: any };
  }
  const needed = known.filter((part) => !part.isOptional);
  if (needed.length === 0) return { text: joined(known, ' OR '), isOptional: true, use: any };
  const use = Math.min(...needed.map((part) => part.use));
  return { text: joined(telling(needed, weighing), ' AND '), isOptional: false, use };
}

/** Words near each other are weighed by those of them that are not common, or else by the rarest. */
function expressionOfNear({ expansions }: ExpandedNode, { state }: Weighing, use: number): RankExpression {
  const most = Math.max(mostUsed, use);
  const telling = expansions.filter((expansion) => frequencyOfExpansion(state, expansion) <= most);
  const text = telling.map((expansion) => `(${phrasesOf(expansion, 'every').join(' OR ')})`).join(' AND ');
  return { text, isOptional: false, use };
}

/** A phrase of common words alone is weighed by the rarest of them. */
function expressionOfWords(known: ExpandedNode, weighing: Weighing): RankExpression {
  const { state, isExact } = weighing;
  const use = frequencyOfNode(state, known);
  const { node, expansions } = known;
  if (node.kind === 'near' && !isExact) return expressionOfNear(known, weighing, use);
  const all = { text: expressionOfAll([known], 'AND', 'every'), isOptional: false, use };
  if (isExact || use <= mostUsed || node.kind !== 'phrase') return all;
  const phrases = expansions.flatMap(({ forms }) => forms.flatMap((form) => form.tokens));
  const [tokens = []] = phrases;
  if (phrases.length > 1) return all;
  const [rarest = ''] = [...tokens].sort(
    (one, other) => frequencyOfToken(state, one) - frequencyOfToken(state, other),
  );
  return { text: `"${rarest}"`, isOptional: false, use };
}

/** The wanted words of a query as one expression that every row found through them matches. */
function rankExpression(node: QueryNode, weighing: Weighing): RankExpression | null {
  switch (node.kind) {
    case 'and':
    case 'or':
      return expressionOfGroup(node.nodes, node.kind, weighing);
    case 'within':
      return rankExpression(node.node, weighing);
    default: {
      const known = weighing.expanded.get(node);
      return known ? expressionOfWords(known, weighing) : null;
    }
  }
}

/**
 * `bm25` is negative, the more relevant the lower. Rows are asked for by a range and a JSON list beside the match. The driver binds numbers
 * as real ones, by which FTS5 does not know where to begin.
 */
const rankRangeSql = `SELECT rowid, bm25(search_index, 6.0, 1.0, 2.0) FROM search_index
  WHERE search_index MATCH ? AND rowid BETWEEN CAST(? AS INTEGER) AND CAST(? AS INTEGER)`;
export const rankSql = `${rankRangeSql} AND +rowid IN (SELECT value FROM json_each(?))`;

function scoresOf(
  { db }: SearchState,
  expression: string,
  rows: readonly number[],
): ReadonlyMap<number, number> {
  const top = rows[0] ?? 0;
  const low = rows.at(-1) ?? 0;
  const raw = rawDatabase(db);
  const scored =
    rows.length > mostRanked
      ? raw.prepare<unknown[], [number, number]>(rankRangeSql).raw().all(expression, low, top)
      : raw
          .prepare<unknown[], [number, number]>(rankSql)
          .raw()
          .all(expression, low, top, JSON.stringify(rows));
  return new Map(scored);
}

/** So many of the newest rows are looked at for words in their title. */
const mostTitles = 500;

/** The newest first, but those with the words in their title before them. */
function titledFirst(
  state: SearchState,
  words: readonly ExpandedNode[],
  rows: readonly number[],
): readonly number[] {
  const titled = titledRows(state, words, rows.slice(0, mostTitles));
  return [...rows.filter((row) => titled.has(row)), ...rows.filter((row) => !titled.has(row))];
}

/** About how many rows the full-text index goes through for the wanted words of a query; null: it has none. */
export function frequencyOfWords(
  state: SearchState,
  root: QueryNode,
  words: readonly ExpandedNode[],
): number | null {
  const expanded = new Map<QueryNode, ExpandedNode>(words.map((one) => [one.node, one]));
  return rankExpression(root, { state, expanded, isExact: false })?.use ?? null;
}

/** The newest rows of a set, most relevant first; all of them where `isExact`. Ties: the newest first. */
export function rankedRows(
  state: SearchState,
  root: QueryNode,
  words: readonly ExpandedNode[],
  found: RowSet,
  isExact: boolean,
): readonly number[] {
  const expanded = new Map<QueryNode, ExpandedNode>(words.map((one) => [one.node, one]));
  const rows = found.highest(isExact ? found.size : mostRanked);
  const expression = rankExpression(root, { state, expanded, isExact });
  if (!expression || rows.length < 2) return rows;
  if (!isExact && expression.use > mostUsed) return titledFirst(state, words, rows);
  const scores = scoresOf(state, expression.text, rows);
  const score = (row: number) => scores.get(row) ?? 0;
  return [...rows].sort((a, b) => score(a) - score(b) || b - a);
}
