import type { UndoName } from './notices';

/** What each command did, as it stands after "Undid:" and "Did again:". */
const words: Readonly<Partial<Record<UndoName, string>>> = {
  bringCapture: 'newer capture',
  changeEncoding: 'read again in another encoding',
  renameNotebook: 'rename notebook',
  createArticle: 'new article',
  updateArticle: 'change the article’s details',
  setRead: 'mark as read',
  trashArticles: 'move article to the trash',
  setExclusion: 'grey out or bring back words',
  saveRevision: 'correct the text',
  annotate: 'annotate a passage',
  unlink: 'take off a link or tag',
  setParts: 'change the words of a passage',
  confirmAnchor: 'confirm a changed passage',
  attachPart: 're-attach a passage',
  removePart: 'take a part off a passage',
  detachAnchor: 'detach a changed passage',
  trashAnnotations: 'delete passage',
  createTag: 'new tag',
  updateTag: 'change tag',
  trashTag: 'delete tag',
  tagArticles: 'tag articles',
  untagArticles: 'take a tag off articles',
  createEntity: 'new entry',
  updateEntity: 'change the entry',
  addAlias: 'add a name',
  removeAlias: 'remove a name',
  mergeEntities: 'merge two entries',
  trashEntities: 'delete entry',
  createEvent: 'new event',
  updateEvent: 'change event',
  addParticipation: 'add a participant',
  updateParticipation: 'change a participant',
  removeParticipation: 'remove a participant',
  trashEvents: 'delete event',
  createEventType: 'new event type',
  updateEventType: 'rename event type',
  trashEventType: 'delete event type',
  createNote: 'new note',
  saveNote: 'change note',
  trashNotes: 'delete note',
  restoreTrash: 'restore from the trash',
};

/** A command's name as words; a name that is not known stays as it is. */
export function commandWords(name: string): string {
  return words[name as UndoName] ?? name;
}
