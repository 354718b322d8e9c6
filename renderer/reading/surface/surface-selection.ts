/**
 * What is selected on the surface: words, and parts that were kept beside them. It stays selected while the focus is in a
 * picker or a comment, and is painted then, because the browser paints its own selection only where the focus is.
 */
import { selectedWords } from '../model/selected-words';
import type { Stretch } from '../model/stretch';
import { KeptParts } from '../parts/kept-parts';
import { readSelection, type ShownText, writeSelection } from './dom-points';
import type { SurfaceHighlights } from './surface-highlights';

const isSame = (a: Stretch | null, b: Stretch | null): boolean => a?.start === b?.start && a?.end === b?.end;

const isMac = navigator.platform.startsWith('Mac');

export class SurfaceSelection {
  private words: Stretch | null = null;
  private readonly parts = new KeptParts();
  private pointerIsDown = false;
  /** Something has been selected since the text is here; asking the browser makes it work out all styles. */
  private wasSelected = false;
  /** Where the last caret was: the keyboard begins there. */
  private lastCaret: number | null = null;

  constructor(
    private readonly shown: ShownText,
    private readonly highlights: SurfaceHighlights,
    private readonly onChange: (words: Stretch | null, kept: readonly Stretch[]) => void,
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

  /** Parts that are kept beside the words that are selected now. */
  get kept(): readonly Stretch[] {
    return this.parts.all;
  }

  get caret(): number | null {
    return this.lastCaret;
  }

  /** Selects words, or nothing. */
  set(stretch: Stretch | null): void {
    this.wasSelected = true;
    if (stretch) writeSelection(this.shown, stretch.start, stretch.end);
    else if (readSelection(this.shown)) document.getSelection()?.removeAllRanges();
    this.take(stretch);
  }

  /** Puts the caret somewhere without selecting: the keyboard goes on from there. */
  placeCaret(offset: number): void {
    this.lastCaret = offset;
    this.set(null);
  }

  /** Keeps the selected words as a part; the keyboard goes on behind them. False where there are none. */
  keep(): boolean {
    const { words } = this;
    if (!words) return false;
    this.parts.keep(words, 'steps');
    this.placeCaret(words.end);
    return true;
  }

  /** Something was said about what is selected. */
  settle(): void {
    this.parts.settle();
  }

  /** Nothing is selected and nothing is kept any more. */
  giveUp(): void {
    this.changeParts(() => this.parts.giveUp());
    this.set(null);
  }

  /** A passage is meant now, not words: what the mouse had collected goes, what was kept by steps stays. */
  leave(): void {
    this.changeParts(() => this.parts.pressed());
    this.set(null);
  }

  /** Keeps the browser's selection on its words while their nodes are replaced. */
  whileRepainting(repaint: () => void): void {
    const before = this.wasSelected ? readSelection(this.shown) : null;
    repaint();
    if (!before) return;
    const after = readSelection(this.shown);
    if (after?.anchor !== before.anchor || after.focus !== before.focus) {
      writeSelection(this.shown, before.anchor, before.focus);
    }
  }

  private press({ button, shiftKey, ctrlKey, metaKey }: PointerEvent): void {
    if (button !== 0) return;
    this.pointerIsDown = true;
    if (shiftKey) return;
    const adds = isMac ? metaKey : ctrlKey;
    this.changeParts(() => (adds ? this.parts.keep(this.words, 'strokes') : this.parts.pressed()));
    // Else the browser would begin to drag the words that are selected, instead of selecting some of them.
    if (this.words) document.getSelection()?.removeAllRanges();
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

  /** Takes what is selected now: the browser tells of it only after the keys that were pressed meanwhile. */
  follow(): void {
    this.wasSelected = true;
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
    this.parts.changed();
    this.tell();
  }

  private changeParts(change: () => void): void {
    const before = this.parts.all;
    change();
    if (this.parts.all !== before && (before.length > 0 || this.parts.all.length > 0)) this.tell();
  }

  private tell(): void {
    this.highlights.setAll('reading-parts', this.parts.all);
    this.onChange(this.words, this.parts.all);
  }
}
