/**
 * Where everything stands from top to bottom: lanes one below the other, in each as many rows as overlapping events need.
 * Rows hold from one power of two of the scale to the next, so that they do not jump with every step of zooming; where an
 * event stands from left to right is worked out when it is drawn.
 */
import type { Lane } from './lanes-of';
import { extentOf, type MarkShape } from './mark-shape';
import { packRows } from './pack-rows';

/** CSS pixels. */
export const rowHeight = 20;
const lanePadding = 6;
/** A day is this wide at the least, from its middle to each side. */
export const dotRadius = 4.5;
/** What a fading end, and an arrow, take beside the mark. */
export const fadeLength = 14;
export const arrowLength = 24;
const gap = 4;

/** An event in a lane. */
export interface Item {
  readonly event: number;
  readonly shape: MarkShape;
  readonly from: number;
  readonly to: number;
}

export interface LaidLane {
  readonly lane: Lane;
  readonly top: number;
  readonly height: number;
  /** The events of each row, in order of time. */
  readonly rows: readonly (readonly Item[])[];
  /** All of them in order of time, and the row of each. */
  readonly items: readonly Item[];
  readonly rowOf: readonly number[];
}

export interface Layout {
  readonly lanes: readonly LaidLane[];
  readonly height: number;
}

const endRoom = (end: MarkShape['start']): number =>
  end === 'open' ? arrowLength : end === 'fades' ? fadeLength : 0;

/** From where to where an item is drawn without its title, in CSS pixels from day 0. */
export function drawnExtent({ shape, from, to }: Item, pxPerDay: number): { left: number; right: number } {
  const [start, end] = [from * pxPerDay, to * pxPerDay];
  const widen = Math.max(0, dotRadius - (end - start) / 2);
  return { left: start - widen - endRoom(shape.start), right: end + widen + endRoom(shape.end) };
}

/** The scale that rows are worked out for: they fit at every scale from it on. */
export const steppedScale = (pxPerDay: number): number => 2 ** Math.floor(Math.log2(pxPerDay));

/** Room for titles is made as long as a lane gets no more rows than this by it. */
const rowsForTitles = 6;
const titleRooms = [190, 90, 0];

function packed(items: readonly Item[], scale: number, titleRoom: number): readonly number[] {
  const stretches = items.map((item, index) => {
    const { left, right } = drawnExtent(item, scale);
    return { left, right: right + gap + titleRoom, index };
  });
  stretches.sort((a, b) => a.left - b.left);
  const rows = packRows(stretches);
  const rowOf = new Array<number>(items.length).fill(0);
  stretches.forEach(({ index }, at) => {
    rowOf[index] = rows[at] ?? 0;
  });
  return rowOf;
}

const countOf = (rowOf: readonly number[]): number => rowOf.reduce((most, row) => Math.max(most, row + 1), 1);

function rowsFor(items: readonly Item[], scale: number): readonly number[] {
  const wide = ((items.at(-1)?.from ?? 0) - (items[0]?.from ?? 0)) * scale;
  for (const room of titleRooms) {
    // So many titles do not go into so few rows, however they are put.
    if (room > 0 && items.length * room > rowsForTitles * (wide + room)) continue;
    const rowOf = packed(items, scale, room);
    if (room === 0 || countOf(rowOf) <= rowsForTitles) return rowOf;
  }
  return [];
}

function layOutLane(lane: Lane, top: number, scale: number, shapes: readonly (MarkShape | null)[]): LaidLane {
  const items = lane.events
    .flatMap((event): Item[] => {
      const shape = shapes[event];
      return shape ? [{ event, shape, ...extentOf(shape) }] : [];
    })
    .sort((a, b) => a.from - b.from || a.to - b.to);
  const rowOf = rowsFor(items, scale);
  const rows: Item[][] = Array.from({ length: countOf(rowOf) }, () => []);
  items.forEach((item, index) => rows[rowOf[index] ?? 0]?.push(item));
  return { lane, top, height: rows.length * rowHeight + 2 * lanePadding, rows, items, rowOf };
}

/** Lays out lanes for a scale (CSS pixels a day), as `steppedScale` gives it. Events without a shape are left out. */
export function layOut(lanes: readonly Lane[], scale: number, shapes: readonly (MarkShape | null)[]): Layout {
  let top = 0;
  const laid = lanes.map((lane) => {
    const one = layOutLane(lane, top, scale, shapes);
    top += one.height;
    return one;
  });
  return { lanes: laid, height: top };
}

/** The middle of a row, from the top of everything. */
export const rowMiddle = (lane: LaidLane, row: number): number =>
  lane.top + lanePadding + (row + 0.5) * rowHeight;

/** The first place in a sorted list where this becomes true. */
export function firstWhere<Thing>(things: readonly Thing[], isTrue: (thing: Thing) => boolean): number {
  let [low, high] = [0, things.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    const thing = things[middle];
    if (thing !== undefined && isTrue(thing)) high = middle;
    else low = middle + 1;
  }
  return low;
}

/** The lanes that reach into a stretch from top to bottom. */
export function lanesBetween(layout: Layout, top: number, bottom: number): readonly LaidLane[] {
  const first = firstWhere(layout.lanes, (lane) => lane.top + lane.height > top);
  const after = firstWhere(layout.lanes, (lane) => lane.top >= bottom);
  return layout.lanes.slice(first, after);
}

/** Where an event stands: by the number of its lane, and its place among the lane's items. */
export interface Spot {
  readonly lane: number;
  readonly item: number;
}

/** The item at a point, in days and CSS pixels from the top of everything. */
export function spotAt(layout: Layout, day: number, y: number, pxPerDay: number): Spot | null {
  const index = firstWhere(layout.lanes, (lane) => lane.top + lane.height > y);
  const lane = layout.lanes[index];
  const row = lane && lane.rows[Math.floor((y - lane.top - lanePadding) / rowHeight)];
  if (!lane || !row || y < lane.top) return null;
  const x = day * pxPerDay;
  const after = firstWhere(row, (item) => drawnExtent(item, pxPerDay).left > x + 2);
  const item = row[after - 1];
  if (!item || drawnExtent(item, pxPerDay).right < x - 2) return null;
  return { lane: index, item: lane.items.indexOf(item) };
}
