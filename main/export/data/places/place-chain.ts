/** Where an event was, with what the place lies in: as formats of places ask for it. */
import type { Precision } from '../../../../shared/model/entity';
import type { ExportData, ExportEntity, ExportEvent } from '../../gather/export-data';

/** Every entity that an export knows of, by id: its own, and those that it refers to. */
export const entitiesById = ({ entities, around }: ExportData): ReadonlyMap<string, ExportEntity> =>
  new Map([...around.entities, ...entities].map((entity) => [entity.id, entity]));

/** A place and what it lies in, from the smallest to the largest. */
export function placeChain(
  place: ExportEntity | undefined,
  entities: ReadonlyMap<string, ExportEntity>,
): readonly ExportEntity[] {
  const chain: ExportEntity[] = [];
  for (let next = place; next && !chain.includes(next); next = entities.get(next.parent?.id ?? ''))
    chain.push(next);
  return chain;
}

/**
 * How exactly an event's place is said: by its accounts where one says it of this very place, else as the place is known.
 * Of several the least exact is taken.
 */
export function eventPrecision(event: ExportEvent, place: ExportEntity): Precision {
  const order: readonly Precision[] = ['country', 'region', 'district', 'settlement', 'point'];
  const said = event.accounts.flatMap(({ value }): Precision[] =>
    value.kind === 'place' && value.placeId === place.id && value.precision !== '' ? [value.precision] : [],
  );
  return order.find((precision) => said.includes(precision)) ?? place.precision;
}
