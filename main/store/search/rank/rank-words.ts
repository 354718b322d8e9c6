/** How relevant rows are to the words of a query: BM25, where a title weighs more than a comment, and that more than a text. */
import type { QueryNode } from '../../../../shared/query/query';
import { rawDatabase } from '../../core/sql';
import { type ExpandedNode, expressionOfAll } from '../match/expressions';
import type { SearchState } from '../match/search-state';
import type { RowSet } from '../rows/row-set';

/** Of more rows than this the newest are ranked; what is older follows, newest first. */
export const mostRanked = 2000;

/** An expression of a query's words; `isOptional`: rows may be found that do not match it. */
interface RankExpression {
  readonly text: string;
  readonly isOptional: boolean;
}

type Expanded = ReadonlyMap<QueryNode, ExpandedNode>;

function expressionOfGroup(
  nodes: readonly QueryNode[],
  kind: 'and' | 'or',
  expanded: Expanded,
): RankExpression | null {
  const parts = nodes.map((node) => rankExpression(node, expanded));
  const known = parts.filter((part) => part !== null);
  if (known.length === 0) return null;
  if (kind === 'or') {
    const isOptional = known.length < nodes.length || known.some((part) => part.isOptional);
    return { text: known.map(({ text }) => `(${text})`).join(' OR '), isOptional };
  }
  const needed = known.filter((part) => !part.isOptional);
  const joined = (list: readonly RankExpression[], operator: string) =>
    list.map(({ text }) => `(${text})`).join(operator);
  if (needed.length === 0) return { text: joined(known, ' OR '), isOptional: true };
  return { text: joined(needed, ' AND '), isOptional: false };
}

/** The wanted words of a query as one expression that every row found through them matches. */
function rankExpression(node: QueryNode, expanded: Expanded): RankExpression | null {
  switch (node.kind) {
    case 'and':
    case 'or':
      return expressionOfGroup(node.nodes, node.kind, expanded);
    case 'within':
      return rankExpression(node.node, expanded);
    default: {
      const known = expanded.get(node);
      return known ? { text: expressionOfAll([known], 'AND', 'every'), isOptional: false } : null;
    }
  }
}

/** `bm25` is negative, the more relevant the lower. Rows are asked for by a range and a JSON list beside the match. */
export const rankSql = `SELECT rowid, bm25(search_index, 6.0, 1.0, 2.0) FROM search_index
  WHERE search_index MATCH ? AND rowid BETWEEN ? AND ? AND +rowid IN (SELECT value FROM json_each(?))`;
const rankRangeSql = `SELECT rowid, bm25(search_index, 6.0, 1.0, 2.0) FROM search_index
  WHERE search_index MATCH ? AND rowid BETWEEN ? AND ?`;

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
  const expression = rankExpression(root, expanded);
  if (!expression || rows.length < 2) return rows;
  const scores = scoresOf(state, expression.text, rows);
  const score = (row: number) => scores.get(row) ?? 0;
  return [...rows].sort((a, b) => score(a) - score(b) || b - a);
}
