/** Bars over time as the pointer and the keyboard choose among them. Pure; indexes count bars from 0. */
import type { HistogramBar } from '../../../../../shared/contract/search';
import { describeEdtf } from '../../../../../shared/dates/describe-edtf';

/** Bars from one to another, ends included, in either direction. */
export interface BarRange {
  readonly from: number;
  readonly to: number;
}

export const ordered = ({ from, to }: BarRange): BarRange => ({
  from: Math.min(from, to),
  to: Math.max(from, to),
});

export const isIn = (range: BarRange | null, at: number): boolean => {
  if (!range) return false;
  const { from, to } = ordered(range);
  return at >= from && at <= to;
};

/** The dates of a range as a query has them: `2024`, or `2024-03..2024-07`. */
export function datesOf(bars: readonly HistogramBar[], range: BarRange): string | null {
  const { from, to } = ordered(range);
  const [first, last] = [bars[from]?.value, bars[to]?.value];
  if (first === undefined || last === undefined) return null;
  return first === last ? first : `${first}..${last}`;
}

/** Which bar lies at a part (0 to 1) of the width. */
export const barAt = (part: number, count: number): number =>
  Math.max(0, Math.min(count - 1, Math.floor(part * count)));

/** In words: “2024”, “March 2024 to July 2024”. */
export function rangeWords(bars: readonly HistogramBar[], range: BarRange): string {
  const { from, to } = ordered(range);
  const [first, last] = [bars[from]?.value ?? '', bars[to]?.value ?? ''];
  return first === last ? describeEdtf(first) : `${describeEdtf(first)} to ${describeEdtf(last)}`;
}

/** How much there is in a range. */
export const countIn = (bars: readonly HistogramBar[], range: BarRange): number =>
  bars.reduce((sum, { count }, at) => sum + (isIn(range, at) ? count : 0), 0);

/** The range after a key: arrows move it, with Shift they make it longer or shorter; null: not a key of it. */
export function rangeAfterKey(
  key: string,
  isExtending: boolean,
  { from, to }: BarRange,
  count: number,
): BarRange | null {
  const steps: Readonly<Record<string, number>> = {
    ArrowRight: to + 1,
    ArrowUp: to + 1,
    ArrowLeft: to - 1,
    ArrowDown: to - 1,
    Home: 0,
    End: count - 1,
  };
  const next = steps[key];
  if (next === undefined || count === 0) return null;
  const at = Math.max(0, Math.min(count - 1, next));
  return { from: isExtending ? from : at, to: at };
}
