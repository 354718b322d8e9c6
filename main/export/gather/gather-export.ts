/** Decides what belongs to an export of a note, an article, an entity or everything, and reads it from the notebook. */
import type { ExportScope } from '../../../shared/contract/app';
import { CasebookError } from '../../../shared/model/result';
import { get, pluck, type ReadableDB } from '../../store/core/sql';
import type { ExportData, ExportSubject } from './export-data';
import { readArticles, readEntities, readEvents, readNotes } from './read-export-rows';
import { readPassages } from './read-passages';

interface Contents {
  readonly articles: readonly string[];
  readonly passages: readonly string[];
  readonly entities: readonly string[];
  readonly events: readonly string[];
  readonly notes: readonly string[];
}

type Gather = (db: ReadableDB, id: string) => Contents;

const gatherers: Readonly<Record<ExportScope['kind'], Gather>> = {
  everything: (db) => ({
    articles: pluck(db, 'SELECT id FROM article'),
    passages: pluck(db, 'SELECT id FROM annotation'),
    entities: pluck(db, 'SELECT id FROM entity WHERE root_id IS NULL'),
    events: pluck(db, 'SELECT id FROM event'),
    notes: pluck(db, 'SELECT id FROM note'),
  }),
  article: (db, id) =>
    withLinks(db, {
      articles: [id],
      passages: pluck(db, 'SELECT id FROM annotation WHERE article_id = ?', [id]),
    }),
  entity: (db, id) => ({
    articles: [],
    passages: pluck(db, 'SELECT DISTINCT annotation_id FROM mention WHERE entity_id = ?', [id]),
    entities: [id],
    events: pluck(
      db,
      `SELECT event_id FROM participation WHERE actor_id = @id UNION SELECT event_id FROM event_place WHERE place_id = @id`,
      { id },
    ),
    notes: [],
  }),
  note: (db, id) => {
    const cited = (kind: string) =>
      pluck<string>(db, 'SELECT target_id FROM citation WHERE note_id = ? AND target_kind = ?', [id, kind]);
    return {
      articles: cited('article'),
      passages: cited('annotation'),
      entities: cited('entity'),
      events: cited('event'),
      notes: [id],
    };
  },
};

/** Adds what passages are linked to. */
function withLinks(
  db: ReadableDB,
  { articles, passages }: Pick<Contents, 'articles' | 'passages'>,
): Contents {
  const ids = [JSON.stringify(passages)];
  return {
    articles,
    passages,
    entities: pluck(
      db,
      `SELECT DISTINCT m.entity_id FROM json_each(?) j CROSS JOIN mention m ON m.annotation_id = j.value`,
      ids,
    ),
    events: pluck(
      db,
      `SELECT DISTINCT x.event_id FROM json_each(?) j CROSS JOIN evidence x ON x.annotation_id = j.value`,
      ids,
    ),
    notes: [],
  };
}

function articlesOf(db: ReadableDB, { articles, passages }: Contents): string[] {
  const ids = pluck<string>(
    db,
    `SELECT DISTINCT t.article_id FROM json_each(?) j CROSS JOIN annotation t ON t.id = j.value`,
    [JSON.stringify(passages)],
  );
  return [...new Set([...articles, ...ids])];
}

function found<Thing>(thing: Thing | undefined, kind: string): Thing {
  if (thing === undefined) throw new CasebookError('not-found', `There is no such ${kind}.`);
  return thing;
}

function subjectOf(data: Omit<ExportData, 'subject'>, scope: ExportScope): ExportSubject {
  switch (scope.kind) {
    case 'everything':
      return scope;
    case 'article':
      return {
        kind: 'article',
        article: found(
          data.articles.find(({ id }) => id === scope.id),
          'article',
        ),
      };
    case 'entity':
      return {
        kind: 'entity',
        entity: found(
          data.entities.find(({ id }) => id === scope.id),
          'entity',
        ),
      };
    case 'note':
      return {
        kind: 'note',
        note: found(
          data.notes.find(({ id }) => id === scope.id),
          'note',
        ),
      };
  }
}

/** Everything that an export of this scope says. Throws `not-found` when its subject is not in the notebook. */
export function gatherExport(db: ReadableDB, scope: ExportScope): ExportData {
  const contents = gatherers[scope.kind](db, 'id' in scope ? scope.id : '');
  const notebook = found(
    get<{ id: string; title: string }>(db, 'SELECT id, title FROM notebook'),
    'notebook',
  );
  const data = {
    notebook,
    madeAt: new Date().toISOString(),
    articles: readArticles(db, articlesOf(db, contents)),
    passages: readPassages(db, contents.passages),
    entities: readEntities(db, contents.entities),
    events: readEvents(db, contents.events),
    notes: readNotes(db, contents.notes),
    textOf: (revisionId: string) =>
      pluck<string>(db, 'SELECT text FROM revision WHERE id = ?', [revisionId])[0] ?? '',
  };
  return { ...data, subject: subjectOf(data, scope) };
}
