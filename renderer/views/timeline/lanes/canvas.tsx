import { useLayoutEffect, useRef } from 'react';
import { canvasPainter } from '../drawing/canvas-painter';
import type { Painter } from '../drawing/painter';

export interface CanvasProps {
  /** CSS pixels. */
  readonly width: number;
  readonly height: number;
  /** Draws everything; it is called whenever it is another function, or the size is another. */
  readonly draw: (painter: Painter) => void;
}

/** A canvas as sharp as the screen; what it shows has to be said elsewhere for those who do not see it. */
export function Canvas({ width, height, draw }: CanvasProps) {
  const ref = useRef<HTMLCanvasElement>(null);
  useLayoutEffect(() => {
    const canvas = ref.current;
    const context = canvas?.getContext('2d');
    if (!canvas || !context || width <= 0 || height <= 0) return;
    const scale = window.devicePixelRatio;
    const [wide, high] = [Math.round(width * scale), Math.round(height * scale)];
    // Setting the size again would cost as much as drawing.
    if (canvas.width !== wide) canvas.width = wide;
    if (canvas.height !== high) canvas.height = high;
    context.setTransform(scale, 0, 0, scale, 0, 0);
    draw(canvasPainter(context));
  }, [width, height, draw]);
  return <canvas ref={ref} aria-hidden className="block" style={{ width, height }} />;
}
