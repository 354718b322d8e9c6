/** The roles that actors have in events: the notebook's list, and those that are in use without being on it. */
import type { CommandArgs, QueryArgs } from '../../../shared/contract';
import type { Role } from '../../../shared/model/event';
import { newId } from '../../../shared/model/id';
import { CasebookError } from '../../../shared/model/result';
import { foldForMatch } from '../../../shared/text/fold';
import { all, countOf, get, insert, pluck, type ReadableDB, run, update, type WritableDB } from '../core/sql';
import { cleanName } from '../entities/change-entity';
import { moveAmong } from './event-types';

const useCount = `(SELECT count(*) FROM account WHERE fact = 'participant' AND key = role.name)`;

/** The notebook's list of roles in the researcher's order, with how often each is used. */
export function listRoleList(db: ReadableDB, _args: QueryArgs<'listRoleList'>): Role[] {
  return all<Role>(
    db,
    `SELECT id, name, description, ${useCount} AS "useCount" FROM role ORDER BY position, id`,
  );
}

/** Names of roles to choose from: those in use, most used first, then the rest of the list. */
export function listRoles(db: ReadableDB, _args: QueryArgs<'listRoles'>): string[] {
  const used = pluck<string>(
    db,
    `SELECT key FROM account WHERE fact = 'participant' GROUP BY key ORDER BY count(*) DESC, key`,
  );
  return [...new Set([...used, ...pluck<string>(db, 'SELECT name FROM role ORDER BY position, id')])];
}

function mustBeNew(db: ReadableDB, name: string, exceptId: string): void {
  const others = pluck<string>(db, 'SELECT name FROM role WHERE id <> ?', [exceptId]);
  if (!others.some((other) => foldForMatch(other) === foldForMatch(name))) return;
  throw new CasebookError('conflict', `There is a role “${name}” already.`);
}

const gone = () => new CasebookError('not-found', 'This role is not there any more.');

/** Adds a role at the end of the list. Throws `conflict` when there is one of this name. */
export function createRole(db: WritableDB, args: CommandArgs<'createRole'>): { readonly id: string } {
  const name = cleanName(args.name);
  mustBeNew(db, name, '');
  const id = newId();
  const position = countOf(db, 'SELECT coalesce(max(position) + 1, 0) FROM role');
  insert(db, 'role', { id, name, position, description: args.description ?? '' });
  return { id };
}

/** Changes a role; another name is written to every participant that has it. Throws `conflict` for a name that is taken. */
export function updateRole(db: WritableDB, args: CommandArgs<'updateRole'>): null {
  const now = get<{ name: string }>(db, 'SELECT name FROM role WHERE id = ?', [args.id]);
  if (!now) throw gone();
  const name = args.name === undefined ? undefined : cleanName(args.name);
  if (name !== undefined && name !== now.name) {
    mustBeNew(db, name, args.id);
    run(db, `UPDATE account SET key = ? WHERE fact = 'participant' AND key = ?`, [name, now.name]);
  }
  update(db, 'role', args.id, { name, description: args.description });
  return null;
}

/** Puts a role before or after its neighbour; at the end nothing happens. Throws `not-found`. */
export function moveRole(db: WritableDB, { id, by }: CommandArgs<'moveRole'>): null {
  const ids = pluck<string>(db, 'SELECT id FROM role ORDER BY position, id');
  if (!ids.includes(id)) throw gone();
  moveAmong(db, 'role', ids, id, by);
  return null;
}

/** Takes a role off the list; participants that have it keep it. Throws `not-found`. */
export function removeRole(db: WritableDB, { id }: CommandArgs<'removeRole'>): null {
  if (run(db, 'DELETE FROM role WHERE id = ?', [id]) === 0) throw gone();
  return null;
}
