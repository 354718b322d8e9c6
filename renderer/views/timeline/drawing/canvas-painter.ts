/** Draws on a canvas. Widths of words are measured once. */
import { fontOf, isRightToLeft, type Look, type Painter, type TextLook } from './painter';

const widths = new Map<string, number>();
/** More titles than a large notebook shows; then the memory begins anew. */
const widthsKept = 50_000;

function measured(context: CanvasRenderingContext2D, words: string, font: string): number {
  const key = `${font} ${words}`;
  const known = widths.get(key);
  if (known !== undefined) return known;
  if (widths.size > widthsKept) widths.clear();
  context.font = font;
  const { width } = context.measureText(words);
  widths.set(key, width);
  return width;
}

function paint(
  context: CanvasRenderingContext2D,
  { fill, stroke, width = 1, dash = [], alpha = 1 }: Look,
): void {
  context.globalAlpha = alpha;
  if (fill !== undefined) {
    context.fillStyle = fill;
    context.fill();
  }
  if (stroke === undefined) return;
  context.strokeStyle = stroke;
  context.lineWidth = width;
  context.setLineDash([...dash]);
  context.stroke();
}

const aligns = { left: 'left', right: 'right', centre: 'center' } as const;

function write(context: CanvasRenderingContext2D, words: string, x: number, y: number, look: TextLook): void {
  context.globalAlpha = look.alpha ?? 1;
  context.fillStyle = look.fill;
  context.font = fontOf(look);
  context.textAlign = aligns[look.align ?? 'left'];
  context.textBaseline = 'middle';
  context.direction = isRightToLeft(words) ? 'rtl' : 'ltr';
  context.fillText(words, x, y);
}

/** A painter on a canvas, in its CSS pixels. */
export function canvasPainter(context: CanvasRenderingContext2D): Painter {
  return {
    rect: (x, y, width, height, look, radius = 0) => {
      context.beginPath();
      if (radius > 0) context.roundRect(x, y, width, height, radius);
      else context.rect(x, y, width, height);
      paint(context, look);
    },
    circle: (x, y, radius, look) => {
      context.beginPath();
      context.arc(x, y, radius, 0, 2 * Math.PI);
      paint(context, look);
    },
    path: (points, look, closed = false) => {
      context.beginPath();
      for (let at = 0; at < points.length; at += 2) context.lineTo(points[at] ?? 0, points[at + 1] ?? 0);
      if (closed) context.closePath();
      paint(context, look);
    },
    text: (words, x, y, look) => write(context, words, x, y, look),
    measure: (words, look) => measured(context, words, fontOf(look)),
    inside: (x, y, width, height, draw) => {
      context.save();
      context.beginPath();
      context.rect(x, y, width, height);
      context.clip();
      draw();
      context.restore();
    },
  };
}
