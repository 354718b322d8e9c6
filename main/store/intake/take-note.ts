import type { ImportedItem } from '../../../shared/model/imported/imported-item';
import { countOf, update, type WritableDB } from '../core/sql';
import { createNote } from '../notes/change-note';
import { freeId } from './passages/find-or-make';
import { type Taken, taken } from './taken';

/** A note of a file; one of the same title and words is there already. Throws `bad-arguments` for content that is not canonical. */
export function takeNote(
  db: WritableDB,
  { key = '', title, content, createdAt }: Extract<ImportedItem, { readonly kind: 'note' }>,
): Taken {
  const isKnown =
    countOf(db, 'SELECT count(*) FROM note WHERE title = ? AND content = ?', [title.trim(), content]) > 0;
  if (isKnown) return taken('note', 'known', { title });
  const { id } = createNote(db, { title, content }, freeId(db, 'note', key));
  if (createdAt !== '') update(db, 'note', id, { created_at: createdAt });
  return taken('note', 'imported', { title });
}
