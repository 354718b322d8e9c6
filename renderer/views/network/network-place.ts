/** What a network is narrowed to: kept in the place, so that Back and another opening find it as it was. */
import { useNavigation } from '../../shell/navigation';
import type { PlaceOf } from '../../shell/screen-props';

type NetworkPlace = PlaceOf<'network'>;

export interface Narrowing {
  readonly minWeight: number;
  /** `YYYY-MM`; null: open. */
  readonly from: string | null;
  readonly to: string | null;
}

/** What a place of the network is narrowed to; other places are not. */
function narrowingOf(place: ReturnType<typeof useNavigation.getState>['place']): Narrowing {
  if (place.kind !== 'network') return { minWeight: 1, from: null, to: null };
  const { minWeight = 1, from = null, to = null } = place;
  return { minWeight, from, to };
}

/** The network around one entity, or all of it, narrowed. */
function narrowedPlace(focusId: string | null, { minWeight, from, to }: Narrowing): NetworkPlace {
  return {
    kind: 'network',
    ...(focusId !== null && { focusId }),
    ...(minWeight > 1 && { minWeight }),
    ...(from !== null && { from }),
    ...(to !== null && { to }),
  };
}

/** What the network is narrowed to now. */
export function useNarrowing(): Narrowing {
  return narrowingOf(useNavigation(({ place }) => place));
}

/** Narrows the network that is shown. */
export function narrow(change: Partial<Narrowing>): void {
  const { place, replace } = useNavigation.getState();
  if (place.kind !== 'network') return;
  replace(narrowedPlace(place.focusId ?? null, { ...narrowingOf(place), ...change }));
}

/** The place of what is around one entity, or of all, as narrowed as what is shown now. */
export function placeAround(focusId: string | null): NetworkPlace {
  return narrowedPlace(focusId, narrowingOf(useNavigation.getState().place));
}
