/**
 * What is selected on the surface. It stays selected while the focus is in a picker or a comment, and is painted then,
 * because the browser paints its own selection only where the focus is.
 */
import { selectedWords } from '../model/selected-words';
import type { Stretch } from '../model/stretch';
import { readSelection, type ShownText, writeSelection } from './dom-points';
import type { SurfaceHighlights } from './surface-highlights';

const isSame = (a: Stretch | null, b: Stretch | null): boolean => a?.start === b?.start && a?.end === b?.end;

export class SurfaceSelection {
  private words: Stretch | null = null;
  private pointerIsDown = false;
  /** Where the last caret was: the keyboard begins there. */
  private lastCaret: number | null = null;

  constructor(
    private readonly shown: ShownText,
    private readonly highlights: SurfaceHighlights,
    private readonly onChange: (words: Stretch | null) => void,
    signal: AbortSignal,
  ) {
    document.addEventListener('selectionchange', () => this.follow(), { signal });
    shown.root.addEventListener('pointerdown', (event) => this.press(event), { signal });
    shown.root.addEventListener('focus', () => this.restore(), { signal });
    window.addEventListener('pointerup', () => this.release(), { signal });
    window.addEventListener('pointercancel', () => this.release(), { signal });
  }

  get current(): Stretch | null {
    return this.words;
  }

  get caret(): number | null {
    return this.lastCaret;
  }

  /** Selects words, or nothing. */
  set(stretch: Stretch | null): void {
    if (stretch) writeSelection(this.shown, stretch.start, stretch.end);
    else if (readSelection(this.shown)) document.getSelection()?.removeAllRanges();
    this.take(stretch);
  }

  /** Puts the caret somewhere without selecting: the keyboard goes on from there. */
  placeCaret(offset: number): void {
    this.lastCaret = offset;
    this.set(null);
  }

  /** Keeps the browser's selection on its words while their nodes are replaced. */
  whileRepainting(repaint: () => void): void {
    const before = readSelection(this.shown);
    repaint();
    if (!before) return;
    const after = readSelection(this.shown);
    if (after?.anchor !== before.anchor || after.focus !== before.focus) {
      writeSelection(this.shown, before.anchor, before.focus);
    }
  }

  private press({ button, shiftKey }: PointerEvent): void {
    if (button !== 0) return;
    this.pointerIsDown = true;
    // Else the browser would begin to drag the words that are selected, instead of selecting some of them.
    if (!shiftKey && this.words) document.getSelection()?.removeAllRanges();
  }

  /** A field that had the focus took the browser's selection with it. */
  private restore(): void {
    if (this.words && !this.pointerIsDown && !readSelection(this.shown)) this.set(this.words);
  }

  private release(): void {
    if (!this.pointerIsDown) return;
    this.pointerIsDown = false;
    // The browser drops a selection that was clicked upon after this event.
    setTimeout(() => this.follow());
  }

  private follow(): void {
    if (this.pointerIsDown) return;
    const selection = readSelection(this.shown);
    if (!selection) {
      this.highlights.set('reading-kept', this.words);
      return;
    }
    this.lastCaret = selection.focus;
    this.take(selectedWords(this.shown.model.text, selection.anchor, selection.focus));
  }

  private take(words: Stretch | null): void {
    const isOnSurface = readSelection(this.shown) !== null;
    this.highlights.set('reading-kept', isOnSurface ? null : words);
    if (isSame(words, this.words)) return;
    this.words = words;
    this.onChange(words);
  }
}
