/** What the reader does when something happens on the reading surface. */
import type { CitationTarget } from '../../../../shared/document/blocks';
import type { TextRange } from '../../../../shared/text/offset-types';
import { commands } from '../../../client/client';
import type { SurfaceEvents } from '../../../reading/surface/surface-options';
import { go, type Place } from '../../../shell/navigation';
import { bringBack, saveEnds, stepPassage } from '../passages/passage-actions';
import { annotationsIn } from '../passages/passage-order';
import type { Reader } from '../reader-context';
import type { ReaderState } from '../reader-state';

/** An article whose end is in view for so long counts as read. */
const readAfterMs = 2500;

const places: Readonly<Record<CitationTarget, (id: string) => Place | null>> = {
  article: (id) => ({ kind: 'article', id }),
  entity: (id) => ({ kind: 'entity', id }),
  event: (id) => ({ kind: 'event', id }),
  annotation: () => null,
};

/** Moves the keyboard to the card of the first focused passage. */
export function focusCard(reader: Reader): void {
  const [id] = reader.store.getState().focused;
  // The card is drawn after the state has changed.
  setTimeout(() => id && document.getElementById(`passage-${id}`)?.focus());
}

function enter(reader: Reader): void {
  const { selection, focused } = reader.store.getState();
  const here = selection ? annotationsIn(reader.annotations, selection).map(({ id }) => id) : focused;
  if (here.length === 0) return;
  reader.store.setState({ focused: here });
  focusCard(reader);
}

function markReadSoon(current: () => Reader): void {
  setTimeout(() => {
    const { article, canChange, surface } = current();
    if (surface.current && canChange && article.readAt === null && article.kind === 'captured') {
      void commands.setRead({ ids: [article.id], read: true }).catch(() => undefined);
    }
  }, readAfterMs);
}

function endsSaved(reader: Reader, parts: readonly TextRange[]): void {
  const { ends } = reader.store.getState();
  const annotation = reader.annotations.find(({ id }) => id === ends?.annotationId);
  reader.store.setState({ ends: null });
  if (annotation) void saveEnds(reader, annotation, parts);
}

/** `current` answers the reader as it is when the event comes. */
export function surfaceEvents(current: () => Reader): SurfaceEvents {
  const set = (state: Partial<ReaderState>) => current().store.setState(state);
  return {
    onSelection: (selection, kept) =>
      set(selection ? { selection, kept, picker: null, wasSaid: false } : { selection: null, kept }),
    onPassages: (focused) => set({ focused, selection: null }),
    onNothing: () => set({ focused: [] }),
    onEnter: () => enter(current()),
    onStep: (step) => stepPassage(current(), step),
    onVisible: (visible) => set({ visible }),
    onBringBack: (id) => void bringBack(current(), id),
    onCitation: (target, id) => {
      const place = places[target](id);
      if (place) go(place);
    },
    onEndReached: () => markReadSoon(current),
    onEndsSaved: (parts) => endsSaved(current(), parts),
    onEndsCancelled: () => set({ ends: null }),
  };
}
