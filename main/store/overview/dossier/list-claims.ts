/** What an actor claimed and denied, whatever its mode, and what became of it among the other accounts of the same fact. */
import { claimantWords } from '../../../../shared/accounts/account-words';
import { type Fact, factsOf } from '../../../../shared/accounts/facts';
import { standingOf } from '../../../../shared/accounts/standing';
import type { QueryArgs } from '../../../../shared/contract';
import type { Page } from '../../../../shared/contract/articles';
import type { Claim, Voice } from '../../../../shared/contract/entities';
import type { Account } from '../../../../shared/model/account';
import { readAccounts } from '../../accounts/accounts';
import { all, countOf, pluck, type ReadableDB } from '../../core/sql';
import { rootId } from '../../entities/entities';
import { byTimeOfAnyYear } from '../../events/events';
import { type DateColumns, dateOf } from '../../events/stored-date';
import { members } from './whose';

interface EventRow extends DateColumns {
  readonly id: string;
  readonly title: string;
}

const claimIds = `SELECT DISTINCT account_id FROM account_claimant WHERE actor_id IN (${members})`;

const factKey = ({ eventId, fact, key }: Account): string => `${eventId} ${fact} ${key}`;

/** The facts of some accounts, each with all of those that are about it. */
function factsByKey(accounts: readonly Account[]): ReadonlyMap<string, Fact> {
  const groups = new Map<string, Account[]>();
  for (const account of accounts) {
    const group = groups.get(factKey(account));
    if (group) group.push(account);
    else groups.set(factKey(account), [account]);
  }
  return new Map([...groups].flatMap(([key, group]) => factsOf(group).map((fact) => [key, fact] as const)));
}

const speakersOf = ({ claimant }: Account): readonly string[] =>
  claimant.kind === 'actors' ? claimant.actors.map(({ id }) => id) : [];

/** Whether only those speak in the other account who give this one. */
function isOnlyOf(other: Account, account: Account, actorId: string): boolean {
  const own = new Set([...speakersOf(account), actorId]);
  return other.claimant.kind === 'actors' && speakersOf(other).every((id) => own.has(id));
}

/** Who says it; what the researcher entered without a source is their own. */
const whoOf = (account: Account): string =>
  account.claimant.kind === 'none' ? 'your own entry' : claimantWords(account);

/** Each voice once: how many there are is said. */
function distinctVoices(accounts: readonly Account[]): readonly Voice[] {
  const voices = accounts.map(voiceOf);
  return [...new Map(voices.map((voice) => [JSON.stringify(voice), voice])).values()];
}

const voiceOf = (account: Account): Voice => ({
  who: whoOf(account),
  value: account.value,
  mode: account.mode,
});

function toClaim(account: Account, fact: Fact, event: EventRow, actorId: string): Claim {
  const { outcome, agreeing, against, preferred } = standingOf(fact, account);
  const others = agreeing.filter((other) => !isOnlyOf(other, account, actorId)).map(whoOf);
  return {
    account,
    eventTitle: event.title,
    eventDate: dateOf(event),
    // What only they themselves have said before is not agreement.
    outcome: outcome === 'agreed' && others.length === 0 ? 'alone' : outcome,
    agreeing: [...new Set(others)],
    against: distinctVoices(against),
    preferred: preferred && { ...voiceOf(preferred), reason: preferred.preferredReason ?? '' },
  };
}

/** A page of the accounts that an actor, or one merged into it, gave. */
export function listClaims(db: ReadableDB, { actorId, offset, limit }: QueryArgs<'listClaims'>): Page<Claim> {
  const id = rootId(db, actorId);
  const page = `SELECT account.id FROM (${claimIds}) AS wanted CROSS JOIN account ON account.id = wanted.account_id
    CROSS JOIN event ON event.id = account.event_id ORDER BY ${byTimeOfAnyYear}, account.id LIMIT @limit OFFSET @offset`;
  const ids = pluck<string>(db, page, { id, limit, offset });
  const wanted = JSON.stringify(ids);
  const ofFacts = `account.id IN (SELECT other.id FROM json_each(?) AS j CROSS JOIN account AS one ON one.id = j.value
    CROSS JOIN account AS other ON other.event_id = one.event_id AND other.fact = one.fact WHERE other.key = one.key)`;
  const accounts = readAccounts(db, ofFacts, [wanted]);
  const byId = new Map(accounts.map((account) => [account.id, account]));
  const events = new Map(
    all<EventRow>(
      db,
      `SELECT event.id, title, date_edtf, date_words, date_earliest, date_latest
       FROM json_each(?) AS j CROSS JOIN event ON event.id = j.value`,
      [JSON.stringify([...new Set(accounts.map(({ eventId }) => eventId))])],
    ).map((event) => [event.id, event]),
  );
  const facts = factsByKey(accounts);
  const rows = ids.flatMap((one) => {
    const account = byId.get(one);
    const event = account && events.get(account.eventId);
    const fact = account && facts.get(factKey(account));
    return event && fact ? [toClaim(account, fact, event, id)] : [];
  });
  return { rows, total: countOf(db, `SELECT count(*) FROM (${claimIds})`, { id }) };
}
