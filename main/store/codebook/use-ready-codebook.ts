/** Takes a ready list of event types and roles over into the notebook's own. What is in use is never taken away. */

import { type ReadyCodebook, type ReadyType, readyCodebooks } from '../../../shared/codebook/ready-codebooks';
import type { CommandArgs } from '../../../shared/contract';
import type { TakenCodebook } from '../../../shared/contract/codebook';
import { newId } from '../../../shared/model/id';
import { CasebookError } from '../../../shared/model/result';
import { foldForMatch } from '../../../shared/text/fold';
import { all, countOf, insert, run, type WritableDB } from '../core/sql';
import { listEventTypes } from './event-types';
import { listRoleList } from './roles';

/** Deletes the types that no account says, leaves first, and the roles that no participant has; what the list has stays. */
function removeUnused(db: WritableDB, ready: ReadyCodebook): void {
  const wanted = new Set(ready.types.map(({ name }) => foldForMatch(name)));
  for (const { id, name, parentId, useCount } of listEventTypes(db, {}).reverse()) {
    const stays = useCount > 0 || (parentId === null && wanted.has(foldForMatch(name)));
    const isAbove = countOf(db, 'SELECT count(*) FROM event_type WHERE parent_id = ?', [id]) > 0;
    if (!stays && !isAbove) run(db, 'DELETE FROM event_type WHERE id = ?', [id]);
  }
  const roles = new Set(ready.roles.map(foldForMatch));
  for (const { id, name, useCount } of listRoleList(db, {})) {
    if (useCount === 0 && !roles.has(foldForMatch(name))) run(db, 'DELETE FROM role WHERE id = ?', [id]);
  }
}

function nextPosition(db: WritableDB, table: 'event_type' | 'role'): number {
  return countOf(db, `SELECT coalesce(max(position) + 1, 0) FROM ${table}`);
}

/** Adds the types that are not there by name; answers the names of those that are, which stay where they stand. */
function addTypes(db: WritableDB, types: readonly ReadyType[], parentId: string | null): string[] {
  return types.flatMap(({ name, description = '', types: below = [] }) => {
    const named = all<{ id: string; name: string; parent_id: string | null }>(
      db,
      'SELECT id, name, parent_id FROM event_type',
    );
    const present = named.find((type) => foldForMatch(type.name) === foldForMatch(name));
    const id = present?.id ?? newId();
    if (!present) {
      const position = nextPosition(db, 'event_type');
      insert(db, 'event_type', { id, name, description, parent_id: parentId, position });
    }
    const elsewhere = present && present.parent_id !== parentId ? [present.name] : [];
    return [...elsewhere, ...addTypes(db, below, id)];
  });
}

function addRoles(db: WritableDB, roles: readonly string[]): void {
  const present = new Set(listRoleList(db, {}).map(({ name }) => foldForMatch(name)));
  for (const name of roles) {
    if (present.has(foldForMatch(name))) continue;
    insert(db, 'role', { id: newId(), name, position: nextPosition(db, 'role') });
  }
}

/** See the module. `replace`: types and roles that nothing uses are taken away first. Throws `not-found` for an unknown list. */
export function useReadyCodebook(
  db: WritableDB,
  { codebook, replace }: CommandArgs<'useReadyCodebook'>,
): TakenCodebook {
  const ready = readyCodebooks.find(({ id }) => id === codebook);
  if (!ready) throw new CasebookError('not-found', 'There is no such list.');
  if (replace) removeUnused(db, ready);
  const elsewhere = addTypes(db, ready.types, null);
  addRoles(db, ready.roles);
  return { elsewhere };
}
