/**
 * How a screen was left, for coming back to it: kept with the step of the history and not with the thing, so that "back"
 * finds it as it was and a link leads to its beginning.
 */
import type { Place } from '../../shell/navigation';

/** Filled in by what is on the screen, read by it when it is drawn again. */
export interface PlaceMemory {
  /** CSS pixels. */
  scrollTop: number;
  /** Pages read of its long list. */
  pages: number;
  /** The row that had the keyboard. */
  activeId: string | null;
}

const memories = new WeakMap<Place, PlaceMemory>();

/** The memory of a step of the history. */
export function memoryOf(place: Place): PlaceMemory {
  const known = memories.get(place);
  if (known) return known;
  const fresh: PlaceMemory = { scrollTop: 0, pages: 1, activeId: null };
  memories.set(place, fresh);
  return fresh;
}
