/** A list of any length, one item a row: a click or Enter opens it, the arrow keys walk it. Items hold no controls. */
import { type ReactNode, useId } from 'react';
import { classNames } from '../class-names';
import { type RowCursorProps, useRowCursor } from './use-row-cursor';
import { useVirtualRows } from './use-virtual-rows';

export interface VirtualListProps<Row> extends Omit<RowCursorProps<Row>, 'selected' | 'onSelectedChange'> {
  readonly label: string;
  readonly item: (row: Row) => ReactNode;
  /** The row that is shown elsewhere, marked in the list. */
  readonly currentKey?: string;
  /** CSS pixels. */
  readonly rowHeight?: number;
}

export function VirtualList<Row>(props: VirtualListProps<Row>) {
  const { label, item, rows, rowKey, onOpen, currentKey, rowHeight = 30, rememberAs } = props;
  const id = useId();
  const { scrollRef, items, height, reveal } = useVirtualRows(rows, rowHeight, rememberAs);
  const cursor = useRowCursor(props, reveal);
  const activeShown = items.some(({ index }) => index === cursor.active);
  return (
    <div
      ref={scrollRef}
      role="listbox"
      aria-label={label}
      aria-activedescendant={activeShown ? `${id}-${cursor.active}` : undefined}
      tabIndex={0}
      onKeyDown={cursor.onKeyDown}
      className="group flex-1 min-h-0 overflow-auto px-2 outline-none"
    >
      <div role="presentation" className="relative" style={{ height }}>
        {items.map(({ index, start }) => {
          const row = rows.rowAt(index);
          const isCurrent = row !== undefined && rowKey(row) === currentKey;
          return (
            <div
              key={index}
              id={`${id}-${index}`}
              role="option"
              aria-selected={isCurrent}
              aria-posinset={index + 1}
              aria-setsize={rows.total}
              data-active={index === cursor.active || undefined}
              onClick={(event) => {
                cursor.onRowClick(event, index);
                if (row) onOpen(row);
              }}
              className={classNames(
                'absolute inset-x-0 px-2 flex items-center min-w-0 rounded-md cursor-default',
                isCurrent ? 'bg-selected' : 'hover:bg-sunken',
                'group-focus-visible:data-active:outline-1 group-focus-visible:data-active:outline-accent group-focus-visible:data-active:-outline-offset-1',
              )}
              style={{ height: rowHeight, transform: `translateY(${start}px)` }}
            >
              {row !== undefined && item(row)}
            </div>
          );
        })}
      </div>
    </div>
  );
}
