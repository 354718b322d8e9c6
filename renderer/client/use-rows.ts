/** A long answer read page by page, as its rows come into view, for the lists of `renderer/ui/lists`. */
import { useQueries } from '@tanstack/react-query';
import { useCallback, useState } from 'react';
import type { QueryArgs, QueryName, QueryValue } from '../../shared/contract';
import { query } from './query';

const pageLength = 500;

/** Queries that answer a page. */
type PagedName = {
  [N in QueryName]: QueryValue<N> extends { readonly total: number; readonly rows: readonly unknown[] }
    ? N
    : never;
}[QueryName];
type RowOf<N extends PagedName> = QueryValue<N>['rows'][number];

export interface AnswerRows<Row> {
  readonly total: number;
  readonly rowAt: (index: number) => Row | undefined;
  readonly show: (first: number, last: number) => void;
  /** True until the first page is there. */
  readonly isLoading: boolean;
  readonly error: unknown;
}

function pagesBetween(first: number, last: number): readonly number[] {
  const from = Math.floor(first / pageLength);
  const to = Math.floor(Math.max(first, last) / pageLength);
  return Array.from({ length: to - from + 1 }, (_, index) => from + index);
}

/** The rows of a paged query; pass all its arguments but offset and limit. */
export function useRows<N extends PagedName>(
  name: N,
  args: Omit<QueryArgs<N>, 'offset' | 'limit'>,
): AnswerRows<RowOf<N>> {
  const [range, setRange] = useState({ first: 0, last: 0 });
  const pages = pagesBetween(range.first, range.last);
  const answers = useQueries({
    queries: pages.map((page) =>
      query(name, { ...args, offset: page * pageLength, limit: pageLength } as QueryArgs<N>),
    ),
  });
  const show = useCallback((first: number, last: number) => {
    setRange((current) => (current.first === first && current.last === last ? current : { first, last }));
  }, []);
  const rowAt = (index: number): RowOf<N> | undefined => {
    const at = pages.indexOf(Math.floor(index / pageLength));
    return answers[at]?.data?.rows[index % pageLength];
  };
  const known = answers.find(({ data }) => data !== undefined)?.data;
  return {
    total: known?.total ?? 0,
    rowAt,
    show,
    isLoading: known === undefined && answers.some(({ isPending }) => isPending),
    error: answers.find(({ error }) => error)?.error,
  };
}

export interface MoreRows<Row> {
  readonly rows: readonly Row[];
  readonly total: number;
  /** Reads the next rows as well. */
  readonly more: () => void;
  readonly isLoading: boolean;
  readonly error: unknown;
}

const moreLength = 100;

/** The first rows of a paged query, and more each time they are asked for: for rows of any height. */
export function useMoreRows<N extends PagedName>(
  name: N,
  args: Omit<QueryArgs<N>, 'offset' | 'limit'>,
): MoreRows<RowOf<N>> {
  const [pages, setPages] = useState(1);
  const answers = useQueries({
    queries: Array.from({ length: pages }, (_, page) =>
      query(name, { ...args, offset: page * moreLength, limit: moreLength } as QueryArgs<N>),
    ),
  });
  const first = answers[0];
  return {
    rows: answers.flatMap(({ data }): readonly RowOf<N>[] => data?.rows ?? []),
    total: first?.data?.total ?? 0,
    more: () => setPages((current) => current + 1),
    isLoading: first?.isPending ?? true,
    error: answers.find(({ error }) => error)?.error,
  };
}
