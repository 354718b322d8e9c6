/** A list of any length, one item a row: a click or Enter opens it, the arrow keys walk it. Items hold no controls. */
import { type CSSProperties, type MouseEvent, type ReactNode, useEffect, useId } from 'react';
import { classNames } from '../class-names';
import { activeRowLook } from './active-row-look';
import { focusIfFree } from './free-focus';
import { type RowCursorProps, useRowCursor } from './use-row-cursor';
import { useVirtualRows, type VirtualRows } from './use-virtual-rows';

export interface VirtualListProps<Row> extends Omit<RowCursorProps<Row>, 'selected' | 'onSelectedChange'> {
  readonly label: string;
  readonly item: (row: Row) => ReactNode;
  /** The row that is shown elsewhere, marked in the list. */
  readonly currentKey?: string;
  /** CSS pixels. */
  readonly rowHeight?: number;
  readonly autoFocus?: boolean;
}

interface ItemProps {
  readonly id: string;
  /** Its number, from 1, and of how many. */
  readonly place: readonly [number, number];
  readonly isCurrent: boolean;
  readonly isActive: boolean;
  readonly style: CSSProperties;
  readonly onClick: (event: MouseEvent) => void;
  readonly children: ReactNode;
}

function Item({ id, place, isCurrent, isActive, style, onClick, children }: ItemProps) {
  return (
    <div
      id={id}
      role="option"
      aria-selected={isCurrent}
      aria-posinset={place[0]}
      aria-setsize={place[1]}
      data-active={isActive || undefined}
      onClick={onClick}
      className={classNames(
        'absolute inset-x-0 px-2 flex items-center min-w-0 rounded-md cursor-default',
        isCurrent ? 'bg-selected' : 'hover:bg-sunken',
        activeRowLook,
      )}
      style={style}
    >
      {children}
    </div>
  );
}

function NamedList<Row>(props: VirtualListProps<Row>) {
  const { label, item, rows, rowKey, onOpen, currentKey, rowHeight = 30, rememberAs, autoFocus } = props;
  const id = useId();
  const { scrollRef, items, height, reveal } = useVirtualRows(rows, rowHeight, rememberAs);
  const cursor = useRowCursor(props, reveal);
  const activeShown = items.some(({ index }) => index === cursor.active);
  useEffect(() => {
    if (autoFocus) focusIfFree(scrollRef.current);
  }, [autoFocus, scrollRef]);
  const itemAt = ({ index, start, size }: VirtualRows['items'][number]) => {
    const row = rows.rowAt(index);
    return (
      <Item
        key={index}
        id={`${id}-${index}`}
        place={[index + 1, rows.total]}
        isCurrent={row !== undefined && rowKey(row) === currentKey}
        isActive={index === cursor.active}
        style={{ height: size, transform: `translateY(${start}px)` }}
        onClick={(event) => {
          cursor.onRowClick(event, index);
          if (row !== undefined) onOpen(row);
        }}
      >
        {row !== undefined && item(row)}
      </Item>
    );
  };
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
        {items.map(itemAt)}
      </div>
    </div>
  );
}

export function VirtualList<Row>(props: VirtualListProps<Row>) {
  return <NamedList key={props.rememberAs} {...props} />;
}
