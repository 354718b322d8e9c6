/** What the timeline shows as a table and as a drawing: the events of the time in view, in their lanes. */
import type { Timeline } from '../../../shared/contract/views/timeline';
import { dateOfDay } from '../../../shared/dates/calendar';
import { describeEdtf } from '../../../shared/dates/describe-edtf';
import type { CsvTable } from '../../../shared/text/csv';
import { nameInWords } from '../../parts/isolated-names';
import { canvasPainter } from './drawing/canvas-painter';
import { drawAxis, drawLanes, pxPerDayOf } from './drawing/draw-lanes';
import { cutTo, type Painter } from './drawing/painter';
import { paperPalette } from './drawing/palette';
import { svgPainter } from './drawing/svg-painter';
import { participantsOf, placeNameOf, typeNameOf, whenWords } from './model/event-words';
import type { Lane, LaneKind } from './model/lanes-of';
import { type Layout, layOut, steppedScale } from './model/lay-out';
import { extentOf, type MarkShape } from './model/mark-shape';
import type { TimeWindow } from './model/time-window';

const columns = [
  'event_id',
  'title',
  'date',
  'date_in_words',
  'earliest',
  'latest',
  'from_order_only',
  'type',
  'place',
  'participants',
  'happened',
  'facts_in_conflict',
  'passages',
  'articles',
] as const;

const dateOr = (day: number | null | undefined): string => (day == null ? '' : dateOfDay(day));

/** A row for each of these events. */
export function timelineTable(timeline: Timeline, events: readonly number[]): CsvTable {
  const rows = events.map((event) => [
    timeline.ids[event] ?? '',
    timeline.titles[event] ?? '',
    timeline.dates[event] ?? '',
    whenWords(timeline, event),
    dateOr(timeline.earliest[event]),
    dateOr(timeline.latest[event]),
    timeline.inferred[event] === 1 ? 'yes' : '',
    typeNameOf(timeline, event),
    placeNameOf(timeline, event),
    participantsOf(timeline, event).map(nameInWords).join('; '),
    timeline.happened[event] ?? '',
    timeline.conflicts[event] ?? 0,
    timeline.passages[event] ?? 0,
    (timeline.articlesOf[event] ?? []).map((article) => timeline.articles.names[article] ?? '').join('; '),
  ]);
  return { columns, rows };
}

/** Whether anything of an event lies in a window; those without a place in time do not. */
export function isIn(shape: MarkShape | null | undefined, window: TimeWindow): boolean {
  if (!shape) return false;
  const { from, to } = extentOf(shape);
  return to > window.from && from < window.to;
}

const width = 1100;
const namesWidth = 190;
const titleHeight = 34;
const axisHeight = 26;

interface Shown {
  readonly timeline: Timeline;
  readonly shapes: readonly (MarkShape | null)[];
  readonly lanes: readonly Lane[];
  readonly kind: LaneKind;
  readonly window: TimeWindow;
  readonly today: number;
  /** How many have no place in time: a drawing says that they are not in it. */
  readonly undatedCount: number;
}

/** The lanes with what lies in the window; those without anything are left out. */
function lanesIn({ lanes, shapes, window }: Shown): readonly Lane[] {
  return lanes
    .map((lane) => ({ ...lane, events: lane.events.filter((event) => isIn(shapes[event], window)) }))
    .filter(({ events }) => events.length > 0);
}

/** Draws further down and to the right. */
function shifted(painter: Painter, dx: number, dy: number): Painter {
  const points = (given: readonly number[]) => given.map((value, at) => value + (at % 2 === 0 ? dx : dy));
  return {
    ...painter,
    rect: (x, y, w, h, look, radius) => painter.rect(x + dx, y + dy, w, h, look, radius),
    circle: (x, y, radius, look) => painter.circle(x + dx, y + dy, radius, look),
    path: (given, look, closed) => painter.path(points(given), look, closed),
    text: (words, x, y, look) => painter.text(words, x + dx, y + dy, look),
    inside: (x, y, w, h, draw) => painter.inside(x + dx, y + dy, w, h, draw),
  };
}

function drawNames(painter: Painter, layout: Layout): void {
  const look = { fill: paperPalette.ink, size: 12 };
  painter.rect(0, 0, namesWidth, layout.height, { fill: paperPalette.sunken });
  for (const { lane, top, height } of layout.lanes) {
    painter.text(cutTo(painter, lane.name, look, namesWidth - 16), 8, top + 16, look);
    painter.rect(0, top + height - 1, namesWidth, 1, { fill: paperPalette.rule });
  }
}

const heading = ({ kind, window, undatedCount }: Shown): string => {
  const [from, to] = [window.from, window.to].map((day) => describeEdtf(dateOfDay(Math.round(day))));
  const left = undatedCount === 0 ? '' : `; ${undatedCount.toLocaleString('en')} without a date not drawn`;
  return `Timeline by ${kind}, ${from} to ${to}${left}`;
};

/** What is drawn, and how large it is. */
function prepared(shown: Shown) {
  const field = width - namesWidth;
  const layout = layOut(lanesIn(shown), steppedScale(pxPerDayOf(shown.window, field)), shown.shapes);
  const top = titleHeight + axisHeight;
  return { layout, field, top, height: top + Math.max(layout.height, 20) };
}

function drawAll(
  painter: Painter,
  shown: Shown,
  { layout, field, top, height }: ReturnType<typeof prepared>,
): void {
  const { window, timeline, today } = shown;
  const palette = paperPalette;
  painter.rect(0, 0, width, height, { fill: palette.paper });
  painter.text(heading(shown), 8, titleHeight / 2, { fill: palette.ink, size: 14, weight: 600 });
  const right = shifted(painter, namesWidth, titleHeight);
  right.inside(0, 0, field, axisHeight, () => drawAxis(right, { window, width: field, palette }, axisHeight));
  drawNames(shifted(painter, 0, top), layout);
  const lower = shifted(painter, namesWidth, top);
  const scene = { timeline, layout, window, palette, today, active: null, activeLane: -1, hovered: null };
  lower.inside(0, 0, field, layout.height, () =>
    drawLanes(lower, { ...scene, width: field, top: 0, height: layout.height }),
  );
}

/** The time in view with every lane that has something in it, as the text of an SVG file. */
export function timelineDrawing(shown: Shown): string {
  const { painter, file } = svgPainter();
  const all = prepared(shown);
  drawAll(painter, shown, all);
  return file(width, all.height);
}

/** Chromium draws no canvas that is longer than this on a side. */
const longestSide = 16_384;

/** The same as a picture, twice as large where that is possible; in the window's own letters, which a file may not have. */
export function timelinePicture(shown: Shown): HTMLCanvasElement {
  const all = prepared(shown);
  const scale = Math.min(2, longestSide / all.height);
  const canvas = document.createElement('canvas');
  canvas.width = Math.round(width * scale);
  canvas.height = Math.round(all.height * scale);
  const context = canvas.getContext('2d');
  if (!context) throw new Error('There is no canvas to draw on.');
  context.scale(scale, scale);
  drawAll(canvasPainter(context), shown, all);
  return canvas;
}
