/**
 * The language of the search box: words, "phrases", prefix*, -not, OR (binding closer than the space between words),
 * (groups) and field:value. Every string has a meaning: what is not understood is taken as words, and said so.
 */
import { parseEdtf } from '../dates/edtf';
import { searchTokens } from '../text/fold';
import type { DateNode, NameField, Query, QueryField, QueryNode } from './query';
import { nameFields, searchKinds, searchScopes } from './query';
import { type QueryToken, type QueryValue, tokeniseQuery } from './tokenise-query';

/** Groups nested deeper than this are read as if their parentheses were not there. */
const deepestGroup = 40;

interface Reader {
  readonly tokens: readonly QueryToken[];
  readonly problems: string[];
  at: number;
}

type FieldToken = Extract<QueryToken, { readonly kind: 'field' }>;

function joinNodes(kind: 'and' | 'or', nodes: readonly QueryNode[]): QueryNode | null {
  const flat = nodes.flatMap((node) => (node.kind === kind ? node.nodes : [node]));
  const [first = null, second] = flat;
  return second ? { kind, nodes: flat } : first;
}

const negate = (node: QueryNode): QueryNode => (node.kind === 'not' ? node.node : { kind: 'not', node });

function readWords(reader: Reader, value: QueryValue): QueryNode | null {
  if (!value.closed) reader.problems.push('A quotation mark is missing at the end.');
  const bare = value.quoted ? value.text.trim().replace(/\s+/g, ' ') : value.text.replace(/\*+$/, '');
  if (searchTokens(bare).length === 0) {
    if (/[^\p{P}\p{Z}\p{C}]/u.test(bare))
      reader.problems.push(`“${bare}” holds nothing that can be searched.`);
    return null;
  }
  if (value.quoted) return { kind: 'phrase', text: bare, exact: false };
  return { kind: 'word', text: bare, prefix: bare !== value.text, fuzzy: 0, exact: false };
}

/** `a..b` with either side open, or one EDTF date. */
function readPublished(value: string): DateNode | null {
  const [from = '', to, more] = /[[{]/.test(value) ? [value] : value.split('..');
  if (more !== undefined) return null;
  if (to === undefined) {
    const date = parseEdtf(value);
    return date && { kind: 'date', field: 'published', value, earliest: date.earliest, latest: date.latest };
  }
  const first = from === '' ? null : parseEdtf(from);
  const last = to === '' ? null : parseEdtf(to);
  if ((from !== '' && !first) || (to !== '' && !last) || (!first && !last)) return null;
  return { kind: 'date', field: 'published', value, earliest: first?.earliest ?? null, latest: last?.latest ?? null };
}

const isNameField = (field: QueryField): field is Exclude<NameField, 'actor'> => nameFields.some((name) => name === field);

function readField(field: QueryField, value: string): QueryNode | null {
  if (field === 'actor') return { kind: 'actor', value, roles: [] };
  if (isNameField(field)) return { kind: 'name', field, value };
  if (field === 'published') return readPublished(value);
  if (field === 'in') {
    const scope = searchScopes.find((name) => name === value.toLowerCase());
    return scope ? { kind: 'scope', scope } : null;
  }
  const kind = searchKinds.find((name) => name === value.toLowerCase());
  return kind ? { kind: 'kind', value: kind } : null;
}

const fieldHelp: Partial<Record<QueryField, string>> = {
  in: `in: knows ${searchScopes.join(', ')}.`,
  kind: `kind: knows ${searchKinds.join(', ')}.`,
  published:
    'published: takes a date such as 2025, 2025-07 or 2025-07-03, or a range such as 2025-01..2025-06.',
};

function readFieldToken(reader: Reader, token: FieldToken): QueryNode | null {
  const value = token.value.text.trim().replace(/\s+/g, ' ');
  if (!token.value.closed) reader.problems.push('A quotation mark is missing at the end.');
  if (value === '') {
    reader.problems.push(`${token.field}: needs a value after the colon.`);
    return null;
  }
  const node = readField(token.field, value);
  if (node) return node;
  reader.problems.push(`${fieldHelp[token.field] ?? ''} “${value}” was searched as words.`.trim());
  const text = `${token.field} ${value}`;
  return { kind: 'phrase', text, exact: false };
}

function readGroup(reader: Reader, depth: number): QueryNode | null {
  const node = readAll(reader, depth + 1);
  if (reader.tokens[reader.at]?.kind === 'close') reader.at++;
  else reader.problems.push('A closing parenthesis is missing.');
  return node;
}

/** One operand; null where it holds nothing. */
function readOperand(reader: Reader, depth: number): QueryNode | null {
  let negative = false;
  while (reader.tokens[reader.at]?.kind === 'not') {
    negative = true;
    reader.at++;
  }
  const token = reader.tokens[reader.at];
  if (!token || token.kind === 'close' || token.kind === 'or') return null;
  reader.at++;
  const node = readTerm(reader, token, depth);
  return node && negative ? negate(node) : node;
}

function readTerm(reader: Reader, token: QueryToken, depth: number): QueryNode | null {
  if (token.kind === 'open') return readGroup(reader, depth);
  if (token.kind === 'value') return readWords(reader, token.value);
  return token.kind === 'field' ? readFieldToken(reader, token) : null;
}

function readAlternatives(reader: Reader, depth: number): QueryNode | null {
  const nodes = [readOperand(reader, depth)];
  let dangling = false;
  while (reader.tokens[reader.at]?.kind === 'or') {
    reader.at++;
    const next = readOperand(reader, depth);
    dangling ||= next === null;
    nodes.push(next);
  }
  if (dangling || (nodes.length > 1 && nodes[0] === null))
    reader.problems.push('OR needs something on both sides.');
  return joinNodes(
    'or',
    nodes.filter((node) => node !== null),
  );
}

function readAll(reader: Reader, depth: number): QueryNode | null {
  const nodes: QueryNode[] = [];
  for (;;) {
    const token = reader.tokens[reader.at];
    if (!token || (token.kind === 'close' && depth > 0)) break;
    if (token.kind === 'close') {
      reader.problems.push('A closing parenthesis has no opening one.');
      reader.at++;
      continue;
    }
    const node = readAlternatives(reader, depth);
    if (node) nodes.push(node);
  }
  return joinNodes('and', nodes);
}

/** Drops the parentheses of groups nested too deep, each with its partner. */
function limitDepth(tokens: readonly QueryToken[]): QueryToken[] {
  let depth = 0;
  return tokens.filter((token) => {
    if (token.kind === 'open') return ++depth <= deepestGroup;
    if (token.kind === 'close' && depth > 0) return depth-- <= deepestGroup;
    return true;
  });
}

/** Parses what was typed in the search box. Never throws; `problems` says what was degraded. */
export function parseQuery(input: string): Query {
  const tokens = tokeniseQuery(input);
  const reader: Reader = { tokens: limitDepth(tokens), problems: [], at: 0 };
  if (reader.tokens.length < tokens.length) reader.problems.push('Groups nested too deep were taken apart.');
  const root = readAll(reader, 0);
  return { root, sort: null, problems: [...new Set(reader.problems)] };
}
