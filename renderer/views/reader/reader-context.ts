import { createContext, type RefObject, use } from 'react';
import { useStore } from 'zustand';
import type { Annotation } from '../../../shared/model/annotation';
import type { ArticleDetail, RevisionText } from '../../../shared/model/article';
import type { ReadingSurface } from '../../reading/surface/reading-surface';
import type { ReaderState, ReaderStore } from './reader-state';

/** The article that is open, without what is said about it: stays the same while passages come and go. */
export interface OpenText {
  readonly article: ArticleDetail;
  /** The revision that is shown. */
  readonly revision: RevisionText;
  /** An earlier revision and a notebook opened for reading cannot be annotated. */
  readonly canChange: boolean;
  readonly store: ReaderStore;
  readonly surface: RefObject<ReadingSurface | null>;
}

/** All that the parts of the reader need to know. */
export interface Reader extends OpenText {
  /** Annotations as they stand in that revision, in reading order, orphans last. */
  readonly annotations: readonly Annotation[];
}

export const OpenTextContext = createContext<OpenText | null>(null);
export const ReaderContext = createContext<Reader | null>(null);

function given<Value>(value: Value | null): Value {
  if (!value) throw new Error('outside of a reader');
  return value;
}

/** Draws anew with every command on a passage: for what does not show passages there is `useOpenText`. */
export const useReader = (): Reader => given(use(ReaderContext));

export const useOpenText = (): OpenText => given(use(OpenTextContext));

/** A part of what the reader is doing; pick values that stay equal while nothing changed. */
export function useReaderState<Value>(pick: (state: ReaderState) => Value): Value {
  return useStore(useOpenText().store, pick);
}
