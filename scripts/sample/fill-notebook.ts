/**
 * Does in a notebook what the sample's researcher did: everything but bringing the articles in goes through the
 * commands of the contract, as from the window.
 */

import { answer, execute, type Session } from '../../main/store/worker/session';
import { createOffsetMap } from '../../shared/text/offsets';
import type { SampleEntity, SampleEvent, SamplePassage, SampleSource } from './sample-source';

/** Ids by the names that the sample's source uses. */
export interface SampleIds {
  readonly article: Map<string, string>;
  readonly tag: Map<string, string>;
  readonly entity: Map<string, string>;
  readonly event: Map<string, string>;
  readonly annotation: Map<string, string>;
}

function idOf(ids: SampleIds, kind: keyof SampleIds, name: string): string {
  const id = ids[kind].get(name);
  if (id === undefined) throw new Error(`the sample has no ${kind} “${name}”`);
  return id;
}

const escapePattern = (words: string): string =>
  words.replace(/[.*+?^${}()|[\]\\]/g, '\\$&').replace(/\s+/g, '\\s+');

/** The one place of some words in a text, in UTF-16, at or after an offset. */
function placeOf(
  text: string,
  words: string,
  from: number,
): { readonly start: number; readonly end: number } {
  const found = [...text.slice(from).matchAll(new RegExp(escapePattern(words), 'g'))];
  const [match] = found;
  if (!match) throw new Error(`the sample's words are not in the article: ${words}`);
  const start = from + match.index;
  return { start, end: start + match[0].length };
}

function currentText(session: Session, articleId: string) {
  const { currentRevisionId } = answer(session, 'getArticle', { id: articleId });
  return answer(session, 'getRevision', { id: currentRevisionId });
}

function partsOf(text: string, words: readonly string[]): { start: number; end: number }[] {
  const offsets = createOffsetMap(text);
  let from = 0;
  return words.map((part) => {
    const { start, end } = placeOf(text, part, from);
    from = end;
    return { start: offsets.toCodePoint(start), end: offsets.toCodePoint(end) };
  });
}

function addPassage(session: Session, ids: SampleIds, passage: SamplePassage): void {
  const articleId = idOf(ids, 'article', passage.article);
  const { id: revisionId, text } = currentText(session, articleId);
  const references = (kind: keyof SampleIds, names: readonly string[] = []) =>
    names.map((name) => ({ id: idOf(ids, kind, name) }));
  const { value } = execute(session, 'annotate', {
    on: { articleId, revisionId, parts: partsOf(text, passage.words) },
    entities: references('entity', passage.entities),
    events: references('event', passage.events),
    tags: references('tag', passage.tags),
    colour: passage.colour,
    comment: passage.comment,
  });
  if (passage.id) ids.annotation.set(passage.id, value.annotationId);
}

function addTags(session: Session, ids: SampleIds, source: SampleSource): void {
  for (const { name, parent, colour, description } of source.tags) {
    const parentId = parent === undefined ? null : idOf(ids, 'tag', parent);
    const { id } = execute(session, 'createTag', { name, parentId }).value;
    if (colour || description) execute(session, 'updateTag', { id, colour, description });
    ids.tag.set(name, id);
  }
}

function addEntity(session: Session, entity: SampleEntity): string {
  const { kind, actorKind, name, aliases, description, identifiers } = entity;
  const { id } = execute(session, 'createEntity', { kind, actorKind, name }).value;
  for (const alias of aliases) execute(session, 'addAlias', { entityId: id, name: alias });
  if (description || identifiers) execute(session, 'updateEntity', { id, description, identifiers });
  return id;
}

function addEvent(session: Session, ids: SampleIds, event: SampleEvent): string {
  const type = answer(session, 'listEventTypes', {}).find(({ name }) => name === event.type);
  const placeId = event.place === null ? null : idOf(ids, 'entity', event.place);
  const args = { title: event.title, typeId: type?.id ?? null, date: event.date, placeId };
  const { id } = execute(session, 'createEvent', args).value;
  if (event.description) execute(session, 'updateEvent', { id, description: event.description });
  return id;
}

function addParticipants(session: Session, ids: SampleIds, name: string, event: SampleEvent): void {
  for (const [actor, role, passage] of event.participants) {
    execute(session, 'addParticipation', {
      eventId: idOf(ids, 'event', name),
      actorId: idOf(ids, 'entity', actor),
      role,
      annotationId: passage === undefined ? null : idOf(ids, 'annotation', passage),
    });
  }
}

function correct(
  session: Session,
  ids: SampleIds,
  { article, find, replace, reason }: SampleSource['corrections'][number],
): void {
  const articleId = idOf(ids, 'article', article);
  const { id: baseRevisionId, content } = currentText(session, articleId);
  if (!content.includes(find)) throw new Error(`the sample's correction is not in the article: ${find}`);
  const corrected = content.replace(find, replace);
  execute(session, 'saveRevision', { articleId, baseRevisionId, content: corrected, reason, anchors: [] });
}

const citation = /\{\{(annotation|entity|event|article):([^|]+)\|([^}]+)\}\}/g;

function noteContent(ids: SampleIds, content: string): string {
  return content.replace(citation, (_, kind: keyof SampleIds, name: string, label: string) => {
    return `<cite data-kind="${kind}" data-id="${idOf(ids, kind, name)}">${label}</cite>`;
  });
}

function setArticles(session: Session, ids: SampleIds, source: SampleSource): void {
  for (const { file, tags, read, set } of source.articles) {
    const id = idOf(ids, 'article', file);
    execute(session, 'updateArticle', { id, set });
    for (const tag of tags)
      execute(session, 'tagArticles', { articleIds: [id], tag: { id: idOf(ids, 'tag', tag) } });
    if (read) execute(session, 'setRead', { ids: [id], read });
  }
}

/** Fills a notebook that has the sample's articles; `articleIds` by file name. Throws where the source does not fit them. */
export function fillNotebook(
  session: Session,
  source: SampleSource,
  articleIds: Map<string, string>,
): SampleIds {
  const ids = {
    article: articleIds,
    tag: new Map(),
    entity: new Map(),
    event: new Map(),
    annotation: new Map(),
  };
  addTags(session, ids, source);
  setArticles(session, ids, source);
  for (const [name, entity] of Object.entries(source.entities))
    ids.entity.set(name, addEntity(session, entity));
  for (const [name, event] of Object.entries(source.events))
    ids.event.set(name, addEvent(session, ids, event));
  for (const passage of source.passages) addPassage(session, ids, passage);
  for (const [name, event] of Object.entries(source.events)) addParticipants(session, ids, name, event);
  for (const correction of source.corrections) correct(session, ids, correction);
  for (const { title, content } of source.notes) {
    execute(session, 'createNote', { title, content: noteContent(ids, content) });
  }
  return ids;
}
