/** Queries kept under a name. They are asked anew whenever they are listed; what was found at the last look is remembered. */
import type { CommandArgs, CommandValue, QueryValue } from '../../../../shared/contract';
import type { SavedSearch } from '../../../../shared/contract/search';
import { newId } from '../../../../shared/model/id';
import { CasebookError } from '../../../../shared/model/result';
import {
  all,
  countOf,
  get,
  insert,
  pluck,
  type ReadableDB,
  run,
  update,
  type WritableDB,
} from '../../core/sql';
import { findRows } from '../found/find-rows';
import { readRowList, writeRowList } from './row-list';

interface SavedRow extends Omit<SavedSearch, 'total' | 'fresh'> {
  readonly seen: string;
}

const columns = 'id, name, query, created_at AS createdAt, looked_at AS lookedAt, seen';

/** Searches that are kept, with how many things each finds now and how many of these are new. */
export function savedSearches(db: ReadableDB): QueryValue<'savedSearches'> {
  const rows = all<SavedRow>(db, `SELECT ${columns} FROM saved_search ORDER BY position, id`);
  return rows.map(({ seen, ...saved }) => {
    const found = findRows(db, saved).rows.clone();
    const total = found.count();
    for (const row of readRowList(seen)) found.remove(row);
    return { ...saved, lookedAt: saved.lookedAt ?? saved.createdAt, total, fresh: found.count() };
  });
}

function rowsNow(db: ReadableDB, query: string): string {
  return writeRowList(findRows(db, { query }).rows.toArray());
}

function checkedName(db: ReadableDB, name: string, id: string): string {
  const trimmed = name.trim();
  if (trimmed === '') throw new CasebookError('bad-arguments', 'A saved search needs a name.');
  if (countOf(db, 'SELECT count(*) FROM saved_search WHERE name = ? AND id <> ?', [trimmed, id]) > 0)
    throw new CasebookError('conflict', 'Another saved search has this name.');
  return trimmed;
}

const gone = () => new CasebookError('not-found', 'There is no such saved search any more.');

/** Keeps a query; what it finds now counts as seen. Throws `conflict` where another has its name. */
export function saveSearch(
  db: WritableDB,
  { name, query }: CommandArgs<'saveSearch'>,
): CommandValue<'saveSearch'> {
  const id = newId();
  const now = new Date().toISOString();
  insert(db, 'saved_search', {
    id,
    name: checkedName(db, name, id),
    query,
    position: 1 + (pluck<number | null>(db, 'SELECT max(position) FROM saved_search')[0] ?? 0),
    created_at: now,
    looked_at: now,
    seen: rowsNow(db, query),
  });
  return { id };
}

/** Throws `not-found`, or `conflict` where another has the name. */
export function renameSavedSearch(db: WritableDB, { id, name }: CommandArgs<'renameSavedSearch'>): null {
  if (!update(db, 'saved_search', id, { name: checkedName(db, name, id) })) throw gone();
  return null;
}

/** Throws `not-found`. */
export function deleteSavedSearch(db: WritableDB, { id }: CommandArgs<'deleteSavedSearch'>): null {
  if (run(db, 'DELETE FROM saved_search WHERE id = ?', [id]) === 0) throw gone();
  return null;
}

/** What it finds now counts as seen. Throws `not-found`. */
export function lookAtSavedSearch(db: WritableDB, { id }: CommandArgs<'lookAtSavedSearch'>): null {
  const saved = get<{ query: string }>(db, 'SELECT query FROM saved_search WHERE id = ?', [id]);
  if (!saved) throw gone();
  update(db, 'saved_search', id, { looked_at: new Date().toISOString(), seen: rowsNow(db, saved.query) });
  return null;
}
