/**
 * Finds the rows that a parsed query means. Words are asked of the full-text index, filters are the rows that bear their
 * values; groups and negation combine sets of rows. Order, counts and hits are made elsewhere.
 */
import type {
  GroupNode,
  KindNode,
  QueryNode,
  SearchKind,
  SearchScope,
  WithinNode,
} from '../../../../shared/query/query';
import type { RowSet, RowSpan } from '../rows/row-set';
import type { Evaluation } from './evaluation';
import { distinctTerms, expandNode, type Term, termsOf, type WordChoice } from './expand';
import { type ExpandedNode, hasTooManyForms, mostNears, type WordsNode } from './expressions';
import { type Level, levelOf } from './levels';
import { rowsOfAccounts, rowsOfEvents } from './links';
import { rowsOfFilter } from './match-filter';
import { accountsTogether, eventsTogether, type Together } from './match-together';
import { rowsWithin } from './match-within';
import { placesOfScopes, rowsWithWords } from './match-words';
import { type CheckOvertaken, everyRow, noRows, rowsBearing, type SearchState } from './search-state';
import { valueIdsOf } from './things';

/** What a query means in a notebook. */
export interface Meaning {
  /** Finds the rows, the caller's own: all of them, or with a span those in it. */
  readonly findRows: (span: RowSpan | null) => RowSet;
  /** Whether it is of words and kinds alone. */
  readonly isOfWords: boolean;
  /** Nodes of words that are wanted, to rank by. */
  readonly words: readonly ExpandedNode[];
  /** What to mark in what was found. */
  readonly terms: readonly Term[];
  readonly scopes: readonly SearchScope[];
  /** Complete only when rows were found. */
  readonly problems: ReadonlySet<string>;
  readonly also: readonly string[];
}

/** More different words than anyone types: each costs time in every row that has it. */
const mostWords = 100;

/** Each reads the texts of all articles that have what it asks for. */
const mostWithin = 20;

const isWords = (node: QueryNode): node is WordsNode => levelOf(node) === 'words';

const groupKinds: ReadonlySet<QueryNode['kind']> = new Set(['and', 'or', 'not', 'scope', 'kind']);

/** Whether a node asks for words, where they are, or kinds. */
const isOfIndex = (node: QueryNode): boolean => isWords(node) || groupKinds.has(node.kind);

/** Every node with whether it is wanted (an even number of negations above it). */
function* nodesOf(
  node: QueryNode,
  wanted = true,
): Generator<{ readonly node: QueryNode; readonly wanted: boolean }> {
  yield { node, wanted };
  if (node.kind === 'not') yield* nodesOf(node.node, !wanted);
  else if (node.kind === 'within') yield* nodesOf(node.node, wanted);
  else if (node.kind === 'and' || node.kind === 'or')
    for (const child of node.nodes) yield* nodesOf(child, wanted);
}

/** What is looked for by a kind; a comment is a passage that has one. */
function rowsOfSearchKind(state: SearchState, kind: SearchKind): RowSet {
  return rowsBearing(state, valueIdsOf(state, 'kind', [kind]));
}

function expandWords(
  state: SearchState,
  nodes: readonly QueryNode[],
  choice: WordChoice,
  tell: (problem: string) => void,
  check: CheckOvertaken,
): Map<WordsNode, ExpandedNode> {
  const expanded = new Map<WordsNode, ExpandedNode>();
  const words = [...new Set(nodes.filter(isWords))];
  for (const node of words.slice(0, mostWords)) {
    const one = expandNode(state, node, choice, check);
    if (!one) continue;
    expanded.set(node, one);
    if (hasTooManyForms(one))
      tell(`NEAR between words of so many forms: the first ${mostNears} ways were searched.`);
  }
  if (words.length > mostWords) tell(`Only the first ${mostWords} different words were searched.`);
  return expanded;
}

/** Reads what a parsed query means. `check` throws when a newer search has overtaken this one. */
export function evaluateQuery(
  state: SearchState,
  root: QueryNode,
  choice: WordChoice,
  check: CheckOvertaken,
): Meaning {
  const nodes = [...nodesOf(root)];
  const wanted = nodes.flatMap((each) => (each.wanted ? [each.node] : []));
  const problems = new Set<string>();
  const tell = (problem: string) => void problems.add(problem);
  const expanded = expandWords(
    state,
    nodes.map(({ node }) => node),
    choice,
    tell,
    check,
  );
  const scopes = [...new Set(wanted.flatMap((node) => (node.kind === 'scope' ? node.scope : [])))];
  const words = [...new Set(wanted)].flatMap((node) => (isWords(node) ? (expanded.get(node) ?? []) : []));
  if (words.length === 0 && scopes.length > 0)
    tell('in: says where words are looked for; no words were given.');
  const also = [
    ...new Set([...expanded.values()].flatMap((one) => one.expansions.flatMap((each) => each.also))),
  ];
  const findRows = (span: RowSpan | null): RowSet => {
    const rows = rowsMeant(
      { state, choice, scopes, check, expanded, within: new Map(), tell, span },
      root,
      wanted,
    );
    return span ? rows.keepSpan(span) : rows;
  };
  const isOfWords = nodes.every(({ node }) => isOfIndex(node));
  return { findRows, isOfWords, words, terms: distinctTerms(words.flatMap(termsOf)), scopes, problems, also };
}

/** The kinds that are wanted restrict the whole query. */
function rowsMeant(evaluation: Evaluation, root: QueryNode, wanted: readonly QueryNode[]): RowSet {
  const { state } = evaluation;
  const said = rowsOf(evaluation, root, true);
  const kinds = wanted.filter((node): node is KindNode => node.kind === 'kind');
  if (kinds.length === 0) return said ?? noRows(state);
  const allowed = noRows(state);
  for (const { value } of kinds) allowed.or(rowsOfSearchKind(state, value));
  return said ? said.and(allowed) : allowed;
}

/** The rows that a node means, the caller's own; null: it says nothing about rows. */
export function rowsOf(evaluation: Evaluation, node: QueryNode, wanted: boolean): RowSet | null {
  evaluation.check();
  const { state } = evaluation;
  switch (node.kind) {
    case 'word':
    case 'phrase':
    case 'near':
      return rowsOfWords(evaluation, [node], 'AND');
    case 'within':
      return rowsInPlaces(evaluation, node);
    case 'scope':
      return null;
    case 'kind':
      return wanted ? null : rowsOfSearchKind(state, node.value);
    case 'not': {
      const rows = rowsOf(evaluation, node.node, !wanted);
      return rows && everyRow(state).andNot(rows);
    }
    case 'and':
      return rowsOfAll(evaluation, node, wanted);
    case 'or':
      return rowsOfAny(evaluation, node, wanted);
    default:
      return rowsOfFilter(state, node, evaluation.tell);
  }
}

/** The rows that pass a `within:`, worked out once; null for one too many. */
function rowsInPlaces(evaluation: Evaluation, node: WithinNode): RowSet | null {
  const { within, tell } = evaluation;
  if (!within.has(node) && within.size >= mostWithin) {
    tell(`Only the first ${mostWithin} different within: were searched.`);
    return null;
  }
  const rows = within.get(node) ?? rowsWithin(evaluation, node, rowsOf);
  within.set(node, rows);
  return rows.clone();
}

/** The rows with all, or any, of some words. */
function rowsOfWords(
  { state, expanded, scopes, span }: Evaluation,
  nodes: readonly WordsNode[],
  operator: 'AND' | 'OR',
): RowSet | null {
  const known = nodes.flatMap((node) => expanded.get(node) ?? []);
  return known.length === 0 ? null : rowsWithWords(state, known, operator, placesOfScopes(scopes), span);
}

/** The words of a group are asked in one go. */
function rowsOfAny(evaluation: Evaluation, group: GroupNode, wanted: boolean): RowSet | null {
  const sets = group.nodes.filter((node) => !isWords(node)).map((node) => rowsOf(evaluation, node, wanted));
  sets.push(rowsOfWords(evaluation, group.nodes.filter(isWords), 'OR'));
  return combine(sets, (left, right) => left.or(right));
}

function combine(
  sets: readonly (RowSet | null)[],
  join: (left: RowSet, right: RowSet) => RowSet,
): RowSet | null {
  const meant = sets.filter((set) => set !== null);
  const [first, ...others] = meant;
  return first ? others.reduce(join, first) : null;
}

function rowsOfAll(evaluation: Evaluation, group: GroupNode, wanted: boolean): RowSet | null {
  const at = (level: Level) => group.nodes.filter((node) => levelOf(node) === level);
  const [accounts, events] = [at('account'), at('event')];
  const isJoint = accounts.length + events.length > 1;
  const single = isJoint ? at('row') : group.nodes.filter((node) => !isWords(node));
  const sets = single.map((node) => rowsOf(evaluation, node, wanted));
  sets.push(rowsOfWords(evaluation, group.nodes.filter(isWords), 'AND'));
  if (isJoint) sets.push(rowsTogether(evaluation, { accounts, events }));
  return combine(sets, (left, right) => left.and(right));
}

/** What goes with the accounts, or events, of which all filters of a group hold together. */
function rowsTogether(evaluation: Evaluation, together: Together): RowSet {
  const { state } = evaluation;
  const read = (node: QueryNode) => rowsOf(evaluation, node, true) ?? noRows(state);
  if (together.accounts.length > 0) return rowsOfAccounts(state, accountsTogether(state, together, read));
  return rowsOfEvents(state, eventsTogether(state, together.events, read));
}

/** The rows that a filter or group of a query means by itself; words are left out. The caller's own. */
export function rowsMeantBy(state: SearchState, node: QueryNode, check: CheckOvertaken): RowSet {
  const choice: WordChoice = { stemming: true, completed: null };
  const evaluation: Evaluation = {
    state,
    choice,
    scopes: [],
    check,
    expanded: new Map(),
    within: new Map(),
    tell: () => {},
    span: null,
  };
  return rowsOf(evaluation, node, true) ?? noRows(state);
}
