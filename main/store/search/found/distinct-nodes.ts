/**
 * A query's tree with everything in it once: what is asked twice in a group asks no more, and what stands in several groups
 * is one and the same node, so that it is worked out once. Keeps a query of ten thousand letters from taking long.
 */
import type { QueryNode } from '../../../../shared/query/query';

/** The same tree, in which equal nodes are one object, and none stands twice in a group. */
export function distinctNodes(root: QueryNode): QueryNode {
  const known = new Map<string, QueryNode>();
  const once = (node: QueryNode): QueryNode => {
    const made = withDistinctParts(node, once);
    const key = JSON.stringify(made);
    const same = known.get(key) ?? made;
    known.set(key, same);
    return same;
  };
  return once(root);
}

function withDistinctParts(node: QueryNode, once: (node: QueryNode) => QueryNode): QueryNode {
  switch (node.kind) {
    case 'not':
    case 'within':
      return { ...node, node: once(node.node) };
    case 'and':
    case 'or': {
      const nodes = [...new Set(node.nodes.map(once))];
      const [only] = nodes;
      return nodes.length === 1 && only ? only : { ...node, nodes };
    }
    case 'near': {
      const operands = [
        ...new Map(node.operands.map((operand) => [JSON.stringify(operand), operand])).values(),
      ];
      const [only] = operands;
      // A word is near itself.
      return operands.length === 1 && only ? only : { ...node, operands };
    }
    default:
      return node;
  }
}
