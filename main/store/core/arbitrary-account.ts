/** Arguments for the commands about accounts and relations, for property tests; not part of the program. */
import type { CommandArgs } from '../../../shared/contract';
import { facts, modes } from '../../../shared/model/account';
import { eventRelationTypes } from '../../../shared/model/relation';
import { get, pluck, type ReadableDB } from './sql';

type Choose = <T>(from: readonly T[]) => T | undefined;
type Given = CommandArgs<'addAccount'>;
type Value = Given['value'];

const ids = (db: ReadableDB, sql: string) => pluck<string>(db, sql);
const some = (db: ReadableDB, table: string) => ids(db, `SELECT id FROM ${table} ORDER BY id`);

/** A value for a fact; sometimes one that does not fit, which has to be refused whole. */
function aValue(db: ReadableDB, fact: Given['fact'], choose: Choose): Value {
  const articles = some(db, 'article');
  const values: Readonly<Record<Given['fact'], () => Value>> = {
    happened: () => ({ kind: 'boolean', holds: choose([true, false]) ?? true }),
    date: () => ({
      kind: 'date',
      date: {
        edtf: choose(['2025-07-03', '2025-07', '2025-07-04', 'XXXX-07-03', 'soon']) ?? '',
        words: choose(['on July 3rd', '']) ?? '',
        referenceArticleId: choose([null, ...articles]) ?? null,
      },
    }),
    place: () => ({
      kind: 'place',
      placeId: choose(ids(db, `SELECT id FROM entity ORDER BY kind <> 'place', id`)) ?? '',
      precision: choose(['', 'region'] as const) ?? '',
    }),
    type: () => ({ kind: 'type', typeId: choose(some(db, 'event_type')) ?? '' }),
    participant: () => ({
      kind: 'entity',
      entityId: choose(ids(db, `SELECT id FROM entity ORDER BY kind <> 'actor', id`)) ?? '',
    }),
    count: () => ({
      kind: 'number',
      comparison: choose(['=', '≥'] as const) ?? '=',
      low: choose([23, 30]) ?? 0,
      high: choose([null, 40]) ?? null,
    }),
    outcome: () => ({ kind: 'text', text: choose(['halted', 'not halted', ' ']) ?? '' }),
  };
  return values[fact]();
}

function aClaimant(db: ReadableDB, choose: Choose): NonNullable<Given['claimant']> {
  const actor = choose(ids(db, `SELECT id FROM entity ORDER BY kind <> 'actor', id`));
  return (
    choose([
      { kind: 'none' as const },
      { kind: 'narrator' as const },
      { kind: 'unnamed' as const, words: 'officials' },
      { kind: 'actors' as const, actorIds: [actor ?? 'nobody'] },
    ]) ?? { kind: 'none' }
  );
}

/** What an account says, of any fact. */
export function aStatement(db: ReadableDB, choose: Choose): Omit<Given, 'eventId' | 'evidence' | 'cues'> {
  const fact = choose(facts) ?? 'happened';
  return {
    fact,
    key: choose(['target', 'injured', '']) ?? '',
    value: aValue(db, fact, choose),
    claimant: aClaimant(db, choose),
    mode: choose(modes) ?? 'states',
    instead: choose([false, true]) ?? false,
  };
}

const someAnnotations = (db: ReadableDB, choose: Choose) =>
  some(db, 'annotation').slice(0, choose([0, 1, 2]));

export function addAccountArgs(db: ReadableDB, choose: Choose): Given | null {
  const eventId = choose(some(db, 'event'));
  if (eventId === undefined) return null;
  const evidence = someAnnotations(db, choose);
  return { eventId, ...aStatement(db, choose), evidence, cues: choose([undefined, evidence]) };
}

export function updateAccountArgs(db: ReadableDB, choose: Choose): CommandArgs<'updateAccount'> | null {
  const row = get<{ id: string; fact: Given['fact'] }>(db, 'SELECT id, fact FROM account WHERE id = ?', [
    choose(some(db, 'account')) ?? '',
  ]);
  if (!row) return null;
  return {
    id: row.id,
    value: choose([undefined, aValue(db, row.fact, choose)]),
    claimant: choose([undefined, aClaimant(db, choose)]),
    mode: choose([undefined, ...modes]),
    evidence: choose([undefined, someAnnotations(db, choose)]),
  };
}

export function eventRelationArgs(db: ReadableDB, choose: Choose): CommandArgs<'addEventRelation'> | null {
  const events = some(db, 'event');
  const [fromId, toId] = [choose(events), choose([...events].reverse())];
  if (fromId === undefined || toId === undefined) return null;
  const type = choose(eventRelationTypes) ?? 'before';
  return {
    fromId,
    toId,
    type,
    comment: choose([undefined, 'as told']),
    evidence: someAnnotations(db, choose),
  };
}

export function entityRelationArgs(db: ReadableDB, choose: Choose): CommandArgs<'addEntityRelation'> | null {
  const entities = some(db, 'entity');
  const [fromId, toId] = [choose(entities), choose([...entities].reverse())];
  if (fromId === undefined || toId === undefined) return null;
  const date = choose([undefined, null, { edtf: '2020/..', words: 'since 2020' }]);
  return {
    fromId,
    toId,
    type: choose(['member of', ' ']) ?? '',
    date,
    evidence: someAnnotations(db, choose),
  };
}
