/** Entities that come into being with the account that speaks of them: made first, then put in the place of their passing ids. */
import type { CommandArgs } from '../../../shared/contract';
import type { WritableDB } from '../core/sql';
import { createEntity } from '../entities/change-entity';
import type { GivenValue } from './account-row';

type Making = CommandArgs<'addAccount'>['making'];
type GivenClaimant = NonNullable<CommandArgs<'addAccount'>['claimant']>;

interface Naming {
  readonly value?: GivenValue;
  readonly claimant?: GivenClaimant;
}

function renamedValue(value: GivenValue, idOf: (id: string) => string): GivenValue {
  if (value.kind === 'place') return { ...value, placeId: idOf(value.placeId) };
  return value.kind === 'entity' ? { ...value, entityId: idOf(value.entityId) } : value;
}

function renamedClaimant(claimant: GivenClaimant, idOf: (id: string) => string): GivenClaimant {
  return claimant.kind === 'actors' ? { ...claimant, actorIds: claimant.actorIds.map(idOf) } : claimant;
}

/** Makes entities; answers their ids by their passing ones. Throws as `createEntity`. */
export function makeEntities(db: WritableDB, making: Making = []): ReadonlyMap<string, string> {
  return new Map(making.map(({ id, ...entity }) => [id, createEntity(db, entity).id]));
}

/** An account with the ids of what was made in the place of the passing ones. */
export function withMade<Given extends Naming>(given: Given, made: ReadonlyMap<string, string>): Given {
  if (made.size === 0) return given;
  const idOf = (id: string) => made.get(id) ?? id;
  const { value, claimant } = given;
  return {
    ...given,
    ...(value ? { value: renamedValue(value, idOf) } : {}),
    ...(claimant ? { claimant: renamedClaimant(claimant, idOf) } : {}),
  };
}
