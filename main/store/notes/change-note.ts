/** Writing notes: their words, and the citations read from the words. */
import type { CommandArgs } from '../../../shared/contract';
import type { Block } from '../../../shared/document/blocks';
import { serialiseContent } from '../../../shared/document/content-html';
import { plainText } from '../../../shared/document/plain-text';
import { newId } from '../../../shared/model/id';
import { CasebookError } from '../../../shared/model/result';
import { insert, pluck, run, update, type WritableDB } from '../core/sql';
import { citationsOf, readContent } from './citations';
import { moveToTrash } from './trash';

/**
 * Makes the citations kept of a note those of its words; answers whether any were others. Only what changed is written,
 * so that undoing a later step leaves the other citations alone.
 */
export function writeCitations(db: WritableDB, noteId: string, blocks: readonly Block[]): boolean {
  const wanted = new Map(
    citationsOf(blocks).map(({ target, targetId }) => [`${target} ${targetId}`, { target, targetId }]),
  );
  const select = `SELECT target_kind || ' ' || target_id FROM citation WHERE note_id = ?`;
  const present = new Set(pluck<string>(db, select, [noteId]));
  const isSame = wanted.size === present.size && [...present].every((key) => wanted.has(key));
  for (const key of present) {
    if (wanted.has(key)) continue;
    run(db, `DELETE FROM citation WHERE note_id = ? AND target_kind || ' ' || target_id = ?`, [noteId, key]);
  }
  for (const [key, { target, targetId }] of wanted) {
    if (!present.has(key))
      insert(db, 'citation', { note_id: noteId, target_kind: target, target_id: targetId });
  }
  return !isSame;
}

/** Makes a note; empty when no content is given. Throws `bad-arguments` on content that is not canonical. */
export function createNote(
  db: WritableDB,
  args: CommandArgs<'createNote'>,
  id: string = newId(),
): { readonly id: string } {
  const blocks = readContent(args.content ?? '<p></p>');
  const now = new Date().toISOString();
  const words = { content: serialiseContent(blocks), text: plainText(blocks) };
  insert(db, 'note', { id, title: args.title.trim(), created_at: now, modified_at: now, ...words });
  writeCitations(db, id, blocks);
  return { id };
}

/** Saves a note's title and words, reads its citations from them and drops its draft. */
export function saveNote(db: WritableDB, { id, title, content }: CommandArgs<'saveNote'>): null {
  const blocks = readContent(content);
  const words = { content: serialiseContent(blocks), text: plainText(blocks) };
  const set = { title: title.trim(), modified_at: new Date().toISOString(), ...words };
  if (!update(db, 'note', id, set)) throw new CasebookError('not-found', 'This note is not there any more.');
  writeCitations(db, id, blocks);
  run(db, 'DELETE FROM draft WHERE owner_id = ?', [id]);
  return null;
}

/** Moves notes with their drafts to the trash. */
export function trashNotes(db: WritableDB, { ids }: CommandArgs<'trashNotes'>): null {
  for (const id of ids) {
    const label = pluck<string>(db, 'SELECT title FROM note WHERE id = ?', [id])[0] ?? '';
    moveToTrash(db, { kind: 'note', itemId: id, label }, () => {
      run(db, 'DELETE FROM note WHERE id = ?', [id]);
      run(db, 'DELETE FROM draft WHERE owner_id = ?', [id]);
    });
  }
  return null;
}
