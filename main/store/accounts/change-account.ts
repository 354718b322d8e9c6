/** Making and changing accounts: what is said of an event, by whom, on which words. None overwrites another. */
import type { CommandArgs } from '../../../shared/contract';
import type { FactKind } from '../../../shared/model/account';
import { newId } from '../../../shared/model/id';
import { CasebookError } from '../../../shared/model/result';
import {
  countOf,
  get,
  insert,
  pluck,
  type ReadableDB,
  run,
  type SqlValue,
  update,
  type WritableDB,
} from '../core/sql';
import { cleanKey, valueColumns } from './account-row';
import { makeEntities, withMade } from './make-entities';

type Given = CommandArgs<'addAccount'>;
type GivenClaimant = NonNullable<Given['claimant']>;
type LinkKind = 'evidence' | 'cue';

interface AccountKey {
  readonly id: string;
  readonly event_id: string;
  readonly fact: FactKind;
  readonly key: string;
}

const gone = () => new CasebookError('not-found', 'This account is not there any more.');

function accountKey(db: ReadableDB, id: string): AccountKey {
  const row = get<AccountKey>(db, 'SELECT id, event_id, fact, key FROM account WHERE id = ?', [id]);
  if (!row) throw gone();
  return row;
}

function mustBeThere(db: ReadableDB, table: 'event' | 'annotation', id: string): void {
  if (countOf(db, `SELECT count(*) FROM ${table} WHERE id = ?`, [id]) > 0) return;
  const name = table === 'event' ? 'event' : 'passage';
  throw new CasebookError('not-found', `This ${name} is not there any more.`);
}

function claimantColumns(claimant: GivenClaimant): Record<string, SqlValue> {
  const words = claimant.kind === 'unnamed' ? claimant.words.trim() : '';
  if (claimant.kind === 'unnamed' && words === '')
    throw new CasebookError('bad-arguments', 'Describe the source in a few words.');
  return { claimant_kind: claimant.kind, claimant_words: words };
}

function setSpeakers(db: WritableDB, accountId: string, claimant: GivenClaimant): void {
  run(db, 'DELETE FROM account_claimant WHERE account_id = ?', [accountId]);
  for (const actorId of new Set(claimant.kind === 'actors' ? claimant.actorIds : [])) {
    const kind = get<{ kind: string }>(db, 'SELECT kind FROM entity WHERE id = ?', [actorId])?.kind;
    if (kind === undefined) throw new CasebookError('not-found', 'This actor is not there any more.');
    if (kind !== 'actor') throw new CasebookError('bad-arguments', 'Only an actor can say something.');
    insert(db, 'account_claimant', { account_id: accountId, actor_id: actorId });
  }
}

/** Evidence of an account is evidence of its event. */
function addLink(db: WritableDB, account: AccountKey, annotationId: string, kind: LinkKind): void {
  mustBeThere(db, 'annotation', annotationId);
  insert(db, 'account_evidence', { account_id: account.id, annotation_id: annotationId, kind });
  if (kind === 'cue') return;
  const link = 'INSERT INTO evidence (annotation_id, event_id) VALUES (?, ?) ON CONFLICT DO NOTHING';
  run(db, link, [annotationId, account.event_id]);
}

/** Links that stay are left alone, so that undo and "modified" speak of what was changed. */
function setLinks(db: WritableDB, account: AccountKey, ids: readonly string[], kind: LinkKind): void {
  const wanted = JSON.stringify(ids);
  const others = `DELETE FROM account_evidence WHERE account_id = ? AND kind = ?
    AND annotation_id NOT IN (SELECT value FROM json_each(?))`;
  run(db, others, [account.id, kind, wanted]);
  const has = 'SELECT count(*) FROM account_evidence WHERE account_id = ? AND kind = ? AND annotation_id = ?';
  for (const id of new Set(ids)) {
    if (countOf(db, has, [account.id, kind, id]) === 0) addLink(db, account, id, kind);
  }
}

/**
 * Adds an account to an event. Throws `bad-arguments` where value, key or claimant do not fit, `not-found` when something
 * named is gone.
 */
export function addAccount(db: WritableDB, given: Given): { readonly id: string } {
  mustBeThere(db, 'event', given.eventId);
  const args = withMade(given, makeEntities(db, given.making));
  const { eventId, fact, claimant = { kind: 'none' } } = args;
  const now = new Date().toISOString();
  const account = { id: newId(), event_id: eventId, fact, key: cleanKey(fact, args.key ?? '') };
  insert(db, 'account', {
    ...account,
    ...valueColumns(db, fact, args.value),
    ...claimantColumns(claimant),
    mode: args.mode ?? 'states',
    certainty: args.certainty ?? '',
    inferred_reason: args.inferredReason?.trim() ?? '',
    instead: args.instead ? 1 : 0,
    comment: args.comment ?? '',
    created_at: now,
    modified_at: now,
  });
  setSpeakers(db, account.id, claimant);
  setLinks(db, account, args.evidence, 'evidence');
  setLinks(db, account, args.cues ?? [], 'cue');
  return { id: account.id };
}

/** Changes what is given of an account; its fact stays. Throws as {@link addAccount}. */
export function updateAccount(db: WritableDB, given: CommandArgs<'updateAccount'>): null {
  const account = accountKey(db, given.id);
  const args = withMade(given, makeEntities(db, given.making));
  update(db, 'account', account.id, {
    key: args.key === undefined ? undefined : cleanKey(account.fact, args.key),
    ...(args.value ? valueColumns(db, account.fact, args.value) : {}),
    ...(args.claimant ? claimantColumns(args.claimant) : {}),
    mode: args.mode,
    certainty: args.certainty,
    inferred_reason: args.inferredReason?.trim(),
    instead: args.instead === undefined ? undefined : Number(args.instead),
    comment: args.comment,
    modified_at: new Date().toISOString(),
  });
  if (args.claimant) setSpeakers(db, account.id, args.claimant);
  if (args.evidence) setLinks(db, account, args.evidence, 'evidence');
  if (args.cues) setLinks(db, account, args.cues, 'cue');
  return null;
}

/** Prefers an account to the others of its fact, or with a null reason takes the preference off. Throws `not-found`. */
export function preferAccount(db: WritableDB, { id, reason }: CommandArgs<'preferAccount'>): null {
  const { event_id, fact, key } = accountKey(db, id);
  const others = `UPDATE account SET preferred_reason = NULL
    WHERE event_id = ? AND fact = ? AND key = ? AND preferred_reason IS NOT NULL`;
  run(db, others, [event_id, fact, key]);
  if (reason !== null) update(db, 'account', id, { preferred_reason: reason.trim() });
  return null;
}

/** Cue words about which nothing else is said. */
const idleCues = `SELECT annotation.id FROM json_each(?) j JOIN annotation ON annotation.id = j.value
  WHERE comment = '' AND colour IS NULL
    AND NOT EXISTS (SELECT 1 FROM account_evidence x WHERE x.annotation_id = annotation.id)
    AND NOT EXISTS (SELECT 1 FROM evidence x WHERE x.annotation_id = annotation.id)
    AND NOT EXISTS (SELECT 1 FROM stored_mention x WHERE x.annotation_id = annotation.id)
    AND NOT EXISTS (SELECT 1 FROM stored_annotation_tag x WHERE x.annotation_id = annotation.id)
    AND NOT EXISTS (SELECT 1 FROM entity_relation_evidence x WHERE x.annotation_id = annotation.id)
    AND NOT EXISTS (SELECT 1 FROM event_relation_evidence x WHERE x.annotation_id = annotation.id)
    AND NOT EXISTS (SELECT 1 FROM citation x WHERE x.target_kind = 'annotation' AND x.target_id = annotation.id)`;

/**
 * Takes an account away; its passages stay evidence of the event, and cue words about which nothing else is said go with it.
 * Throws `not-found`.
 */
export function removeAccount(db: WritableDB, { id }: CommandArgs<'removeAccount'>): null {
  const links = `SELECT annotation_id FROM account_evidence WHERE account_id = ? AND kind = 'cue'`;
  const cues = pluck<string>(db, links, [id]);
  if (run(db, 'DELETE FROM account WHERE id = ?', [id]) === 0) throw gone();
  for (const cue of pluck<string>(db, idleCues, [JSON.stringify(cues)]))
    run(db, 'DELETE FROM annotation WHERE id = ?', [cue]);
  return null;
}
