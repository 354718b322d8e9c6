/** What the reader is doing with one article: selection, focused passages, what is open. Words and passages come by query. */
import { create } from 'zustand';
import type { TextRange } from '../../../shared/text/offset-types';
import { codePoints } from '../../../shared/text/offsets';

/** What can be said about words, each with a popover of its own. */
export type PickerKind = 'actor' | 'place' | 'object' | 'event' | 'tag' | 'colour' | 'comment' | 'alias';

/** Which part of which annotation is getting other ends. */
export interface EndsTarget {
  readonly annotationId: string;
  readonly part: number;
}

export interface ReaderState {
  readonly selection: TextRange | null;
  /** Words that were selected before and are kept: with the selection, the parts of one passage. */
  readonly kept: readonly TextRange[];
  /** Ids of the passages that are meant; several where the words clicked on are in several. */
  readonly focused: readonly string[];
  /** The words in view. */
  readonly visible: TextRange;
  /** Something was said about the selected words: the bar is out of the way until others are selected. */
  readonly wasSaid: boolean;
  readonly picker: PickerKind | null;
  readonly ends: EndsTarget | null;
  readonly isCorrecting: boolean;
  readonly detailsAreOpen: boolean;
}

const nowhere: TextRange = { start: codePoints(0), end: codePoints(0) };

/** A store of its own for every article that is opened. */
export const createReaderState = () =>
  create<ReaderState>()(() => ({
    selection: null,
    kept: [],
    focused: [],
    visible: nowhere,
    wasSaid: false,
    picker: null,
    ends: null,
    isCorrecting: false,
    detailsAreOpen: false,
  }));

export type ReaderStore = ReturnType<typeof createReaderState>;
