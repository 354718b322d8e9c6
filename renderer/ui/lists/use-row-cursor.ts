/**
 * The keyboard and mouse of a long list: one row is active (the list itself has the focus), some are chosen. Knows
 * rows by their place and their key; draws nothing.
 */
import { type KeyboardEvent, type MouseEvent, useEffect, useState } from 'react';
import type { RowSource } from './row-source';

export interface RowCursorProps<Row> {
  readonly rows: RowSource<Row>;
  readonly rowKey: (row: Row) => string;
  readonly onOpen: (row: Row) => void;
  /** Present where several rows can be chosen. */
  readonly selected?: ReadonlySet<string>;
  readonly onSelectedChange?: (selected: ReadonlySet<string>) => void;
  /** Keys the list does not know; called with the active row. */
  readonly onKey?: (event: KeyboardEvent, row: Row) => void;
  /** Under this name the active row is remembered while the program runs. */
  readonly rememberAs?: string;
}

export interface RowCursor {
  readonly active: number;
  readonly onKeyDown: (event: KeyboardEvent) => void;
  /** A click on a row: chooses it, adds it, or chooses all up to it. */
  readonly onRowClick: (event: MouseEvent, index: number) => void;
}

const remembered = new Map<string, number>();
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

export function useRowCursor<Row>(props: RowCursorProps<Row>, reveal: (index: number) => void): RowCursor {
  const { rows, rowKey, onOpen, selected, onSelectedChange, onKey, rememberAs } = props;
  const [active, setActive] = useState(() => (rememberAs ? (remembered.get(rememberAs) ?? 0) : 0));
  const [anchor, setAnchor] = useState(active);
  const current = Math.max(0, Math.min(active, rows.total - 1));

  useEffect(() => {
    if (rememberAs) remembered.set(rememberAs, current);
  }, [rememberAs, current]);

  const keysBetween = (from: number, to: number): ReadonlySet<string> => {
    const keys = new Set<string>();
    for (let index = Math.min(from, to); index <= Math.max(from, to); index++) {
      const row = rows.rowAt(index);
      if (row) keys.add(rowKey(row));
    }
    return keys;
  };
  const moveTo = (index: number, extend: boolean) => {
    setActive(index);
    reveal(index);
    if (!extend) setAnchor(index);
    onSelectedChange?.(keysBetween(extend ? anchor : index, index));
  };
  const toggle = (index: number) => {
    const row = rows.rowAt(index);
    if (!row) return;
    const next = new Set(selected);
    if (!next.delete(rowKey(row))) next.add(rowKey(row));
    setActive(index);
    setAnchor(index);
    onSelectedChange?.(next);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.target !== event.currentTarget) return;
    const next = event.altKey ? null : rowAfterKey(event.key, current, rows.total);
    const row = rows.rowAt(current);
    if (next !== null) moveTo(next, event.shiftKey && onSelectedChange !== undefined);
    else if (event.key === 'Enter' && row) onOpen(row);
    else if (event.key.toLowerCase() === 'a' && (event.ctrlKey || event.metaKey) && onSelectedChange)
      onSelectedChange(keysBetween(0, rows.total - 1));
    else {
      if (row) onKey?.(event, row);
      return;
    }
    event.preventDefault();
  };
  const onRowClick = (event: MouseEvent, index: number) => {
    if (onSelectedChange && (event.ctrlKey || event.metaKey)) toggle(index);
    else moveTo(index, event.shiftKey && onSelectedChange !== undefined);
  };
  return { active: current, onKeyDown, onRowClick };
}
