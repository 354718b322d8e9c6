/** Paints the matches of a finding on the surface: those near the view, the one that is meant stronger. */
import type { Stretch } from '../model/stretch';
import type { SurfaceHighlights } from './surface-highlights';

export class FoundMatches {
  private matches: readonly Stretch[] = [];
  private current = -1;

  constructor(
    private readonly highlights: SurfaceHighlights,
    private readonly visible: () => Stretch,
  ) {}

  /** In order, none overlapping. */
  show(matches: readonly Stretch[], current: number): void {
    const hadMatches = this.matches.length > 0;
    this.matches = matches;
    this.current = current;
    if (hadMatches || matches.length > 0) this.paint(this.visible());
  }

  /** Other words are in view. */
  follow(visible: Stretch): void {
    if (this.matches.length > 0) this.paint(visible);
  }

  private paint({ start, end }: Stretch): void {
    const margin = end - start;
    const first = this.firstBeyond(start - margin);
    const last = this.firstBeyond(end + margin);
    this.highlights.setAll('find-matches', this.matches.slice(first, last));
    this.highlights.set('find-match', this.matches[this.current] ?? null);
  }

  /** The first match that ends beyond an offset. */
  private firstBeyond(offset: number): number {
    let low = 0;
    let high = this.matches.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if ((this.matches[middle]?.end ?? 0) <= offset) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}
