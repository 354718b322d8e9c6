/**
 * The language of the search box: words, "phrases", prefix*, fuzzy~1, =exact, -not, NEAR/5, OR (binding closer than the
 * space between words), (groups), field:value and within:2s. Every string has a meaning: what is not understood is taken
 * as words, and said so. `docs/search.md` has the grammar.
 */
import { bindWithin, joinNodes } from './join-nodes';
import type { NearNode, PhraseNode, Query, QueryNode, SearchSort, WordNode } from './query';
import {
  distanceOf,
  readFieldValue,
  readSort,
  readSpan,
  readWords,
  type Span,
  said,
  sayIfNoField,
  usualDistance,
} from './read-terms';
import { type FieldToken, type QueryToken, tokeniseQuery } from './tokenise-query';

/** Groups nested deeper than this are read as if their parentheses were not there. */
const deepestGroup = 40;

/** More words than these are not looked for side by side. */
const mostNear = 12;

interface Reader {
  readonly tokens: readonly QueryToken[];
  readonly say: (problem: string) => void;
  at: number;
  sort: SearchSort | null;
  /** Of the group that is being read. */
  within: Span | null;
}

const negate = (node: QueryNode): QueryNode => (node.kind === 'not' ? node.node : { kind: 'not', node });

function takeSort(reader: Reader, value: string): null {
  if (reader.sort) reader.say('Only the first sort: counts.');
  else reader.sort = readSort(value, reader.say);
  return null;
}

function takeWithin(reader: Reader, value: string): null {
  if (reader.within) reader.say('Only the first within: of a group counts.');
  else reader.within = readSpan(value, reader.say);
  return null;
}

function readFieldToken(reader: Reader, { field, values }: FieldToken): QueryNode | null {
  const { say } = reader;
  if (values.some(({ closed }) => !closed)) say('A quotation mark is missing at the end.');
  const texts = values.map(({ text }) => text.trim().replace(/\s+/g, ' ')).filter((text) => text !== '');
  const [first] = texts;
  if (first === undefined) {
    say(`${field}: needs a value after the colon.`);
    return null;
  }
  if (field === 'sort') return takeSort(reader, first);
  if (field === 'within') return takeWithin(reader, first);
  const nodes = texts.map((text) => readFieldValue(field, text, say));
  return joinNodes(
    'or',
    nodes.filter((node) => node !== null),
  );
}

function readGroup(reader: Reader, depth: number): QueryNode | null {
  const node = readAll(reader, depth + 1);
  if (reader.tokens[reader.at]?.kind === 'close') reader.at++;
  else reader.say('A closing parenthesis is missing.');
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
  if (!token || token.kind === 'close' || token.kind === 'or' || token.kind === 'near') return null;
  reader.at++;
  const node = readTerm(reader, token, depth);
  return node && negative ? negate(node) : node;
}

function readTerm(reader: Reader, token: QueryToken, depth: number): QueryNode | null {
  if (token.kind === 'open') return readGroup(reader, depth);
  if (token.kind === 'value') {
    sayIfNoField(token.value, reader.tokens[reader.at], reader.say);
    return readWords(token.value, token.exact, reader.say);
  }
  return token.kind === 'field' ? readFieldToken(reader, token) : null;
}

const isNearOperand = (node: QueryNode | null): node is WordNode | PhraseNode =>
  node?.kind === 'word' || node?.kind === 'phrase';

/** `a NEAR/5 b NEAR/5 c`: what cannot stand side by side is asked for all the same, wherever it stands. */
function joinNear(
  operands: readonly (QueryNode | null)[],
  distances: readonly NearNode['distance'][],
  { say }: Reader,
): QueryNode | null {
  const [distance = usualDistance] = distances;
  if (operands.every(isNearOperand) && operands.length <= mostNear) {
    if (distances.some((each) => each !== distance))
      say('NEAR in a row takes one distance: the first was used.');
    return { kind: 'near', operands, distance };
  }
  if (operands.length > mostNear) say(`NEAR joins at most ${mostNear} words or phrases in a row.`);
  say('NEAR stands between words or phrases; here all of them were searched, wherever they stand.');
  return joinNodes(
    'and',
    operands.filter((node) => node !== null),
  );
}

function readNear(reader: Reader, depth: number): QueryNode | null {
  const operands = [readOperand(reader, depth)];
  const distances: number[] = [];
  for (;;) {
    const token = reader.tokens[reader.at];
    if (token?.kind !== 'near') break;
    reader.at++;
    distances.push(distanceOf(token, reader.say));
    operands.push(readOperand(reader, depth));
  }
  return distances.length === 0 ? (operands[0] ?? null) : joinNear(operands, distances, reader);
}

function readAlternatives(reader: Reader, depth: number): QueryNode | null {
  const nodes = [readNear(reader, depth)];
  let dangling = false;
  while (reader.tokens[reader.at]?.kind === 'or') {
    reader.at++;
    const next = readNear(reader, depth);
    dangling ||= next === null;
    nodes.push(next);
  }
  if (dangling || (nodes.length > 1 && nodes[0] === null)) reader.say('OR needs something on both sides.');
  return joinNodes(
    'or',
    nodes.filter((node) => node !== null),
  );
}

function readAll(reader: Reader, depth: number): QueryNode | null {
  const outer = reader.within;
  reader.within = null;
  const nodes: QueryNode[] = [];
  for (;;) {
    const token = reader.tokens[reader.at];
    if (!token || (token.kind === 'close' && depth > 0)) break;
    if (token.kind === 'close') {
      reader.say('A closing parenthesis has no opening one.');
      reader.at++;
      continue;
    }
    const node = readAlternatives(reader, depth);
    if (node) nodes.push(node);
  }
  const group = joinNodes('and', nodes);
  const span = reader.within as Span | null;
  reader.within = outer;
  if (!span) return group;
  const near = bindWithin(group, span);
  if (!near) reader.say('within: needs words or filters beside it.');
  return near ?? group;
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
  const problems = new Set<string>();
  const say = (problem: string) => problems.add(problem);
  const reader: Reader = { tokens: limitDepth(tokens), say, at: 0, sort: null, within: null };
  if (reader.tokens.length < tokens.length) say('Groups nested too deep were taken apart.');
  const root = readAll(reader, 0);
  if (!root && !reader.sort && problems.size === 0 && input.trim() !== '')
    say(`${said(input.trim())} holds nothing that can be searched.`);
  return { root, sort: reader.sort, problems: [...problems] };
}
