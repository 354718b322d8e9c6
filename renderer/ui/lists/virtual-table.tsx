/**
 * A table of any length: sorted by its headers, walked by the keyboard, rows of one height drawn as they come into
 * view. Enter or a double click opens a row; a click chooses it, with Control or Shift more of them.
 */
import { ArrowDown, ArrowUp } from 'lucide-react';
import { type CSSProperties, type MouseEvent, type ReactNode, useEffect, useId } from 'react';
import { classNames } from '../class-names';
import { activeRowLook } from './active-row-look';
import { focusIfFree } from './free-focus';
import { type RowCursor, type RowCursorProps, useRowCursor } from './use-row-cursor';
import { useVirtualRows, type VirtualRows } from './use-virtual-rows';

export interface Column<Row> {
  readonly id: string;
  readonly label: string;
  /** A CSS grid track: `minmax(12rem, 3fr)`, `7rem`. */
  readonly track: string;
  readonly align?: 'start' | 'end';
  readonly sortable?: boolean;
  readonly cell: (row: Row) => ReactNode;
}

export interface Sort {
  readonly column: string;
  readonly descending: boolean;
}

export interface VirtualTableProps<Row> extends RowCursorProps<Row> {
  readonly label: string;
  readonly columns: readonly Column<Row>[];
  readonly sort?: Sort;
  readonly onSort?: (sort: Sort) => void;
  /** CSS pixels. */
  readonly rowHeight?: number;
  readonly autoFocus?: boolean;
}

function nextSort(sort: Sort | undefined, column: string): Sort {
  return { column, descending: sort?.column === column ? !sort.descending : false };
}

function HeaderCell<Row>({
  column,
  sort,
  onSort,
}: {
  readonly column: Column<Row>;
  readonly sort: Sort | undefined;
  readonly onSort: VirtualTableProps<Row>['onSort'];
}) {
  const sorted = sort?.column === column.id;
  const order = sorted ? (sort.descending ? 'descending' : 'ascending') : 'none';
  const Arrow = sort?.descending ? ArrowDown : ArrowUp;
  const look = classNames(
    'flex items-center gap-1 min-w-0 w-full h-full px-2 text-xs',
    sorted ? 'text-ink' : 'text-muted',
    column.align === 'end' && 'justify-end',
  );
  return (
    <div role="columnheader" aria-sort={column.sortable ? order : undefined} className="min-w-0">
      {column.sortable && onSort ? (
        <button
          type="button"
          tabIndex={-1}
          className={classNames(look, 'hover:text-ink cursor-default')}
          onClick={() => onSort(nextSort(sort, column.id))}
        >
          <span className="truncate">{column.label}</span>
          {sorted && <Arrow size={12} aria-hidden className="shrink-0" />}
        </button>
      ) : (
        <span className={look}>{column.label}</span>
      )}
    </div>
  );
}

function Cells<Row>({ row, columns }: { readonly row: Row; readonly columns: readonly Column<Row>[] }) {
  return columns.map((column) => (
    <div
      key={column.id}
      role="gridcell"
      className={classNames('px-2 min-w-0 truncate', column.align === 'end' && 'text-end tabular-nums')}
    >
      {column.cell(row)}
    </div>
  ));
}

interface BodyRowProps<Row> {
  readonly id: string;
  readonly index: number;
  /** Undefined while it is being read. */
  readonly row: Row | undefined;
  readonly columns: readonly Column<Row>[];
  readonly isSelected: boolean;
  readonly isActive: boolean;
  readonly style: CSSProperties;
  readonly onClick: (event: MouseEvent) => void;
  readonly onOpen: (row: Row) => void;
}

function BodyRow<Row>(props: BodyRowProps<Row>) {
  const { id, index, row, columns, isSelected, isActive, style, onClick, onOpen } = props;
  return (
    <div
      id={id}
      role="row"
      aria-rowindex={index + 2}
      aria-selected={isSelected}
      data-active={isActive || undefined}
      onClick={onClick}
      onDoubleClick={() => row !== undefined && onOpen(row)}
      className={classNames(
        'absolute inset-x-0 grid items-center cursor-default',
        isSelected ? 'bg-selected' : 'hover:bg-sunken',
        activeRowLook,
      )}
      style={style}
    >
      {row !== undefined && <Cells row={row} columns={columns} />}
    </div>
  );
}

interface BodyProps<Row> {
  readonly id: string;
  readonly table: VirtualTableProps<Row>;
  readonly virtual: VirtualRows;
  readonly cursor: RowCursor;
  readonly tracks: CSSProperties;
}

function Body<Row>({ id, table, virtual, cursor, tracks }: BodyProps<Row>) {
  const { rows, rowKey, columns, selected, onOpen } = table;
  return (
    <div role="presentation" className="px-2">
      <div role="rowgroup" className="relative" style={{ height: virtual.height }}>
        {virtual.items.map(({ index, start, size }) => {
          const row = rows.rowAt(index);
          return (
            <BodyRow
              key={index}
              id={`${id}-${index}`}
              index={index}
              row={row}
              columns={columns}
              isSelected={row !== undefined && (selected?.has(rowKey(row)) ?? false)}
              isActive={index === cursor.active}
              style={{ ...tracks, height: size, transform: `translateY(${start}px)` }}
              onClick={(event) => cursor.onRowClick(event, index)}
              onOpen={onOpen}
            />
          );
        })}
      </div>
    </div>
  );
}

/** CSS pixels. */
const headHeight = 29;

function NamedTable<Row>(props: VirtualTableProps<Row>) {
  const { label, columns, rows, selected, sort, onSort, rowHeight = 30, rememberAs, autoFocus } = props;
  const id = useId();
  const virtual = useVirtualRows(rows, rowHeight, rememberAs, headHeight);
  const cursor = useRowCursor(props, virtual.reveal);
  const tracks: CSSProperties = { gridTemplateColumns: columns.map(({ track }) => track).join(' ') };
  const activeShown = virtual.items.some(({ index }) => index === cursor.active);
  const { scrollRef } = virtual;
  useEffect(() => {
    if (autoFocus) focusIfFree(scrollRef.current);
  }, [autoFocus, scrollRef]);
  return (
    <div
      role="grid"
      aria-label={label}
      aria-rowcount={rows.total + 1}
      aria-multiselectable={selected !== undefined}
      aria-activedescendant={activeShown ? `${id}-${cursor.active}` : undefined}
      tabIndex={0}
      ref={scrollRef}
      onKeyDown={cursor.onKeyDown}
      className="group flex-1 min-h-0 overflow-y-auto overflow-x-hidden [scrollbar-gutter:stable] outline-none"
    >
      <div
        role="rowgroup"
        className="sticky top-0 z-1 bg-paper border-b border-rule px-2"
        style={{ height: headHeight }}
      >
        <div role="row" aria-rowindex={1} className="grid h-7" style={tracks}>
          {columns.map((column) => (
            <HeaderCell key={column.id} column={column} sort={sort} onSort={onSort} />
          ))}
        </div>
      </div>
      <Body id={id} table={props} virtual={virtual} cursor={cursor} tracks={tracks} />
    </div>
  );
}

export function VirtualTable<Row>(props: VirtualTableProps<Row>) {
  return <NamedTable key={props.rememberAs} {...props} />;
}
