/** The notebook as a whole: its title and its counts. */
import type { CommandArgs, QueryArgs } from '../../../shared/contract';
import type { NotebookInfo } from '../../../shared/contract/notebook';
import { CasebookError } from '../../../shared/model/result';
import { get, type ReadableDB, run, type WritableDB } from '../core/sql';

/** What there is, each count by an index. Exported for the assertion of its plan. */
export const countsStatement = `
  SELECT b.id, b.title,
    (SELECT count(*) FROM article) AS articleCount,
    (SELECT count(*) FROM article WHERE read_at IS NULL) AS unreadCount,
    (SELECT count(*) FROM entity WHERE root_id IS NULL AND kind = 'actor') AS actorCount,
    (SELECT count(*) FROM entity WHERE root_id IS NULL AND kind = 'place') AS placeCount,
    (SELECT count(*) FROM event) AS eventCount,
    (SELECT count(*) FROM note) AS noteCount,
    (SELECT count(DISTINCT k.annotation_id) FROM anchor k INDEXED BY anchor_for_review CROSS JOIN article a ON a.revision_id = k.revision_id
      WHERE k.state IN ('changed', 'orphan')) AS reviewCount
  FROM notebook b`;

/** Title and counts. Path, access and history are not the file's to know: the session puts them in. */
export function getNotebook(db: ReadableDB, _args: QueryArgs<'getNotebook'>): NotebookInfo {
  const info = get<Omit<NotebookInfo, 'path' | 'readOnly' | 'undo' | 'redo'>>(db, countsStatement);
  if (!info) throw new CasebookError('notebook-damaged', 'The notebook has lost its own record.');
  return { ...info, path: '', readOnly: false, undo: null, redo: null };
}

/** Gives the notebook another title. */
export function renameNotebook(db: WritableDB, { title }: CommandArgs<'renameNotebook'>): null {
  run(db, 'UPDATE notebook SET title = ?', [title]);
  return null;
}
