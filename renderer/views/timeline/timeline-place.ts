import type { QueryArgs } from '../../../shared/contract';
import { useNavigation } from '../../shell/navigation';
import type { PlaceOf } from '../../shell/screen-props';

export type TimelinePlace = PlaceOf<'timeline'>;
type Narrowing = Omit<TimelinePlace, 'kind'>;

/** Shows the same place with other choices; one that is undefined is taken off. */
export function showPlace(change: { readonly [Name in keyof Narrowing]: Narrowing[Name] | undefined }): void {
  // What is in view may have been written into the place since it was drawn.
  const { place, replace } = useNavigation.getState();
  if (place.kind !== 'timeline') return;
  const given = Object.entries({ ...place, ...change }).filter(([, value]) => value !== undefined);
  replace({ ...Object.fromEntries(given), kind: 'timeline' });
}

/** What a place asks for. */
export function filtersOf(place: TimelinePlace): QueryArgs<'listTimeline'> {
  const {
    words = '',
    actorId = null,
    placeId = null,
    typeId = null,
    articleId = null,
    happened = null,
  } = place;
  return { words, actorId, placeId, typeId, articleId, happened };
}
