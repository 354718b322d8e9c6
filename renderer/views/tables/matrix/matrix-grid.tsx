/**
 * The matrix itself: only the cells in view are drawn, headings stay in view. One cell has the keyboard (the grid itself
 * has the focus); the totals stand before the first row and the first column.
 */
import { useVirtualizer, type VirtualItem, type Virtualizer } from '@tanstack/react-virtual';
import { type KeyboardEvent, memo, useEffect, useId, useRef, useState } from 'react';
import { classNames } from '../../../ui/class-names';
import { focusIfFree } from '../../../ui/lists/free-focus';
import { type GridPlace, placeAfterKey } from './grid-place';
import { type ShownMatrix, shadeOf } from './shown-matrix';

/** CSS pixels. */
const cellWidth = 40;
const rowHeight = 26;
const headHeight = 148;
const headWidth = 232;
const totalWidth = 56;
const sideWidth = headWidth + totalWidth;

export interface MatrixGridProps {
  readonly label: string;
  readonly matrix: ShownMatrix;
  /** Opens the passages of a cell; -1 is the total of a row or column. */
  readonly onOpen: (place: GridPlace) => void;
}

const many = (count: number) => (count === 1 ? '1 passage' : `${count.toLocaleString('en')} passages`);

function isLinked({ rows, columns }: ShownMatrix, { row, column }: GridPlace): boolean {
  return (row < 0 || rows[row]?.key !== null) && (column < 0 || columns[column]?.key !== null);
}

function shadeStyle(matrix: ShownMatrix, row: number, column: number, count: number): string | undefined {
  if (count === 0 || matrix.isDiagonal(row, column)) return undefined;
  const percent = Math.round(45 * shadeOf(count, matrix.most));
  return `color-mix(in srgb, var(--accent) ${percent}%, var(--paper))`;
}

interface CellProps {
  readonly id: string;
  readonly matrix: ShownMatrix;
  readonly row: number;
  readonly item: VirtualItem;
  readonly isActive: boolean;
}

const activeLook =
  'data-active:outline-2 data-active:-outline-offset-2 data-active:outline-faint group-focus-visible:data-active:outline-accent';

const Cell = memo(function Cell({ id, matrix, row, item: { index: column, start }, isActive }: CellProps) {
  const count = matrix.countAt(row, column);
  const name = `${matrix.rows[row]?.words ?? ''}, ${matrix.columns[column]?.words ?? ''}: ${many(count)}`;
  return (
    <div
      id={id}
      role="gridcell"
      aria-colindex={column + 3}
      aria-label={name}
      title={name}
      data-row={row}
      data-column={column}
      data-active={isActive || undefined}
      className={classNames(
        'absolute top-0 h-full flex items-center justify-center tabular-nums text-xs border-e border-b border-rule/60',
        matrix.isDiagonal(row, column) && 'text-faint',
        activeLook,
      )}
      style={{
        left: sideWidth + start,
        width: cellWidth,
        background: shadeStyle(matrix, row, column, count),
      }}
    >
      {count > 0 && count.toLocaleString('en')}
    </div>
  );
});

interface RowProps {
  readonly id: string;
  readonly matrix: ShownMatrix;
  readonly row: number;
  readonly top: number;
  readonly columns: readonly VirtualItem[];
  /** The column that is active in this row; null: none. */
  readonly active: number | null;
}

const Row = memo(function Row({ id, matrix, row, top, columns, active }: RowProps) {
  const heading = matrix.rows[row];
  if (!heading) return null;
  return (
    <div role="row" aria-rowindex={row + 3} className="absolute inset-x-0" style={{ top, height: rowHeight }}>
      <div
        className="sticky left-0 z-1 flex h-full bg-paper border-b border-e border-rule"
        style={{ width: sideWidth }}
      >
        <div
          role="rowheader"
          aria-colindex={1}
          title={heading.words}
          className={classNames(
            'flex items-center px-2 min-w-0',
            heading.key === null && 'italic text-muted',
          )}
          style={{ width: headWidth }}
        >
          <bdi className="truncate">{heading.words}</bdi>
        </div>
        <div
          id={`${id}-${row}--1`}
          role="gridcell"
          aria-colindex={2}
          aria-label={`${heading.words}, total: ${many(heading.total)}`}
          data-row={row}
          data-column={-1}
          data-active={active === -1 || undefined}
          className={classNames(
            'flex items-center justify-end px-2 text-xs text-muted tabular-nums',
            activeLook,
          )}
          style={{ width: totalWidth }}
        >
          {heading.total.toLocaleString('en')}
        </div>
      </div>
      {columns.map((item) => (
        <Cell
          key={item.index}
          id={`${id}-${row}-${item.index}`}
          matrix={matrix}
          row={row}
          item={item}
          isActive={active === item.index}
        />
      ))}
    </div>
  );
});

interface HeadProps {
  readonly id: string;
  readonly matrix: ShownMatrix;
  readonly columns: readonly VirtualItem[];
  readonly active: GridPlace;
}

function ColumnHead({
  matrix,
  item: { index, start },
}: {
  readonly matrix: ShownMatrix;
  readonly item: VirtualItem;
}) {
  const heading = matrix.columns[index];
  if (!heading) return null;
  return (
    <div
      role="columnheader"
      aria-colindex={index + 3}
      title={heading.words}
      className="absolute top-0 flex items-end justify-center"
      style={{ left: sideWidth + start, width: cellWidth, height: headHeight - rowHeight }}
    >
      <bdi
        className={classNames(
          '[writing-mode:vertical-rl] rotate-180 truncate max-h-full py-1.5 text-xs',
          heading.key === null && 'italic text-muted',
        )}
      >
        {heading.words}
      </bdi>
    </div>
  );
}

function ColumnTotal({
  id,
  matrix,
  column,
  start,
  isActive,
}: {
  readonly id: string;
  readonly matrix: ShownMatrix;
  readonly column: number;
  readonly start: number;
  readonly isActive: boolean;
}) {
  const heading = matrix.columns[column];
  if (!heading) return null;
  return (
    <div
      id={`${id}--1-${column}`}
      role="gridcell"
      aria-colindex={column + 3}
      aria-label={`${heading.words}, total: ${many(heading.total)}`}
      data-row={-1}
      data-column={column}
      data-active={isActive || undefined}
      className={classNames(
        'absolute top-0 h-full flex items-center justify-center text-xs text-muted tabular-nums',
        activeLook,
      )}
      style={{ left: sideWidth + start, width: cellWidth }}
    >
      {heading.total.toLocaleString('en')}
    </div>
  );
}

/** The names of the columns, and their totals below them. */
function Head({ id, matrix, columns, active }: HeadProps) {
  return (
    <div className="sticky top-0 z-2 bg-paper border-b border-rule" style={{ height: headHeight }}>
      <div role="row" aria-rowindex={1} className="relative" style={{ height: headHeight - rowHeight }}>
        <div className="sticky left-0 z-1 h-full bg-paper" style={{ width: sideWidth }}>
          <div role="columnheader" aria-colindex={1} aria-label="Name" />
          <div role="columnheader" aria-colindex={2} aria-label="Total" />
        </div>
        {columns.map((item) => (
          <ColumnHead key={item.index} matrix={matrix} item={item} />
        ))}
      </div>
      <div role="row" aria-rowindex={2} className="relative" style={{ height: rowHeight }}>
        <div
          className="sticky left-0 z-1 flex h-full bg-paper border-e border-rule text-xs text-muted"
          style={{ width: sideWidth }}
        >
          <div
            role="rowheader"
            aria-colindex={1}
            className="flex items-center px-2"
            style={{ width: headWidth }}
          >
            Total
          </div>
          <div
            id={`${id}--1--1`}
            role="gridcell"
            aria-colindex={2}
            aria-label={`Total: ${many(matrix.total)}`}
            data-row={-1}
            data-column={-1}
            data-active={(active.row === -1 && active.column === -1) || undefined}
            className={classNames('flex items-center justify-end px-2 tabular-nums font-medium', activeLook)}
            style={{ width: totalWidth }}
          >
            {matrix.total.toLocaleString('en')}
          </div>
        </div>
        {columns.map(({ index, start }) => (
          <ColumnTotal
            key={index}
            id={id}
            matrix={matrix}
            column={index}
            start={start}
            isActive={active.row === -1 && active.column === index}
          />
        ))}
      </div>
    </div>
  );
}

type Axis = Virtualizer<HTMLDivElement, Element>;

function useAxes(matrix: ShownMatrix) {
  const scroll = useRef<HTMLDivElement>(null);
  const getScrollElement = () => scroll.current;
  const rows = useVirtualizer({
    count: matrix.rows.length,
    getScrollElement,
    estimateSize: () => rowHeight,
    overscan: 4,
    scrollPaddingEnd: headHeight,
  });
  const columns = useVirtualizer({
    count: matrix.columns.length,
    getScrollElement,
    estimateSize: () => cellWidth,
    overscan: 3,
    horizontal: true,
    scrollPaddingEnd: sideWidth,
  });
  return { scroll, rows, columns };
}

/** Where the keyboard is, kept in view; it starts at the first cell. */
function useActive(matrix: ShownMatrix, rows: Axis, columns: Axis) {
  const [active, setActive] = useState<GridPlace>({ row: 0, column: 0 });
  const place = {
    row: Math.min(active.row, matrix.rows.length - 1),
    column: Math.min(active.column, matrix.columns.length - 1),
  };
  const moveTo = (next: GridPlace) => {
    setActive(next);
    if (next.row >= 0) rows.scrollToIndex(next.row);
    if (next.column >= 0) columns.scrollToIndex(next.column);
  };
  return { place, moveTo };
}

/** The cell under the mouse; its place is written on it. */
function placeOf(target: EventTarget): GridPlace | null {
  const cell = target instanceof Element ? target.closest<HTMLElement>('[data-row]') : null;
  return cell ? { row: Number(cell.dataset['row']), column: Number(cell.dataset['column']) } : null;
}

export function MatrixGrid({ label, matrix, onOpen }: MatrixGridProps) {
  const id = useId();
  const { scroll, rows, columns } = useAxes(matrix);
  const { place, moveTo } = useActive(matrix, rows, columns);
  const shownColumns = columns.getVirtualItems();
  useEffect(() => focusIfFree(scroll.current), [scroll]);
  const open = (at: GridPlace) => isLinked(matrix, at) && onOpen(at);
  const onKeyDown = (event: KeyboardEvent) => {
    const next = placeAfterKey(event, place, { rows: matrix.rows.length, columns: matrix.columns.length });
    if (next) moveTo(next);
    else if (event.key === 'Enter') open(place);
    else return;
    event.preventDefault();
  };
  return (
    <div
      ref={scroll}
      role="grid"
      aria-label={label}
      aria-rowcount={matrix.rows.length + 2}
      aria-colcount={matrix.columns.length + 2}
      aria-activedescendant={`${id}-${place.row}-${place.column}`}
      tabIndex={0}
      onKeyDown={onKeyDown}
      onClick={({ target }) => {
        const clicked = placeOf(target);
        if (!clicked) return;
        moveTo(clicked);
        open(clicked);
      }}
      className="group flex-1 min-h-0 overflow-auto outline-none"
    >
      <div
        role="presentation"
        className="relative"
        style={{ width: sideWidth + columns.getTotalSize(), height: headHeight + rows.getTotalSize() }}
      >
        <Head id={id} matrix={matrix} columns={shownColumns} active={place} />
        {rows.getVirtualItems().map(({ index, start }) => (
          <Row
            key={index}
            id={id}
            matrix={matrix}
            row={index}
            top={headHeight + start}
            columns={shownColumns}
            active={place.row === index ? place.column : null}
          />
        ))}
      </div>
    </div>
  );
}
