/**
 * The keyboard and mouse of a long list: one row is active (the list itself has the focus), some are chosen. Knows
 * rows by their place and their key; draws nothing.
 */
import { type KeyboardEvent, type MouseEvent, useEffect, useRef, useState } from 'react';
import { activeRows } from './list-memory';
import type { RowSource } from './row-source';

export interface RowCursorProps<Row> {
  readonly rows: RowSource<Row>;
  readonly rowKey: (row: Row) => string;
  readonly onOpen: (row: Row) => void;
  /** A row has become the active one, as the first is from the start: it may be opened next. */
  readonly onActive?: (row: Row) => void;
  /** Present where several rows can be chosen. */
  readonly selected?: ReadonlySet<string>;
  readonly onSelectedChange?: (selected: ReadonlySet<string>) => void;
  /** Chooses all rows, also those not read yet; without it, those that are read. */
  readonly onSelectAll?: () => void;
  /** Keys the list does not know; called with the active row. */
  readonly onKey?: (event: KeyboardEvent, row: Row) => void;
  /** Under this name the active row is remembered while the program runs; a list of another name begins anew. */
  readonly rememberAs?: string;
}

export interface RowCursor {
  readonly active: number;
  readonly onKeyDown: (event: KeyboardEvent) => void;
  /** A click on a row: chooses it, adds it, or chooses all up to it. */
  readonly onRowClick: (event: MouseEvent, index: number) => void;
}

const pageStep = 15;

/** Where a key leads from a row; null: it is no key that moves. */
export function rowAfterKey(key: string, active: number, total: number): number | null {
  const last = total - 1;
  const to: Readonly<Record<string, number>> = {
    ArrowDown: active + 1,
    ArrowUp: active - 1,
    PageDown: active + pageStep,
    PageUp: active - pageStep,
    Home: 0,
    End: last,
  };
  const next = to[key];
  return next === undefined || total === 0 ? null : Math.max(0, Math.min(last, next));
}

type Choice<Row> = Pick<RowCursorProps<Row>, 'rows' | 'rowKey'>;

/** The keys of the rows between two places, ends included, as far as they are read. */
function keysBetween<Row>({ rows, rowKey }: Choice<Row>, from: number, to: number): ReadonlySet<string> {
  const keys = new Set<string>();
  for (let index = Math.min(from, to); index <= Math.max(from, to); index++) {
    const row = rows.rowAt(index);
    if (row) keys.add(rowKey(row));
  }
  return keys;
}

function toggled(keys: ReadonlySet<string> | undefined, key: string): ReadonlySet<string> {
  const next = new Set(keys);
  if (!next.delete(key)) next.add(key);
  return next;
}

interface Moves {
  readonly current: number;
  readonly moveTo: (index: number, extend: boolean) => void;
  readonly toggle: (index: number) => void;
}

function useMoves<Row>(props: RowCursorProps<Row>, reveal: (index: number) => void): Moves {
  const { rows, rowKey, selected, onSelectedChange, rememberAs } = props;
  const [active, setActive] = useState(() => (rememberAs ? (activeRows.get(rememberAs) ?? 0) : 0));
  const [anchor, setAnchor] = useState(active);
  const current = Math.max(0, Math.min(active, rows.total - 1));
  useEffect(() => {
    if (rememberAs) activeRows.set(rememberAs, current);
  }, [rememberAs, current]);
  const moveTo = (index: number, extend: boolean) => {
    setActive(index);
    reveal(index);
    if (!extend) setAnchor(index);
    onSelectedChange?.(keysBetween(props, extend ? anchor : index, index));
  };
  const toggle = (index: number) => {
    const row = rows.rowAt(index);
    if (!row) return;
    setActive(index);
    setAnchor(index);
    onSelectedChange?.(toggled(selected, rowKey(row)));
  };
  return { current, moveTo, toggle };
}

function useTellActive<Row>({ rows, rowKey, onActive }: RowCursorProps<Row>, active: number): void {
  const row = rows.rowAt(active);
  const key = row === undefined ? null : rowKey(row);
  const tell = useRef(() => {});
  useEffect(() => {
    tell.current = () => {
      if (row !== undefined) onActive?.(row);
    };
  });
  // Rows are read anew now and then: the same row is told once.
  // biome-ignore lint/correctness/useExhaustiveDependencies: the key stands for the row
  useEffect(() => tell.current(), [key]);
}

const isSelectAll = (event: KeyboardEvent) =>
  event.key.toLowerCase() === 'a' && (event.ctrlKey || event.metaKey);

export function useRowCursor<Row>(props: RowCursorProps<Row>, reveal: (index: number) => void): RowCursor {
  const { rows, onOpen, onSelectedChange, onSelectAll, onKey } = props;
  const { current, moveTo, toggle } = useMoves(props, reveal);
  useTellActive(props, current);
  const several = onSelectedChange !== undefined;
  const selectAll = onSelectAll ?? (() => onSelectedChange?.(keysBetween(props, 0, rows.total - 1)));
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.target !== event.currentTarget) return;
    const next = event.altKey ? null : rowAfterKey(event.key, current, rows.total);
    const row = rows.rowAt(current);
    if (next !== null) moveTo(next, event.shiftKey && several);
    else if (event.key === 'Enter' && row) onOpen(row);
    else if (several && isSelectAll(event)) selectAll();
    else {
      if (row) onKey?.(event, row);
      return;
    }
    event.preventDefault();
  };
  const onRowClick = (event: MouseEvent, index: number) => {
    if (several && (event.ctrlKey || event.metaKey)) toggle(index);
    else moveTo(index, event.shiftKey && several);
  };
  return { active: current, onKeyDown, onRowClick };
}
