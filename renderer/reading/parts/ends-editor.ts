/**
 * Changing the ends of one part of a passage: two handles to drag, and the arrow keys. It shows a draft; which of several
 * parts is meant, saving and leaving are its owner's.
 */
import { utf16Units } from '../../../shared/text/offsets';
import { selectedWords } from '../model/selected-words';
import type { Stretch } from '../model/stretch';
import { extendByCharacter, moveEdgeByWord } from '../model/word-movement';
import { offsetAtPixel, type ShownText } from '../surface/dom-points';
import { readingDirection } from '../surface/surface-keys';
import type { SurfaceView } from '../surface/surface-view';

export interface EndsOptions {
  readonly shown: ShownText;
  readonly view: SurfaceView;
  /** Handles are placed in it; it scrolls with the text. */
  readonly layer: HTMLElement;
  readonly scroller: HTMLElement;
  readonly draft: Stretch;
  readonly onDraft: (draft: Stretch) => void;
  /** A handle is pressed: this is the part that is meant. */
  readonly onPress: () => void;
}

type End = 'start' | 'end';

export class EndsEditor {
  private draft: Stretch;
  private readonly handles: Readonly<Record<End, HTMLElement>>;
  private dragging = new AbortController();

  constructor(private readonly options: EndsOptions) {
    this.draft = options.draft;
    this.handles = { start: this.createHandle('start'), end: this.createHandle('end') };
    this.place();
  }

  /** Shows whether this is the part that the keys move. */
  setActive(isActive: boolean): void {
    for (const handle of Object.values(this.handles)) handle.toggleAttribute('data-other', !isActive);
  }

  /** Arrow keys move the end, with Shift the start; by a word, with Control by a letter. True when it was its key. */
  handle(event: KeyboardEvent): boolean {
    if (event.key !== 'ArrowLeft' && event.key !== 'ArrowRight') return false;
    const end: End = event.shiftKey ? 'start' : 'end';
    const side = event.key === 'ArrowLeft' ? 'left' : 'right';
    const focus = this.draft[end];
    const cursor = { anchor: this.draft[end === 'start' ? 'end' : 'start'], focus };
    const direction = readingDirection(this.options.shown, focus, side);
    const { model } = this.options.shown;
    const byLetter = event.ctrlKey || event.metaKey;
    this.move(
      end,
      byLetter ? extendByCharacter(model, cursor, direction).focus : moveEdgeByWord(model, cursor, direction),
    );
    this.options.view.follow(this.draft[end]);
    return true;
  }

  /** Puts the handles at the ends, after the layout has changed. */
  place(): void {
    const rects = this.options.view.rectsOf(this.draft);
    const origin = this.options.layer.getBoundingClientRect();
    this.placeHandle(this.handles.start, origin, rects[0], 'start');
    this.placeHandle(this.handles.end, origin, rects.at(-1), 'end');
  }

  destroy(): void {
    this.dragging.abort();
    this.handles.start.remove();
    this.handles.end.remove();
  }

  private move(end: End, to: number): void {
    const other = this.draft[end === 'start' ? 'end' : 'start'];
    if (end === 'start' ? to >= other : to <= other) return;
    const next =
      end === 'start' ? { start: utf16Units(to), end: other } : { start: other, end: utf16Units(to) };
    if (!selectedWords(this.options.shown.model.text, next.start, next.end)) return;
    this.draft = next;
    this.place();
    this.options.onDraft(next);
  }

  private createHandle(end: End): HTMLElement {
    const handle = document.createElement('div');
    handle.className = 'end-handle';
    handle.dataset['end'] = end;
    handle.addEventListener('pointerdown', (event) => this.drag(event, end));
    this.options.layer.append(handle);
    return handle;
  }

  private drag(event: PointerEvent, end: End): void {
    event.preventDefault();
    this.options.onPress();
    this.dragging.abort();
    this.dragging = new AbortController();
    const until = { signal: this.dragging.signal };
    // While dragging, the handles let the words below them be hit.
    this.options.layer.dataset['dragging'] = '';
    until.signal.addEventListener('abort', () => delete this.options.layer.dataset['dragging']);
    window.addEventListener('pointermove', (moved) => this.dragTo(moved, end), until);
    window.addEventListener('pointerup', () => this.dragging.abort(), until);
  }

  private dragTo({ clientX, clientY }: PointerEvent, end: End): void {
    const view = this.options.scroller.getBoundingClientRect();
    if (clientY < view.top + 24) this.options.scroller.scrollTop -= 16;
    if (clientY > view.bottom - 24) this.options.scroller.scrollTop += 16;
    const offset = offsetAtPixel(this.options.shown, clientX, clientY);
    if (offset !== null) this.move(end, offset);
  }

  private placeHandle(handle: HTMLElement, origin: DOMRect, rect: DOMRect | undefined, end: End): void {
    handle.hidden = rect === undefined;
    if (!rect) return;
    const isRightToLeft = readingDirection(this.options.shown, this.draft[end], 'left') === 'forward';
    const x = (end === 'start') === isRightToLeft ? rect.right : rect.left;
    handle.style.insetInlineStart = 'auto';
    handle.style.left = `${x - origin.left}px`;
    handle.style.top = `${rect.top - origin.top}px`;
    handle.style.height = `${rect.height}px`;
  }
}
