/** What an account says, as values: they are borne by the account, the passages it rests on, and its event. */
import { all, type ReadableDB } from '../../../core/sql';
import { roleSeparator } from '../fact-types';
import type { BorneValue } from '../stored/value-ids';

/** An account as values are made of it. */
export interface AccountFacts {
  readonly id: string;
  readonly eventId: string;
  readonly fact: string;
  readonly key: string;
  readonly entityId: string | null;
  readonly mode: string;
  readonly certainty: string;
  readonly claimantKind: string;
  /** Of its event. */
  readonly typeId: string | null;
  readonly conflicts: number;
}

/** The columns of {@link AccountFacts}, of `account c JOIN event e`. */
export const accountColumns = `c.id, c.event_id AS eventId, c.fact, c.key, c.entity_id AS entityId, c.mode, c.certainty,
  c.claimant_kind AS claimantKind, e.type_id AS typeId, e.conflict_count AS conflicts`;

/** The actors who say the accounts whose ids are given as a JSON list, by account. */
export function claimantsOf(
  db: ReadableDB,
  accountIds: readonly string[],
): ReadonlyMap<string, readonly string[]> {
  const claimants = new Map<string, string[]>();
  if (accountIds.length === 0) return claimants;
  const select = `SELECT x.account_id AS account, x.actor_id AS actor FROM json_each(?) j
    CROSS JOIN account_claimant x ON x.account_id = j.value`;
  for (const { account, actor } of all<{ account: string; actor: string }>(db, select, [
    JSON.stringify(accountIds),
  ]))
    claimants.set(account, [...(claimants.get(account) ?? []), actor]);
  return claimants;
}

/** An event and its type. */
export function eventValues(eventId: string, typeId: string | null): BorneValue[] {
  const event: BorneValue = { field: 'event', key: eventId };
  return typeId === null ? [event] : [event, { field: 'type', key: typeId }];
}

function claimantValues(kind: string, actors: readonly string[]): BorneValue[] {
  if (kind === 'actors') return actors.map((key) => ({ field: 'claimant', key }));
  return kind === 'none' ? [] : [{ field: 'claimant', key: kind }];
}

/** Everything an account says, its event and type with it. */
export function accountValues(account: AccountFacts, actors: readonly string[]): BorneValue[] {
  const { eventId, typeId, fact, key, entityId, mode, certainty, claimantKind } = account;
  const values = [...eventValues(eventId, typeId), ...claimantValues(claimantKind, actors)];
  values.push({ field: 'mode', key: mode });
  values.push({ field: 'certainty', key: certainty || 'unsaid' });
  if (entityId !== null) values.push({ field: 'entity', key: entityId });
  if (fact !== 'participant') return values;
  values.push({ field: 'role', key });
  if (entityId !== null) values.push({ field: 'role-of', key: `${key}${roleSeparator}${entityId}` });
  return values;
}
