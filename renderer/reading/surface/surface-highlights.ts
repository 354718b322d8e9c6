/**
 * Words painted without changing the document (CSS Custom Highlight API): the selection while the focus is elsewhere,
 * words that a search landed on, ends being changed. They are kept as offsets, because a repainted leaf has new nodes.
 */
import type { Stretch } from '../model/stretch';
import { rangeOfStretch, type ShownText } from './dom-points';

export type HighlightName =
  | 'reading-kept'
  | 'reading-parts'
  | 'reading-found'
  | 'reading-draft'
  | 'reading-cue'
  | 'find-matches'
  | 'find-match';

export const canHighlight = 'highlights' in CSS && typeof Highlight === 'function';

export class SurfaceHighlights {
  private readonly shownStretches = new Map<HighlightName, readonly Stretch[]>();

  constructor(private readonly shown: ShownText) {}

  /** Paints one stretch under a name, or nothing any more. */
  set(name: HighlightName, stretch: Stretch | null): void {
    this.setAll(name, stretch ? [stretch] : []);
  }

  /** Paints several stretches under a name. */
  setAll(name: HighlightName, stretches: readonly Stretch[]): void {
    if (stretches.length > 0) this.shownStretches.set(name, stretches);
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
    const stretches = this.shownStretches.get(name) ?? [];
    const ranges = stretches.map((one) => rangeOfStretch(this.shown, one)).filter((range) => range !== null);
    if (ranges.length === 0) return void CSS.highlights.delete(name);
    const highlight = new Highlight(...ranges);
    // The match that is meant lies over the others, whichever was painted last.
    if (name === 'find-match') highlight.priority = 1;
    CSS.highlights.set(name, highlight);
  }
}
