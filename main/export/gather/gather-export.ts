/** Reads from the notebook everything that belongs to an export. What that is, is decided in `export-contents.ts`. */
import type { ExportScope } from '../../../shared/contract/exports';
import { CasebookError } from '../../../shared/model/result';
import { get, pluck, type ReadableDB } from '../../store/core/sql';
import { type NotebookJsonOptions, notebookJson } from '../../store/notebook/records/json/notebook-json';
import { aroundOf, articlesOf, contentsOf } from './export-contents';
import type { ExportAround, ExportData, ExportSubject } from './export-data';
import { readArticles } from './read-articles';
import { codebookOf, readEventTypes, readNotes, readRoles, readTags } from './read-codebook';
import { readEntities, readEntityRelations } from './read-entities';
import { readEventRelations, readEvents } from './read-events';
import { readPassages } from './read-passages';

function found<Thing>(thing: Thing | undefined, kind: string): Thing {
  if (thing === undefined) throw new CasebookError('not-found', `There is no such ${kind}.`);
  return thing;
}

function subjectOf(data: Omit<ExportData, 'subject'>, scope: ExportScope): ExportSubject {
  const withId = <Thing extends { readonly id: string }>(things: readonly Thing[], id: string) =>
    found(
      things.find((thing) => thing.id === id),
      scope.kind,
    );
  switch (scope.kind) {
    case 'article':
      return { kind: scope.kind, article: withId(data.articles, scope.id) };
    case 'entity':
      return { kind: scope.kind, entity: withId(data.entities, scope.id) };
    case 'event':
      return { kind: scope.kind, event: withId(data.events, scope.id) };
    case 'note':
      return { kind: scope.kind, note: withId(data.notes, scope.id) };
    default:
      return scope;
  }
}

type Texts = Pick<ExportData, 'textOf' | 'contentOf' | 'bytesOf'>;

/** Reads one at a time, when it is asked for: the texts of a large notebook together do not fit into memory. */
function textReaders(db: ReadableDB): Texts {
  const read = (sql: string) => (id: string) => pluck<string>(db, sql, [id])[0] ?? '';
  return {
    textOf: read('SELECT text FROM revision WHERE id = ?'),
    contentOf: read('SELECT content FROM revision WHERE id = ?'),
    bytesOf: (sha256) =>
      pluck<Uint8Array>(db, 'SELECT bytes FROM original_bytes WHERE sha256 = ?', [sha256])[0] ??
      new Uint8Array(),
  };
}

/** Everything that an export of this scope says. Throws `not-found` when its subject is not in the notebook. */
export function gatherExport(db: ReadableDB, scope: ExportScope): ExportData {
  const contents = contentsOf(db, scope);
  const notebook = found(
    get<{ id: string; title: string }>(db, 'SELECT id, title FROM notebook'),
    'notebook',
  );
  const events = readEvents(db, contents.events);
  const entityRelations = readEntityRelations(db, contents.entities);
  const referred = aroundOf(db, contents, events, entityRelations);
  const around: ExportAround = {
    articles: readArticles(db, referred.articles),
    passages: readPassages(db, referred.passages),
    entities: readEntities(db, referred.entities),
  };
  const madeAt = new Date().toISOString();
  const things = {
    notebook,
    madeAt,
    notebookJson: (options: Omit<NotebookJsonOptions, 'madeAt'>) =>
      notebookJson(db, Object.assign({ madeAt }, options)),
    articles: readArticles(db, articlesOf(db, contents)),
    passages: readPassages(db, contents.passages),
    entities: readEntities(db, contents.entities),
    events,
    notes: readNotes(db, contents.notes),
    entityRelations,
    eventRelations: readEventRelations(db, contents.events),
    around,
    ...textReaders(db),
  };
  const codebook = { tags: readTags(db), eventTypes: readEventTypes(db), roles: readRoles(db) };
  const data = Object.assign(things, scope.kind === 'everything' ? codebook : codebookOf(codebook, things));
  return { ...data, subject: subjectOf(data, scope) };
}
