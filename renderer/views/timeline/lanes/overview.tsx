/** The whole span in a strip: how many events there are when, and the window that is shown, to be drawn, moved and stretched. */
import { type KeyboardEvent, type PointerEvent, useCallback, useMemo, useRef } from 'react';
import { dateOfDay } from '../../../../shared/dates/calendar';
import { describeEdtf } from '../../../../shared/dates/describe-edtf';
import { labelled } from '../drawing/draw-lanes';
import type { Painter } from '../drawing/painter';
import type { Palette } from '../drawing/palette';
import { densityOf } from '../model/density';
import type { MarkShape } from '../model/mark-shape';
import { ticksOf } from '../model/time-ticks';
import { fitted, kept, moved, type TimeWindow } from '../model/time-window';
import { Canvas } from './canvas';
import { useSize, useWheel } from './use-surroundings';

interface OverviewProps {
  readonly shapes: readonly (MarkShape | null)[];
  readonly extent: TimeWindow;
  readonly window: TimeWindow;
  readonly palette: Palette;
  readonly onChange: (window: TimeWindow) => void;
  readonly onZoom: (event: WheelEvent, day: number) => void;
}

const height = 46;
const barWidth = 3;
const axisHeight = 14;
/** CSS pixels around an edge in which it is taken hold of. */
const grip = 6;

function drawDensity(
  painter: Painter,
  {
    density,
    all,
    width,
    palette,
  }: {
    readonly density: readonly number[];
    readonly all: TimeWindow;
    readonly width: number;
    readonly palette: Palette;
  },
): void {
  painter.rect(0, 0, width, height, { fill: palette.sunken });
  const most = Math.max(...density, 1);
  const room = height - axisHeight - 4;
  density.forEach((count, index) => {
    if (count <= 0) return;
    // The root keeps few events visible beside many.
    const high = Math.max(1, Math.sqrt(count / most) * room);
    painter.rect(index * barWidth, height - axisHeight - high, barWidth - 0.5, high, {
      fill: palette.faint,
      alpha: 0.75,
    });
  });
  const xOf = (day: number) => ((day - all.from) / (all.to - all.from)) * width;
  for (const { x, label } of labelled(painter, ticksOf(all, width), xOf, 10)) {
    painter.path([x, height - axisHeight, x, height], { stroke: palette.rule });
    painter.text(label, x + 3, height - axisHeight / 2, { fill: palette.muted, size: 10 });
  }
}

interface EdgeProps {
  readonly label: string;
  readonly day: number;
  readonly all: TimeWindow;
  readonly x: number;
  readonly onMove: (share: number) => void;
}

const steps: Readonly<Record<string, number>> = {
  ArrowLeft: -0.01,
  ArrowRight: 0.01,
  ArrowDown: -0.01,
  ArrowUp: 0.01,
  PageDown: -0.1,
  PageUp: 0.1,
  Home: -1,
  End: 1,
};

/** One end of the window, for the keyboard: a step is a hundredth of the whole span, or a day. */
function Edge({ label, day, all, x, onMove }: EdgeProps) {
  const press = (event: KeyboardEvent) => {
    const step = steps[event.key];
    if (step === undefined) return;
    event.preventDefault();
    onMove(step);
  };
  return (
    <div
      role="slider"
      tabIndex={0}
      aria-label={label}
      aria-valuemin={Math.floor(all.from)}
      aria-valuemax={Math.ceil(all.to)}
      aria-valuenow={Math.round(day)}
      aria-valuetext={describeEdtf(dateOfDay(Math.round(day)))}
      onKeyDown={press}
      className="absolute inset-y-0 w-1.5 -ms-[3px] rounded-sm bg-accent cursor-ew-resize"
      style={{ left: x }}
    />
  );
}

type Hold = 'from' | 'to' | 'all' | 'new';

interface Drag {
  readonly hold: Hold;
  readonly day: number;
  readonly before: TimeWindow;
}

/** What a window becomes when it is held somewhere and the hand goes to a day. */
function dragged({ hold, day, before }: Drag, to: number, extent: TimeWindow): TimeWindow {
  if (hold === 'all') return moved(before, to - day, extent);
  const fixed = hold === 'from' ? before.to : hold === 'to' ? before.from : day;
  return kept({ from: Math.min(fixed, to), to: Math.max(fixed, to) }, extent);
}

function useDrag(
  { window, extent, onChange }: OverviewProps,
  dayAt: (clientX: number) => number,
  pxPerDay: number,
) {
  const drag = useRef<Drag | null>(null);
  const holdAt = (day: number): Hold => {
    const near = (edge: number) => Math.abs(day - edge) * pxPerDay <= grip;
    if (near(window.from)) return 'from';
    if (near(window.to)) return 'to';
    return day > window.from && day < window.to ? 'all' : 'new';
  };
  return {
    onPointerDown: (event: PointerEvent<HTMLElement>) => {
      if (event.button !== 0) return;
      event.currentTarget.setPointerCapture(event.pointerId);
      const day = dayAt(event.clientX);
      drag.current = { hold: holdAt(day), day, before: window };
    },
    onPointerMove: ({ clientX }: PointerEvent<HTMLElement>) => {
      if (drag.current) onChange(dragged(drag.current, dayAt(clientX), extent));
    },
    onPointerUp: () => {
      drag.current = null;
    },
  };
}

export function Overview(props: OverviewProps) {
  const { shapes, extent, window, palette, onChange, onZoom } = props;
  const ref = useRef<HTMLDivElement>(null);
  const { width } = useSize(ref);
  const all = useMemo(() => fitted(extent), [extent]);
  const density = useMemo(
    () => densityOf(shapes, all, Math.max(1, Math.floor(width / barWidth))),
    [shapes, all, width],
  );
  const draw = useCallback(
    (painter: Painter) => drawDensity(painter, { density, all, width, palette }),
    [density, all, width, palette],
  );
  const length = all.to - all.from;
  const dayAt = (clientX: number) =>
    all.from + ((clientX - (ref.current?.getBoundingClientRect().left ?? 0)) / Math.max(width, 1)) * length;
  const xOf = (day: number) => Math.min(Math.max(((day - all.from) / length) * width, 0), width);
  const hand = useDrag(props, dayAt, width / length);
  useWheel(ref, (event) => {
    onZoom(event, dayAt(event.clientX));
    return true;
  });
  // A day at least, or it would say the same day again.
  const days = (share: number) => Math.sign(share) * Math.max(1, Math.abs(share) * length);
  const stretch = (edge: 'from' | 'to') => (share: number) =>
    onChange(
      kept({ ...window, [edge]: Math.min(Math.max(window[edge] + days(share), all.from), all.to) }, extent),
    );
  const [left, right] = [xOf(window.from), xOf(window.to)];
  return (
    <section aria-label="Whole span" className="shrink-0 border-t border-rule">
      <div ref={ref} data-overview className="relative touch-none" style={{ height }} {...hand}>
        <Canvas width={width} height={height} draw={draw} />
        <div
          className="absolute inset-y-0 border-y border-accent bg-accent/15 cursor-grab"
          style={{ left, width: Math.max(right - left, 2) }}
        />
        <Edge label="Shown from" day={window.from} all={all} x={left} onMove={stretch('from')} />
        <Edge label="Shown until" day={window.to} all={all} x={right} onMove={stretch('to')} />
      </div>
    </section>
  );
}
