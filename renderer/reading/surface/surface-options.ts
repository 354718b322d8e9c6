import type { CitationTarget } from '../../../shared/document/blocks';
import type { TextRange } from '../../../shared/text/offset-types';
import type { PaintedExclusion, PaintedPassage } from '../model/sweep-segments';

/** What the surface tells its owner. All offsets are code points of the text. */
export interface SurfaceEvents {
  /** The words that are selected now (null: none) and parts kept beside them. Not told while the mouse is selecting. */
  readonly onSelection: (range: TextRange | null, kept: readonly TextRange[]) => void;
  /** A click on marked words: ids of the passages there, the innermost first. */
  readonly onPassages: (ids: readonly string[]) => void;
  /** A click beside all marks, or Escape with nothing selected. */
  readonly onNothing: () => void;
  /** Enter: what is selected is to be opened. */
  readonly onEnter: () => void;
  /** To the next (1) or previous (-1) passage. */
  readonly onStep: (step: 1 | -1) => void;
  /** The words in view have changed. */
  readonly onVisible: (range: TextRange) => void;
  readonly onBringBack: (exclusionId: string) => void;
  readonly onCitation: (target: CitationTarget, id: string) => void;
  /** The end of the text has come into view. */
  readonly onEndReached: () => void;
  /** All parts of the passage with their ends, in reading order; those that touch have become one. */
  readonly onEndsSaved: (parts: readonly TextRange[]) => void;
  readonly onEndsCancelled: () => void;
}

export interface SurfaceOptions {
  /** Is filled with the text. */
  readonly host: HTMLElement;
  /** The element that scrolls the text; the host is somewhere in it. */
  readonly scroller: HTMLElement;
  /** Name of the text for those who hear the screen. */
  readonly label: string;
  /** What to say about passages, in words, for those who hear the screen. */
  readonly describePassages: (ids: readonly string[]) => string;
  readonly events: SurfaceEvents;
}

/** A passage to show, its parts in code points. */
export interface SurfacePassage extends Omit<PaintedPassage, 'parts'> {
  readonly parts: readonly TextRange[];
}

/** A stretch to grey, in code points. */
export type SurfaceExclusion = Omit<PaintedExclusion, 'start' | 'end'> & TextRange;
