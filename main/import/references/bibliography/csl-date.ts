/** A date of CSL-JSON as EDTF, as exactly as it is said and no more. */
import { parseEdtf } from '../../../../shared/dates/edtf';
import type { EventDate } from '../../../../shared/model/event-date';
import { publishedDate } from '../../metadata/published-date';
import { isRecord, wordsOf } from './csl-value';

const padded = (part: unknown, length: number): string => wordsOf(part).padStart(length, '0');

/** `[2023, 1, 5]` → `2023-01-05`; years before 1 count as ISO does. */
function edtfOf(parts: unknown): string {
  if (!Array.isArray(parts)) return '';
  const [year, month, day] = parts.filter((part) => wordsOf(part) !== '' && wordsOf(part) !== '0');
  if (year === undefined) return '';
  const number = Number(wordsOf(year));
  if (!Number.isInteger(number)) return '';
  const years = `${number < 0 ? '-' : ''}${padded(Math.abs(number), 4)}`;
  return [years, ...(month === undefined ? [] : [month, day])]
    .filter((part) => part !== undefined)
    .map((part, at) => (at === 0 ? part : padded(part, 2)))
    .join('-');
}

const seasons: readonly string[] = ['21', '22', '23', '24'];

function fromParts(said: Readonly<Record<string, unknown>>): string {
  const parts = said['date-parts'];
  const [from = '', to = ''] = Array.isArray(parts) ? parts.map(edtfOf) : [];
  const season = seasons[Number(wordsOf(said['season'])) - 1];
  const start = season !== undefined && /^-?\d{4,}$/.test(from) ? `${from}-${season}` : from;
  const circa = said['circa'] ? '~' : '';
  if (start === '') return '';
  return to === '' ? `${start}${circa}` : `${start}${circa}/${to}${circa}`;
}

/** Null where nothing is said that is a date: words that are none give none. */
export function cslDate(said: unknown): EventDate | null {
  if (!isRecord(said)) return publishedDate(wordsOf(said));
  const words = wordsOf(said['literal']) || wordsOf(said['raw']);
  const parsed = parseEdtf(fromParts(said)) ?? (parseEdtf(words) || null);
  return parsed === null ? publishedDate(words) : { ...parsed, words };
}
