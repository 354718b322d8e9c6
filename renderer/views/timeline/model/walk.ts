/** Where the arrow keys lead: along a lane in order of time, and to what is nearest in time in the lane above or below. */
import { firstWhere, type Item, type Layout, type Spot } from './lay-out';

export type Step = 'next' | 'previous' | 'up' | 'down' | 'first' | 'last' | 'very first' | 'very last';

/** The item at a spot. */
export function itemAt(layout: Layout, { lane, item }: Spot): Item | undefined {
  return layout.lanes[lane]?.items[item];
}

/** The first lane with an event in a direction, at the event that begins nearest to a day. */
function nearestIn(layout: Layout, from: number, direction: 1 | -1, day: number): Spot | null {
  for (let lane = from; lane >= 0 && lane < layout.lanes.length; lane += direction) {
    const items = layout.lanes[lane]?.items ?? [];
    if (items.length === 0) continue;
    const after = Math.min(
      firstWhere(items, (item) => item.from >= day),
      items.length - 1,
    );
    const distance = (at: number) => Math.abs((items[at]?.from ?? Number.POSITIVE_INFINITY) - day);
    return { lane, item: after > 0 && distance(after - 1) < distance(after) ? after - 1 : after };
  }
  return null;
}

/** The spot a step leads to; the same where there is none further. Null: there are no events at all. */
export function walk(layout: Layout, spot: Spot | null, step: Step): Spot | null {
  const { lane, item } = spot ?? { lane: -1, item: 0 };
  const lastLane = layout.lanes.length - 1;
  if (step === 'very first' || spot === null || !itemAt(layout, spot))
    return nearestIn(layout, 0, 1, Number.NEGATIVE_INFINITY);
  if (step === 'very last') return nearestIn(layout, lastLane, -1, Number.POSITIVE_INFINITY);
  const day = itemAt(layout, spot)?.from ?? 0;
  const end = (layout.lanes[lane]?.items.length ?? 1) - 1;
  if (step === 'up') return nearestIn(layout, lane - 1, -1, day) ?? spot;
  if (step === 'down') return nearestIn(layout, lane + 1, 1, day) ?? spot;
  const to = { next: item + 1, previous: item - 1, first: 0, last: end }[step];
  return { lane, item: Math.min(Math.max(to, 0), end) };
}

/** Where an event stands first, from the top; null: in no lane. */
export function spotOf(layout: Layout, event: number): Spot | null {
  for (const [lane, { items }] of layout.lanes.entries()) {
    const item = items.findIndex((one) => one.event === event);
    if (item >= 0) return { lane, item };
  }
  return null;
}
