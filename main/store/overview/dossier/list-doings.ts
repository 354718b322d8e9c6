/**
 * What an actor did and what was done to it, or what happened at a place: events in order of time, each with its roles
 * and the words they rest on. What the roles come to is decided by the rules of `shared/accounts`.
 */
import { type Fact, factsOf, type ValueGroup } from '../../../../shared/accounts/facts';
import { roleSide, rolesOfSide } from '../../../../shared/accounts/role-side';
import type { QueryArgs } from '../../../../shared/contract';
import type { Page } from '../../../../shared/contract/articles';
import type { Doing, DoingPart } from '../../../../shared/contract/entities';
import type { Account } from '../../../../shared/model/account';
import { readAccounts } from '../../accounts/accounts';
import { countOf, pluck, type ReadableDB } from '../../core/sql';
import { rootId } from '../../entities/entities';
import { byTimeOfAnyYear, eventSummaries } from '../../events/events';
import { members, membersInside } from './whose';

type Side = QueryArgs<'listDoings'>['side'];

/** Passages shown of one role. */
const wordsShown = 3;

const inSql = (names: readonly string[]): string => names.map((name) => `'${name}'`).join(', ');

function ofSide(side: Side): string {
  if (side === null) return '';
  if (side !== 'other') return `AND lower(trim(a.key)) IN (${inSql(rolesOfSide[side])})`;
  return `AND lower(trim(a.key)) NOT IN (${inSql([...rolesOfSide.did, ...rolesOfSide.undergone])})`;
}

/** Ids of the events, each once. */
const eventsOf = (isPlace: boolean, side: Side): string =>
  `SELECT DISTINCT a.event_id FROM account AS a WHERE a.entity_id IN (${isPlace ? membersInside : members})
    AND a.fact = '${isPlace ? 'place' : 'participant'}' AND a.mode <> 'denies' ${isPlace ? '' : ofSide(side)}`;

function stateOf(fact: Fact, group: ValueGroup): DoingPart['state'] {
  if (group.isContested && fact.state === 'conflict') return 'contested';
  const isPreferred = group.accounts.some((account) => account === fact.preferred);
  if (group.isContested && fact.preferred && !isPreferred) return 'passed over';
  return group.accounts.every(({ mode }) => mode === 'plans') ? 'planned' : 'said';
}

interface Named {
  readonly entityId: string;
  readonly name: string;
}

function namedBy({ value }: ValueGroup): Named | null {
  if (value.kind === 'entity') return { entityId: value.entityId, name: value.name };
  return value.kind === 'place' ? { entityId: value.placeId, name: value.name } : null;
}

function partOf(fact: Fact, group: ValueGroup, named: Named): DoingPart {
  const words = group.accounts.flatMap(({ evidence }) => evidence);
  const once = [...new Map(words.map((passage) => [passage.annotationId, passage])).values()];
  return {
    ...named,
    role: fact.key,
    side: roleSide(fact.key),
    state: stateOf(fact, group),
    inferredReason: group.accounts.find(({ inferredReason }) => inferredReason !== '')?.inferredReason ?? '',
    words: once.slice(0, wordsShown),
    wordsCount: once.length,
  };
}

/** The roles of those entities in the facts of one event. */
function partsOf(accounts: readonly Account[], ids: ReadonlySet<string>): DoingPart[] {
  return factsOf(accounts).flatMap((fact) =>
    fact.groups.flatMap((group) => {
      const named = namedBy(group);
      const isMeant = named !== null && group.accounts.length > 0 && ids.has(named.entityId);
      return isMeant ? [partOf(fact, group, named)] : [];
    }),
  );
}

/** A page of the events of an entity; see the contract. Nothing for an object, and for what is gone. */
export function listDoings(db: ReadableDB, args: QueryArgs<'listDoings'>): Page<Doing> {
  const { entityId, side, offset, limit } = args;
  const id = rootId(db, entityId);
  const isPlace = pluck<string>(db, 'SELECT kind FROM entity WHERE id = ?', [id])[0] === 'place';
  const wanted = eventsOf(isPlace, side);
  const page = `SELECT event.id FROM (${wanted}) AS wanted CROSS JOIN event ON event.id = wanted.event_id
    ORDER BY ${byTimeOfAnyYear} LIMIT @limit OFFSET @offset`;
  const ids = pluck<string>(db, page, { id, limit, offset });
  const fact = isPlace ? 'place' : 'participant';
  const accounts = readAccounts(
    db,
    `account.event_id IN (SELECT value FROM json_each(?)) AND account.fact = '${fact}'`,
    [JSON.stringify(ids)],
  );
  const meant = new Set(isPlace ? pluck<string>(db, membersInside, { id }) : [id]);
  const rows = eventSummaries(db, ids).map((event) => {
    const own = accounts.filter(({ eventId }) => eventId === event.id);
    return { event, parts: partsOf(own, meant) };
  });
  return { rows, total: countOf(db, `SELECT count(*) FROM (${wanted})`, { id }) };
}
