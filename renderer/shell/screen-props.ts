import type { Place } from './navigation';

/** The place of one kind of screen. */
export type PlaceOf<Kind extends Place['kind']> = Extract<Place, { readonly kind: Kind }>;

/** What every screen is given. */
export interface ScreenProps<Kind extends Place['kind']> {
  readonly place: PlaceOf<Kind>;
}
