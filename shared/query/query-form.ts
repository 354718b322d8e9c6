/**
 * A query as the fields of a form, and back: both say the same. What the form has no field for stays in `rest`, as text.
 * A field that is filled in by hand may hold anything; it is put into the query so that it disturbs nothing beside it.
 */
import { filterOf, formatFilter, formatQuery } from './format-query';
import { parseQuery } from './parse-query';
import type { QueryField, QueryNode, WithinNode } from './query';
import { tokeniseQuery } from './tokenise-query';

/** An actor and its role in one and the same event; either may be ''. */
export interface ActorRow {
  readonly actor: string;
  readonly role: string;
}

const listFields = [
  'place',
  'event',
  'type',
  'tag',
  'mode',
  'claimant',
  'certainty',
  'publisher',
  'by',
  'lang',
  'colour',
  'has',
] as const;
type ListField = (typeof listFields)[number];

/** The fields of the form; '' and the empty list are not filled in. The values of a list are alternatives. */
export interface QueryForm extends Readonly<Record<ListField, readonly string[]>> {
  readonly all: string;
  readonly phrase: string;
  readonly any: string;
  readonly none: string;
  readonly actors: readonly ActorRow[];
  /** EDTF, or a range `a..b`. */
  readonly date: string;
  readonly published: string;
  /** As after `within:`, `2s` or `1p`. */
  readonly within: string;
  readonly kinds: readonly string[];
  /** One of `searchSorts`. */
  readonly sort: string;
  readonly rest: string;
}

/** A form with nothing filled in. */
export const emptyForm: QueryForm = {
  all: '',
  phrase: '',
  any: '',
  none: '',
  actors: [],
  place: [],
  event: [],
  type: [],
  tag: [],
  mode: [],
  claimant: [],
  certainty: [],
  publisher: [],
  by: [],
  lang: [],
  colour: [],
  has: [],
  date: '',
  published: '',
  within: '',
  kinds: [],
  sort: '',
  rest: '',
};

const textOf = (node: QueryNode): string => formatQuery({ root: node });
const joined = (...pieces: readonly string[]): string => pieces.filter((piece) => piece !== '').join(' ');
const isWords = (node: QueryNode): boolean => node.kind === 'word' || node.kind === 'phrase';

/** A part of the query put into the field it belongs to; null where there is none, or it is taken. */
type Taker = (form: QueryForm, node: QueryNode) => QueryForm | null;

const takePhrase: Taker = (form, node) =>
  node.kind === 'phrase' && !node.exact && form.phrase === '' ? { ...form, phrase: node.text } : null;
const takeWord: Taker = (form, node) =>
  isWords(node) ? { ...form, all: joined(form.all, textOf(node)) } : null;
const takeAny: Taker = (form, node) =>
  node.kind === 'or' && node.nodes.every(isWords) && form.any === ''
    ? { ...form, any: joined(...node.nodes.map(textOf)) }
    : null;
const takeNone: Taker = (form, node) =>
  node.kind === 'not' && isWords(node.node) ? { ...form, none: joined(form.none, textOf(node.node)) } : null;

function rowOf(node: QueryNode): ActorRow | null {
  if (node.kind === 'actor' && node.roles.length <= 1)
    return { actor: node.value, role: node.roles[0] ?? '' };
  return node.kind === 'name' && node.field === 'role' ? { actor: '', role: node.value } : null;
}
const takeActor: Taker = (form, node) => {
  const row = rowOf(node);
  // A role before a row that has none comes first in the query, so it must be first in the form.
  if (!row || (row.actor === '' && form.actors.some(({ actor }) => actor !== ''))) return null;
  return { ...form, actors: [...form.actors, row] };
};

const takeDate: Taker = (form, node) =>
  node.kind === 'date' && form[node.field] === '' ? { ...form, [node.field]: node.value } : null;

/** A filter of one field with its alternatives. */
function listOf(node: QueryNode): { readonly field: QueryField; readonly values: readonly string[] } | null {
  const nodes = node.kind === 'or' ? node.nodes : [node];
  const filters = nodes.flatMap((each) => filterOf(each) ?? []);
  const [first] = filters;
  const isOne = filters.length === nodes.length && filters.every(({ field }) => field === first?.field);
  return first && isOne ? { field: first.field, values: filters.map(({ value }) => value) } : null;
}
const takeList: Taker = (form, node) => {
  const list = listOf(node);
  if (list?.field === 'kind') return form.kinds.length === 0 ? { ...form, kinds: list.values } : null;
  const field = listFields.find((each) => each === list?.field);
  return field && list && form[field].length === 0 ? { ...form, [field]: list.values } : null;
};

const rolesIn = (node: QueryNode): boolean => listOf(node)?.field === 'role';

const takers: readonly Taker[] = [takePhrase, takeWord, takeAny, takeNone, takeActor, takeDate, takeList];

function take(form: QueryForm, node: QueryNode): QueryForm {
  for (const taker of takers) {
    const taken = taker(form, node);
    if (taken) return taken;
  }
  const text = node.kind === 'within' ? `(${textOf(node)})` : textOf(node);
  // A role after an actor would be that actor's.
  const isFirst = rolesIn(node);
  return { ...form, rest: isFirst ? joined(text, form.rest) : joined(form.rest, text) };
}

const partsOf = (node: QueryNode | null): readonly QueryNode[] =>
  node?.kind === 'and' ? node.nodes : node ? [node] : [];

/** The span that goes for the whole query, but for the kinds of things that are looked for. */
function spanOf(nodes: readonly QueryNode[]): WithinNode | null {
  const others = nodes.filter((node) => listOf(node)?.field !== 'kind' && node.kind !== 'scope');
  const [only] = others;
  return others.length === 1 && only?.kind === 'within' ? only : null;
}

/** The fields that say what a query says. */
export function formOfQuery(query: string): QueryForm {
  const { root, sort } = parseQuery(query);
  const nodes = partsOf(root);
  const span = spanOf(nodes);
  const parts = span ? [...nodes.filter((node) => node !== span), ...partsOf(span.node)] : nodes;
  const within = span ? `${span.size}${span.unit.charAt(0)}` : '';
  const filled = parts.reduce(take, emptyForm);
  return { ...filled, within, sort: sort ?? '' };
}

/** The words and phrases of a field, each as it is put into a query; signs that would join it to others are left out. */
function piecesOf(typed: string): string[] {
  return tokeniseQuery(typed).flatMap((token) => {
    const value = token.kind === 'value' ? token.value : token.kind === 'field' ? token.values.at(-1) : null;
    if (!value || value.text.trim() === '') return [];
    return [typed.slice(token.start, token.end) + (value.closed ? '' : '"')];
  });
}

const phraseOf = (typed: string): string => {
  const text = typed.trim();
  return text === '' ? '' : textOf({ kind: 'phrase', text, exact: false });
};

const filled = (values: readonly string[]): string[] => values.filter((value) => value.trim() !== '');

function listText(field: QueryField, values: readonly string[]): string {
  const items = filled(values).map((value) => formatFilter(field, value).slice(field.length + 1));
  return items.length > 0 ? `${field}:${items.join(',')}` : '';
}

function rowText({ actor, role }: ActorRow): string {
  return joined(...filled([actor]).map((value) => formatFilter('actor', value)), listText('role', [role]));
}

/** What stands beside the fields, with the signs that it lacks at its end. */
function restText(rest: string): string {
  const last = tokeniseQuery(rest).at(-1);
  const value = last?.kind === 'value' ? last.value : last?.kind === 'field' ? last.values.at(-1) : null;
  return rest.trim() + (value?.closed === false ? '"' : '');
}

/** The query that says what the fields say; '' when none is filled in. */
export function queryOfForm(form: QueryForm): string {
  const isAlone = ({ actor }: ActorRow) => actor.trim() === '';
  return joined(
    // A role after an actor would be that actor's.
    ...form.actors.filter(isAlone).map(rowText),
    ...piecesOf(form.all),
    phraseOf(form.phrase),
    piecesOf(form.any).join(' OR '),
    ...piecesOf(form.none).map((piece) => `-${piece}`),
    restText(form.rest),
    ...form.actors.filter((row) => !isAlone(row)).map(rowText),
    ...listFields.map((field) => listText(field, form[field])),
    listText('date', [form.date]),
    listText('published', [form.published]),
    listText('within', [form.within]),
    listText('kind', form.kinds),
    listText('sort', [form.sort]),
  );
}
