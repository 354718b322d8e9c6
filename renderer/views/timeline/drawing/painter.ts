/** What the timeline is drawn with: the same strokes on the screen's canvas and in an SVG file. Lengths are CSS pixels. */

export interface Look {
  readonly fill?: string;
  readonly stroke?: string;
  /** Of the stroke; 1 when left out. */
  readonly width?: number;
  readonly dash?: readonly number[];
  /** 0 to 1. */
  readonly alpha?: number;
}

export interface TextLook {
  readonly fill: string;
  readonly size: number;
  readonly weight?: number;
  readonly align?: 'left' | 'right' | 'centre';
  readonly alpha?: number;
}

export interface Painter {
  readonly rect: (x: number, y: number, width: number, height: number, look: Look, radius?: number) => void;
  readonly circle: (x: number, y: number, radius: number, look: Look) => void;
  /** Points are x, y, x, y …; `closed` joins the last with the first. */
  readonly path: (points: readonly number[], look: Look, closed?: boolean) => void;
  /** `x` is its left edge, right edge or centre; `y` its middle. */
  readonly text: (words: string, x: number, y: number, look: TextLook) => void;
  /** How wide words are. */
  readonly measure: (words: string, look: Pick<TextLook, 'size' | 'weight'>) => number;
  /** Draws with everything outside of a rectangle left out. */
  readonly inside: (x: number, y: number, width: number, height: number, draw: () => void) => void;
}

export const fontFamily = '"Inter Variable", "Noto Sans", system-ui, sans-serif';

export const fontOf = ({ size, weight = 400 }: Pick<TextLook, 'size' | 'weight'>): string =>
  `${weight} ${size}px ${fontFamily}`;

const rightToLeft = /[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}]/u;

/** The direction in which words are written: that of their first letter. */
export function isRightToLeft(words: string): boolean {
  const letter = /\p{L}/u.exec(words)?.[0];
  return letter !== undefined && rightToLeft.test(letter);
}

/** Words cut to a width, with an ellipsis; '' when not even a few letters fit. */
export function cutTo(
  painter: Painter,
  words: string,
  look: Pick<TextLook, 'size' | 'weight'>,
  width: number,
): string {
  const whole = painter.measure(words, look);
  if (whole <= width) return words;
  const letters = Array.from(words);
  let [low, high] = [0, Math.floor((letters.length * width) / whole) + 2];
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    const fits = painter.measure(`${letters.slice(0, middle).join('')}…`, look) <= width;
    if (fits) low = middle;
    else high = middle - 1;
  }
  return low < 3 ? '' : `${letters.slice(0, low).join('').trimEnd()}…`;
}
