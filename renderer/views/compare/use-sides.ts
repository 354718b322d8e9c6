/**
 * The two sides of a comparison as they are drawn, made after the frame of the screen is there and one at a time, since
 * either of a long text takes a moment; and which rows of them are meant.
 */
import { startTransition, useEffect, useState } from 'react';
import type { ComparedRow } from '../../../shared/comparison/compare-contents';
import type { PassageWords } from '../../../shared/comparison/meaning';
import type { ComparedRevision, MeaningChange } from '../../../shared/comparison/revision-comparison';
import { heightOf } from './compared-row';
import type { ShownItem } from './differences';
import { type TextSide, textSide } from './text-side';

export interface Sides {
  readonly old: TextSide;
  readonly now: TextSide;
}

/** Null until both are made. */
export function useSides(from: ComparedRevision, to: ComparedRevision): Sides | null {
  const [sides, setSides] = useState<Sides | null>(null);
  useEffect(() => {
    let timer = setTimeout(() => {
      const old = textSide('old', from);
      timer = setTimeout(() => {
        const now = textSide('new', to);
        startTransition(() => setSides({ old, now }));
      });
    });
    return () => clearTimeout(timer);
  }, [from, to]);
  return sides;
}

function isOn({ units }: TextSide, indexes: readonly number[], passage: PassageWords | null): boolean {
  return indexes.some((index) => {
    const unit = units[index];
    return unit && passage?.ranges.some(({ start, end }) => start < unit.end && end > unit.start);
  });
}

/** The rows on which a passage lies, on either side. */
export function rowsOf(
  change: MeaningChange | null,
  rows: readonly ComparedRow[],
  { old, now }: Sides,
): ReadonlySet<number> {
  const found = new Set<number>();
  if (!change) return found;
  for (const [index, row] of rows.entries())
    if (isOn(old, row.old, change.from) || isOn(now, row.new, change.to)) found.add(index);
  return found;
}

/** The rows that fill a height (CSS pixels) from the start. */
export function firstRowsOf(
  items: readonly ShownItem[],
  rows: readonly ComparedRow[],
  { old, now }: Sides,
  height: number,
): ReadonlySet<number> {
  const first = new Set<number>();
  let filled = 0;
  for (const item of items) {
    if (filled >= height) break;
    const row = item.kind === 'row' ? rows[item.row] : undefined;
    if (item.kind === 'row') first.add(item.row);
    if (row) filled += heightOf({ row, old, now });
  }
  return first;
}
