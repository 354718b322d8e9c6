/** Writes a query tree as a string that is read as the same tree again. */
import type { ActorNode, Query, QueryField, QueryNode, WordNode } from './query';

const quote = (text: string): string =>
  `"${text
    .replace(/["“”„‟«»＂]/g, ' ')
    .replace(/\s+/g, ' ')
    .trim()}"`;
const formatValue = (value: string): string => (/^[^\s()|,"“”„‟«»＂]+$/.test(value) ? value : quote(value));
const formatList = (field: QueryField, values: readonly string[]): string =>
  `${field}:${values.map(formatValue).join(',')}`;

/** One filter as it is typed: `actor:"Vladimir Putin"`. */
export function formatFilter(field: QueryField, value: string): string {
  return formatList(field, [value]);
}

/** A field and one value of it, as they are typed. */
export interface FieldValue {
  readonly field: QueryField;
  readonly value: string;
}

/** What a node of one value says; null for another node, and for an actor with roles. */
export function filterOf(node: QueryNode): FieldValue | null {
  switch (node.kind) {
    case 'actor':
      return node.roles.length === 0 ? { field: 'actor', value: node.value } : null;
    case 'name':
    case 'value':
    case 'date':
      return { field: node.field, value: node.value };
    case 'scope':
      return { field: 'in', value: node.scope };
    case 'kind':
      return { field: 'kind', value: node.value };
    default:
      return null;
  }
}

/** Alternatives of one field as a list, `mode:claims,alleges`; null where they are not. */
function formatAsList(nodes: readonly QueryNode[]): string | null {
  const filters = nodes.map(filterOf).filter((filter) => filter !== null);
  const [first] = filters;
  if (!first || filters.length < nodes.length || filters.some(({ field }) => field !== first.field))
    return null;
  return formatList(
    first.field,
    filters.map(({ value }) => value),
  );
}

const sameRoles = (one: ActorNode, other: ActorNode) =>
  one.roles.length === other.roles.length && one.roles.every((role, at) => role === other.roles[at]);

/** Actors in the same roles: `actor:A,B role:R,S`; null where the nodes are something else. */
function formatActing(nodes: readonly QueryNode[]): string | null {
  const actors = nodes.flatMap((node) => (node.kind === 'actor' && node.roles.length > 0 ? [node] : []));
  const [first] = actors;
  if (!first || actors.length < nodes.length || !actors.every((actor) => sameRoles(actor, first)))
    return null;
  const names = actors.map(({ value }) => value);
  return `${formatList('actor', names)} ${formatList('role', first.roles)}`;
}

function formatWord({ text, prefix, fuzzy, exact }: WordNode): string {
  return `${exact ? '=' : ''}${text}${prefix ? '*' : ''}${fuzzy > 0 ? `~${fuzzy}` : ''}`;
}

type Place = 'and' | 'or' | 'not' | 'near';

/** Whether a node, beside what it stands in, would be read as something else without parentheses. */
function needsGroup(node: QueryNode, place: Place): boolean {
  if (node.kind === 'and' || node.kind === 'within') return true;
  if (node.kind === 'actor') return node.roles.length > 0 && place !== 'and';
  if (node.kind === 'near') return place === 'not';
  if (node.kind !== 'or' || place === 'and') return false;
  return formatAsList(node.nodes) === null;
}

function formatOperand(node: QueryNode, place: Place): string {
  return needsGroup(node, place) ? `(${formatNode(node)})` : formatNode(node);
}

function formatAll(nodes: readonly QueryNode[], joint: string, place: Place): string {
  return nodes.map((node) => formatOperand(node, place)).join(joint);
}

function formatNode(node: QueryNode): string {
  switch (node.kind) {
    case 'word':
      return formatWord(node);
    case 'phrase':
      return (node.exact ? '=' : '') + quote(node.text);
    case 'near':
      return formatAll(node.operands, ` NEAR/${node.distance} `, 'near');
    case 'not':
      return `-${formatOperand(node.node, 'not')}`;
    case 'and':
      return formatAll(node.nodes, ' ', 'and');
    case 'or':
      return formatAsList(node.nodes) ?? formatActing(node.nodes) ?? formatAll(node.nodes, ' OR ', 'or');
    case 'within': {
      const inside = node.node.kind === 'and' ? formatNode(node.node) : formatOperand(node.node, 'and');
      return `${inside} within:${node.size}${node.unit.charAt(0)}`;
    }
    default:
      return formatAsList([node]) ?? formatActing([node]) ?? '';
  }
}

/** A query as a string that parses to the same tree and order; '' when nothing was asked. */
export function formatQuery({ root, sort }: Pick<Query, 'root'> & Partial<Query>): string {
  const parts = [root ? formatNode(root) : '', sort ? formatFilter('sort', sort) : ''];
  return parts.filter((part) => part !== '').join(' ');
}
