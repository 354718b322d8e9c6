/**
 * What a parsed query means, by looking at every thing of a notebook in turn: the meaning of the language written down a
 * second time, for comparing the search with.
 */
import type { DateNode, GroupNode, QueryNode, WithinNode } from '../../../../shared/query/query';
import { valuesOf } from './brute-names';
import { candidates, type Ground, hasWords, runsInBody, type WordsNode } from './brute-words';
import type { RawAccount, RawArticle, RawEvent, RawRow } from './raw-rows';

type Rows = ReadonlySet<RawRow>;

interface Asking {
  readonly ground: Ground;
  readonly scopes: ReadonlySet<string>;
  /** What is known of this query's own nodes, where they are wanted and where they are not: looked up by the node itself. */
  readonly answered: {
    readonly wanted: Map<QueryNode, Rows | null>;
    readonly unwanted: Map<QueryNode, Rows | null>;
  };
  /** The same of the filters of a group that hold together. */
  readonly together: Map<GroupNode, Rows>;
}

/** Everything that a query finds. */
export function bruteForce(ground: Ground, root: QueryNode | null): Rows {
  if (!root) return new Set();
  const wanted = [...wantedNodes(root, true)];
  const scopes = new Set(wanted.flatMap((node) => (node.kind === 'scope' ? [node.scope as string] : [])));
  const kinds = wanted.flatMap((node) => (node.kind === 'kind' ? [node.value as string] : []));
  const answered = { wanted: new Map(), unwanted: new Map() };
  const found = rowsOf({ ground, scopes, answered, together: new Map() }, root, true);
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
  const answered = wanted ? asking.answered.wanted : asking.answered.unwanted;
  const known = answered.get(node);
  if (known !== undefined) return known;
  const rows = rowsOfNode(asking, node, wanted);
  answered.set(node, rows);
  return rows;
}

function rowsOfNode(asking: Asking, node: QueryNode, wanted: boolean): Rows | null {
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
    return new Set(
      [...candidates(asking.ground, node)].filter((row) => hasWords(asking.ground, row, node, asking.scopes)),
    );
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

function rowsOfAll(asking: Asking, group: GroupNode, wanted: boolean): Rows | null {
  const { nodes } = group;
  const joint = nodes.filter((node) => levelOf(node) !== 'row');
  const alone = joint.length > 1 ? nodes.filter((node) => levelOf(node) === 'row') : nodes;
  const sets = alone.map((node) => rowsOf(asking, node, wanted));
  if (joint.length > 1) sets.push(rowsTogether(asking, group, joint));
  const meant = sets.filter((set) => set !== null);
  const [first, ...others] = meant;
  return first ? new Set([...first].filter((row) => others.every((set) => set.has(row)))) : null;
}

function withAccount({ row, event, evidence }: RawAccount): RawRow[] {
  return [row, event.row, ...evidence.flatMap((passage) => [passage.row, passage.article.row])];
}

/** What goes with one account, or event, of which all of some filters hold. */
function rowsTogether(asking: Asking, group: GroupNode, nodes: readonly QueryNode[]): Rows {
  const rows = asking.together.get(group) ?? rowsHoldingTogether(asking, nodes);
  asking.together.set(group, rows);
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
  if (!candidates(asking.ground, node).has(article.row)) return [];
  const at = (word: number) => article[unit][word] ?? 0;
  return runsInBody(asking.ground, article.row, node).map(({ from, to }) => [at(from), at(to - 1)] as const);
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
    if (joint.length > 1) holders.push(holderOfRows(window, node, rowsTogether(window.asking, node, joint)));
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
    if (joint.length > 1 && wanted) yield rowsTogether(asking, node, joint);
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
