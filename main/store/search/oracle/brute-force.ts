/**
 * What a parsed query means, by looking at every thing of a notebook in turn: the meaning of the language written down a
 * second time, for comparing the search with.
 */
import { assertNever } from '../../../../shared/model/assert-never';
import type { DateNode, GroupNode, NameField, QueryNode, WithinNode } from '../../../../shared/query/query';
import { foldForMatch } from '../../../../shared/text/fold';
import { all, pluck, type ReadableDB } from '../../core/sql';
import { entitiesWithin, tagsWithin, typesWithin } from '../../core/within';
import type { KnownNames } from '../words/known-names';
import { readKnownNames } from '../words/read-known-names';
import { askedWords, wordsMatchedAt } from '../words/token-matches';
import {
  baseLanguage,
  type RawAccount,
  type RawArticle,
  type RawEvent,
  type RawRow,
  type RawRows,
} from './raw-rows';

type Rows = ReadonlySet<RawRow>;
type WordsNode = Extract<QueryNode, { readonly kind: 'word' | 'phrase' | 'near' }>;

/** A notebook to be asked. */
export interface Ground {
  readonly db: ReadableDB;
  readonly raw: RawRows;
  readonly names: KnownNames;
  readonly known: Map<string, Rows>;
  /** By words and language: what is looked for, and which words of texts a match can begin with. */
  readonly sought: WeakMap<object, Map<string | null, Sought>>;
  /** The things that have a word, by the word. */
  readonly having: ReadonlyMap<string, readonly RawRow[]>;
  readonly named: Map<NameField, readonly Named[]>;
}

export function groundOf(db: ReadableDB, raw: RawRows): Ground {
  return {
    db,
    raw,
    names: readKnownNames(db),
    known: new Map(),
    sought: new WeakMap(),
    having: rowsByWord(raw),
    named: new Map(),
  };
}

function rowsByWord({ rows }: RawRows): Map<string, RawRow[]> {
  const having = new Map<string, RawRow[]>();
  for (const row of rows)
    for (const token of new Set([...row.title, ...row.body, ...row.comment])) {
      const list = having.get(token);
      if (list) list.push(row);
      else having.set(token, [row]);
    }
  return having;
}

interface Asking {
  readonly ground: Ground;
  readonly scopes: ReadonlySet<string>;
}

/** Everything that a query finds. */
export function bruteForce(ground: Ground, root: QueryNode | null): Rows {
  if (!root) return new Set();
  const wanted = [...wantedNodes(root, true)];
  const scopes = new Set(wanted.flatMap((node) => (node.kind === 'scope' ? [node.scope as string] : [])));
  const kinds = wanted.flatMap((node) => (node.kind === 'kind' ? [node.value as string] : []));
  const found = rowsOf({ ground, scopes }, root, true);
  if (kinds.length === 0) return found ?? new Set();
  const all = ground.raw.rows.filter((row) => kinds.some((kind) => isOfKind(row, kind)));
  return found ? new Set(all.filter((row) => found.has(row))) : new Set(all);
}

function* wantedNodes(node: QueryNode, wanted: boolean): Generator<QueryNode> {
  if (wanted) yield node;
  if (node.kind === 'not') yield* wantedNodes(node.node, !wanted);
  else if (node.kind === 'within') yield* wantedNodes(node.node, wanted);
  else if (node.kind === 'and' || node.kind === 'or')
    for (const child of node.nodes) yield* wantedNodes(child, wanted);
}

const isOfKind = (row: RawRow, kind: string): boolean =>
  kind === 'comment' ? row.bears.has('comment ') : row.kind === kind;

const isWords = (node: QueryNode): node is WordsNode =>
  node.kind === 'word' || node.kind === 'phrase' || node.kind === 'near';

function rowsOf(asking: Asking, node: QueryNode, wanted: boolean): Rows | null {
  const { ground } = asking;
  switch (node.kind) {
    case 'scope':
      return null;
    case 'kind':
      return wanted ? null : new Set(ground.raw.rows.filter((row) => isOfKind(row, node.value)));
    case 'not': {
      const rows = rowsOf(asking, node.node, !wanted);
      return rows && new Set(ground.raw.rows.filter((row) => !rows.has(row)));
    }
    case 'and':
      return rowsOfAll(asking, node, wanted);
    case 'or':
      return unite(node.nodes.map((child) => rowsOf(asking, child, wanted)));
    default: {
      const key = `${JSON.stringify(node)} ${[...asking.scopes].join()}`;
      const known = ground.known.get(key) ?? rowsOfLeaf(asking, node);
      ground.known.set(key, known);
      return known;
    }
  }
}

function rowsOfLeaf(asking: Asking, node: QueryNode): Rows {
  const { raw } = asking.ground;
  if (isWords(node))
    return new Set([...candidates(asking.ground, node)].filter((row) => hasWords(asking, row, node)));
  if (node.kind === 'within') return rowsWithin(asking, node);
  if (node.kind === 'date') return rowsDated(asking.ground, node);
  const values = valuesOf(asking.ground, node);
  if (values === null) return uncertain(asking.ground);
  return new Set(raw.rows.filter((row) => values.some((value) => row.bears.has(value))));
}

function unite(sets: readonly (Rows | null)[]): Rows | null {
  const meant = sets.filter((set) => set !== null);
  return meant.length === 0 ? null : new Set(meant.flatMap((set) => [...set]));
}

/** The things that have a word with which a match can begin; of NEAR, of any of its operands. */
function candidates(ground: Ground, node: WordsNode): Set<RawRow> {
  const found = new Set<RawRow>();
  for (const operand of node.kind === 'near' ? node.operands : [node])
    for (const [token, rows] of ground.having) {
      // A word that begins a match in some language, if not in that of the thing, is looked at more closely.
      const isMeant = ['en', 'de', 'fr', 'ru', 'uk', null].some((language) =>
        seek(ground, operand, language)?.canBegin(token),
      );
      if (isMeant) for (const row of rows) found.add(row);
    }
  return found;
}

type Level = 'account' | 'event' | 'row';

function levelOf(node: QueryNode): Level {
  if (node.kind === 'actor') return node.roles.length > 0 ? 'account' : 'row';
  if (node.kind === 'date') return node.field === 'date' ? 'event' : 'row';
  if (node.kind === 'value') return node.field === 'mode' || node.field === 'certainty' ? 'account' : 'row';
  if (node.kind === 'or') {
    const levels = new Set(node.nodes.map(levelOf));
    return levels.size === 1 ? ([...levels][0] ?? 'row') : 'row';
  }
  if (node.kind !== 'name') return 'row';
  if (node.field === 'role' || node.field === 'claimant') return 'account';
  return node.field === 'event' || node.field === 'type' ? 'event' : 'row';
}

function rowsOfAll(asking: Asking, { nodes }: GroupNode, wanted: boolean): Rows | null {
  const joint = nodes.filter((node) => levelOf(node) !== 'row');
  const alone = joint.length > 1 ? nodes.filter((node) => levelOf(node) === 'row') : nodes;
  const sets = alone.map((node) => rowsOf(asking, node, wanted));
  if (joint.length > 1) sets.push(rowsTogether(asking, joint));
  const meant = sets.filter((set) => set !== null);
  const [first, ...others] = meant;
  return first ? new Set([...first].filter((row) => others.every((set) => set.has(row)))) : null;
}

function withAccount({ row, event, evidence }: RawAccount): RawRow[] {
  return [row, event.row, ...evidence.flatMap((passage) => [passage.row, passage.article.row])];
}

/** What goes with one account, or event, of which all of some filters hold. */
function rowsTogether(asking: Asking, nodes: readonly QueryNode[]): Rows {
  const { known } = asking.ground;
  const key = `together ${JSON.stringify(nodes)}`;
  const rows = known.get(key) ?? rowsHoldingTogether(asking, nodes);
  known.set(key, rows);
  return rows;
}

function rowsHoldingTogether(asking: Asking, nodes: readonly QueryNode[]): Rows {
  const { raw } = asking.ground;
  const sets = nodes.map((node) => ({ level: levelOf(node), rows: rowsOf(asking, node, true) ?? new Set() }));
  const holdsOf = (event: RawEvent) =>
    sets.every(({ level, rows }) => level !== 'event' || rows.has(event.row));
  if (sets.some(({ level }) => level === 'account')) {
    const accounts = raw.accounts.filter(
      ({ row, event }) =>
        holdsOf(event) && sets.every(({ level, rows }) => level !== 'account' || rows.has(row)),
    );
    return new Set(accounts.flatMap(withAccount));
  }
  return bearingEvents(asking.ground, raw.events.filter(holdsOf));
}

function bearingEvents({ raw }: Ground, events: readonly RawEvent[]): Rows {
  const values = events.map(({ row }) => `event ${row.id}`);
  return new Set(raw.rows.filter((row) => values.some((value) => row.bears.has(value))));
}

function uncertain({ raw }: Ground): Rows {
  const accounts = raw.accounts.filter(
    ({ row }) => ![...row.bears].some((value) => value.startsWith('certainty ')),
  );
  return new Set(accounts.flatMap(withAccount));
}

function overlaps(
  { earliest, latest }: DateNode,
  of: { readonly earliest: string | null; readonly latest: string | null },
): boolean {
  if (of.earliest === null && of.latest === null) return false;
  return (
    (latest === null || of.earliest === null || of.earliest <= latest) &&
    (earliest === null || of.latest === null || of.latest >= earliest)
  );
}

function rowsDated(ground: Ground, node: DateNode): Rows {
  const { raw } = ground;
  if (node.field === 'date')
    return bearingEvents(
      ground,
      raw.events.filter((event) => overlaps(node, event)),
    );
  const articles = new Set(raw.articles.filter((article) => overlaps(node, article)));
  const passages = raw.passages.filter(({ article }) => articles.has(article));
  const events = raw.events.filter(({ row }) =>
    passages.some((passage) => passage.row.bears.has(`event ${row.id}`)),
  );
  return new Set([...articles, ...passages, ...events].map(({ row }) => row));
}

const comparable = (name: string): string => foldForMatch(name) || name.trim().toLowerCase();

interface Named {
  readonly id: string;
  readonly names: readonly string[];
}

function namedEntities({ db }: Ground, kind: string): Named[] {
  const members = all<{ root: string; name: string }>(
    db,
    `SELECT coalesce(root_id, id) AS root, name FROM entity WHERE kind = ?
     UNION ALL SELECT coalesce(e.root_id, e.id), n.name FROM entity_name n JOIN entity e ON e.id = n.entity_id WHERE e.kind = ?`,
    [kind, kind],
  );
  const roots = [...new Set(members.map(({ root }) => root))];
  return roots.map((id) => ({
    id,
    names: members.filter(({ root }) => root === id).map(({ name }) => comparable(name)),
  }));
}

function namedIn(ground: Ground, field: NameField): Named[] {
  const read = (sql: string): Named[] =>
    all<{ id: string; name: string }>(ground.db, sql).map(({ id, name }) => ({
      id,
      names: [comparable(name)],
    }));
  switch (field) {
    case 'actor':
    case 'place':
      return namedEntities(ground, field);
    case 'claimant':
      return [
        { id: 'narrator', names: ['narrator'] },
        { id: 'unnamed', names: ['unnamed'] },
        ...namedEntities(ground, 'actor'),
      ];
    case 'tag':
      return read('SELECT id, name FROM tag WHERE root_id IS NULL');
    case 'type':
      return read('SELECT id, name FROM event_type');
    case 'event':
      return read('SELECT id, title AS name FROM event');
    case 'role':
      return read(`SELECT DISTINCT key AS id, key AS name FROM account WHERE fact = 'participant'`);
    case 'publisher':
      return read(
        `SELECT DISTINCT publisher AS id, publisher AS name FROM article WHERE trim(publisher) <> ''`,
      );
    case 'by':
      return read('SELECT DISTINCT j.value AS id, j.value AS name FROM article, json_each(authors) j');
    default:
      return assertNever(field);
  }
}

function idsNamed(ground: Ground, field: NameField, value: string): string[] {
  const named = ground.named.get(field) ?? namedIn(ground, field);
  ground.named.set(field, named);
  const wanted = comparable(value);
  const matching = (isMeant: (name: string) => boolean) => named.filter(({ names }) => names.some(isMeant));
  const exact = matching((name) => name === wanted);
  if (exact.length > 0) return exact.map(({ id }) => id);
  const pattern = value
    .split(/([*?])/)
    .map((piece) => (piece === '*' ? '[^ ]*' : piece === '?' ? '[^ ]' : comparable(piece)))
    .join('');
  const like = /[*?]/.test(value)
    ? matching((name) => new RegExp(`(^| )${pattern}( |$)`).test(name))
    : matching((name) => ` ${name}`.includes(` ${wanted}`));
  return like.map(({ id }) => id);
}

/** The ids of a thing, its members and what is below it. */
function idsBelow({ db }: Ground, field: NameField, id: string): string[] {
  if (field === 'place' || field === 'actor' || field === 'claimant')
    return [id, ...pluck<string>(db, entitiesWithin('?'), [id])];
  if (field === 'tag') return pluck<string>(db, tagsWithin('?'), [id]);
  if (field === 'type') return pluck<string>(db, typesWithin('?'), [id]);
  return field === 'publisher' || field === 'by' ? [comparable(id)] : [id];
}

type FilterNode = Exclude<QueryNode, WordsNode | WithinNode | GroupNode | DateNode>;

/** What a row has to bear one of; null: accounts without a certainty. */
function valuesOf(ground: Ground, node: QueryNode): string[] | null {
  const filter = node as FilterNode;
  const below = (field: NameField, value: string) =>
    idsNamed(ground, field, value).flatMap((id) => idsBelow(ground, field, id));
  if (filter.kind === 'value') {
    if (filter.field === 'certainty' && filter.value === 'unsaid') return null;
    return [`${filter.field} ${filter.field === 'lang' ? baseLanguage(filter.value) : filter.value}`];
  }
  if (filter.kind === 'name') {
    const field = filter.field === 'place' ? 'entity' : filter.field;
    return below(filter.field, filter.value).map((id) => `${field} ${id}`);
  }
  if (filter.kind !== 'actor') return [];
  const actors = below('actor', filter.value);
  if (filter.roles.length === 0) return actors.map((id) => `entity ${id}`);
  const roles = filter.roles.flatMap((role) => idsNamed(ground, 'role', role));
  return roles.flatMap((role) => actors.map((id) => `role-of ${role} ${id}`));
}

interface Run {
  readonly from: number;
  readonly to: number;
}

/** Every place where words stand in a text, by the rule for one text. */
function runsIn(ground: Ground, tokens: readonly string[], node: WordsNode, language: string | null): Run[] {
  if (node.kind === 'near') return nearRuns(ground, tokens, node, language);
  const sought = seek(ground, node, language);
  return tokens.flatMap((token, from) => {
    const length = sought?.canBegin(token) ? sought.lengthAt(tokens, from) : 0;
    return length > 0 ? [{ from, to: from + length }] : [];
  });
}

/** A word or phrase as it is looked for in texts of a language. */
interface Sought {
  readonly canBegin: (token: string) => boolean;
  readonly lengthAt: (tokens: readonly string[], from: number) => number;
}

/** What is looked for; null where it holds nothing that can be. Each is made ready once. */
function seek(
  { names, sought }: Ground,
  node: Exclude<WordsNode, { readonly kind: 'near' }>,
  language: string | null,
): Sought | null {
  const byLanguage = sought.get(node) ?? new Map<string | null, Sought>();
  sought.set(node, byLanguage);
  const known = byLanguage.get(language);
  if (known) return known;
  const rules = { names, stems: true };
  const asked = askedWords(rules, node);
  if (!asked) return null;
  const [first = ''] = asked.tokens;
  const lengthAt = (tokens: readonly string[], from: number) =>
    wordsMatchedAt(rules, asked, tokens, from, language);
  const begins = new Map<string, boolean>();
  const canBegin = (token: string): boolean => {
    const can =
      begins.get(token) ??
      (token.startsWith(first) ||
        asked.otherNames.some((name) => name.tokens[0] === token) ||
        lengthAt([token], 0) > 0);
    begins.set(token, can);
    return can;
  };
  const made = { canBegin, lengthAt };
  byLanguage.set(language, made);
  return made;
}

function nearRuns(
  ground: Ground,
  tokens: readonly string[],
  { operands, distance }: Extract<QueryNode, { readonly kind: 'near' }>,
  language: string | null,
): Run[] {
  const lists = operands
    .filter((operand) => seek(ground, operand, language) !== null)
    .map((operand) => runsIn(ground, tokens, operand, language));
  const chosen = lists.reduce<Run[][]>(
    (sofar, list) => sofar.flatMap((one) => list.map((run) => [...one, run])),
    [[]],
  );
  return chosen.flatMap((runs) => {
    if (runs.length === 0) return [];
    const firstEnd = Math.min(...runs.map(({ to }) => to));
    const lastStart = Math.max(...runs.map(({ from }) => from));
    if (lastStart - firstEnd > distance) return [];
    return [{ from: Math.min(...runs.map(({ from }) => from)), to: Math.max(...runs.map(({ to }) => to)) }];
  });
}

const columnsOfScope: Readonly<
  Record<string, readonly (readonly ['title' | 'body' | 'comment', string | null])[]>
> = {
  title: [['title', null]],
  text: [
    ['body', 'article'],
    ['body', 'passage'],
  ],
  note: [
    ['title', 'note'],
    ['body', 'note'],
  ],
  comment: [['comment', 'passage']],
};
const everywhere = ['title', 'body', 'comment'].map((column) => [column as 'title', null] as const);

function hasWords({ ground, scopes }: Asking, row: RawRow, node: WordsNode): boolean {
  const columns =
    scopes.size === 0 ? everywhere : [...scopes].flatMap((scope) => columnsOfScope[scope] ?? []);
  return columns.some(
    ([column, kind]) =>
      (kind === null || kind === row.kind) && runsIn(ground, row[column], node, row.language).length > 0,
  );
}

/** Whether a node holds in the window of some sentences from one on, of an article. */
type HoldsIn = (from: number) => boolean;

interface Window {
  readonly asking: Asking;
  readonly article: RawArticle;
  readonly size: number;
  readonly unit: 'sentences' | 'paragraphs';
}

const touches = (from: number, size: number, [first, last]: readonly [number, number]): boolean =>
  first < from + size && last >= from;

function stretchesOf(
  { asking, article, unit }: Window,
  node: QueryNode,
  rows: Rows,
): (readonly [number, number])[] {
  if (!isWords(node))
    return article.passages.flatMap((passage) =>
      rows.has(passage.row) ? (passage[unit] ? [passage[unit]] : []) : [],
    );
  const at = (word: number) => article[unit][word] ?? 0;
  return runsIn(asking.ground, article.row.body, node, article.row.language).map(
    ({ from, to }) => [at(from), at(to - 1)] as const,
  );
}

function holderOf(window: Window, node: QueryNode, wanted: boolean): HoldsIn | null {
  if (node.kind === 'not') {
    const holds = holderOf(window, node.node, !wanted);
    return holds && ((from) => !holds(from));
  }
  if (node.kind === 'and' || node.kind === 'or') {
    const joint = node.kind === 'and' ? node.nodes.filter((child) => levelOf(child) !== 'row') : [];
    const alone = joint.length > 1 ? node.nodes.filter((child) => levelOf(child) === 'row') : node.nodes;
    const holders = alone.flatMap((child) => holderOf(window, child, wanted) ?? []);
    if (joint.length > 1) holders.push(holderOfRows(window, node, rowsTogether(window.asking, joint)));
    if (holders.length === 0) return null;
    return (from) =>
      node.kind === 'and' ? holders.every((holds) => holds(from)) : holders.some((holds) => holds(from));
  }
  const rows = rowsOf(window.asking, node, wanted);
  return rows && holderOfRows(window, node, rows);
}

function holderOfRows(window: Window, node: QueryNode, rows: Rows): HoldsIn {
  const stretches = stretchesOf(window, node, rows);
  return (from) => stretches.some((stretch) => touches(from, window.size, stretch));
}

/** The rows of the filters that are wanted in a group, each with those it holds together with. */
function* filterRows(asking: Asking, node: QueryNode, wanted: boolean): Generator<Rows> {
  if (node.kind === 'not') yield* filterRows(asking, node.node, !wanted);
  else if (node.kind === 'and' || node.kind === 'or') {
    const joint = node.kind === 'and' ? node.nodes.filter((child) => levelOf(child) !== 'row') : [];
    const alone = joint.length > 1 ? node.nodes.filter((child) => levelOf(child) === 'row') : node.nodes;
    for (const child of alone) yield* filterRows(asking, child, wanted);
    if (joint.length > 1 && wanted) yield rowsTogether(asking, joint);
  } else if (wanted && !isWords(node)) {
    const rows = rowsOf(asking, node, wanted);
    if (rows) yield rows;
  }
}

function rowsWithin(asking: Asking, { node, size, unit }: WithinNode): Rows {
  const found = new Set<RawRow>();
  const filters = [...filterRows(asking, node, true)];
  for (const article of asking.ground.raw.articles) {
    const window: Window = { asking, article, size, unit: `${unit}s` };
    const holds = holderOf(window, node, true);
    if (!holds) return found;
    const count = unit === 'sentence' ? article.sentenceCount : article.paragraphCount;
    const places = Array.from({ length: Math.max(1, count) }, (_, from) => from).filter(holds);
    if (places.length === 0) continue;
    found.add(article.row);
    for (const passage of article.passages) {
      const stretch = passage[window.unit];
      const isBearer = filters.some((rows) => rows.has(passage.row));
      if (stretch && isBearer && places.some((from) => touches(from, size, stretch))) found.add(passage.row);
    }
  }
  return found;
}
