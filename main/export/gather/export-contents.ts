/** Decides, by ids, what belongs to an export of a note, an article, an entity, an event, some passages, a search or everything. */
import type { ExportScope } from '../../../shared/contract/exports';
import { pluck, type ReadableDB } from '../../store/core/sql';
import { listFound } from '../../store/search/found/list-found';
import type { ExportEntityRelation, ExportEvent } from './export-data';
import { withParents } from './read-entities';

/** Ids of what belongs to an export. Articles are besides those that the passages are in. */
export interface Contents {
  readonly articles: readonly string[];
  readonly passages: readonly string[];
  readonly entities: readonly string[];
  readonly events: readonly string[];
  readonly notes: readonly string[];
}

const everything = (db: ReadableDB): Contents => ({
  articles: pluck(db, 'SELECT id FROM article'),
  passages: pluck(db, 'SELECT id FROM annotation'),
  entities: pluck(db, 'SELECT id FROM entity WHERE root_id IS NULL'),
  events: pluck(db, 'SELECT id FROM event'),
  notes: pluck(db, 'SELECT id FROM note'),
});

const ofEntity = (db: ReadableDB, id: string): Contents => ({
  articles: [],
  passages: pluck(db, 'SELECT DISTINCT annotation_id FROM mention WHERE entity_id = ?', [id]),
  entities: [id],
  events: pluck(
    db,
    `SELECT event_id FROM participation WHERE actor_id = @id UNION SELECT event_id FROM event_place WHERE place_id = @id`,
    { id },
  ),
  notes: [],
});

/** An event with the words it rests on, and whom and where its accounts name. */
const ofEvent = (db: ReadableDB, id: string): Contents => ({
  articles: [],
  passages: pluck(
    db,
    `SELECT annotation_id FROM evidence WHERE event_id = @id
     UNION SELECT x.annotation_id FROM account a JOIN account_evidence x ON x.account_id = a.id WHERE a.event_id = @id`,
    { id },
  ),
  entities: pluck(
    db,
    `SELECT actor_id FROM participation WHERE event_id = @id UNION SELECT place_id FROM event_place WHERE event_id = @id`,
    { id },
  ),
  events: [id],
  notes: [],
});

function ofNote(db: ReadableDB, id: string): Contents {
  const cited = (kind: string) =>
    pluck<string>(db, 'SELECT target_id FROM citation WHERE note_id = ? AND target_kind = ?', [id, kind]);
  return {
    articles: cited('article'),
    passages: cited('annotation'),
    entities: cited('entity'),
    events: cited('event'),
    notes: [id],
  };
}

const linkedEntities = `SELECT DISTINCT m.entity_id FROM json_each(?) j CROSS JOIN mention m ON m.annotation_id = j.value`;
const linkedEvents = `SELECT DISTINCT x.event_id FROM json_each(?) j CROSS JOIN evidence x ON x.annotation_id = j.value`;

/** Adds what passages are linked to. */
function withLinks(db: ReadableDB, contents: Contents): Contents {
  const ids = [JSON.stringify(contents.passages)];
  return {
    ...contents,
    entities: [...new Set([...contents.entities, ...pluck<string>(db, linkedEntities, ids)])],
    events: [...new Set([...contents.events, ...pluck<string>(db, linkedEvents, ids)])],
  };
}

const none: Contents = { articles: [], passages: [], entities: [], events: [], notes: [] };

function ofArticle(db: ReadableDB, id: string): Contents {
  const passages = pluck<string>(db, 'SELECT id FROM annotation WHERE article_id = ?', [id]);
  return withLinks(db, { ...none, articles: [id], passages });
}

/** What was found, and of accounts the events that they are of. */
function ofSearch(db: ReadableDB, query: string): Contents {
  const kinds = ['article', 'passage', 'entity', 'event', 'account', 'note'] as const;
  const found = listFound(db, { query, kinds: [...kinds] });
  const ids = (kind: string) => found.filter((hit) => hit.kind === kind).map(({ id }) => id);
  const ofAccounts = pluck<string>(
    db,
    'SELECT DISTINCT a.event_id FROM json_each(?) j CROSS JOIN account a ON a.id = j.value',
    [JSON.stringify(ids('account'))],
  );
  return withLinks(db, {
    articles: ids('article'),
    passages: ids('passage'),
    entities: ids('entity'),
    events: [...new Set([...ids('event'), ...ofAccounts])],
    notes: ids('note'),
  });
}

/** Ids of what belongs to an export. */
export function contentsOf(db: ReadableDB, scope: ExportScope): Contents {
  switch (scope.kind) {
    case 'everything':
      return everything(db);
    case 'article':
      return ofArticle(db, scope.id);
    case 'entity':
      return ofEntity(db, scope.id);
    case 'event':
      return ofEvent(db, scope.id);
    case 'note':
      return ofNote(db, scope.id);
    case 'passages':
      return withLinks(db, { ...none, passages: scope.ids });
    case 'search':
      return ofSearch(db, scope.query);
  }
}

const articlesOfPassages = `SELECT DISTINCT t.article_id FROM json_each(?) j CROSS JOIN annotation t ON t.id = j.value`;

/** The articles of an export: its own, and those of its passages. */
export function articlesOf(
  db: ReadableDB,
  { articles, passages }: Pick<Contents, 'articles' | 'passages'>,
): string[] {
  const ids = pluck<string>(db, articlesOfPassages, [JSON.stringify(passages)]);
  return [...new Set([...articles, ...ids])];
}

/** Entities that an event's accounts name. */
function entitiesOfEvent({ place, participants, accounts }: ExportEvent): string[] {
  const named = accounts.flatMap(({ value, claimant }) => [
    ...(value.kind === 'place' ? [value.placeId] : []),
    ...(value.kind === 'entity' ? [value.entityId] : []),
    ...(claimant.kind === 'actors' ? claimant.actors.map(({ id }) => id) : []),
  ]);
  return [...(place ? [place.id] : []), ...participants.map(({ id }) => id), ...named];
}

const passagesOfEvent = ({ evidence, accounts }: ExportEvent): readonly string[] => [
  ...evidence,
  ...accounts.flatMap((account) => [...account.evidence, ...account.cues]),
];

/** Ids of what is referred to, but is not itself in the export. */
export function aroundOf(
  db: ReadableDB,
  contents: Contents,
  events: readonly ExportEvent[],
  relations: readonly ExportEntityRelation[],
): Pick<Contents, 'articles' | 'passages' | 'entities'> {
  const without = (ids: Iterable<string>, known: readonly string[]) => {
    const inside = new Set(known);
    return [...new Set(ids)].filter((id) => !inside.has(id));
  };
  const named = [
    ...contents.entities,
    ...events.flatMap(entitiesOfEvent),
    ...relations.flatMap(({ from, to }) => [from.id, to.id]),
  ];
  const inEvidence = [...events.flatMap(passagesOfEvent), ...relations.flatMap(({ evidence }) => evidence)];
  const passages = without(inEvidence, contents.passages);
  return {
    entities: without(withParents(db, named), contents.entities),
    passages,
    articles: without(articlesOf(db, { articles: [], passages }), articlesOf(db, contents)),
  };
}
