/** Which days are in view, and how zooming and moving change that; days since 1 January 1970, with fractions. */

export interface TimeWindow {
  readonly from: number;
  readonly to: number;
}

/** No closer than this: a day is the finest that dates say. */
const shortestDays = 4;
/** Room before the first event, and after the last, whose title stands there; as shares of the whole. */
const margin = { before: 0.03, after: 0.14 };

const lengthOf = ({ from, to }: TimeWindow): number => to - from;

/** All of an extent with some room; an extent of few days gets a month around it. */
export function fitted(extent: TimeWindow): TimeWindow {
  const room = (share: number) => Math.max(lengthOf(extent) * share, (28 - lengthOf(extent)) / 2, 1);
  return { from: extent.from - room(margin.before), to: extent.to + room(margin.after) };
}

/** The window moved and stretched as little as possible so that it has a lawful length and something to show. */
export function kept(window: TimeWindow, extent: TimeWindow): TimeWindow {
  const all = fitted(extent);
  const longest = lengthOf(all) * 1.5;
  const length = Math.min(Math.max(lengthOf(window), shortestDays), longest);
  const middle = (window.from + window.to) / 2;
  const inside = Math.min(Math.max(middle, all.from), all.to);
  return { from: inside - length / 2, to: inside + length / 2 };
}

/** Zoomed by a factor (below 1: closer) around a day that stays where it is. */
export function zoomed(window: TimeWindow, factor: number, around: number, extent: TimeWindow): TimeWindow {
  const length = Math.max(lengthOf(window) * factor, shortestDays);
  const share = (around - window.from) / lengthOf(window);
  const from = around - share * length;
  return kept({ from, to: from + length }, extent);
}

/** Moved by a number of days. */
export function moved(window: TimeWindow, days: number, extent: TimeWindow): TimeWindow {
  return kept({ from: window.from + days, to: window.to + days }, extent);
}

/** Moved as far as needed to have a stretch in view, with some room around it. */
export function showing(window: TimeWindow, stretch: TimeWindow, extent: TimeWindow): TimeWindow {
  const room = lengthOf(window) * 0.08;
  if (stretch.from - room >= window.from && stretch.to + room <= window.to) return window;
  if (lengthOf(stretch) + 2 * room > lengthOf(window))
    return moved(window, stretch.from - room - window.from, extent);
  const isBefore = stretch.from - room < window.from;
  const days = isBefore ? stretch.from - room - window.from : stretch.to + room - window.to;
  return moved(window, days, extent);
}
