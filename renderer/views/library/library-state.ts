/** How the library is looked at: filter, order and columns. Order and columns are remembered on this machine. */
import { create } from 'zustand';
import { persist } from 'zustand/middleware';
import type { QueryArgs } from '../../../shared/contract';
import type { ArticleColumn } from '../../../shared/contract/articles';

export type Show = QueryArgs<'listArticles'>['show'];

interface LibraryState {
  readonly filter: string;
  readonly tagId: string | null;
  readonly show: Show;
  readonly sort: ArticleColumn;
  readonly descending: boolean;
  readonly hidden: readonly ArticleColumn[];
}

export const useLibraryState = create<LibraryState>()(
  persist(
    (): LibraryState => ({
      filter: '',
      tagId: null,
      show: 'all',
      sort: 'capturedAt',
      descending: true,
      hidden: [],
    }),
    { name: 'library', partialize: ({ sort, descending, hidden }) => ({ sort, descending, hidden }) },
  ),
);

export function setLibrary(changed: Partial<LibraryState>): void {
  useLibraryState.setState(changed);
}

/** Shows a column, or hides it when it is shown. */
export function toggleColumn(column: ArticleColumn): void {
  useLibraryState.setState(({ hidden }) => ({
    hidden: hidden.includes(column) ? hidden.filter((other) => other !== column) : [...hidden, column],
  }));
}
