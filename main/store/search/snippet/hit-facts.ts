/**
 * What passages, events and accounts bear, in short, as it is told beside their words: read for a whole page of hits at
 * once. Merged things go by their present names.
 */
import type { HitAccount, HitFacts, HitKind, HitName } from '../../../../shared/contract/search';
import { all, type ReadableDB } from '../../core/sql';

/** A thing whose facts are asked for. */
export interface Thing {
  readonly kind: HitKind;
  readonly id: string;
}

/** Lists hold no more than this. */
const mostListed = 20;

/** A row about one of the things asked for. */
interface Owned {
  readonly owner: string;
}

interface NameRow extends Owned, HitName {
  readonly kind: string;
  /** The name as names are put in order. */
  readonly folded: string;
}

interface AccountRow extends Owned, Omit<HitAccount, 'event' | 'claimant'> {
  readonly eventId: string;
  readonly eventTitle: string;
  readonly claimantKind: string;
  readonly claimantWords: string;
}

/** How each list of facts is read of things of a kind, whose ids are the array `@ids`; a row may come twice. */
interface Sources {
  readonly entities: string;
  readonly events: string;
  readonly accounts: string;
}

const accountsOfPassage = `json_each(@ids) j CROSS JOIN account_evidence a ON a.annotation_id = j.value AND a.kind = 'evidence'
  JOIN account c ON c.id = a.account_id`;
const accountsOfEvent = 'json_each(@ids) j CROSS JOIN account c ON c.event_id = j.value';
const itself = 'json_each(@ids) j CROSS JOIN account c ON c.id = j.value';

const presentEntity = (source: string, id: string): string => `
  SELECT j.value AS owner, r.kind, r.id, r.name, r.folded FROM ${source}
  JOIN entity e ON e.id = ${id} JOIN entity r ON r.id = coalesce(e.root_id, e.id)`;
const eventOf = (source: string, id: string): string =>
  `SELECT j.value AS owner, 'event' AS kind, v.id, v.title AS name, v.folded FROM ${source} JOIN event v ON v.id = ${id}`;
const accountRows = (source: string): string => `
  SELECT j.value AS owner, c.id, c.event_id AS eventId, v.title AS eventTitle, c.fact, c.key, c.mode, c.certainty,
    c.claimant_kind AS claimantKind, c.claimant_words AS claimantWords
  FROM ${source} JOIN event v ON v.id = c.event_id`;

const sourcesOf: Partial<Readonly<Record<HitKind, Sources>>> = {
  passage: {
    entities: `${presentEntity('json_each(@ids) j CROSS JOIN stored_mention m ON m.annotation_id = j.value', 'm.entity_id')}
      UNION ALL ${presentEntity(accountsOfPassage, 'c.entity_id')}`,
    events: `${eventOf('json_each(@ids) j CROSS JOIN evidence x ON x.annotation_id = j.value', 'x.event_id')}
      UNION ALL ${eventOf(accountsOfPassage, 'c.event_id')}`,
    accounts: accountRows(accountsOfPassage),
  },
  event: {
    entities: presentEntity(`${accountsOfEvent} AND c.mode <> 'denies'`, 'c.entity_id'),
    events: '',
    accounts: accountRows(accountsOfEvent),
  },
  account: {
    entities: presentEntity(itself, 'c.entity_id'),
    events: eventOf(itself, 'c.event_id'),
    accounts: accountRows(itself),
  },
};

const tagsSql = `SELECT j.value AS owner, 'tag' AS kind, t.id, t.name, t.folded
  FROM json_each(@ids) j CROSS JOIN stored_annotation_tag x ON x.annotation_id = j.value
  JOIN tag s ON s.id = x.tag_id JOIN tag t ON t.id = coalesce(s.root_id, s.id)`;
const claimantsSql = `SELECT j.value AS owner, 'actor' AS kind, r.id, r.name, r.folded
  FROM json_each(@ids) j CROSS JOIN account_claimant x ON x.account_id = j.value
  JOIN entity e ON e.id = x.actor_id JOIN entity r ON r.id = coalesce(e.root_id, e.id)`;
const ownSql =
  'SELECT id AS owner, colour, comment FROM annotation WHERE id IN (SELECT value FROM json_each(@ids))';

function readBy<Row extends Owned>(db: ReadableDB, sql: string, ids: readonly string[]): Map<string, Row[]> {
  const rows = sql === '' || ids.length === 0 ? [] : all<Row>(db, sql, { ids: JSON.stringify(ids) });
  const byOwner = new Map<string, Row[]>();
  for (const row of rows) {
    const known = byOwner.get(row.owner);
    if (known) known.push(row);
    else byOwner.set(row.owner, [row]);
  }
  return byOwner;
}

const compareText = (a: string, b: string): number => (a === b ? 0 : a < b ? -1 : 1);

/** Each once, in the order of their names. */
function namesIn(rows: readonly NameRow[] = [], kind: string): HitName[] {
  const distinct = new Map(rows.flatMap((row) => (row.kind === kind ? [[row.id, row] as const] : [])));
  return [...distinct.values()]
    .sort((a, b) => compareText(a.folded, b.folded) || compareText(a.id, b.id))
    .slice(0, mostListed)
    .map(({ id, name }) => ({ id, name }));
}

function claimantOf({ claimantKind, claimantWords }: AccountRow, actors: readonly HitName[]): string {
  if (claimantKind === 'actors') return actors.map(({ name }) => name).join(', ');
  if (claimantKind === 'unnamed') return claimantWords;
  return claimantKind === 'none' ? '' : claimantKind;
}

function accountsIn(
  rows: readonly AccountRow[] = [],
  claimants: ReadonlyMap<string, readonly NameRow[]>,
): HitAccount[] {
  const shown = [...rows].sort((a, b) => compareText(a.id, b.id)).slice(0, mostListed);
  return shown.map((row) => {
    const { id, eventId, eventTitle, fact, key, mode, certainty } = row;
    const claimant = claimantOf(row, namesIn(claimants.get(id), 'actor'));
    return { id, event: { id: eventId, name: eventTitle }, fact, key, mode, certainty, claimant };
  });
}

function factsOfKind(db: ReadableDB, kind: HitKind, ids: readonly string[]): Map<string, HitFacts> {
  const sources = sourcesOf[kind];
  if (!sources || ids.length === 0) return new Map();
  const entities = readBy<NameRow>(db, sources.entities, ids);
  const events = readBy<NameRow>(db, sources.events, ids);
  const accounts = readBy<AccountRow>(db, sources.accounts, ids);
  const isPassage = kind === 'passage';
  const tags = readBy<NameRow>(db, isPassage ? tagsSql : '', ids);
  const own = readBy<Owned & Pick<HitFacts, 'colour' | 'comment'>>(db, isPassage ? ownSql : '', ids);
  const said = [...accounts.values()].flat().filter(({ claimantKind }) => claimantKind === 'actors');
  const claimants = readBy<NameRow>(
    db,
    claimantsSql,
    said.map(({ id }) => id),
  );
  const factsOf = (id: string): HitFacts => ({
    actors: namesIn(entities.get(id), 'actor'),
    places: namesIn(entities.get(id), 'place'),
    events: namesIn(events.get(id), 'event'),
    tags: namesIn(tags.get(id), 'tag'),
    accounts: accountsIn(accounts.get(id), claimants),
    colour: own.get(id)?.[0]?.colour ?? null,
    comment: own.get(id)?.[0]?.comment ?? '',
  });
  return new Map(ids.map((id) => [id, factsOf(id)]));
}

/** The facts of each thing, in their order; null for a kind that has none of them. */
export function hitFacts(db: ReadableDB, things: readonly Thing[]): (HitFacts | null)[] {
  const kinds = [...new Set(things.map(({ kind }) => kind))];
  const byKind = new Map(
    kinds.map((kind) => {
      const ids = things.flatMap((thing) => (thing.kind === kind ? [thing.id] : []));
      return [kind, factsOfKind(db, kind, [...new Set(ids)])] as const;
    }),
  );
  return things.map(({ kind, id }) => byKind.get(kind)?.get(id) ?? null);
}
