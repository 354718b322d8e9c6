/** Draws the text of an SVG file that stands alone. */
import { canvasPainter } from './canvas-painter';
import { fontFamily, isRightToLeft, type Look, type Painter, type TextLook } from './painter';

const escape = (words: string): string =>
  words
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('"', '&quot;')
    // XML has no place for these.
    .replace(/[\p{Cc}\ufffe\uffff]/gu, ' ');

const short = (length: number): string => String(Math.round(length * 100) / 100);

function lookOf({ fill = 'none', stroke, width = 1, dash, alpha = 1 }: Look): string {
  const line = stroke === undefined ? '' : ` stroke="${stroke}" stroke-width="${width}"`;
  const dashes = dash && dash.length > 0 ? ` stroke-dasharray="${dash.join(' ')}"` : '';
  return ` fill="${fill}"${line}${dashes}${alpha < 1 ? ` opacity="${short(alpha)}"` : ''}`;
}

function textElement(words: string, x: number, y: number, look: TextLook): string {
  const { fill, size, weight = 400, align = 'left', alpha = 1 } = look;
  const isReversed = isRightToLeft(words);
  // The anchor is where the words begin, which is their right side when they run to the left.
  const anchors = {
    left: isReversed ? 'end' : 'start',
    right: isReversed ? 'start' : 'end',
    centre: 'middle',
  };
  const direction = isReversed ? ' direction="rtl"' : '';
  const opacity = alpha < 1 ? ` opacity="${short(alpha)}"` : '';
  // Few programs know `dominant-baseline`: the middle of the letters is about a third of the size above the line.
  const place = `x="${short(x)}" y="${short(y + size * 0.35)}"`;
  return `<text ${place} font-size="${size}" font-weight="${weight}" fill="${fill}" text-anchor="${anchors[align]}"${direction}${opacity}>${escape(words)}</text>`;
}

/** Who opens the file may not have the window's font; others are up to so much wider. */
const otherLetters = 1.1;

/** A painter, and what gives the file of that size that was drawn. */
export function svgPainter(): {
  readonly painter: Painter;
  readonly file: (width: number, height: number) => string;
} {
  const context = document.createElement('canvas').getContext('2d');
  if (!context) throw new Error('There is no canvas to measure words with.');
  const { measure } = canvasPainter(context);
  const parts: string[] = [];
  let clips = 0;
  const painter: Painter = {
    measure: (words, look) => measure(words, look) * otherLetters,
    rect: (x, y, width, height, look, radius = 0) => {
      const round = radius > 0 ? ` rx="${radius}"` : '';
      parts.push(
        `<rect x="${short(x)}" y="${short(y)}" width="${short(Math.max(0, width))}" height="${short(height)}"${round}${lookOf(look)}/>`,
      );
    },
    circle: (x, y, radius, look) => {
      parts.push(`<circle cx="${short(x)}" cy="${short(y)}" r="${radius}"${lookOf(look)}/>`);
    },
    path: (points, look, closed = false) => {
      const name = closed ? 'polygon' : 'polyline';
      parts.push(`<${name} points="${points.map(short).join(' ')}"${lookOf(look)}/>`);
    },
    text: (words, x, y, look) => {
      parts.push(textElement(words, x, y, look));
    },
    inside: (x, y, width, height, draw) => {
      const id = `inside-${++clips}`;
      const frame = `<rect x="${short(x)}" y="${short(y)}" width="${short(width)}" height="${short(height)}"/>`;
      parts.push(`<clipPath id="${id}">${frame}</clipPath><g clip-path="url(#${id})">`);
      draw();
      parts.push('</g>');
    },
  };
  const file = (width: number, height: number) =>
    `<?xml version="1.0" encoding="UTF-8"?>\n<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" font-family='${fontFamily}'>\n${parts.join('\n')}\n</svg>\n`;
  return { painter, file };
}
