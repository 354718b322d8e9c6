/** The day a page says it was published, as EDTF. Nothing is guessed: words that are no date give no date. */
import { parseEdtf } from '../../../shared/dates/edtf';
import type { EventDate } from '../../../shared/model/event-date';

const monthNames = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ');

const patterns: readonly {
  readonly pattern: RegExp;
  readonly order: readonly ('year' | 'month' | 'day')[];
}[] = [
  { pattern: /^(\d{4})-(\d{2})-(\d{2})(?:$|[T\s])/, order: ['year', 'month', 'day'] },
  { pattern: /^(\d{4})\/(\d{1,2})\/(\d{1,2})(?:$|[T\s])/, order: ['year', 'month', 'day'] },
  { pattern: /^(\d{4})(\d{2})(\d{2})(?:$|T)/, order: ['year', 'month', 'day'] },
  { pattern: /^(\d{1,2})\.(\d{1,2})\.(\d{4})(?:$|[,\s])/, order: ['day', 'month', 'year'] },
  {
    pattern: /^(?:[a-z]{3,9},?\s+)?(\d{1,2})(?:st|nd|rd|th)?\s+([a-z]{3})[a-z]*\.?,?\s+(\d{4})\b/i,
    order: ['day', 'month', 'year'],
  },
  {
    pattern: /^(?:[a-z]{3,9},?\s+)?([a-z]{3})[a-z]*\.?\s+(\d{1,2})(?:st|nd|rd|th)?,?\s+(\d{4})\b/i,
    order: ['month', 'day', 'year'],
  },
  { pattern: /^(\d{4})-(\d{2})$/, order: ['year', 'month'] },
  { pattern: /^(\d{4})$/, order: ['year'] },
];

/** The day in `said` (an ISO time, an RFC 2822 date, an English or a dotted date) as the page counts days; null for anything else. */
export function publishedDate(said: string): EventDate | null {
  const words = said.trim();
  for (const { pattern, order } of patterns) {
    const found = pattern.exec(words);
    if (found === null) continue;
    const part = (name: 'year' | 'month' | 'day'): string => found[order.indexOf(name) + 1] ?? '';
    const edtf = [part('year'), monthNumber(part('month')), part('day').padStart(2, '0')];
    return eventDate(edtf.slice(0, order.length).join('-'), words);
  }
  return null;
}

function monthNumber(month: string): string {
  const named = monthNames.indexOf(month.toLowerCase());
  return (named < 0 ? month : String(named + 1)).padStart(2, '0');
}

function eventDate(edtf: string, words: string): EventDate | null {
  const parsed = parseEdtf(edtf);
  return parsed === null ? null : { ...parsed, words };
}
