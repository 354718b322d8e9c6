/** Which component shows which place. Screens are loaded when they are first gone to, or before. */
import { lazy, type ReactNode } from 'react';
import type { Place } from './navigation';
import type { PlaceOf } from './screen-props';

type Screen<Kind extends Place['kind']> = (props: { readonly place: PlaceOf<Kind> }) => ReactNode;

const loaders: { readonly [Kind in Place['kind']]: () => Promise<{ readonly default: Screen<Kind> }> } = {
  library: async () => ({ default: (await import('../views/library/library-view')).LibraryView }),
  article: async () => ({ default: (await import('../views/reader/reader-view')).ReaderView }),
  compare: async () => ({ default: (await import('../views/compare/compare-view')).CompareView }),
  actors: async () => ({ default: (await import('../views/entities/entities-view')).EntitiesView }),
  places: async () => ({ default: (await import('../views/entities/entities-view')).EntitiesView }),
  entity: async () => ({ default: (await import('../views/entities/entity-view')).EntityView }),
  events: async () => ({ default: (await import('../views/events/events-view')).EventsView }),
  event: async () => ({ default: (await import('../views/events/event-view')).EventView }),
  timeline: async () => ({ default: (await import('../views/timeline/timeline-view')).TimelineView }),
  network: async () => ({ default: (await import('../views/network/network-view')).NetworkView }),
  map: async () => ({ default: (await import('../views/map/map-view')).MapView }),
  passages: async () => ({
    default: (await import('../views/tables/passages/passages-view')).PassagesView,
  }),
  matrix: async () => ({ default: (await import('../views/tables/matrix/matrix-view')).MatrixView }),
  'to-do': async () => ({ default: (await import('../views/tables/to-do/to-do-view')).ToDoView }),
  notes: async () => ({ default: (await import('../views/notes/notes-view')).NotesView }),
  note: async () => ({ default: (await import('../views/notes/note-view')).NoteView }),
  tags: async () => ({ default: (await import('../views/codebook/codebook-view')).CodebookView }),
  search: async () => ({ default: (await import('../views/search/search-view')).SearchView }),
  review: async () => ({ default: (await import('../views/review/review-view')).ReviewView }),
  trash: async () => ({ default: (await import('../views/trash/trash-view')).TrashView }),
};

type AnyScreen = (props: { readonly place: Place }) => ReactNode;

/** Each place is shown by the screen of its kind. */
const screens = Object.fromEntries(
  Object.entries(loaders).map(([kind, load]) => [kind, lazy(load as () => Promise<{ default: AnyScreen }>)]),
);

/** Loads the code of a screen that will likely be gone to. */
export function preloadScreen(kind: Place['kind']): void {
  // What fails here is told when the screen is gone to.
  loaders[kind]().catch(() => undefined);
}

/** Those that take longest to load. */
const heavy: readonly Place['kind'][] = ['article', 'event', 'entity', 'timeline', 'network', 'map'];
const settledMs = 4000;

/** Once the window has come to rest, loads the heavy screens one after the other while nothing else is to be done. */
export function preloadWhenIdle(): () => void {
  let idle = 0;
  const loadFrom = (at: number): void => {
    const kind = heavy[at];
    if (kind === undefined) return;
    idle = requestIdleCallback(() => {
      preloadScreen(kind);
      loadFrom(at + 1);
    });
  };
  const timer = setTimeout(() => loadFrom(0), settledMs);
  return () => {
    clearTimeout(timer);
    cancelIdleCallback(idle);
  };
}

/** The screen of a place. A screen with an identity begins anew for another article, entity, event or note. */
export function ScreenOf({ place }: { readonly place: Place }) {
  const Screen = screens[place.kind];
  return Screen && <Screen key={'id' in place ? `${place.kind} ${place.id}` : place.kind} place={place} />;
}
