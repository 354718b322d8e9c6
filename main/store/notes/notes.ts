/** Reading notes and who cites what. Writing them is in `change-note.ts`. */
import type { QueryArgs } from '../../../shared/contract';
import type { Page } from '../../../shared/contract/articles';
import type { NoteDetail, NoteSummary } from '../../../shared/model/note';
import { CasebookError } from '../../../shared/model/result';
import { searchTokens } from '../../../shared/text/fold';
import { all, countOf, get, type ReadableDB } from '../core/sql';

/** Length of the opening words in a list, in code points. */
const openingLength = 200;

const summary = `note.id, note.title, substr(note.text, 1, ${openingLength}) AS opening, note.modified_at AS "modifiedAt",
  (SELECT count(*) FROM citation WHERE note_id = note.id) AS "citationCount"`;

const having = `note.id IN (SELECT item_id FROM search_index JOIN search_item ON search_item.rowid = search_index.rowid
  WHERE search_index MATCH ? AND kind = 'note')`;

/** Notes newest first; of those whose title or words have words that begin with each of the filter's. */
export function listNotes(
  db: ReadableDB,
  { filter, offset, limit }: QueryArgs<'listNotes'>,
): Page<NoteSummary> {
  const tokens = searchTokens(filter);
  const where = tokens.length > 0 ? `WHERE ${having}` : '';
  const params = tokens.length > 0 ? [tokens.map((token) => `"${token}"*`).join(' ')] : [];
  const rows = all<NoteSummary>(
    db,
    `SELECT ${summary} FROM note ${where} ORDER BY modified_at DESC, rowid DESC LIMIT ? OFFSET ?`,
    [...params, limit, offset],
  );
  return { rows, total: countOf(db, `SELECT count(*) FROM note ${where}`, params) };
}

/** One note with its words. Throws `not-found`. */
export function getNote(db: ReadableDB, { id }: QueryArgs<'getNote'>): NoteDetail {
  const select = `SELECT id, title, content, created_at AS "createdAt", modified_at AS "modifiedAt" FROM note WHERE id = ?`;
  const note = get<NoteDetail>(db, select, [id]);
  if (!note) throw new CasebookError('not-found', 'This note is not there any more.');
  return note;
}

/** The notes that cite a thing, newest first. */
export function listCitingNotes(db: ReadableDB, { kind, id }: QueryArgs<'listCitingNotes'>): NoteSummary[] {
  return all<NoteSummary>(
    db,
    `SELECT ${summary} FROM citation AS c JOIN note ON note.id = c.note_id
     WHERE c.target_kind = ? AND c.target_id IN (SELECT ? UNION SELECT id FROM entity WHERE root_id = ?) ORDER BY note.modified_at DESC`,
    [kind, id, id],
  );
}
