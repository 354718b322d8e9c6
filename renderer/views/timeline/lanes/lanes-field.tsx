/** The canvases of the lanes: the axis above, and the events of what is in view. */
import { useCallback } from 'react';
import { drawAxis, drawLanes, type LanesScene } from '../drawing/draw-lanes';
import type { Painter } from '../drawing/painter';
import type { Palette } from '../drawing/palette';
import type { TimeWindow } from '../model/time-window';
import { Canvas } from './canvas';

export const axisHeight = 26;

interface AxisProps {
  readonly window: TimeWindow;
  readonly width: number;
  readonly palette: Palette;
}

export function Axis({ window, width, palette }: AxisProps) {
  const draw = useCallback(
    (painter: Painter) => drawAxis(painter, { window, width, palette }, axisHeight),
    [window, width, palette],
  );
  return <Canvas width={width} height={axisHeight} draw={draw} />;
}

export function LanesField(scene: LanesScene) {
  const { timeline, layout, window, width, height, top, palette, today, active, activeLane, hovered } = scene;
  const draw = useCallback(
    (painter: Painter) =>
      drawLanes(painter, {
        timeline,
        layout,
        window,
        width,
        height,
        top,
        palette,
        today,
        active,
        activeLane,
        hovered,
      }),
    [timeline, layout, window, width, height, top, palette, today, active, activeLane, hovered],
  );
  return <Canvas width={width} height={height} draw={draw} />;
}
