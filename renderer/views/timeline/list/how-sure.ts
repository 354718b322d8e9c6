import type { EventDate } from '../../../../shared/model/event-date';

/**
 * How surely an event stands where it stands: on a day that nobody doubts, in a stretch of time that nobody doubts, at a
 * time that somebody doubts, or nowhere.
 */
export type Sureness = 'day' | 'stretch' | 'doubtful' | 'undated';

/** How surely a date is known. Dates without a year have no place in time. */
export function surenessOf(date: EventDate | null): Sureness {
  if (!date || (date.earliest === null && date.latest === null)) return 'undated';
  if (/[?~%X[{]/.test(date.edtf) || date.earliest === null || date.latest === null) return 'doubtful';
  return date.earliest === date.latest ? 'day' : 'stretch';
}

/** Whether all of it is still to come. `today`: `YYYY-MM-DD`. */
export function isToCome(date: EventDate | null, today: string): boolean {
  const { earliest = null } = date ?? {};
  return earliest !== null && !earliest.startsWith('-') && earliest > today;
}

/** The year it stands at – that of its beginning, or of its end where the beginning is open – or null. */
export function yearOf(date: EventDate | null): string | null {
  const day = date?.earliest ?? date?.latest;
  return day ? day.slice(0, -6) : null;
}
