import { useVirtualizer, type VirtualItem } from '@tanstack/react-virtual';
import { type RefObject, useEffect, useRef } from 'react';
import { scrolledTo } from './list-memory';
import type { RowSource } from './row-source';

export interface VirtualRows {
  readonly scrollRef: RefObject<HTMLDivElement | null>;
  readonly items: readonly VirtualItem[];
  /** CSS pixels of all rows together; a row's place counts from the first of them. */
  readonly height: number;
  readonly reveal: (index: number) => void;
}

/**
 * Draws only the rows in view and tells the source which they are. Row height in CSS pixels, as that of a head that stays
 * in view above them.
 */
export function useVirtualRows(
  rows: RowSource<unknown>,
  rowHeight: number,
  rememberAs?: string,
  headHeight = 0,
): VirtualRows {
  const scrollRef = useRef<HTMLDivElement | null>(null);
  const virtualizer = useVirtualizer({
    count: rows.total,
    getScrollElement: () => scrollRef.current,
    estimateSize: () => rowHeight,
    overscan: 12,
    scrollPaddingEnd: headHeight,
    initialOffset: rememberAs ? (scrolledTo.get(rememberAs) ?? 0) : 0,
  });
  const items = virtualizer.getVirtualItems();
  const first = items[0]?.index ?? 0;
  const last = items.at(-1)?.index ?? 0;
  const { show } = rows;
  useEffect(() => {
    show?.(first, last);
    if (rememberAs && scrollRef.current) scrolledTo.set(rememberAs, scrollRef.current.scrollTop);
  }, [show, first, last, rememberAs]);
  return {
    scrollRef,
    items,
    height: virtualizer.getTotalSize(),
    reveal: (index) => virtualizer.scrollToIndex(index),
  };
}
