/** The marks of the axis: at round days, months and years, as many as there is room for. */
import { utcDay, utcTicks } from 'd3-time';
import { dateOfDay } from '../../../../shared/dates/calendar';
import { describeEdtf } from '../../../../shared/dates/describe-edtf';
import type { TimeWindow } from './time-window';

export interface Tick {
  /** Days since 1 January 1970. */
  readonly day: number;
  readonly label: string;
  /** A year begins. */
  readonly isYear: boolean;
}

const dayMs = 86_400_000;
/** CSS pixels that a label needs. */
const roomPx = 92;

const dateAt = (day: number): Date => new Date(day * dayMs);

/** As finely as the tick stands; the year with it where the one before does not say it. */
function labelOf(date: string, before: string | undefined): string {
  const year = date.slice(0, -6);
  const isNewYear = before === undefined || before.slice(0, -6) !== year;
  const monthAndDay = date.slice(-5);
  if (monthAndDay === '01-01') return describeEdtf(year);
  const precise = monthAndDay.endsWith('-01') ? date.slice(0, -3) : date;
  const words = describeEdtf(precise);
  return isNewYear ? words : words.replace(` ${describeEdtf(year)}`, '');
}

/** The ticks of a window that is so wide on the screen (CSS pixels). */
export function ticksOf({ from, to }: TimeWindow, widthPx: number): readonly Tick[] {
  const wanted = Math.max(2, Math.floor(widthPx / roomPx));
  const [start, stop] = [dateAt(from), dateAt(to)];
  const dates = to - from < wanted ? utcDay.range(utcDay.ceil(start), stop) : utcTicks(start, stop, wanted);
  const days = dates.map((date) => Math.round(date.getTime() / dayMs));
  const named = days.map(dateOfDay);
  return days.map((day, index) => ({
    day,
    label: labelOf(named[index] ?? '', named[index - 1]),
    isYear: (named[index] ?? '').endsWith('-01-01'),
  }));
}
