/**
 * Shows which stretches are one passage: while a passage in several parts is meant or pointed at, all of its words are
 * lit, and a dotted line leads from part to part – along the line they share, else down the margin.
 */
import type { Stretch } from '../model/stretch';
import type { ShownText } from '../surface/dom-points';
import { readingDirection } from '../surface/surface-keys';
import type { SurfaceView } from '../surface/surface-view';

interface PassageParts {
  readonly id: string;
  readonly parts: readonly Stretch[];
}

/** From the edge of the words to the line in the margin, in CSS pixels. */
const marginPx = 9;

const isSame = (a: readonly string[], b: readonly string[]) => a.join(' ') === b.join(' ');

export class PassageJoints {
  private readonly stop = new AbortController();
  private parts: ReadonlyMap<string, readonly Stretch[]> = new Map();
  private focused: readonly string[] = [];
  private pointedAt: readonly string[] = [];

  constructor(
    private readonly shown: ShownText,
    private readonly layer: HTMLElement,
    private readonly view: SurfaceView,
  ) {
    const until = { signal: this.stop.signal };
    shown.root.addEventListener('pointerover', ({ target }) => this.pointAt(target), until);
    shown.root.addEventListener('pointerleave', () => this.pointAt(null), until);
  }

  setPassages(passages: readonly PassageParts[]): void {
    const inParts = passages.filter(({ parts }) => parts.length > 1);
    this.parts = new Map(inParts.map(({ id, parts }) => [id, parts]));
    this.place();
  }

  setFocused(ids: readonly string[]): void {
    this.focused = ids;
    this.place();
  }

  /** Draws the lines anew, after the layout or the passages have changed. */
  place(): void {
    for (const line of this.layer.querySelectorAll('.passage-joint')) line.remove();
    const shown = new Set([...this.focused, ...this.pointedAt]);
    for (const id of shown) {
      const parts = this.parts.get(id) ?? [];
      parts.slice(1).forEach((part, index) => this.join(parts[index] ?? part, part));
    }
  }

  destroy(): void {
    this.stop.abort();
  }

  private pointAt(target: EventTarget | null): void {
    const mark = target instanceof Element ? target.closest<HTMLElement>('mark') : null;
    const ids = (mark?.dataset['annotations'] ?? '').split(' ').filter((id) => this.parts.has(id));
    if (isSame(ids, this.pointedAt)) return;
    this.pointedAt = ids;
    const { root } = this.shown;
    for (const lit of root.querySelectorAll<HTMLElement>('mark[data-pointed]')) delete lit.dataset['pointed'];
    for (const id of ids) {
      const marks = root.querySelectorAll<HTMLElement>(`mark[data-annotations~="${CSS.escape(id)}"]`);
      for (const one of marks) one.dataset['pointed'] = '';
    }
    this.place();
  }

  private join(before: Stretch, after: Stretch): void {
    const from = this.view.rectsOf(before).at(-1);
    const to = this.view.rectsOf(after)[0];
    if (!from || !to) return;
    const origin = this.layer.getBoundingClientRect();
    const line = document.createElement('div');
    line.className = 'passage-joint';
    // The margin is the one where the lines of the text begin.
    line.dir = readingDirection(this.shown, before.start, 'left') === 'forward' ? 'rtl' : 'ltr';
    const isOneLine = Math.abs(from.top - to.top) < from.height / 2;
    if (isOneLine) {
      const left = Math.min(from.right, to.right);
      line.dataset['along'] = '';
      line.style.left = `${left - origin.left}px`;
      line.style.top = `${Math.max(from.bottom, to.bottom) - origin.top}px`;
      line.style.width = `${Math.max(0, Math.max(from.left, to.left) - left)}px`;
    } else {
      const top = from.top + from.height / 2;
      line.style.insetInlineStart = `${-marginPx}px`;
      line.style.top = `${top - origin.top}px`;
      line.style.height = `${Math.max(0, to.top + to.height / 2 - top)}px`;
    }
    this.layer.append(line);
  }
}
