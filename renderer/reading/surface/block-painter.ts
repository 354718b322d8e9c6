/**
 * Paints marks on the blocks near the viewport: a block far away is painted when it comes near, and kept true then. What
 * was painted is known by its key, so that a change touches only the leaves that look different after it.
 */
import { utf16Units } from '../../../shared/text/offsets';
import { type PaintedExclusion, paintKey, type Segment, type SegmentsIn } from '../model/sweep-segments';
import type { Leaf } from '../model/text-model';
import type { ShownText } from './dom-points';
import { renderInlines } from './render-inlines';

export interface PainterOptions {
  readonly shown: ShownText;
  readonly blockElements: readonly HTMLElement[];
  readonly scroller: HTMLElement;
  /** Around every repainting of words that are shown: a selection in them has to be put back. */
  readonly whileRepainting: (repaint: () => void) => void;
  readonly onBringBack: (exclusionId: string) => void;
}

/** Characters that fill a large window: what begins within them is painted with the text, not a frame after it. */
const firstScreen = 6_000;
/** Characters that are painted in one frame, so that none takes long; after a leap the words in view come first. */
const frameful = 6_000;

export class BlockPainter {
  /** Blocks that have been near the viewport: from then on they are kept true. */
  private readonly seen = new Set<HTMLElement>();
  private readonly paintedKeys = new Map<number, string>();
  private readonly leavesOfBlock = new Map<HTMLElement, Leaf[]>();
  private readonly observer: IntersectionObserver;
  private segmentsIn: SegmentsIn = () => [];
  /** Came near and are not painted yet; those that went away again before their turn are left out. */
  private readonly waiting = new Set<HTMLElement>();
  private frame = 0;

  constructor(private readonly options: PainterOptions) {
    const { shown, blockElements, scroller } = options;
    for (const leaf of shown.model.leaves) {
      const block = blockElements[leaf.path[0] ?? 0];
      if (!block) continue;
      if (leaf.start < firstScreen) this.seen.add(block);
      const leaves = this.leavesOfBlock.get(block);
      // Long tables are one block: their leaves are added, not copied.
      if (leaves) leaves.push(leaf);
      else this.leavesOfBlock.set(block, [leaf]);
    }
    this.observer = new IntersectionObserver((entries) => this.follow(entries), {
      root: scroller,
      rootMargin: '100% 0px',
    });
    for (const block of blockElements) this.observer.observe(block);
  }

  /** Shows other passages from now on. */
  setSegments(segmentsIn: SegmentsIn): void {
    this.segmentsIn = segmentsIn;
    this.repaint([...this.seen]);
  }

  /** Shows passages that differ from those before on some leaves only. */
  changeSegments(segmentsIn: SegmentsIn, leaves: readonly Leaf[]): void {
    this.segmentsIn = segmentsIn;
    this.paintLeaves(leaves);
  }

  /** Paints the blocks of some leaves now, near or not: they are about to be shown. */
  paintLeaves(leaves: readonly Leaf[]): void {
    const blocks = new Set(leaves.map((leaf) => this.options.blockElements[leaf.path[0] ?? 0]));
    this.repaint([...blocks].filter((block) => block !== undefined));
  }

  destroy(): void {
    this.observer.disconnect();
    cancelAnimationFrame(this.frame);
  }

  private follow(entries: readonly IntersectionObserverEntry[]): void {
    const { top, bottom } = this.options.scroller.getBoundingClientRect();
    const isInView = ({ boundingClientRect: rect }: IntersectionObserverEntry) =>
      rect.bottom > top && rect.top < bottom;
    const inOrder = [...entries].sort((a, b) => Number(isInView(b)) - Number(isInView(a)));
    for (const { target, isIntersecting } of inOrder) {
      if (!(target instanceof HTMLElement)) continue;
      if (isIntersecting && !this.seen.has(target)) this.waiting.add(target);
      else this.waiting.delete(target);
    }
    this.paintWaiting();
  }

  /** Paints a frameful of what waits now, the rest in the frames that follow. */
  private paintWaiting(): void {
    cancelAnimationFrame(this.frame);
    const blocks: HTMLElement[] = [];
    let characters = 0;
    for (const block of this.waiting) {
      if (characters >= frameful) break;
      this.waiting.delete(block);
      blocks.push(block);
      const leaves = this.leavesOfBlock.get(block) ?? [];
      characters += (leaves.at(-1)?.end ?? 0) - (leaves[0]?.start ?? 0);
    }
    this.repaint(blocks);
    if (this.waiting.size > 0) this.frame = requestAnimationFrame(() => this.paintWaiting());
  }

  private repaint(blocks: readonly HTMLElement[]): void {
    for (const block of blocks) {
      this.seen.add(block);
      this.waiting.delete(block);
    }
    const leaves = blocks.flatMap((block) => this.leavesOfBlock.get(block) ?? []);
    const different = leaves
      .map((leaf) => ({ leaf, segments: this.segmentsIn(leaf) }))
      .filter(({ leaf, segments }) => this.looksDifferent(leaf, segments));
    if (different.length === 0) return;
    this.options.whileRepainting(() => {
      for (const { leaf, segments } of different) this.paintLeaf(leaf, segments);
    });
  }

  private looksDifferent(leaf: Leaf, segments: readonly Segment[]): boolean {
    const key = paintKey(segments);
    if ((this.paintedKeys.get(leaf.index) ?? '') === key) return false;
    this.paintedKeys.set(leaf.index, key);
    return true;
  }

  private paintLeaf(leaf: Leaf, segments: readonly Segment[]): void {
    const element = this.options.shown.leafElements[leaf.index];
    if (!element) return;
    const local = segments.map((segment) => ({
      ...segment,
      start: utf16Units(segment.start - leaf.start),
      end: utf16Units(segment.end - leaf.start),
    }));
    renderInlines(element, leaf.inlines, local);
    const ending = segments
      .map(({ exclusion }) => exclusion)
      .findLast((one) => one && one.end <= leaf.end + 1);
    if (ending) element.append(this.bringBackControl(ending));
  }

  /** Stands where the greyed words end. Its words are generated by CSS, so that they are no part of the text. */
  private bringBackControl({ id, label }: PaintedExclusion): HTMLElement {
    const button = document.createElement('button');
    button.type = 'button';
    button.className = 'bring-back';
    button.tabIndex = -1;
    button.dataset['label'] = label;
    button.setAttribute('aria-label', label);
    button.addEventListener('click', () => this.options.onBringBack(id));
    return button;
  }
}
