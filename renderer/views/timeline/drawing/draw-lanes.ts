/** Draws lanes with their events, and the axis above them, for a window of time; on the screen and in a file alike. */
import type { Timeline } from '../../../../shared/contract/views/timeline';
import {
  drawnExtent,
  firstWhere,
  type Item,
  type LaidLane,
  type Layout,
  lanesBetween,
  rowHeight,
  rowMiddle,
} from '../model/lay-out';
import { type Tick, ticksOf } from '../model/time-ticks';
import type { TimeWindow } from '../model/time-window';
import { drawMark, type MarkState } from './draw-mark';
import { cutTo, type Painter } from './painter';
import type { Palette } from './palette';

export interface LanesScene {
  readonly timeline: Timeline;
  readonly layout: Layout;
  readonly window: TimeWindow;
  /** CSS pixels of the part that has the events, and what of the lanes is in view. */
  readonly width: number;
  readonly top: number;
  readonly height: number;
  readonly palette: Palette;
  /** Days since 1 January 1970. */
  readonly today: number;
  readonly active: Item | null;
  readonly activeLane: number;
  readonly hovered: Item | null;
}

export const pxPerDayOf = ({ from, to }: TimeWindow, width: number): number => width / (to - from);

const titleSize = 12;
/** Less than this is no title. */
const shortestTitle = 34;

/** What the look of an event's mark depends on, besides its date. */
export function stateOf(timeline: Timeline, event: number, today: number): MarkState {
  return {
    happened: timeline.happened[event] ?? 'unsaid',
    isToCome: (timeline.earliest[event] ?? Number.NEGATIVE_INFINITY) > today,
    conflicts: timeline.conflicts[event] ?? 0,
  };
}

interface Row {
  readonly items: readonly Item[];
  readonly y: number;
}

/** The items of a row that reach into the window, and the one after the last. */
function itemsInView(row: readonly Item[], window: TimeWindow, pxPerDay: number): readonly [number, number] {
  const [left, right] = [window.from * pxPerDay, window.to * pxPerDay];
  const first = firstWhere(row, (item) => drawnExtent(item, pxPerDay).right >= left - 240);
  const after = firstWhere(row, (item) => drawnExtent(item, pxPerDay).left > right);
  return [first, after];
}

function drawHighlight(painter: Painter, scene: LanesScene, item: Item, y: number, isActive: boolean): void {
  const pxPerDay = pxPerDayOf(scene.window, scene.width);
  const { left, right } = drawnExtent(item, pxPerDay);
  const shift = scene.window.from * pxPerDay;
  const x = Math.max(left - shift - 5, -10);
  const width = Math.min(right - shift + 5, scene.width + 10) - x;
  const look = {
    fill: scene.palette.selected,
    ...(isActive ? { stroke: scene.palette.accent, width: 1.5 } : {}),
  };
  painter.rect(x, y - rowHeight / 2 + 1, width, rowHeight - 2, look, 5);
}

function drawTitle(
  painter: Painter,
  scene: LanesScene,
  item: Item,
  from: number,
  to: number,
  y: number,
): void {
  const { timeline, palette } = scene;
  const words = cutTo(painter, timeline.titles[item.event] ?? '', { size: titleSize }, to - from);
  if (words === '') return;
  const isDenied = timeline.happened[item.event] === 'no';
  painter.text(words, from, y, { fill: isDenied ? palette.faint : palette.ink, size: titleSize });
  if (!isDenied) return;
  const width = painter.measure(words, { size: titleSize });
  painter.path([from, y, from + width, y], { stroke: palette.faint });
}

function drawRow(painter: Painter, scene: LanesScene, row: Row, isActiveLane: boolean): void {
  const { timeline, window, width, palette, today } = scene;
  const pxPerDay = pxPerDayOf(window, width);
  const shift = window.from * pxPerDay;
  const xOf = (day: number) => day * pxPerDay - shift;
  const [first, after] = itemsInView(row.items, window, pxPerDay);
  for (let index = first; index < after; index++) {
    const item = row.items[index];
    if (!item) continue;
    const isActive = isActiveLane && item.event === scene.active?.event;
    if (isActive || item.event === scene.hovered?.event) drawHighlight(painter, scene, item, row.y, isActive);
    drawMark(painter, item.shape, stateOf(timeline, item.event, today), { xOf, y: row.y, width }, palette);
    const { right } = drawnExtent(item, pxPerDay);
    const next = row.items[index + 1];
    const limit = next ? drawnExtent(next, pxPerDay).left - shift - 6 : width - 4;
    const after = right - shift + 5;
    // Beside a mark that begins out of view the title stays in view; one that is wholly out of it takes its title along.
    const from = after > 5 ? Math.max(after, 4) : after;
    if (limit - from >= shortestTitle)
      drawTitle(painter, scene, item, from, Math.min(limit, from + 400), row.y);
  }
}

function drawLane(painter: Painter, scene: LanesScene, lane: LaidLane, isActive: boolean): void {
  const { palette, width, top, height } = scene;
  painter.rect(0, lane.top + lane.height - top - 1, width, 1, { fill: palette.rule });
  lane.rows.forEach((items, index) => {
    const y = rowMiddle(lane, index) - top;
    if (y > -rowHeight && y < height + rowHeight) drawRow(painter, scene, { items, y }, isActive);
  });
}

function drawGrid(painter: Painter, scene: LanesScene, ticks: readonly Tick[]): void {
  const { palette, window, width, height, today } = scene;
  const pxPerDay = pxPerDayOf(window, width);
  const xOf = (day: number) => Math.round((day - window.from) * pxPerDay) + 0.5;
  for (const { day, isYear } of ticks)
    painter.path([xOf(day), 0, xOf(day), height], { stroke: palette.rule, alpha: isYear ? 1 : 0.55 });
  if (today > window.from && today < window.to)
    painter.path([xOf(today), 0, xOf(today), height], { stroke: palette.warning, dash: [2, 4], alpha: 0.7 });
}

/** The lanes in view, their events and the lines of the axis. */
export function drawLanes(painter: Painter, scene: LanesScene): void {
  const { palette, layout, window, width, top, height } = scene;
  painter.rect(0, 0, width, height, { fill: palette.paper });
  drawGrid(painter, scene, ticksOf(window, width));
  const activeLane = layout.lanes[scene.activeLane];
  for (const lane of lanesBetween(layout, top, top + height))
    drawLane(painter, scene, lane, lane === activeLane);
}

/** The dates above the lanes, in a strip of this height. */
export function drawAxis(
  painter: Painter,
  { window, width, palette }: Pick<LanesScene, 'window' | 'width' | 'palette'>,
  height: number,
): void {
  const pxPerDay = pxPerDayOf(window, width);
  painter.rect(0, 0, width, height, { fill: palette.paper });
  for (const { x, label, isYear } of labelled(
    painter,
    ticksOf(window, width),
    (day) => (day - window.from) * pxPerDay,
    11,
  )) {
    painter.path([x + 0.5, height - 5, x + 0.5, height], { stroke: palette.faint });
    const look = { fill: isYear ? palette.ink : palette.muted, size: 11, weight: isYear ? 600 : 400 };
    if (label !== '') painter.text(label, x + 4, height / 2, look);
  }
}

interface PlacedTick {
  readonly x: number;
  /** '': there is no room for it. */
  readonly label: string;
  readonly isYear: boolean;
}

/** Ticks at their places, with as many labels at even distances as do not run into each other. */
export function labelled(
  painter: Painter,
  ticks: readonly Tick[],
  xOf: (day: number) => number,
  size: number,
): readonly PlacedTick[] {
  const widest = Math.max(
    ...ticks.slice(1).map(({ label }) => painter.measure(label, { size, weight: 600 })),
    1,
  );
  const [first, last] = [ticks[0], ticks.at(-1)];
  const apart = first && last ? (xOf(last.day) - xOf(first.day)) / Math.max(ticks.length - 1, 1) : 1;
  const every = Math.max(1, Math.ceil((widest + 10) / Math.max(apart, 1)));
  let free = Number.NEGATIVE_INFINITY;
  return ticks.map(({ day, label, isYear }, index) => {
    const x = xOf(day);
    if (index % every > 0 || x < free) return { x, label: '', isYear };
    free = x + painter.measure(label, { size, weight: 600 }) + 10;
    return { x, label, isYear };
  });
}
