/** Which store function does which command of the contract. Undo, redo and repair are the session's own. */
import type { CommandArgs, CommandName, CommandValue } from '../../../shared/contract';
import { addAccount, preferAccount, removeAccount, updateAccount } from '../accounts/change-account';
import { addEventRelation, removeEventRelation, updateEventRelation } from '../accounts/event-relations';
import { recordAccount } from '../accounts/record-account';
import { annotate } from '../annotations/annotate';
import { confirmAnchor, trashAnnotations, unlink } from '../annotations/change-annotation';
import { detachAnchor } from '../annotations/review';
import { attachPart, removePart, setParts } from '../annotations/set-parts';
import { createArticle, setRead, trashArticles, updateArticle } from '../articles/change-article';
import { discardDraft, saveDraft } from '../articles/drafts';
import { setExclusion } from '../articles/exclusions';
import { saveRevision } from '../articles/save-revision';
import { createEventType, moveEventType, trashEventType, updateEventType } from '../codebook/event-types';
import { mergeTags, splitTag } from '../codebook/merge-tags';
import { createRole, moveRole, removeRole, updateRole } from '../codebook/roles';
import { createTag, tagArticles, trashTag, untagArticles, updateTag } from '../codebook/tags';
import { useReadyCodebook } from '../codebook/use-ready-codebook';
import type { WritableDB } from '../core/sql';
import {
  addAlias,
  createEntity,
  removeAlias,
  trashEntities,
  updateAlias,
  updateEntity,
} from '../entities/change-entity';
import { mergeEntities, splitEntity } from '../entities/merge-entities';
import {
  addEntityRelation,
  removeEntityRelation,
  turnEntityRelation,
  updateEntityRelation,
} from '../entities/relations';
import {
  addParticipation,
  createEvent,
  removeParticipation,
  trashEvents,
  updateEvent,
  updateParticipation,
} from '../events/change-event';
import { renameNotebook } from '../notebook/notebook';
import { createNote, saveNote, trashNotes } from '../notes/change-note';
import { emptyTrash, restoreTrash } from '../notes/trash';
import {
  colourPassages,
  linkPassages,
  moveToTag,
  tagPassages,
  untagPassages,
} from '../overview/passages/change-passages';
import { tagFound } from '../search/found/list-found';
import {
  deleteSavedSearch,
  lookAtSavedSearch,
  renameSavedSearch,
  saveSearch,
} from '../search/saved/saved-searches';
import { clearSearchHistory, rememberSearch } from '../search/saved/search-history';

type StoreCommand = Exclude<CommandName, 'undo' | 'redo' | 'repairNotebook'>;
type CommandTable = {
  readonly [N in StoreCommand]: (db: WritableDB, args: CommandArgs<N>) => CommandValue<N>;
};

export const commandTable: CommandTable = {
  renameNotebook,
  createArticle,
  updateArticle,
  setRead,
  trashArticles,
  setExclusion,
  saveRevision,
  saveDraft,
  discardDraft,
  annotate,
  unlink,
  setParts,
  confirmAnchor,
  attachPart,
  removePart,
  detachAnchor,
  trashAnnotations,
  createTag,
  updateTag,
  trashTag,
  mergeTags,
  splitTag,
  tagArticles,
  untagArticles,
  createEntity,
  updateEntity,
  addAlias,
  updateAlias,
  removeAlias,
  mergeEntities,
  splitEntity,
  addEntityRelation,
  updateEntityRelation,
  turnEntityRelation,
  removeEntityRelation,
  trashEntities,
  createEvent,
  updateEvent,
  addParticipation,
  updateParticipation,
  removeParticipation,
  trashEvents,
  addAccount,
  updateAccount,
  preferAccount,
  removeAccount,
  recordAccount,
  addEventRelation,
  updateEventRelation,
  removeEventRelation,
  createEventType,
  updateEventType,
  moveEventType,
  trashEventType,
  createRole,
  updateRole,
  moveRole,
  removeRole,
  useReadyCodebook,
  tagPassages,
  untagPassages,
  moveToTag,
  linkPassages,
  colourPassages,
  createNote,
  saveNote,
  trashNotes,
  restoreTrash,
  emptyTrash,
  saveSearch,
  renameSavedSearch,
  deleteSavedSearch,
  lookAtSavedSearch,
  rememberSearch,
  clearSearchHistory,
  tagFound,
};
