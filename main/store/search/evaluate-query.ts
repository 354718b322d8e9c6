/**
 * Finds the rows that a parsed query means, with their relevance. Words are asked of the full-text index, filters are
 * unions of row lists; groups and negation combine masks with a byte for each row. Order and hits are made elsewhere.
 */

import { type HitKind, hitKinds } from '../../../shared/contract/search';
import { assertNever } from '../../../shared/model/assert-never';
import type {
  DateNode,
  GroupNode,
  NameField,
  QueryNode,
  SearchKind,
  SearchScope,
} from '../../../shared/query/query';
import type { ReadableDB } from '../core/sql';
import { distinctTerms, matchWords, type Term, termKey, termOf } from './match-words';
import {
  comparableName,
  type FilterValue,
  linkedFields,
  rowsOfArticles,
  type SearchRows,
} from './search-rows';

/** One byte for each row: 1, it is meant. */
type Mask = Uint8Array;

/** What a query means in a notebook. */
export interface Meaning {
  readonly mask: Mask;
  /** By row; 0 where no words were asked. */
  readonly relevance: Float64Array;
  /** What to highlight. */
  readonly terms: readonly Term[];
  /** No words were asked for: the rows are those that bear every filter themselves. */
  readonly filtersOnly: boolean;
  /** Articles do not pass a filter by their passages. */
  readonly ownOnly: boolean;
  readonly scopes: readonly SearchScope[];
  readonly problems: readonly string[];
}

interface Evaluation {
  readonly db: ReadableDB;
  readonly rows: SearchRows;
  readonly scopes: readonly SearchScope[];
  /** Articles do not pass a filter by their passages. */
  readonly ownOnly: boolean;
  readonly relevance: Float64Array;
  /** Keys of the terms that are asked for: see `mostTerms`. */
  readonly asked: ReadonlySet<string>;
  readonly problems: Set<string>;
}

const kindsOfSearch: Partial<Record<SearchKind, HitKind>> = {
  passage: 'passage',
  article: 'article',
  note: 'note',
  comment: 'passage',
  entity: 'entity',
  event: 'event',
};

/** What filters alone find: things that bear them. An entity does not bear itself. */
const bearingKinds: readonly HitKind[] = ['passage', 'event', 'note', 'article'];

/** Every node with whether it is wanted (an even number of negations above it). */
function* nodesOf(
  node: QueryNode,
  wanted = true,
): Generator<{ readonly node: QueryNode; readonly wanted: boolean }> {
  yield { node, wanted };
  if (node.kind === 'not') yield* nodesOf(node.node, !wanted);
  else if (node.kind === 'and' || node.kind === 'or')
    for (const child of node.nodes) yield* nodesOf(child, wanted);
}

/** More different words than anyone types: each costs time in every row that has it. */
const mostTerms = 100;

function termsIn(nodes: readonly QueryNode[]): Term[] {
  const terms = nodes.flatMap((node) =>
    node.kind === 'word' || node.kind === 'phrase' ? (termOf(node) ?? []) : [],
  );
  return distinctTerms(terms);
}

interface Outline {
  /** Of the first `mostTerms` terms, wanted or not. */
  readonly asked: ReadonlySet<string>;
  readonly tooMany: boolean;
  readonly terms: readonly Term[];
  readonly scopes: readonly SearchScope[];
  readonly kinds: readonly HitKind[];
  readonly hasFilter: boolean;
}

function outlineOf(root: QueryNode): Outline {
  const nodes = [...nodesOf(root)];
  const every = termsIn(nodes.map(({ node }) => node)).map(termKey);
  const asked = new Set(every.slice(0, mostTerms));
  const wanted = nodes.filter((each) => each.wanted).map((each) => each.node);
  const terms = termsIn(wanted).filter((term) => asked.has(termKey(term)));
  const scopes = wanted.flatMap((node) => (node.kind === 'scope' ? node.scope : []));
  const kinds = wanted.flatMap((node) => (node.kind === 'kind' ? (kindsOfSearch[node.value] ?? []) : []));
  const hasFilter = wanted.some(
    (node) => node.kind === 'actor' || node.kind === 'name' || node.kind === 'date',
  );
  return {
    asked,
    tooMany: every.length > mostTerms,
    terms,
    scopes: [...new Set(scopes)],
    kinds: [...new Set(kinds)],
    hasFilter,
  };
}

/** The kinds of row that a query can mean. */
function kindsAskedFor({ terms, kinds, hasFilter }: Outline): readonly HitKind[] {
  if (kinds.length > 0) return kinds;
  return terms.length === 0 && hasFilter ? bearingKinds : hitKinds;
}

function problemsOf({ terms, scopes, tooMany }: Outline): Set<string> {
  const problems = new Set<string>();
  if (terms.length === 0 && scopes.length > 0) {
    problems.add('in: says where words are looked for; no words were given.');
  }
  if (tooMany) problems.add(`Only the first ${mostTerms} different words were searched.`);
  return problems;
}

/** Finds what a parsed query means. */
export function evaluateQuery(db: ReadableDB, rows: SearchRows, root: QueryNode): Meaning {
  const outline = outlineOf(root);
  const { terms, scopes, kinds, asked } = outline;
  const filtersOnly = terms.length === 0;
  const ownOnly = filtersOnly && !kinds.includes('article');
  const relevance = new Float64Array(rows.kinds.length);
  const problems = problemsOf(outline);
  const said = maskOf({ db, rows, scopes, ownOnly, relevance, asked, problems }, root, true);
  const nothing = new Uint8Array(rows.kinds.length);
  const mask = keepKinds(rows, said ?? (kinds.length > 0 ? everyRow(rows) : nothing), kindsAskedFor(outline));
  return { mask, relevance, terms, scopes, filtersOnly, ownOnly, problems: [...problems] };
}

function everyRow({ kinds }: SearchRows): Mask {
  return kinds.map((kind) => (kind === 255 ? 0 : 1));
}

function keepKinds(rows: SearchRows, mask: Mask, kinds: readonly HitKind[]): Mask {
  const wanted = new Set(kinds.map((kind) => hitKinds.indexOf(kind)));
  return mask.map((byte, row) => (byte === 1 && wanted.has(rows.kinds[row] ?? 255) ? 1 : 0));
}

function maskFrom(rows: SearchRows, ...lists: readonly (readonly number[])[]): Mask {
  const mask = new Uint8Array(rows.kinds.length);
  for (const list of lists) for (const row of list) mask[row] = 1;
  return mask;
}

/** The rows a node means; null: it says nothing about rows. */
function maskOf(evaluation: Evaluation, node: QueryNode, wanted: boolean): Mask | null {
  switch (node.kind) {
    case 'word':
    case 'phrase':
      return maskOfTerms(evaluation, [termOf(node)], 'AND', wanted);
    case 'actor':
      return maskOfName(evaluation, 'actor', node.value, wanted);
    case 'name':
      return maskOfName(evaluation, node.field, node.value, wanted);
    case 'date':
      return maskOfPublished(evaluation, node);
    case 'near':
    case 'value':
    case 'within':
      return null;
    case 'scope':
      return null;
    case 'kind':
      // A wanted kind restricts the whole query; see `kindsAskedFor`.
      return wanted
        ? null
        : keepKinds(evaluation.rows, everyRow(evaluation.rows), [kindsOfSearch[node.value] ?? []].flat());
    case 'not':
      return complementOf(evaluation, maskOf(evaluation, node.node, !wanted));
    case 'and':
    case 'or':
      return maskOfGroup(evaluation, node, wanted);
    default:
      return assertNever(node);
  }
}

function complementOf({ rows }: Evaluation, mask: Mask | null): Mask | null {
  return mask && everyRow(rows).map((byte, row) => (mask[row] === 1 ? 0 : byte));
}

/** The words of a group are asked in one go; the rest of it one by one. */
function maskOfGroup(evaluation: Evaluation, group: GroupNode, wanted: boolean): Mask | null {
  const isWords = (node: QueryNode) => node.kind === 'word' || node.kind === 'phrase';
  const terms = group.nodes.flatMap((node) =>
    node.kind === 'word' || node.kind === 'phrase' ? [termOf(node)] : [],
  );
  const masks = group.nodes.filter((node) => !isWords(node)).map((node) => maskOf(evaluation, node, wanted));
  if (terms.length > 0)
    masks.push(maskOfTerms(evaluation, terms, group.kind === 'and' ? 'AND' : 'OR', wanted));
  const meant = masks.filter((mask) => mask !== null);
  const [first, ...others] = meant;
  if (!first) return null;
  return others.reduce(group.kind === 'and' ? intersect : unite, first);
}

const intersect = (left: Mask, right: Mask): Mask => left.map((byte, row) => byte & (right[row] ?? 0));
const unite = (left: Mask, right: Mask): Mask => left.map((byte, row) => byte | (right[row] ?? 0));

function maskOfTerms(
  { db, rows, scopes, relevance, asked }: Evaluation,
  given: readonly (Term | null)[],
  operator: 'AND' | 'OR',
  wanted: boolean,
): Mask | null {
  const terms = distinctTerms(given.filter((term) => term !== null)).filter((term) =>
    asked.has(termKey(term)),
  );
  if (terms.length === 0) return null;
  const mask = new Uint8Array(rows.kinds.length);
  matchWords(db, { terms, operator, scopes }, rows.kinds, (row, score) => {
    mask[row] = 1;
    if (wanted) relevance[row] = (relevance[row] ?? 0) + score;
  });
  return mask;
}

/** The values that a name means: those of exactly this name or alias, else those with a word that starts so. */
export function valuesNamed(values: readonly FilterValue[], name: string): FilterValue[] {
  const wanted = comparableName(name);
  const exact = values.filter((value) => value.names.includes(wanted));
  if (exact.length > 0) return exact;
  return values.filter((value) =>
    value.names.some((each) => each.startsWith(wanted) || each.includes(` ${wanted}`)),
  );
}

function maskOfName(
  { rows, ownOnly, problems }: Evaluation,
  field: NameField,
  value: string,
  wanted: boolean,
): Mask {
  const linked = linkedFields.find((name) => name === field);
  const values = linked ? valuesNamed(rows.values[linked], value) : [];
  if (values.length === 0) problems.add(`There is no ${field} named “${value}”.`);
  const lists = values.flatMap(({ own, derived }) => (ownOnly && wanted ? [own] : [own, derived]));
  return maskFrom(rows, ...lists);
}

function maskOfPublished({ rows }: Evaluation, { earliest, latest }: DateNode): Mask {
  const articles = rows.articles.filter(
    (article) =>
      (article.earliest !== null || article.latest !== null) &&
      (latest === null || article.earliest === null || article.earliest <= latest) &&
      (earliest === null || article.latest === null || article.latest >= earliest),
  );
  return maskFrom(
    rows,
    rowsOfArticles(
      rows.links,
      articles.map(({ row }) => row),
    ),
  );
}
