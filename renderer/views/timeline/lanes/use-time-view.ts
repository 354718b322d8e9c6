/** Which days, lanes and event are shown, and how that changes; written into the step of the history, so that Back finds it. */
import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { useNavigation } from '../../../shell/navigation';
import type { PlaceOf } from '../../../shell/screen-props';
import { fitted, kept, moved, type TimeWindow, zoomed } from '../model/time-window';

type Kept = NonNullable<PlaceOf<'timeline'>['at']>;

/** Writing it down waits until the hand rests. */
const restMs = 200;

export interface TimeView {
  readonly window: TimeWindow;
  readonly setWindow: (window: TimeWindow) => void;
  /** `around`: a day, or the middle when it is left out. */
  readonly zoom: (factor: number, around?: number) => void;
  /** By a share of what is shown. */
  readonly move: (share: number) => void;
  readonly fit: () => void;
  /** The event that has the keyboard; null: none yet. */
  readonly eventId: string | null;
  readonly setEventId: (id: string | null) => void;
  /** Whether one came here to look at this event: it is to be brought into view. */
  readonly isSought: boolean;
  /** Where the lanes are scrolled to at first, and to where they have been since. */
  readonly firstTop: number;
  readonly keepTop: (top: number) => void;
  /** Writes it down at once: the screen is being left. */
  readonly keepNow: () => void;
}

function write(at: Kept): void {
  const { place, replace } = useNavigation.getState();
  if (place.kind === 'timeline') replace({ ...place, at });
}

/** Writes down what is shown once it rests. */
function useKept(at: Kept) {
  const latest = useRef(at);
  latest.current = at;
  const keepNow = useCallback(() => write(latest.current), []);
  const { from, to, top, eventId } = at;
  const key = [from, to, top, eventId].join(' ');
  const written = useRef(key);
  useEffect(() => {
    if (written.current === key) return;
    written.current = key;
    const timer = setTimeout(keepNow, restMs);
    return () => clearTimeout(timer);
  }, [key, keepNow]);
  return keepNow;
}

/** What is shown of an extent; at first what the place says, or all. */
export function useTimeView(place: PlaceOf<'timeline'>, extent: TimeWindow): TimeView {
  const [first] = useState(place.at);
  const [chosen, setChosen] = useState<TimeWindow | null>(
    first?.from === undefined || first.to === undefined ? null : { from: first.from, to: first.to },
  );
  const [eventId, setEventId] = useState(first?.eventId ?? null);
  const [top, keepTop] = useState(first?.top ?? 0);
  // What was chosen may lie outside of what there is since a filter was changed.
  const window = useMemo(() => (chosen ? kept(chosen, extent) : fitted(extent)), [chosen, extent]);
  const keepNow = useKept({
    ...(chosen ? { from: window.from, to: window.to } : {}),
    top,
    ...(eventId === null ? {} : { eventId }),
  });
  const middle = (window.from + window.to) / 2;
  return {
    window,
    setWindow: setChosen,
    zoom: (factor, around = middle) => setChosen(zoomed(window, factor, around, extent)),
    move: (share) => setChosen(moved(window, share * (window.to - window.from), extent)),
    fit: () => setChosen(null),
    eventId,
    setEventId,
    isSought: first?.eventId !== undefined && first.top === undefined,
    firstTop: first?.top ?? 0,
    keepTop,
    keepNow,
  };
}
