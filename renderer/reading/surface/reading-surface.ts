/**
 * The surface that an article is read on: its words as plain DOM that cannot be changed, with passages painted near the
 * viewport, selected by mouse or keyboard. It knows no React, no notebook and no network; offsets at its door are code
 * points, inside they are UTF-16.
 */
import type { Block, CitationTarget } from '../../../shared/document/blocks';
import type { TextRange } from '../../../shared/text/offset-types';
import { utf16Units } from '../../../shared/text/offsets';
import type { Stretch } from '../model/stretch';
import {
  type PaintedExclusion,
  type PaintedPassage,
  type SegmentsIn,
  sweepSegments,
} from '../model/sweep-segments';
import { createTextModel, leavesWithin, toRange, toStretch } from '../model/text-model';
import { joinStretches } from '../parts/join-stretches';
import { PartsEnds } from '../parts/parts-ends';
import { PassageJoints } from '../parts/passage-joints';
import { BlockPainter } from './block-painter';
import { readSelection, type ShownText } from './dom-points';
import { FoundMatches } from './found-matches';
import { linkAt, placeOfLink } from './inner-links';
import { renderBlocks } from './render-blocks';
import { markFocused } from './surface-focus';
import { canHighlight, SurfaceHighlights } from './surface-highlights';
import { SurfaceKeys } from './surface-keys';
import type { SurfaceExclusion, SurfaceOptions, SurfacePassage } from './surface-options';
import { SurfaceSelection } from './surface-selection';
import { SurfaceSpeaker } from './surface-speaker';
import { SurfaceView } from './surface-view';
import { ViewWatch } from './view-watch';

const flashMs = 1200;

export class ReadingSurface {
  private readonly root = document.createElement('div');
  private readonly layer = document.createElement('div');
  private readonly speaker = new SurfaceSpeaker();
  private readonly stop = new AbortController();
  private readonly shown: ShownText;
  private readonly view: SurfaceView;
  private readonly painter: BlockPainter;
  private readonly highlights: SurfaceHighlights;
  private readonly found: FoundMatches;
  private readonly selection: SurfaceSelection;
  private readonly keys: SurfaceKeys;
  private readonly watch: ViewWatch;
  private readonly resized: ResizeObserver;
  private segmentsIn: SegmentsIn = () => [];
  private painted: readonly PaintedPassage[] = [];
  private greyed: readonly PaintedExclusion[] = [];
  private focused: readonly string[] = [];
  private readonly joints: PassageJoints;
  private ends: PartsEnds | null = null;
  private flashTimer = 0;

  constructor(
    blocks: readonly Block[],
    private readonly options: SurfaceOptions,
  ) {
    const model = createTextModel(blocks);
    const { fragment, blockElements, leafElements } = renderBlocks(model);
    this.shown = { model, root: this.root, leafElements };
    this.view = new SurfaceView(this.shown, blockElements, options.scroller);
    this.highlights = new SurfaceHighlights(this.shown);
    this.found = new FoundMatches(this.highlights, () => this.view.visibleStretch());
    this.selection = new SurfaceSelection(
      this.shown,
      this.highlights,
      (words, kept) => this.tellSelection(words, kept),
      this.stop.signal,
    );
    this.keys = new SurfaceKeys({
      shown: this.shown,
      startOffset: () => this.selection.caret ?? this.view.visibleStretch().start,
      onMoved: ({ focus }) => {
        this.selection.follow();
        this.view.follow(focus);
      },
    });
    this.mount(fragment);
    this.joints = new PassageJoints(this.shown, this.layer, this.view);
    this.painter = new BlockPainter({
      shown: this.shown,
      blockElements,
      scroller: options.scroller,
      whileRepainting: (repaint) => this.repaint(repaint),
      onBringBack: options.events.onBringBack,
    });
    this.watch = this.createWatch();
    this.resized = new ResizeObserver(() => this.layoutChanged());
    this.resized.observe(this.root);
    this.listen();
  }

  /** Shows these passages and greyed stretches, instead of those before. */
  setPassages(passages: readonly SurfacePassage[], exclusions: readonly SurfaceExclusion[]): void {
    const { model } = this.shown;
    const painted = passages.map((passage) => this.toPainted(passage));
    this.painted = painted;
    this.greyed = exclusions.map((one) => ({ ...one, ...toStretch(model, one) }));
    this.segmentsIn = sweepSegments(painted, this.greyed);
    this.painter.setSegments(this.segmentsIn);
    markFocused(this.root, this.focused);
    this.joints.setPassages(painted);
  }

  /** Shows one passage that is new or looks different, at once: before all are read again. */
  showPassage(passage: SurfacePassage): void {
    const shown = this.toPainted(passage);
    const before = this.painted.find(({ id }) => id === passage.id);
    this.painted = [...this.painted.filter((one) => one !== before), shown];
    this.segmentsIn = sweepSegments(this.painted, this.greyed);
    const stretches = [...shown.parts, ...(before?.parts ?? [])];
    const leaves = stretches.flatMap((stretch) => leavesWithin(this.shown.model, stretch));
    this.painter.changeSegments(this.segmentsIn, leaves);
  }

  /** Shows which passages are meant now. */
  setFocused(ids: readonly string[]): void {
    this.focused = ids;
    markFocused(this.root, this.focused);
    this.joints.setFocused(ids);
  }

  /** The selected words, if any. */
  get selectedRange(): TextRange | null {
    const words = this.selection.current;
    return words && toRange(this.shown.model, words);
  }

  /** Where the keyboard goes on from; null: it has not been anywhere. */
  get caretRange(): TextRange | null {
    const { caret } = this.selection;
    if (caret === null) return null;
    const start = this.shown.model.offsets.toCodePoint(utf16Units(caret));
    return { start, end: start };
  }

  /** The words in view at this moment; `onVisible` tells of them when the scrolling has been drawn. */
  get visibleRange(): TextRange {
    return toRange(this.shown.model, this.view.visibleStretch());
  }

  select(range: TextRange): void {
    this.selection.set(toStretch(this.shown.model, range));
  }

  /** A passage is meant now: no words are selected; parts that were kept one by one stay. */
  clearSelection(): void {
    this.selection.leave();
  }

  /** Keeps the selected words as a part of what is selected next. False where no words are selected. */
  keepPart(): boolean {
    const isKept = this.selection.keep();
    if (isKept) this.focus();
    return isKept;
  }

  /** Lets go of the selected words and of all parts that were kept. */
  giveUpParts(): void {
    this.selection.giveUp();
  }

  /** Something was said about what is selected: the next words begin anew. */
  settleParts(): void {
    this.selection.settle();
  }

  /** Says something to those who hear the screen. */
  say(words: string): void {
    this.speaker.say(words);
  }

  /** Brings words into view, unless they are. */
  reveal(range: TextRange): void {
    const stretch = toStretch(this.shown.model, range);
    this.painter.paintLeaves(leavesWithin(this.shown.model, stretch));
    this.view.reveal(stretch);
  }

  /** Brings words that were looked for into view and marks them until something else is done. */
  land(range: TextRange): void {
    const stretch = toStretch(this.shown.model, range);
    clearTimeout(this.flashTimer);
    this.reveal(range);
    if (canHighlight) {
      this.selection.placeCaret(stretch.start);
      this.highlights.set('reading-found', stretch);
    } else this.selection.set(stretch);
  }

  /** Paints the matches of a finding, in reading order; -1: none of them is meant. */
  showMatches(ranges: readonly TextRange[], current: number): void {
    const { model } = this.shown;
    this.found.show(
      ranges.map((range) => toStretch(model, range)),
      current,
    );
  }

  /** Shows for a moment which words were gone to. */
  flash(range: TextRange): void {
    clearTimeout(this.flashTimer);
    this.highlights.set('reading-found', toStretch(this.shown.model, range));
    this.flashTimer = window.setTimeout(() => this.highlights.set('reading-found', null), flashMs);
  }

  /** Lights the words that say how something is put forward; null: none. */
  showCue(range: TextRange | null): void {
    this.highlights.set('reading-cue', range && toStretch(this.shown.model, range));
  }

  /** The keyboard goes on from these words. */
  placeCaret(range: TextRange): void {
    this.selection.placeCaret(toStretch(this.shown.model, range).start);
  }

  /** Lines of a stretch in the window (CSS pixels), for what floats beside it. */
  rectsOf(range: TextRange): readonly DOMRect[] {
    return this.view.rectsOf(toStretch(this.shown.model, range));
  }

  /** The exact words of a range. */
  wordsOf(range: TextRange): string {
    const { start, end } = toStretch(this.shown.model, range);
    return this.shown.model.text.slice(start, end);
  }

  focus(): void {
    this.root.focus({ preventScroll: true });
  }

  get hasFocus(): boolean {
    return this.root.contains(document.activeElement);
  }

  /** Begins changing the ends of a passage's parts, first of one; ends with `onEndsSaved` or `onEndsCancelled`. */
  changeEnds(ranges: readonly TextRange[], first: number): void {
    this.stopEnds();
    const drafts = ranges.map((range) => toStretch(this.shown.model, range));
    const { shown, view, layer } = this;
    this.selection.giveUp();
    this.selection.placeCaret(drafts[first]?.start ?? 0);
    const onDrafts = (stretches: readonly Stretch[], said: string) => {
      this.highlights.setAll('reading-draft', stretches);
      this.speaker.say(said);
    };
    const onMeant = (stretch: Stretch) => this.reveal(toRange(shown.model, stretch));
    const { scroller } = this.options;
    this.ends = new PartsEnds({ shown, view, layer, scroller, drafts, first, onDrafts, onMeant });
    this.focus();
  }

  /** Takes the ends as they are drawn now, tidied like a selection. */
  saveEnds(): void {
    const parts = this.ends?.tidied() ?? [];
    this.stopEnds();
    if (parts.length > 0) this.options.events.onEndsSaved(parts.map((one) => toRange(this.shown.model, one)));
  }

  cancelEnds(): void {
    this.stopEnds();
    this.options.events.onEndsCancelled();
  }

  destroy(): void {
    this.stop.abort();
    this.stopEnds();
    this.painter.destroy();
    this.highlights.destroy();
    this.resized.disconnect();
    this.watch.destroy();
    this.joints.destroy();
    this.speaker.destroy();
    clearTimeout(this.flashTimer);
    this.options.host.replaceChildren();
  }

  private toPainted({ parts, ...look }: SurfacePassage): PaintedPassage {
    return { ...look, parts: parts.map((part) => toStretch(this.shown.model, part)) };
  }

  private createWatch(): ViewWatch {
    const { model } = this.shown;
    const { events } = this.options;
    return new ViewWatch({
      visible: () => this.view.visibleStretch(),
      length: model.text.length,
      onVisible: (visible) => {
        this.found.follow(visible);
        events.onVisible(toRange(model, visible));
      },
      onEndReached: () => events.onEndReached(),
    });
  }

  private mount(words: DocumentFragment): void {
    this.root.className = 'reading-text';
    this.root.tabIndex = 0;
    this.root.setAttribute('role', 'region');
    this.root.setAttribute('aria-label', this.options.label);
    this.root.setAttribute('contenteditable', 'false');
    this.root.append(words);
    this.layer.className = 'reading-layer';
    this.options.host.replaceChildren(this.root, this.layer, this.speaker.element);
  }

  private listen(): void {
    const until = { signal: this.stop.signal };
    this.root.addEventListener('keydown', (event) => this.press(event), until);
    this.root.addEventListener('click', (event) => this.click(event), until);
    this.root.addEventListener('copy', (event) => this.copy(event), until);
    this.root.addEventListener('dragstart', (event) => event.preventDefault(), until);
    this.options.scroller.addEventListener('scroll', () => this.watch.moved(), { ...until, passive: true });
  }

  private press(event: KeyboardEvent): void {
    if (event.target !== this.root || event.isComposing) return;
    const isOwn = this.ends ? this.pressEnds(event) : this.pressReading(event) || this.keys.handle(event);
    if (!isOwn) return;
    event.preventDefault();
    event.stopPropagation();
  }

  private pressEnds(event: KeyboardEvent): boolean {
    if (event.key === 'Enter') this.saveEnds();
    else if (event.key === 'Escape') this.cancelEnds();
    else return this.ends?.handle(event) ?? false;
    return true;
  }

  private pressReading(event: KeyboardEvent): boolean {
    const { events } = this.options;
    const isStep = event.altKey && (event.key === 'ArrowDown' || event.key === 'ArrowUp');
    if (isStep) events.onStep(event.key === 'ArrowDown' ? 1 : -1);
    else if (event.key === 'Enter') this.enter();
    else if (event.key === 'Escape') this.escape();
    else return false;
    return true;
  }

  private enter(): void {
    if (!this.followAtCaret()) this.options.events.onEnter();
  }

  /** First the selection goes, then what is focused. */
  private escape(): void {
    this.highlights.set('reading-found', null);
    if (this.selection.current) this.selection.set(null);
    else if (this.selection.kept.length > 0) this.giveUpKept();
    else this.options.events.onNothing();
  }

  private giveUpKept(): void {
    this.selection.giveUp();
    this.speaker.say('The parts are given up');
  }

  private click(event: MouseEvent): void {
    // With Control or Command, words are collected.
    if (event.ctrlKey || event.metaKey) return;
    const target = event.target instanceof Element ? event.target : null;
    if (this.ends || !target || this.hasSelectedWords()) return;
    this.highlights.set('reading-found', null);
    const citation = target.closest<HTMLElement>('cite[data-id]');
    const link = target.closest<HTMLElement>('a[data-leads]');
    const ids = target.closest<HTMLElement>('mark')?.dataset['annotations'];
    if (ids) this.options.events.onPassages(ids.split(' ').toReversed());
    else if (citation) {
      const { kind, id } = citation.dataset;
      this.options.events.onCitation(kind as CitationTarget, id ?? '');
    } else if (link && this.follow(link)) return;
    else if (!target.closest('button')) this.options.events.onNothing();
  }

  /** Goes where a link of the text leads; false when that is nowhere in it. */
  private follow(link: HTMLElement): boolean {
    const place = placeOfLink(this.shown, link);
    if (!place) return false;
    this.land(toRange(this.shown.model, place));
    return true;
  }

  private followAtCaret(): boolean {
    const { current, caret } = this.selection;
    const link = linkAt(this.shown, current?.start ?? caret ?? 0);
    return link !== null && this.follow(link);
  }

  private hasSelectedWords(): boolean {
    const selection = readSelection(this.shown);
    return selection !== null && selection.anchor !== selection.focus;
  }

  /** The words as they are in the text, without what the browser makes of blocks and controls. */
  private copy(event: ClipboardEvent): void {
    const { current, kept } = this.selection;
    const words = joinStretches([...kept, ...(current ? [current] : [])]);
    if (words.length === 0 || !event.clipboardData) return;
    const { text } = this.shown.model;
    const quoted = words.map(({ start, end }) => text.slice(start, end)).join(' … ');
    event.clipboardData.setData('text/plain', quoted);
    event.preventDefault();
  }

  private tellSelection(words: Stretch | null, kept: readonly Stretch[]): void {
    const { model } = this.shown;
    if (words) this.highlights.set('reading-found', null);
    const ranges = kept.map((one) => toRange(model, one));
    this.options.events.onSelection(words && toRange(model, words), ranges);
    if (words) this.speaker.say(this.spokenWords(words));
  }

  private spokenWords(words: Stretch): string {
    const here = this.segmentsIn(words).flatMap(({ passages }) => passages.map(({ id }) => id));
    const passages = this.options.describePassages([...new Set(here)]);
    const quote = this.shown.model.text.slice(words.start, words.end);
    return passages ? `${quote}. ${passages}` : quote;
  }

  private repaint(repaint: () => void): void {
    this.selection.whileRepainting(repaint);
    this.highlights.refresh();
    if (this.focused.length > 0) markFocused(this.root, this.focused);
  }

  private stopEnds(): void {
    this.ends?.destroy();
    this.ends = null;
    this.highlights.set('reading-draft', null);
  }

  private layoutChanged(): void {
    this.ends?.place();
    this.joints.place();
    this.watch.moved();
  }
}
