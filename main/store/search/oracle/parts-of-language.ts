/** The parts of the language that a query is made of, to tell whether random queries try all of them. */
import {
  dateFields,
  nameFields,
  type QueryNode,
  searchKinds,
  searchScopes,
  valueFields,
} from '../../../../shared/query/query';

/** Every part there is, by the words of {@link partsOf}. */
export const partsOfLanguage: readonly string[] = [
  'word',
  'word prefix',
  'word ~1',
  'word ~2',
  'word exact',
  'phrase',
  'phrase exact',
  'near 2',
  'near 3',
  'actor in a role',
  'name with a wildcard',
  'open date',
  'not',
  'and',
  'or',
  'within sentence',
  'within paragraph',
  ...[...nameFields, ...valueFields, ...dateFields].map((field) => `${field}:`),
  ...searchScopes.map((scope) => `in:${scope}`),
  ...searchKinds.map((kind) => `kind:${kind}`),
];

/** The parts of a query, some more than once. */
export function* partsOf(node: QueryNode): Generator<string> {
  switch (node.kind) {
    case 'and':
    case 'or':
      yield node.kind;
      for (const child of node.nodes) yield* partsOf(child);
      break;
    case 'not':
    case 'within':
      yield node.kind === 'not' ? 'not' : `within ${node.unit}`;
      yield* partsOf(node.node);
      break;
    default:
      yield* partsOfLeaf(node);
  }
}

function* partsOfLeaf(node: Exclude<QueryNode, { readonly node: QueryNode } | { readonly nodes: unknown }>) {
  switch (node.kind) {
    case 'word':
      yield `word${node.prefix ? ' prefix' : node.fuzzy > 0 ? ` ~${node.fuzzy}` : node.exact ? ' exact' : ''}`;
      break;
    case 'phrase':
      yield node.exact ? 'phrase exact' : 'phrase';
      break;
    case 'near':
      yield `near ${node.operands.length}`;
      break;
    case 'scope':
      yield `in:${node.scope}`;
      break;
    case 'kind':
      yield `kind:${node.value}`;
      break;
    default:
      yield* partsOfFilter(node);
  }
}

function* partsOfFilter(node: Extract<QueryNode, { readonly kind: 'actor' | 'name' | 'value' | 'date' }>) {
  yield node.kind === 'actor' ? 'actor:' : `${node.field}:`;
  if (node.kind === 'actor' && node.roles.length > 0) yield 'actor in a role';
  if (node.kind === 'date' && (node.earliest === null || node.latest === null)) yield 'open date';
  if (node.kind === 'name' && /[*?]/.test(node.value)) yield 'name with a wildcard';
}
