/** Joins the nodes of a query into groups, by the rules of which stands for more than the sum of its parts. */
import type { ActorNode, NameNode, QueryNode, WithinNode } from './query';

type RoleNode = NameNode & { readonly field: 'role' };

const isRole = (node: QueryNode): node is RoleNode => node.kind === 'name' && node.field === 'role';
const isPlainActor = (node: QueryNode): node is ActorNode => node.kind === 'actor' && node.roles.length === 0;

/** The node itself, or those of a group of alternatives, when all are of a sort. */
function alternatives<Node extends QueryNode>(
  node: QueryNode | undefined,
  isOne: (node: QueryNode) => node is Node,
): readonly Node[] | null {
  const nodes = node?.kind === 'or' ? node.nodes : node ? [node] : [];
  return nodes.length > 0 && nodes.every(isOne) ? nodes : null;
}

/** A role that stands directly after an actor (either may be a list) is that actor's. */
function bindRoles(nodes: readonly QueryNode[]): QueryNode[] {
  const bound: QueryNode[] = [];
  for (const node of nodes) {
    const roles = alternatives(node, isRole);
    const actors = roles && alternatives(bound.at(-1), isPlainActor);
    const values = roles?.map(({ value }) => value);
    if (!actors || !values) {
      bound.push(node);
      continue;
    }
    const acting = actors.map((actor): ActorNode => ({ ...actor, roles: values }));
    const [first] = acting;
    bound.pop();
    if (first) bound.push(acting.length === 1 ? first : { kind: 'or', nodes: acting });
  }
  return bound;
}

/** One group of the nodes, the one node there is, or null. */
export function joinNodes(kind: 'and' | 'or', nodes: readonly QueryNode[]): QueryNode | null {
  const flat = nodes.flatMap((node) => (node.kind === kind ? node.nodes : [node]));
  const joined = kind === 'and' ? bindRoles(flat) : flat;
  const [first = null, second] = joined;
  return second ? { kind, nodes: joined } : first;
}

/** Whether it says where or for what is looked, not what: that goes for the whole query. */
function isFrame(node: QueryNode): boolean {
  if (node.kind === 'not') return isFrame(node.node);
  if (node.kind === 'and' || node.kind === 'or') return node.nodes.every(isFrame);
  return node.kind === 'kind' || node.kind === 'scope';
}

/** A group of which all, but its frame, must stand within a span; null where there is nothing else. */
export function bindWithin(
  group: QueryNode | null,
  { size, unit }: Pick<WithinNode, 'size' | 'unit'>,
): QueryNode | null {
  const nodes = group?.kind === 'and' ? group.nodes : group ? [group] : [];
  const near = joinNodes(
    'and',
    nodes.filter((node) => !isFrame(node)),
  );
  return near && joinNodes('and', [...nodes.filter(isFrame), { kind: 'within', node: near, size, unit }]);
}
