/**
 * The keyboard of a list of any row height: the arrow keys move the focus from row to row, and one row is in the tab
 * order. For rows that are buttons; long lists of one row height have `use-row-cursor.ts`.
 */
import { type FocusEvent, type KeyboardEvent, type RefObject, useEffect, useRef, useState } from 'react';
import { isFocusFree } from './free-focus';
import { rowAfterKey } from './use-row-cursor';

export interface Walk<Element extends HTMLElement> {
  /** For the element around the rows. */
  readonly listProps: {
    readonly ref: RefObject<Element | null>;
    readonly onKeyDown: (event: KeyboardEvent) => void;
    readonly onFocus: (event: FocusEvent) => void;
  };
  /** The row that is in the tab order; a row says its key in `data-walked`. */
  readonly current: string | null;
  /** Moves the focus by rows, into the list where it is outside. */
  readonly step: (rows: number) => void;
}

function rowsIn(list: HTMLElement | null): readonly HTMLElement[] {
  return [...(list?.querySelectorAll<HTMLElement>('[data-walked]') ?? [])];
}

function keyOf(target: EventTarget): string | null {
  return target instanceof Element
    ? (target.closest<HTMLElement>('[data-walked]')?.dataset['walked'] ?? null)
    : null;
}

function focusRow(row: HTMLElement | undefined): void {
  row?.focus({ preventScroll: true });
  row?.scrollIntoView({ block: 'nearest' });
}

/** `memory` keeps the row that had the focus; it has it again when the list is drawn anew. */
export function useWalk<Element extends HTMLElement>(
  keys: readonly string[],
  memory?: { activeId: string | null },
): Walk<Element> {
  const ref = useRef<Element>(null);
  const [active, setActive] = useState(memory?.activeId ?? null);
  const current = active !== null && keys.includes(active) ? active : (keys[0] ?? null);
  useEffect(() => {
    if (memory?.activeId == null || !isFocusFree()) return;
    const row = rowsIn(ref.current).find((one) => one.dataset['walked'] === memory.activeId);
    row?.focus({ preventScroll: true });
  }, [memory]);
  const step = (by: number) => {
    const rows = rowsIn(ref.current);
    const at = rows.findIndex((row) => row === document.activeElement);
    const from = at < 0 ? rows.findIndex((row) => row.dataset['walked'] === current) - Math.sign(by) : at;
    focusRow(rows[Math.max(0, Math.min(rows.length - 1, from + by))]);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const rows = rowsIn(ref.current);
    const at = rows.findIndex((row) => row === document.activeElement);
    const next =
      at < 0 || event.altKey || event.ctrlKey || event.metaKey
        ? null
        : rowAfterKey(event.key, at, rows.length);
    if (next === null) return;
    event.preventDefault();
    focusRow(rows[next]);
  };
  const onFocus = ({ target }: FocusEvent) => {
    const key = keyOf(target);
    if (key === null) return;
    setActive(key);
    if (memory) memory.activeId = key;
  };
  return { listProps: { ref, onKeyDown, onFocus }, current, step };
}
