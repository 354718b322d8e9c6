/** What of the text is in the window, and bringing other words into it. Knows blocks and scrolling, not passages. */
import { utf16Units } from '../../../shared/text/offsets';
import type { Stretch } from '../model/stretch';
import { leafAt } from '../model/text-model';
import { offsetAtPixel, rangeOfStretch, type ShownText } from './dom-points';

/** Words this near to the upper or lower edge (CSS pixels) are brought further in. */
const edgePx = 48;
/** Blocks that come near take their true height: what was scrolled to is looked for again this often. */
const settlingSteps = 4;

export class SurfaceView {
  constructor(
    private readonly shown: ShownText,
    private readonly blockElements: readonly HTMLElement[],
    private readonly scroller: HTMLElement,
  ) {}

  /** The stretch of text in view; of a block that is partly in view, that part. */
  visibleStretch(): Stretch {
    const { top, bottom } = this.scroller.getBoundingClientRect();
    const first = this.firstBlock((rect) => rect.bottom > top);
    const last = Math.max(first, this.firstBlock((rect) => rect.top >= bottom) - 1);
    return {
      start: utf16Units(this.edgeOf(first, top, 'top')),
      end: utf16Units(this.edgeOf(last, bottom, 'bottom')),
    };
  }

  /** The rectangles of a stretch's lines in the window; none while its blocks are not drawn. */
  rectsOf(stretch: Stretch): readonly DOMRect[] {
    const rects = [...(rangeOfStretch(this.shown, stretch)?.getClientRects() ?? [])];
    return rects.filter(({ width, height }) => width > 0 || height > 0);
  }

  /** Brings words into view when they are not, in the middle; long passages by their beginning. */
  reveal(stretch: Stretch, step = 0): void {
    const leaf = leafAt(this.shown.model, stretch.start);
    const element = leaf && this.shown.leafElements[leaf.index];
    if (!element) return;
    const rect = this.rectsOf(stretch)[0] ?? element.getBoundingClientRect();
    const view = this.scroller.getBoundingClientRect();
    const above = rect.top < view.top + edgePx;
    const below = Math.min(rect.bottom, rect.top + edgePx) > view.bottom - edgePx;
    if (above || below) this.scroller.scrollTop += rect.top - view.top - view.height * 0.36;
    if (step < settlingSteps && (above || below)) requestAnimationFrame(() => this.reveal(stretch, step + 1));
  }

  /** Keeps the end that moves in view, with the least scrolling. */
  follow(offset: number): void {
    const stretch = { start: utf16Units(Math.max(0, offset - 1)), end: utf16Units(offset) };
    const rect = this.rectsOf(stretch)[0];
    if (!rect) return this.reveal(stretch);
    const view = this.scroller.getBoundingClientRect();
    if (rect.top < view.top + edgePx) this.scroller.scrollTop += rect.top - view.top - edgePx;
    else if (rect.bottom > view.bottom - edgePx)
      this.scroller.scrollTop += rect.bottom - view.bottom + edgePx;
  }

  private firstBlock(isPast: (rect: DOMRect) => boolean): number {
    let low = 0;
    let high = this.blockElements.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      const rect = this.blockElements[middle]?.getBoundingClientRect();
      if (rect && isPast(rect)) high = middle;
      else low = middle + 1;
    }
    return low;
  }

  private edgeOf(index: number, viewEdge: number, side: 'top' | 'bottom'): number {
    const { leaves, text } = this.shown.model;
    const block = this.blockElements[index];
    const own = leaves.filter(({ path }) => path[0] === index);
    const whole = (side === 'top' ? own[0]?.start : own.at(-1)?.end) ?? (side === 'top' ? text.length : 0);
    const rect = block?.getBoundingClientRect();
    if (!block || !rect) return whole;
    const isCut = side === 'top' ? rect.top < viewEdge : rect.bottom > viewEdge;
    // Looking for the word at the edge costs a layout: it is worth it in a block that fills much of the view.
    if (!isCut || rect.height < this.scroller.clientHeight / 2) return whole;
    const x = side === 'top' ? rect.left + edgePx / 4 : rect.right - edgePx / 4;
    const probed = offsetAtPixel(this.shown, x, side === 'top' ? viewEdge + 2 : viewEdge - 2);
    const inBlock = probed !== null && own.some(({ start, end }) => start <= probed && probed <= end);
    return inBlock ? probed : whole;
  }
}
