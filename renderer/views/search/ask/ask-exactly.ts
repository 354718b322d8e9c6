import { formatQuery } from '../../../../shared/query/format-query';
import { parseQuery } from '../../../../shared/query/parse-query';
import type { QueryNode } from '../../../../shared/query/query';

const isExactable = (node: QueryNode) =>
  node.kind === 'phrase' || (node.kind === 'word' && !node.prefix && node.fuzzy === 0);

function exactly(node: QueryNode): QueryNode {
  switch (node.kind) {
    case 'word':
    case 'phrase':
      return isExactable(node) ? { ...node, exact: true } : node;
    case 'near':
      return {
        ...node,
        operands: node.operands.map((one) => (isExactable(one) ? { ...one, exact: true } : one)),
      };
    case 'and':
    case 'or':
      return { ...node, nodes: node.nodes.map(exactly) };
    case 'not':
    case 'within':
      return { ...node, node: exactly(node.node) };
    default:
      return node;
  }
}

/** The same query with every word and phrase of it exactly as it stands: no other forms, no other names. */
export function askExactly(query: string): string {
  const { root, sort } = parseQuery(query);
  return root ? formatQuery({ root: exactly(root), sort }) : query;
}
