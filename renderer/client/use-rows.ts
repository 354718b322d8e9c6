/** A long answer read page by page, as its rows come into view, for the lists of `renderer/ui/lists`. */
import { useQueries } from '@tanstack/react-query';
import { useCallback, useEffect, useRef, useState } from 'react';
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

/** What was shown last, while the rows now in view are being read. */
interface Held<Row> {
  readonly args: string;
  readonly total: number;
  readonly rowAt: (index: number) => Row | undefined;
}

/** Keeps a list standing while it is read: its length through a leap, its rows until those of another filter are there. */
function useHeld<Row>(now: Held<Row> | null, args: string): Held<Row> | null {
  const last = useRef<Held<Row>>(null);
  useEffect(() => {
    if (now) last.current = now;
  });
  if (now || !last.current) return now;
  return last.current.args === args ? { ...last.current, rowAt: () => undefined } : last.current;
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
  const asked = JSON.stringify(args);
  const held = useHeld(known ? { args: asked, total: known.total, rowAt } : null, asked);
  return {
    total: held?.total ?? 0,
    rowAt: held?.rowAt ?? rowAt,
    show,
    isLoading: held === null && answers.some(({ isPending }) => isPending),
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

const moreLength = 200;

/**
 * The first rows of a paged query, and more each time they are asked for: for rows of any height. `memory` keeps how
 * many were read, to begin with as many.
 */
export function useMoreRows<N extends PagedName>(
  name: N,
  args: Omit<QueryArgs<N>, 'offset' | 'limit'>,
  memory?: { pages: number },
): MoreRows<RowOf<N>> {
  const [pages, setPages] = useState(memory?.pages ?? 1);
  const answers = useQueries({
    queries: Array.from({ length: pages }, (_, page) =>
      query(name, { ...args, offset: page * moreLength, limit: moreLength } as QueryArgs<N>),
    ),
  });
  const first = answers[0];
  const isReading = answers.some(({ isPending }) => isPending);
  const more = () => {
    if (isReading || pages * moreLength >= (first?.data?.total ?? 0)) return;
    if (memory) memory.pages = pages + 1;
    setPages(pages + 1);
  };
  return {
    rows: answers.flatMap(({ data }): readonly RowOf<N>[] => data?.rows ?? []),
    total: first?.data?.total ?? 0,
    more,
    isLoading: first?.isPending ?? true,
    error: answers.find(({ error }) => error)?.error,
  };
}
