/** Where the window is, and where it has been: back and forward as in a browser. Knows no view. */
import { create } from 'zustand';
import type { Dimension, PassageFilters, PassageSort, ToDoKind } from '../../shared/contract/passages';
import type { Happening } from '../../shared/contract/views/timeline';
import { readArticleAhead } from '../client/read-ahead';

/** A screen, with what it shows. */
export type Place =
  | { readonly kind: 'library' }
  /** `annotationId` or `range` (code points): the words to land on. */
  | {
      readonly kind: 'article';
      readonly id: string;
      readonly annotationId?: string;
      readonly range?: { readonly start: number; readonly end: number };
      /** The search that led here: its hits in the text can be walked. */
      readonly query?: string;
      /** An earlier revision to read; absent: the current one. */
      readonly revisionId?: string;
    }
  /** Two revisions side by side; those that are absent: the current one, and the one before it. */
  | {
      readonly kind: 'compare';
      readonly articleId: string;
      readonly fromRevisionId?: string;
      readonly toRevisionId?: string;
    }
  | { readonly kind: 'actors' }
  | { readonly kind: 'places' }
  | { readonly kind: 'entity'; readonly id: string }
  | { readonly kind: 'events' }
  | { readonly kind: 'event'; readonly id: string }
  /** Of one actor, at one place, of one type, told of by one article, with words in the title: those that are given. */
  | {
      readonly kind: 'timeline';
      readonly actorId?: string;
      readonly placeId?: string;
      readonly typeId?: string;
      readonly articleId?: string;
      readonly words?: string;
      readonly happened?: Happening;
      /** Absent: lanes, by actor. */
      readonly form?: 'list';
      readonly lanes?: 'place' | 'type' | 'article';
      /** What was in view: days since 1 January 1970 (absent: all), CSS pixels scrolled (absent: to the event), the event with the keyboard. */
      readonly at?: {
        readonly from?: number;
        readonly to?: number;
        readonly top?: number;
        readonly eventId?: string;
      };
    }
  /** All of it, or what is around one entity; only ties of a weight, and in months (`YYYY-MM`), where these are given. */
  | {
      readonly kind: 'network';
      readonly focusId?: string;
      readonly minWeight?: number;
      readonly from?: string;
      readonly to?: string;
    }
  /** Where events were. `months`: counted from January of the year 0; `selected`: ids of places. */
  | {
      readonly kind: 'map';
      readonly actorId?: string;
      readonly typeId?: string;
      readonly months?: { readonly first: number; readonly last: number };
      readonly selected?: readonly string[];
    }
  /** All passages that meet the filters; `query`: a search that has a column. */
  | {
      readonly kind: 'passages';
      readonly filters?: PassageFilters;
      readonly sort?: PassageSort;
      readonly query?: string;
    }
  /** Passages counted by two dimensions; `limit`: so many rows and columns, the rest together. */
  | {
      readonly kind: 'matrix';
      readonly rows?: Dimension;
      readonly columns?: Dimension;
      readonly filters?: PassageFilters;
      readonly order?: 'total' | 'name';
      readonly limit?: '25' | '50' | '100' | '250' | '500';
    }
  | { readonly kind: 'to-do'; readonly list?: ToDoKind }
  | { readonly kind: 'notes' }
  | { readonly kind: 'note'; readonly id: string }
  /** The codebook: its tags, unless another of its lists is asked for. */
  | { readonly kind: 'tags'; readonly list?: 'tags' | 'types' | 'roles' }
  /** `asTyped`: the last word may be the beginning of one, for it is still being typed. An empty query: what was asked before. */
  | { readonly kind: 'search'; readonly query: string; readonly asTyped?: true }
  /** Passages that wait for a decision. */
  | { readonly kind: 'review'; readonly annotationId?: string }
  | { readonly kind: 'trash' };

interface Navigation {
  readonly past: readonly Place[];
  readonly place: Place;
  readonly future: readonly Place[];
  readonly go: (place: Place) => void;
  /** Changes what the screen shows without a step back to it (a query being typed). */
  readonly replace: (place: Place) => void;
  readonly back: () => void;
  readonly forward: () => void;
  readonly reset: () => void;
}

const start: Place = { kind: 'library' };
const stepsKept = 200;

export const useNavigation = create<Navigation>()((set) => ({
  past: [],
  place: start,
  future: [],
  go: (place) =>
    set(({ past, place: current }) => ({ past: [...past, current].slice(-stepsKept), place, future: [] })),
  replace: (place) => set({ place }),
  back: () =>
    set(({ past, place, future }) => {
      const previous = past.at(-1);
      return previous ? { past: past.slice(0, -1), place: previous, future: [place, ...future] } : {};
    }),
  forward: () =>
    set(({ past, place, future }) => {
      const [next, ...rest] = future;
      return next ? { past: [...past, place], place: next, future: rest } : {};
    }),
  reset: () => set({ past: [], place: start, future: [] }),
}));

/** Goes to a place; for handlers outside React as well. */
export function go(place: Place): void {
  if (place.kind === 'article') void readArticleAhead(place.id, place.revisionId);
  useNavigation.getState().go(place);
}
