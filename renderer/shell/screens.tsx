/** Which component shows which place. Screens are loaded when they are first gone to. */
import { lazy, type ReactNode } from 'react';
import type { Place } from './navigation';
import type { PlaceOf } from './screen-props';

type Screen<Kind extends Place['kind']> = (props: { readonly place: PlaceOf<Kind> }) => ReactNode;

const screens: { readonly [Kind in Place['kind']]: Screen<Kind> } = {
  library: lazy(async () => ({ default: (await import('../views/library/library-view')).LibraryView })),
  article: lazy(async () => ({ default: (await import('../views/reader/reader-view')).ReaderView })),
  compare: lazy(async () => ({ default: (await import('../views/compare/compare-view')).CompareView })),
  actors: lazy(async () => ({ default: (await import('../views/entities/entities-view')).EntitiesView })),
  places: lazy(async () => ({ default: (await import('../views/entities/entities-view')).EntitiesView })),
  entity: lazy(async () => ({ default: (await import('../views/entities/entity-view')).EntityView })),
  events: lazy(async () => ({ default: (await import('../views/events/events-view')).EventsView })),
  event: lazy(async () => ({ default: (await import('../views/events/event-view')).EventView })),
  timeline: lazy(async () => ({ default: (await import('../views/timeline/timeline-view')).TimelineView })),
  network: lazy(async () => ({ default: (await import('../views/network/network-view')).NetworkView })),
  map: lazy(async () => ({ default: (await import('../views/map/map-view')).MapView })),
  passages: lazy(async () => ({
    default: (await import('../views/tables/passages/passages-view')).PassagesView,
  })),
  matrix: lazy(async () => ({ default: (await import('../views/tables/matrix/matrix-view')).MatrixView })),
  'to-do': lazy(async () => ({ default: (await import('../views/tables/to-do/to-do-view')).ToDoView })),
  notes: lazy(async () => ({ default: (await import('../views/notes/notes-view')).NotesView })),
  note: lazy(async () => ({ default: (await import('../views/notes/note-view')).NoteView })),
  tags: lazy(async () => ({ default: (await import('../views/codebook/codebook-view')).CodebookView })),
  search: lazy(async () => ({ default: (await import('../views/search/search-view')).SearchView })),
  review: lazy(async () => ({ default: (await import('../views/review/review-view')).ReviewView })),
  trash: lazy(async () => ({ default: (await import('../views/trash/trash-view')).TrashView })),
};

/** The screen of a place. A screen with an identity begins anew for another article, entity, event or note. */
export function ScreenOf({ place }: { readonly place: Place }) {
  const Screen = screens[place.kind] as (props: { readonly place: Place }) => ReactNode;
  return <Screen key={'id' in place ? `${place.kind} ${place.id}` : place.kind} place={place} />;
}
