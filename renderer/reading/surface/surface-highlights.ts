/**
 * Words painted without changing the document (CSS Custom Highlight API): the selection while the focus is elsewhere,
 * words that a search landed on, ends being changed. They are kept as offsets, because a repainted leaf has new nodes.
 */
import type { Stretch } from '../model/stretch';
import { rangeOfStretch, type ShownText } from './dom-points';

export type HighlightName = 'reading-kept' | 'reading-found' | 'reading-draft';

export const canHighlight = 'highlights' in CSS && typeof Highlight === 'function';

export class SurfaceHighlights {
  private readonly shownStretches = new Map<HighlightName, Stretch>();

  constructor(private readonly shown: ShownText) {}

  /** Paints one stretch under a name, or nothing any more. */
  set(name: HighlightName, stretch: Stretch | null): void {
    if (stretch) this.shownStretches.set(name, stretch);
    else this.shownStretches.delete(name);
    this.paint(name);
  }

  /** Paints all again, after leaves were repainted. */
  refresh(): void {
    for (const name of this.shownStretches.keys()) this.paint(name);
  }

  destroy(): void {
    for (const name of this.shownStretches.keys()) this.set(name, null);
  }

  private paint(name: HighlightName): void {
    if (!canHighlight) return;
    const stretch = this.shownStretches.get(name);
    const range = stretch && rangeOfStretch(this.shown, stretch);
    if (range) CSS.highlights.set(name, new Highlight(range));
    else CSS.highlights.delete(name);
  }
}
