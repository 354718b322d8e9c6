import { createContext, type RefObject, use } from 'react';
import { useStore } from 'zustand';
import type { Annotation } from '../../../shared/model/annotation';
import type { ArticleDetail, RevisionText } from '../../../shared/model/article';
import type { ReadingSurface } from '../../reading/surface/reading-surface';
import type { ReaderState, ReaderStore } from './reader-state';

/** The article that is open, all that its parts need to know. */
export interface Reader {
  readonly article: ArticleDetail;
  /** The revision that is shown. */
  readonly revision: RevisionText;
  /** Annotations as they stand in that revision, in reading order, orphans last. */
  readonly annotations: readonly Annotation[];
  /** An earlier revision and a notebook opened for reading cannot be annotated. */
  readonly canChange: boolean;
  readonly store: ReaderStore;
  readonly surface: RefObject<ReadingSurface | null>;
}

export const ReaderContext = createContext<Reader | null>(null);

export function useReader(): Reader {
  const reader = use(ReaderContext);
  if (!reader) throw new Error('outside of a reader');
  return reader;
}

/** A part of what the reader is doing; pick values that stay equal while nothing changed. */
export function useReaderState<Value>(pick: (state: ReaderState) => Value): Value {
  return useStore(useReader().store, pick);
}
