/** Which store function answers which query of the contract. */
import type { QueryArgs, QueryName, QueryValue } from '../../../shared/contract';
import { getAccount, listAccounts, listArticleAccounts, listFactKeys } from '../accounts/accounts';
import { listEventRelations } from '../accounts/event-relations';
import { getAnnotation, getAnnotations, listAnnotations } from '../annotations/annotations';
import { getReview, listReview } from '../annotations/review';
import { getArticle, listArticles } from '../articles/articles';
import { getOriginalPart } from '../articles/capture/original-part';
import { getDraft, listDrafts } from '../articles/drafts';
import { getRevision } from '../articles/revisions';
import { listEventTypes } from '../codebook/event-types';
import { listRoleList, listRoles } from '../codebook/roles';
import { listTags } from '../codebook/tags';
import type { ReadableDB } from '../core/sql';
import { findEntities, getEntity, listCoMentions, listEntities, listMentions } from '../entities/entities';
import { listEntityRelations, listRelationTypes } from '../entities/relations';
import { findEvents, getEvent, listEvents, listEvidence } from '../events/events';
import { checkNotebook } from '../notebook/check/check-notebook';
import { getNotebook } from '../notebook/notebook';
import { getNote, listCitingNotes, listNotes } from '../notes/notes';
import { listTrash } from '../notes/trash';
import { compareRevisions } from '../overview/comparison/compare-revisions';
import { listClaims } from '../overview/dossier/list-claims';
import { listDoings } from '../overview/dossier/list-doings';
import { getPassageChoices, listMentioningArticles } from '../overview/dossier/mentioning';
import { getNetwork, getNetworkSpan } from '../overview/network/network';
import { listTieEvents, listTiePassages, listTieRelations } from '../overview/network/tie-sources';
import { crossTabulate } from '../overview/passages/cross-tabulate';
import { listPassageIds, listPassages, listPublishers } from '../overview/passages/list-passages';
import { listToDo, listToDoItems } from '../overview/passages/to-do';
import { findInGazetteer } from '../overview/places/find-in-gazetteer';
import { listMapPlaces } from '../overview/places/map-places';
import { getPlaceWhere } from '../overview/places/place-where';
import { suggestAccount } from '../overview/suggest/suggest-account';
import { listTimeline } from '../overview/timeline/list-timeline';
import { completeQuery } from '../search/complete/complete-query';
import { exportFound } from '../search/found/export-found';
import { findInArticle } from '../search/found/find-in-article';
import { listFound, matchPassages } from '../search/found/list-found';
import { moreLike } from '../search/found/more-like';
import { searchFacet } from '../search/found/search-facet';
import type { CheckOvertaken } from '../search/match/search-state';
import { savedSearches } from '../search/saved/saved-searches';
import { searchHistory } from '../search/saved/search-history';
import { search } from '../search/search';

/** The steps of a check are the session's own. */
type StoreQuery = Exclude<QueryName, 'checkStep' | 'endCheck'>;
type QueryTable = {
  readonly [N in StoreQuery]: (db: ReadableDB, args: QueryArgs<N>, check: CheckOvertaken) => QueryValue<N>;
};

export const queryTable: QueryTable = {
  getNotebook,
  checkNotebook,
  listArticles,
  getArticle,
  getRevision,
  getOriginalPart,
  compareRevisions,
  getDraft,
  listDrafts,
  listAnnotations,
  getAnnotation,
  getAnnotations,
  listReview,
  getReview,
  listTags,
  listEntities,
  findEntities,
  getEntity,
  listMentions,
  listCoMentions,
  listDoings,
  listClaims,
  listMentioningArticles,
  getPassageChoices,
  listEntityRelations,
  listRelationTypes,
  listEvents,
  findEvents,
  getEvent,
  listEvidence,
  listAccounts,
  getAccount,
  listArticleAccounts,
  suggestAccount,
  listFactKeys,
  listEventRelations,
  listEventTypes,
  listRoles,
  listRoleList,
  listTimeline,
  listPassages,
  listPassageIds,
  listPublishers,
  crossTabulate,
  listToDo,
  listToDoItems,
  listNotes,
  getNote,
  listCitingNotes,
  listTrash,
  search,
  completeQuery,
  searchFacet,
  findInArticle,
  moreLike,
  listFound,
  exportFound,
  matchPassages,
  savedSearches,
  searchHistory,
  findInGazetteer,
  getPlaceWhere,
  listMapPlaces,
  getNetwork,
  getNetworkSpan,
  listTiePassages,
  listTieEvents,
  listTieRelations,
};
