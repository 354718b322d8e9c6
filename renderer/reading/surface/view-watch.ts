import type { Stretch } from '../model/stretch';

export interface ViewWatchOptions {
  readonly visible: () => Stretch;
  /** Length of the text. */
  readonly length: number;
  readonly onVisible: (visible: Stretch) => void;
  /** Told once. */
  readonly onEndReached: () => void;
}

/** Tells which words are in view, once a frame at most. */
export class ViewWatch {
  private frame = 0;
  private endWasReached = false;

  constructor(private readonly options: ViewWatchOptions) {}

  /** Something scrolled or grew. */
  moved(): void {
    cancelAnimationFrame(this.frame);
    this.frame = requestAnimationFrame(() => this.tell());
  }

  destroy(): void {
    cancelAnimationFrame(this.frame);
  }

  private tell(): void {
    const { visible, length, onVisible, onEndReached } = this.options;
    const now = visible();
    onVisible(now);
    if (this.endWasReached || now.end < length) return;
    this.endWasReached = true;
    onEndReached();
  }
}
