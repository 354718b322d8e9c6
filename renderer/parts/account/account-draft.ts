/**
 * An account while it is being written: what the fields show, with names; and how it is given to the notebook. Actors and
 * places that do not exist yet stand in it under a passing id and are made with the account, so that leaving leaves nothing.
 */
import type { CommandArgs } from '../../../shared/contract';
import type { Account, AccountValue, Claimant, FactKind } from '../../../shared/model/account';
import { newId } from '../../../shared/model/id';

/** What can be said in the fields; `value` is null while it is empty or not understood. */
export interface AccountDraft
  extends Pick<
    Account,
    'fact' | 'key' | 'claimant' | 'mode' | 'certainty' | 'inferredReason' | 'instead' | 'comment'
  > {
  readonly value: AccountValue | null;
  /** Where a place is that is made with the account, by its passing id; null: not said. */
  readonly newPlace: NewPlace | null;
}

/** Coordinates for a place that is yet to be made. */
export interface NewPlace {
  readonly placeId: string;
  readonly where: NonNullable<NewEntity['where']>;
}

type Given = CommandArgs<'recordAccount'>;
/** An account as commands take it. */
export type GivenAccount = Given['account'];
/** An actor or place to make with it. */
export type NewEntity = NonNullable<Given['making']>[number];

const passing = 'new:';

/** An id for an entity until it is made. */
export const passingId = (): string => passing + newId();

/** Whether an entity is yet to be made. */
export const isPassing = (id: string): boolean => id.startsWith(passing);

export const emptyDraft: AccountDraft = {
  fact: 'happened',
  key: '',
  value: { kind: 'boolean', holds: true },
  claimant: { kind: 'narrator' },
  mode: 'states',
  certainty: '',
  inferredReason: '',
  instead: false,
  comment: '',
  newPlace: null,
};

/** What the fields show of an account that there is. */
export function draftOf(account: Account): AccountDraft {
  const { fact, key, value, claimant, mode, certainty, inferredReason, instead, comment } = account;
  return { fact, key, value, claimant, mode, certainty, inferredReason, instead, comment, newPlace: null };
}

function givenValue(value: AccountValue): GivenAccount['value'] {
  switch (value.kind) {
    case 'date': {
      const { edtf, words, referenceArticleId } = value.date;
      return { kind: 'date', date: { edtf, words, referenceArticleId } };
    }
    case 'place':
      return { kind: 'place', placeId: value.placeId, precision: value.precision };
    case 'type':
      return { kind: 'type', typeId: value.typeId };
    case 'entity':
      return { kind: 'entity', entityId: value.entityId };
    default:
      return value;
  }
}

function givenClaimant(claimant: Claimant): NonNullable<GivenAccount['claimant']> {
  if (claimant.kind !== 'actors') return claimant;
  if (claimant.actors.length === 0) return { kind: 'none' };
  return { kind: 'actors', actorIds: claimant.actors.map(({ id }) => id) };
}

const needsKey: ReadonlySet<FactKind> = new Set(['participant', 'count']);

/** Why a draft cannot be kept yet, in words for the person; null when it can. */
export function whatIsMissing({ fact, key, value, claimant }: AccountDraft): string | null {
  if (needsKey.has(fact) && key.trim() === '')
    return fact === 'count' ? 'Say what is counted.' : 'Give the role.';
  if (value === null || (value.kind === 'text' && value.text.trim() === '')) return 'Give a value.';
  if (claimant.kind === 'unnamed' && claimant.words.trim() === '') return 'Describe the source.';
  if (claimant.kind === 'actors' && claimant.actors.length === 0) return 'Say who.';
  return null;
}

/** A draft as commands take it; null while something is missing. */
export function givenAccount(draft: AccountDraft): GivenAccount | null {
  const { value, claimant, key, newPlace: _, ...rest } = draft;
  if (!value || whatIsMissing(draft)) return null;
  return { ...rest, key: key.trim(), value: givenValue(value), claimant: givenClaimant(claimant) };
}

/** The actors and places of a draft that have to be made with it. */
export function entitiesToMake({ value, claimant, newPlace }: AccountDraft): NewEntity[] {
  const actors = claimant.kind === 'actors' ? claimant.actors : [];
  const made = new Map<string, NewEntity>();
  for (const { id, name } of actors) made.set(id, { id, kind: 'actor', actorKind: '', name });
  if (value?.kind === 'entity')
    made.set(value.entityId, { id: value.entityId, kind: 'actor', actorKind: '', name: value.name });
  if (value?.kind === 'place')
    made.set(value.placeId, {
      id: value.placeId,
      kind: 'place',
      actorKind: '',
      name: value.name,
      ...(newPlace?.placeId === value.placeId ? { where: newPlace.where } : {}),
    });
  return [...made.values()].filter(({ id }) => isPassing(id));
}
