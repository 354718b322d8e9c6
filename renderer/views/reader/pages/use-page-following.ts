/**
 * Text and pages go together: whichever was touched last leads, the other follows. Within a page the place is found by its
 * share of the page's words, which is near enough for the eyes.
 */
import { type RefObject, useEffect, useRef } from 'react';
import { codePoints } from '../../../../shared/text/offsets';
import { foundParts } from '../passages/passage-order';
import { type Reader, useReader, useReaderState } from '../reader-context';
import type { PagePlaces } from './page-places';
import type { PageView } from './use-page-view';

type Leader = 'text' | 'pages';

/** Who was pointed at, scrolled or typed into last. */
function useLeader(pane: RefObject<HTMLElement | null>): RefObject<Leader> {
  const leader = useRef<Leader>('text');
  useEffect(() => {
    const stop = new AbortController();
    const touch = ({ target }: Event) => {
      leader.current = target instanceof Node && pane.current?.contains(target) ? 'pages' : 'text';
    };
    for (const name of ['pointerdown', 'wheel', 'keydown'])
      window.addEventListener(name, touch, { capture: true, passive: true, signal: stop.signal });
    return () => stop.abort();
  }, [pane]);
  return leader;
}

/** The page of a place in the text, and how far down on it. */
function placeOnPage(places: PagePlaces, place: number): readonly [number, number] {
  const page = places.pageAt(place);
  const { start, end } = places.rangeOf(page);
  return [page, end > start ? (place - start) / (end - start) : 0];
}

function revealInText({ surface, store }: Reader, places: PagePlaces, page: number, share: number): void {
  const { start, end } = places.rangeOf(page);
  const place = codePoints(Math.round(start + share * Math.max(0, end - start - 1)));
  const { visible } = store.getState();
  if (place >= visible.start && place < visible.end) return;
  surface.current?.reveal({ start: place, end: codePoints(place + 1) });
}

/** Of the words in view the middle ones are read; at the ends of the text its ends. */
function readPlace({ store, revision }: Reader): number {
  const { start, end } = store.getState().visible;
  if (start === 0) return 0;
  return end >= revision.text.length - 1 ? end : (start + end) / 2;
}

/** Keeps the two together; answers how to go to a page, in both. */
export function usePageFollowing(
  pane: RefObject<HTMLElement | null>,
  places: PagePlaces,
  view: PageView,
): { readonly goTo: (page: number) => void; readonly scrolled: () => void } {
  const reader = useReader();
  const leader = useLeader(pane);
  const visible = useReaderState((state) => state.visible);
  const focused = useReaderState((state) => state.focused[0]);
  const { goTo } = view;
  const latest = useRef({ reader, places, goTo });
  latest.current = { reader, places, goTo };
  useEffect(() => {
    const now = latest.current;
    if (leader.current !== 'text' || now.places.count === 0 || visible.end === 0) return;
    now.goTo(...placeOnPage(now.places, readPlace(now.reader)), true);
  }, [visible, leader]);
  useEffect(() => {
    const now = latest.current;
    const annotation = now.reader.annotations.find(({ id }) => id === focused);
    const [part] = annotation ? foundParts(annotation) : [];
    if (part && now.places.count > 0) now.goTo(...placeOnPage(now.places, part.start), true);
  }, [focused]);
  return {
    goTo: (page) => {
      leader.current = 'pages';
      goTo(page);
      revealInText(reader, places, page, 0);
    },
    scrolled: () => {
      view.onScroll();
      if (leader.current === 'pages' && places.count > 0) revealInText(reader, places, ...view.lookedAt());
    },
  };
}
