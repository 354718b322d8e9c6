import * as z from 'zod/mini';
import type { NoteDetail, NoteSummary } from '../model/note';
import type { Page } from './articles';
import { count, id, line, longText, nothing, operation, pageSize } from './define';

export const citedKinds = ['annotation', 'entity', 'event', 'article'] as const;

/** Something that was deleted and can be restored. */
export interface TrashItem {
  readonly id: string;
  readonly kind: 'article' | 'annotation' | 'entity' | 'event' | 'note' | 'tag' | 'event type';
  readonly label: string;
  readonly trashedAt: string;
}

export const noteQueries = {
  listNotes: operation<Page<NoteSummary>>()(z.strictObject({ filter: line, offset: count, limit: pageSize })),
  getNote: operation<NoteDetail>()(z.strictObject({ id })),
  /** Notes that cite a thing. */
  listCitingNotes: operation<readonly NoteSummary[]>()(z.strictObject({ kind: z.enum(citedKinds), id })),
  listTrash: operation<readonly TrashItem[]>()(nothing),
};

export const noteCommands = {
  createNote: operation<{ readonly id: string }>()(
    z.strictObject({ title: line, content: z.optional(longText) }),
  ),
  /** Saves title and words; the citations are read from the content. */
  saveNote: operation<null>()(z.strictObject({ id, title: line, content: longText })),
  trashNotes: operation<null>()(z.strictObject({ ids: z.array(id) })),
  /** Brings things back from the trash, with all that hung on them and still has something to hang on. */
  restoreTrash: operation<null>()(z.strictObject({ ids: z.array(id) })),
  /** Deletes for good. */
  emptyTrash: operation<null>()(z.strictObject({ ids: z.array(id) })),
};
