import { foldForMatch } from '../text/fold';
import type { Query, QueryField, QueryNode } from './query';
import { type QueryToken, tokeniseQuery } from './tokenise-query';

const quote = (text: string): string =>
  `"${text
    .replace(/["“”„‟«»＂]/g, ' ')
    .replace(/\s+/g, ' ')
    .trim()}"`;
const formatValue = (value: string): string => (/^[^\s()"“”„‟«»＂]+$/.test(value) ? value : quote(value));

function formatOperand(node: QueryNode, within: QueryNode['kind']): string {
  const group = node.kind === 'and' || (node.kind === 'or' && within !== 'and');
  return group ? `(${formatNode(node)})` : formatNode(node);
}

function formatNode(node: QueryNode): string {
  switch (node.kind) {
    case 'word':
      return node.text + (node.prefix ? '*' : '');
    case 'phrase':
      return quote(node.text);
    case 'name':
      return formatFilter(node.field, node.value);
    case 'actor':
      return formatFilter('actor', node.value);
    case 'value':
    case 'date':
      return formatFilter(node.field, node.value);
    case 'near':
    case 'within':
      return '';
    case 'scope':
      return formatFilter('in', node.scope);
    case 'kind':
      return formatFilter('kind', node.value);
    case 'not':
      return `-${formatOperand(node.node, 'not')}`;
    case 'and':
      return node.nodes.map((child) => formatOperand(child, 'and')).join(' ');
    case 'or':
      return node.nodes.map((child) => formatOperand(child, 'or')).join(' OR ');
  }
}

/** One filter as it is typed: `actor:"Vladimir Putin"`. */
export function formatFilter(field: QueryField, value: string): string {
  return `${field}:${formatValue(value)}`;
}

/** A query as a string that parses to the same tree; '' when nothing was asked. */
export function formatQuery(query: Pick<Query, 'root'>): string {
  return query.root ? formatNode(query.root) : '';
}

function filterTokenIndex(tokens: readonly QueryToken[], field: QueryField, value: string): number {
  const wanted = foldForMatch(value);
  return tokens.findIndex(
    (token, index) =>
      token.kind === 'field' &&
      token.field === field &&
      foldForMatch(token.value.text) === wanted &&
      tokens[index - 1]?.kind !== 'not',
  );
}

/** Whether a query has this filter already, names compared as search compares them. */
export function hasFilter(input: string, field: QueryField, value: string): boolean {
  return filterTokenIndex(tokeniseQuery(input), field, value) >= 0;
}

/** The query with a filter added at its end; unchanged when it is there already. The rest stays as it was typed. */
export function addFilter(input: string, field: QueryField, value: string): string {
  if (hasFilter(input, field, value)) return input;
  const before = input.trimEnd();
  return `${before}${before === '' ? '' : ' '}${formatFilter(field, value)}`;
}

/** The query without a filter (and without the OR that joined it); unchanged when it is not there. */
export function removeFilter(input: string, field: QueryField, value: string): string {
  const tokens = tokeniseQuery(input);
  const index = filterTokenIndex(tokens, field, value);
  const token = tokens[index];
  if (!token) return input;
  const before = tokens[index - 1];
  const after = tokens[index + 1];
  const start = before?.kind === 'or' ? before.start : token.start;
  const end = before?.kind !== 'or' && after?.kind === 'or' ? after.end : token.end;
  return [input.slice(0, start).trimEnd(), input.slice(end).trimStart()]
    .filter((part) => part !== '')
    .join(' ');
}
