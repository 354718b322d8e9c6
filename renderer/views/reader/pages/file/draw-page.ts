/** One page on a canvas, and its words with their places, for what is painted over it. */
import type { PDFPageProxy } from 'pdfjs-dist';
import type { Box, DrawnText } from '../words-on-page';
import type { OpenPages } from './open-pages';

/** More pixels than this are not drawn: a large page is then a little less sharp. */
const mostPixels = 16_000_000;

type Viewport = ReturnType<PDFPageProxy['getViewport']>;

/** Draws a page into a canvas as wide as `width` CSS pixels; `cancel` ends that. */
export function drawPage(
  page: PDFPageProxy,
  canvas: HTMLCanvasElement,
  width: number,
): { readonly done: Promise<void>; readonly cancel: () => void } {
  const whole = page.getViewport({ scale: 1 });
  const wanted = (width / whole.width) * window.devicePixelRatio;
  const scale = Math.min(wanted, Math.sqrt(mostPixels / (whole.width * whole.height)));
  const viewport = page.getViewport({ scale });
  canvas.width = Math.round(viewport.width);
  canvas.height = Math.round(viewport.height);
  // The page's own forms and marks are drawn, but nothing in them can be pressed.
  const task = page.render({ canvas, viewport, background: '#ffffff' });
  return { done: task.promise, cancel: () => task.cancel() };
}

interface Item {
  readonly str: string;
  readonly dir: string;
  readonly transform: number[];
  readonly width: number;
}

/** The rectangle around a run of words, which may be turned. */
function boxAround(pdfjs: OpenPages['pdfjs'], viewport: Viewport, { transform, width }: Item): Box {
  const [a = 1, b = 0, c = 0, d = 1, x = 0, y = 0] = pdfjs.Util.transform(
    viewport.transform,
    transform,
  ) as number[];
  const along = width / (Math.hypot(a, b) || 1);
  // Letters reach a little below their line.
  const corners = [-0.22, 0.9].flatMap((up) => [
    [x + c * up, y + d * up],
    [x + a * along + c * up, y + b * along + d * up],
  ]);
  const [xs, ys] = [corners.map(([one = 0]) => one), corners.map(([, one = 0]) => one)];
  const [left, top] = [Math.min(...xs), Math.min(...ys)];
  return { left, top, width: Math.max(...xs) - left, height: Math.max(...ys) - top };
}

/** The words of a page in the order they are drawn. */
export async function drawnTexts(
  pdfjs: OpenPages['pdfjs'],
  page: PDFPageProxy,
): Promise<readonly DrawnText[]> {
  const viewport = page.getViewport({ scale: 1 });
  const { items } = await page.getTextContent();
  return items.flatMap((item) =>
    'str' in item && item.str !== ''
      ? [{ text: item.str, box: boxAround(pdfjs, viewport, item as Item), isRightToLeft: item.dir === 'rtl' }]
      : [],
  );
}
