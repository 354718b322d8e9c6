import { useMemo } from 'react';
import type { Timeline } from '../../../../shared/contract/views/timeline';
import { type Lane, type LaneKind, lanesOf } from '../model/lanes-of';
import { extentOf, type MarkShape, shapeOf } from '../model/mark-shape';
import type { TimeWindow } from '../model/time-window';

export interface LanesModel {
  /** One for each event; null: it has no place in time. */
  readonly shapes: readonly (MarkShape | null)[];
  readonly lanes: readonly Lane[];
  /** From the first to the last day there is anything. */
  readonly extent: TimeWindow;
  /** Events without a place in time. */
  readonly undated: readonly number[];
}

function shapesOf(timeline: Timeline): readonly (MarkShape | null)[] {
  return timeline.ids.map((_, event) =>
    shapeOf({
      date: timeline.dates[event] ?? '',
      earliest: timeline.earliest[event] ?? null,
      latest: timeline.latest[event] ?? null,
      inferred: timeline.inferred[event] === 1,
    }),
  );
}

/** `today` is all there is when nothing has a date. */
function wholeExtent(shapes: readonly (MarkShape | null)[], today: number): TimeWindow {
  let [from, to] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (const shape of shapes) {
    if (!shape) continue;
    const extent = extentOf(shape);
    from = Math.min(from, extent.from);
    to = Math.max(to, extent.to);
  }
  return from > to ? { from: today, to: today + 1 } : { from, to };
}

/** What follows from the events and the choice of lanes; worked out when one of them changes. */
export function useLanesModel(timeline: Timeline, kind: LaneKind, today: number): LanesModel {
  const shapes = useMemo(() => shapesOf(timeline), [timeline]);
  const extent = useMemo(() => wholeExtent(shapes, today), [shapes, today]);
  const all = useMemo(() => timeline.ids.map((_, event) => event), [timeline]);
  const undated = useMemo(() => all.filter((event) => shapes[event] === null), [all, shapes]);
  const lanes = useMemo(
    () =>
      lanesOf(
        timeline,
        kind,
        all.filter((event) => shapes[event] !== null),
      ),
    [timeline, kind, all, shapes],
  );
  return useMemo(() => ({ shapes, lanes, extent, undated }), [shapes, lanes, extent, undated]);
}
