/** What the window and the store know of queries and commands without their schemas: what undo leaves alone, and what a query reads. */
import type { CommandName, QueryName } from '../contract';
import type { Topic } from './app';

/** Commands that undo leaves alone: they keep what is being typed, or are undo itself. */
export const notUndoable: ReadonlySet<string> = new Set<CommandName>([
  'undo',
  'redo',
  'repairNotebook',
  'saveDraft',
  'discardDraft',
  'setRead',
  'emptyTrash',
]);

/** Which topics a query reads: it is read again when one of them changes. */
export const queryTopics: Readonly<Record<QueryName, readonly Topic[]>> = {
  getNotebook: ['notebook', 'article', 'annotation', 'entity', 'event', 'note'],
  checkNotebook: [],
  checkStep: [],
  endCheck: [],
  listArticles: ['article', 'revision', 'annotation', 'tag'],
  getArticle: ['article', 'revision', 'tag'],
  getRevision: ['revision'],
  compareRevisions: ['article', 'revision', 'annotation', 'entity', 'event', 'tag'],
  getDraft: ['draft'],
  listDrafts: ['draft'],
  listAnnotations: ['annotation', 'revision', 'entity', 'event', 'tag'],
  getAnnotations: ['annotation', 'revision', 'entity', 'event', 'tag'],
  getAnnotation: ['annotation', 'revision', 'entity', 'event', 'tag'],
  listReview: ['annotation', 'revision', 'article'],
  getReview: ['annotation', 'revision', 'article', 'entity', 'event', 'tag'],
  listTags: ['tag', 'annotation', 'article'],
  listEntities: ['entity', 'annotation', 'event'],
  findEntities: ['entity', 'annotation', 'event'],
  getEntity: ['entity'],
  listMentions: ['annotation', 'entity', 'article', 'revision'],
  listCoMentions: ['annotation', 'entity'],
  listEvents: ['event', 'entity', 'annotation'],
  findEvents: ['event', 'entity'],
  getEvent: ['event', 'entity'],
  listEvidence: ['annotation', 'event', 'article', 'revision'],
  listEventTypes: ['event'],
  listRoles: ['event'],
  listNotes: ['note'],
  getNote: ['note'],
  listCitingNotes: ['note'],
  listTrash: ['trash'],
  search: ['article', 'revision', 'annotation', 'entity', 'event', 'note', 'tag'],
  getNetwork: ['entity', 'annotation', 'article', 'revision', 'event'],
  getNetworkSpan: ['article', 'event', 'entity'],
  listTiePassages: ['entity', 'annotation', 'article', 'revision', 'event'],
  listTieEvents: ['entity', 'event'],
  listTieRelations: ['entity', 'annotation'],
  findInGazetteer: [],
  completeQuery: ['article', 'entity', 'event', 'tag'],
};
