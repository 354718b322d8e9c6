/** How the library is looked at: filter, order and columns. Order and columns are remembered on this machine; a filter is its notebook's. */
import { create } from 'zustand';
import { persist } from 'zustand/middleware';
import type { QueryArgs } from '../../../shared/contract';
import type { ArticleColumn } from '../../../shared/contract/articles';
import { useNotebookState } from '../../shell/notebook-state';

export type Show = QueryArgs<'listArticles'>['show'];

interface LibraryState {
  readonly filter: string;
  readonly tagId: string | null;
  readonly show: Show;
  readonly sort: ArticleColumn;
  readonly descending: boolean;
  readonly hidden: readonly ArticleColumn[];
}

const everyArticle = { filter: '', tagId: null, show: 'all' } as const;

export const useLibraryState = create<LibraryState>()(
  persist(
    (): LibraryState => ({
      ...everyArticle,
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

export function showEveryArticle(): void {
  setLibrary(everyArticle);
}

export const isNarrowed = ({
  filter,
  tagId,
  show,
}: Pick<LibraryState, 'filter' | 'tagId' | 'show'>): boolean =>
  filter.trim() !== '' || tagId !== null || show !== 'all';

// Another notebook has other words and other tags: its library would seem empty.
useNotebookState.subscribe(({ round }, before) => {
  if (round !== before.round) showEveryArticle();
});

/** Shows a column, or hides it when it is shown. */
export function toggleColumn(column: ArticleColumn): void {
  useLibraryState.setState(({ hidden }) => ({
    hidden: hidden.includes(column) ? hidden.filter((other) => other !== column) : [...hidden, column],
  }));
}
